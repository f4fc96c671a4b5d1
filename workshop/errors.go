package workshop

import "fmt"

// Code tells a program why an intent was refused.
type Code string

// The codes.
const (
	NotFound    Code = "not found"     // what the intent names is not in the workshop (any more)
	Empty       Code = "empty"         // a text that must be said is missing
	Invalid     Code = "invalid"       // a value is out of its range
	Unchanged   Code = "unchanged"     // nothing would change
	NotNow      Code = "not now"       // not possible in the state that it is in
	NothingToDo Code = "nothing to do" // nothing to undo or to redo
	Unknown     Code = "unknown"       // an entry of a kind or version this program does not know
)

// Error is a refusal: a code for the program and a sentence that the room may read.
type Error struct {
	Code    Code
	Message string
}

func (e *Error) Error() string { return e.Message }

func refuse(code Code, format string, args ...any) error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}
