package screens

import (
	"slices"

	"souk/ui/kit"
	"souk/workshop"
)

// kept is a list whose rows are made of a state, anew when that changes. The cursor stays on its row where that is still there.
type kept[T any] struct {
	list  kit.List
	state *workshop.State
	made  []T
}

// rows are the rows of a state; same tells whether two rows are about the same thing.
func (k *kept[T]) rows(s *workshop.State, same func(a, b T) bool, gather func() []T) []T {
	if k.state == s {
		return k.made
	}
	before, at := k.made, k.list.Cursor
	k.state, k.made = s, gather()
	if at < len(before) {
		if i := slices.IndexFunc(k.made, func(row T) bool { return same(row, before[at]) }); i >= 0 {
			k.list.Cursor = i
		}
	}
	k.list.To(k.list.Cursor, len(k.made))
	return k.made
}

// forget has the rows made anew, whatever the state.
func (k *kept[T]) forget() { k.state = nil }

// current is the row under the cursor.
func (k *kept[T]) current() (row T, ok bool) {
	if len(k.made) == 0 {
		return row, false
	}
	k.list.To(k.list.Cursor, len(k.made))
	return k.made[k.list.Cursor], true
}

// to goes to the first row of which that is true, beginning with the one below the cursor and round the end. The cursor stays where there is
// none but its own.
func (k *kept[T]) to(wanted func(T) bool) bool {
	n := len(k.made)
	for i := 1; i < n; i++ {
		if at := (k.list.Cursor + i) % n; wanted(k.made[at]) {
			k.list.Cursor = at
			return true
		}
	}
	return false
}
