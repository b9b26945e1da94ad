extension Messages {
  /// What `sem` says.
  static let structural: StaticString = #"""
    en Of no effect that other variables carry does the {0} interval leave zero out.
    nl Van geen effect dat andere variabelen dragen, sluit het {0}-interval nul uit.
    nb For ingen effekt som andre variabler bærer, utelukker {0}-intervallet null.
    sv För ingen effekt som andra variabler bär utesluter {0}-intervallet noll.
    de Bei keiner Wirkung, die andere Variablen tragen, schließt das {0}-Intervall die Null aus.
    en Whether {0} carries anything of {1} to {2} is open: the interval holds zero.
    nl Of {0} iets van {1} naar {2} draagt, is open: het interval bevat nul.
    nb Om {0} bærer noe av {1} til {2}, er åpent: intervallet inneholder null.
    sv Om {0} bär något av {1} till {2} är öppet: intervallet innehåller noll.
    de Ob {0} etwas von {1} auf {2} überträgt, ist offen: Das Intervall enthält die Null.
    en Of {0} more ways the interval leaves zero out; the table of effects has them.
    nl Van nog {0} wegen sluit het interval nul uit; ze staan in de tabel van effecten.
    nb For {0} veier til utelukker intervallet null; de står i tabellen over effekter.
    sv För {0} vägar till utesluter intervallet noll; de står i tabellen över effekter.
    de Bei {0} weiteren Wegen schließt das Intervall die Null aus; sie stehen in der Tabelle der Effekte.
    en The largest effects, {0} rows of {1}; the table of effects has all.
    nl De grootste effecten, {0} rijen van {1}; de tabel van effecten bevat alle.
    nb De største effektene, {0} rader av {1}; tabellen over effekter har alle.
    sv De största effekterna, {0} rader av {1}; tabellen över effekter har alla.
    de Die größten Effekte, {0} Zeilen von {1}; die Tabelle der Effekte enthält alle.
    en Of {0} other ways the interval holds zero.
    nl Van {0} andere wegen bevat het interval nul.
    nb For {0} andre veier inneholder intervallet null.
    sv För {0} andra vägar innehåller intervallet noll.
    de Bei {0} anderen Wegen enthält das Intervall die Null.
    en Through {0}, one more of {1} goes with {2} more of {3}.
    nl Via {0} gaat één meer van {1} samen met {2} meer van {3}.
    nb Gjennom {0} følger {2} mer av {3} med én mer av {1}.
    sv Genom {0} följer {2} mer av {3} med en mer av {1}.
    de Über {0} geht ein Punkt mehr von {1} mit {2} mehr von {3} einher.
    en Through {0}, one more of {1} goes with {2} less of {3}.
    nl Via {0} gaat één meer van {1} samen met {2} minder van {3}.
    nb Gjennom {0} følger {2} mindre av {3} med én mer av {1}.
    sv Genom {0} följer {2} mindre av {3} med en mer av {1}.
    de Über {0} geht ein Punkt mehr von {1} mit {2} weniger von {3} einher.
    en {0} interval {1} to {2}
    nl {0}-interval {1} tot {2}
    nb {0}-intervall {1} til {2}
    sv {0}-intervall {1} till {2}
    de {0}-Intervall {1} bis {2}
    en Through {0}, one more of {1} goes with {2} more of {3} ({4}).
    nl Via {0} gaat één meer van {1} samen met {2} meer van {3} ({4}).
    nb Gjennom {0} følger {2} mer av {3} med én mer av {1} ({4}).
    sv Genom {0} följer {2} mer av {3} med en mer av {1} ({4}).
    de Über {0} geht ein Punkt mehr von {1} mit {2} mehr von {3} einher ({4}).
    en Through {0}, one more of {1} goes with {2} less of {3} ({4}).
    nl Via {0} gaat één meer van {1} samen met {2} minder van {3} ({4}).
    nb Gjennom {0} følger {2} mindre av {3} med én mer av {1} ({4}).
    sv Genom {0} följer {2} mindre av {3} med en mer av {1} ({4}).
    de Über {0} geht ein Punkt mehr von {1} mit {2} weniger von {3} einher ({4}).
    en b {0}, {1} interval {2} to {3}
    nl b {0}, {1}-interval {2} tot {3}
    nb b {0}, {1}-intervall {2} til {3}
    sv b {0}, {1}-intervall {2} till {3}
    de b {0}, {1}-Intervall {2} bis {3}
    en Through {0}, more of {1} goes with more of {2} ({3}).
    nl Via {0} gaat meer van {1} samen met meer van {2} ({3}).
    nb Gjennom {0} følger mer av {2} med mer av {1} ({3}).
    sv Genom {0} följer mer av {2} med mer av {1} ({3}).
    de Über {0} geht mehr von {1} mit mehr von {2} einher ({3}).
    en Through {0}, more of {1} goes with less of {2} ({3}).
    nl Via {0} gaat meer van {1} samen met minder van {2} ({3}).
    nb Gjennom {0} følger mindre av {2} med mer av {1} ({3}).
    sv Genom {0} följer mindre av {2} med mer av {1} ({3}).
    de Über {0} geht mehr von {1} mit weniger von {2} einher ({3}).
    en {0} more are in the table of paths.
    nl Nog {0} staan in de tabel van paden.
    nb {0} til står i tabellen over stier.
    sv {0} till står i tabellen över vägar.
    de {0} weitere stehen in der Tabelle der Pfade.
    en , which explains {0} of it
    nl , wat er {0} van verklaart
    nb , som forklarer {0} av den
    sv , som förklarar {0} av den
    de , was {0} davon erklärt
    en , which explain {0} of it
    nl , die er {0} van verklaren
    nb , som til sammen forklarer {0} av den
    sv , som tillsammans förklarar {0} av den
    de , die {0} davon erklären
    en {0} goes with {1}{2}.
    nl {0} gaat samen met {1}{2}.
    nb {0} følger {1}{2}.
    sv {0} följer {1}{2}.
    de {0} geht einher mit {1}{2}.
    en That {0} depends on {1} cannot be told: the {2} intervals hold zero.
    nl Dat {0} van {1} afhangt, is niet te zeggen: de {2}-intervallen bevatten nul.
    nb At {0} avhenger av {1}, kan ikke sies: {2}-intervallene inneholder null.
    sv Att {0} beror på {1} kan inte sägas: {2}-intervallen innehåller noll.
    de Dass {0} von {1} abhängt, lässt sich nicht sagen: Die {2}-Intervalle enthalten die Null.
    en {0} depends on {1}{2}.
    nl {0} hangt af van {1}{2}.
    nb {0} avhenger av {1}{2}.
    sv {0} beror på {1}{2}.
    de {0} hängt ab von {1}{2}.
    en That it depends on {0} too cannot be told: the interval holds zero.
    nl Dat het ook van {0} afhangt, is niet te zeggen: het interval bevat nul.
    nb At den også avhenger av {0}, kan ikke sies: intervallet inneholder null.
    sv Att den också beror på {0} kan inte sägas: intervallet innehåller noll.
    de Dass es auch von {0} abhängt, lässt sich nicht sagen: Das Intervall enthält die Null.
    en {0} (β {1}, {2} interval {3} to {4})
    nl {0} (β {1}, {2}-interval {3} tot {4})
    nb {0} (β {1}, {2}-intervall {3} til {4})
    sv {0} (β {1}, {2}-intervall {3} till {4})
    de {0} (β {1}, {2}-Intervall {3} bis {4})
    en {0} ({1} of {2})
    nl {0} ({1} van {2})
    nb {0} ({1} av {2})
    sv {0} ({1} av {2})
    de {0} ({1} von {2})
    en {0} construct
    nl {0} construct
    nb {0} konstrukt
    sv {0} konstrukt
    de {0} Konstrukt
    en {0} constructs
    nl {0} constructen
    nb {0} konstrukter
    sv {0} konstrukt
    de {0} Konstrukte
    en {0}, measured by {1} items with standardised loadings from {2} to {3}.
    nl {0}, gemeten door {1} items met gestandaardiseerde ladingen van {2} tot {3}.
    nb {0}, målt med {1} ledd med standardiserte ladninger fra {2} til {3}.
    sv {0}, mätta med {1} items med standardiserade laddningar från {2} till {3}.
    de {0}, gemessen durch {1} Items mit standardisierten Ladungen von {2} bis {3}.
    en That {0} measures its construct cannot be told: the {1} interval of its loading holds zero.
    nl Dat {0} zijn construct meet, is niet te zeggen: het {1}-interval van de lading bevat nul.
    nb At {0} måler sitt konstrukt, kan ikke sies: {1}-intervallet for ladningen inneholder null.
    sv Att {0} mäter sitt konstrukt kan inte sägas: {1}-intervallet för laddningen innehåller noll.
    de Dass {0} sein Konstrukt misst, lässt sich nicht sagen: Das {1}-Intervall der Ladung enthält null.
    en That {0} measure their constructs cannot be told: the {1} intervals of their loadings hold zero.
    nl Dat {0} hun constructen meten, is niet te zeggen: de {1}-intervallen van hun ladingen bevatten nul.
    nb At {0} måler sine konstrukter, kan ikke sies: {1}-intervallene for ladningene inneholder null.
    sv Att {0} mäter sina konstrukt kan inte sägas: {1}-intervallen för deras laddningar innehåller noll.
    de Dass {0} ihre Konstrukte messen, lässt sich nicht sagen: Die {1}-Intervalle ihrer Ladungen enthalten null.
    en No model is given, so the measurement of the construct alone is fitted. {0} adds paths.
    nl Er is geen model gegeven, dus alleen de meting van het construct wordt gepast. {0} voegt paden toe.
    nb Ingen modell er gitt, så bare målingen av konstruktet tilpasses. {0} legger til stier.
    sv Ingen modell är given, så bara mätningen av konstruktet anpassas. {0} lägger till vägar.
    de Es ist kein Modell angegeben, daher wird nur die Messung des Konstrukts angepasst. {0} fügt Pfade hinzu.
    en That is more than a third, and those who are left may differ from those who are gone.
    nl Dat is meer dan een derde, en wie overblijft kan verschillen van wie weg is.
    nb Det er mer enn en tredel, og de som er igjen, kan være andre enn de som er borte.
    sv Det är mer än en tredjedel, och de som är kvar kan skilja sig från dem som är borta.
    de Das ist mehr als ein Drittel, und die Übrigen können sich von den Weggefallenen unterscheiden.
    en That is more than a third, and those who are left may differ from those who are gone: leave out '{0}'.
    nl Dat is meer dan een derde, en wie overblijft kan verschillen van wie weg is: laat '{0}' weg.
    nb Det er mer enn en tredel, og de som er igjen, kan være andre enn de som er borte: utelat '{0}'.
    sv Det är mer än en tredjedel, och de som är kvar kan skilja sig från dem som är borta: utelämna '{0}'.
    de Das ist mehr als ein Drittel, und die Übrigen können sich von den Weggefallenen unterscheiden: Lassen Sie '{0}' weg.
    en The closest constructs, {0} and {1}, correlate at {2}.
    nl De constructen die het dichtst bij elkaar liggen, {0} en {1}, correleren {2}.
    nb De nærmeste konstruktene, {0} og {1}, korrelerer {2}.
    sv De närmaste konstrukten, {0} och {1}, korrelerar {2}.
    de Die Konstrukte, die sich am nächsten sind, {0} und {1}, korrelieren mit {2}.
    en The closest constructs, {0} and {1}, correlate at {2} ({3} interval {4} to {5}).
    nl De constructen die het dichtst bij elkaar liggen, {0} en {1}, correleren {2} ({3}-interval {4} tot {5}).
    nb De nærmeste konstruktene, {0} og {1}, korrelerer {2} ({3}-intervall {4} til {5}).
    sv De närmaste konstrukten, {0} och {1}, korrelerar {2} ({3}-intervall {4} till {5}).
    de Die Konstrukte, die sich am nächsten sind, {0} und {1}, korrelieren mit {2} ({3}-Intervall {4} bis {5}).
    en The model has as many parameters as the data have moments: it fits whatever they are, and nothing tests it.
    nl Het model heeft evenveel parameters als de gegevens momenten hebben: het past wat die ook zijn, en niets toetst het.
    nb Modellen har like mange parametere som dataene har momenter: den passer uansett hva de er, og ingenting tester den.
    sv Modellen har lika många parametrar som data har moment: den passar vilka de än är, och inget prövar den.
    de Das Modell hat so viele Parameter wie die Daten Momente: Es passt, was immer sie sind, und nichts prüft es.
    en What the model leaves of the correlations is {0} on average (SRMR).
    nl Wat het model van de correlaties overlaat, is gemiddeld {0} (SRMR).
    nb Det modellen lar være igjen av korrelasjonene, er i gjennomsnitt {0} (SRMR).
    sv Det som modellen lämnar kvar av korrelationerna är i genomsnitt {0} (SRMR).
    de Was das Modell von den Korrelationen übrig lässt, ist im Mittel {0} (SRMR).
    en χ² is {0} with {1} degrees of freedom (p {2})
    nl χ² is {0} met {1} vrijheidsgraden (p {2})
    nb χ² er {0} med {1} frihetsgrader (p {2})
    sv χ² är {0} med {1} frihetsgrader (p {2})
    de χ² ist {0} mit {1} Freiheitsgraden (p {2})
    en {0}, RMSEA {1} (90 % interval {2} to {3}), CFI {4}.
    nl {0}, RMSEA {1} (90 %-interval {2} tot {3}), CFI {4}.
    nb {0}, RMSEA {1} (90 %-intervall {2} til {3}), CFI {4}.
    sv {0}, RMSEA {1} (90 %-intervall {2} till {3}), CFI {4}.
    de {0}, RMSEA {1} (90-%-Intervall {2} bis {3}), CFI {4}.
    en Nothing tells the groups apart in loadings, intercepts and residual variances: no step of invariance makes the fit clearly worse.
    nl Niets onderscheidt de groepen in ladingen, intercepten en residuele varianties: geen stap van invariantie maakt de passing duidelijk slechter.
    nb Ingenting skiller gruppene i ladninger, konstantledd og residualvarianser: ingen trinn av invarians gjør tilpasningen klart dårligere.
    sv Inget skiljer grupperna i laddningar, intercept och residualvarianser: inget steg av invarians gör passningen klart sämre.
    de Nichts unterscheidet die Gruppen in Ladungen, Konstanten und Residualvarianzen: Kein Schritt der Invarianz macht die Passung deutlich schlechter.
    en The groups differ in loadings (p {0}): what their constructs mean is not quite the same, and paths and means are not to be compared as they stand.
    nl De groepen verschillen in ladingen (p {0}): wat hun constructen betekenen is niet helemaal hetzelfde, en paden en gemiddelden zijn niet zonder meer te vergelijken.
    nb Gruppene er ulike i ladninger (p {0}): det konstruktene betyr, er ikke helt det samme, og stier og gjennomsnitt kan ikke sammenlignes som de står.
    sv Grupperna skiljer sig i laddningar (p {0}): vad deras konstrukt betyder är inte helt detsamma, och vägar och medelvärden ska inte jämföras som de står.
    de Die Gruppen unterscheiden sich in den Ladungen (p {0}): Was ihre Konstrukte bedeuten, ist nicht ganz dasselbe, und Pfade und Mittelwerte sind nicht ohne Weiteres zu vergleichen.
    en Loadings may be the same in all groups, intercepts are not (p {0}): compare paths, and means of constructs only with care.
    nl Ladingen kunnen in alle groepen gelijk zijn, intercepten zijn het niet (p {0}): vergelijk paden, en gemiddelden van constructen alleen met zorg.
    nb Ladninger kan være like i alle grupper, konstantledd er det ikke (p {0}): sammenlign stier, og gjennomsnitt av konstrukter bare med varsomhet.
    sv Laddningar kan vara lika i alla grupper, intercept är det inte (p {0}): jämför vägar, och konstruktens medelvärden bara med försiktighet.
    de Ladungen können in allen Gruppen gleich sein, Konstanten sind es nicht (p {0}): Pfade lassen sich vergleichen, Mittelwerte von Konstrukten nur mit Vorsicht.
    en Loadings and intercepts may be the same in all groups, residual variances are not (p {0}): paths and means of constructs can be compared.
    nl Ladingen en intercepten kunnen in alle groepen gelijk zijn, residuele varianties zijn het niet (p {0}): paden en gemiddelden van constructen zijn te vergelijken.
    nb Ladninger og konstantledd kan være like i alle grupper, residualvarianser er det ikke (p {0}): stier og gjennomsnitt av konstrukter kan sammenlignes.
    sv Laddningar och intercept kan vara lika i alla grupper, residualvarianser är det inte (p {0}): vägar och konstruktens medelvärden kan jämföras.
    de Ladungen und Konstanten können in allen Gruppen gleich sein, Residualvarianzen sind es nicht (p {0}): Pfade und Mittelwerte von Konstrukten lassen sich vergleichen.
    en χ² is scaled, so that answers need not be normal; CFI and RMSEA are those of the population.
    nl χ² is geschaald, zodat antwoorden niet normaal hoeven te zijn; CFI en RMSEA zijn die van de populatie.
    nb χ² er skalert, slik at svar ikke trenger å være normalfordelte; CFI og RMSEA er de i populasjonen.
    sv χ² är skalat, så att svar inte behöver vara normalfördelade; CFI och RMSEA är populationens.
    de χ² ist skaliert, sodass Antworten nicht normalverteilt sein müssen; CFI und RMSEA sind die der Grundgesamtheit.
    en b: in the units of the variables. β: with all variables of variance 1.
    nl b: in de eenheden van de variabelen. β: met alle variabelen met variantie 1.
    nb b: i variablenes enheter. β: med varians 1 for alle variabler.
    sv b: i variablernas enheter. β: med varians 1 för alla variabler.
    de b: in den Einheiten der Variablen. β: mit Varianz 1 aller Variablen.
    en b: what stands behind ordered answers has variance 1, and so have all variables where correlations are fitted; constructs have the unit of an item. β: with all variables of variance 1.
    nl b: wat achter geordende antwoorden staat heeft variantie 1, en zo ook alle variabelen waar correlaties worden aangepast; constructen hebben de eenheid van een item. β: met alle variabelen met variantie 1.
    nb b: det som ligger bak ordnede svar, har varians 1, og det har alle variabler der korrelasjoner tilpasses; konstrukter har enheten til et ledd. β: med varians 1 for alle variabler.
    sv b: det som ligger bakom ordnade svar har varians 1, och det har alla variabler där korrelationer anpassas; konstrukt har enheten hos ett item. β: med varians 1 för alla variabler.
    de b: Was hinter geordneten Antworten steht, hat Varianz 1, ebenso alle Variablen, wo Korrelationen angepasst werden; Konstrukte haben die Einheit eines Items. β: mit Varianz 1 aller Variablen.
    en Of what the model explains, they are those of its residuals.
    nl Van wat het model verklaart, zijn het die van de residuen.
    nb For det modellen forklarer, er det residualenes.
    sv För det som modellen förklarar är det residualernas.
    de Bei dem, was das Modell erklärt, sind es die der Residuen.
    en No model is given, so the measurement of the {0} constructs alone is fitted. {1} adds paths between them.
    nl Er is geen model gegeven, dus alleen de meting van de {0} constructen wordt gepast. {1} voegt paden daartussen toe.
    nb Ingen modell er gitt, så bare målingen av de {0} konstruktene tilpasses. {1} legger til stier mellom dem.
    sv Ingen modell är given, så bara mätningen av de {0} konstrukten anpassas. {1} lägger till vägar mellan dem.
    de Es ist kein Modell angegeben, daher wird nur die Messung der {0} Konstrukte angepasst. {1} fügt Pfade zwischen ihnen hinzu.
    en group {0} is {1}
    nl groep {0} is {1}
    nb gruppe {0} er {1}
    sv grupp {0} är {1}
    de Gruppe {0} ist {1}
    en One model of {0} groups: {1}.
    nl Eén model van {0} groepen: {1}.
    nb Én modell av {0} grupper: {1}.
    sv En modell av {0} grupper: {1}.
    de Ein Modell von {0} Gruppen: {1}.
    en Left
    nl Links
    nb Venstre
    sv Vänster
    de Links
    en Right
    nl Rechts
    nb Høyre
    sv Höger
    de Rechts
    en Free
    nl Vrij
    nb Fri
    sv Fri
    de Frei
    en From
    nl Van
    nb Fra
    sv Från
    de Von
    en To
    nl Naar
    nb Til
    sv Till
    de Nach
    en Through
    nl Via
    nb Gjennom
    sv Genom
    de Über
    en Direct
    nl Direct
    nb Direkte
    sv Direkt
    de Direkt
    en Indirect
    nl Indirect
    nb Indirekte
    sv Indirekt
    de Indirekt
    en Index
    nl Index
    nb Indeks
    sv Index
    de Index
    en Sample
    nl Steekproef
    nb Utvalg
    sv Urval
    de Stichprobe
    en Estimator
    nl Schatter
    nb Estimator
    sv Estimator
    de Schätzer
    en Parameters
    nl Parameters
    nb Parametere
    sv Parametrar
    de Parameter
    en Steps
    nl Stappen
    nb Trinn
    sv Steg
    de Schritte
    en Direct and indirect effects
    nl Directe en indirecte effecten
    nb Direkte og indirekte effekter
    sv Direkta och indirekta effekter
    de Direkte und indirekte Wirkungen
    en What would fit better
    nl Wat beter zou passen
    nb Hva som ville passet bedre
    sv Vad som skulle passa bättre
    de Was besser passen würde
    en What the model leaves
    nl Wat het model overlaat
    nb Hva modellen lar være igjen
    sv Vad modellen lämnar kvar
    de Was das Modell übrig lässt
    en Are the groups measured alike?
    nl Worden de groepen gelijk gemeten?
    nb Måles gruppene likt?
    sv Mäts grupperna lika?
    de Werden die Gruppen gleich gemessen?
    en χ², robust
    nl χ², robuust
    nb χ², robust
    sv χ², robust
    de χ², robust
    en CFI, robust
    nl CFI, robuust
    nb CFI, robust
    sv CFI, robust
    de CFI, robust
    en TLI, robust
    nl TLI, robuust
    nb TLI, robust
    sv TLI, robust
    de TLI, robust
    en RMSEA, robust
    nl RMSEA, robuust
    nb RMSEA, robust
    sv RMSEA, robust
    de RMSEA, robust
    en χ² of none
    nl χ² zonder model
    nb χ² uten modell
    sv χ² utan modell
    de χ² ohne Modell
    en ln L of all
    nl ln L van alles
    nb ln L av alt
    sv ln L av allt
    de ln L von allem
    en p close
    nl p nabij
    nb p nær
    sv p nära
    de p nahe
    en Paths
    nl Paden
    nb Stier
    sv Vägar
    de Pfade
    en Defined parameters
    nl Gedefinieerde parameters
    nb Definerte parametere
    sv Definierade parametrar
    de Definierte Parameter
    en Formula
    nl Formule
    nb Formel
    sv Formel
    de Formel
    en Path model
    nl Padmodel
    nb Stimodell
    sv Vägmodell
    de Pfadmodell
    en Measurement model
    nl Meetmodel
    nb Målemodell
    sv Mätmodell
    de Messmodell
    en χ² is {0} with one degree of freedom (p {1})
    nl χ² is {0} met één vrijheidsgraad (p {1})
    nb χ² er {0} med én frihetsgrad (p {1})
    sv χ² är {0} med en frihetsgrad (p {1})
    de χ² ist {0} mit einem Freiheitsgrad (p {1})
    en directly
    nl direct
    nb direkte
    sv direkt
    de direkt
    en in all
    nl in totaal
    nb i alt
    sv totalt
    de insgesamt
    """#
}
