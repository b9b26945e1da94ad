extension Messages {
  /// Headings of columns and titles of tables, part 1 of 3.
  static let headings1: StaticString = #"""
    en Actual
    nl Berekend
    nb Beregnet
    sv Beräknat
    de Berechnet
    en Adds
    nl Voegt toe
    nb Tillegg
    sv Tillägg
    de Zuwachs
    en All
    nl Alle
    nb Alle
    sv Alla
    de Alle
    en Anti-image
    nl Anti-image
    nb Anti-image
    sv Anti-image
    de Anti-Image
    en At most
    nl Hoogstens
    nb Høyst
    sv Högst
    de Höchstens
    en Bartlett's χ²
    nl Bartletts χ²
    nb Bartletts χ²
    sv Bartletts χ²
    de Bartletts χ²
    en Because
    nl Omdat
    nb Fordi
    sv Därför att
    de Weil
    en Best
    nl Beste
    nb Beste
    sv Bästa
    de Beste
    en Block
    nl Blok
    nb Blokk
    sv Block
    de Block
    en By
    nl Naar
    nb Etter
    sv Efter
    de Nach
    en Ceiling
    nl Plafond
    nb Tak
    sv Tak
    de Obergrenze
    en Columns
    nl Kolommen
    nb Kolonner
    sv Kolumner
    de Spalten
    en Complete
    nl Volledig
    nb Fullstendig
    sv Fullständig
    de Vollständig
    en Complexity
    nl Complexiteit
    nb Kompleksitet
    sv Komplexitet
    de Komplexität
    en Compl.
    nl Compl.
    nb Kompl.
    sv Kompl.
    de Kompl.
    en Component
    nl Component
    nb Komponent
    sv Komponent
    de Komponente
    en Components
    nl Componenten
    nb Komponenter
    sv Komponenter
    de Komponenten
    en Condition
    nl Conditie
    nb Kondisjon
    sv Kondition
    de Kondition
    en Conditional
    nl Voorwaardelijk
    nb Betinget
    sv Betingad
    de Bedingt
    en Congruence
    nl Congruentie
    nb Kongruens
    sv Kongruens
    de Kongruenz
    en Construct
    nl Construct
    nb Begrep
    sv Begrepp
    de Konstrukt
    en Converged
    nl Geconvergeerd
    nb Konvergert
    sv Konvergerat
    de Konvergiert
    en Cook's D
    nl Cooks D
    nb Cooks D
    sv Cooks D
    de Cooks D
    en Cumulative
    nl Cumulatief
    nb Kumulativt
    sv Kumulativt
    de Kumuliert
    en Determinacy
    nl Bepaaldheid
    nb Bestemthet
    sv Bestämdhet
    de Bestimmtheit
    en Difference
    nl Verschil
    nb Differanse
    sv Skillnad
    de Differenz
    en Digits
    nl Cijfers
    nb Sifre
    sv Siffror
    de Stellen
    en Dimension
    nl Dimensie
    nb Dimensjon
    sv Dimension
    de Dimension
    en Driver
    nl Drijfveer
    nb Driver
    sv Drivkraft
    de Treiber
    en Effect
    nl Effect
    nb Effekt
    sv Effekt
    de Effekt
    en Eigenvalue
    nl Eigenwaarde
    nb Egenverdi
    sv Egenvärde
    de Eigenwert
    en Estimate
    nl Schatting
    nb Estimat
    sv Skattning
    de Schätzwert
    en Expected
    nl Verwacht
    nb Forventet
    sv Förväntat
    de Erwartet
    en Extraction
    nl Extractie
    nb Ekstraksjon
    sv Extraktion
    de Extraktion
    en Factor
    nl Factor
    nb Faktor
    sv Faktor
    de Faktor
    en Factors
    nl Factoren
    nb Faktorer
    sv Faktorer
    de Faktoren
    en Figures
    nl Getallen
    nb Tall
    sv Tal
    de Zahlen
    en First in
    nl Eerste in
    nb Først i
    sv Först i
    de Erster in
    en First rows
    nl Eerste rijen
    nb Første rader
    sv Första rader
    de Erste Zeilen
    en Fitted
    nl Voorspeld
    nb Predikert
    sv Anpassat
    de Angepasst
    en Gap
    nl Kloof
    nb Gap
    sv Gap
    de Lücke
    en General
    nl Algemeen
    nb Generelt
    sv Generellt
    de Allgemein
    en Group
    nl Groep
    nb Gruppe
    sv Grupp
    de Gruppe
    en Headroom
    nl Ruimte
    nb Rom
    sv Utrymme
    de Spielraum
    en Identical
    nl Identiek
    nb Identisk
    sv Identisk
    de Identisch
    en Importance
    nl Belang
    nb Viktighet
    sv Betydelse
    de Wichtigkeit
    en Item
    nl Item
    nb Spørsmål
    sv Fråga
    de Item
    en Items
    nl Items
    nb Spørsmål
    sv Frågor
    de Items
    en KMO's verdict
    nl Oordeel van KMO
    nb KMOs dom
    sv KMO:s omdöme
    de Urteil nach KMO
    en Label
    nl Label
    nb Etikett
    sv Etikett
    de Label
    en Least r
    nl Kleinste r
    nb Minste r
    sv Minsta r
    de Kleinstes r
    en Level
    nl Niveau
    nb Nivå
    sv Nivå
    de Niveau
    en Leverage
    nl Hefboom
    nb Innflytelse
    sv Hävstång
    de Hebelwert
    en Limit
    nl Grens
    nb Grense
    sv Gräns
    de Grenze
    en Loading
    nl Lading
    nb Ladning
    sv Laddning
    de Ladung
    en Look at
    nl Bekijk
    nb Se på
    sv Titta på
    de Prüfen
    en Matrix
    nl Matrix
    nb Matrise
    sv Matris
    de Matrix
    en May be 1st
    nl Kan 1e zijn
    nb Kan være nr. 1
    sv Kan vara nr 1
    de Evtl. Nr. 1
    en Mean
    nl Gemiddelde
    nb Snitt
    sv Medel
    de Mittel
    en Measure
    nl Maat
    nb Mål
    sv Mått
    de Maß
    en Method
    nl Methode
    nb Metode
    sv Metod
    de Methode
    en Missing
    nl Ontbreekt
    nb Mangler
    sv Saknas
    de Fehlt
    en missing
    nl ontbreekt
    nb mangler
    sv saknas
    de fehlt
    en Name
    nl Naam
    nb Navn
    sv Namn
    de Name
    en Needed
    nl Nodig
    nb Kreves
    sv Krävs
    de Nötig
    en Others
    nl Andere
    nb Andre
    sv Övriga
    de Andere
    en Outcome
    nl Uitkomst
    nb Utfall
    sv Utfall
    de Ergebnis
    en Passed
    nl Geslaagd
    nb Bestått
    sv Godkänt
    de Bestanden
    en Peer
    nl Ander programma
    nb Annet program
    sv Annat program
    de Vergleich
    en Peer's
    nl Van het andere
    nb Det andres
    sv Det andras
    de Dessen
    en Perf.
    nl Prest.
    nb Prest.
    sv Prest.
    de Leist.
    en Performance
    nl Prestatie
    nb Prestasjon
    sv Prestation
    de Leistung
    en Place
    nl Plaats
    nb Plass
    sv Plats
    de Platz
    en Potential
    nl Potentieel
    nb Potensial
    sv Potential
    de Potenzial
    en Priority
    nl Prioriteit
    nb Prioritet
    sv Prioritet
    de Priorität
    en Proportion
    nl Aandeel
    nb Andel
    sv Andel
    de Anteil
    """#
}
