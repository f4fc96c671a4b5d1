package model

// The ids are unique within one workshop file and never used again, not even after an undo.
type (
	TeamID      string
	ObjectiveID string
	KeyResultID string
	IntentID    string
	FindingID   string
	RequestID   string
	DecisionID  string
	ParkingID   string
	SignalID    string
	CommentID   string

	StallQuestionID string
)

// Key is what each noun is kept under.
func (t Team) Key() TeamID           { return t.ID }
func (o Objective) Key() ObjectiveID { return o.ID }
func (f Finding) Key() FindingID     { return f.ID }
func (r Request) Key() RequestID     { return r.ID }
func (d Decision) Key() DecisionID   { return d.ID }
func (p Parking) Key() ParkingID     { return p.ID }
func (s Signal) Key() SignalID       { return s.ID }
func (c Comment) Key() CommentID     { return c.ID }
