// Package store keeps a workshop in one file, NAME.souk, a bbolt database. It knows bytes, not rules: what an entry means is
// package workshop's business.
//
// # The file
//
// Format souk/1 has four buckets:
//
//	meta      format, id (random, 128 bits), created, head (sequence number and hash of the newest entry)
//	journal   sequence number (8 bytes, big endian) → hash (32 bytes), entry (JSON)
//	snapshot  a state, with the sequence number and the hash it belongs to, under a checksum
//	place     where the room was, under a checksum
//
// The hash of an entry is SHA-256 over the hash before it and the entry's bytes; the first one follows from the id. bbolt has no
// checksums of its own for what it stores, so the chain is verified whenever a file is opened. Snapshot and place are
// conveniences: one that does not fit is left aside, and the journal is folded from the start.
//
// # What it promises
//
//   - When Append returns nil, the entries are on the disk and stay there, whatever happens to the program or the machine.
//   - When Append returns an error, the entries may or may not be there. Call it again with the same entries: those that are stored
//     already are recognised, and nothing is stored twice.
//   - An opening that fails creates and changes nothing. bbolt trusts the pages of a file and may not come back from bad ones; so
//     package store reads files itself, checks every page in use, and gives bbolt only what is sound. bbolt does the writing.
//   - A file may be read while it is open in another window. One window writes.
//   - A file that is replaced, deleted or cut while it is open is noticed by the next Append, which then goes on in a rescue file
//     beside it and says so.
//   - If one of bbolt's two headers breaks, the commit that it hid is found again in the pages that it left.
//   - One goroutine owns the database of a File. Everything is copied out of it.
//
// What it cannot notice: a whole file that is put back in an older state, by a backup or a disk that lies, while it is closed.
//
// Errors are sentences that say what went wrong and what to do next; errors.Is tells them apart.
package store
