extension Messages {
  /// Later messages.
  static let more: StaticString = #"""
    en answers in words are read as 1 to {0}: {1}
    nl antwoorden in woorden worden gelezen als 1 tot {0}: {1}
    nb svar i ord leses som 1 til {0}: {1}
    sv svar i ord läses som 1 till {0}: {1}
    de Antworten in Worten werden als 1 bis {0} gelesen: {1}
    en ; nobody chose {0}
    nl ; niemand koos {0}
    nb ; ingen valgte {0}
    sv ; ingen valde {0}
    de ; niemand wählte {0}
    en answers in words are read as 1 to {0}, as was said: {1}
    nl antwoorden in woorden worden gelezen als 1 tot {0}, zoals opgegeven: {1}
    nb svar i ord leses som 1 til {0}, som oppgitt: {1}
    sv svar i ord läses som 1 till {0}, som angivet: {1}
    de Antworten in Worten werden wie angegeben als 1 bis {0} gelesen: {1}
    en the text of a choice is read as 1, a blank cell as 0: not chosen
    nl de tekst van een keuze wordt als 1 gelezen, een lege cel als 0: niet gekozen
    nb teksten til et valg leses som 1, en tom celle som 0: ikke valgt
    sv texten för ett val läses som 1, en tom cell som 0: inte valt
    de der Text einer Auswahl wird als 1 gelesen, eine leere Zelle als 0: nicht gewählt
    en '{0}' as {1}
    nl '{0}' als {1}
    nb '{0}' som {1}
    sv '{0}' som {1}
    de '{0}' als {1}
    en numbers are read without their labels, such as {0}
    nl getallen worden zonder hun label gelezen, zoals {0}
    nb tall leses uten etikettene, for eksempel {0}
    sv tal läses utan sina etiketter, till exempel {0}
    de Zahlen werden ohne ihre Labels gelesen, etwa {0}
    en {0} counts as missing
    nl {0} telt als ontbrekend
    nb {0} regnes som manglende
    sv {0} räknas som saknat
    de {0} gilt als fehlend
    en {0} count as missing
    nl {0} tellen als ontbrekend
    nb {0} regnes som manglende
    sv {0} räknas som saknade
    de {0} gelten als fehlend
    en some numbers have a typographic minus or space, or parentheses for a minus; they are read as meant
    nl sommige getallen hebben een typografisch minteken of spatie, of haakjes als minteken; ze worden gelezen zoals bedoeld
    nb noen tall har typografisk minus eller mellomrom, eller parenteser som minus; de leses som ment
    sv några tal har typografiskt minus eller mellanrum, eller parenteser som minus; de läses som menat
    de manche Zahlen haben ein typografisches Minus oder Leerzeichen, oder Klammern als Minus; sie werden gelesen wie gemeint
    en '{0}' beside whole numbers may be two answers in one cell, or a decimal comma; it is read as a text
    nl '{0}' naast gehele getallen kan twee antwoorden in één cel zijn, of een decimale komma; het wordt als tekst gelezen
    nb '{0}' ved siden av heltall kan være to svar i én celle, eller et desimalkomma; det leses som tekst
    sv '{0}' bredvid heltal kan vara två svar i en cell, eller ett decimalkomma; det läses som text
    de '{0}' neben ganzen Zahlen kann zwei Antworten in einer Zelle sein oder ein Dezimalkomma; es wird als Text gelesen
    en '{0}' is read as {1}
    nl '{0}' wordt gelezen als {1}
    nb '{0}' leses som {1}
    sv '{0}' läses som {1}
    de '{0}' wird als {1} gelesen
    en '{0}' is read as {1} (per cent)
    nl '{0}' wordt gelezen als {1} (procent)
    nb '{0}' leses som {1} (prosent)
    sv '{0}' läses som {1} (procent)
    de '{0}' wird als {1} gelesen (Prozent)
    en '{0}' is read as {1}, the number before or behind its label
    nl '{0}' wordt gelezen als {1}, het getal voor of achter het label
    nb '{0}' leses som {1}, tallet foran eller bak etiketten
    sv '{0}' läses som {1}, talet före eller efter etiketten
    de '{0}' wird als {1} gelesen, die Zahl vor oder hinter dem Label
    en with thousands separated by commas
    nl met komma's tussen de duizendtallen
    nb med komma mellom tusener
    sv med komma mellan tusental
    de mit Kommas zwischen den Tausendern
    en with thousands separated by points
    nl met punten tussen de duizendtallen
    nb med punktum mellom tusener
    sv med punkt mellan tusental
    de mit Punkten zwischen den Tausendern
    en with thousands separated by apostrophes
    nl met apostrofs tussen de duizendtallen
    nb med apostrof mellom tusener
    sv med apostrof mellan tusental
    de mit Apostrophen zwischen den Tausendern
    en with thousands separated by spaces
    nl met spaties tussen de duizendtallen
    nb med mellomrom mellom tusener
    sv med mellanrum mellan tusental
    de mit Leerzeichen zwischen den Tausendern
    en ; if that is a decimal mark, say so
    nl ; als dat een decimaalteken is, zeg het dan
    nb ; om det er et desimaltegn, si det
    sv ; om det är ett decimaltecken, säg det
    de ; ist das ein Dezimalzeichen, geben Sie es an
    en ; if the comma separates thousands, say which decimal mark the file has
    nl ; als de komma duizendtallen scheidt, zeg dan welk decimaalteken het bestand heeft
    nb ; om kommaet skiller tusener, si hvilket desimaltegn filen har
    sv ; om kommat skiljer tusental, säg vilket decimaltecken filen har
    de ; trennt das Komma Tausender, geben Sie an, welches Dezimalzeichen die Datei hat
    en ; if the point separates thousands, say which decimal mark the file has
    nl ; als de punt duizendtallen scheidt, zeg dan welk decimaalteken het bestand heeft
    nb ; om punktumet skiller tusener, si hvilket desimaltegn filen har
    sv ; om punkten skiljer tusental, säg vilket decimaltecken filen har
    de ; trennt der Punkt Tausender, geben Sie an, welches Dezimalzeichen die Datei hat
    en {0}, side by side
    nl {0}, naast elkaar
    nb {0}, side om side
    sv {0}, sida vid sida
    de {0} im Vergleich
    en {0} groups are too many to compare each with each.
    nl {0} groepen zijn te veel om elk met elk te vergelijken.
    nb {0} grupper er for mange til å sammenligne hver med hver.
    sv {0} grupper är för många för att jämföra var och en med varje annan.
    de {0} Gruppen sind zu viele, um jede mit jeder zu vergleichen.
    en Groups are taken for independent samples: clusters that lie in several of them count in each. Adjusted by Holm.
    nl Groepen gelden als onafhankelijke steekproeven: clusters die in meer groepen liggen tellen in elk. Gecorrigeerd volgens Holm.
    nb Grupper regnes som uavhengige utvalg: klynger som ligger i flere av dem, teller i hver. Justert etter Holm.
    sv Grupper tas för oberoende stickprov: kluster som ligger i flera av dem räknas i var och en. Justerat enligt Holm.
    de Gruppen gelten als unabhängige Stichproben: Klumpen, die in mehreren liegen, zählen in jeder. Nach Holm adjustiert.
    en {0}; and {1} more
    nl {0}; en nog {1}
    nb {0}; og {1} til
    sv {0}; och {1} till
    de {0}; und {1} weitere
    en {0}: the share of importance is larger for {1} ({2}).
    nl {0}: het aandeel in het belang is groter voor {1} ({2}).
    nb {0}: andelen av viktigheten er større for {1} ({2}).
    sv {0}: andelen av betydelsen är större för {1} ({2}).
    de {0}: Der Anteil an der Wichtigkeit ist größer bei {1} ({2}).
    en {0}: the coefficient is larger for {1} ({2}).
    nl {0}: de coëfficiënt is groter voor {1} ({2}).
    nb {0}: koeffisienten er større for {1} ({2}).
    sv {0}: koefficienten är större för {1} ({2}).
    de {0}: Der Koeffizient ist größer bei {1} ({2}).
    en Performance: the performance is larger for {0} ({1}).
    nl Prestatie: de prestatie is groter voor {0} ({1}).
    nb Prestasjon: prestasjonen er større for {0} ({1}).
    sv Prestation: prestationen är större för {0} ({1}).
    de Leistung: Die Leistung ist größer bei {0} ({1}).
    en Performance: no performance differs between the groups by more than chance may explain ({0}).
    nl Prestatie: geen prestatie verschilt meer tussen de groepen dan toeval kan verklaren ({0}).
    nb Prestasjon: ingen prestasjon er mer ulik mellom gruppene enn tilfeldigheter kan forklare ({0}).
    sv Prestation: ingen prestation skiljer sig mer mellan grupperna än slumpen kan förklara ({0}).
    de Leistung: Keine Leistung unterscheidet sich zwischen den Gruppen stärker, als der Zufall erklären kann ({0}).
    en {0}: no share of importance and no coefficient differs between the groups by more than chance may explain ({1}).
    nl {0}: geen aandeel in het belang en geen coëfficiënt verschilt meer tussen de groepen dan toeval kan verklaren ({1}).
    nb {0}: ingen andel av viktigheten og ingen koeffisient er mer ulik mellom gruppene enn tilfeldigheter kan forklare ({1}).
    sv {0}: ingen andel av betydelsen och ingen koefficient skiljer sig mer mellan grupperna än slumpen kan förklara ({1}).
    de {0}: Kein Anteil an der Wichtigkeit und kein Koeffizient unterscheidet sich zwischen den Gruppen stärker, als der Zufall erklären kann ({1}).
    en {0}: no share of importance differs between the groups by more than chance may explain ({1}).
    nl {0}: geen aandeel in het belang verschilt meer tussen de groepen dan toeval kan verklaren ({1}).
    nb {0}: ingen andel av viktigheten er mer ulik mellom gruppene enn tilfeldigheter kan forklare ({1}).
    sv {0}: ingen andel av betydelsen skiljer sig mer mellan grupperna än slumpen kan förklara ({1}).
    de {0}: Kein Anteil an der Wichtigkeit unterscheidet sich zwischen den Gruppen stärker, als der Zufall erklären kann ({1}).
    en {0}: no coefficient differs between the groups by more than chance may explain ({1}).
    nl {0}: geen coëfficiënt verschilt meer tussen de groepen dan toeval kan verklaren ({1}).
    nb {0}: ingen koeffisient er mer ulik mellom gruppene enn tilfeldigheter kan forklare ({1}).
    sv {0}: ingen koefficient skiljer sig mer mellan grupperna än slumpen kan förklara ({1}).
    de {0}: Kein Koeffizient unterscheidet sich zwischen den Gruppen stärker, als der Zufall erklären kann ({1}).
    en {0}, in {1} over {2} by {3}
    nl {0}, in {1} boven {2} met {3}
    nb {0}, i {1} over {2} med {3}
    sv {0}, i {1} över {2} med {3}
    de {0}, in {1} gegenüber {2} um {3}
    en 1 comparison
    nl 1 vergelijking
    nb 1 sammenligning
    sv 1 jämförelse
    de 1 Vergleich
    en {0} comparisons, adjusted by Holm
    nl {0} vergelijkingen, gecorrigeerd volgens Holm
    nb {0} sammenligninger, justert etter Holm
    sv {0} jämförelser, justerade enligt Holm
    de {0} Vergleiche, nach Holm adjustiert
    en {0} points, {1} to {2}
    nl {0} punten, {1} tot {2}
    nb {0} poeng, {1} til {2}
    sv {0} poäng, {1} till {2}
    de {0} Punkte, {1} bis {2}
    en {0}, {1} to {2}
    nl {0}, {1} tot {2}
    nb {0}, {1} til {2}
    sv {0}, {1} till {2}
    de {0}, {1} bis {2}
    en Share of importance ({0}): {1}
    nl Aandeel in het belang ({0}): {1}
    nb Andel av viktigheten ({0}): {1}
    sv Andel av betydelsen ({0}): {1}
    de Anteil an der Wichtigkeit ({0}): {1}
    en Coefficients: {0}
    nl Coëfficiënten: {0}
    nb Koeffisienter: {0}
    sv Koefficienter: {0}
    de Koeffizienten: {0}
    en What the groups differ in
    nl Waarin de groepen verschillen
    nb Hva gruppene er ulike i
    sv Vad grupperna skiljer sig i
    de Worin sich die Gruppen unterscheiden
    en Of
    nl Van
    nb Av
    sv Av
    de Von
    en Dominance compares all subsets of the drivers, as lmg does: with more than {0} drivers it is worked out where lmg is among the methods.
    nl Dominantie vergelijkt alle deelverzamelingen van de drijfveren, zoals lmg: bij meer dan {0} drijfveren wordt zij berekend als lmg onder de methoden is.
    nb Dominans sammenligner alle delmengder av driverne, slik lmg gjør: med mer enn {0} drivere beregnes den der lmg er blant metodene.
    sv Dominans jämför alla delmängder av drivkrafterna, som lmg gör: med fler än {0} drivkrafter beräknas den när lmg är bland metoderna.
    de Dominanz vergleicht alle Teilmengen der Treiber wie lmg: Bei mehr als {0} Treibern wird sie berechnet, wenn lmg unter den Methoden ist.
    en Note
    nl Opmerking
    nb Merknad
    sv Anmärkning
    de Anmerkung
    en {0} (continued)
    nl {0} (vervolg)
    nb {0} (forts.)
    sv {0} (forts.)
    de {0} (Fortsetzung)
    en Table {0}
    nl Tabel {0}
    nb Tabell {0}
    sv Tabell {0}
    de Tabelle {0}
    en Kind
    nl Soort
    nb Type
    sv Sort
    de Art
    """#
}
