package workshop

import (
	"maps"
	"slices"

	"souk/model"
)

// Private is what the coach keeps to themselves: it is in the file, and shown nowhere but in the review. Beside this package, only the review
// and its checks may read it; a test in cmd/souk holds that.
type Private struct {
	Notes     Table[string, model.PrivateNote] `json:"notes,omitzero"`
	Reviewed  []model.TeamID                   `json:"reviewed,omitempty"`  // the teams whose drafts the coach has read
	Dismissed map[string]model.Text            `json:"dismissed,omitempty"` // the checks that are quiet for good, each with the reason
	Checks    model.CheckSettings              `json:"checks,omitzero"`
}

// IsZero reports whether there is nothing in it. A mark that was taken away leaves an empty list, which is written as no list was: so a snapshot
// reads back as it was written.
func (p Private) IsZero() bool {
	return p.Notes.Len() == 0 && len(p.Reviewed) == 0 && len(p.Dismissed) == 0 && sameChecks(p.Checks, model.CheckSettings{})
}

// NoteOn is the private note about a team or an objective.
func (p Private) NoteOn(about model.Side) model.Text {
	n, _ := p.Notes.Get(model.PrivateNote{About: place(about)}.Key())
	return n.Text
}

// HasReviewed reports whether the coach has read a team's drafts.
func (p Private) HasReviewed(t model.TeamID) bool { return slices.Contains(p.Reviewed, t) }

// unread takes the mark off a team.
func (p *Private) unread(id model.TeamID) {
	p.Reviewed = slices.DeleteFunc(slices.Clone(p.Reviewed), func(t model.TeamID) bool { return t == id })
}

// place is a side without its key results.
func place(s model.Side) model.Side { return model.Side{Team: s.Team, Objective: s.Objective} }

// IsPrivate reports whether an entry is the coach's own: what it says stays out of every list that others read.
func IsPrivate(f Fact) bool {
	_, ok := f.(privately)
	return ok
}

// privately marks the facts that are the coach's own.
type privately interface{ private() }

func (PrivateNoteWritten) private() {}
func (TeamReviewed) private()       {}
func (ChecksDismissed) private()    {}
func (ChecksSet) private()          {}

// NotePrivately writes the coach's note about a team or an objective; an empty text takes it away.
type NotePrivately struct {
	About model.Side
	Text  model.Text
}

func (in NotePrivately) check(d *desk) (Fact, error) {
	if err := d.side(place(in.About)); err != nil {
		return nil, err
	}
	if d.Private.NoteOn(in.About) == in.Text {
		return nil, refuse(Unchanged, "That is the note already.")
	}
	return PrivateNoteWritten{Note: model.PrivateNote{About: place(in.About), Text: in.Text, At: d.at}}, nil
}

// PrivateNoteWritten is the coach's note about a team or an objective.
type PrivateNoteWritten struct {
	Note model.PrivateNote `json:"note"`
}

// Kind implements Fact.
func (PrivateNoteWritten) Kind() string { return "private-note-written" }

// Title implements Fact. It says nothing of the note.
func (PrivateNoteWritten) Title(*State) string { return "a private note" }

func (f PrivateNoteWritten) apply(s *State, _ Entry) { s.Private.Notes = s.Private.Notes.Put(f.Note) }

// MarkReviewed says whether the coach has read a team's drafts.
type MarkReviewed struct {
	Team     model.TeamID
	Reviewed bool
}

func (in MarkReviewed) check(d *desk) (Fact, error) {
	if _, err := d.team(in.Team); err != nil {
		return nil, err
	}
	if d.Private.HasReviewed(in.Team) == in.Reviewed {
		return nil, refuse(Unchanged, "It is marked like that already.")
	}
	return TeamReviewed(in), nil
}

// TeamReviewed says whether the coach has read a team's drafts.
type TeamReviewed struct {
	Team     model.TeamID `json:"team"`
	Reviewed bool         `json:"reviewed"`
}

// Kind implements Fact.
func (TeamReviewed) Kind() string { return "team-reviewed" }

// Title implements Fact.
func (TeamReviewed) Title(*State) string { return "a mark of the review" }

func (f TeamReviewed) apply(s *State, _ Entry) {
	s.Private.unread(f.Team)
	if f.Reviewed {
		s.Private.Reviewed = append(s.Private.Reviewed, f.Team)
	}
}

// DismissChecks silences what checks say about places, for good, until their text changes; the ids are those of workshop/review. With Again
// they speak again.
type DismissChecks struct {
	IDs   []string
	Note  model.Text
	Again bool
}

func (in DismissChecks) check(d *desk) (Fact, error) {
	if len(in.IDs) == 0 {
		return nil, refuse(Empty, "Choose what to dismiss.")
	}
	same := true
	for _, id := range in.IDs {
		note, quiet := d.Private.Dismissed[id]
		same = same && quiet != in.Again && (in.Again || note == in.Note)
	}
	if same {
		return nil, refuse(Unchanged, "It is like that already.")
	}
	return ChecksDismissed{IDs: slices.Clone(in.IDs), Note: in.Note, Again: in.Again}, nil
}

// ChecksDismissed says which checks are quiet from now on, or speak again.
type ChecksDismissed struct {
	IDs   []string   `json:"ids"`
	Note  model.Text `json:"note,omitzero"`
	Again bool       `json:"again,omitempty"`
}

// Kind implements Fact.
func (ChecksDismissed) Kind() string { return "checks-dismissed" }

// Title implements Fact.
func (ChecksDismissed) Title(*State) string { return "a check of the review" }

func (f ChecksDismissed) apply(s *State, _ Entry) {
	next := maps.Clone(s.Private.Dismissed)
	if next == nil {
		next = map[string]model.Text{}
	}
	for _, id := range f.IDs {
		if delete(next, id); !f.Again {
			next[id] = f.Note
		}
	}
	s.Private.Dismissed = next
}

// SetChecks says which checks apply and how strictly.
type SetChecks struct{ Settings model.CheckSettings }

func (in SetChecks) check(d *desk) (Fact, error) {
	for name, limit := range in.Settings.Limits {
		if limit < 0 {
			return nil, refuse(Invalid, "%s cannot be less than 0.", name)
		}
	}
	if sameChecks(d.Private.Checks, in.Settings) {
		return nil, refuse(Unchanged, "The checks are set like that already.")
	}
	return ChecksSet{Settings: model.CheckSettings{Off: slices.Clone(in.Settings.Off), Limits: maps.Clone(in.Settings.Limits)}}, nil
}

func sameChecks(a, b model.CheckSettings) bool {
	return slices.Equal(a.Off, b.Off) && maps.Equal(a.Limits, b.Limits)
}

// ChecksSet says which checks apply and how strictly.
type ChecksSet struct {
	Settings model.CheckSettings `json:"settings"`
}

// Kind implements Fact.
func (ChecksSet) Kind() string { return "checks-set" }

// Title implements Fact.
func (ChecksSet) Title(*State) string { return "the settings of the review" }

func (f ChecksSet) apply(s *State, _ Entry) { s.Private.Checks = f.Settings }
