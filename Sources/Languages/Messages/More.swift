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
    """#
}
