package workshop

import (
	"encoding/json"
	"errors"
	"testing"
	"time"

	"souk/model"
)

// fataler is what tests and properties have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// room is a workshop in a test, with words for what people do in it.
type room struct {
	t fataler
	*Session
	now     time.Time
	journal []Entry
}

var morning = time.Date(2027, 1, 12, 9, 0, 0, 0, time.UTC)

func newRoom(t fataler) *room { return &room{t: t, Session: New(), now: morning} }

// market is a room into which four teams brought their drafts.
func market(t fataler) *room {
	t.Helper()
	r := newRoom(t)
	r.do(ImportDrafts{Drafts: drafts(), Source: text("drafts.yaml")})
	return r
}

func drafts() model.Drafts {
	return model.Drafts{
		Organisation: text("Northwind"), Cycle: text("2027-Q1"),
		Strategy: []model.Intent{
			{Horizon: model.MultiYear, Text: text("Become the primary bank")},
			{Horizon: model.Annual, Text: text("Reduce churn")},
		},
		Questions: []model.Text{text("To make banking simple")},
		LastCycle: []model.Result{{Team: text("Payments"), Objective: text("Instant payments"), Outcome: text("0.4")}},
		Teams: []model.DraftTeam{
			{
				Name: text("Payments"), Level: text("stream"), Parent: text("Retail"),
				Needs: []model.DraftExchange{{Team: text("Platform"), Text: text("a stable gateway")}},
				Objectives: []model.DraftObjective{
					{
						ID: "P-1", Title: text("Pay anyone in seconds"), WhyNow: text("Mandatory in October"), Supports: []model.Text{text("reduce churn")},
						KeyResults: []model.DraftKeyResult{
							{ID: "P-1.1", Text: text("Instant payments from 71% to 97%")},
							{Text: text("Cut disputes"), Metric: text("disputes per 10k"), Baseline: text("14"), Target: text("6")},
						},
					},
					{Title: text("Fewer false alarms"), KeyResults: []model.DraftKeyResult{{Text: text("Alarms below 2%")}}},
				},
			},
			{
				Name: text("Platform"), Offers: []model.DraftExchange{{Text: text("a gateway")}},
				Objectives: []model.DraftObjective{
					{Title: text("A gateway that never sleeps"), Supports: []model.Text{text("Payments")}, KeyResults: []model.DraftKeyResult{{Text: text("99.99% uptime")}}},
				},
			},
			{
				Name: text("Growth"), Objectives: []model.DraftObjective{
					{Title: text("Customers stay"), KeyResults: []model.DraftKeyResult{{Text: text("Churn to 3%")}, {Text: text("Alarms below 2%")}}},
				},
			},
			{Name: text("Retail"), Kind: model.LeadershipTeam},
		},
	}
}

func text(s string) model.Text { return model.Clean(s) }

// do makes something happen that must be allowed.
func (r *room) do(in Intent) Entry {
	r.t.Helper()
	e, err := r.try(in)
	if err != nil {
		r.t.Fatalf("%T was refused: %v", in, err)
	}
	return e
}

func (r *room) try(in Intent) (Entry, error) {
	r.now = r.now.Add(time.Minute)
	return r.keep(r.Do(r.now, text("Ada"), in))
}

func (r *room) keep(e Entry, err error) (Entry, error) {
	if err == nil {
		r.journal = append(r.journal, e)
	}
	return e, err
}

func (r *room) undo() {
	r.t.Helper()
	if _, err := r.keep(r.Undo(r.now, text("Ada"))); err != nil {
		r.t.Fatalf("undo: %v", err)
	}
}

func (r *room) redo() {
	r.t.Helper()
	if _, err := r.keep(r.Redo(r.now, text("Ada"))); err != nil {
		r.t.Fatalf("redo: %v", err)
	}
}

// refuses checks that an intent is refused with that code, in a sentence, and that nothing changes.
func (r *room) refuses(code Code, in Intent) {
	r.t.Helper()
	before := r.State()
	_, err := r.Do(r.now, text("Ada"), in)
	wantCode(r.t, err, code)
	if r.State() != before {
		r.t.Fatalf("%#v was refused and changed the state", in)
	}
}

func wantCode(t fataler, err error, code Code) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error %v, want one with the code %q", err, code)
	}
	if e.Code != code {
		t.Fatalf("refused as %q (%s), want %q", e.Code, e.Message, code)
	}
	if last := e.Message[len(e.Message)-1]; last != '.' {
		t.Fatalf("%q is no sentence", e.Message)
	}
}

func (r *room) team(name string) model.TeamID {
	r.t.Helper()
	t, ok := r.State().TeamByName(text(name))
	if !ok {
		r.t.Fatalf("there is no team %s", name)
	}
	return t.ID
}

// objective finds an objective by its label, such as "Payments 1".
func (r *room) objective(label string) model.Objective {
	r.t.Helper()
	for o := range r.State().Objectives.All() {
		if r.State().Label(o.ID) == label {
			return o
		}
	}
	r.t.Fatalf("there is no objective %s", label)
	return model.Objective{}
}

func (r *room) id(label string) model.ObjectiveID {
	r.t.Helper()
	return r.objective(label).ID
}

func (r *room) side(label string, krs ...int) model.Side {
	r.t.Helper()
	o := r.objective(label)
	s := model.Side{Team: o.Team, Objective: o.ID}
	for _, n := range krs {
		s.KeyResults = append(s.KeyResults, o.KeyResults[n-1].ID)
	}
	return s
}

// finding is a relation as the detector would find it.
func (r *room) finding(kind model.FindingKind, a, b string) model.Finding {
	r.t.Helper()
	return model.Finding{ID: model.FindingID(string(kind) + a + b), Kind: kind, Score: 0.8, A: r.side(a), B: r.side(b)}
}

// intent finds the id of an intent by its text.
func (r *room) intent(s string) model.IntentID {
	r.t.Helper()
	i, ok := r.State().IntentByText(text(s))
	if !ok {
		r.t.Fatalf("the strategy has no intent %q", s)
	}
	return i.ID
}

// image is everything in a state, to be compared.
func image(t fataler, s *State) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(b)
}

// content is image without the number of the last entry.
func content(t fataler, s *State) string {
	t.Helper()
	c := *s
	c.Seq = 0
	return image(t, &c)
}

// allowed and refused are the rows of a table about one family of intents.
type (
	allowed struct {
		name string
		in   Intent
		sees func(*State) any // what of the state matters
		want any
	}
	refused struct {
		name string
		in   Intent
		code Code
	}
)

// family runs both tables; each row begins in the state of r.
func family(t *testing.T, r *room, yes []allowed, no []refused) {
	t.Helper()
	base := content(t, r.State())
	for _, c := range yes {
		t.Run("allowed/"+c.name, func(t *testing.T) {
			r.t = t
			r.do(c.in)
			got, want := asJSON(t, c.sees(r.State())), asJSON(t, c.want)
			if got != want {
				t.Errorf("the state has %s, want %s", got, want)
			}
			if title, ok := r.CanUndo(); !ok || title == "" {
				t.Error("what happened has no title")
			}
			r.undo()
			if content(t, r.State()) != base {
				t.Error("undo does not lead back")
			}
		})
	}
	for _, c := range no {
		t.Run("refused/"+c.name, func(t *testing.T) {
			r.t = t
			r.refuses(c.code, c.in)
		})
	}
}

func asJSON(t fataler, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return string(b)
}
