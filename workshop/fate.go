package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// DecideObjective drops or defers an objective, lifts it to a higher team, or brings back what was lifted.
type DecideObjective struct {
	Objective model.ObjectiveID
	Outcome   model.Outcome // Drop, Defer, Lift or BringBack
	To        model.TeamID  // of Lift: the higher team; of BringBack: its old team, or another one
	Rationale model.Text
	Owner     model.Text
	Due       model.Text
	AgreedBy  model.Text
}

func (in DecideObjective) check(d *desk) (Fact, error) {
	before, err := d.objective(in.Objective)
	if err != nil {
		return nil, err
	}
	if before.Fate != model.Live {
		return nil, refuse(NotNow, "This objective was %s already.", before.Fate)
	}
	if in.Rationale.IsEmpty() {
		return nil, refuse(Empty, "Say why.")
	}
	after, v := before, Verdict{}
	teams, summary := []model.TeamID{before.Team}, ""
	switch in.Outcome {
	case model.Drop:
		after.Fate, summary = model.Dropped, "is dropped"
	case model.Defer:
		after.Fate, summary = model.Deferred, "is deferred"
	case model.Lift:
		v.Teams, summary, err = d.lift(&after, in.To)
	case model.BringBack:
		v.Teams, summary, err = d.bringBack(&after, in.To)
	default:
		return nil, refuse(Invalid, "An objective can be dropped, deferred, lifted or brought back.")
	}
	if err != nil {
		return nil, err
	}
	if after.Team != before.Team {
		teams = append(teams, after.Team)
	}
	v.Objectives = []model.Objective{after}
	v.Decision = model.Decision{
		ID: model.DecisionID(d.id("d")), Objective: in.Objective, Kind: "objective", Outcome: in.Outcome,
		Summary: model.Clean(fmt.Sprintf("%s “%s” %s.", d.Label(before.ID), before.Title.Line(), summary)),
		Teams:   teams, Owner: in.Owner, Due: in.Due, Rationale: in.Rationale, AgreedBy: in.AgreedBy, At: d.at,
		Changes: d.Diff(before, after),
	}
	return ObjectiveDecided{v}, nil
}

// lift makes the higher team the author and keeps the old one as an owner, which still delivers its key results. It returns both teams as
// they are then, and what is said of the objective.
func (d *desk) lift(o *model.Objective, id model.TeamID) ([]model.Team, string, error) {
	to, err := d.team(id)
	if err != nil {
		return nil, "", err
	}
	if to.ID == o.Team {
		return nil, "", refuse(Invalid, "Choose another team to lift it to.")
	}
	o.Owners = append([]model.TeamID{o.Team}, without(o.Owners, to.ID)...)
	return d.move(o, to), "is lifted to " + to.Name.Line(), nil
}

// bringBack makes the team that an objective was lifted from the author again, or another one. The higher team stays an owner only where it
// has a part in the objective.
func (d *desk) bringBack(o *model.Objective, id model.TeamID) ([]model.Team, string, error) {
	home, lifted := d.LiftedFrom(o.ID)
	if !lifted {
		return nil, "", refuse(NotNow, "This objective was not lifted.")
	}
	to, err := d.team(id)
	switch {
	case err != nil:
		return nil, "", err
	case to.ID == o.Team:
		return nil, "", refuse(Invalid, "%s has it now: choose another team.", to.Name.Line())
	case to.Kind == model.VirtualTeam:
		return nil, "", refuse(Invalid, "A virtual team has no stall: choose one of its members.")
	}
	rest := without(o.Owners, to.ID)
	if d.hasPart(*o, o.Team) {
		rest = append(rest, o.Team)
	}
	o.Owners = rest
	summary := "is brought back to "
	if to.ID != home {
		summary = "is handed on to "
	}
	return d.move(o, to), summary + to.Name.Line(), nil
}

// hasPart reports whether a team has to do with an objective beyond that it was lifted there.
func (d *desk) hasPart(o model.Objective, team model.TeamID) bool {
	drafted, _ := d.Drafted.Get(o.ID)
	one := d.SharedOf(o)
	return slices.Contains(owners(drafted), team) ||
		slices.ContainsFunc(o.KeyResults, func(k model.KeyResult) bool { return d.assigned(o, k) == team }) ||
		slices.ContainsFunc(one.Virtual, func(t model.Team) bool { return slices.Contains(t.Members, team) }) ||
		slices.ContainsFunc(one.Parts, func(p Part) bool { return p.Team == team && len(p.Follows) > 0 })
}

// move makes a team the author of an objective whose owners are set already; it returns the old author and the new one as they are then. Both
// sides have to speak again.
func (d *desk) move(o *model.Objective, to model.Team) []model.Team {
	was, _ := d.Objectives.Get(o.ID)
	from, _ := d.Teams.Get(was.Team)
	o.Team, o.Agreement = to.ID, model.Agreement{}
	o.KeyResults = slices.Clone(o.KeyResults)
	for i, k := range was.KeyResults { // who delivers it does so still
		o.KeyResults[i].Team = d.Deliverer(was, k)
		if !o.IsShared() && o.KeyResults[i].Team == to.ID {
			o.KeyResults[i].Team = "" // as it was drafted
		}
	}
	if from.Kind != model.VirtualTeam || slices.Index(from.Objectives, o.ID) > 0 { // the one that a virtual team formed around comes first and stays
		from.Objectives = without(from.Objectives, o.ID)
	}
	if !slices.Contains(to.Objectives, o.ID) {
		to.Objectives = d.placed(to, o.ID)
	}
	return []model.Team{from, to}
}

// placed are a team's objectives with one more: where it stood when the team drafted it, or else at the end.
func (d *desk) placed(t model.Team, id model.ObjectiveID) []model.ObjectiveID {
	if was, ok := d.Drafted.Get(id); !ok || was.Team != t.ID {
		return appended(t.Objectives, id)
	}
	after := false
	for o := range d.Drafted.All() {
		if i := slices.Index(t.Objectives, o.ID); after && i >= 0 {
			return slices.Insert(slices.Clone(t.Objectives), i, id)
		}
		after = after || o.ID == id
	}
	return appended(t.Objectives, id)
}

// without is a copy of ids that lacks one.
func without[T comparable](ids []T, gone T) []T {
	var out []T
	for _, id := range ids {
		if id != gone {
			out = append(out, id)
		}
	}
	return out
}

// LiftedFrom is the team that had an objective before it was lifted; false where it was not, or where it was brought back since.
func (s *State) LiftedFrom(id model.ObjectiveID) (model.TeamID, bool) {
	var home model.TeamID
	for d := range s.Decisions.All() {
		switch {
		case d.Objective != id || len(d.Teams) == 0:
		case d.Outcome == model.BringBack:
			home = ""
		case d.Outcome == model.Lift && home == "":
			home = d.Teams[0]
		}
	}
	return home, home != ""
}
