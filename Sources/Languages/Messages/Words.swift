extension Messages {
  /// Words of renderers, and small words of sentences.
  static let words: StaticString = #"""
    en Notes
    nl Opmerkingen
    nb Merknader
    sv Anmärkningar
    de Anmerkungen
    en (no rows)
    nl (geen rijen)
    nb (ingen rader)
    sv (inga rader)
    de (keine Zeilen)
    en (no bars)
    nl (geen staven)
    nb (ingen søyler)
    sv (inga staplar)
    de (keine Balken)
    en interval
    nl interval
    nb intervall
    sv intervall
    de Intervall
    en yes
    nl ja
    nb ja
    sv ja
    de ja
    en no
    nl nee
    nb nei
    sv nej
    de nein
    en {0} to {1}
    nl {0} tot {1}
    nb {0} til {1}
    sv {0} till {1}
    de {0} bis {1}
    en Not drawn: {0}.
    nl Niet getekend: {0}.
    nb Ikke tegnet: {0}.
    sv Inte ritat: {0}.
    de Nicht gezeichnet: {0}.
    en hatched: {0}
    nl gearceerd: {0}
    nb skravert: {0}
    sv skrafferat: {0}
    de schraffiert: {0}
    en Without a position: {0}
    nl Zonder plaats: {0}
    nb Uten plass: {0}
    sv Utan plats: {0}
    de Ohne Platz: {0}
    en Also: {0}.
    nl Ook: {0}.
    nb Også: {0}.
    sv Även: {0}.
    de Außerdem: {0}.
    en {0}: the number is infinite, shown as null.
    nl {0}: het getal is oneindig en staat er als null.
    nb {0}: tallet er uendelig og vises som null.
    sv {0}: talet är oändligt och visas som null.
    de {0}: Die Zahl ist unendlich und steht als null da.
    en {0}: the number is negative infinite, shown as null.
    nl {0}: het getal is min oneindig en staat er als null.
    nb {0}: tallet er minus uendelig og vises som null.
    sv {0}: talet är minus oändligt och visas som null.
    de {0}: Die Zahl ist minus unendlich und steht als null da.
    en all
    nl alle
    nb alle
    sv alla
    de alle
    en none
    nl geen
    nb ingen
    sv ingen
    de keine
    en over 99 %
    nl meer dan 99 %
    nb over 99 %
    sv över 99 %
    de über 99 %
    en under 1 %
    nl minder dan 1 %
    nb under 1 %
    sv under 1 %
    de unter 1 %
    en always first
    nl altijd eerste
    nb alltid først
    sv alltid först
    de immer an erster Stelle
    en never first
    nl nooit eerste
    nb aldri først
    sv aldrig först
    de nie an erster Stelle
    en first in {0}
    nl eerste in {0}
    nb først i {0}
    sv först i {0}
    de an erster Stelle in {0}
    en {0} and {1}
    nl {0} en {1}
    nb {0} og {1}
    sv {0} och {1}
    de {0} und {1}
    en {0} and {1} others
    nl {0} en {1} andere
    nb {0} og {1} andre
    sv {0} och {1} andra
    de {0} und {1} weitere
    en {0} variable
    nl {0} variabele
    nb {0} variabel
    sv {0} variabel
    de {0} Variable
    en {0} variables
    nl {0} variabelen
    nb {0} variabler
    sv {0} variabler
    de {0} Variablen
    en {0} driver
    nl {0} drijfveer
    nb {0} driver
    sv {0} drivkraft
    de {0} Treiber
    en {0} drivers
    nl {0} drijfveren
    nb {0} drivere
    sv {0} drivkrafter
    de {0} Treiber
    en {0} product
    nl {0} product
    nb {0} produkt
    sv {0} produkt
    de {0} Produkt
    en {0} products
    nl {0} producten
    nb {0} produkter
    sv {0} produkter
    de {0} Produkte
    en {0} (not defined)
    nl {0} (niet gedefinieerd)
    nb {0} (ikke definert)
    sv {0} (inte definierad)
    de {0} (nicht definiert)
    en unknown
    nl onbekend
    nb ukjent
    sv okänt
    de unbekannt
    en mean
    nl gemiddelde
    nb gjennomsnitt
    sv medelvärde
    de Mittelwert
    en median
    nl mediaan
    nb median
    sv median
    de Median
    en scale
    nl schaal
    nb skala
    sv skala
    de Skala
    en given
    nl opgegeven
    nb oppgitt
    sv angivet
    de vorgegeben
    en Concentrate here
    nl Hier op concentreren
    nb Konsentrer innsatsen her
    sv Koncentrera insatserna här
    de Hier konzentrieren
    en Keep up the good work
    nl Zo doorgaan
    nb Fortsett det gode arbeidet
    sv Fortsätt det goda arbetet
    de Weiter so
    en Low priority
    nl Lage prioriteit
    nb Lav prioritet
    sv Låg prioritet
    de Niedrige Priorität
    en Possible overkill
    nl Mogelijk overdaad
    nb Mulig overinnsats
    sv Möjlig överinsats
    de Möglicherweise übertrieben
    en In no field
    nl In geen veld
    nb I ingen rute
    sv I ingen ruta
    de In keinem Feld
    en Drivers
    nl Drijfveren
    nb Drivere
    sv Drivkrafter
    de Treiber
    en What drives the outcomes
    nl Wat de uitkomsten drijft
    nb Hva som driver utfallene
    sv Vad som driver utfallen
    de Was die Ergebnisse treibt
    en What drives {0}
    nl Wat {0} drijft
    nb Hva som driver {0}
    sv Vad som driver {0}
    de Was {0} treibt
    en No installed font has {0} and {1} more: the picture shows a box in each one's place.
    nl Geen geïnstalleerd lettertype heeft {0} en nog {1}: de afbeelding toont op elke plaats daarvan een hokje.
    nb Ingen installert skrifttype har {0} og {1} til: bildet viser en rute i stedet for hvert av dem.
    sv Inget installerat typsnitt har {0} och {1} till: bilden visar en ruta på vart och ett av dem.
    de Keine installierte Schrift hat {0} und {1} weitere: Das Bild zeigt an deren Stelle je ein Kästchen.
    en No installed font has {0}: the picture shows a box in each one's place.
    nl Geen geïnstalleerd lettertype heeft {0}: de afbeelding toont op elke plaats daarvan een hokje.
    nb Ingen installert skrifttype har {0}: bildet viser en rute i stedet for hvert av dem.
    sv Inget installerat typsnitt har {0}: bilden visar en ruta på vart och ett av dem.
    de Keine installierte Schrift hat {0}: Das Bild zeigt an deren Stelle je ein Kästchen.
    en Install a font that has them (Debian: fonts-noto-cjk for Chinese, Japanese and Korean, fonts-noto-core for other scripts), or write .svg, which is drawn with the reader's fonts.
    nl Installeer een lettertype dat ze heeft (Debian: fonts-noto-cjk voor Chinees, Japans en Koreaans, fonts-noto-core voor andere schriften), of schrijf .svg, dat met de lettertypen van de lezer wordt getekend.
    nb Installer en skrifttype som har dem (Debian: fonts-noto-cjk for kinesisk, japansk og koreansk, fonts-noto-core for andre skrifter), eller skriv .svg, som tegnes med leserens skrifttyper.
    sv Installera ett typsnitt som har dem (Debian: fonts-noto-cjk för kinesiska, japanska och koreanska, fonts-noto-core för andra skriftsystem), eller skriv .svg, som ritas med läsarens typsnitt.
    de Installieren Sie eine Schrift, die sie hat (Debian: fonts-noto-cjk für Chinesisch, Japanisch und Koreanisch, fonts-noto-core für andere Schriften), oder schreiben Sie .svg, das mit den Schriften des Lesers gezeichnet wird.
    """#
}
