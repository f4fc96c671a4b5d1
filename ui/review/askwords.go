package review

// asking is a question in the languages in which teams draft. What stands at the place goes in for {}.
type asking struct{ english, german string }

// in is the question in one of them.
func (a asking) in(german bool) string {
	if german {
		return a.german
	}
	return a.english
}

// askOf are questions by check.
var askOf = map[string]asking{
	"deliverable": {
		"Suppose this is done: {}. What will be different for customers or colleagues, and how will you notice?",
		"Angenommen, das ist geschafft: {}. Was ist dann für Kundinnen, Kunden oder Kollegen anders, und woran merkt ihr es?",
	},
	"only-a-number": {
		"Whom does it help when {} comes true, and what will they be able to do then?",
		"Wem hilft es, wenn {} eintritt, und was ist dann möglich?",
	},
	"figure-in-objective": {
		"Could you say {} without the figure, and keep the figure as a key result?",
		"Könnt ihr {} ohne die Zahl sagen und die Zahl als Schlüsselergebnis behalten?",
	},
	"short-objective":   {"What exactly should change with {}, and for whom?", "Was genau soll sich mit {} ändern, und für wen?"},
	"long-objective":    {"How would you say {} in one breath?", "Wie würdet ihr {} in einem Atemzug sagen?"},
	"business-as-usual": {"What will you do differently this cycle because of {}?", "Was macht ihr in diesem Zyklus anders wegen {}?"},
	"no-owner":          {"Whom can the other teams ask about {}?", "Wen können die anderen Teams zu {} fragen?"},
	"no-key-results":    {"How will you know in three months that {} has come true?", "Woran erkennt ihr in drei Monaten, dass {} eingetreten ist?"},
	"few-key-results": {
		"What must not get worse while you reach {}? Would that be a second key result?",
		"Was darf nicht schlechter werden, während ihr {} erreicht? Wäre das ein zweites Schlüsselergebnis?",
	},
	"many-key-results": {
		"If you could only keep three key results of {}, which would they be?",
		"Wenn ihr zu {} nur drei Schlüsselergebnisse behalten könntet: Welche wären das?",
	},
	"all-leading": {
		"You know what you will do for {}. Which figure should move because of it?",
		"Ihr wisst, was ihr für {} tut. Welche Zahl soll sich dadurch bewegen?",
	},
	"all-lagging": {"What would show you within weeks that {} is on its way?", "Was würde euch schon nach Wochen zeigen, dass {} auf dem Weg ist?"},
	"placeholder": {
		"Something is still open in {}. What is your best guess? A rough one is enough to talk about.",
		"In {} ist noch etwas offen. Was ist eure beste Schätzung? Eine grobe genügt, um darüber zu reden.",
	},
	"target-is-baseline": {
		"{}: is it meant to stay as it is, or is one of the figures another one?",
		"{}: Soll es so bleiben, wie es ist, oder lautet eine der Zahlen anders?",
	},
	"wrong-way":   {"{}: should it go up or down?", "{}: Soll es steigen oder sinken?"},
	"over-100":    {"{}: of what is that the share?", "{}: Wovon ist das der Anteil?"},
	"no-unit":     {"{}: what do the figures count?", "{}: Was zählen diese Zahlen?"},
	"vague":       {"How would another team see that this has come true: {}?", "Woran würde ein anderes Team sehen, dass das eingetreten ist: {}?"},
	"no-number":   {"{}: from where to where?", "{}: Von wo nach wo?"},
	"no-baseline": {"Where does it stand today: {}?", "Wo steht ihr da heute: {}?"},
	"outside-cycle": {
		"What of {} will be true at the end of this cycle?",
		"Was von {} gilt am Ende dieses Zyklus schon?",
	},
	"repeats-objective": {
		"{} says the objective again: what would be evidence for it?",
		"{} sagt das Ziel noch einmal: Was wäre ein Beleg dafür?",
	},
	"subset": {
		"{} is part of another key result: what else would show that it worked?",
		"{} ist Teil eines anderen Schlüsselergebnisses: Was würde sonst noch zeigen, dass es gewirkt hat?",
	},
	"activity":  {"What will come of {}, and how will you notice?", "Was kommt bei {} heraus, und woran merkt ihr es?"},
	"baseline":  {"What will you decide once you know it: {}?", "Was entscheidet ihr, sobald ihr es wisst: {}?"},
	"milestone": {"When {} is done, what will be better, and for whom?", "Wenn {} geschafft ist: Was ist dann besser, und für wen?"},
	"no-why-now": {
		"Why does {} matter now? What happens if it waits for a cycle?",
		"Warum ist {} gerade jetzt wichtig? Was passiert, wenn es einen Zyklus wartet?",
	},
	"stands-alone": {
		"Why does {} matter now, and what does it contribute to? It may stand alone; then one sentence why.",
		"Warum ist {} gerade jetzt wichtig, und wozu trägt es bei? Es darf für sich stehen; dann ein Satz, warum.",
	},
	"why-now-echo": {"What has changed, that this matters now: {}?", "Was hat sich geändert, dass das gerade jetzt wichtig ist: {}?"},
	"why-now-generic": {
		"{} would be true of many objectives. What is it about this one, now?",
		"{} träfe auf viele Ziele zu. Was ist es bei diesem, gerade jetzt?",
	},
	"why-now-short": {
		"{}: what is behind that, and what happens if it waits for a cycle? One sentence is enough.",
		"{}: Was steckt dahinter, und was passiert, wenn es einen Zyklus wartet? Ein Satz genügt.",
	},
	"many-objectives": {
		"Which of your objectives would you keep if you could only keep three?",
		"Welche eurer Ziele würdet ihr behalten, wenn es nur drei sein dürften?",
	},
	"cascaded-copy": {
		"{} is also a key result of another team. What is your own part in it, in your own words?",
		"{} ist auch ein Schlüsselergebnis eines anderen Teams. Was ist euer eigener Teil daran, in euren Worten?",
	},
}

// What a question on several lines adds; how many there are goes in for %d.
var (
	oneMore  = asking{" The same goes for 1 other line of yours.", " Dasselbe gilt für eine weitere Zeile bei euch."}
	someMore = asking{" The same goes for %d other lines of yours.", " Dasselbe gilt für %d weitere Zeilen bei euch."}
)

// What is asked about another team, or several: {them} are their names, {us} and {theirs} the objectives, {need} is what is needed.
var (
	askSame = asking{
		"{them} plans {theirs}. Is that the same work as {us}, and if it is, who should lead it?",
		"{them} plant {theirs}. Ist das dieselbe Arbeit wie {us}, und wenn ja: Wer sollte sie führen?",
	}
	askAllSame = asking{
		"{them} plan the same as you, or nearly: {us}. Is it one piece of work, and if it is, who should lead it?",
		"{them} planen dasselbe wie ihr, oder fast: {us}. Ist das eine gemeinsame Arbeit, und wenn ja: Wer sollte sie führen?",
	}
	askTogether = asking{
		"{them} plans {theirs}. What could you both win by doing that together with {us}?",
		"{them} plant {theirs}. Was könntet ihr beide gewinnen, wenn ihr das zusammen mit {us} angeht?",
	}
	askAllTogether = asking{
		"{them} work on something close to {us}. What could you all win by doing it together?",
		"{them} arbeiten an etwas Ähnlichem wie {us}. Was könntet ihr alle gewinnen, wenn ihr es zusammen angeht?",
	}
	askInTheWay = asking{
		"Could {us} make it harder for {them} to reach {theirs}? What would let both succeed?",
		"Könnte {us} es für {them} schwerer machen, {theirs} zu erreichen? Was würde beiden helfen?",
	}
	askAllInTheWay = asking{
		"Could {us} make it harder for {them} to reach what they plan? What would let all succeed?",
		"Könnte {us} es für {them} schwerer machen, ihre Ziele zu erreichen? Was würde allen helfen?",
	}
	askNeeding = asking{
		"{need}: what exactly do you need from {them} for that, and by when? Have you talked yet?",
		"{need}: Was genau braucht ihr dafür von {them}, und bis wann? Habt ihr schon miteinander gesprochen?",
	}
	askNeeded = asking{
		"{them} may need something from you for this: {need}. Could you give it, and by when?",
		"Für {them} könnte etwas von euch nötig sein: {need}. Könntet ihr das leisten, und bis wann?",
	}
)
