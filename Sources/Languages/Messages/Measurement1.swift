extension Messages {
  /// Openings, captions and figures of `describe`, `correlate`, `reliability`, `factor`, `simulate` and `validate`, part 1 of 2.
  static let measurement1: StaticString = #"""
    en {0} of {1} respondents.
    nl {0} van {1} respondenten.
    nb {0} fra {1} respondenter.
    sv {0} från {1} svarande.
    de {0} von {1} Befragten.
    en Nothing is missing.
    nl Er ontbreekt niets.
    nb Ingenting mangler.
    sv Ingenting saknas.
    de Nichts fehlt.
    en Most often missing is {0}: {1} ({2}): {3}.
    nl Het vaakst ontbreekt {0}: {1} ({2}): {3}.
    nb Oftest mangler {0}: {1} ({2}): {3}.
    sv Oftast saknas {0}: {1} ({2}): {3}.
    de Am häufigsten fehlt {0}: {1} ({2}): {3}.
    en Answers by point of the scale; right: shares at its ends
    nl Antwoorden per punt van de schaal; rechts: aandelen aan de uiteinden
    nb Svar etter skalapunkt; til høyre: andeler i endene
    sv Svar efter skalsteg; till höger: andelar vid ändarna
    de Antworten je Skalenpunkt; rechts: Anteile an den Enden
    en What to look at before analysing; there are honest reasons for each. Rows count from the first below the header.
    nl Wat te bekijken vóór de analyse; voor elk zijn er eerlijke redenen. Rijen tellen vanaf de eerste onder de kop.
    nb Hva du bør se på før du analyserer; det finnes ærlige grunner til hver. Rader telles fra den første under overskriften.
    sv Vad som är värt att titta på före analysen; det finns ärliga skäl till allt. Rader räknas från den första under rubriken.
    de Was vor der Analyse zu prüfen ist; für jedes gibt es ehrliche Gründe. Zeilen zählen ab der ersten unter der Kopfzeile.
    en {0} to {1} respondents a pair
    nl {0} tot {1} respondenten per paar
    nb {0} til {1} respondenter per par
    sv {0} till {1} svarande per par
    de {0} bis {1} Befragte je Paar
    en {0} respondents with every answer
    nl {0} respondenten met alle antwoorden
    nb {0} respondenter med alle svar
    sv {0} svarande med alla svar
    de {0} Befragte mit allen Antworten
    en {0} respondents
    nl {0} respondenten
    nb {0} respondenter
    sv {0} svarande
    de {0} Befragte
    en {0} of {1}, {2}.
    nl {0} van {1}, {2}.
    nb {0} for {1}, {2}.
    sv {0} för {1}, {2}.
    de {0}: {1}, {2}.
    en Of {0} respondents {1}
    nl Van {0} respondenten: {1}
    nb Av {0} respondenter: {1}
    sv Av {0} svarande: {1}
    de Von {0} Befragten: {1}
    en Strongest: {0} with {1}, {2}.
    nl Sterkste: {0} met {1}, {2}.
    nb Sterkest: {0} med {1}, {2}.
    sv Starkast: {0} med {1}, {2}.
    de Am stärksten: {0} mit {1}, {2}.
    en Most negative: {0} with {1}, {2}.
    nl Meest negatief: {0} met {1}, {2}.
    nb Mest negativ: {0} med {1}, {2}.
    sv Mest negativ: {0} med {1}, {2}.
    de Am stärksten negativ: {0} mit {1}, {2}.
    en {0} (interval {1} to {2})
    nl {0} (interval {1} tot {2})
    nb {0} (intervall {1} til {2})
    sv {0} (intervall {1} till {2})
    de {0} (Intervall {1} bis {2})
    en Pearson correlations
    nl Pearson-correlaties
    nb Pearson-korrelasjoner
    sv Pearsonkorrelationer
    de Pearson-Korrelationen
    en Spearman's rank correlations
    nl Spearmans rangcorrelaties
    nb Spearmans rangkorrelasjoner
    sv Spearmans rangkorrelationer
    de Rangkorrelationen nach Spearman
    en Kendall's τ-b
    nl Kendalls τ-b
    nb Kendalls τ-b
    sv Kendalls τ-b
    de Kendalls τ-b
    en Partial correlations given all other variables
    nl Partiële correlaties gegeven alle andere variabelen
    nb Partielle korrelasjoner gitt alle andre variabler
    sv Partiella korrelationer givet alla andra variabler
    de Partielle Korrelationen, gegeben alle übrigen Variablen
    en Partial correlations given {0}
    nl Partiële correlaties gegeven {0}
    nb Partielle korrelasjoner gitt {0}
    sv Partiella korrelationer givet {0}
    de Partielle Korrelationen, gegeben {0}
    en Polychoric correlations
    nl Polychorische correlaties
    nb Polykoriske korrelasjoner
    sv Polykoriska korrelationer
    de Polychorische Korrelationen
    en Polychoric, polyserial and Pearson correlations, as each pair's measurement says,
    nl Polychorische, polyseriële en Pearson-correlaties, naar het meetniveau van elk paar,
    nb Polykoriske, polyserielle og Pearson-korrelasjoner, etter målenivået til hvert par,
    sv Polykoriska, polyseriella och Pearsonkorrelationer, efter varje pars mätnivå,
    de Polychorische, polyseriale und Pearson-Korrelationen, je nach Messniveau jedes Paares
    en p-values are adjusted for {0} tests ({1}).
    nl p-waarden zijn gecorrigeerd voor {0} toetsen ({1}).
    nb p-verdier er justert for {0} tester ({1}).
    sv p-värden är justerade för {0} test ({1}).
    de p-Werte sind für {0} Tests adjustiert ({1}).
    en Correlations: {0}
    nl Correlaties: {0}
    nb Korrelasjoner: {0}
    sv Korrelationer: {0}
    de Korrelationen: {0}
    en Variables that correlate in size stand together.
    nl Variabelen die sterk correleren staan bij elkaar.
    nb Variabler som korrelerer sterkt, står sammen.
    sv Variabler som korrelerar starkt står tillsammans.
    de Variablen, die dem Betrag nach stark korrelieren, stehen beisammen.
    en correlation
    nl correlatie
    nb korrelasjon
    sv korrelation
    de Korrelation
    en {0} (ω {1}, from {2})
    nl {0} (ω {1}, vanaf {2})
    nb {0} (ω {1}, fra {2})
    sv {0} (ω {1}, från {2})
    de {0} (ω {1}, ab {2})
    en {0} is measured well.
    nl {0} is goed gemeten.
    nb {0} er målt godt.
    sv {0} är väl mätt.
    de {0} ist gut gemessen.
    en {0} are measured well.
    nl {0} zijn goed gemeten.
    nb {0} er målt godt.
    sv {0} är väl mätta.
    de {0} sind gut gemessen.
    en {0} is measured at least tolerably.
    nl {0} is op zijn minst redelijk gemeten.
    nb {0} er målt i det minste brukbart.
    sv {0} är åtminstone någorlunda mätt.
    de {0} ist zumindest leidlich gemessen.
    en {0} are measured at least tolerably.
    nl {0} zijn op zijn minst redelijk gemeten.
    nb {0} er målt i det minste brukbart.
    sv {0} är åtminstone någorlunda mätta.
    de {0} sind zumindest leidlich gemessen.
    en {0} is perhaps measured poorly: what they share with others may look smaller than it is.
    nl {0} is misschien slecht gemeten: wat het met andere deelt kan kleiner lijken dan het is.
    nb {0} er kanskje dårlig målt: det de har felles med andre, kan se mindre ut enn det er.
    sv {0} är kanske dåligt mätt: det som delas med andra kan se mindre ut än det är.
    de {0} ist vielleicht schlecht gemessen: Was es mit anderen gemeinsam hat, kann kleiner aussehen, als es ist.
    en {0} are perhaps measured poorly: what they share with others may look smaller than it is.
    nl {0} zijn misschien slecht gemeten: wat ze met andere delen kan kleiner lijken dan het is.
    nb {0} er kanskje dårlig målt: det de har felles med andre, kan se mindre ut enn det er.
    sv {0} är kanske dåligt mätta: det som delas med andra kan se mindre ut än det är.
    de {0} sind vielleicht schlecht gemessen: Was sie mit anderen gemeinsam haben, kann kleiner aussehen, als es ist.
    en How well {0} is measured cannot be said without an interval of ω.
    nl Hoe goed {0} is gemeten valt zonder interval van ω niet te zeggen.
    nb Hvor godt {0} er målt, kan ikke sies uten et intervall for ω.
    sv Hur väl {0} är mätt kan inte sägas utan ett intervall för ω.
    de Wie gut {0} gemessen ist, lässt sich ohne ein Intervall von ω nicht sagen.
    en How well {0} are measured cannot be said without an interval of ω.
    nl Hoe goed {0} zijn gemeten valt zonder interval van ω niet te zeggen.
    nb Hvor godt {0} er målt, kan ikke sies uten et intervall for ω.
    sv Hur väl {0} är mätta kan inte sägas utan ett intervall för ω.
    de Wie gut {0} gemessen sind, lässt sich ohne ein Intervall von ω nicht sagen.
    en {0} would be measured better without '{1}' (α + {2}, interval {3} to {4}).
    nl {0} zou zonder '{1}' beter gemeten zijn (α + {2}, interval {3} tot {4}).
    nb {0} ville blitt bedre målt uten '{1}' (α + {2}, intervall {3} til {4}).
    sv {0} skulle mätas bättre utan '{1}' (α + {2}, intervall {3} till {4}).
    de {0} wäre ohne '{1}' besser gemessen (α + {2}, Intervall {3} bis {4}).
    en Each construct is on the respondents who answered all of its items: {0} to {1}.
    nl Elk construct berust op de respondenten die alle items ervan beantwoordden: {0} tot {1}.
    nb Hvert begrep bygger på respondentene som svarte på alle spørsmålene i det: {0} til {1}.
    sv Varje begrepp bygger på de svarande som besvarade alla dess frågor: {0} till {1}.
    de Jedes Konstrukt beruht auf den Befragten, die alle seine Items beantwortet haben: {0} bis {1}.
    en Most for {0}: of {1} respondents {2}
    nl De meeste bij {0}: van {1} respondenten: {2}
    nb Flest for {0}: av {1} respondenter: {2}
    sv Flest för {0}: av {1} svarande: {2}
    de Die meisten bei {0}: von {1} Befragten: {2}
    en {0} with {1}
    nl {0} met {1}
    nb {0} med {1}
    sv {0} med {1}
    de {0} mit {1}
    en , interval {0} to {1}
    nl , interval {0} tot {1}
    nb , intervall {0} til {1}
    sv , intervall {0} till {1}
    de , Intervall {0} bis {1}
    en The closest constructs, {0}, have an HTMT of {1}. Whether they are distinct cannot be said without an interval.
    nl De meest verwante constructen, {0}, hebben een HTMT van {1}. Of ze te onderscheiden zijn valt zonder interval niet te zeggen.
    nb De nærmeste begrepene, {0}, har en HTMT på {1}. Om de er ulike, kan ikke sies uten et intervall.
    sv De närmaste begreppen, {0}, har en HTMT på {1}. Om de är åtskilda kan inte sägas utan ett intervall.
    de Die nächsten Konstrukte, {0}, haben ein HTMT von {1}. Ob sie verschieden sind, lässt sich ohne ein Intervall nicht sagen.
    en Of {0} it cannot be told whether they are distinct. The closest of the others, {1}, have an HTMT of {2}{3}.
    nl Van {0} valt niet te zeggen of ze te onderscheiden zijn. De meest verwante van de andere, {1}, hebben een HTMT van {2}{3}.
    nb Om {0} kan det ikke sies om de er ulike. De nærmeste av de andre, {1}, har en HTMT på {2}{3}.
    sv Om {0} kan det inte sägas om de är åtskilda. De närmaste av de övriga, {1}, har en HTMT på {2}{3}.
    de Von {0} lässt sich nicht sagen, ob sie verschieden sind. Die nächsten der übrigen, {1}, haben ein HTMT von {2}{3}.
    en The constructs are distinct: the closest, {0}, have an HTMT of {1}{2}, which ends below {3}.
    nl De constructen zijn te onderscheiden: de meest verwante, {0}, hebben een HTMT van {1}{2}, dat onder {3} eindigt.
    nb Begrepene er ulike: de nærmeste, {0}, har en HTMT på {1}{2}, som ender under {3}.
    sv Begreppen är åtskilda: de närmaste, {0}, har en HTMT på {1}{2}, som slutar under {3}.
    de Die Konstrukte sind verschieden: Die nächsten, {0}, haben ein HTMT von {1}{2}, das unter {3} endet.
    en The closest constructs, {0}, have an HTMT of {1}{2}.
    nl De meest verwante constructen, {0}, hebben een HTMT van {1}{2}.
    nb De nærmeste begrepene, {0}, har en HTMT på {1}{2}.
    sv De närmaste begreppen, {0}, har en HTMT på {1}{2}.
    de Die nächsten Konstrukte, {0}, haben ein HTMT von {1}{2}.
    en May be one, as the interval of HTMT reaches 1: {0}.
    nl Kunnen één zijn, want het interval van HTMT reikt tot 1: {0}.
    nb Kan være ett, siden intervallet for HTMT når 1: {0}.
    sv Kan vara ett, eftersom intervallet för HTMT når 1: {0}.
    de Vielleicht ein und dasselbe, da das Intervall des HTMT bis 1 reicht: {0}.
    en May overlap, as the interval of HTMT reaches above the careful limit of {0} ({1} is the usual one): {2}.
    nl Kunnen overlappen, want het interval van HTMT reikt boven de voorzichtige grens van {0} ({1} is de gebruikelijke): {2}.
    nb Kan overlappe, siden intervallet for HTMT når over den forsiktige grensen på {0} ({1} er den vanlige): {2}.
    sv Kan överlappa, eftersom intervallet för HTMT når över den försiktiga gränsen {0} ({1} är den vanliga): {2}.
    de Vielleicht überlappend, da das Intervall des HTMT über die vorsichtige Grenze von {0} reicht ({1} ist die übliche): {2}.
    en Reliability (ω)
    nl Betrouwbaarheid (ω)
    nb Reliabilitet (ω)
    sv Reliabilitet (ω)
    de Reliabilität (ω)
    en Are the constructs distinct? (HTMT)
    nl Zijn de constructen te onderscheiden? (HTMT)
    nb Er begrepene ulike? (HTMT)
    sv Är begreppen åtskilda? (HTMT)
    de Sind die Konstrukte verschieden? (HTMT)
    en HTMT: the darker, the more two constructs are alike; {0} is the careful limit
    nl HTMT: hoe donkerder, hoe meer twee constructen op elkaar lijken; {0} is de voorzichtige grens
    nb HTMT: jo mørkere, desto likere er to begreper; {0} er den forsiktige grensen
    sv HTMT: ju mörkare, desto mer lika är två begrepp; {0} är den försiktiga gränsen
    de HTMT: je dunkler, desto ähnlicher sind sich zwei Konstrukte; {0} ist die vorsichtige Grenze
    en ω, composite reliability (CR) and AVE are of one factor; CR and AVE by maximum likelihood.
    nl ω, samengestelde betrouwbaarheid (CR) en AVE zijn van één factor; CR en AVE met maximum likelihood.
    nb ω, sammensatt reliabilitet (CR) og AVE er for én faktor; CR og AVE med maximum likelihood.
    sv ω, sammansatt reliabilitet (CR) och AVE gäller en faktor; CR och AVE med maximum likelihood.
    de ω, Faktorreliabilität (CR) und DEV (AVE) gelten für einen Faktor; CR und AVE mit Maximum-Likelihood.
    en low, high: {0} intervals.
    nl laag, hoog: {0}-intervallen.
    nb lav, høy: {0}-intervaller.
    sv låg, hög: {0}-intervall.
    de unten, oben: {0}-Intervalle.
    en low, high: {0} interval of α.
    nl laag, hoog: {0}-interval van α.
    nb lav, høy: {0}-intervall for α.
    sv låg, hög: {0}-intervall för α.
    de unten, oben: {0}-Intervall von α.
    en Other coefficients
    nl Andere coëfficiënten
    nb Andre koeffisienter
    sv Andra koefficienter
    de Weitere Koeffizienten
    en λ4: the best split half. ω h: a general factor's share, from six items on. ord.: of polychoric correlations. sum ω: of the sum of the ratings (Green and Yang). ω raw: of the mean of the items as they are, which the correction for error takes.
    nl λ4: de beste splitsing in helften. ω h: het aandeel van een algemene factor, vanaf zes items. ord.: van polychorische correlaties. som ω: van de som van de beoordelingen (Green en Yang). ω ruw: van het gemiddelde van de items zoals ze zijn, dat de correctie voor meetfouten gebruikt.
    nb λ4: den beste delingen i halvdeler. ω h: andelen til en generell faktor, fra seks spørsmål. ord.: for polykoriske korrelasjoner. sum ω: for summen av vurderingene (Green og Yang). ω rå: for gjennomsnittet av spørsmålene som de er, som feilkorreksjonen bruker.
    sv λ4: den bästa delningen i halvor. ω h: en generell faktors andel, från sex frågor. ord.: för polykoriska korrelationer. summa ω: för summan av bedömningarna (Green och Yang). ω rå: för medelvärdet av frågorna som de är, vilket felkorrektionen använder.
    de λ4: die beste Testhalbierung. ω h: der Anteil eines allgemeinen Faktors, ab sechs Items. ord.: aus polychorischen Korrelationen. Summen-ω: der Summe der Bewertungen (Green und Yang). ω roh: des Mittels der Items, wie sie sind; die Fehlerkorrektur verwendet es.
    en HTMT near 1 says that two constructs are one; {0} and {1} are the usual limits. r, corrected for error, should lie below both roots of AVE.
    nl HTMT dicht bij 1 zegt dat twee constructen één zijn; {0} en {1} zijn de gebruikelijke grenzen. r, gecorrigeerd voor meetfouten, hoort onder beide wortels van AVE te liggen.
    nb HTMT nær 1 sier at to begreper er ett; {0} og {1} er de vanlige grensene. r, korrigert for målefeil, bør ligge under begge røttene av AVE.
    sv HTMT nära 1 säger att två begrepp är ett; {0} och {1} är de vanliga gränserna. r, korrigerat för mätfel, bör ligga under båda rötterna ur AVE.
    de Ein HTMT nahe 1 besagt, dass zwei Konstrukte eines sind; {0} und {1} sind die üblichen Grenzen. r, um Messfehler korrigiert, sollte unter beiden Wurzeln der AVE liegen.
    en Total, Rest: correlation with the sum of all items, and of the others.
    nl Totaal, rest: correlatie met de som van alle items, en van de andere.
    nb Total, rest: korrelasjon med summen av alle spørsmålene, og av de andre.
    sv Total, rest: korrelation med summan av alla frågor, och av de övriga.
    de Gesamt, Rest: Korrelation mit der Summe aller Items und mit der der übrigen.
    en χ² is scaled, so that answers need not be normal (Satorra–Bentler). RMSEA's interval has 90 %.
    nl χ² is geschaald, zodat antwoorden niet normaal verdeeld hoeven te zijn (Satorra–Bentler). Het interval van RMSEA heeft 90 %.
    nb χ² er skalert, slik at svar ikke trenger å være normalfordelte (Satorra–Bentler). Intervallet for RMSEA har 90 %.
    sv χ² är skalat, så att svar inte behöver vara normalfördelade (Satorra–Bentler). Intervallet för RMSEA har 90 %.
    de χ² ist skaliert, sodass Antworten nicht normalverteilt sein müssen (Satorra–Bentler). Das Intervall des RMSEA hat 90 %.
    en RMSEA's interval has 90 %.
    nl Het interval van RMSEA heeft 90 %.
    nb Intervallet for RMSEA har 90 %.
    sv Intervallet för RMSEA har 90 %.
    de Das Intervall des RMSEA hat 90 %.
    en {0} component explains {1} of the variance of {2} items.
    nl {0} component verklaart {1} van de variantie van {2} items.
    nb {0} komponent forklarer {1} av variansen i {2} spørsmål.
    sv {0} komponent förklarar {1} av variansen i {2} frågor.
    de {0} Komponente erklärt {1} der Varianz von {2} Items.
    en {0} components explain {1} of the variance of {2} items.
    nl {0} componenten verklaren {1} van de variantie van {2} items.
    nb {0} komponenter forklarer {1} av variansen i {2} spørsmål.
    sv {0} komponenter förklarar {1} av variansen i {2} frågor.
    de {0} Komponenten erklären {1} der Varianz von {2} Items.
    en {0} factor explains {1} of the variance of {2} items.
    nl {0} factor verklaart {1} van de variantie van {2} items.
    nb {0} faktor forklarer {1} av variansen i {2} spørsmål.
    sv {0} faktor förklarar {1} av variansen i {2} frågor.
    de {0} Faktor erklärt {1} der Varianz von {2} Items.
    en {0} factors explain {1} of the variance of {2} items.
    nl {0} factoren verklaren {1} van de variantie van {2} items.
    nb {0} faktorer forklarer {1} av variansen i {2} spørsmål.
    sv {0} faktorer förklarar {1} av variansen i {2} frågor.
    de {0} Faktoren erklären {1} der Varianz von {2} Items.
    en Components keep none: they cannot see factors that correlate above about .6.
    nl Componenten houden er geen over: ze zien geen factoren die boven ongeveer .6 correleren.
    nb Komponenter beholder ingen: de kan ikke se faktorer som korrelerer over omtrent .6.
    sv Komponenter behåller ingen: de kan inte se faktorer som korrelerar över ungefär .6.
    de Komponenten behalten keinen: Sie können Faktoren nicht sehen, die über etwa .6 korrelieren.
    en Components keep {0}: they cannot see factors that correlate above about .6.
    nl Componenten houden er {0} over: ze zien geen factoren die boven ongeveer .6 correleren.
    nb Komponenter beholder {0}: de kan ikke se faktorer som korrelerer over omtrent .6.
    sv Komponenter behåller {0}: de kan inte se faktorer som korrelerar över ungefär .6.
    de Komponenten behalten {0}: Sie können Faktoren nicht sehen, die über etwa .6 korrelieren.
    en Other rules say between {0} and {1}.
    nl Andere regels zeggen tussen {0} en {1}.
    nb Andre regler sier mellom {0} og {1}.
    sv Andra regler säger mellan {0} och {1}.
    de Andere Regeln sagen zwischen {0} und {1}.
    en The items suit a factor analysis well (KMO {0}).
    nl De items lenen zich goed voor een factoranalyse (KMO {0}).
    nb Spørsmålene egner seg godt for en faktoranalyse (KMO {0}).
    sv Frågorna lämpar sig väl för en faktoranalys (KMO {0}).
    de Die Items eignen sich gut für eine Faktorenanalyse (KMO {0}).
    en The items suit a factor analysis tolerably (KMO {0}).
    nl De items lenen zich redelijk voor een factoranalyse (KMO {0}).
    nb Spørsmålene egner seg brukbart for en faktoranalyse (KMO {0}).
    sv Frågorna lämpar sig någorlunda för en faktoranalys (KMO {0}).
    de Die Items eignen sich leidlich für eine Faktorenanalyse (KMO {0}).
    en The items suit a factor analysis barely (KMO {0}).
    nl De items lenen zich nauwelijks voor een factoranalyse (KMO {0}).
    nb Spørsmålene egner seg knapt for en faktoranalyse (KMO {0}).
    sv Frågorna lämpar sig knappt för en faktoranalys (KMO {0}).
    de Die Items eignen sich kaum für eine Faktorenanalyse (KMO {0}).
    en The items suit a factor analysis not (KMO {0}).
    nl De items lenen zich niet voor een factoranalyse (KMO {0}).
    nb Spørsmålene egner seg ikke for en faktoranalyse (KMO {0}).
    sv Frågorna lämpar sig inte för en faktoranalys (KMO {0}).
    de Die Items eignen sich nicht für eine Faktorenanalyse (KMO {0}).
    en The closest factors, {0} and {1}, correlate at {2}.
    nl De meest verwante factoren, {0} en {1}, correleren {2}.
    nb De nærmeste faktorene, {0} og {1}, korrelerer {2}.
    sv De närmaste faktorerna, {0} och {1}, korrelerar {2}.
    de Die nächsten Faktoren, {0} und {1}, korrelieren zu {2}.
    en You asked for {0}; {1} keeps {2}.
    nl U vroeg er {0}; volgens {1} zijn het er {2}.
    nb Du ba om {0}; ifølge {1} er det {2}.
    sv Du bad om {0}; enligt {1} är det {2}.
    de Verlangt waren {0}; nach der Regel '{1}' sind es {2}.
    en Their number is the one that {0} keeps ({1}).
    nl Hun aantal is dat van {0} ({1}).
    nb Antallet er det som {0} gir ({1}).
    sv Antalet är det som {0} ger ({1}).
    de Ihre Zahl ist die der Regel '{0}' ({1}).
    en {0} keeps none, and at least one is needed to show anything.
    nl {0} houdt er geen over, en er is er minstens één nodig om iets te tonen.
    nb {0} gir ingen, og minst én trengs for å vise noe.
    sv {0} ger ingen, och minst en behövs för att visa något.
    de {0}: keiner, und mindestens einer ist nötig, um etwas zu zeigen.
    en {0} keeps {1}, and at least one is needed to show anything.
    nl {0} houdt er {1} over, en er is er minstens één nodig om iets te tonen.
    nb {0} gir {1}, og minst én trengs for å vise noe.
    sv {0} ger {1}, och minst en behövs för att visa något.
    de {0}: {1}, und mindestens einer ist nötig, um etwas zu zeigen.
    en {0} keeps {1}, more than these items allow.
    nl {0} houdt er {1} over, meer dan deze items toelaten.
    nb {0} gir {1}, flere enn disse spørsmålene tillater.
    sv {0} ger {1}, fler än dessa frågor tillåter.
    de {0}: {1}, mehr als diese Items zulassen.
    en data
    nl data
    nb data
    sv data
    de Daten
    en random data
    nl toevalsdata
    nb tilfeldige data
    sv slumpdata
    de Zufallsdaten
    en permuted answers
    nl gepermuteerde antwoorden
    nb permuterte svar
    sv permuterade svar
    de permutierten Antworten
    """#
}
