// Package ui is the workshop on the screen: App, the only Bubble Tea model, with what all screens share.
//
// # How a message is dispatched
//
//  1. What the world says (size, background, ticks, results of commands) goes to its own case of App.Update.
//  2. A key goes to the open dialog, if there is one. Only ctrl+c, ctrl+p and f1 reach the app from there.
//  3. Otherwise to the screen's binding for it, and last to the app's own.
//
// Screens and dialogs answer with a flow.Effect, and App.carryOut is the one place where an effect is interpreted: it hands intents to the
// session (in memory, at once) and the entries that come out to the outbox, which appends them to the file with one write in flight. The
// status line says saved when the file says so, not before.
//
// Update and View do no I/O. Commands do, and they get copies of what they need.
package ui
