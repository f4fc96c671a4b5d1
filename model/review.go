package model

import "time"

// PrivateNote is the coach's own: no shared screen shows it and no report holds it. About is a team, or one of its objectives.
type PrivateNote struct {
	About Side      `json:"about"`
	Text  Text      `json:"text"`
	At    time.Time `json:"at"`
}

// Key is what a note is kept under: there is one for each place. An objective keeps its note when another team takes it over.
func (n PrivateNote) Key() string {
	if n.About.Objective != "" {
		return string(n.About.Objective)
	}
	return string(n.About.Team) + "/"
}

// StallQuestion is what a stall is asked to think about before the workshop. It is sent ahead, so it is not private.
type StallQuestion struct {
	ID        StallQuestionID `json:"id"`
	Team      TeamID          `json:"team"`
	Objective ObjectiveID     `json:"objective,omitempty"` // empty: about the team's OKRs as a whole
	Text      Text            `json:"text"`
	Quotes    []Text          `json:"quotes,omitempty"` // the words of the drafts that it repeats, as far as they were proposed
}

// Key is what a question is kept under.
func (q StallQuestion) Key() StallQuestionID { return q.ID }

// CheckSettings say which of the coach's checks on drafts apply in a workshop, and how strictly. The zero value is how souk comes.
type CheckSettings struct {
	Off    []string       `json:"off,omitempty"`    // ids of checks that stay silent
	Limits map[string]int `json:"limits,omitempty"` // by their names, where they differ from souk's own
}
