// Package workshop holds what may happen in a marketplace alignment workshop.
//
// A Session takes intents (verbs, such as RecordWhyNow), checks each against the State, makes an
// Entry with a fact in the past tense (WhyNowRecorded), and folds it into the state. The entries in their order are the journal, and
// the journal is the truth:
//
//   - The state is the fold over the entries that were not taken back. Undo and redo are entries
//     themselves, which name their target.
//   - All refusing happens before an entry exists; apply cannot fail, and it reads nothing but the state and the entry.
//   - A State never changes once it is made: apply works on a copy that shares what stays the same.
//     So a state can be handed to a screen, kept for undo, or compared with the next one at no cost.
//   - A fact carries everything that is needed to fold it, ids included. What a released format has written folds to the same state for ever.
//
// One file per family of entries: the intent, what it checks, the fact, what it does.
//
// The package knows model and nothing else: no clock, no randomness, no files, no terminal. Time comes in with each intent;
// ids are made from the entry's sequence number.
package workshop
