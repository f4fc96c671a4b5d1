package model_test

import (
	"testing"

	"souk/model"
)

func TestAVerdictIsReadFromTheFirstWords(t *testing.T) {
	for words, want := range map[string]model.Verdict{
		"Met: switched on for all accounts":      model.Met,
		"met":                                    model.Met,
		"Met, 0.8: 81 % stopped, target 80 %":    model.Met,
		"Missed: 41,000 opened":                  model.Missed,
		"Missed, 0.4: 22 % instead of 50 %":      model.Missed,
		"Not met":                                model.Missed,
		"Partly met, 0.6: seven of eleven teams": model.PartlyMet,
		"Exceeded: 99.93 %. Exceeded in each of the last five cycles": model.Exceeded,
		"Carried over": model.CarriedOver,
		"Met in October and November, missed in December (3 min 40 s)": model.PartlyMet,
		"Met: 81 % stopped, though we missed the mules":                model.Met,
		"Met. We missed nobody":                                        model.Met,
		"Erreicht: alle Konten":                                        model.Met,
		"Nicht erreicht, 0,4":                                          model.Missed,
		"Verfehlt":                                                     model.Missed,
		"Teilweise erreicht":                                           model.PartlyMet,
		"Übertroffen":                                                  model.Exceeded,
		"Übertragen auf Q2":                                            model.CarriedOver,
		"Achieved":                                                     model.Met,

		"":                             "",
		"0.4: two of five banks live":  "",
		"Reached 41,000 of 50,000":     "",
		"Erreicht 60 % des Ziels":      "",
		"Metrics were not in place":    "",
		"We met the target in October": "",
		"Donepezil":                    "",
	} {
		if got := model.ReadVerdict(model.Clean(words)); got != want {
			t.Errorf("%q is read as %q, want %q", words, got, want)
		}
	}
	for _, v := range model.Verdicts() {
		if got := model.ReadVerdict(model.Clean(string(v))); got != v {
			t.Errorf("the verdict %q is read as %q", v, got)
		}
	}
}

func TestWhatWasSaidGoesBeforeTheWords(t *testing.T) {
	r := model.Result{Verdict: model.PartlyMet, Outcome: model.Clean("Met in all but one")}
	if r.Became() != model.PartlyMet || r.SaidOnce() != r {
		t.Errorf("%q, %+v", r.Became(), r.SaidOnce())
	}
	r.Verdict = model.Met
	if once := r.SaidOnce(); once.Verdict != "" || once.Became() != model.Met {
		t.Errorf("the verdict that the words say anyway is kept: %+v", once)
	}
}
