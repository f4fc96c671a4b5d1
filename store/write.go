package store

import (
	"errors"
	"time"

	"go.etcd.io/bbolt"
)

// writeContents fills a new database.
func writeContents(tx *bbolt.Tx, c *contents) error {
	for _, b := range [][]byte{metaBucket, journalBucket, snapshotBucket, placeBucket} {
		if _, err := tx.CreateBucket(b); err != nil {
			return err
		}
	}
	about := tx.Bucket(metaBucket)
	if err := errors.Join(
		about.Put(formatKey, []byte(format)),
		about.Put(idKey, []byte(c.id)),
		about.Put(createdKey, []byte(c.created.Format(time.RFC3339Nano))),
	); err != nil {
		return err
	}
	if c.snapshot != nil {
		if err := tx.Bucket(snapshotBucket).Put(latestKey, c.snapshot); err != nil {
			return err
		}
	}
	return writeTail(tx, c, 0, c.place)
}

// writeTail stores the records of c after the entry from, the new head, and a place where there is one.
func writeTail(tx *bbolt.Tx, c *contents, from uint64, place []byte) error {
	journal := tx.Bucket(journalBucket)
	journal.FillPercent = 0.9 // entries are only ever added behind
	for seq := from + 1; seq <= c.seq(); seq++ {
		if err := journal.Put(seqKey(seq), c.records[seq-1].bytes()); err != nil {
			return err
		}
	}
	if place != nil {
		if err := tx.Bucket(placeBucket).Put(latestKey, seal(place)); err != nil {
			return err
		}
	}
	return tx.Bucket(metaBucket).Put(headKey, c.head())
}
