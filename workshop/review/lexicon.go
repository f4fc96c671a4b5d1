package review

import "strings"

// mark is what the lexicon knows of a word.
type mark uint32

const (
	stop     mark = 1 << iota
	german        // a word that only German texts use
	filler        // may stand before the word that a line begins with
	delivers      // says what will be made
	outputs       // says what will be done, in a key result
	acts          // says what people will keep doing
	learns        // says what will be known
	rises         // wants more
	falls         // wants less
	improves      // wants better, in a direction that nobody can check
	keeps         // wants what there is
	vague         // claims a degree
	counts        // a number in words
	isShare       // a measure in percent
	isTime        // a measure of time
	isMoney       // a measure of money
	isIndex       // a measure that needs no unit
	lagging       // a measure that answers late
	early         // a measure that answers soon
	isNow         // says that a baseline follows
	due           // says that a date follows
	numbered      // what follows is a number in a name: Tier 1
	stock         // a word that fits any why-now
	worthIt       // an object that is an outcome although it is built: trust, a team
	until         // ends the object of a verb
	compound      // after a verb, it makes a noun: build times
	coming        // near a date: end, early
	large         // a number of thousands or millions
	percent       // of a hundred
)

const measures = isShare | isTime | isMoney | isIndex

// vocabulary lists the words of each mark, in English and German, lower case, as written.
var vocabulary = []struct {
	mark  mark
	words string
}{
	{stop, `a an the and or but if then than so of to in on at by for from with without into onto over under out off as is are was were be
		been being am do does did has have had i we you he she it they them their our your its my us this that these those there here who
		which what when where why how not only own same too very can will just should would could may might must per via vs after before
		between during through once while because also any some such more most other up down about again further until each all both no below above within under exceeds`},
	{stop | german, `der die das den dem des ein eine einer einem einen eines und oder aber wenn dann als zu zum zur im ist auf aus bei beim
		mit ohne für gegen über unter nach vor durch bis seit sind wird werden wurde haben wir ihr er sie es uns unser unsere
		unserer unseren unserem ihre dies diese dieser dieses wer wie wo warum sich dass weil damit sowie nicht nur auch noch kein
		kann können soll sollen um von vom pro je an alle jede jeder jedes mehr sehr`},
	{filler, `we our us i wir unser unsere to zu also please will`},
	{delivers, `launch launching build building implement implementing ship shipping migrate migrating deliver release deploy deploying
		develop developing create creating introduce introducing establish rollout install design write document publish complete finish
		finalize finalise execute produce prepare pilot rebuild rewrite refactor define draft conduct perform organise organize integrate
		hire recruit formalize formalise standardize standardise implementation migration mvp relaunch setup productize stabilize
		einführen einführung bauen aufbauen aufbau umsetzen umsetzung entwickeln entwicklung erstellen erstellung implementieren
		implementierung migrieren ausrollen launchen veröffentlichen veröffentlichung liefern bereitstellen bereitstellung fertigstellen
		fertigstellung einrichten einrichtung programmieren installieren ablösen ablösung abschließen inbetriebnahme umstellen
		umstellung konzipieren durchführen durchführung erarbeiten ausarbeiten dokumentieren einzuführen umzusetzen`},
	{outputs, `run hold add provide propose proposal plan agree choose send tag extract assemble submit make adopt update announce present
		fill reconfigure enable host start begin kick set put get take close improve engage secure collect go hand train revamp
		launched built implemented shipped migrated delivered released deployed developed created introduced established installed designed
		written documented published completed finished finalized finalised executed produced prepared defined drafted
		schulen trainieren anbieten starten beginnen eingeführt gebaut umgesetzt entwickelt erstellt implementiert veröffentlicht
		geliefert bereitgestellt fertiggestellt eingerichtet abgeschlossen dokumentiert durchgeführt`},
	{acts, `support collaborate work help continue participate attend discuss monitor coordinate assist facilitate partner liaise review
		advise contribute talk focus push discussion discussions collaboration coordination reviews meetings participation
		supporting collaborating helping attending
		unterstützen begleiten mitarbeiten teilnehmen abstimmen koordinieren beraten betreuen besprechen mitwirken unterstützung
		begleitung abstimmung teilnahme koordination betreuung mitarbeit`},
	{learns, `measure measuring measured track tracking tracked baseline baselined instrument instrumented benchmark benchmarks benchmarked
		determine understand identify investigate analyse analyze assess evaluate research learn survey explore know validate interviews
		messen gemessen ermitteln ermittelt erheben erhoben verstehen herausfinden analysieren untersuchen bewerten prüfen erhebung
		analyse messung`},
	{rises, `increase increases increased increasing grow grows raise raises raising lift boost maximize maximise double triple
		gain rise rises climb climbs exceed
		erhöhen erhöht steigern gesteigert steigt steigen wachsen wächst verdoppeln verdreifachen ausbauen maximieren anheben`},
	{falls, `reduce reduces reduced reducing decrease decreases decreased decreasing cut cuts cutting lower lowers lowering minimize minimise
		shrink drop drops shorten shortens halve fall falls
		senken gesenkt reduzieren reduziert verringern verringert verkürzen verkürzt halbieren minimieren sinkt sinken fällt`},
	{improves, `limit improve improves improved improving enhance enhances enhanced optimize optimise optimized optimised optimizing strengthen
		strengthened streamline streamlined accelerate accelerated
		verbessern verbessert optimieren optimiert stärken gestärkt beschleunigen vereinfachen`},
	{keeps, `maintain maintains maintaining keep keeps keeping retain sustain hold stay stays remain remains preserve continue continued
		halten bleiben bleibt beibehalten aufrechterhalten fortführen fortsetzen weiterführen stabilisieren`},
	{vague, `better faster quicker easier simpler smoother efficient efficiently effective effectively seamless seamlessly significantly
		substantially optimal optimally robust awesome great excellent exceptional delightful roughly properly sufficient sufficiently
		appropriate asap timely improved enhanced streamlined nail frictionless
		besser bessere besseren besserer schneller schnellere schnelleren einfacher einfachere effizient effizienter effektiv effektiver
		nahtlos nahtlose deutlich signifikant spürbar zeitnah hochwertig hochwertige optimal optimale professionell professioneller
		möglichst angemessen reibungslos reibungslose`},
	{counts, `zero no none nobody all every everyone each always never half twice one two three four five six seven eight nine ten eleven
		twelve dozen majority both double triple halve
		null keine keiner kein niemand alle allen aller jede jeder jedes jeden immer nie hälfte zwei drei vier fünf sechs sieben acht neun zehn elf
		zwölf beide doppelt verdoppeln verdreifachen halbieren`},
	{isShare, `rate rates ratio share conversion churn retention utilisation utilization availability uptime coverage accuracy completion adoption
		margin attrition
		rate quote anteil abwanderung verfügbarkeit auslastung konversion abbruchquote marge fluktuation`},
	{isTime, `time latency duration delay lead-time cycle-time
		zeit dauer laufzeit wartezeit antwortzeit durchlaufzeit bearbeitungszeit ladezeit latenz`},
	{isMoney, `cost costs spend spending revenue budget
		kosten umsatz ausgaben erlös erlöse`},
	{isIndex, `nps enps csat score scores satisfaction mau dau wau smau mrr arr iacv iarr gmv mqls saos pipeline traffic usage visitors velocity
		zufriedenheit nutzung besucher`},
	{lagging, `revenue revenues arr mrr iarr iacv profit margin churn nps enps retention satisfaction cost costs sales turnover attrition gmv ebit
		umsatz gewinn marge kosten fluktuation abwanderung zufriedenheit deckungsbeitrag erlöse marktanteil`},
	{early, `activation adoption usage trial trials sign-up signups clicks click visits leads pipeline onboarding response lead-time latency uptime
		frequency calls interviews demos bookings usage visitors
		aktivierung nutzung anfragen termine gespräche anmeldungen besuche angebote`},
	{isNow, `today currently presently baseline previously was now instead status-quo ytd mtd qtd ltm ttm
		heute derzeit aktuell bisher bislang momentan gegenwärtig statt anstatt zuletzt vorher ausgangswert startwert basiswert istwert iststand war`},
	{due, `by until till before deadline bis vor spätestens`},
	{numbered, `tier stage phase level version iteration step horizon wave rfc iso soc band series article section chapter grade class gate sprint
		day basel top web gen generation priority prio epic issue ticket kr okr
		stufe ebene artikel kapitel klasse etappe welle tag`},
	{stock, `important importance critical crucial key strategic strategy strategies priority priorities goal goals objective objectives company business
		success successful growth grow customers customer quality competitive competition market future need needs want leadership management asked
		ask asks told boss ceo board us our everyone everybody must should achieve reach help helps value values impact mission vision okr okrs
		essential vital necessary required good better best improve improvement always one now time continue next organisation organization
		make makes matters matter really fits fit part us
		wichtig wichtige wichtiges strategie strategisch strategische ziel ziele unternehmen unternehmensziele erfolg erfolgreich wachstum kunden qualität
		wettbewerb markt zukunft brauchen muss müssen leitung geschäftsführung vorstand notwendig nötig priorität besser verbessern immer
		gewünscht gefordert vorgabe`},
	{worthIt, `team teams crew culture company organisation organization community communities trust credibility relationship relationships partnership
		partnerships brand reputation love confidence loyalty
		vertrauen kultur beziehungen gemeinschaft partnerschaften`},
	{until, `that which who to for in so with by of on from where while`},
	{compound, `time times notes cycle cycles pipeline pipelines request requests meeting meetings system systems day week quality rate rates failures
		frequency dates costs that which is are`},
	{coming, `the end of mid early late start beginning latest at next ende mitte anfang der des dem zum at a am`},
	{large, `k thousand million millions billion bn mio mrd tsd tausend millionen milliarden m`},
	{percent, `percent pct prozent pp prozentpunkte percentage`},
}

// lexicon is the vocabulary by word.
var lexicon = func() map[string]mark {
	m := map[string]mark{}
	for _, list := range vocabulary {
		for _, w := range strings.Fields(list.words) {
			m[w] |= list.mark
		}
	}
	return m
}()

// endings are what German compounds end in: a "Ladezeit" is a time.
var endings = []struct {
	ending string
	mark   mark
}{
	{"zeit", isTime},
	{"zeiten", isTime},
	{"dauer", isTime},
	{"quote", isShare},
	{"quoten", isShare},
	{"rate", isShare},
	{"anteil", isShare},
	{"kosten", isMoney | lagging},
	{"umsatz", isMoney | lagging},
	{"umsätze", isMoney | lagging},
	{"zufriedenheit", isIndex | lagging},
	{"abwanderung", isShare | lagging},
	{"index", isIndex},
}

// marksOf is what the lexicon knows of a word in lower case.
func marksOf(word string) mark {
	m := lexicon[word]
	if m == 0 && len(word) > 7 {
		for _, e := range endings {
			if strings.HasSuffix(word, e.ending) {
				return e.mark
			}
		}
	}
	return m
}
