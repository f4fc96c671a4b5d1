//go:build unix

package main

import "strings"

// sequences are what a terminal sends for keys that are not a character.
var sequences = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f", "f1": "\x1bOP",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"pgup": "\x1b[5~", "pgdown": "\x1b[6~", "shift+up": "\x1b[1;2A", "shift+down": "\x1b[1;2B",
}

// sequence is what a terminal sends for a key.
func sequence(key string) string {
	if s, ok := sequences[key]; ok {
		return s
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok {
		return string(letter[0] & 0x1f)
	}
	return key
}
