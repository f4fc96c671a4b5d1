//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"souk/store"
	"souk/ui/screens"
	"souk/ui/uitest"
)

// record ends an open form and waits until what it recorded is on the disk.
func (term *terminal) record(undo string) *terminal {
	term.t.Helper()
	return term.press("ctrl+s").recorded(undo)
}

// recorded waits until the newest entry is on the disk: the status line names it, as what undo would take back, and says that it is saved.
func (term *terminal) recorded(undo string) *terminal {
	term.t.Helper()
	return term.sees("u undo: "+undo, "✓ saved")
}

// onTheTable matches the finding that the cursor stands on, while nothing is decided about it.
var onTheTable = regexp.MustCompile(`▸ ● \.\d\d (\S.*?\S) +│`)

// chosen waits until the cursor stands on a finding that is none of those before, goes on to one between two teams, and returns them. It
// must not matter to a walk what the detector finds best.
func (term *terminal) chosen(before ...string) string {
	term.t.Helper()
	var found []string
	term.until("a finding on the table", func(screen string) bool {
		found = onTheTable.FindStringSubmatch(screen)
		return found != nil && !slices.Contains(before, found[1])
	})
	if !strings.ContainsAny(found[1], "~→×") { // one matter of more than two teams
		return term.press("n").chosen(append(before, found[1])...)
	}
	return found[1]
}

// TestTheWholeWalk is a workshop by keys, from check-in to the report on the disk.
func TestTheWholeWalk(t *testing.T) {
	dir := t.TempDir()
	w := start(t, dir, hall, "demo", "--keep", "bank.souk", "--by", "Ada").sees("▸CHECK-IN", "▸ Retail Banking")
	walkToTheStalls(w)
	decided := walkTheMarketplace(w)
	walkToTheEnd(w)

	file := filepath.Join(dir, "bank.souk")
	report := souk(t, "report", file)
	wantIn(t, report,
		"Every refund explains itself", "Disputes double every year", "the first of March", "one list for both", "Payee watch",
		"Customers who join us stay with us for years", "Mara Kent", "30 April", "Who feeds the cat", "Jo Birch", "Of 32 objectives, 1 is aligned")
	wantIn(t, souk(t, "report", "--format", "json", file), "a second pair of eyes")
	wantIn(t, souk(t, "log", file), append(decided,
		"import of the sample marketplace", "Payments here, may commit", "direction this cycle", "why now of Payments 2", "need of Payments",
		"wording of Retail Banking 1", "Retail Banking 1, team: agreed", "confidence in Retail Banking 1", "parking", "(Ada)")...)
	souk(t, "check", file)

	written, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil || len(written) != 1 {
		t.Fatalf("written: %v, %v", written, err)
	}
	if record, err := os.ReadFile(written[0]); err != nil || string(record) != report {
		t.Errorf("the record on the disk is not what souk report prints (%v)", err)
	}
}

func wantIn(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in:\n%s", part, text)
		}
	}
}

// walkToTheStalls says who may commit, what is wanted, why now, and what is needed.
func walkToTheStalls(w *terminal) {
	w.press("down", "down", "down").sees("▸ Payments").press("c").recorded("Payments here, may commit")

	w.press("tab").sees("▸STRATEGY").press("a").sees("Add to the strategy").press("right", "right", "right", "enter")
	w.types("Every refund explains itself").record("direction this cycle “Every refund explains itself”")

	w.press("tab").sees("▸STALLS 1/12").press("right", "right", "right").sees("▸STALLS 4/12").press("down").sees("▸ 2  Fewer payments go wrong")
	w.press("w").sees("Why now: Payments 2").types("Disputes double every year").record("why now of Payments 2")
	w.press("n").sees("What Payments needs").types("a second pair of eyes").record("need of Payments")
}

// walkTheMarketplace asks and answers, decides a duplicate and a synergy, and returns what the journal must tell of that.
func walkTheMarketplace(w *terminal) []string {
	ask := w.press("tab").sees("▸DEPENDENCIES").chosen()
	w.press("a").sees("needed by").record("request " + ask)
	w.press("1").sees("Commit: " + ask).types("the first of March").record(ask + ": commit").sees("committed: by the first of March")

	same := w.press("tab").sees("▸DUPLICATES").chosen()
	w.press("1").sees("Lead and follow: " + same).press("enter").types("one list for both").record(same + ": lead and follow")

	together := w.press("tab").sees("▸SYNERGIES").chosen()
	for strings.Contains(together, " × ") { // a conflict
		together = w.press("down").chosen(together)
	}
	w.press("2").sees("Virtual team: "+together, "team's name").press("enter").types("Payee watch").record(together + ": virtual team")
	w.sees("✓ The virtual team Payee watch")
	return []string{"request " + ask, ask + ": commit", same + ": lead and follow", together + ": virtual team"}
}

// walkToTheEnd edits, agrees, reads back, and writes the report.
func walkToTheEnd(w *terminal) {
	w.press("tab").sees("▸REGROUP", "▸ Retail Banking").press("e").sees("Edit which objective?").press("enter").sees("re-word the objective")
	w.press("enter").sees("Re-word Retail Banking 1").types(" for years").record("wording of Retail Banking 1")
	w.sees("Customers who join us stay with us for years")

	w.press("tab").sees("▸AGREEMENT 0/32").press("y").sees("▸AGREEMENT 1/32")
	w.press("v").sees("fist of five").types("45354").press("enter").recorded("confidence in Retail Banking 1")

	w.press("tab").sees("▸CLOSE", "0 of 2 read back").press("o").sees("Who sees to it")
	w.press("ctrl+u").types("Mara Kent").press("enter", "ctrl+u").types("30 April")
	w.record("").sees("Mara Kent", "30 April").press("enter").sees("1 of 2 read back").press("enter").sees("2 read back")
	w.press("P").sees("Into the parking lot").types("Who feeds the cat").record("parking").press("2").sees("▸ ● Who feeds the cat")
	w.press("o").sees("Who takes it on").types("Jo Birch").record("").seesNo("Who takes it on")

	w.press("tab").sees("▸PUBLISH").press("1").sees("The record is in")
	w.press("q").sees("Leave the workshop?").press("y").leaves(done)
}

// A flat battery in the middle of the dependencies: all that was shown as saved is there, the room is where it was, and undo goes on.
func TestWhatIsShownAsSavedSurvivesAKill(t *testing.T) {
	dir := t.TempDir()
	w := start(t, dir, hall, "demo", "--keep", "bank.souk").sees("▸CHECK-IN").press("tab", "tab", "tab").sees("▸DEPENDENCIES")
	var requests []string
	for range 3 {
		pair := w.chosen(requests...)
		w.press("a").sees("needed by").record("request " + pair)
		requests = append(requests, pair)
		w.press("n")
	}
	pair := w.chosen(requests...)
	w.press("a").sees("needed by").press("ctrl+s").kill()

	journal := souk(t, "log", filepath.Join(dir, "bank.souk"))
	for _, r := range requests {
		if !strings.Contains(journal, "request "+r) {
			t.Errorf("what was shown as saved is lost: %s\n%s", r, journal)
		}
	}
	w = start(t, dir, wide, "bank.souk").sees("▸DEPENDENCIES 0/20", "asked, not answered")
	if got := strings.Count(w.screen(), "asked, not answered"); got != strings.Count(journal, "request ") {
		t.Errorf("%d requests are on the screen, %d in the journal", got, strings.Count(journal, "request "))
	}
	if strings.Contains(journal, "request "+pair) { // it had not been shown as saved, so either will do
		w.press("u").sees("took back: request " + pair)
	}
	w.press("u").sees("took back: request "+requests[2], "✓ saved").press("q").sees("Leave the workshop?").press("y").leaves(done)
	if journal := souk(t, "log", filepath.Join(dir, "bank.souk")); !strings.Contains(journal, "took back: request "+requests[2]) {
		t.Errorf("the journal does not tell of the undo:\n%s", journal)
	}
}

// Real drafts of real organisations, on a small and on a large screen: every stage shows, and fits.
func TestRealDraftsFitEveryStage(t *testing.T) {
	for _, name := range []string{"bench/sourcegraph-fy22-q3.drafts.json", "samples/gitlab-fy21-q1.drafts.json"} {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".drafts.json"), func(t *testing.T) {
			drafts := filepath.Join("../../../shared", name)
			if _, err := os.Stat(drafts); err != nil {
				t.Skipf("the real drafts are not here: %v", err)
			}
			dir := t.TempDir()
			file := filepath.Join(dir, "w.souk")
			souk(t, "import", file, drafts)
			for _, s := range []size{small, wide} {
				w := start(t, dir, s, file)
				for i, stage := range screens.All() {
					w.sees(fmt.Sprintf("%d/10 ", i+1), "▸"+strings.ToUpper(stage.Title()))
					wantFrame(t, w)
					w.press("?").sees("Help: " + stage.Title()).press("?").seesNo("Help: " + stage.Title()).press("tab")
				}
				w.sees("This is the last stage").goTo("Check-in").press("q").sees("Leave the workshop?").press("y").leaves(done)
				wantFit(t, file, s)
			}
		})
	}
}

// wantFrame checks that the lines of the frame run over the whole width, and that help is in the last row.
func wantFrame(t *testing.T, w *terminal) {
	t.Helper()
	w.until("a whole frame", func(screen string) bool {
		rows := strings.Split(screen, "\n")
		rule := strings.Repeat("─", w.size.columns)
		return len(rows) == w.size.rows && rows[1] == rule && rows[len(rows)-3] == rule && strings.Contains(rows[len(rows)-1], "? help")
	})
}

// wantFit checks that no line that the app draws is wider than the screen; the terminal would cut it, and nobody would see.
func wantFit(t *testing.T, path string, s size) {
	t.Helper()
	loaded, err := store.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	d := uitest.Open(t, loaded.Session, s.columns, s.rows)
	for _, stage := range screens.All() {
		lines := strings.Split(d.App.View().Content, "\n")
		if i := slices.IndexFunc(lines, func(line string) bool { return ansi.StringWidth(line) > s.columns }); i >= 0 || len(lines) > s.rows {
			t.Errorf("%s: %d lines, and line %d is too wide:\n%s", stage.Title(), len(lines), i+1, d.Screen())
		}
		d.Press("tab")
	}
}
