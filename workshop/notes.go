package workshop

import (
	"souk/model"
)

// Park puts something into the parking lot.
type Park struct {
	Text  model.Text
	About model.Side
	Owner model.Text
	Due   model.Text
}

func (in Park) check(d *desk) (Fact, error) {
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say what must not be lost.")
	}
	if in.About.Team != "" {
		if err := d.side(in.About); err != nil {
			return nil, err
		}
	}
	return ParkingAdded{Parking: model.Parking{
		ID: model.ParkingID(d.id("p")), Text: in.Text, About: in.About, Owner: in.Owner, Due: in.Due, At: d.at,
	}}, nil
}

// OwnParking says who takes a parking lot entry on, and until when.
type OwnParking struct {
	Parking model.ParkingID
	Owner   model.Text
	Due     model.Text
}

func (in OwnParking) check(d *desk) (Fact, error) {
	p, ok := d.Parking.Get(in.Parking)
	if !ok {
		return nil, refuse(NotFound, "This is not in the parking lot any more.")
	}
	if in.Owner.IsEmpty() {
		return nil, refuse(Empty, "Say who takes it on.")
	}
	if p.Owner == in.Owner && p.Due == in.Due {
		return nil, refuse(Unchanged, "It has that owner and date already.")
	}
	return ParkingOwned(in), nil
}

// ParkingAdded says what must not be lost.
type ParkingAdded struct {
	Parking model.Parking `json:"parking"`
}

// ParkingOwned says who takes a parking lot entry on.
type ParkingOwned struct {
	Parking model.ParkingID `json:"parking"`
	Owner   model.Text      `json:"owner"`
	Due     model.Text      `json:"due,omitzero"`
}

// Kind implements Fact.
func (ParkingAdded) Kind() string { return "parking-added" }

// Kind implements Fact.
func (ParkingOwned) Kind() string { return "parking-owned" }

// Title implements Fact.
func (f ParkingAdded) Title(*State) string { return "parking “" + short(f.Parking.Text) + "”" }

// Title implements Fact.
func (f ParkingOwned) Title(s *State) string {
	p, _ := s.Parking.Get(f.Parking)
	return "owner of “" + short(p.Text) + "”"
}

func (f ParkingAdded) apply(s *State, _ Entry) { s.Parking = s.Parking.Put(f.Parking) }

func (f ParkingOwned) apply(s *State, _ Entry) {
	if p, ok := s.Parking.Get(f.Parking); ok {
		p.Owner, p.Due = f.Owner, f.Due
		s.Parking = s.Parking.Put(p)
	}
}

// Comment keeps what somebody says about an objective outside a decision.
type Comment struct {
	Objective model.ObjectiveID
	By        model.Text // who said it; empty: who holds the keyboard
	Text      model.Text
}

func (in Comment) check(d *desk) (Fact, error) {
	if _, err := d.objective(in.Objective); err != nil {
		return nil, err
	}
	if in.Text.IsEmpty() {
		return nil, refuse(Empty, "Say the comment.")
	}
	return CommentMade{Comment: model.Comment{
		ID: model.CommentID(d.id("c")), Objective: in.Objective, By: cmpOr(in.By, d.by), Text: in.Text, At: d.at,
	}}, nil
}

// CommentMade is what somebody said about an objective.
type CommentMade struct {
	Comment model.Comment `json:"comment"`
}

// Kind implements Fact.
func (CommentMade) Kind() string { return "comment-made" }

// Title implements Fact.
func (f CommentMade) Title(s *State) string { return "comment on " + s.Label(f.Comment.Objective) }

func (f CommentMade) apply(s *State, _ Entry) { s.Comments = s.Comments.Put(f.Comment) }
