package workshop

import (
	"encoding/json"
	"iter"
	"slices"
	"sync"
)

// chunkSize is how many rows are copied when one of them changes.
const chunkSize = 64

// keyed is what a Table can hold: a value that knows its own key.
type keyed[K ~string] interface{ Key() K }

// Table keeps values in the order in which they came. It is a value: Put returns a new table and leaves the old one
// as it was; the two share all chunks but one, so the cost does not grow with the number of rows. The zero value is an empty table. Versions
// may be read from several goroutines.
type Table[K ~string, V keyed[K]] struct {
	chunks [][]*V
	n      int
	index  *positions[K]
}

// positions is shared by all versions of a table. It holds every place at which a key stands in some version: nearly always one, more
// where versions went different ways, as after an undo. Which of them holds in a version is told by the key of the row that stands there.
type positions[K ~string] struct {
	mu sync.RWMutex
	at map[K][]int
}

// Len is the number of rows.
func (t Table[K, V]) Len() int { return t.n }

// Get returns the value with that key.
func (t Table[K, V]) Get(key K) (V, bool) {
	if i, ok := t.find(key); ok {
		return *t.row(i), true
	}
	var zero V
	return zero, false
}

// Has reports whether there is a value with that key.
func (t Table[K, V]) Has(key K) bool {
	_, ok := t.find(key)
	return ok
}

// Put returns a table in which v stands under its key: in its old place, or at the end.
func (t Table[K, V]) Put(v V) Table[K, V] {
	i, known := t.find(v.Key())
	if !known {
		i = t.n
	}
	c := i / chunkSize
	next := Table[K, V]{chunks: slices.Clone(t.chunks), n: t.n, index: t.index}
	if c == len(next.chunks) {
		next.chunks = append(next.chunks, nil)
	}
	rows := slices.Clip(slices.Clone(next.chunks[c])[:min(len(next.chunks[c]), max(0, t.n-c*chunkSize))])
	if known {
		rows[i%chunkSize] = &v
	} else {
		rows = append(rows, &v)
		next.n++
		next.remember(v.Key(), i)
	}
	next.chunks[c] = rows
	return next
}

// PutAll is Put for many values, at the cost of one copy.
func (t Table[K, V]) PutAll(vs []V) Table[K, V] {
	if len(vs) < chunkSize {
		for _, v := range vs {
			t = t.Put(v)
		}
		return t
	}
	next := Table[K, V]{n: t.n, index: t.index, chunks: make([][]*V, len(t.chunks))}
	for i, c := range t.chunks {
		next.chunks[i] = slices.Clone(c)
	}
	for _, v := range vs {
		i, known := next.find(v.Key())
		if known {
			next.chunks[i/chunkSize][i%chunkSize] = &v
			continue
		}
		i = next.n
		if i%chunkSize == 0 {
			next.chunks = append(next.chunks, make([]*V, 0, chunkSize))
		}
		next.chunks[i/chunkSize] = append(next.chunks[i/chunkSize], &v)
		next.n++
		next.remember(v.Key(), i)
	}
	return next
}

// All yields the values in their order.
func (t Table[K, V]) All() iter.Seq[V] {
	return func(yield func(V) bool) {
		for i := range t.n {
			if !yield(*t.row(i)) {
				return
			}
		}
	}
}

// Changed yields each value of t that is new or was put since older, with what stood there before.
func (t Table[K, V]) Changed(older Table[K, V]) iter.Seq2[*V, V] {
	return func(yield func(before *V, after V) bool) {
		for c, rows := range t.chunks {
			if c < len(older.chunks) && len(rows) > 0 && len(older.chunks[c]) == len(rows) && &rows[0] == &older.chunks[c][0] {
				continue
			}
			for j, v := range rows {
				var before *V
				if k, ok := older.find((*v).Key()); ok {
					before = older.row(k)
				}
				if before == v || c*chunkSize+j >= t.n {
					continue
				}
				if !yield(before, *v) {
					return
				}
			}
		}
	}
}

// MarshalJSON writes the values as an array.
func (t Table[K, V]) MarshalJSON() ([]byte, error) {
	return json.Marshal(slices.Collect(t.All()))
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (t *Table[K, V]) UnmarshalJSON(b []byte) error {
	var vs []V
	if err := json.Unmarshal(b, &vs); err != nil {
		return err
	}
	*t = Table[K, V]{}.PutAll(vs)
	return nil
}

func (t Table[K, V]) row(i int) *V { return t.chunks[i/chunkSize][i%chunkSize] }

func (t Table[K, V]) find(key K) (int, bool) {
	if t.index == nil {
		return 0, false
	}
	t.index.mu.RLock()
	places := t.index.at[key]
	t.index.mu.RUnlock()
	for _, i := range places {
		if i < t.n && (*t.row(i)).Key() == key {
			return i, true
		}
	}
	return 0, false
}

func (t *Table[K, V]) remember(key K, i int) {
	if t.index == nil {
		t.index = &positions[K]{at: map[K][]int{}}
	}
	t.index.mu.Lock()
	if places := t.index.at[key]; !slices.Contains(places, i) {
		t.index.at[key] = append(slices.Clip(places), i)
	}
	t.index.mu.Unlock()
}
