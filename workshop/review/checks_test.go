package review_test

import (
	"regexp"
	"strings"
	"testing"

	"souk/workshop/review"
)

// samples are drafts about which a check speaks once, and drafts about which it stays silent. Each has German ones.
var samples = map[string]struct{ speaks, silent []string }{
	"deliverable": {
		speaks: []string{
			"Launch the new returns portal",
			"Roll out mobile ordering to every branch",
			"We build a self-service kiosk for the station",
			"CEO: Migrate payroll to the new provider",
			"Efficiently implement the training plan for drivers",
			"MVP for the neighbour app in two towns",
			"Neues Retourenportal einführen",
			"Einführung eines Schichtplaners für alle Küchen",
			"Wir führen das neue Kassensystem ein",
			"Digitale Speisekarte in allen Häusern bereitstellen",
			"Die Umstellung der Lohnabrechnung auf den neuen Anbieter",
			"Ship daily reports to every branch",
		},
		silent: []string{
			"Customers send something back without asking us",
			"Build a crew that wants to stay a second season together as a team",
			"Build a world class culture of hospitality",
			"Build times no longer decide when we go home",
			"Release notes that guests actually read",
			"Teams ship without waiting for us",
			"Launch requests get an answer on the same day",
			"Vertrauen bei den Fahrern aufbauen",
			"Gäste finden ihr Zimmer, ohne fragen zu müssen",
			"Kunden bekommen, was sie bestellt haben",
			"Ship daily",
			"Ship without fear of Fridays",
			"Täglich liefern",
		},
	},
	"only-a-number": {
		speaks: []string{
			"Raise conversion from 2 % to 3 %",
			"60,000 meals sold this winter",
			"Critical delays down from 9 to 3 a month",
			"Improve monthly completion rate",
			"Guest satisfaction score > 4.5",
			"Konversion von 2 % auf 3 % steigern",
			"Umsatz um 20 % steigern",
		},
		silent: []string{
			"Cut waiting from 9 to 4 minutes so that families come back",
			"Raise the share of regulars to 40 % because they carry the winter",
			"Increase guest trust in our kitchen",
			"Whoever finds the right shoe also buys it",
			"Everybody gets an answer within 2 days",
			"Wartezeit von 9 auf 4 Minuten senken, damit Familien wiederkommen",
			"Gäste kommen wieder, weil es ihnen schmeckt",
		},
	},
	"figure-in-objective": {
		speaks: []string{
			"200 schools trust our meals because they taste",
			"Every school within 30 km knows our meals",
			"Guests get an answer in 24 h, wherever they are",
			"Schulen im Umkreis von 30 km kennen unser Essen",
		},
		silent: []string{
			"Schools trust our meals",
			"We are ready for the summer of 2027",
			"Phase 2 of the harbour feels like one place",
			"Close the books by 31 March without overtime",
			"Tier 1 suppliers plan with us, and ISO 9001 is a side effect",
			"Reach the largest kitchens (500+ seats) as their first choice",
			"Refine the booking flow together group/booking#18",
			"Die Saison 2027 beginnt ohne Überstunden",
			"No more 3 a.m. surprises for anybody",
			"Nobody is called at 3 am",
			"Docs 2.0 feels like one book to newcomers",
			"Wir schlafen ab 22 Uhr ruhig",
		},
	},
	"short-objective": {
		speaks: []string{"Warehouse quality", "CEO: Great team", "Predictability (see notes)", "Bessere Lagerqualität"},
		silent: []string{"Every parcel leaves complete and unbroken", "Parcels arrive in one piece", "Jedes Paket kommt heil an"},
	},
	"long-objective": {
		speaks: []string{
			"Improve the way in which we plan and load and drive our tours so that fuel, overtime and complaints come down while drivers stay",
			"Die Planung und Beladung unserer Touren so verbessern, dass Kraftstoff und Überstunden und Beschwerden sinken und die Fahrer trotzdem gern bei uns bleiben",
		},
		silent: []string{
			"Tours that drivers like and that waste nothing",
			"Drivers like their tours (planning, loading, driving, refuelling, and everything else that somebody has to think of before six in the morning)",
			"Touren, die Fahrer gern fahren und die nichts verschwenden",
		},
	},
	"business-as-usual": {
		speaks: []string{
			"Continue our efforts for a clean harbour",
			"Maintain the good relations with the council",
			"- Keep the monthly newsletter running\n- Readers in the shop: 3 % → 8 %",
			"- Monatlichen Newsletter weiterführen\n- Leser im Laden: 3 % → 8 %",
			"Das Tagesgeschäft läuft ohne Störungen weiter",
		},
		silent: []string{
			"Customers keep coming back to us",
			"- Keep complaints below 2 % (today 1.6 %)",
			"Maintain old lifts safely until they are replaced\nsupports: Keep the business running",
			"# Facility (support)\nMaintain the good relations with the council",
			"Kunden bleiben auch im Winter bei uns",
			"- Newsletter-Leser im Laden: 3 % → 8 %",
		},
	},
	"no-owner": {
		speaks: []string{
			"Guests sleep well in every room\n- Complaints about noise from 9 to 4 a week [owner=Irma K.]\nGuests eat well every single day\n- Plates sent back from 30 to 10 a week",
			"Gäste schlafen gut in jedem Zimmer\n- Beschwerden von 9 auf 4 pro Woche [owner=Irma K.]\nGäste essen jeden Tag sehr gut\n- Reklamationen von 30 auf 10 pro Woche",
		},
		silent: []string{
			"Guests sleep well in every room\n- Complaints about noise from 9 to 4 a week\nGuests eat well every day\n- Plates sent back from 30 to 10 a week",
			"Gäste schlafen gut\n- Beschwerden von 9 auf 4 pro Woche [owner=Irma K.]",
		},
	},
	"no-key-results": {
		speaks: []string{"Guests feel at home from day one", "Gäste fühlen sich bei uns zu Hause"},
		silent: []string{"- Second visits from 21 % to 30 %", "- Zweite Besuche von 21 % auf 30 %"},
	},
	"few-key-results": {
		speaks: []string{"- Second visits from 21 % to 30 %", "- Zweite Besuche von 21 % auf 30 %"},
		silent: []string{"- Second visits from 21 % to 30 %\n- Complaints from 9 to 4 a week", "- Zweite Besuche von 21 % auf 30 %\n- Beschwerden von 9 auf 4", "Guests feel at home"},
	},
	"many-key-results": {
		speaks: []string{"- a 1\n- b 2\n- c 3\n- d 4\n- e 5\n- f 6", "- Eins\n- Zwei\n- Drei\n- Vier\n- Fünf\n- Sechs"},
		silent: []string{"- a 1\n- b 2\n- c 3\n- d 4\n- e 5", "- Eins\n- Zwei\n- Drei\n- Vier\n- Fünf"},
	},
	"all-leading": {
		speaks: []string{
			"- Write the opening guide\n- Train the branches\n- Publish the film",
			"- Support the branches\n- Review 50 menus",
			"- Leitfaden schreiben und veröffentlichen\n- Filialen schulen",
			"- Decide on the vendor for the chat\n- Train the branches (trainer TBD)\n- Publish the film",
		},
		silent: []string{
			"- Write the opening guide\n- Branches that open without calling us: 3 of 20 → 15 of 20",
			"- Write the opening guide",
			"What do cooks want?\nphase: discovery\n- Interviews with 15 cooks\n- Prototype shown in three kitchens",
			"- Leitfaden veröffentlichen\n- Filialen ohne Rückfrage von 3 auf 15",
			"- Leitfaden veröffentlichen\n- TBD",
			"- Decide on the vendor for the chat\n- Bot answers X % of questions\n- Single chat in the portal",
			"- Decide on the vendor for the chat\n- Waiting time: TBD\n- Single chat in the portal",
		},
	},
	"all-lagging": {
		speaks: []string{
			"- Revenue from €2.0m to €2.4m\n- Churn from 6 % to 5 %",
			"- Umsatz von 2,0 auf 2,4 Mio. €\n- Abwanderung von 6 % auf 5 %",
			"- Relationship NPS from 31 to 38\n- Grow it [metric=annual revenue; baseline=2; target=3]",
		},
		silent: []string{
			"- Revenue from €2.0m to €2.4m\n- Trial weeks booked: 40 → 90 a month",
			"- Revenue from €2.0m to €2.4m",
			"- Umsatz von 2,0 auf 2,4 Mio. €\n- Gebuchte Probewochen von 40 auf 90",
		},
	},
	"placeholder": {
		speaks: []string{
			"- Bring returns down to X %",
			"- Serve N4 large canteens",
			"- Hire at least X cooks",
			"- Team to fill in",
			"- Waiting time: TBD",
			"- Add $M in catering",
			"- Retouren auf X % senken",
			"- Zielwert ist noch offen",
			"- Wartezeit: noch zu definieren",
		},
		silent: []string{
			"- Bring returns from 14 % to 10 %",
			"- Vitamin X in two of five menus",
			"- Followers on X from 3,000 to 5,000",
			"- N95 masks in every kitchen",
			"- Die Filiale ist abends noch offen",
			"- Double the lead time of Plan B to 2x",
			"- NPS from 31 to 38",
			"- Retouren von 14 % auf 10 % senken",
			"- Drei Filialen sind offen",
		},
	},
	"target-is-baseline": {
		speaks: []string{
			"- Raise on-time arrivals from 91 % to 91 %",
			"- On-time arrivals [metric=arrivals; baseline=91 %; target=91 %]",
			"- Pünktlichkeit von 91 % auf 91 % steigern",
		},
		silent: []string{
			"- Raise on-time arrivals from 91 % to 95 %",
			"- Keep on-time arrivals at 91 % (today 91 %)",
			"- From 7 days to 7 hours",
			"- Pünktlichkeit von 91 % auf 95 % steigern",
			"- Pünktlichkeit bei 91 % halten (heute 91 %)",
		},
	},
	"wrong-way": {
		speaks: []string{
			"- Increase answered letters from 40 to 30 a day",
			"- Cut complaints from 12 to 19 a week",
			"- Reduce the waiting time [baseline=4; target=9; unit=minutes]",
			"- Grow trial weeks: 90 → 40",
			"- Beantwortete Briefe von 40 auf 30 am Tag steigern",
			"- Beschwerden von 12 auf 19 senken",
			"- Cut the time to recover from 3h40 to 5h",
		},
		silent: []string{
			"- Increase answered letters from 30 to 40 a day",
			"- Cut sign-up drop-off from 62 % to 40 %",
			"- Increase households that order within 2 weeks of moving in from 7.5% to 20%",
			"- Increase speed: first plate from 14 to 9 minutes",
			"- Raise satisfaction by cutting the waiting from 9 to 4 minutes",
			"- Reduce transfer time from 3 days to 20 hours",
			"- Increase volume from 900 to 1.2 million",
			"- Raise our ranking from 9 to 3",
			"- Raise the margin from -3 % to -1 %",
			"- Limit late orders to 30 a day (today 20)",
			"- Cut-off time from 14 to 16 o'clock",
			"- Cut the slowest answers from 2.1 s to 800 ms",
			"- Reduce missed calls to <5% (from 7%)",
			"- Beschwerden von 19 auf 12 senken",
			"- Wartezeit: 9 statt 14 Minuten",
			"- Cut the time to recover from 3h40 to 50 min",
			"- Cut the time to recover from 3h40m to 2h",
			"- Reduce costs by 10 % to 20 %",
			"- Wartezeit um 5 Tage auf 9 Tage senken",
		},
	},
	"over-100": {
		speaks: []string{
			"- 120 % of branches use the checklist",
			"- Adoption rate from 60 % to 110 %",
			"- 120 % der Filialen nutzen die Checkliste",
		},
		silent: []string{
			"- 99.999% of orders are complete",
			"- Grow orders by 150 %",
			"- 110 % of plan in the winter",
			"- Net revenue retention from 101 % to 108 %",
			"- Die Zahl der Bestellungen um 150 % steigern",
			"- 99,95 % der Bestellungen sind vollständig",
		},
	},
	"no-unit": {
		speaks: []string{
			"- Delivery time from 4 to 2",
			"- Reduce the running costs to 300",
			"- Running costs: 450 → 300",
			"- Shorter delivery time [metric=delivery time; baseline=4; target=2]",
			"- Lieferzeit von 4 auf 2",
		},
		silent: []string{
			"- Delivery time from 4 to 2 working days",
			"- Delivery time from 4 to 2 [unit=days]",
			"- Completion rate from 40 % to 60 % [metric=completion; baseline=40; target=60]",
			"- Ratio of cooks to helpers from 1:4 to 1:3",
			"- Relationship NPS from 31 to 38",
			"- Stores with a retention period in the list 40 → 150",
			"- Cost per plate from €4.10 to €3.50",
			"- All tills share the same library (TLib 4.0)",
			"- Handovers that end in a quarrel from 14 to 5 a month",
			"- Lieferzeit von 4 auf 2 Werktage",
			"- Gäste pro Abend von 40 auf 60",
		},
	},
	"vague": {
		speaks: []string{
			"- Better handover between shifts",
			"- Improve the signs in the station",
			"- Streamlined ordering for schools",
			"- P1: Kitchens work efficiently",
			"- Bessere Übergabe zwischen den Schichten",
			"- Die Beschilderung im Bahnhof verbessern",
		},
		silent: []string{
			"- Handovers with an open question: 30 % → 10 %",
			"- Improve the score of our signs from 3.1 to 4.2",
			"- Publish a better guide to the station",
			"- What would make the handover better?",
			"- Every kitchen works with the faster ovens",
			"- Übergaben mit offener Frage: 30 % → 10 %",
			"- Alle Küchen mit besseren Öfen",
		},
	},
	"no-number": {
		speaks: []string{
			"- Increase repeat orders",
			"- Increased number of visits per guest",
			"- Overtime in the kitchen falls",
			"- Wiederbestellungen steigern",
			"- Der Anteil der Stammgäste steigt",
		},
		silent: []string{
			"- Increase repeat orders from 18 % to 25 %",
			"- Double repeat orders",
			"- Raise awareness with a stand at the fair",
			"- Fall back to the printed list when the till is down",
			"- Publish the first joint menu",
			"- Wiederbestellungen verdoppeln",
			"- Wiederbestellungen von 18 % auf 25 % steigern",
		},
	},
	"no-baseline": {
		speaks: []string{
			"- 90 % of tickets answered the same day",
			"- Increase repeat orders by 25 %",
			"- Team eNPS of at least 30 in March",
			"- Waiting time below 4 minutes",
			"- Orders confirmed in under 20 seconds",
			"- 90 % der Tickets am selben Tag beantwortet",
			"- Wartezeit unter 4 Minuten",
			"- Orders arrive in < 9 h in our current network",
			"- Average time to hire, from the date of the order to date of the offer, is ≤45 days",
			"- 60 % of orders are placed online (a phone number is enough)",
			"- 40 % of new deals in 3 towns by 2028",
			"- Die Wartezeit ist unter 4 Minuten",
			"- Waiting time from May on below 4 minutes",
			"- 70 % of tickets (2 shops, 1 bar) answered the same day",
		},
		silent: []string{
			"- 90 % of tickets answered the same day (today 64 %)",
			"- Tickets answered the same day by 90 % of agents (64 % in Q4)",
			"- Repeat orders up from 18 % to 25 %",
			"- Waiting time of 4 instead of 9 minutes",
			"- 100 % of kitchens are inspected",
			"- Complaints about cold food fall to 0",
			"- Five schools sign for a year",
			"- Arrears remain at or below 2.1 %",
			"- Offer a 30 % discount to every school",
			"- Final hiring is 85%+ of the plan",
			"- Answered the same day [metric=tickets; baseline=64 %; target=90 %]",
			"- 90 % der Tickets am selben Tag beantwortet (heute 64 %)",
			"- 4 statt 9 Minuten Wartezeit",
			"- Time to recover from 3h40 to < 1h",
			"- Delivery time of 2 d instead of 3 d",
			"- 80 % of calls answered within 20 seconds (YTD 61 %)",
			"- Calls answered in time above 80 %, YTD 61 %",
			"- Orders without a call above 90 % (last year Jan-March: 44 %)",
			"- Missing parts < 15 per van (avg 2026: 47)",
			"- Turnover of drivers < 9 % (2026 14)",
			"- Time to close the books < 7 days (12)",
			"- Cost of waste 4.6 % to 3.2 % of sales",
			"- Lower late answers by 70 %, target under 1,000. Current state is 3,315",
			"- 40 % of guests come back, so far 31 %",
			"- Service level 80/30 again (YTD 61/30)",
			"- Servicelevel 80/30 wieder eingehalten (YTD 61/30)",
			"- Increase visits to 6,000 a week (33 % increase)",
			"- Increase orders by 50 to 450 a week",
			"- Answer time < 4 min vs 9 min in spring",
			"- $200k in incremental revenue",
			"- 20 % der Küchen mit neuen Waagen (Ist: 11,8 %)",
			"- 20 % der Küchen mit neuen Waagen, Ist-Wert 11,8 %",
			"- 80 % der Anrufe in 60 Sekunden angenommen (letztes Jahr Jan-März: 44 %)",
			"- 90 % der Teller kommen leer zurück, bislang 71 %",
			"- Keine Wartezeit über 14 Minuten",
			"- Wartezeit unter 4 Minuten (Vorjahr 9)",
			"- Ordering for under-13 guests, with their parents, at every table",
			"- Wartezeit in allen Filialen gemessen, Bericht bis 30.04.",
		},
	},
	"outside-cycle": {
		speaks: []string{
			"- All depots switched by 30 June",
			"- The first depots switched by the end of Q2",
			"- The last van is electric by 2030",
			"- All depots switched by the end of the year",
			"- All depots switched by Q1 2028",
			"- Alle Depots bis Jahresende umgestellt",
			"- Alle Depots bis 31.5. umgestellt",
			"- New lease signed until 2027-05-31",
			"- Alle Depots bis Ende Juni umgestellt",
			"- Neuer Mietvertrag bis 31.05.2027 unterschrieben",
			"cycle: FY21-Q1 (Feb–Apr 2020)\n- Findings presented by end of January",
			"cycle: 1. Quartal 2027\n- Befunde bis Mai vorgestellt",
		},
		silent: []string{
			"- All depots switched by 31 March",
			"- All depots switched by the beginning of April, on 1 April at the latest",
			"- Depots ready by 2 April",
			"- Depots ready by Q1 2027",
			"- Alle Depots bis 31.3. umgestellt",
			"cycle: 2027-Q4\n- All depots switched by the end of the year",
			"- On-time arrivals in March at 90 %, as in June",
			"- By May's standards a small thing",
			"- 44 % of guests by train (29 % in Q4)",
			"- Two of five depots may follow",
			"- Alle Depots bis Ende März umgestellt",
			"- Neuer Mietvertrag bis 31.03.2027 unterschrieben",
			"cycle: FY21-Q1\n- Depots ready by 30 June",
			"cycle: the warm season\n- Depots ready by 30 June",
		},
	},
	"repeats-objective": {
		speaks: []string{
			"The yard is safe for everybody\n- The yard is safe for everybody.",
			"Deliver fruit to every school in town\n- Deliver fruit to every school in our town",
			"Der Hof ist für alle Fahrer sicher\n- Sicher ist der Hof für alle Fahrer",
		},
		silent: []string{
			"The yard is safe for everybody\n- Accidents in the yard from 7 to 2 a quarter",
			"Der Hof ist sicher\n- Unfälle auf dem Hof von 7 auf 2",
		},
	},
	"subset": {
		speaks: []string{
			"- Invoices paid on time: 80 % → 95 %\n- Large invoices paid on time: 85 % → 95 %",
			"- Standard reviews\n- Standard reviews",
			"- Pünktlich bezahlte Rechnungen: 80 % → 95 %\n- Pünktlich bezahlte große Rechnungen: 85 % → 95 %",
		},
		silent: []string{
			"- Invoices paid on time: 80 % → 95 %\n- Reminders sent by mistake: 12 → 2 a month",
			"- Organic visits to the landing page\n- Paid visits to the landing page",
			"- Pünktlich bezahlte Rechnungen: 80 % → 95 %\n- Irrtümliche Mahnungen: 12 → 2",
		},
	},
	"activity": {
		speaks: []string{
			"- Support the branches with their stocktaking",
			"- Review 50 menus with the dietitian",
			"- Discussion and moral support",
			"- Filialen bei der Inventur unterstützen",
			"- Begleitung der neuen Küchenleitungen",
		},
		silent: []string{
			"- Branches finish their stocktaking in one day instead of three",
			"- Support tickets from 90 to 40 a week",
			"- Discussions are kept in one place",
			"- Filialen schaffen die Inventur in einem Tag statt in drei",
		},
	},
	"baseline": {
		speaks: []string{
			"- Measure how long guests wait\n- Second visits from 21 % to 30 %",
			"- Waiting time is tracked at both doors\n- Second visits from 21 % to 30 %",
			"- Why do families not come back? Is it the price?\n- Second visits from 21 % to 30 %",
			"- Ermitteln, wie lange Gäste warten\n- Zweite Besuche von 21 % auf 30 %",
			"- Identify what slows us down and plan the next steps\n- Second visits from 21 % to 30 %",
			"- Understand the gaps and document them\n- Second visits from 21 % to 30 %",
			"- “What do families miss here?”\n- Second visits from 21 % to 30 %",
		},
		silent: []string{
			"- Waiting time from 9 to 4 minutes\n- Second visits from 21 % to 30 %",
			"What do families miss here?\nphase: discovery\n- Measure how long guests wait\n- Second visits from 21 % to 30 %",
			"- Wartezeit von 9 auf 4 Minuten\n- Zweite Besuche von 21 % auf 30 %",
			"- Calls with “Where is my order?” from 4,100 to 2,000 a week\n- Second visits from 21 % to 30 %",
			"- Anrufe „Was ist mit meinem Schaden?“ von 4.100 auf 2.000\n- Second visits from 21 % to 30 %",
			"- 'Still waiting?' sent to everybody on the list\n- Second visits from 21 % to 30 %",
			"- Self-serve till for small shops (w/ Growth? who owns this)\n- Second visits from 21 % to 30 %",
			"- Identify & roll out a tool for the rota\n- Second visits from 21 % to 30 %",
			"- Identify what kitchens want and get someone to build it\n- Second visits from 21 % to 30 %",
			"- Policies are created and, where necessary, their use is tracked\n- Second visits from 21 % to 30 %",
			"- Track all late orders and achieve 70 % on time\n- Second visits from 21 % to 30 %",
		},
	},
	"milestone": {
		speaks: []string{
			"- New scales in all bakeries\n- Bread thrown away from 9 % to 5 %",
			"- Publish the joint menu\n- Bread thrown away from 9 % to 5 %",
			"- Neue Waagen in den Bäckereien eingeführt\n- Weggeworfenes Brot von 9 % auf 5 %",
		},
		silent: []string{
			"- Publish the joint menu\n- Train the bakers",
			"- Servicelevel 80/30 wieder eingehalten (YTD 61/30)\n- Weggeworfenes Brot von 9 % auf 5 %",
			"- Bread thrown away from 9 % to 5 %",
			"- Every bakery weighs its dough\n- Bread thrown away from 9 % to 5 %",
			"- Weggeworfenes Brot von 9 % auf 5 %",
		},
	},
	"no-why-now": {
		speaks: []string{
			"Complaints get an answer on the same day\nsupports: Fewer complaints",
			"# Facility (support)\nEvery lift runs on Monday morning",
			"Beschwerden werden am selben Tag beantwortet\nsupports: Weniger Beschwerden",
		},
		silent: []string{
			"Complaints get an answer on the same day\nsupports: Fewer complaints\nwhy: Every second one in May was about the same form.",
			"Complaints get an answer on the same day",
			"Beschwerden werden am selben Tag beantwortet\nwhy: Im Mai ging jede zweite um dasselbe Formular.",
		},
	},
	"stands-alone": {
		speaks: []string{"A calmer night shift for everybody", "Eine ruhigere Nachtschicht für alle"},
		silent: []string{
			"A calmer night shift for everybody\nwhy: Three of eleven nurses have asked for a transfer since June.",
			"A calmer night shift for everybody\nsupports: People stay",
			"# Facility (support)\nEvery lift runs on Monday morning",
			"Eine ruhigere Nachtschicht\nwhy: Drei von elf Pflegekräften wollen seit Juni wechseln.",
		},
	},
	"why-now-echo": {
		speaks: []string{
			"Simple fares for families\nwhy: Because fares for families should be simple",
			"Einfache Tarife für Familien\nwhy: Familien: einfache Tarife",
		},
		silent: []string{
			"Simple fares for families\nwhy: Since the reform a third of all fines are disputed.",
			"Simple fares for families",
			"Einfache Tarife für Familien\nwhy: Seit der Reform wird jedes dritte Bußgeld angefochten.",
		},
	},
	"why-now-generic": {
		speaks: []string{
			"Simple fares for families\nwhy: This is a strategic priority of the company.",
			"Simple fares for families\nwhy: It is important for our success",
			"Simple fares for families\nwhy: Management asked us to.",
			"Einfache Tarife\nwhy: Das ist für das Unternehmen strategisch wichtig.",
		},
		silent: []string{
			"Simple fares for families\nwhy: The contract with the county ends in April.",
			"Simple fares for families\nwhy: Growth without refunds is only possible once the tariff is readable.",
			"Einfache Tarife\nwhy: Im April endet der Vertrag mit dem Landkreis.",
			"Simple fares for families\nwhy: N11",
			"Simple fares for families\nwhy: TBD",
		},
	},
	"why-now-short": {
		speaks: []string{
			"Simple fares for families\nwhy: N11",
			"Simple fares for families\nwhy: TBD",
			"Simple fares for families\nwhy: County audit",
			"Einfache Tarife für Familien\nwhy: Landkreis",
			"Einfache Tarife für Familien\nwhy: Noch zu klären",
		},
		silent: []string{
			"Simple fares for families\nwhy: The contract with the county ends in April.",
			"Simple fares for families\nwhy: Management asked us to.",
			"Simple fares for families",
			"Simple fares for families\nwhy: Simple fares",
			"Einfache Tarife\nwhy: Im April endet der Vertrag.",
		},
	},
	"many-objectives": {
		speaks: []string{
			"Alpha beta gamma delta\nBeta gamma delta eta\nGamma delta eta theta\nDelta eta theta iota",
			"# Leitung (leadership)\nZiel eins\nZiel zwei\nZiel drei\nZiel vier\nZiel fünf\nZiel sechs",
		},
		silent: []string{
			"Alpha beta gamma delta\nBeta gamma delta eta\nGamma delta eta theta",
			"# Leitung (leadership)\nZiel eins\nZiel zwei\nZiel drei\nZiel vier\nZiel fünf",
		},
	},
	"cascaded-copy": {
		speaks: []string{
			"# Sales\nEvery town has a store we are proud of\n- Ten stores on the new tills by March\n# Store IT\nTen stores on the new tills by March",
			"# Region\nWe are first choice in the north\n- Deliver at least one new partner in every county through the fair\n# North\nDeliver at least one new partner in every county",
			"# Vertrieb\nJede Stadt hat einen Laden, auf den wir stolz sind\n- Zehn Läden mit neuen Kassen\n# Laden-IT\nZehn Läden mit neuen Kassen",
		},
		silent: []string{
			"# Sales\nEvery town has a store we are proud of\n- Ten stores on the new tills by March\n# Store IT\nA till that a temp can work after five minutes",
			"# Sales\nTen stores on the new tills\n- Ten stores on the new tills",
			"# Vertrieb\nStolze Läden\n- Zehn Läden mit neuen Kassen\n# Laden-IT\nEine Kasse, die eine Aushilfe nach fünf Minuten bedient",
		},
	},
}

func TestChecksSpeakAndStaySilent(t *testing.T) {
	for check, s := range samples {
		t.Run(check, func(t *testing.T) {
			for _, text := range s.speaks {
				if got := places(drafts(text), check); len(got) != 1 {
					t.Errorf("%d places, want 1, in\n%s\n%v", len(got), text, got)
				}
			}
			for _, text := range s.silent {
				for _, p := range places(drafts(text), check) {
					t.Errorf("this is no case: %s, in\n%s", p.Reason, text)
				}
			}
		})
	}
}

func TestEveryCheckIsWholeAndTried(t *testing.T) {
	isID := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, c := range review.Checks() {
		if !isID.MatchString(c.ID) || seen[c.ID] {
			t.Errorf("the id %q is taken or not kebab-case", c.ID)
		}
		seen[c.ID] = true
		for _, text := range []string{c.Title, c.Why, c.English.Weak, c.English.Better, c.German.Weak, c.German.Better} {
			if text == "" || strings.TrimSpace(text) != text {
				t.Errorf("%s: a text is missing: %+v", c.ID, c)
			}
		}
		if !strings.HasSuffix(c.Why, ".") {
			t.Errorf("%s: %q is no sentence", c.ID, c.Why)
		}
		if s := samples[c.ID]; len(s.speaks) < 2 || len(s.silent) < 2 {
			t.Errorf("%s has too few samples", c.ID)
		}
	}
	if len(samples) != len(seen) {
		t.Errorf("%d checks have samples, %d are there", len(samples), len(seen))
	}
}

// What a card shows as weak must make its check speak, and what it shows as better must not.
func TestExamplesAreExamples(t *testing.T) {
	plain := map[string]string{
		"deliverable": "", "only-a-number": "", "figure-in-objective": "", "short-objective": "", "long-objective": "",
		"placeholder": "- ", "target-is-baseline": "- ", "wrong-way": "- ", "over-100": "- ", "no-unit": "- ", "vague": "- ", "no-number": "- ",
		"no-baseline": "- ", "activity": "- ",
	}
	for _, c := range review.Checks() {
		prefix, ok := plain[c.ID]
		if !ok {
			continue // its examples tell more than one text
		}
		for _, e := range []review.Example{c.English, c.German} {
			if len(places(drafts(prefix+e.Weak), c.ID)) == 0 {
				t.Errorf("%s does not speak about its weak example %q", c.ID, e.Weak)
			}
			for _, card := range review.Run(drafts(prefix + e.Better)) {
				if card.Check.ID == c.ID || prefix == "" && card.Places[0].Span.Start > 0 {
					t.Errorf("%s speaks about the better example of %s, %q", card.Check.ID, c.ID, e.Better)
				}
			}
		}
	}
}

func TestKindsOfKeyResults(t *testing.T) {
	for text, want := range map[string]review.Kind{
		"Raise repeat orders from 18 % to 25 %":         review.Metric,
		"Wiederbestellungen von 18 % auf 25 % steigern": review.Metric,
		"Every kitchen weighs its dough":                review.Metric,
		"Increase repeat orders":                        review.Metric,
		"Publish the joint menu":                        review.Milestone,
		"Run 5 tastings":                                review.Milestone,
		"Kassensystem eingeführt":                       review.Milestone,
		"Measure how long guests wait":                  review.Baseline,
		"Support the branches":                          review.Activity,
		"Filialen unterstützen":                         review.Activity,
		"Serve N4 canteens":                             review.Placeholder,
	} {
		in := drafts("- " + text)
		if got := review.KindOf(in.Objectives[0].KeyResults[0]); got != want {
			t.Errorf("%q is a %s, want %s", text, got, want)
		}
	}
}
