package workshop

import (
	"fmt"
	"slices"

	"souk/model"
)

// DecideFinding records what the room decided about a finding, and does it to the OKRs.
type DecideFinding struct {
	Findings  []model.Finding // one matter; the first is the one on the table, see Settles
	Outcome   model.Outcome
	Lead      model.ObjectiveID // one of the two objectives: it leads, stays, goes first or does not give way; empty: the first finding's A
	Title     model.Text        // of the shared objective, where it gets new words
	Name      model.Text        // of the virtual team; the rationale is its purpose
	Until     model.Text        // of the virtual team: when it ends
	ScopeLead model.Text        // SplitScope: what stays with the lead
	ScopeRest model.Text        // SplitScope: what goes to the other
	Rationale model.Text
	Owner     model.Text
	Due       model.Text
	AgreedBy  model.Text
}

func (in DecideFinding) check(d *desk) (Fact, error) {
	c, err := in.prepare(d)
	if err != nil {
		return nil, err
	}
	if err := in.complete(c); err != nil {
		return nil, err
	}
	c.carryOut(in)
	v := c.verdict(in)
	switch in.Findings[0].Kind {
	case model.Duplicate:
		return DuplicateDecided{v}, nil
	case model.Synergy:
		return SynergyDecided{v}, nil
	case model.Conflict:
		return ConflictDecided{v}, nil
	default:
		return DependencyRuledOut{v}, nil
	}
}

// prepare finds what the decision is about.
func (in DecideFinding) prepare(d *desk) (*deciding, error) {
	if len(in.Findings) == 0 {
		return nil, refuse(Empty, "Choose a finding.")
	}
	f := in.Findings[0]
	if !slices.Contains(model.Outcomes(f.Kind), in.Outcome) {
		return nil, refuse(Invalid, "“%s” is no outcome for a %s.", in.Outcome, f.Kind)
	}
	for _, f := range in.Settles() {
		if err := d.undecided(f); err != nil {
			return nil, err
		}
	}
	if err := d.side(f.A); err != nil {
		return nil, err
	}
	if err := d.side(f.B); err != nil {
		return nil, err
	}
	lead, rest := f.A.Objective, f.B.Objective
	if in.Lead != "" && in.Lead == rest {
		lead, rest = rest, lead
	} else if in.Lead != "" && in.Lead != lead {
		return nil, refuse(Invalid, "Choose one of the two objectives.")
	}
	c := &deciding{desk: d}
	if f.Kind == model.Dependency {
		return c, nil
	}
	if lead == rest {
		return nil, refuse(Invalid, "Such a decision needs two objectives.")
	}
	var err error
	if c.lead, err = d.objective(lead); err != nil {
		return nil, err
	}
	if c.rest, err = d.objective(rest); err != nil {
		return nil, err
	}
	if gone := c.lead.Fate != model.Live || c.rest.Fate != model.Live; gone && !in.Outcome.RulesOut() {
		return nil, refuse(NotNow, "One of the two objectives is no longer part of the OKRs.")
	}
	c.before = []model.Objective{c.lead, c.rest}
	return c, nil
}

// complete refuses what the outcome cannot do without.
func (in DecideFinding) complete(c *deciding) error {
	switch in.Outcome {
	case model.SplitScope:
		if in.ScopeLead.IsEmpty() || in.ScopeRest.IsEmpty() {
			return refuse(Empty, "Say what each of the two teams takes on.")
		}
	case model.FormVirtualTeam:
		if in.Name.IsEmpty() {
			return refuse(Empty, "Give the virtual team a name.")
		}
		if _, taken := c.TeamByName(in.Name); taken {
			return refuse(Invalid, "There is a team %s already.", in.Name.Line())
		}
	case model.TradeOff, model.OneGivesWay:
		if in.Rationale.IsEmpty() {
			return refuse(Empty, "Say what was agreed.")
		}
	default: // the others need no more than the choice
	}
	return nil
}

// deciding is a decision in the making: copies of what it changes.
type deciding struct {
	*desk
	lead, rest model.Objective
	before     []model.Objective
	teams      []model.Team
}

func (c *deciding) carryOut(in DecideFinding) {
	switch in.Outcome {
	case model.Merge:
		c.join(in.Title)
	case model.ShareOwners, model.ShareObjective:
		c.join(in.Title)
		c.own(&c.lead, c.rest.Team)
		for _, t := range c.rest.Owners {
			c.own(&c.lead, t)
		}
	case model.LeadAndFollow:
		c.rest.Follows = c.lead.ID
	case model.SplitScope:
		note(&c.lead, "scope: %s", in.ScopeLead.Line())
		note(&c.rest, "scope: %s", in.ScopeRest.Line())
	case model.FormVirtualTeam:
		c.formTeam(in)
	case model.Sequence:
		note(&c.lead, "before %s", c.Label(c.rest.ID))
		note(&c.rest, "after %s", c.Label(c.lead.ID))
	case model.ShareAsset:
		note(&c.lead, "shared with %s: %s", c.TeamName(c.rest.Team), said(in.Rationale, "a key result or asset"))
		note(&c.rest, "shared with %s: %s", c.TeamName(c.lead.Team), said(in.Rationale, "a key result or asset"))
	case model.OneGivesWay:
		note(&c.rest, "gives way to %s: %s", c.Label(c.lead.ID), in.Rationale.Line())
	case model.TradeOff:
		note(&c.lead, "trade-off with %s: %s", c.Label(c.rest.ID), in.Rationale.Line())
		note(&c.rest, "trade-off with %s: %s", c.Label(c.lead.ID), in.Rationale.Line())
	default: // nothing changes in the OKRs
	}
}

func said(t model.Text, otherwise string) string {
	if t.IsEmpty() {
		return otherwise
	}
	return t.Line()
}

func note(o *model.Objective, format string, args ...any) {
	o.Notes = appended(o.Notes, model.Clean(fmt.Sprintf(format, args...)))
}

// join puts the other objective's key results into the lead and closes the other. What was agreed about the lead was agreed about other
// words, so it is asked again.
func (c *deciding) join(title model.Text) {
	if !title.IsEmpty() {
		c.lead.Title = title
	}
	has := map[model.KeyResult]bool{}
	for _, k := range c.lead.KeyResults {
		has[asked(k)] = true
	}
	for _, k := range c.rest.KeyResults {
		if !has[asked(k)] {
			k.Team = c.Deliverer(c.before[1], k)
			k.ID = model.KeyResultID(c.id("k"))
			k.Ref = ""
			c.lead.KeyResults = appended(c.lead.KeyResults, k)
		}
	}
	for _, s := range c.rest.Supports {
		if !slices.Contains(c.lead.Supports, s) {
			c.lead.Supports = appended(c.lead.Supports, s)
		}
	}
	c.joinWhyNow()
	c.lead.Agreement = model.Agreement{}
	c.rest.Fate, c.rest.Into = model.Merged, c.lead.ID
}

// joinWhyNow takes over why the other objective matters now, or notes it where the lead has words of its own.
func (c *deciding) joinWhyNow() {
	why := c.rest.WhyNow
	switch {
	case why.IsEmpty() || model.Fold(why) == model.Fold(c.lead.WhyNow):
	case c.lead.WhyNow.IsEmpty():
		c.lead.WhyNow = why
	default:
		note(&c.lead, "why now, %s: %s", c.TeamName(c.rest.Team), why.Line())
	}
}

// asked is what a key result asks for, whoever owns it: two that ask for the same are one.
func asked(k model.KeyResult) model.KeyResult {
	return model.KeyResult{Text: model.Clean(model.Fold(k.Text)), Metric: k.Metric, Baseline: k.Baseline, Target: k.Target, Unit: k.Unit}
}

func (c *deciding) own(o *model.Objective, team model.TeamID) {
	if team != o.Team && !slices.Contains(o.Owners, team) {
		o.Owners = appended(o.Owners, team)
	}
}

func (c *deciding) formTeam(in DecideFinding) {
	if !in.Title.IsEmpty() {
		c.lead.Title = in.Title
		c.lead.Agreement = model.Agreement{}
	}
	c.own(&c.lead, c.rest.Team)
	c.rest.Follows = c.lead.ID
	c.teams = []model.Team{{
		ID: model.TeamID(c.id("t")), Name: in.Name, Kind: model.VirtualTeam, Description: in.Rationale, Until: in.Until,
		Members: slices.Compact([]model.TeamID{c.lead.Team, c.rest.Team}), Objectives: []model.ObjectiveID{c.lead.ID},
		Present: true, MayCommit: true,
	}}
}

// verdict sums up what was decided, and what it changes.
func (c *deciding) verdict(in DecideFinding) Verdict {
	f := in.Findings[0]
	v := Verdict{Teams: c.teams}
	status := model.Confirmed
	if in.Outcome.RulesOut() {
		status = model.Dismissed
	}
	v.Findings = withStatus(in.Settles(), status, in.Rationale)
	v.Decision = model.Decision{
		ID: model.DecisionID(c.id("d")), Finding: f.ID, Kind: string(f.Kind), Outcome: in.Outcome,
		Teams: []model.TeamID{f.A.Team, f.B.Team}, Owner: in.Owner, Due: in.Due, Rationale: in.Rationale,
		AgreedBy: in.AgreedBy, At: c.at,
	}
	if f.Kind == model.Dependency {
		v.Decision.Summary = model.Clean(c.TeamName(f.A.Team) + " does not depend on " + c.TeamName(f.B.Team) + ".")
		return v
	}
	v.Decision.Summary = model.Clean(c.sentence(in))
	for i, after := range []model.Objective{c.lead, c.rest} {
		if changes := c.trial(Verdict{Teams: c.teams}).Diff(c.before[i], after); len(changes) > 0 {
			v.Objectives = append(v.Objectives, after)
			v.Decision.Changes = append(v.Decision.Changes, changes...)
		}
	}
	return v
}

// sentence is the decision as it is read aloud.
func (c *deciding) sentence(in DecideFinding) string {
	lead, rest := c.quoted(c.before[0]), c.quoted(c.before[1])
	leadTeam, restTeam := c.TeamName(c.lead.Team), c.TeamName(c.rest.Team)
	switch in.Outcome {
	case model.Merge:
		return fmt.Sprintf("%s goes into %s; %s carries it alone.", rest, lead, leadTeam)
	case model.LeadAndFollow:
		return fmt.Sprintf("%s leads with %s; %s follows with %s.", leadTeam, lead, restTeam, rest)
	case model.ShareOwners, model.ShareObjective:
		return fmt.Sprintf("%s and %s share one objective, “%s”.", leadTeam, restTeam, c.lead.Title.Line())
	case model.SplitScope:
		return fmt.Sprintf("The scope is split: %s takes %s; %s takes %s.", leadTeam, in.ScopeLead.Line(), restTeam, in.ScopeRest.Line())
	case model.KeepBoth:
		return fmt.Sprintf("%s and %s both stay, knowingly.", lead, rest)
	case model.NotDuplicate:
		return fmt.Sprintf("%s and %s are not the same work.", lead, rest)
	case model.FormVirtualTeam:
		return fmt.Sprintf("The virtual team %s forms around %s: %s leads, %s joins.", in.Name.Line(), c.quoted(c.lead), leadTeam, restTeam)
	case model.Sequence:
		return fmt.Sprintf("%s comes first; %s follows after it.", lead, rest)
	case model.ShareAsset:
		return fmt.Sprintf("%s and %s share %s.", leadTeam, restTeam, said(in.Rationale, "a key result or asset"))
	case model.StayInTouch:
		return fmt.Sprintf("%s and %s stay in touch about %s and %s.", leadTeam, restTeam, lead, rest)
	case model.NoSynergy:
		return fmt.Sprintf("%s and %s have nothing to gain from each other.", lead, rest)
	case model.OneGivesWay:
		return fmt.Sprintf("%s gives way to %s.", rest, lead)
	case model.TradeOff:
		return fmt.Sprintf("%s and %s agreed on a trade-off: %s", leadTeam, restTeam, in.Rationale.Line())
	case model.Escalated:
		return fmt.Sprintf("Leadership must decide between %s and %s.", lead, rest)
	case model.NoConflict:
		return fmt.Sprintf("%s and %s do not stand in each other's way.", lead, rest)
	default:
		return fmt.Sprintf("%s: %s, %s.", in.Outcome, lead, rest)
	}
}

func (c *deciding) quoted(o model.Objective) string {
	return fmt.Sprintf("%s “%s”", c.Label(o.ID), o.Title.Line())
}
