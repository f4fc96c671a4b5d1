// Package intake reads drafted OKRs out of YAML, JSON and CSV.
//
// What it reads was written by others, often by hand and sometimes with bad intent. So it promises:
//
//   - It never runs away: sizes, nesting and counts are limited before the work that depends on them is done.
//   - It says everything that is wrong, not only the first thing, each with file, line and what to do about it.
//   - An Error means that nothing is imported; a Warning says what was understood differently from how it may have been meant.
//   - Every text that leaves is a model.Text in Unicode's composed form (NFC), outer white space removed.
//
// # How to read the source
//
// Each format becomes the same small tree of nodes that know their line (yaml.go, json.go; csv.go and sheet.go group
// the rows of a table). One reader takes the drafts out of the trees (drafts.go, with the means of fields.go), and refs.go checks what
// can only be known when every source has been read: names of teams, and ids.
package intake
