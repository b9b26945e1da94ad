extension Messages {
  /// Headings of columns and titles of tables, part 3 of 3.
  static let headings3: StaticString = #"""
    en together
    nl samen
    nb samlet
    sv tillsammans
    de zusammen
    en top box
    nl top box
    nb toppboks
    sv toppbox
    de Top-Box
    en worst
    nl slechtste
    nb verste
    sv sämsta
    de schlechtester
    en α std.
    nl α gest.
    nb α std.
    sv α std.
    de α std.
    en α without
    nl α zonder
    nb α uten
    sv α utan
    de α ohne
    en ω raw
    nl ω ruw
    nb ω rå
    sv ω rå
    de ω roh
    en ord. α
    nl ord. α
    nb ord. α
    sv ord. α
    de ord. α
    en ord. ω
    nl ord. ω
    nb ord. ω
    sv ord. ω
    de ord. ω
    en sum ω
    nl som ω
    nb sum ω
    sv summa ω
    de Summen-ω
    en Bundled data
    nl Meegeleverde data
    nb Medfølgende data
    sv Medföljande data
    de Mitgelieferte Daten
    en Population
    nl Populatie
    nb Populasjon
    sv Population
    de Grundgesamtheit
    en Methods
    nl Methoden
    nb Metoder
    sv Metoder
    de Methoden
    en Reliability
    nl Betrouwbaarheid
    nb Reliabilitet
    sv Reliabilitet
    de Reliabilität
    en Are the constructs distinct?
    nl Zijn de constructen te onderscheiden?
    nb Er begrepene ulike?
    sv Är begreppen åtskilda?
    de Sind die Konstrukte verschieden?
    en Does one factor fit?
    nl Past één factor?
    nb Passer én faktor?
    sv Passar en faktor?
    de Passt ein Faktor?
    en Split halves
    nl Splitsing in helften
    nb Delte halvdeler
    sv Delade halvor
    de Testhälften
    en One factor of all items
    nl Eén factor van alle items
    nb Én faktor for alle spørsmål
    sv En faktor för alla frågor
    de Ein Faktor aller Items
    en Reference figures
    nl Referentiewaarden
    nb Referansetall
    sv Referensvärden
    de Referenzwerte
    en Reference sets
    nl Referentiesets
    nb Referansesett
    sv Referensset
    de Referenzsätze
    en Correlations
    nl Correlaties
    nb Korrelasjoner
    sv Korrelationer
    de Korrelationen
    en Scores and shares of outcomes
    nl Scores en aandelen van uitkomsten
    nb Skårer og andeler for utfall
    sv Poäng och andelar för utfall
    de Kennzahlen und Anteile der Ergebnisse
    en Scores and shares compared between groups
    nl Scores en aandelen vergeleken tussen groepen
    nb Skårer og andeler sammenlignet mellom grupper
    sv Poäng och andelar jämförda mellan grupper
    de Kennzahlen und Anteile im Gruppenvergleich
    en Answers to look at
    nl Antwoorden om te bekijken
    nb Svar å se nærmere på
    sv Svar att titta närmare på
    de Antworten, die zu prüfen sind
    en Answers
    nl Antwoorden
    nb Svar
    sv Svar
    de Antworten
    en Loadings
    nl Ladingen
    nb Ladninger
    sv Laddningar
    de Ladungen
    en Communalities
    nl Communaliteiten
    nb Kommunaliteter
    sv Kommunaliteter
    de Kommunalitäten
    en Correlations of factors
    nl Correlaties van factoren
    nb Korrelasjoner mellom faktorer
    sv Korrelationer mellan faktorer
    de Korrelationen der Faktoren
    en Variance explained
    nl Verklaarde variantie
    nb Forklart varians
    sv Förklarad varians
    de Erklärte Varianz
    en Fit
    nl Fit
    nb Tilpasning
    sv Anpassning
    de Anpassung
    en How many factors
    nl Hoeveel factoren
    nb Hvor mange faktorer
    sv Hur många faktorer
    de Wie viele Faktoren
    en Eigenvalues and those of random data
    nl Eigenwaarden en die van toevalsdata
    nb Egenverdier og de av tilfeldige data
    sv Egenvärden och de av slumpdata
    de Eigenwerte und die von Zufallsdaten
    en Suitability of items
    nl Geschiktheid van items
    nb Spørsmålenes egnethet
    sv Frågornas lämplighet
    de Eignung der Items
    en Residual correlations
    nl Residuele correlaties
    nb Residualkorrelasjoner
    sv Residualkorrelationer
    de Residualkorrelationen
    en Weights of factor scores
    nl Gewichten van factorscores
    nb Vekter for faktorskårer
    sv Vikter för faktorpoäng
    de Gewichte der Faktorwerte
    en Are the factors of the groups alike?
    nl Lijken de factoren van de groepen op elkaar?
    nb Ligner gruppenes faktorer hverandre?
    sv Liknar gruppernas faktorer varandra?
    de Gleichen sich die Faktoren der Gruppen?
    en Blocks
    nl Blokken
    nb Blokker
    sv Block
    de Blöcke
    en Tests of the model
    nl Toetsen van het model
    nb Tester av modellen
    sv Test av modellen
    de Tests des Modells
    en Influence of single rows
    nl Invloed van afzonderlijke rijen
    nb Innflytelse av enkeltrader
    sv Enskilda raders inflytande
    de Einfluss einzelner Zeilen
    en Collinearity
    nl Collineariteit
    nb Kollinearitet
    sv Kollinearitet
    de Kollinearität
    en Variance inflation
    nl Variantie-inflatie
    nb Variansinflasjon
    sv Variansinflation
    de Varianzinflation
    en Model
    nl Model
    nb Modell
    sv Modell
    de Modell
    en Coefficients
    nl Coëfficiënten
    nb Koeffisienter
    sv Koefficienter
    de Koeffizienten
    en Differences between drivers
    nl Verschillen tussen drijfveren
    nb Forskjeller mellom drivere
    sv Skillnader mellan drivkrafter
    de Unterschiede zwischen Treibern
    en Dominance
    nl Dominantie
    nb Dominans
    sv Dominans
    de Dominanz
    en Average contribution by number of other drivers
    nl Gemiddelde bijdrage naar aantal andere drijfveren
    nb Gjennomsnittlig bidrag etter antall andre drivere
    sv Genomsnittligt bidrag efter antal andra drivkrafter
    de Mittlerer Beitrag nach Zahl der anderen Treiber
    en Importance and performance
    nl Belang en prestatie
    nb Viktighet og prestasjon
    sv Betydelse och prestation
    de Wichtigkeit und Leistung
    en Crosshair
    nl Assenkruis
    nb Trådkors
    sv Hårkors
    de Fadenkreuz
    en only here
    nl alleen hier
    nb bare her
    sv bara här
    de nur hier
    en Left out
    nl Overgeslagen
    nb Ubesvart
    sv Obesvarat
    de Ausgelassen
    en variables
    nl variabelen
    nb variabler
    sv variabler
    de Variablen
    en Reason
    nl Reden
    nb Grunn
    sv Skäl
    de Grund
    en Treatment
    nl Behandeling
    nb Behandling
    sv Behandling
    de Behandlung
    en lost
    nl verloren
    nb tapt
    sv förlorade
    de verloren
    en effective n
    nl effectieve n
    nb effektiv n
    sv effektivt n
    de effektives n
    en patterns
    nl patronen
    nb mønstre
    sv mönster
    de Muster
    en Predictor
    nl Voorspeller
    nb Prediktor
    sv Prediktor
    de Prädiktor
    en odds ratio
    nl odds ratio
    nb oddsratio
    sv oddskvot
    de Odds Ratio
    en Quartiles
    nl Kwartielen
    nb Kvartiler
    sv Kvartiler
    de Quartile
    en No variable has numbers.
    nl Geen variabele heeft getallen.
    nb Ingen variabel har tall.
    sv Ingen variabel har tal.
    de Keine Variable hat Zahlen.
    """#
}
