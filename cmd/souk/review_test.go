//go:build unix

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// candidate matches the first matter of two teams that is not queued, under the cursor.
var candidate = regexp.MustCompile(`▸    ● \.\d\d (\S.*? [→] .*?\S)  `)

// TestTheWholeReview is a coach alone with the sample, by keys in a terminal, and the room on the day.
func TestTheWholeReview(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "bank.souk")
	souk(t, "import", file, "demo.yaml")

	w := start(t, dir, hall, "review", "bank.souk", "--by", "Ada").sees("REVIEW · Northwind Bank", "▸TEAMS 0 of 12 read", "for the coach alone")
	w.press("n").sees("RETAIL BANKING", "n read, next").press("n", "n").sees("GROWTH", "▸TEAM 2 of 12 read")
	w.press("p").sees("Private note on").types("the board wrote this").record("a private note")
	w.press("/").types("60,000 new").press("enter").sees("▸1").press("g").sees("a ask the team")
	w.press("a").sees("Ask Growth ahead").types("Who asked for this").record("a question to Growth").sees("? Who asked for this")
	w.press("tab").sees("▸QUEUE").until("a candidate", func(screen string) bool { return candidate.MatchString(screen) })
	pair := candidate.FindStringSubmatch(w.screen())[1]
	w.press("s").recorded("queueing " + pair).sees("▸QUEUE 1")
	w.press("tab").sees("▸ROOM", "▸ 09:00").press("tab").sees("▸AHEAD", "1 question").press("m").sees("12 pages in bank-ahead: 12 new")
	w.press("q").sees("Leave the workshop?", "Your notes stay private").press("y").leaves(done)

	page, err := os.ReadFile(filepath.Join(dir, "bank-ahead", "growth.md"))
	if err != nil {
		t.Fatal(err)
	}
	wantIn(t, string(page), "# Growth: questions for your stall", "- Who asked for this")

	again := start(t, dir, small, "review", "bank.souk").sees("▸AHEAD").goTo("Teams").sees("2 of 12 read · 1 queued · 1 asked")
	again.press("q").sees("Leave the workshop?").press("y").leaves(done)

	room := start(t, dir, hall, "bank.souk").sees("▸CHECK-IN").seesNo("REVIEW").press("tab", "tab", "tab").sees("▸DEPENDENCIES", "▸ ◐", pair)
	room.press("q").sees("Leave the workshop?").press("y").leaves(done)
	if log := souk(t, "log", file); len(log) == 0 {
		t.Error("the journal is empty")
	} else {
		wantIn(t, log, "a private note", "a question to Growth", "queueing "+pair)
	}
}

// A rehearsal is the walk on a copy: nothing of it is kept, and the file may be open meanwhile.
func TestARehearsalKeepsNothing(t *testing.T) {
	dir := newWorkshop(t)
	open := start(t, dir, small, "w.souk").sees("help")
	before := souk(t, "log", filepath.Join(dir, "w.souk"))
	w := start(t, dir, small, "TMPDIR="+dir, "open", "--rehearse", "w.souk").sees("REHEARSAL", "▸CHECK-IN")
	w.press("P").sees("Into the parking lot").types("the canteen").record("parking").goTo("Publish").press("1").sees("nothing is kept")
	w.press("q").sees("Leave the workshop?").press("y").leaves(done)
	open.press("q").sees("Leave the workshop?").press("y").leaves(done)
	if after := souk(t, "log", filepath.Join(dir, "w.souk")); after != before {
		t.Errorf("the rehearsal is in the journal:\n%s", after)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "souk-rehearsal-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
