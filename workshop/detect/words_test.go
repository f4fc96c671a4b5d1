package detect

import (
	"context"
	"strings"
	"testing"

	"souk/model"

	"github.com/google/go-cmp/cmp"
)

func TestWordsOf(t *testing.T) {
	for text, want := range map[string]string{
		"":                                 "",
		"Cut sign-up drop-off by 5%":       "Cut|sign|up|drop|off|by|5",
		"posthog.com isn't p95 < 1.5s":     "posthog|com|isn|t|p95|1.5s",
		"Kündigungsquote über 3,5 Prozent": "Kündigungsquote|über|3,5|Prozent",
		"(API) — \"quoted\", end. 👩‍💻 node": "API|quoted|end|node",
	} {
		var got []string
		for w := range wordsOf(text) {
			got = append(got, w.text)
			if text[w.start:w.end] != w.text {
				t.Errorf("%q: %q does not stand at %d", text, w.text, w.start)
			}
		}
		if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestDirectionAndLanguage(t *testing.T) {
	v := newVocabulary(theLexicon())
	for _, test := range []struct {
		text  string
		wants direction
		in    language
	}{
		{"Increase the number of active users", up, inEnglish},
		{"Cut disputes per 10k payments", down, inEnglish},
		{"Maintain uptime of the core services", steady, inEnglish},
		{"Launch the partner portal", making, inEnglish},
		{"99.95% availability", nowhere, inEnglish},
		{"Die Kündigungsquote von 5% auf 3% senken", down, inGerman},
		{"Umsatz mit Bestandskunden steigern und ausbauen", up, inGerman},
		{"Für jede Filiale eine neue Kasse einführen", making, inGerman},
	} {
		l := v.parse(test.text, inTitle)
		if l.wants != test.wants || l.in != test.in {
			t.Errorf("%q: direction %d, language %d", test.text, l.wants, l.in)
		}
	}
}

func TestNumbersTellADirection(t *testing.T) {
	v := newVocabulary(theLexicon())
	for text, want := range map[string]direction{
		"Go from 4 to 10 campaign waves a month":                     up,
		"On-demand test environments: 18 → 40":                       up,
		"Lead time for a new environment 9 days -> 1 hour":           down,
		"Account opening has 9 screens instead of 17":                down,
		"2.5 million marketing messages a month (today 1.1 million)": up,
		"Kundenanfragen je 1.000 Kunden von 182 auf 120":             down,
		"Monthly cloud spend from €410,000 to €330,000":              down,
		"95 of 100 instant transfers arrive within 3 s":              nowhere,
		"Team eNPS of at least 30 in the March pulse survey":         nowhere,
		"Fill the 9 open positions, two of them until 28 February":   nowhere,
	} {
		if l := v.parse(text, 0); l.moves != want {
			t.Errorf("%q moves %d, not %d", text, l.moves, want)
		}
	}
}

func TestOppositesAreTurned(t *testing.T) {
	for text, want := range map[string]direction{
		"Reduce abandoned registrations from 62% to 35%": up,
		"Raise registrations from 35% to 62%":            up,
		"Registrations fall from 62 to 35":               down,
		"Cut churn from 5% to 3%":                        down, // churn is its own concept, whose numbers should fall
	} {
		c := read(context.Background(), market("A", " "+text))
		if got := c.objectives[0].claims[0].moves; got != want {
			t.Errorf("%q moves its concept %d, not %d", text, got, want)
		}
	}
}

func TestStemsOfOtherMeaningStayApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"engine", "engineering"}, {"experience", "experiment"}, {"customer", "customized"}, {"product", "productivity"}, {"organ", "organic"},
	} {
		if stem(pair[0], inEnglish) == stem(pair[1], inEnglish) {
			t.Errorf("%s and %s are one word", pair[0], pair[1])
		}
	}
}

func TestConcepts(t *testing.T) {
	v := newVocabulary(theLexicon())
	for text, want := range map[string]string{
		"Reduce churn":                                "churn",
		"Lower customer attrition":                    "churn",
		"Fewer abandoned registrations":               "sign-ups",
		"Sign-up takes two minutes":                   "sign-ups",
		"Signups per week":                            "sign-ups",
		"Hire six analysts":                           "hiring",
		"Sechs Analysten für die Filiale einstellen":  "hiring",
		"Kündigungsquote unserer Geschäftskunden von": "churn",
		"Die Neukundenanmeldung dauert drei Minuten":  "sign-ups",
		"Unsere Lagerbestände sind um ein Drittel zu": "inventory",
		"Perform an internal review":                  "", // neither performance nor an intern
		"Develop the market hall":                     "",
	} {
		var got []string
		l := v.parse(text, inTitle)
		for _, s := range l.said {
			got = append(got, v.lex.concepts[s.concept].name)
		}
		if diff := cmp.Diff(want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestNamesOf(t *testing.T) {
	c := &corpus{vocabulary: *newVocabulary(theLexicon())}
	for full, want := range map[string]string{ // ! stands behind acronyms
		"Payments":                         "payments",
		"Business (Marketing)":             "business (marketing), business, marketing",
		"Product/Engineering":              "product/engineering, product, engineering",
		"Dynamic Data and Storage (DDS)":   "dynamic data and storage (dds), dynamic data storage, dds!",
		"Director of Engineering, Growth":  "director of engineering, growth, engineering, growth",
		"Team Zahlungsverkehr":             "team zahlungsverkehr, zahlungsverkehr",
		"Customer Identity Access Gateway": "customer identity access gateway, ciag!",
		"VP, Finance":                      "vp, finance, finance",
		"VP, IT":                           "vp, it, it!",
	} {
		var got []string
		for _, n := range c.namesOf(&team{name: full}) {
			if n.upper {
				n.text += "!"
			}
			got = append(got, n.text)
		}
		if diff := cmp.Diff(want, strings.Join(got, ", ")); diff != "" {
			t.Errorf("%q: %s", full, diff)
		}
	}
}

func TestKindsOfTeamsAreNames(t *testing.T) {
	in := market("Kiosk", " A new shelf", "  Layout agreed with Marketing and HR",
		"CMO", "Senior Director of Corporate Marketing", "People Ops", "Logistics")
	c := read(t.Context(), in)
	got := map[string]float64{}
	for _, m := range c.mentions(&c.objectives[0], c.callings()) {
		got[c.teams[m.team].name] = m.strength
	}
	if len(got) != 3 || got["CMO"] <= got["Senior Director of Corporate Marketing"] || got["People Ops"] < 0.3 {
		t.Errorf("marketing is first of all its chief, and HR the people team; got %v", got)
	}
}

func TestCues(t *testing.T) {
	for _, test := range []struct {
		line       string
		strong     bool // stronger than a bare mention
		gives      bool
		notAtAll   bool
		needsTeam2 string
	}{
		{line: "Checkout rebuilt, depends on Platform for the new API", strong: true},
		{line: "Joint roadmap with the platform team", strong: true},
		{line: "Deliver a style guide to Platform", gives: true},
		{line: "Neue Kasse, braucht die Schnittstelle von Platform", strong: true},
		{line: "Become the leading platform for small shops"},
		{line: "Works with any mobile platform"},
		{line: "Platforms are compared", strong: false},
		{line: "A platform strategy is written"},
		{line: "Nothing to see here", notAtAll: true},
	} {
		in := market("Shop", " Sell more", "  "+test.line, "Platform", " Uptime")
		c := read(t.Context(), in)
		all := c.mentions(&c.objectives[0], c.callings())
		switch {
		case test.notAtAll != (len(all) == 0):
			t.Errorf("%q: %d mentions", test.line, len(all))
		case test.notAtAll:
		case all[0].gives != test.gives:
			t.Errorf("%q: gives = %v", test.line, all[0].gives)
		case !test.gives && test.strong != (all[0].strength > 0.6):
			t.Errorf("%q: strength %.2f", test.line, all[0].strength)
		}
	}
}

func TestOurTeamIsTheWritersOwn(t *testing.T) {
	names := func(title string) []string {
		in := market("Engineering Leadership", " "+title, "Web", " Search finds more", "Sales", " Close deals")
		var named []string
		for _, f := range run(t, in) {
			if f.Kind == model.Dependency && f.A.Objective == "o01" && has(&f, namesTeam) {
				named = append(named, string(f.B.Team))
			}
		}
		return named
	}
	if got := names("Every question about our engineering team has an answer"); len(got) > 0 {
		t.Errorf("our engineering team is %v", got)
	}
	if got := names("Every deal that our sales team works on has an engineer"); len(got) != 1 || got[0] != "t3" {
		t.Errorf("our sales team is %v", got)
	}
}

func TestAWeakRowSaysSometimes(t *testing.T) {
	in := market("Falcon", " Win 5,000 sign-ups", "Website Team", " The start page loads fast", "Fraud Team", " Nobody is cheated", "Marketing", " Press likes us")
	for team, often := range map[model.TeamID]string{"t2": "is sometimes the work of", "t3": "sometimes needs fraud", "t4": "usually needs awareness"} {
		var said []string
		for _, f := range run(t, in) {
			if f.Kind == model.Dependency && f.A.Objective == "o01" && f.B.Team == team {
				for _, r := range f.Reasons {
					said = append(said, r.Text.Line())
				}
			}
		}
		if !strings.Contains(strings.Join(said, "\n"), often) {
			t.Errorf("%s: %q, not %q", team, said, often)
		}
	}
}

func TestFunctions(t *testing.T) {
	for name, want := range map[string]string{
		"People Ops":            "people",
		"Product":               "product",
		"Production":            "production",
		"Customer Support":      "support",
		"VP, Finance":           "finance",
		"Talent Acquisition":    "talent",
		"Vertrieb Süd":          "sales",
		"Personalabteilung":     "people",
		"Widget Makers":         "",
		"Data Platform":         "data",
		"Plattform & Betrieb":   "platform",
		"Compliance (Germany)":  "compliance",
		"Engineering (Backend)": "engineering",
	} {
		c := read(t.Context(), market(name, " Something"))
		got := ""
		for _, f := range c.teams[0].functions {
			if c.lex.functions[f.id].name == want {
				got = want
			}
		}
		if got != want || want == "" && len(c.teams[0].functions) > 0 {
			t.Errorf("%s: want %q, got %+v", name, want, c.teams[0].functions)
		}
	}
}

func TestEveryTeamIsAsked(t *testing.T) {
	for line, want := range map[string]bool{
		"Each team has its own onboarding":       true,
		"All departments publish their plans":    true,
		"The working groups share a roadmap":     true,
		"Jedes Team hat eine Ansprechperson":     true,
		"All team members feel safe":             false,
		"Sales teams use the price list":         false,
		"Budget and plan to each department":     false, // given, not asked
		"Our team is great":                      false,
		"Hand the dashboards over for all teams": false,
	} {
		c := read(t.Context(), market("Office", " Good work", "  "+line))
		if _, got := c.everyoneIn(&c.objectives[0], false); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}

func TestQuoteIsShort(t *testing.T) {
	long := strings.Repeat("Wörter ", 40)
	if got := short(long); len(got) > longest+len("“ …”") || !strings.HasSuffix(got, "…”") {
		t.Errorf("got %q", got)
	}
	if got := short("as it is"); got != "“as it is”" {
		t.Errorf("got %q", got)
	}
}

func TestTheFirstSupportedIntentIsAReason(t *testing.T) {
	in := market("A", " Lower attrition of shops", "B", " Renew contracts of shops")
	in.Intents = []model.Intent{{ID: "i1", Text: model.Clean("Customers stay")}}
	for i := range in.Objectives {
		in.Objectives[i].Supports = []model.Support{{Intent: "i1", Text: in.Intents[0].Text}}
	}
	if f := run(t, in).find(model.Synergy, "o01", "o02"); !has(f, oneIntent) {
		t.Errorf("got %+v", f)
	}
}

func TestLinesWithoutStopWordsFollowTheOthers(t *testing.T) {
	c := read(t.Context(), market("Kredit", " Sechs Analysten einstellen", " Wir sind für die Kunden da und helfen mit einem Kredit"))
	if got := c.objectives[0].lines[0].in; got != inGerman {
		t.Errorf("got %d", got)
	}
	if claims := c.objectives[0].claims; len(claims) != 1 || c.lex.concepts[claims[0].id].name != "hiring" {
		t.Errorf("got %+v", claims)
	}
}
