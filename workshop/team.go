package workshop

import (
	"slices"

	"souk/model"
)

// NameWorkshop says whose workshop it is and for which cycle.
type NameWorkshop struct{ Organisation, Cycle model.Text }

func (in NameWorkshop) check(d *desk) (Fact, error) {
	if in.Organisation.IsEmpty() {
		return nil, refuse(Empty, "Say whose workshop it is.")
	}
	if in.Organisation == d.Organisation && in.Cycle == d.Cycle {
		return nil, refuse(Unchanged, "The workshop is called that already.")
	}
	return WorkshopNamed(in), nil
}

// WorkshopNamed says whose workshop it is and for which cycle.
type WorkshopNamed struct {
	Organisation model.Text `json:"organisation"`
	Cycle        model.Text `json:"cycle,omitzero"`
}

// Kind implements Fact.
func (WorkshopNamed) Kind() string { return "workshop-named" }

// Title implements Fact.
func (f WorkshopNamed) Title(s *State) string { return "name of the workshop" }

func (f WorkshopNamed) apply(s *State, _ Entry) { s.Organisation, s.Cycle = f.Organisation, f.Cycle }

// AddTeam opens a stall for a team that brought no file.
type AddTeam struct {
	Name, Level, Description model.Text
	Team                     model.TeamKind // empty: delivery
}

func (in AddTeam) check(d *desk) (Fact, error) {
	if in.Name.IsEmpty() {
		return nil, refuse(Empty, "Say the team's name.")
	}
	if _, taken := d.TeamByName(in.Name); taken {
		return nil, refuse(Invalid, "There is a team %s already.", in.Name.Line())
	}
	kind := in.Team
	if kind == "" {
		kind = model.DeliveryTeam
	}
	if !slices.Contains(model.TeamKinds(), kind) {
		return nil, refuse(Invalid, "There is no kind of team called %q.", string(kind))
	}
	return TeamAdded{Team: model.Team{
		ID: model.TeamID(d.id("t")), Name: in.Name, Level: in.Level, Description: in.Description, Kind: kind, Present: true,
	}}, nil
}

// TeamAdded says that a team came to the marketplace.
type TeamAdded struct {
	Team model.Team `json:"team"`
}

// Kind implements Fact.
func (TeamAdded) Kind() string { return "team-added" }

// Title implements Fact.
func (f TeamAdded) Title(*State) string { return "team " + f.Team.Name.Line() }

func (f TeamAdded) apply(s *State, _ Entry) { s.Teams = s.Teams.Put(f.Team) }

// MarkPresence says whether a team is in the room and whether somebody there may commit for it.
type MarkPresence struct {
	Team               model.TeamID
	Present, MayCommit bool
}

func (in MarkPresence) check(d *desk) (Fact, error) {
	t, err := d.team(in.Team)
	if err != nil {
		return nil, err
	}
	if in.MayCommit && !in.Present {
		return nil, refuse(Invalid, "%s is not here, so nobody can commit for it.", t.Name.Line())
	}
	if t.Present == in.Present && t.MayCommit == in.MayCommit {
		return nil, refuse(Unchanged, "That is marked already.")
	}
	return PresenceMarked(in), nil
}

// PresenceMarked says who is here.
type PresenceMarked struct {
	Team      model.TeamID `json:"team"`
	Present   bool         `json:"present"`
	MayCommit bool         `json:"may_commit"`
}

// Kind implements Fact.
func (PresenceMarked) Kind() string { return "presence-marked" }

// Title implements Fact.
func (f PresenceMarked) Title(s *State) string {
	switch {
	case !f.Present:
		return s.TeamName(f.Team) + " not here"
	case f.MayCommit:
		return s.TeamName(f.Team) + " here, may commit"
	}
	return s.TeamName(f.Team) + " here"
}

func (f PresenceMarked) apply(s *State, _ Entry) {
	s.changeTeam(f.Team, func(t *model.Team) { t.Present, t.MayCommit = f.Present, f.MayCommit })
}

// AddNeed writes on a stall what the team needs, and from whom where that is known.
type AddNeed struct {
	Team, From model.TeamID
	Text       model.Text
}

// AddOffer writes on a stall what the team offers, and to whom where that is known.
type AddOffer struct {
	Team, To model.TeamID
	Text     model.Text
}

func (in AddNeed) check(d *desk) (Fact, error) {
	x, err := d.exchange(in.Team, in.From, in.Text)
	return NeedAdded{Team: in.Team, Need: x}, err
}

func (in AddOffer) check(d *desk) (Fact, error) {
	x, err := d.exchange(in.Team, in.To, in.Text)
	return OfferAdded{Team: in.Team, Offer: x}, err
}

func (d *desk) exchange(own, other model.TeamID, text model.Text) (model.Exchange, error) {
	if _, err := d.team(own); err != nil {
		return model.Exchange{}, err
	}
	if other != "" {
		if _, err := d.team(other); err != nil {
			return model.Exchange{}, err
		}
		if other == own {
			return model.Exchange{}, refuse(Invalid, "Choose another team, or none.")
		}
	}
	if text.IsEmpty() {
		return model.Exchange{}, refuse(Empty, "Say what it is.")
	}
	return model.Exchange{Team: other, Text: text, Raised: true}, nil
}

// NeedAdded says what a team needs.
type NeedAdded struct {
	Team model.TeamID   `json:"team"`
	Need model.Exchange `json:"need"`
}

// OfferAdded says what a team offers.
type OfferAdded struct {
	Team  model.TeamID   `json:"team"`
	Offer model.Exchange `json:"offer"`
}

// Kind implements Fact.
func (NeedAdded) Kind() string { return "need-added" }

// Kind implements Fact.
func (OfferAdded) Kind() string { return "offer-added" }

// Title implements Fact.
func (f NeedAdded) Title(s *State) string { return "need of " + s.TeamName(f.Team) }

// Title implements Fact.
func (f OfferAdded) Title(s *State) string { return "offer of " + s.TeamName(f.Team) }

func (f NeedAdded) apply(s *State, _ Entry) {
	s.changeTeam(f.Team, func(t *model.Team) { t.Needs = appended(t.Needs, f.Need) })
}

func (f OfferAdded) apply(s *State, _ Entry) {
	s.changeTeam(f.Team, func(t *model.Team) { t.Offers = appended(t.Offers, f.Offer) })
}
