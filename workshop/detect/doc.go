// Package detect finds relations between drafted OKRs: duplicates, dependencies, synergies and conflicts. Texts go in, findings
// with reasons come out. It is pure: the same input gives the same findings, whatever the order of the teams, the number of
// cores or the time of day, and nothing leaves the machine.
//
// # How a card comes about
//
//	text → line → features → pairs and asks → score → card
//
// A text becomes a line (line.go): words with their stems and places, the concepts of the glossary that it speaks of, and what it
// wants: up, down, keep, build. The lines of an objective together become its features (corpus.go): stems and concepts, each as
// strong as the best place where it stands and as rare as the whole input makes it.
//
// Two objectives of different teams that share a stem or a concept, or put a trade-off in numbers, are a pair (pairs.go); a close
// look (symmetric.go, related.go) compares them line by line and asks the glossary what usually leads to what and what usually
// strains what, and what teams of their kinds usually have to do with each other. An objective and another
// team are an ask (ask.go): does the objective name the team (alias.go, mention.go), does a stated need or an offer speak for it,
// does a team of its kind usually provide what is needed, does the team write about it more than others do (profile.go)? Texts are
// compared by pieces of their words as well (pieces.go), always with what is usual among the drafts (nearness.go). Each kind has a
// small fixed model (judge.go) that makes one score, a probability, of what was found.
//
// What is above the floor of its kind is put into words (reason.go, why.go) with the rule, the places in the text, and what each
// reason adds to the score (weight.go). Lines that
// stand in several teams are one matter and so one card (card.go): "four teams commit to this".
//
// # What it knows beforehand
//
// The files in data/ hold what a coach knows who has not seen the drafts: the glossary, what one usually needs for what, the
// kinds of teams and what they provide, trade-offs, and word lists in English and German. They are made to be read and edited.
// An entry belongs there only if it makes sense in any company; names of companies, products and teams never do.
//
// # What the workshop teaches it
//
// Words that mean the same here join the glossary (ownwords.go). A name that may mean several teams is asked about once
// (questions.go), and the answer counts. What the room decided ranks what is left (learn.go).
package detect
