// Package signal computes what a room has to tell leadership: intents that nobody supports, copies of other teams' key results, targets that
// are always exceeded, and so on, each as one sentence with its evidence. It is pure: the same state gives the same signals in the same order.
//
// The rules:
//
//   - Silence is better than noise. A signal speaks only where the drafts or the room say enough for it: where hardly any team says what it
//     supports, nothing is said about intents without support.
//   - Everything that a signal says can be checked in its evidence, which quotes objectives by their labels.
//   - No team is ranked or blamed. A team that honestly supports no intent is no signal.
//   - The key of a signal names its matter: its kind and the ids it is about. A signal that was kept or dropped is known again as long as most
//     of what it is about is the same (Settled), and comes up anew where it is about something else. So there is a signal for each team.
//   - Only a decision is the word of the room. What a coach queued or dismissed alone is not told as such.
//
// To add a kind: a constant with its words in signal.go, and a function in the table of Compute.
package signal
