extension Messages {
  /// What the script of a report says.
  static let reportPage: StaticString = #"""
    en All ten points up
    nl Alles tien punten omhoog
    nb Alle ti poeng opp
    sv Alla tio poäng upp
    de Alle zehn Punkte hoch
    en Answers by point of the scale: {0}
    nl Antwoorden per schaalpunt: {0}
    nb Svar etter skalapunkt: {0}
    sv Svar per skalsteg: {0}
    de Antworten nach Skalenpunkt: {0}
    en Answers to the items: {0}
    nl Antwoorden op de items: {0}
    nb Svar på leddene: {0}
    sv Svar på frågorna: {0}
    de Antworten auf die Items: {0}
    en Back to the start
    nl Terug naar het begin
    nb Tilbake til start
    sv Tillbaka till början
    de Zurück zum Anfang
    en Bottom box
    nl Bottom box
    nb Bunnboks
    sv Bottenbox
    de Bottom-Box
    en Ceiling, the others moving along: {0}, a change of {1}.
    nl Bovengrens, de andere bewegen mee: {0}, een verandering van {1}.
    nb Øvre grense, de andre følger med: {0}, en endring på {1}.
    sv Övre gräns, de andra följer med: {0}, en ändring med {1}.
    de Obergrenze, die anderen gehen mit: {0}, eine Änderung um {1}.
    en Ceiling, the others moving along: {0}, a change of {1}; it stops at the end of the scale.
    nl Bovengrens, de andere bewegen mee: {0}, een verandering van {1}; ze stopt aan het eind van de schaal.
    nb Øvre grense, de andre følger med: {0}, en endring på {1}; den stopper ved enden av skalaen.
    sv Övre gräns, de andra följer med: {0}, en ändring med {1}; den stannar vid skalans slut.
    de Obergrenze, die anderen gehen mit: {0}, eine Änderung um {1}; sie endet am Rand der Skala.
    en Coefficients for {0}, {1}
    nl Coëfficiënten voor {0}, {1}
    nb Koeffisienter for {0}, {1}
    sv Koefficienter för {0}, {1}
    de Koeffizienten für {0}, {1}
    en Colours
    nl Kleuren
    nb Farger
    sv Färger
    de Farben
    en Column {0}
    nl Kolom {0}
    nb Kolonne {0}
    sv Kolumn {0}
    de Spalte {0}
    en Copied.
    nl Gekopieerd.
    nb Kopiert.
    sv Kopierad.
    de Kopiert.
    en Copy picture
    nl Afbeelding kopiëren
    nb Kopier bilde
    sv Kopiera bild
    de Bild kopieren
    en Copying is not allowed here; saved instead.
    nl Kopiëren is hier niet toegestaan; in plaats daarvan opgeslagen.
    nb Kopiering er ikke tillatt her; lagret i stedet.
    sv Kopiering är inte tillåten här; sparad i stället.
    de Kopieren ist hier nicht erlaubt; stattdessen gespeichert.
    en Crosshair at
    nl Assenkruis op
    nb Trådkors ved
    sv Hårkors vid
    de Fadenkreuz bei
    en Data (CSV)
    nl Gegevens (CSV)
    nb Data (CSV)
    sv Data (CSV)
    de Daten (CSV)
    en Effort: best three
    nl Moeite: beste drie
    nb Innsats: beste tre
    sv Ansträngning: bästa tre
    de Aufwand: beste drei
    en Floor, the others held where they are: {0}, a change of {1}.
    nl Ondergrens, de andere blijven waar ze zijn: {0}, een verandering van {1}.
    nb Nedre grense, de andre holdes der de er: {0}, en endring på {1}.
    sv Undre gräns, de andra hålls där de är: {0}, en ändring med {1}.
    de Untergrenze, die anderen bleiben, wo sie sind: {0}, eine Änderung um {1}.
    en Floor, the others held where they are: {0}, a change of {1}; it stops at the end of the scale.
    nl Ondergrens, de andere blijven waar ze zijn: {0}, een verandering van {1}; ze stopt aan het eind van de schaal.
    nb Nedre grense, de andre holdes der de er: {0}, en endring på {1}; den stopper ved enden av skalaen.
    sv Undre gräns, de andra hålls där de är: {0}, en ändring med {1}; den stannar vid skalans slut.
    de Untergrenze, die anderen bleiben, wo sie sind: {0}, eine Änderung um {1}; sie endet am Rand der Skala.
    en Importance and performance for {0}, {1}
    nl Belang en prestatie voor {0}, {1}
    nb Viktighet og prestasjon for {0}, {1}
    sv Betydelse och prestation för {0}, {1}
    de Wichtigkeit und Leistung für {0}, {1}
    en Importance for {0}, {1}
    nl Belang voor {0}, {1}
    nb Viktighet for {0}, {1}
    sv Betydelse för {0}, {1}
    de Wichtigkeit für {0}, {1}
    en Importance {0}
    nl Belang {0}
    nb Viktighet {0}
    sv Betydelse {0}
    de Wichtigkeit {0}
    en In no field: more of it goes with less of the outcome
    nl In geen veld: meer ervan gaat samen met minder van de uitkomst
    nb I ikke noe felt: mer av den går sammen med mindre av utfallet
    sv I inget fält: mer av den går ihop med mindre av utfallet
    de In keinem Feld: mehr davon geht mit weniger vom Ergebnis einher
    en In resamples: {0}
    nl In hertrekkingen: {0}
    nb I gjentrekninger: {0}
    sv I omdragningar: {0}
    de In Stichprobenwiederholungen: {0}
    en Its own move: floor; ceiling
    nl Eigen beweging: ondergrens; bovengrens
    nb Egen bevegelse: nedre; øvre grense
    sv Egen rörelse: undre; övre gräns
    de Eigene Bewegung: Unter-; Obergrenze
    en Mean {0}
    nl Gemiddelde {0}
    nb Gjennomsnitt {0}
    sv Medelvärde {0}
    de Mittelwert {0}
    en Nothing is moved yet.
    nl Er is nog niets bewogen.
    nb Ingenting er flyttet ennå.
    sv Ingenting är flyttat ännu.
    de Noch ist nichts bewegt.
    en Per cent of those who answered; the line marks the middle of the scale.
    nl Procenten van wie antwoordden; de lijn geeft het midden van de schaal aan.
    nb Prosent av dem som svarte; linjen viser midten av skalaen.
    sv Procent av dem som svarade; linjen visar skalans mitt.
    de Prozent derer, die geantwortet haben; die Linie zeigt die Mitte der Skala.
    en Performance (0–100 of the scale)
    nl Prestatie (0–100 van de schaal)
    nb Prestasjon (0–100 av skalaen)
    sv Prestation (0–100 av skalan)
    de Leistung (0–100 der Skala)
    en Performance {0}
    nl Prestatie {0}
    nb Prestasjon {0}
    sv Prestation {0}
    de Leistung {0}
    en Points of the net promoter score; per cent of answers for boxes.
    nl Punten van de net promoter score; procenten van antwoorden bij boxen.
    nb Poeng i net promoter score; prosent av svar for bokser.
    sv Poäng i net promoter score; procent av svar för boxar.
    de Punkte des Net Promoter Score; Prozent der Antworten bei Boxen.
    en Points of {0} per point of the term
    nl Punten van {0} per punt van de term
    nb Poeng av {0} per poeng av leddet
    sv Poäng av {0} per poäng av termen
    de Punkte von {0} je Punkt des Terms
    en Potential {0}
    nl Potentieel {0}
    nb Potensial {0}
    sv Potential {0}
    de Potenzial {0}
    en Potential {0}, priority {1}
    nl Potentieel {0}, prioriteit {1}
    nb Potensial {0}, prioritet {1}
    sv Potential {0}, prioritet {1}
    de Potenzial {0}, Priorität {1}
    en Respondents
    nl Respondenten
    nb Respondenter
    sv Svarande
    de Befragte
    en Save picture (PNG)
    nl Afbeelding opslaan (PNG)
    nb Lagre bilde (PNG)
    sv Spara bild (PNG)
    de Bild speichern (PNG)
    en Scores of outcomes with intervals
    nl Scores van uitkomsten met intervallen
    nb Skårer for utfall med intervaller
    sv Poäng för utfall med intervall
    de Werte der Ergebnisse mit Intervallen
    en Scores of outcomes
    nl Scores van uitkomsten
    nb Skårer for utfall
    sv Poäng för utfall
    de Werte der Ergebnisse
    en Share of importance, ordered by {0}
    nl Aandeel in het belang, geordend naar {0}
    nb Andel av viktigheten, ordnet etter {0}
    sv Andel av betydelsen, ordnad efter {0}
    de Anteil an der Wichtigkeit, geordnet nach {0}
    en Sort by this column
    nl Op deze kolom sorteren
    nb Sorter etter denne kolonnen
    sv Sortera efter denna kolumn
    de Nach dieser Spalte sortieren
    en Stated importance (0–100)
    nl Genoemd belang (0–100)
    nb Oppgitt viktighet (0–100)
    sv Angiven betydelse (0–100)
    de Genannte Wichtigkeit (0–100)
    en Stated importance {0}
    nl Genoemd belang {0}
    nb Oppgitt viktighet {0}
    sv Angiven betydelse {0}
    de Genannte Wichtigkeit {0}
    en Table (CSV)
    nl Tabel (CSV)
    nb Tabell (CSV)
    sv Tabell (CSV)
    de Tabelle (CSV)
    en Ten points: {0}; {1}
    nl Tien punten: {0}; {1}
    nb Ti poeng: {0}; {1}
    sv Tio poäng: {0}; {1}
    de Zehn Punkte: {0}; {1}
    en Top box
    nl Top box
    nb Toppboks
    sv Toppbox
    de Top-Box
    en Top two
    nl Top twee
    nb Topp to
    sv Topp två
    de Top zwei
    en as given
    nl zoals opgegeven
    nb som angitt
    sv som angivet
    de wie angegeben
    en as the system
    nl zoals het systeem
    nb som systemet
    sv som systemet
    de wie das System
    en dark
    nl donker
    nb mørk
    sv mörk
    de dunkel
    en hidden
    nl verborgen
    nb skjult
    sv dold
    de verborgen
    en light
    nl licht
    nb lys
    sv ljus
    de hell
    en means
    nl gemiddelden
    nb gjennomsnitt
    sv medelvärden
    de Mittelwerte
    en medians
    nl medianen
    nb medianer
    sv medianer
    de Mediane
    en middle of the scale
    nl midden van de schaal
    nb midten av skalaen
    sv skalans mitt
    de Mitte der Skala
    en to work on first
    nl eerst aan werken
    nb å arbeide med først
    sv att arbeta med först
    de zuerst angehen
    en {0} (negative coefficient)
    nl {0} (negatieve coëfficiënt)
    nb {0} (negativ koeffisient)
    sv {0} (negativ koefficient)
    de {0} (negativer Koeffizient)
    en {0} of 100, as it is
    nl {0} van 100, zoals het is
    nb {0} av 100, som det er
    sv {0} av 100, som det är
    de {0} von 100, wie es ist
    en {0} of 100, {1} points
    nl {0} van 100, {1} punten
    nb {0} av 100, {1} poeng
    sv {0} av 100, {1} poäng
    de {0} von 100, {1} Punkte
    en {0} points
    nl {0} punten
    nb {0} poeng
    sv {0} poäng
    de {0} Punkte
    """#
}
