package workshop

// Teller names the entries of a journal one after the other, each by what it meant when it was made.
type Teller struct{ session *Session }

// NewTeller stands before the first entry.
func NewTeller() *Teller { return &Teller{session: New()} }

// Tell is the title of the next entry. It returns an *Error (Invalid) where the entry does not follow.
func (t *Teller) Tell(e Entry) (string, error) {
	s := t.session
	if e.Seq != s.seq+1 || !s.fold(e) {
		return "", refuse(Invalid, "Entry %d does not follow entry %d.", e.Seq, s.seq)
	}
	return e.Fact.Title(s.state), nil
}
