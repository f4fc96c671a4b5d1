// Package report makes the record of a workshop out of its state: minutes that can be sent to leadership as they are.
//
// Build returns a Document, a tree of plain values that knows nothing of how it will be written; package store/publish writes it. The rules:
//
//   - It says what the state says and nothing else: what was taken back is not in it, and a blank is called a blank.
//   - It is written for people who were not in the room. Objectives stand with their words, no id is ever shown.
//   - Nothing is scored. An intent without support, or an objective that stands alone, is told in neutral words.
//   - Every text is on one line. A writer must still escape it for its own format.
package report
