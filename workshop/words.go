package workshop

import (
	"slices"

	"souk/model"
)

// TreatAs says that two words mean the same in this organisation.
type TreatAs struct{ Word, Same model.Text }

func (in TreatAs) check(d *desk) (Fact, error) {
	a, b := model.Fold(in.Word), model.Fold(in.Same)
	switch {
	case a == "" || b == "":
		return nil, refuse(Empty, "Say both words.")
	case a == b:
		return nil, refuse(Invalid, "These are the same word.")
	}
	if slices.ContainsFunc(d.Words, func(w [2]model.Text) bool {
		x, y := model.Fold(w[0]), model.Fold(w[1])
		return x == a && y == b || x == b && y == a
	}) {
		return nil, refuse(Unchanged, "They mean the same already.")
	}
	return WordsEquated(in), nil
}

// WordsEquated says which two words mean the same.
type WordsEquated struct {
	Word model.Text `json:"word"`
	Same model.Text `json:"same"`
}

// Kind implements Fact.
func (WordsEquated) Kind() string { return "words-equated" }

// Title implements Fact.
func (f WordsEquated) Title(*State) string {
	return "“" + short(f.Word) + "” = “" + short(f.Same) + "”"
}

func (f WordsEquated) apply(s *State, _ Entry) {
	s.Words = appended(s.Words, [2]model.Text{f.Word, f.Same})
}

// NameTeam says whom the drafts mean by a word: a team, or none where Team is empty.
type NameTeam struct {
	Word model.Text
	Team model.TeamID
}

func (in NameTeam) check(d *desk) (Fact, error) {
	if in.Word.IsEmpty() {
		return nil, refuse(Empty, "Say which word.")
	}
	if in.Team != "" {
		if _, err := d.team(in.Team); err != nil {
			return nil, err
		}
	}
	if slices.ContainsFunc(d.Aliases, func(a model.Alias) bool { return model.Fold(a.Word) == model.Fold(in.Word) && a.Team == in.Team }) {
		return nil, refuse(Unchanged, "That is known already.")
	}
	return TeamAliasSet(in), nil
}

// TeamAliasSet says whom the drafts mean by a word.
type TeamAliasSet struct {
	Word model.Text   `json:"word"`
	Team model.TeamID `json:"team,omitempty"`
}

// Kind implements Fact.
func (TeamAliasSet) Kind() string { return "team-alias-set" }

// Title implements Fact.
func (f TeamAliasSet) Title(s *State) string {
	if f.Team == "" {
		return "“" + short(f.Word) + "” means no team"
	}
	return "“" + short(f.Word) + "” means " + s.TeamName(f.Team)
}

func (f TeamAliasSet) apply(s *State, _ Entry) {
	others := slices.DeleteFunc(slices.Clone(s.Aliases), func(a model.Alias) bool { return model.Fold(a.Word) == model.Fold(f.Word) })
	s.Aliases = append(others, model.Alias(f))
}
