package detect

import (
	"testing"

	"souk/model"
)

// bankIn is the same small marketplace in two languages, with relations planted.
func bankIn(german bool) Input {
	if german {
		return market(
			"Wachstum",
			" 60.000 neue Konten in diesem Quartal",
			"  Abbruchquote der Anmeldung von 62 % auf 40 % senken",
			" Der Norden spricht jede Woche von uns",
			"  Von 4 auf 10 Kampagnen im Monat",
			"  Frühjahrskampagne am 1. März auf Sendung, sobald die Rechtsabteilung den Wortlaut freigegeben hat",
			"Digitaler Einstieg",
			" Ein Konto zu eröffnen dauert Minuten, nicht Tage",
			"  Abgebrochene Registrierungen von 62 % auf 35 % verringern",
			"Zahlungsverkehr",
			" Kunden bezahlen jeden in Sekunden",
			"  Namensabgleich in allen vier Kanälen, mit der Schnittstelle von Plattform",
			" Weniger Zahlungen gehen schief",
			"  Reklamationen zu Zahlungen von 14 auf 6 je 10.000 Überweisungen senken",
			"Plattform",
			" Teams liefern aus, ohne auf uns zu warten",
			"  Testumgebungen auf Abruf: 18 → 40",
			"Kundenservice",
			" Kunden bekommen Hilfe, bevor sie fragen müssen",
			"  Kundenanfragen je 1.000 Kunden von 182 auf 120",
			"  Reklamationen zu Zahlungen von 14 auf 6 je 10.000 Überweisungen senken",
			"Betrugsabwehr",
			" Betrüger kommen nicht durch unsere Tür",
			"  Betrug bei der Kontoeröffnung von 9,2 auf 6,0 Basispunkte senken",
			"Recht",
			" Jedes Team hat seine rechtliche Antwort in zwei Arbeitstagen",
			"Technik und Betrieb",
			" Technik, die je Kunde weniger kostet",
			"  Cloud-Kosten im Monat von 410.000 € auf 330.000 € senken",
		)
	}
	return market(
		"Growth",
		" 60,000 new accounts opened this quarter",
		"  Cut sign-up drop-off from 62 % to 40 %",
		" The north talks about us every single week",
		"  Go from 4 to 10 campaign waves a month",
		"  Spring savings campaign on air on 1 March, as soon as Legal has cleared the wording",
		"Digital Onboarding",
		" Opening an account takes minutes, not days",
		"  Reduce abandoned registrations from 62 % to 35 %",
		"Payments",
		" Customers pay anyone in seconds",
		"  Name check live in all four channels, with the interface from Platform",
		" Fewer payments go wrong",
		"  Cut payment disputes from 14 to 6 per 10,000 transactions",
		"Platform",
		" Teams ship without waiting for us",
		"  On-demand test environments: 18 → 40",
		"Customer Care",
		" Customers get help before they have to ask",
		"  Customer enquiries per 1,000 customers from 182 to 120",
		"  Cut payment disputes from 14 to 6 per 10,000 transactions",
		"Fraud Prevention",
		" Fraudsters do not get past our door",
		"  Fraud at account opening from 9.2 to 6.0 basis points",
		"Legal",
		" Every team has its legal answer in two working days",
		"Technology & Operations",
		" Technology that costs less for every customer",
		"  Cut monthly cloud costs from €410,000 to €330,000",
	)
}

// TestTheLanguageDoesNotMatter finds the same planted relations in English and in German.
func TestTheLanguageDoesNotMatter(t *testing.T) {
	const most = 6 // of a kind
	for name, german := range map[string]bool{"English": false, "German": true} {
		all := run(t, bankIn(german))
		for _, want := range []struct {
			kind model.FindingKind
			a, b string
		}{
			{model.Duplicate, "o05", "o07"}, // one key result of two teams
			{model.Duplicate, "o01", "o03"}, // drop-off and abandoned registrations, both from 62 %
			{model.Dependency, "o04", "t4"}, // the interface from Platform
			{model.Dependency, "o02", "t7"}, // Legal clears the wording
			{model.Conflict, "o03", "o08"},  // sign-ups without friction, and fraud
			{model.Conflict, "o02", "o07"},  // campaigns, and those who answer
			{model.Conflict, "o06", "o10"},  // more environments, and less cloud spend
		} {
			rank, found := 0, false
			for _, f := range all {
				if f.Kind != want.kind {
					continue
				}
				rank++
				other := string(f.B.Objective)
				if want.kind == model.Dependency {
					other = string(f.B.Team)
				}
				if string(f.A.Objective) == want.a && other == want.b {
					found = true
					break
				}
			}
			if !found || rank > most {
				t.Errorf("%s: %s %s–%s is number %d (found: %t), not among the first %d", name, want.kind, want.a, want.b, rank, found, most)
			}
		}
	}
}
