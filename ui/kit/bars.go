package kit

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"souk/ui/theme"
)

// Step is one stage in the stage path.
type Step struct {
	Name string // "Stalls"
	Been bool   // the room has been there
	Done bool   // the room has been through, and nothing is open there
	Now  bool   // the room is here
	Note string // how far, for the present one: "4/12"
}

// Top is what the top line says.
type Top struct {
	Name  string // of the workshop
	Path  []Step
	Clock string // "⏱ 03:12", or empty
	Late  bool   // the time is over
	Aside bool   // the clock counts for another stage, so that it stands back
}

// Header draws the top line, exactly width cells: the workshop's name, the stage path, the clock. Where the whole path does not
// fit it shows the present stage with its position and as many neighbours as there is room for.
func Header(st *theme.Styles, top Top, width int) string {
	clock := ""
	if top.Clock != "" {
		style, sign := st.Clock, ""
		switch {
		case top.Aside:
			style = st.StageNext
		case top.Late:
			style, sign = st.ClockLate, SignRisk+" "
		}
		clock = st.Bar.Render(" ") + style.Render(sign+top.Clock) + st.Bar.Render(" ")
	}
	room := max(width-Width(clock)-1, 0)
	name := Cut(top.Name, max(room/3, min(room, 8)))
	path := stagePath(st, top.Path, room-Width(name)-2)
	line := st.Bar.Render(" ") + st.BarName.Render(name) + st.Bar.Render("  ") + path
	line = Cut(line, width-Width(clock))
	return Cut(line+st.Bar.Render(blank(width-Width(line)-Width(clock)))+clock, width)
}

// stagePath draws the steps around the present one that fit into room.
func stagePath(st *theme.Styles, path []Step, room int) string {
	now := -1
	for i, s := range path {
		if s.Now {
			now = i
		}
	}
	if len(path) == 0 || room <= 0 {
		return ""
	}
	if now < 0 {
		now = 0
	}
	segments := make([]string, len(path))
	total := 2 * (len(path) - 1)
	for i, s := range path {
		segments[i] = step(st, s)
		total += Width(segments[i])
	}
	gap := st.Bar.Render("  ")
	if total <= room {
		return strings.Join(segments, gap)
	}
	place := st.StageNext.Render(fmt.Sprintf("%d/%d ", now+1, len(path)))
	from, to := around(segments, now, room-Width(place))
	return Cut(place+strings.Join(segments[from:to+1], gap), room)
}

// around widens the range of segments around now, right and left in turn, as long as it fits.
func around(segments []string, now, room int) (from, to int) {
	from, to = now, now
	used := Width(segments[now])
	for grown := true; grown; {
		grown = false
		if to+1 < len(segments) && used+2+Width(segments[to+1]) <= room {
			to++
			used += 2 + Width(segments[to])
			grown = true
		}
		if from > 0 && used+2+Width(segments[from-1]) <= room {
			from--
			used += 2 + Width(segments[from])
			grown = true
		}
	}
	return from, to
}

func step(st *theme.Styles, s Step) string {
	switch {
	case s.Now:
		text := SignCursor + strings.ToUpper(s.Name)
		if s.Note != "" {
			text += " " + s.Note
		}
		return st.StageNow.Render(text)
	case s.Done:
		return st.StageDone.Render(s.Name + " " + SignDecided)
	case s.Been:
		return st.StageNext.Render(s.Name + " " + SignUnsaid)
	}
	return st.StageNext.Render(s.Name)
}

// Hint is one key in the footer.
type Hint struct {
	Keys string // as they are shown: "↑↓", "w"
	Help string
	Off  bool // does nothing just now
}

// Footer draws as many hints as fit into exactly width cells, in their order; those that are off are dim, or in brackets where
// there is no colour. The last hints, as many as kept says, are always there: they are the way to all the others.
func Footer(st *theme.Styles, hints []Hint, kept, width int) string {
	kept = min(kept, len(hints))
	last := ""
	for i, h := range hints[len(hints)-kept:] {
		if i > 0 {
			last += "   "
		}
		last += hint(st, h)
	}
	line, used := "", 1+Width(last)
	for _, h := range hints[:len(hints)-kept] {
		drawn := hint(st, h)
		if used+Width(drawn)+3 > width {
			break
		}
		line += drawn + "   "
		used += Width(drawn) + 3
	}
	return Pad(" "+line+last, width)
}

func hint(st *theme.Styles, h Hint) string {
	key, text := st.Key, st.Text
	if h.Off {
		key, text = st.KeyOff, st.KeyOff
		if st.Plain {
			return st.KeyOff.Render("(" + h.Keys + " " + h.Help + ")")
		}
	}
	return joined(key, h.Keys, text, h.Help)
}

func joined(key lipgloss.Style, keys string, text lipgloss.Style, help string) string {
	if help == "" {
		return key.Render(keys)
	}
	return key.Render(keys) + text.Render(" "+help)
}

// keyNames are the signs of keys that have one.
var keyNames = strings.NewReplacer(
	"ctrl+", "^", "shift+", "⇧", "alt+", "⌥",
	"pgup", "pgup", "pgdown", "pgdn", "up", "↑", "down", "↓", "left", "←", "right", "→",
)

// KeyName is how a key is written on screen: "up" is ↑, "ctrl+p" is ^p, "shift+up" is ⇧↑.
func KeyName(key string) string { return keyNames.Replace(key) }

// KeyNames writes several keys: arrows close together, others with a space between.
func KeyNames(keys []string) string {
	names := make([]string, len(keys))
	long := false
	for i, k := range keys {
		names[i] = KeyName(k)
		long = long || Width(names[i]) > 1
	}
	if long {
		return strings.Join(names, " ")
	}
	return strings.Join(names, "")
}
