extension Messages {
  /// Openings, captions and figures of `describe`, `correlate`, `reliability`, `factor`, `simulate` and `validate`, part 2 of 2.
  static let measurement2: StaticString = #"""
    en 95th percentile of {0}
    nl 95e percentiel van {0}
    nb 95. persentil av {0}
    sv 95:e percentilen av {0}
    de 95. Perzentil von {0}
    en mean of {0}
    nl gemiddelde van {0}
    nb gjennomsnitt av {0}
    sv medelvärde av {0}
    de Mittelwert von {0}
    en Common factors (squared multiple correlations in the diagonal)
    nl Gemeenschappelijke factoren (gekwadrateerde multipele correlaties op de diagonaal)
    nb Felles faktorer (kvadrerte multiple korrelasjoner i diagonalen)
    sv Gemensamma faktorer (kvadrerade multipla korrelationer i diagonalen)
    de Gemeinsame Faktoren (quadrierte multiple Korrelationen in der Diagonale)
    en Items and factors
    nl Items en factoren
    nb Spørsmål og faktorer
    sv Frågor och faktorer
    de Items und Faktoren
    en Extraction: {0}. Rotation: {1}.
    nl Extractie: {0}. Rotatie: {1}.
    nb Ekstraksjon: {0}. Rotasjon: {1}.
    sv Extraktion: {0}. Rotation: {1}.
    de Extraktion: {0}. Rotation: {1}.
    en minimum residuals
    nl minimale residuen
    nb minste residualer
    sv minsta residualer
    de kleinste Residuen
    en maximum likelihood
    nl maximum likelihood
    nb maximum likelihood
    sv maximum likelihood
    de Maximum-Likelihood
    en principal axis
    nl hoofdassen
    nb hovedakser
    sv principalaxlar
    de Hauptachsen
    en generalised least squares
    nl gegeneraliseerde kleinste kwadraten
    nb generaliserte minste kvadrater
    sv generaliserade minsta kvadrat
    de verallgemeinerte kleinste Quadrate
    en principal components
    nl hoofdcomponenten
    nb hovedkomponenter
    sv principalkomponenter
    de Hauptkomponenten
    en Parallel analysis of {0} samples.
    nl Parallelle analyse van {0} steekproeven.
    nb Parallellanalyse av {0} utvalg.
    sv Parallellanalys av {0} stickprov.
    de Parallelanalyse mit {0} Stichproben.
    en parallel analysis of common factors against the 95th percentile of normal samples
    nl parallelle analyse van gemeenschappelijke factoren tegen het 95e percentiel van normale steekproeven
    nb parallellanalyse av felles faktorer mot 95. persentil av normale utvalg
    sv parallellanalys av gemensamma faktorer mot 95:e percentilen av normala stickprov
    de Parallelanalyse gemeinsamer Faktoren gegen das 95. Perzentil von normalverteilten Stichproben
    en parallel analysis of common factors against the mean of normal samples
    nl parallelle analyse van gemeenschappelijke factoren tegen het gemiddelde van normale steekproeven
    nb parallellanalyse av felles faktorer mot gjennomsnittet av normale utvalg
    sv parallellanalys av gemensamma faktorer mot medelvärdet av normala stickprov
    de Parallelanalyse gemeinsamer Faktoren gegen den Mittelwert von normalverteilten Stichproben
    en parallel analysis of components against the 95th percentile of normal samples
    nl parallelle analyse van componenten tegen het 95e percentiel van normale steekproeven
    nb parallellanalyse av komponenter mot 95. persentil av normale utvalg
    sv parallellanalys av komponenter mot 95:e percentilen av normala stickprov
    de Parallelanalyse von Komponenten gegen das 95. Perzentil von normalverteilten Stichproben
    en parallel analysis of components against the mean of normal samples
    nl parallelle analyse van componenten tegen het gemiddelde van normale steekproeven
    nb parallellanalyse av komponenter mot gjennomsnittet av normale utvalg
    sv parallellanalys av komponenter mot medelvärdet av normala stickprov
    de Parallelanalyse von Komponenten gegen den Mittelwert von normalverteilten Stichproben
    en parallel analysis of common factors against the 95th percentile of permuted answers
    nl parallelle analyse van gemeenschappelijke factoren tegen het 95e percentiel van gepermuteerde antwoorden
    nb parallellanalyse av felles faktorer mot 95. persentil av permuterte svar
    sv parallellanalys av gemensamma faktorer mot 95:e percentilen av permuterade svar
    de Parallelanalyse gemeinsamer Faktoren gegen das 95. Perzentil permutierter Antworten
    en parallel analysis of common factors against the mean of permuted answers
    nl parallelle analyse van gemeenschappelijke factoren tegen het gemiddelde van gepermuteerde antwoorden
    nb parallellanalyse av felles faktorer mot gjennomsnittet av permuterte svar
    sv parallellanalys av gemensamma faktorer mot medelvärdet av permuterade svar
    de Parallelanalyse gemeinsamer Faktoren gegen den Mittelwert permutierter Antworten
    en parallel analysis of components against the 95th percentile of permuted answers
    nl parallelle analyse van componenten tegen het 95e percentiel van gepermuteerde antwoorden
    nb parallellanalyse av komponenter mot 95. persentil av permuterte svar
    sv parallellanalys av komponenter mot 95:e percentilen av permuterade svar
    de Parallelanalyse von Komponenten gegen das 95. Perzentil permutierter Antworten
    en parallel analysis of components against the mean of permuted answers
    nl parallelle analyse van componenten tegen het gemiddelde van gepermuteerde antwoorden
    nb parallellanalyse av komponenter mot gjennomsnittet av permuterte svar
    sv parallellanalys av komponenter mot medelvärdet av permuterade svar
    de Parallelanalyse von Komponenten gegen den Mittelwert permutierter Antworten
    en minimum average partial (1976)
    nl kleinste gemiddelde partiële correlatie (1976)
    nb minste gjennomsnittlige partialkorrelasjon (1976)
    sv minsta genomsnittliga partialkorrelation (1976)
    de Minimum-Average-Partial-Test (1976)
    en minimum average partial (2000)
    nl kleinste gemiddelde partiële correlatie (2000)
    nb minste gjennomsnittlige partialkorrelasjon (2000)
    sv minsta genomsnittliga partialkorrelation (2000)
    de Minimum-Average-Partial-Test (2000)
    en empirical Kaiser
    nl empirische Kaiser
    nb empirisk Kaiser
    sv empirisk Kaiser
    de empirischer Kaiser
    en the next-eigenvalue-sufficiency test
    nl de toets van de toereikende volgende eigenwaarde
    nb testen av neste egenverdi
    sv testet av nästa egenvärde
    de Test des nächsten Eigenwerts
    en comparison data
    nl vergelijkingsdata
    nb sammenligningsdata
    sv jämförelsedata
    de Vergleichsdaten
    en From {0} on factors count as the same, from {1} on as alike.
    nl Vanaf {0} gelden factoren als dezelfde, vanaf {1} als gelijkend.
    nb Fra {0} regnes faktorer som de samme, fra {1} som like.
    sv Från {0} räknas faktorer som desamma, från {1} som lika.
    de Ab {0} gelten Faktoren als dieselben, ab {1} als ähnlich.
    en Identical: what identical groups of these sizes show, or less, in 5 % of samples (1 − --confidence). p: how often they show no more than these.
    nl Identiek: wat identieke groepen van deze omvang, of minder, tonen in 5 % van de steekproeven (1 − --confidence). p: hoe vaak ze niet meer tonen dan deze.
    nb Identisk: det identiske grupper av disse størrelsene viser, eller mindre, i 5 % av utvalgene (1 − --confidence). p: hvor ofte de ikke viser mer enn disse.
    sv Identisk: vad identiska grupper av dessa storlekar visar, eller mindre, i 5 % av stickproven (1 − --confidence). p: hur ofta de inte visar mer än dessa.
    de Identisch: was gleiche Gruppen dieser Größen in 5 % der Stichproben (1 − --confidence) höchstens zeigen. p: wie oft sie nicht mehr zeigen als diese.
    en {0} tells what identical groups of these sizes would show.
    nl {0} vertelt wat identieke groepen van deze omvang zouden tonen.
    nb {0} forteller hva identiske grupper av disse størrelsene ville vist.
    sv {0} berättar vad identiska grupper av dessa storlekar skulle visa.
    de {0} sagt, was gleiche Gruppen dieser Größen zeigen würden.
    en χ² is divided by {0}, so that answers need not be normal (Satorra–Bentler).
    nl χ² is gedeeld door {0}, zodat antwoorden niet normaal verdeeld hoeven te zijn (Satorra–Bentler).
    nb χ² er delt på {0}, slik at svar ikke trenger å være normalfordelte (Satorra–Bentler).
    sv χ² är delat med {0}, så att svar inte behöver vara normalfördelade (Satorra–Bentler).
    de χ² ist durch {0} geteilt, sodass Antworten nicht normalverteilt sein müssen (Satorra–Bentler).
    en KMO: above 0.8 the items suit a factor analysis well, below 0.5 they do not.
    nl KMO: boven 0.8 lenen de items zich goed voor een factoranalyse, onder 0.5 niet.
    nb KMO: over 0.8 egner spørsmålene seg godt for en faktoranalyse, under 0.5 gjør de ikke det.
    sv KMO: över 0.8 lämpar sig frågorna väl för en faktoranalys, under 0.5 gör de det inte.
    de KMO: über 0.8 eignen sich die Items gut für eine Faktorenanalyse, unter 0.5 nicht.
    en Loadings (pattern)
    nl Ladingen (patroon)
    nb Ladninger (mønster)
    sv Laddningar (mönster)
    de Ladungen (Mustermatrix)
    en Loadings below {0} in size are left blank. h²: share of the item's variance that the factors explain. Compl.: on how many factors the item loads.
    nl Ladingen onder {0} in absolute waarde zijn leeg gelaten. h²: deel van de variantie van het item dat de factoren verklaren. Compl.: op hoeveel factoren het item laadt.
    nb Ladninger under {0} i tallverdi er utelatt. h²: andelen av spørsmålets varians som faktorene forklarer. Kompl.: hvor mange faktorer spørsmålet lader på.
    sv Laddningar under {0} i storlek är utelämnade. h²: andel av frågans varians som faktorerna förklarar. Kompl.: hur många faktorer frågan laddar på.
    de Ladungen unter {0} dem Betrag nach sind weggelassen. h²: Anteil der Varianz des Items, den die Faktoren erklären. Kompl.: auf wie vielen Faktoren das Item lädt.
    en A name can stand wherever a data file can: mainspring drivers {0}. `mainspring datasets NAME` tells more, `--copy FOLDER` writes its files.
    nl Een naam kan overal staan waar een databestand kan staan: mainspring drivers {0}. `mainspring datasets NAME` vertelt meer, `--copy FOLDER` schrijft de bestanden.
    nb Et navn kan stå overalt der en datafil kan: mainspring drivers {0}. `mainspring datasets NAME` forteller mer, `--copy FOLDER` skriver filene.
    sv Ett namn kan stå överallt där en datafil kan: mainspring drivers {0}. `mainspring datasets NAME` berättar mer, `--copy FOLDER` skriver filerna.
    de Ein Name kann überall stehen, wo eine Datendatei stehen kann: mainspring drivers {0}. `mainspring datasets NAME` sagt mehr, `--copy FOLDER` schreibt die Dateien.
    en The truth that samples from this model estimate: lmg from its exact moments.
    nl De waarheid die steekproeven uit dit model schatten: lmg uit de exacte momenten ervan.
    nb Sannheten som utvalg fra denne modellen estimerer: lmg fra dens eksakte momenter.
    sv Sanningen som stickprov från denna modell skattar: lmg från dess exakta moment.
    de Die Wahrheit, die Stichproben aus diesem Modell schätzen: lmg aus seinen exakten Momenten.
    en {0} respondents were drawn and written to {1}.
    nl {0} respondenten zijn getrokken en naar {1} geschreven.
    nb {0} respondenter ble trukket og skrevet til {1}.
    sv {0} svarande drogs och skrevs till {1}.
    de {0} Befragte wurden gezogen und in {1} geschrieben.
    en Nothing was drawn: name a file with --output.
    nl Er is niets getrokken: noem een bestand met --output.
    nb Ingenting ble trukket: oppgi en fil med --output.
    sv Ingenting drogs: ange en fil med --output.
    de Es wurde nichts gezogen: Nennen Sie mit --output eine Datei.
    en Simulation
    nl Simulatie
    nb Simulering
    sv Simulering
    de Simulation
    en the values of {0}
    nl de waarden van {0}
    nb verdiene i {0}
    sv värdena i {0}
    de den Werten von {0}
    en certified and published values
    nl gecertificeerde en gepubliceerde waarden
    nb sertifiserte og publiserte verdier
    sv certifierade och publicerade värden
    de zertifizierten und veröffentlichten Werten
    en Figures computed again on this machine, against {0}: how many digits are right (15 at most), how many must be, how many at most can be when the data are read as doubles, and how many R gets.
    nl Getallen op deze machine opnieuw berekend, naast {0}: hoeveel cijfers juist zijn (hoogstens 15), hoeveel het er moeten zijn, hoeveel het er hoogstens kunnen zijn als de data als doubles worden gelezen, en hoeveel R er haalt.
    nb Tall beregnet på nytt på denne maskinen, mot {0}: hvor mange sifre som er riktige (høyst 15), hvor mange som må være det, hvor mange det høyst kan være når dataene leses som doubles, og hvor mange R får.
    sv Tal beräknade på nytt på denna maskin, mot {0}: hur många siffror som är rätt (högst 15), hur många som måste vara det, hur många det högst kan vara när data läses som doubles, och hur många R får.
    de Auf diesem Rechner neu berechnete Zahlen, verglichen mit {0}: wie viele Stellen stimmen (höchstens 15), wie viele stimmen müssen, wie viele höchstens stimmen können, wenn die Daten als doubles gelesen werden, und wie viele R erreicht.
    en Standard errors of regressions are classical, which is what NIST certifies.
    nl Standaardfouten van regressies zijn klassiek, zoals NIST ze certificeert.
    nb Standardfeil for regresjoner er klassiske, som er det NIST sertifiserer.
    sv Medelfel för regressioner är klassiska, vilket är vad NIST certifierar.
    de Standardfehler von Regressionen sind klassisch, wie NIST sie zertifiziert.
    en Linear regression (NIST)
    nl Lineaire regressie (NIST)
    nb Lineær regresjon (NIST)
    sv Linjär regression (NIST)
    de Lineare Regression (NIST)
    en Univariate statistics (NIST)
    nl Univariate statistiek (NIST)
    nb Univariat statistikk (NIST)
    sv Univariat statistik (NIST)
    de Univariate Statistik (NIST)
    en One-way analysis of variance (NIST)
    nl Variantieanalyse met één factor (NIST)
    nb Enveis variansanalyse (NIST)
    sv Envägs variansanalys (NIST)
    de Einfaktorielle Varianzanalyse (NIST)
    en Relative importance (relaimpo 2.2-7)
    nl Relatief belang (relaimpo 2.2-7)
    nb Relativ viktighet (relaimpo 2.2-7)
    sv Relativ betydelse (relaimpo 2.2-7)
    de Relative Wichtigkeit (relaimpo 2.2-7)
    en Factor analysis (R, psych, GPArotation)
    nl Factoranalyse (R, psych, GPArotation)
    nb Faktoranalyse (R, psych, GPArotation)
    sv Faktoranalys (R, psych, GPArotation)
    de Faktorenanalyse (R, psych, GPArotation)
    en Validation
    nl Validatie
    nb Validering
    sv Validering
    de Validierung
    en The one figure has the digits it must have.
    nl Het ene getal heeft de cijfers die het moet hebben.
    nb Det ene tallet har sifrene det må ha.
    sv Det enda talet har de siffror det måste ha.
    de Die eine Zahl hat die Stellen, die sie haben muss.
    en All {0} figures have the digits they must have.
    nl Alle {0} getallen hebben de cijfers die ze moeten hebben.
    nb Alle {0} tallene har sifrene de må ha.
    sv Alla {0} tal har de siffror de måste ha.
    de Alle {0} Zahlen haben die Stellen, die sie haben müssen.
    en {0} ({1} correct digits, {2} needed)
    nl {0} ({1} juiste cijfers, {2} nodig)
    nb {0} ({1} riktige sifre, {2} kreves)
    sv {0} ({1} rätta siffror, {2} krävs)
    de {0} ({1} richtige Stellen, {2} nötig)
    en {0} of {1} figures fall short: {2} and {3} more; the table `validation` lists them.
    nl {0} van {1} getallen schieten tekort: {2} en nog {3}; de tabel `validation` noemt ze.
    nb {0} av {1} tall kommer til kort: {2} og {3} til; tabellen `validation` lister dem opp.
    sv {0} av {1} tal når inte fram: {2} och {3} till; tabellen `validation` listar dem.
    de {0} von {1} Zahlen reichen nicht aus: {2} und {3} weitere; die Tabelle `validation` führt sie auf.
    en {0} of {1} figures falls short: {2}.
    nl {0} van {1} getallen schiet tekort: {2}.
    nb {0} av {1} tall kommer til kort: {2}.
    sv {0} av {1} tal når inte fram: {2}.
    de {0} von {1} Zahlen reicht nicht aus: {2}.
    en {0} of {1} figures fall short: {2}.
    nl {0} van {1} getallen schieten tekort: {2}.
    nb {0} av {1} tall kommer til kort: {2}.
    sv {0} av {1} tal når inte fram: {2}.
    de {0} von {1} Zahlen reichen nicht aus: {2}.
    en eigenvalue {0} is {1}, random ones reach {2}
    nl eigenwaarde {0} is {1}, toevallige bereiken {2}
    nb egenverdi {0} er {1}, tilfeldige når {2}
    sv egenvärde {0} är {1}, slumpmässiga når {2}
    de Eigenwert {0} ist {1}, zufällige erreichen {2}
    en every eigenvalue is above the random ones
    nl elke eigenwaarde ligt boven de toevallige
    nb alle egenverdier er over de tilfeldige
    sv alla egenvärden ligger över de slumpmässiga
    de jeder Eigenwert liegt über den zufälligen
    en least mean squared partial correlation {0}
    nl kleinste gemiddelde gekwadrateerde partiële correlatie {0}
    nb minste gjennomsnittlige kvadrerte partialkorrelasjon {0}
    sv minsta genomsnittliga kvadrerade partialkorrelation {0}
    de kleinste mittlere quadrierte Partialkorrelation {0}
    en least mean fourth power of partial correlations {0}
    nl kleinste gemiddelde vierde macht van partiële correlaties {0}
    nb minste gjennomsnittlige fjerde potens av partialkorrelasjoner {0}
    sv minsta genomsnittliga fjärde potens av partialkorrelationer {0}
    de kleinste mittlere vierte Potenz der Partialkorrelationen {0}
    en eigenvalues above 1; keeps too many, shown because it is asked for
    nl eigenwaarden boven 1; houdt er te veel over, getoond omdat ernaar wordt gevraagd
    nb egenverdier over 1; beholder for mange, vist fordi den etterspørres
    sv egenvärden över 1; behåller för många, visas för att den efterfrågas
    de Eigenwerte über 1; behält zu viele, gezeigt, weil danach gefragt wird
    en eigenvalues above references from {0} down
    nl eigenwaarden boven referenties vanaf {0} naar beneden
    nb egenverdier over referanser fra {0} og nedover
    sv egenvärden över referenser från {0} och nedåt
    de Eigenwerte über Referenzen von {0} abwärts
    en needs n
    nl vereist n
    nb krever n
    sv kräver n
    de braucht n
    en needs Pearson correlations of independent respondents
    nl vereist Pearson-correlaties van onafhankelijke respondenten
    nb krever Pearson-korrelasjoner fra uavhengige respondenter
    sv kräver Pearsonkorrelationer från oberoende svarande
    de braucht Pearson-Korrelationen unabhängiger Befragter
    en sharpest bend {0} of the common part accounted for
    nl scherpste knik {0} van het verklaarde gemeenschappelijke deel
    nb skarpeste knekk {0} i den felles delen som forklares
    sv skarpaste knäck {0} i den gemensamma del som förklaras
    de schärfster Knick {0} des erklärten gemeinsamen Teils
    en the hull has no inner point
    nl de hull heeft geen inwendig punt
    nb hullet har ikke noe indre punkt
    sv höljet har ingen inre punkt
    de die Hülle hat keinen inneren Punkt
    en no number that the items can carry suffices
    nl geen aantal dat de items kunnen dragen volstaat
    nb ikke noe antall som spørsmålene kan bære, er nok
    sv inget antal som frågorna kan bära räcker
    de keine Zahl, die die Items tragen können, genügt
    en a model could not be fitted
    nl een model was niet te schatten
    nb en modell kunne ikke tilpasses
    sv en modell kunde inte anpassas
    de ein Modell ließ sich nicht anpassen
    en eigenvalue 1 is {0}, samples of no factor reach {1}
    nl eigenwaarde 1 is {0}, steekproeven zonder factor bereiken {1}
    nb egenverdi 1 er {0}, utvalg uten faktor når {1}
    sv egenvärde 1 är {0}, stickprov utan faktor når {1}
    de Eigenwert 1 ist {0}, Stichproben ohne Faktor erreichen {1}
    en eigenvalue 2 is {0}, samples of 1 factor reach {1}
    nl eigenwaarde 2 is {0}, steekproeven met 1 factor bereiken {1}
    nb egenverdi 2 er {0}, utvalg med 1 faktor når {1}
    sv egenvärde 2 är {0}, stickprov med 1 faktor når {1}
    de Eigenwert 2 ist {0}, Stichproben mit 1 Faktor erreichen {1}
    en eigenvalue {0} is {1}, samples of {2} factors reach {3}
    nl eigenwaarde {0} is {1}, steekproeven met {2} factoren bereiken {3}
    nb egenverdi {0} er {1}, utvalg med {2} faktorer når {3}
    sv egenvärde {0} är {1}, stickprov med {2} faktorer når {3}
    de Eigenwert {0} ist {1}, Stichproben mit {2} Faktoren erreichen {3}
    en eigenvalues differ by {0}, with one factor more by {1}
    nl eigenwaarden verschillen {0}, met één factor meer {1}
    nb egenverdier avviker med {0}, med én faktor mer med {1}
    sv egenvärden skiljer sig med {0}, med en faktor till med {1}
    de Eigenwerte weichen um {0} ab, mit einem Faktor mehr um {1}
    en eigenvalues differ by {0}, and the items can carry no more
    nl eigenwaarden verschillen {0}, en de items kunnen niet meer dragen
    nb egenverdier avviker med {0}, og spørsmålene kan ikke bære flere
    sv egenvärden skiljer sig med {0}, och frågorna kan inte bära fler
    de Eigenwerte weichen um {0} ab, und die Items können nicht mehr tragen
    en needs unweighted rows, at most {0} items, and not too many answers
    nl vereist ongewogen rijen, hoogstens {0} items en niet te veel antwoorden
    nb krever uvektede rader, høyst {0} spørsmål og ikke for mange svar
    sv kräver oviktade rader, högst {0} frågor och inte för många svar
    de braucht ungewichtete Zeilen, höchstens {0} Items und nicht zu viele Antworten
    """#
}
