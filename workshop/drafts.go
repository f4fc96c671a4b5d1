package workshop

import (
	"cmp"
	"fmt"
	"slices"

	"souk/model"
)

// ImportDrafts loads drafted OKRs. What is there already is found by its id, by team and title, or by what a reworded objective and a renamed
// team have kept, and updated where the drafts changed and the workshop did not; whatever the room said, decided or edited stays. Teams and
// objectives that the drafts leave out stay too: State.LeftOut lists them.
type ImportDrafts struct {
	Drafts model.Drafts
	Source model.Text // where they come from, e.g. a file's name
}

func (in ImportDrafts) check(d *desk) (Fact, error) {
	if in.Drafts.IsEmpty() {
		return nil, refuse(Empty, "There is neither a team nor a strategy in these drafts.")
	}
	if slices.ContainsFunc(in.Drafts.Teams, func(t model.DraftTeam) bool { return t.Name.IsEmpty() }) {
		return nil, refuse(Empty, "A team in these drafts has no name.")
	}
	f := DraftsImported{Source: in.Source}
	im := newImport(d, &f)
	im.strategy(in.Drafts)
	teams := oneDraftPerTeam(in.Drafts.Teams)
	im.name(teams)
	for _, t := range teams {
		if v, ok := d.Teams.Get(im.teams[model.Fold(t.Name)]); ok && v.Kind == model.VirtualTeam && t.Kind != model.VirtualTeam {
			return nil, refuse(Invalid, "%s is a virtual team of this workshop: give the team in the drafts another name.", t.Name.Line())
		}
	}
	im.match(teams)
	for _, t := range teams {
		im.team(t)
	}
	if im.sameStrategy() && f.New+f.Updated == 0 {
		return nil, refuse(Unchanged, "These drafts are in the workshop already; nothing changed.")
	}
	return f, nil
}

// DraftsImported says what came out of drafted OKRs: the strategy as it is then, and the teams and objectives that are new or changed. Drafted
// has those objectives of which the workshop has another version than the drafts.
type DraftsImported struct {
	Source       model.Text         `json:"source,omitzero"`
	Organisation model.Text         `json:"organisation,omitzero"`
	Cycle        model.Text         `json:"cycle,omitzero"`
	Intents      []model.Intent     `json:"intents,omitempty"`
	Answers      []model.Text       `json:"answers,omitempty"`
	LastCycle    []model.Result     `json:"last_cycle,omitempty"`
	Promises     []model.Promise    `json:"promises,omitempty"`
	PastSignals  []model.PastSignal `json:"past_signals,omitempty"`
	PastCycles   []model.PastCycle  `json:"past_cycles,omitempty"`
	Brought      Brought            `json:"brought,omitzero"`
	Teams        []model.Team       `json:"teams,omitempty"`
	Objectives   []model.Objective  `json:"objectives,omitempty"`
	Drafted      []model.Objective  `json:"drafted,omitempty"`
	Redrafted    []model.TeamID     `json:"redrafted,omitempty"` // the known teams that have other OKRs, needs or offers than before
	New          int                `json:"new"`                 // teams and objectives
	Updated      int                `json:"updated"`             // teams and objectives
	Unchanged    int                `json:"unchanged"`           // teams and objectives
}

// Kind implements Fact.
func (DraftsImported) Kind() string { return "drafts-imported" }

// Title implements Fact.
func (f DraftsImported) Title(*State) string {
	return fmt.Sprintf("import of %s (%d new, %d updated)", short(f.Source), f.New, f.Updated)
}

func (f DraftsImported) apply(s *State, _ Entry) {
	s.Organisation, s.Cycle = f.Organisation, f.Cycle
	s.Intents, s.Answers, s.Brought = f.Intents, f.Answers, f.Brought
	s.LastCycle, s.Promises, s.PastSignals, s.PastCycles = f.LastCycle, f.Promises, f.PastSignals, f.PastCycles
	s.Teams = s.Teams.PutAll(f.Teams)
	s.Objectives = s.Objectives.PutAll(f.Objectives)
	s.Drafted = s.Drafted.PutAll(f.Objectives).PutAll(f.Drafted)
	for _, id := range f.Redrafted {
		s.Private.unread(id)
	}
}

// importing is an import in the making.
type importing struct {
	*desk
	fact    *DraftsImported
	teams   map[string]model.TeamID              // by folded name, those to come included
	parents map[model.TeamID]model.TeamID        // as the drafts want them
	stalls  map[model.TeamID][]model.ObjectiveID // what a team may mean: its objectives, and those it drafted that were lifted away
	taken   map[model.ObjectiveID]bool           // by a draft

	found    map[model.TeamID][]model.ObjectiveID // what each draft of a team updates, empty for a new one
	reworded map[model.ObjectiveID]bool           // found by something else than id and title
}

func newImport(d *desk, f *DraftsImported) *importing {
	im := &importing{
		desk: d, fact: f, teams: map[string]model.TeamID{}, parents: map[model.TeamID]model.TeamID{},
		stalls: map[model.TeamID][]model.ObjectiveID{}, taken: map[model.ObjectiveID]bool{},
		found: map[model.TeamID][]model.ObjectiveID{}, reworded: map[model.ObjectiveID]bool{},
	}
	f.Brought.Names = d.Brought.Names
	for t := range d.Teams.All() {
		im.teams[model.Fold(t.Name)] = t.ID
		im.parents[t.ID] = t.Parent
	}
	for o := range d.Objectives.All() {
		im.stalls[o.Team] = append(im.stalls[o.Team], o.ID)
		if was, ok := d.Drafted.Get(o.ID); ok && was.Team != o.Team {
			im.stalls[was.Team] = append(im.stalls[was.Team], o.ID)
		}
	}
	return im
}

// oneDraftPerTeam joins drafts that name the same team.
func oneDraftPerTeam(drafted []model.DraftTeam) []model.DraftTeam {
	var out []model.DraftTeam
	at := map[string]int{}
	for _, t := range drafted {
		i, again := at[model.Fold(t.Name)]
		if !again {
			at[model.Fold(t.Name)] = len(out)
			out = append(out, t)
			continue
		}
		o := &out[i]
		o.Level, o.Parent, o.Description = cmpOr(o.Level, t.Level), cmpOr(o.Parent, t.Parent), cmpOr(o.Description, t.Description)
		o.Kind = cmp.Or(o.Kind, t.Kind)
		o.Needs, o.Offers = appended(o.Needs, t.Needs...), appended(o.Offers, t.Offers...)
		o.Objectives = appended(o.Objectives, t.Objectives...)
	}
	return out
}

// name gives every team its id first, since teams refer to each other. A parent that would close a ring is left out.
func (im *importing) name(drafted []model.DraftTeam) {
	im.rename(drafted)
	for _, t := range drafted {
		if name := model.Fold(t.Name); im.teams[name] == "" {
			im.teams[name] = model.TeamID(im.id("t"))
		}
	}
	im.remember()
	for _, t := range drafted {
		if parent := im.teams[model.Fold(t.Parent)]; parent != "" {
			im.parents[im.teams[model.Fold(t.Name)]] = parent
		}
	}
	for _, t := range drafted {
		if id := im.teams[model.Fold(t.Name)]; im.isAboveItself(id) {
			im.parents[id] = ""
		}
	}
}

func (im *importing) isAboveItself(id model.TeamID) bool {
	above := im.parents[id]
	for range im.parents {
		if above == "" || above == id {
			break
		}
		above = im.parents[above]
	}
	return above == id
}

func (im *importing) team(dt model.DraftTeam) {
	id := im.teams[model.Fold(dt.Name)]
	old, known := im.Teams.Get(id)
	t := old
	if model.Fold(t.Name) != model.Fold(dt.Name) {
		t.Name = dt.Name
	}
	if !known {
		t = model.Team{ID: id, Name: dt.Name, Kind: model.DeliveryTeam, Present: true}
	}
	t.Level = cmpOr(dt.Level, t.Level)
	t.Description = cmpOr(dt.Description, t.Description)
	if dt.Kind != "" {
		t.Kind = dt.Kind
	}
	t.Parent = im.parents[id]
	t.Needs = im.exchanges(t.Needs, dt.Needs)
	t.Offers = im.exchanges(t.Offers, dt.Offers)
	fresh, changed := im.objectives(id, dt.Objectives)
	t.Objectives = appended(t.Objectives, fresh...)
	if known && (changed || !slices.Equal(old.Needs, t.Needs) || !slices.Equal(old.Offers, t.Offers) || old.Description != t.Description) {
		im.fact.Redrafted = append(im.fact.Redrafted, id)
	}
	switch {
	case !known:
		im.fact.New++
	case !sameTeam(old, t):
		im.fact.Updated++
	default:
		im.fact.Unchanged++
		return
	}
	im.fact.Teams = append(im.fact.Teams, t)
}

func sameTeam(a, b model.Team) bool {
	return a.Name == b.Name && a.Level == b.Level && a.Description == b.Description && a.Kind == b.Kind && a.Parent == b.Parent &&
		slices.Equal(a.Needs, b.Needs) && slices.Equal(a.Offers, b.Offers) && slices.Equal(a.Objectives, b.Objectives)
}

// exchanges replaces what came from drafts and keeps what was raised in the workshop. Drafts that say nothing change nothing.
func (im *importing) exchanges(old []model.Exchange, drafted []model.DraftExchange) []model.Exchange {
	if len(drafted) == 0 {
		return old
	}
	var out []model.Exchange
	for _, x := range drafted {
		if !x.Text.IsEmpty() {
			out = append(out, model.Exchange{Team: im.teams[model.Fold(x.Team)], Text: x.Text})
		}
	}
	for _, x := range old {
		brought := slices.ContainsFunc(out, func(o model.Exchange) bool { return o.Team == x.Team && model.Fold(o.Text) == model.Fold(x.Text) })
		if x.Raised && !brought {
			out = append(out, x)
		}
	}
	return out
}
