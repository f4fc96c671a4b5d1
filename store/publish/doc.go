// Package publish writes the report of a workshop in the formats that people and other programs read.
//
// Every text in a workshop was written by others, so each writer escapes whatever could mean something in its format: no text can end a
// table, start a heading, become a link or run. Files are written whole or not at all, and never through a symbolic link.
//
// To add a format, write its file and add its line to writers in publish.go.
package publish
