extension Messages {
  /// What a report says.
  static let report: StaticString = #"""
    en {0} points: {1}; {2}
    nl {0} punten: {1}; {2}
    nb {0} poeng: {1}; {2}
    sv {0} poäng: {1}; {2}
    de {0} Punkte: {1}; {2}
    en {0} stands at {1} on a scale from {2} to {3}.
    nl {0} staat op {1} op een schaal van {2} tot {3}.
    nb {0} står på {1} på en skala fra {2} til {3}.
    sv {0} står på {1} på en skala från {2} till {3}.
    de {0} steht bei {1} auf einer Skala von {2} bis {3}.
    en {0} stands at {1}.
    nl {0} staat op {1}.
    nb {0} står på {1}.
    sv {0} står på {1}.
    de {0} steht bei {1}.
    en {0}, performance
    nl {0}, prestatie
    nb {0}, prestasjon
    sv {0}, prestation
    de {0}, Leistung
    en Report
    nl Rapport
    nb Rapport
    sv Rapport
    de Bericht
    en Skip to the answer
    nl Naar het antwoord
    nb Hopp til svaret
    sv Hoppa till svaret
    de Zur Antwort springen
    en Parts of the report
    nl Delen van het rapport
    nb Deler av rapporten
    sv Rapportens delar
    de Teile des Berichts
    en What is shown
    nl Wat wordt getoond
    nb Hva som vises
    sv Vad som visas
    de Was gezeigt wird
    en Without scripts there are no drawings and no what-if; the tables hold all numbers.
    nl Zonder scripts zijn er geen tekeningen en geen wat-als; de tabellen bevatten alle getallen.
    nb Uten skript er det ingen tegninger og ikke noe hva-om; tabellene har alle tallene.
    sv Utan skript finns inga teckningar och inget tänk-om; tabellerna har alla tal.
    de Ohne Skripte gibt es keine Zeichnungen und kein Was-wäre-wenn; die Tabellen enthalten alle Zahlen.
    en References
    nl Verwijzingen
    nb Referanser
    sv Referenser
    de Literatur
    en Provenance
    nl Herkomst
    nb Opphav
    sv Ursprung
    de Herkunft
    en Settings of the run
    nl Instellingen van de run
    nb Innstillinger for kjøringen
    sv Körningens inställningar
    de Einstellungen des Laufs
    en All respondents
    nl Alle respondenten
    nb Alle respondenter
    sv Alla svarande
    de Alle Befragten
    en fewer than {0}
    nl minder dan {0}
    nb færre enn {0}
    sv färre än {0}
    de weniger als {0}
    en under {0} %
    nl onder {0} %
    nb under {0} %
    sv under {0} %
    de unter {0} %
    en The first {0} of {1} rows.
    nl De eerste {0} van {1} rijen.
    nb De første {0} av {1} rader.
    sv De första {0} av {1} rader.
    de Die ersten {0} von {1} Zeilen.
    en Program
    nl Programma
    nb Program
    sv Program
    de Programm
    en Command
    nl Opdracht
    nb Kommando
    sv Kommando
    de Befehl
    en Performance is the mean of a driver's items on 0–100 of the scale's bounds; the crosshair of the matrix stands at: {0}.
    nl Prestatie is het gemiddelde van de items van een drijfveer op 0–100 van de grenzen van de schaal; het assenkruis van de matrix staat op: {0}.
    nb Prestasjon er gjennomsnittet av en drivers ledd på 0–100 av skalaens grenser; matrisens trådkors står ved: {0}.
    sv Prestation är medelvärdet av en drivkrafts frågor på 0–100 av skalans gränser; matrisens hårkors står vid: {0}.
    de Leistung ist der Mittelwert der Items eines Treibers auf 0–100 der Grenzen der Skala; das Fadenkreuz der Matrix steht bei: {0}.
    en Effects are points of the outcome per ten points of performance, from the coefficients; potentials use effects drawn in towards each other as far as their errors warrant.
    nl Effecten zijn punten van de uitkomst per tien punten prestatie, uit de coëfficiënten; potentiëlen gebruiken effecten die naar elkaar toe zijn getrokken voor zover hun fouten dat rechtvaardigen.
    nb Effekter er poeng av utfallet per ti poeng prestasjon, fra koeffisientene; potensialer bruker effekter som er trukket mot hverandre så langt feilene deres tilsier det.
    sv Effekter är poäng av utfallet per tio poäng prestation, från koefficienterna; potentialer använder effekter som dragits mot varandra så långt deras fel motiverar.
    de Effekte sind Punkte des Ergebnisses je zehn Punkte Leistung, aus den Koeffizienten; Potenziale verwenden Effekte, die so weit zueinander gezogen sind, wie ihre Fehler es rechtfertigen.
    en What if: the floor of a move is δ'b with variance δ'Vb δ, b the effects and V their covariance; the ceiling is the regression of the outcome on the moved drivers alone, δ'S⁻¹s, with classical errors scaled as the move's own errors are to classical ones, which is near the design's own. Both ends stop at the ends of the scales.
    nl Wat als: de ondergrens van een beweging is δ'b met variantie δ'Vb δ, met b de effecten en V hun covariantie; de bovengrens is de regressie van de uitkomst op alleen de bewogen drijfveren, δ'S⁻¹s, met klassieke fouten geschaald zoals de eigen fouten van de beweging tot klassieke staan, wat dicht bij die van het design ligt. Beide einden stoppen aan de einden van de schalen.
    nb Hva om: nedre grense for en bevegelse er δ'b med varians δ'Vb δ, der b er effektene og V kovariansen deres; øvre grense er regresjonen av utfallet på bare de flyttede driverne, δ'S⁻¹s, med klassiske feil skalert slik bevegelsens egne feil står til de klassiske, som er nær designets egne. Begge ender stopper ved endene av skalaene.
    sv Tänk om: undre gränsen för en rörelse är δ'b med variansen δ'Vb δ, där b är effekterna och V deras kovarians; övre gränsen är regressionen av utfallet på enbart de flyttade drivkrafterna, δ'S⁻¹s, med klassiska fel skalade som rörelsens egna fel förhåller sig till de klassiska, vilket ligger nära designens egna. Båda ändar stannar vid skalornas slut.
    de Was wäre wenn: Die Untergrenze einer Bewegung ist δ'b mit der Varianz δ'Vb δ, b die Effekte und V ihre Kovarianz; die Obergrenze ist die Regression des Ergebnisses auf die bewegten Treiber allein, δ'S⁻¹s, mit klassischen Fehlern, skaliert wie die eigenen Fehler der Bewegung zu den klassischen stehen, was denen des Designs nahekommt. Beide Enden halten an den Rändern der Skalen.
    en Means have intervals by Student's t, linearised under weights and designs. Net promoter score: the share of 9–10 less the share of 0–6, in points.
    nl Gemiddelden hebben intervallen met Students t, gelineariseerd bij gewichten en designs. Net promoter score: het aandeel van 9–10 min het aandeel van 0–6, in punten.
    nb Gjennomsnitt har intervaller etter Students t, linearisert ved vekter og design. Net promoter score: andelen 9–10 minus andelen 0–6, i poeng.
    sv Medelvärden har intervall enligt Students t, linjäriserade vid vikter och designer. Net promoter score: andelen 9–10 minus andelen 0–6, i poäng.
    de Mittelwerte haben Intervalle nach Students t, linearisiert bei Gewichten und Designs. Net Promoter Score: der Anteil von 9–10 minus den Anteil von 0–6, in Punkten.
    en Reliability is ω of one factor, α beside it; distinctness is the HTMT ratio of correlations.
    nl Betrouwbaarheid is ω van één factor, met α ernaast; onderscheid is de HTMT-verhouding van correlaties.
    nb Reliabilitet er ω av én faktor, med α ved siden av; atskillelse er HTMT-forholdet mellom korrelasjoner.
    sv Reliabilitet är ω av en faktor, med α bredvid; särskiljning är HTMT-kvoten av korrelationer.
    de Reliabilität ist ω eines Faktors, α daneben; Unterscheidbarkeit ist das HTMT-Verhältnis der Korrelationen.
    en Factors: extraction and rotation {0}; their number by parallel analysis unless it was given.
    nl Factoren: extractie en rotatie {0}; hun aantal door parallelanalyse, tenzij het gegeven was.
    nb Faktorer: ekstraksjon og rotasjon {0}; antallet ved parallellanalyse med mindre det var gitt.
    sv Faktorer: extraktion och rotation {0}; antalet genom parallellanalys om det inte var givet.
    de Faktoren: Extraktion und Rotation {0}; ihre Zahl durch Parallelanalyse, wenn sie nicht vorgegeben war.
    en Each outcome was regressed on the drivers by least squares with weights ({0}).
    nl Elke uitkomst is met kleinste kwadraten met gewichten ({0}) op de drijfveren geregresseerd.
    nb Hvert utfall ble regressert på driverne ved minste kvadraters metode med vekter ({0}).
    sv Varje utfall regredierades på drivkrafterna med minsta kvadratmetoden med vikter ({0}).
    de Jedes Ergebnis wurde nach der Methode der kleinsten Quadrate mit Gewichten ({0}) auf die Treiber regrediert.
    en Each outcome was regressed on the drivers by least squares.
    nl Elke uitkomst is met kleinste kwadraten op de drijfveren geregresseerd.
    nb Hvert utfall ble regressert på driverne ved minste kvadraters metode.
    sv Varje utfall regredierades på drivkrafterna med minsta kvadratmetoden.
    de Jedes Ergebnis wurde nach der Methode der kleinsten Quadrate auf die Treiber regrediert.
    en Errors of coefficients: {0}.
    nl Fouten van coëfficiënten: {0}.
    nb Feil for koeffisienter: {0}.
    sv Fel för koefficienter: {0}.
    de Fehler der Koeffizienten: {0}.
    en R² in new respondents is from {0}-fold cross-validation.
    nl R² bij nieuwe respondenten komt uit {0}-voudige kruisvalidatie.
    nb R² for nye respondenter er fra {0}-delt kryssvalidering.
    sv R² för nya svarande är från {0}-delad korsvalidering.
    de R² bei neuen Befragten stammt aus {0}-facher Kreuzvalidierung.
    en Importance: {0}.
    nl Belang: {0}.
    nb Viktighet: {0}.
    sv Betydelse: {0}.
    de Wichtigkeit: {0}.
    en Intervals of shares and performance: {0}, from {1} resamples of respondents.
    nl Intervallen van aandelen en prestatie: {0}, uit {1} hertrekkingen van respondenten.
    nb Intervaller for andeler og prestasjon: {0}, fra {1} gjentrekninger av respondenter.
    sv Intervall för andelar och prestation: {0}, från {1} omdragningar av svarande.
    de Intervalle der Anteile und der Leistung: {0}, aus {1} Stichprobenwiederholungen der Befragten.
    en Intervals of shares and performance: {0}, from {1} resamples of respondents, seed {2}.
    nl Intervallen van aandelen en prestatie: {0}, uit {1} hertrekkingen van respondenten, startwaarde {2}.
    nb Intervaller for andeler og prestasjon: {0}, fra {1} gjentrekninger av respondenter, startverdi {2}.
    sv Intervall för andelar och prestation: {0}, från {1} omdragningar av svarande, startvärde {2}.
    de Intervalle der Anteile und der Leistung: {0}, aus {1} Stichprobenwiederholungen der Befragten, Startwert {2}.
    en The answer
    nl Het antwoord
    nb Svaret
    sv Svaret
    de Die Antwort
    en The drivers of this group could not be analysed.
    nl De drijfveren van deze groep konden niet worden geanalyseerd.
    nb Driverne for denne gruppen kunne ikke analyseres.
    sv Drivkrafterna för denna grupp kunde inte analyseras.
    de Die Treiber dieser Gruppe konnten nicht analysiert werden.
    en Sample and data quality
    nl Steekproef en kwaliteit van de gegevens
    nb Utvalg og datakvalitet
    sv Stickprov och datakvalitet
    de Stichprobe und Datenqualität
    en What to look at before analysing; there are honest reasons for each.
    nl Waarnaar te kijken vóór de analyse; voor elk zijn er eerlijke redenen.
    nb Hva en bør se på før analysen; det finnes ærlige grunner for hvert.
    sv Vad man bör se på före analysen; det finns ärliga skäl för vart och ett.
    de Was vor der Analyse anzusehen ist; für jedes gibt es redliche Gründe.
    en Notes on the groups
    nl Opmerkingen over de groepen
    nb Merknader om gruppene
    sv Anmärkningar om grupperna
    de Anmerkungen zu den Gruppen
    en Counts of fewer than {0} respondents are not told, nor are counts that they could be subtracted from.
    nl Aantallen van minder dan {0} respondenten worden niet genoemd, en evenmin aantallen waaruit ze door aftrekken te vinden zijn.
    nb Antall på færre enn {0} respondenter oppgis ikke, heller ikke antall som de kan trekkes fra.
    sv Antal på färre än {0} svarande anges inte, inte heller antal som de kan räknas fram ur.
    de Anzahlen von weniger als {0} Befragten werden nicht genannt, ebenso wenig Anzahlen, aus denen sie sich durch Abziehen ergäben.
    en Answers to the items
    nl Antwoorden op de items
    nb Svar på leddene
    sv Svar på frågorna
    de Antworten auf die Items
    en Answers by point of the scale, as bars about its middle
    nl Antwoorden per schaalpunt, als balken rond het midden
    nb Svar etter skalapunkt, som stolper rundt midten
    sv Svar per skalsteg, som staplar kring mitten
    de Antworten nach Skalenpunkt, als Balken um die Mitte
    en Answers as a table
    nl Antwoorden als tabel
    nb Svarene som tabell
    sv Svaren som tabell
    de Antworten als Tabelle
    en Net promoter score and top box
    nl Net promoter score en top box
    nb Net promoter score og toppboks
    sv Net promoter score och toppbox
    de Net Promoter Score und Top-Box
    en Net promoter scores and shares of outcomes with their intervals
    nl Net promoter scores en aandelen van uitkomsten met hun intervallen
    nb Net promoter score og andeler for utfall med intervallene deres
    sv Net promoter score och andelar för utfall med deras intervall
    de Net Promoter Score und Anteile der Ergebnisse mit ihren Intervallen
    en Standardised coefficients and coefficients with their intervals
    nl Gestandaardiseerde coëfficiënten en coëfficiënten met hun intervallen
    nb Standardiserte koeffisienter og koeffisienter med intervallene deres
    sv Standardiserade koefficienter och koefficienter med deras intervall
    de Standardisierte Koeffizienten und Koeffizienten mit ihren Intervallen
    en Importance of the drivers
    nl Belang van de drijfveren
    nb Drivernes viktighet
    sv Drivkrafternas betydelse
    de Wichtigkeit der Treiber
    en Shares of importance by method with their intervals
    nl Aandelen in het belang per methode met hun intervallen
    nb Andeler av viktigheten etter metode med intervallene deres
    sv Andelar av betydelsen per metod med deras intervall
    de Anteile an der Wichtigkeit nach Methode mit ihren Intervallen
    en Importance–performance matrix
    nl Belang-prestatiematrix
    nb Viktighet–prestasjon-matrise
    sv Betydelse–prestation-matris
    de Wichtigkeits-Leistungs-Matrix
    en Groups side by side
    nl Groepen naast elkaar
    nb Gruppene side om side
    sv Grupperna sida vid sida
    de Gruppen nebeneinander
    en Differences, with intervals and tests
    nl Verschillen, met intervallen en toetsen
    nb Forskjeller, med intervaller og tester
    sv Skillnader, med intervall och test
    de Unterschiede, mit Intervallen und Tests
    en What if
    nl Wat als
    nb Hva om
    sv Tänk om
    de Was wäre wenn
    en Move a driver's performance and see what goes with it. The floor is what goes with the move if the other drivers stay where they are, from the coefficients; the ceiling lets those that are not moved go along as they do among the respondents. That work on a driver changes the outcome is an assumption; it takes an experiment to know.
    nl Beweeg de prestatie van een drijfveer en zie wat ermee samengaat. De ondergrens is wat met de beweging samengaat als de andere drijfveren blijven waar ze zijn, uit de coëfficiënten; de bovengrens laat de niet bewogen drijfveren meegaan zoals ze dat onder de respondenten doen. Dat werk aan een drijfveer de uitkomst verandert, is een aanname; er is een experiment nodig om het te weten.
    nb Flytt prestasjonen til en driver og se hva som går sammen med det. Nedre grense er det som går sammen med bevegelsen når de andre driverne blir der de er, fra koeffisientene; øvre grense lar de som ikke er flyttet, følge med slik de gjør blant respondentene. At arbeid med en driver endrer utfallet, er en antakelse; det trengs et eksperiment for å vite det.
    sv Flytta en drivkrafts prestation och se vad som går ihop med det. Undre gränsen är vad som går ihop med rörelsen när de andra drivkrafterna stannar där de är, från koefficienterna; övre gränsen låter dem som inte är flyttade följa med så som de gör bland de svarande. Att arbete med en drivkraft ändrar utfallet är ett antagande; det krävs ett experiment för att veta det.
    de Bewegen Sie die Leistung eines Treibers und sehen Sie, was damit einhergeht. Die Untergrenze ist, was mit der Bewegung einhergeht, wenn die anderen Treiber bleiben, wo sie sind, aus den Koeffizienten; die Obergrenze lässt die nicht bewegten so mitgehen, wie sie es unter den Befragten tun. Dass Arbeit an einem Treiber das Ergebnis ändert, ist eine Annahme; um es zu wissen, braucht es ein Experiment.
    en What if drivers performed otherwise
    nl Wat als drijfveren anders presteerden
    nb Hva om driverne presterte annerledes
    sv Tänk om drivkrafterna presterade annorlunda
    de Was wäre, wenn Treiber anders leisteten
    en Are the constructs well measured?
    nl Zijn de constructen goed gemeten?
    nb Er begrepene godt målt?
    sv Är begreppen väl mätta?
    de Sind die Konstrukte gut gemessen?
    en Items and other coefficients
    nl Items en andere coëfficiënten
    nb Ledd og andre koeffisienter
    sv Frågor och andra koefficienter
    de Items und weitere Koeffizienten
    en Factors of the items
    nl Factoren van de items
    nb Leddenes faktorer
    sv Frågornas faktorer
    de Faktoren der Items
    en Fit, number of factors, and other tables
    nl Passing, aantal factoren en andere tabellen
    nb Tilpasning, antall faktorer og andre tabeller
    sv Anpassning, antal faktorer och andra tabeller
    de Anpassung, Zahl der Faktoren und weitere Tabellen
    en Of all respondents.
    nl Van alle respondenten.
    nb For alle respondenter.
    sv Av alla svarande.
    de Von allen Befragten.
    en Rows read
    nl Gelezen rijen
    nb Leste rader
    sv Lästa rader
    de Gelesene Zeilen
    en In the model of the drivers
    nl In het model van de drijfveren
    nb I modellen for driverne
    sv I drivkrafternas modell
    de Im Modell der Treiber
    en Weights
    nl Gewichten
    nb Vekter
    sv Vikter
    de Gewichte
    en Groups
    nl Groepen
    nb Grupper
    sv Grupper
    de Gruppen
    en Smallest count that is told
    nl Kleinste aantal dat wordt genoemd
    nb Minste antall som oppgis
    sv Minsta antal som anges
    de Kleinste Anzahl, die genannt wird
    en Answers are left out of the report: {0}
    nl Antwoorden zijn uit het rapport weggelaten: {0}
    nb Svarene er utelatt fra rapporten: {0}
    sv Svaren är utelämnade ur rapporten: {0}
    de Die Antworten fehlen im Bericht: {0}
    en Groups are left out of the report: {0}
    nl Groepen zijn uit het rapport weggelaten: {0}
    nb Grupper er utelatt fra rapporten: {0}
    sv Grupper är utelämnade ur rapporten: {0}
    de Die Gruppen fehlen im Bericht: {0}
    en Drivers of groups are left out of the report: none of the groups can be analysed.
    nl Drijfveren van groepen zijn uit het rapport weggelaten: geen van de groepen kan worden geanalyseerd.
    nb Drivere for grupper er utelatt fra rapporten: ingen av gruppene kan analyseres.
    sv Drivkrafter för grupper är utelämnade ur rapporten: ingen av grupperna kan analyseras.
    de Treiber von Gruppen fehlen im Bericht: Keine der Gruppen kann analysiert werden.
    en {0} groups are left out of the report: each has fewer than {1} respondents.
    nl {0} groepen zijn uit het rapport weggelaten: elk heeft minder dan {1} respondenten.
    nb {0} grupper er utelatt fra rapporten: hver har færre enn {1} respondenter.
    sv {0} grupper är utelämnade ur rapporten: var och en har färre än {1} svarande.
    de {0} Gruppen fehlen im Bericht: Jede hat weniger als {1} Befragte.
    en {0} is left out of the report: it has fewer than {1} respondents.
    nl {0} is uit het rapport weggelaten: er zijn minder dan {1} respondenten.
    nb {0} er utelatt fra rapporten: den har færre enn {1} respondenter.
    sv {0} är utelämnad ur rapporten: den har färre än {1} svarande.
    de {0} fehlt im Bericht: Es sind weniger als {1} Befragte.
    en {0} is left out of the report: beside it, those who are fewer than {1} could be told by subtraction.
    nl {0} is uit het rapport weggelaten: ernaast zouden degenen die met minder dan {1} zijn door aftrekken te vinden zijn.
    nb {0} er utelatt fra rapporten: ved siden av den kunne de som er færre enn {1} finnes ved subtraksjon.
    sv {0} är utelämnad ur rapporten: bredvid den kunde de som är färre än {1} räknas fram genom subtraktion.
    de {0} fehlt im Bericht: Daneben ließen sich diejenigen, die weniger als {1} sind, durch Abziehen bestimmen.
    en A report shows {0} groups, the largest; {1} smaller ones are left out of it.
    nl Een rapport toont {0} groepen, de grootste; {1} kleinere zijn weggelaten.
    nb En rapport viser {0} grupper, de største; {1} mindre er utelatt.
    sv En rapport visar {0} grupper, de största; {1} mindre är utelämnade.
    de Ein Bericht zeigt {0} Gruppen, die größten; {1} kleinere fehlen darin.
    en Reliability is left out of the report: {0}
    nl Betrouwbaarheid is uit het rapport weggelaten: {0}
    nb Reliabilitet er utelatt fra rapporten: {0}
    sv Reliabilitet är utelämnad ur rapporten: {0}
    de Die Reliabilität fehlt im Bericht: {0}
    en Factor analysis is left out of the report: {0}
    nl Factoranalyse is uit het rapport weggelaten: {0}
    nb Faktoranalyse er utelatt fra rapporten: {0}
    sv Faktoranalys är utelämnad ur rapporten: {0}
    de Die Faktorenanalyse fehlt im Bericht: {0}
    en Shapley value of R² (LMG, general dominance)
    nl Shapleywaarde van R² (LMG, algemene dominantie)
    nb Shapley-verdi av R² (LMG, generell dominans)
    sv Shapley-värde av R² (LMG, generell dominans)
    de Shapley-Wert von R² (LMG, allgemeine Dominanz)
    en Increase of R² when entered last
    nl Toename van R² bij toevoeging als laatste
    nb Økning i R² når den tas inn sist
    sv Ökning av R² när den tas in sist
    de Zunahme von R² bei Aufnahme als letzter
    en R² of the driver alone
    nl R² van de drijfveer alleen
    nb R² av driveren alene
    sv R² av drivkraften ensam
    de R² des Treibers allein
    en Squared standardised coefficient
    nl Gekwadrateerde gestandaardiseerde coëfficiënt
    nb Kvadrert standardisert koeffisient
    sv Kvadrerad standardiserad koefficient
    de Quadrierter standardisierter Koeffizient
    en Pratt's product of coefficient and correlation
    nl Pratts product van coëfficiënt en correlatie
    nb Pratts produkt av koeffisient og korrelasjon
    sv Pratts produkt av koefficient och korrelation
    de Pratts Produkt aus Koeffizient und Korrelation
    en Genizi's decomposition
    nl Genizi's ontleding
    nb Genizis dekomponering
    sv Genizis uppdelning
    de Genizis Zerlegung
    en Johnson's relative weights
    nl Johnsons relatieve gewichten
    nb Johnsons relative vekter
    sv Johnsons relativa vikter
    de Johnsons relative Gewichte
    en Squared correlation-adjusted marginal correlations (CAR scores)
    nl Gekwadrateerde, voor correlatie gecorrigeerde marginale correlaties (CAR-scores)
    nb Kvadrerte korrelasjonsjusterte marginale korrelasjoner (CAR-skårer)
    sv Kvadrerade korrelationsjusterade marginalkorrelationer (CAR-poäng)
    de Quadrierte korrelationsbereinigte Randkorrelationen (CAR-Werte)
    en Dominance analysis
    nl Dominantieanalyse
    nb Dominansanalyse
    sv Dominansanalys
    de Dominanzanalyse
    """#
}
