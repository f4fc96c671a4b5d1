package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"
)

// format is what this version writes; formats is what any version's begins with.
const (
	format  = "souk/1"
	formats = "souk/"
)

// The buckets, and the keys in them.
var (
	metaBucket     = []byte("meta")
	journalBucket  = []byte("journal")
	snapshotBucket = []byte("snapshot")
	placeBucket    = []byte("place")

	formatKey  = []byte("format")
	idKey      = []byte("id")
	createdKey = []byte("created")
	headKey    = []byte("head")
	latestKey  = []byte("latest") // the one key of the buckets snapshot and place
)

const (
	hashSize = sha256.Size
	seqSize  = 8
)

type hash [hashSize]byte

// record is an entry's bytes and where they stand in the chain.
type record struct {
	hash  hash
	entry []byte
}

// contents is all that a workshop file holds, in memory. The record of entry n is records[n-1].
type contents struct {
	id       string
	created  time.Time
	records  []record
	snapshot []byte // sealed
	place    []byte // JSON
	commit   uint64 // bbolt's number of the commit that this was read from
	orphans  int    // how many of the newest records bbolt does not show: see readCommit
}

// genesis is what the first entry is chained to; entries of another workshop do not follow it.
func genesis(id string) hash { return sha256.Sum256([]byte(format + "\n" + id)) }

// follow is the hash of an entry that comes after prev.
func follow(prev hash, entry []byte) hash {
	h := sha256.New()
	h.Write(prev[:])
	h.Write(entry)
	var out hash
	h.Sum(out[:0])
	return out
}

func (c *contents) seq() uint64 { return uint64(len(c.records)) }

// hashAt is the hash of entry seq, which is at most c.seq(); the genesis for 0.
func (c *contents) hashAt(seq uint64) hash {
	if seq == 0 {
		return genesis(c.id)
	}
	return c.records[seq-1].hash
}

// stored is what bbolt shows of c.
func (c *contents) stored() *contents {
	s := *c
	s.records, s.orphans = c.records[:len(c.records)-c.orphans], 0
	return &s
}

// add puts an entry on top.
func (c *contents) add(entry []byte) {
	c.records = append(c.records, record{follow(c.hashAt(c.seq()), entry), entry})
}

// extends reports whether c is what old was, and perhaps more.
func (c *contents) extends(old *contents) bool {
	return c.id == old.id && c.seq() >= old.seq() && c.hashAt(old.seq()) == old.hashAt(old.seq())
}

func seqKey(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }

// head is the value under headKey: the newest entry's sequence number and hash.
func (c *contents) head() []byte {
	h := c.hashAt(c.seq())
	return append(seqKey(c.seq()), h[:]...)
}

func (r record) bytes() []byte { return append(r.hash[:], r.entry...) }

// seal puts a checksum before a payload.
func seal(payload []byte) []byte {
	sum := sha256.Sum256(payload)
	return append(sum[:], payload...)
}

// unseal returns the payload; nil and false where the checksum does not fit.
func unseal(sealed []byte) ([]byte, bool) {
	if len(sealed) < hashSize || sha256.Sum256(sealed[hashSize:]) != [hashSize]byte(sealed[:hashSize]) {
		return nil, false
	}
	return sealed[hashSize:], true
}

// version names the kind of an entry and its version on disk.
type version struct {
	Kind string `json:"kind"`
	V    int    `json:"v"`
}

func versionOf(entry []byte) (version, error) {
	var v version
	if err := json.Unmarshal(entry, &v); err != nil {
		return v, fmt.Errorf("an entry without a kind: %w", err)
	}
	return v, nil
}
