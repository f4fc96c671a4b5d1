package report

import (
	"souk/model"
	"souk/workshop"
	"souk/workshop/review"
)

// tongueOf says sentences in the language in which a team drafts. What the table does not know stays as it is.
func tongueOf(s *workshop.State, t model.TeamID) func(string) string {
	german := review.IsGerman(s, t)
	return func(sentence string) string {
		if said, known := inGerman[sentence]; known && german {
			return said
		}
		return sentence
	}
}

// inGerman are the sentences of a page that is sent ahead.
var inGerman = map[string]string{
	"questions for your stall":                                                                      "Fragen an euren Stand",
	"This is for %s, to prepare for the marketplace workshop.":                                      "Das ist für %s, zur Vorbereitung auf den Marktplatz.",
	"All teams bring their drafts; nothing in them is final, yours included.":                       "Alle Teams bringen Entwürfe mit; nichts darin ist endgültig, auch bei euch nicht.",
	"What we would like to hear from you":                                                           "Was wir gern von euch hören würden",
	"What others will ask of you":                                                                   "Was andere von euch brauchen",
	"These will come up. Think about what you could promise, by when, and what would have to wait.": "Das kommt zur Sprache. Überlegt, was ihr bis wann zusagen könntet und was dafür warten müsste.",
	"%s needs something from you":                                                                   "%s braucht etwas von euch",
	"%s needs something from you for “%s”":                                                          "%s braucht etwas von euch für „%s“",
	"Your OKRs, as we have them":                                                                    "Eure OKRs, wie wir sie kennen",
	"What you need and offer, as we have it":                                                        "Was ihr braucht und anbietet, wie wir es kennen",
	"We know of no objective of yours yet.":                                                         "Wir kennen noch kein Ziel von euch.",
	"What to bring":                                                                                 "Was ihr mitbringt",
	"Somebody who may promise something for %s.":                                                    "Jemanden, der für %s etwas zusagen darf.",
	"Your objectives and key results, with today's figures where you know them.":                    "Eure Ziele und Schlüsselergebnisse, mit dem heutigen Stand, wo ihr ihn kennt.",
	"For each objective a sentence: why does it matter now?":                                        "Zu jedem Ziel einen Satz: Warum ist es gerade jetzt wichtig?",
	"What you need from other teams, by when; and what you can offer them.":                         "Was ihr von anderen Teams braucht und bis wann; und was ihr anbieten könnt.",

	"No key result yet.":     "Noch kein Schlüsselergebnis.",
	"Why now":                "Warum jetzt",
	"not said yet":           "noch nicht gesagt",
	"Supports":               "Zahlt ein auf",
	"Owned by":               "Gehört",
	"Follows":                "Folgt",
	"Phase":                  "Phase",
	"Origin":                 "Herkunft",
	"assigned by leadership": "von der Leitung vorgegeben",
	"Agreed":                 "Vereinbart",
	"Not final":              "Noch offen",
	"At risk":                "Gefährdet",
	"Needs":                  "Braucht",
	"Offers":                 "Bietet",
}
