// Package model holds the nouns of a marketplace alignment workshop as plain values: teams,
// objectives, findings, requests, decisions. It knows the standard library only, has no clock, no randomness and
// does no I/O. What may happen to the nouns is package workshop's business.
//
// Every piece of text that people write is a Text, made by Clean; so no other package needs to ask
// whether a string is safe to show.
package model
