extension Messages {
  /// Figures, and what the verb `missing` says.
  static let figures: StaticString = #"""
    en There is no permutation test with {0}: exchanging answers needs complete rows.
    nl Met {0} is er geen permutatietoets: antwoorden verwisselen vereist volledige rijen.
    nb Det er ingen permutasjonstest med {0}: å bytte svar krever komplette rader.
    sv Det finns inget permutationstest med {0}: att byta svar kräver fullständiga rader.
    de Mit {0} gibt es keinen Permutationstest: Antworten zu vertauschen verlangt vollständige Zeilen.
    en There is no cross-validated R² with {0}: it needs complete rows.
    nl Met {0} is er geen gekruisvalideerde R²: die vereist volledige rijen.
    nb Det er ingen kryssvalidert R² med {0}: den krever komplette rader.
    sv Det finns inget korsvaliderat R² med {0}: det kräver fullständiga rader.
    de Mit {0} gibt es kein kreuzvalidiertes R²: Es verlangt vollständige Zeilen.
    en With {0} standard errors, tests and intervals are not known by formula; resampling gives them.
    nl Met {0} zijn standaardfouten, toetsen en intervallen niet met een formule bekend; hertrekkingen geven ze.
    nb Med {0} er standardfeil, tester og intervaller ikke kjent ved formel; gjentrekninger gir dem.
    sv Med {0} är medelfel, test och intervall inte kända genom formel; omdragningar ger dem.
    de Mit {0} sind Standardfehler, Tests und Intervalle nicht durch Formeln bekannt; Stichprobenwiederholungen ergeben sie.
    en pairwise deletion
    nl paarsgewijze verwijdering
    nb parvis utelatelse
    sv parvis uteslutning
    de paarweisem Ausschluss
    en listwise deletion
    nl lijstgewijze verwijdering
    nb listevis utelatelse
    sv listvis uteslutning
    de listenweisem Ausschluss
    en maximum likelihood moments
    nl maximum-likelihoodmomenten
    nb maximum likelihood-momenter
    sv maximum likelihood-moment
    de Maximum-Likelihood-Momenten
    en {0} of {1} resamples gave no result: {2}.
    nl {0} van {1} hertrekkingen gaven geen resultaat: {2}.
    nb {0} av {1} gjentrekninger ga ikke noe resultat: {2}.
    sv {0} av {1} omdragningar gav inget resultat: {2}.
    de {0} von {1} Stichprobenwiederholungen ergaben nichts: {2}.
    en All {0} respondents answered everything: maximum likelihood moments ({1}) are the ordinary ones.
    nl Alle {0} respondenten beantwoordden alles: maximum-likelihoodmomenten ({1}) zijn de gewone.
    nb Alle {0} respondenter svarte på alt: maximum likelihood-momenter ({1}) er de vanlige.
    sv Alla {0} svarande besvarade allt: maximum likelihood-moment ({1}) är de vanliga.
    de Alle {0} Befragten haben alles beantwortet: Maximum-Likelihood-Momente ({1}) sind die gewöhnlichen.
    en Nobody is left out: means and covariances are those of maximum likelihood (normal model) from what all {0} respondents answered, {1} of whom left something out, in {2} patterns. They hold when what is missing depends on nothing beyond the answers given.
    nl Niemand is weggelaten: gemiddelden en covarianties zijn die van maximum likelihood (normaal model) uit wat alle {0} respondenten antwoordden, van wie er {1} iets oversloegen, in {2} patronen. Ze gelden als wat ontbreekt van niets anders afhangt dan van de gegeven antwoorden.
    nb Ingen er utelatt: gjennomsnitt og kovarianser er de fra maximum likelihood (normalmodell) ut fra det alle {0} respondenter svarte; {1} av dem lot noe stå åpent, i {2} mønstre. De gjelder når det som mangler, ikke avhenger av noe utover svarene som er gitt.
    sv Ingen är utelämnad: medelvärden och kovarianser är de från maximum likelihood (normalmodell) utifrån vad alla {0} svarande besvarade; {1} av dem lämnade något obesvarat, i {2} mönster. De gäller när det som saknas inte beror på något utöver de givna svaren.
    de Niemand bleibt unberücksichtigt: Mittelwerte und Kovarianzen sind die der Maximum-Likelihood (Normalmodell) aus dem, was alle {0} Befragten geantwortet haben; {1} von ihnen ließen etwas aus, in {2} Mustern. Sie gelten, wenn das Fehlende von nichts als den gegebenen Antworten abhängt.
    en There are no maximum likelihood moments of these variables. {0}
    nl Er zijn geen maximum-likelihoodmomenten van deze variabelen. {0}
    nb Det er ingen maximum likelihood-momenter av disse variablene. {0}
    sv Det finns inga maximum likelihood-moment av dessa variabler. {0}
    de Es gibt keine Maximum-Likelihood-Momente dieser Variablen. {0}
    en The design has too few clusters for {0} coefficients: there are no degrees of freedom for tests and intervals.
    nl Het ontwerp heeft te weinig clusters voor {0} coëfficiënten: er zijn geen vrijheidsgraden voor toetsen en intervallen.
    nb Designet har for få klynger til {0} koeffisienter: det er ingen frihetsgrader for tester og intervaller.
    sv Designen har för få kluster för {0} koefficienter: det finns inga frihetsgrader för test och intervall.
    de Der Stichprobenplan hat zu wenige Klumpen für {0} Koeffizienten: Es gibt keine Freiheitsgrade für Tests und Intervalle.
    en {0} weaker pair
    nl {0} zwakker paar
    nb {0} svakere par
    sv {0} svagare par
    de {0} schwächeres Paar
    en {0} weaker pairs
    nl {0} zwakkere paren
    nb {0} svakere par
    sv {0} svagare par
    de {0} schwächere Paare
    en Whiskers: {0} intervals.
    nl Lijnen: {0}-intervallen.
    nb Streker: {0}-intervaller.
    sv Streck: {0}-intervall.
    de Striche: {0}-Intervalle.
    en Correlation
    nl Correlatie
    nb Korrelasjon
    sv Korrelation
    de Korrelation
    en colours mean the same in all
    nl kleuren betekenen in alle hetzelfde
    nb fargene betyr det samme i alle
    sv färgerna betyder detsamma i alla
    de Farben bedeuten in allen dasselbe
    en order and axes are the same in all
    nl volgorde en assen zijn in alle gelijk
    nb rekkefølge og akser er like i alle
    sv ordning och axlar är lika i alla
    de Reihenfolge und Achsen sind in allen gleich
    en axes are the same in all
    nl assen zijn in alle gelijk
    nb aksene er like i alle
    sv axlarna är lika i alla
    de Achsen sind in allen gleich
    en order and colours are the same in all
    nl volgorde en kleuren zijn in alle gelijk
    nb rekkefølge og farger er like i alle
    sv ordning och färger är lika i alla
    de Reihenfolge und Farben sind in allen gleich
    en the order is the same in all, each outcome has its own axis
    nl de volgorde is in alle gelijk, elke uitkomst heeft een eigen as
    nb rekkefølgen er lik i alle, hvert utfall har sin egen akse
    sv ordningen är lika i alla, varje utfall har sin egen axel
    de die Reihenfolge ist in allen gleich, jedes Ergebnis hat seine eigene Achse
    en Hollow: negative coefficient in the full model
    nl Hol: negatieve coëfficiënt in het volledige model
    nb Hul: negativ koeffisient i den fulle modellen
    sv Ihålig: negativ koefficient i den fulla modellen
    de Hohl: negativer Koeffizient im vollen Modell
    en A field's colour is the deeper the more often its drivers are there in what the data leave open
    nl De kleur van een veld is dieper naarmate de drijfveren er vaker liggen in wat de data openlaten
    nb Fargen i en rute er dypere jo oftere driverne er der i det dataene holder åpent
    sv En rutas färg är djupare ju oftare drivkrafterna är där i vad data lämnar öppet
    de Die Farbe eines Feldes ist umso kräftiger, je öfter seine Treiber dort liegen in dem, was die Daten offenlassen
    en Ring: work on this first
    nl Ring: werk hier eerst aan
    nb Ring: arbeid først med denne
    sv Ring: arbeta först med denna
    de Ring: dies zuerst verbessern
    en Ring: work on this first (the data leave {0} open)
    nl Ring: werk hier eerst aan (de data laten {0} open)
    nb Ring: arbeid først med denne (dataene holder {0} åpen)
    sv Ring: arbeta först med denna (data lämnar {0} öppet)
    de Ring: dies zuerst verbessern (die Daten lassen auch {0} zu)
    en Area: potential, points of {0} if performance were perfect; the largest {1}
    nl Oppervlak: potentieel, punten van {0} bij een volmaakte prestatie; het grootste {1}
    nb Areal: potensial, poeng av {0} ved perfekt prestasjon; det største {1}
    sv Yta: potential, poäng av {0} vid perfekt prestation; den största {1}
    de Fläche: Potenzial, Punkte bei {0} bei vollkommener Leistung; das größte {1}
    en From {0} to {1}
    nl Van {0} naar {1}
    nb Fra {0} til {1}
    sv Från {0} till {1}
    de Von {0} zu {1}
    en How importance and performance moved: {0}
    nl Hoe belang en prestatie verschoven: {0}
    nb Hvordan viktighet og prestasjon flyttet seg: {0}
    sv Hur betydelse och prestation rörde sig: {0}
    de Wie sich Wichtigkeit und Leistung bewegt haben: {0}
    en How importance and performance moved
    nl Hoe belang en prestatie verschoven
    nb Hvordan viktighet og prestasjon flyttet seg
    sv Hur betydelse och prestation rörde sig
    de Wie sich Wichtigkeit und Leistung bewegt haben
    en Lines, fields and intervals are those of {0}.
    nl Lijnen, velden en intervallen zijn die van {0}.
    nb Linjer, ruter og intervaller er de for {0}.
    sv Linjer, rutor och intervall är de för {0}.
    de Linien, Felder und Intervalle sind die von {0}.
    en What there is to gain: {0}
    nl Wat er te winnen valt: {0}
    nb Hva det er å hente: {0}
    sv Vad som finns att vinna: {0}
    de Was zu gewinnen ist: {0}
    en What there is to gain
    nl Wat er te winnen valt
    nb Hva det er å hente
    sv Vad som finns att vinna
    de Was zu gewinnen ist
    en Points of the outcome if performance were perfect
    nl Punten van de uitkomst bij een volmaakte prestatie
    nb Poeng av utfallet ved perfekt prestasjon
    sv Poäng av utfallet vid perfekt prestation
    de Punkte des Ergebnisses bei vollkommener Leistung
    en Coefficients of the regression of {0}
    nl Coëfficiënten van de regressie van {0}
    nb Koeffisienter i regresjonen av {0}
    sv Koefficienter i regressionen av {0}
    de Koeffizienten der Regression von {0}
    en Coefficients of the regressions
    nl Coëfficiënten van de regressies
    nb Koeffisienter i regresjonene
    sv Koefficienter i regressionerna
    de Koeffizienten der Regressionen
    en Each coefficient holds the other terms where they are.
    nl Elke coëfficiënt houdt de andere termen constant.
    nb Hver koeffisient holder de andre leddene fast.
    sv Varje koefficient håller de andra termerna fasta.
    de Jeder Koeffizient hält die anderen Terme fest.
    en Whiskers: {0} intervals, {1} errors.
    nl Lijnen: {0}-intervallen, fouten {1}.
    nb Streker: {0}-intervaller, feil {1}.
    sv Streck: {0}-intervall, fel {1}.
    de Striche: {0}-Intervalle, Fehler {1}.
    en Coefficient: points of {0} per point of the term
    nl Coëfficiënt: punten van {0} per punt van de term
    nb Koeffisient: poeng av {0} per poeng av leddet
    sv Koefficient: poäng av {0} per poäng av termen
    de Koeffizient: Punkte bei {0} je Punkt des Terms
    en Numbers: the rows of the largest Cook's distance. Left: the line is a loess of the residuals (lowess, span 2/3); it should keep to zero, and the points should spread alike from left to right. Right: normal residuals follow the dashed line.
    nl Nummers: de rijen met de grootste afstand van Cook. Links: de lijn is een loess van de residuen (lowess, span 2/3); zij hoort bij nul te blijven, en de punten horen van links naar rechts even sterk te spreiden. Rechts: normaal verdeelde residuen volgen de stippellijn.
    nb Tall: radene med størst Cooks avstand. Til venstre: linjen er en loess av residualene (lowess, span 2/3); den bør holde seg ved null, og punktene bør spre seg likt fra venstre til høyre. Til høyre: normalfordelte residualer følger den stiplede linjen.
    sv Nummer: raderna med störst Cooks avstånd. Till vänster: linjen är en loess av residualerna (lowess, span 2/3); den bör hålla sig vid noll, och punkterna bör sprida sig lika från vänster till höger. Till höger: normalfördelade residualer följer den streckade linjen.
    de Nummern: die Zeilen mit dem größten Cook-Abstand. Links: Die Linie ist ein Loess der Residuen (lowess, span 2/3); sie sollte bei null bleiben, und die Punkte sollten von links nach rechts gleich weit streuen. Rechts: Normalverteilte Residuen folgen der gestrichelten Linie.
    en Answers from {0} to {1}
    nl Antwoorden van {0} tot {1}
    nb Svar fra {0} til {1}
    sv Svar från {0} till {1}
    de Antworten von {0} bis {1}
    en How the questions were answered
    nl Hoe de vragen zijn beantwoord
    nb Hvordan spørsmålene ble besvart
    sv Hur frågorna besvarades
    de Wie die Fragen beantwortet wurden
    en Shares of those who answered, in per cent. At the sides: the shares below and above the middle of the scale.
    nl Aandelen van wie antwoordde, in procenten. Aan de zijkanten: de aandelen onder en boven het midden van de schaal.
    nb Andeler av dem som svarte, i prosent. På sidene: andelene under og over midten av skalaen.
    sv Andelar av dem som svarade, i procent. Vid sidorna: andelarna under och över skalans mitt.
    de Anteile derer, die geantwortet haben, in Prozent. An den Seiten: die Anteile unter und über der Mitte der Skala.
    en Mean, scale from {0} to {1}
    nl Gemiddelde, schaal van {0} tot {1}
    nb Gjennomsnitt, skala fra {0} til {1}
    sv Medelvärde, skala från {0} till {1}
    de Mittelwert, Skala von {0} bis {1}
    en Means of the answers
    nl Gemiddelden van de antwoorden
    nb Gjennomsnitt av svarene
    sv Svarens medelvärden
    de Mittelwerte der Antworten
    en Whiskers: intervals of the means.
    nl Lijnen: intervallen van de gemiddelden.
    nb Streker: intervaller for gjennomsnittene.
    sv Streck: intervall för medelvärdena.
    de Striche: Intervalle der Mittelwerte.
    en Net promoter score, −100 to 100
    nl Net promoter score, −100 tot 100
    nb Net promoter score, −100 til 100
    sv Net promoter score, −100 till 100
    de Net Promoter Score, −100 bis 100
    en Share of those who answered, in per cent
    nl Aandeel van wie antwoordde, in procenten
    nb Andel av dem som svarte, i prosent
    sv Andel av dem som svarade, i procent
    de Anteil derer, die geantwortet haben, in Prozent
    en Net promoter score
    nl Net promoter score
    nb Net promoter score
    sv Net promoter score
    de Net Promoter Score
    en Shares
    nl Aandelen
    nb Andeler
    sv Andelar
    de Anteile
    en Scores and shares
    nl Scores en aandelen
    nb Skårer og andeler
    sv Poäng och andelar
    de Kennzahlen und Anteile
    en Whiskers: intervals of the scores and shares.
    nl Lijnen: intervallen van de scores en aandelen.
    nb Streker: intervaller for skårene og andelene.
    sv Streck: intervall för poäng och andelar.
    de Striche: Intervalle der Kennzahlen und Anteile.
    en net promoter score
    nl net promoter score
    nb net promoter score
    sv net promoter score
    de Net Promoter Score
    en best answer
    nl beste antwoord
    nb beste svar
    sv bästa svar
    de beste Antwort
    en best two answers
    nl beste twee antwoorden
    nb beste to svar
    sv bästa två svar
    de beste zwei Antworten
    en worst answer
    nl slechtste antwoord
    nb dårligste svar
    sv sämsta svar
    de schlechteste Antwort
    en customer effort score
    nl customer effort score
    nb customer effort score
    sv customer effort score
    de Customer Effort Score
    en Loadings, the deeper the larger; those under {0} in size are left blank
    nl Ladingen, hoe dieper hoe groter; die onder {0} in absolute waarde zijn leeg gelaten
    nb Ladninger, jo dypere desto større; de under {0} i tallverdi er utelatt
    sv Laddningar, ju djupare desto större; de under {0} i storlek är utelämnade
    de Ladungen, je kräftiger, desto größer; die unter {0} dem Betrag nach sind weggelassen
    en Loadings, the deeper the larger
    nl Ladingen, hoe dieper hoe groter
    nb Ladninger, jo dypere desto større
    sv Laddningar, ju djupare desto större
    de Ladungen, je kräftiger, desto größer
    en Arrows: loadings of at least {0} in size, the thicker the larger.
    nl Pijlen: ladingen van minstens {0} in absolute waarde, hoe dikker hoe groter.
    nb Piler: ladninger på minst {0} i tallverdi, jo tykkere desto større.
    sv Pilar: laddningar på minst {0} i storlek, ju tjockare desto större.
    de Pfeile: Ladungen von mindestens {0} dem Betrag nach, je dicker, desto größer.
    en Missing answers
    nl Ontbrekende antwoorden
    nb Manglende svar
    sv Saknade svar
    de Fehlende Antworten
    en {0} of {1} respondents answered all of {2}.
    nl {0} van {1} respondenten beantwoordden alle {2}.
    nb {0} av {1} respondenter svarte på alle {2}.
    sv {0} av {1} svarande besvarade alla {2}.
    de {0} von {1} Befragten haben alle {2} beantwortet.
    en {0} is left out most: by {1} ({2}).
    nl {0} wordt het vaakst overgeslagen: door {1} ({2}).
    nb {0} er oftest ubesvart: av {1} ({2}).
    sv {0} lämnas oftast obesvarad: av {1} ({2}).
    de {0} wird am häufigsten ausgelassen: von {1} ({2}).
    en Who left something out differs from the others in what they answered (Little's test, p {0}).
    nl Wie iets oversloeg verschilt van de anderen in de gegeven antwoorden (toets van Little, p {0}).
    nb De som lot noe stå åpent, skiller seg fra de andre i det de svarte (Littles test, p {0}).
    sv De som lämnade något obesvarat skiljer sig från de andra i vad de svarade (Littles test, p {0}).
    de Wer etwas ausließ, unterscheidet sich in den gegebenen Antworten von den anderen (Little-Test, p {0}).
    en Those who left something out do not clearly differ from the others in what they answered (Little's test, p {0}).
    nl Wie iets oversloeg verschilt niet duidelijk van de anderen in de gegeven antwoorden (toets van Little, p {0}).
    nb De som lot noe stå åpent, skiller seg ikke tydelig fra de andre i det de svarte (Littles test, p {0}).
    sv De som lämnade något obesvarat skiljer sig inte tydligt från de andra i vad de svarade (Littles test, p {0}).
    de Wer etwas ausließ, unterscheidet sich in den gegebenen Antworten nicht deutlich von den anderen (Little-Test, p {0}).
    en Missing answers by variable
    nl Ontbrekende antwoorden per variabele
    nb Manglende svar etter variabel
    sv Saknade svar efter variabel
    de Fehlende Antworten je Variable
    en Patterns of missing answers
    nl Patronen van ontbrekende antwoorden
    nb Mønstre av manglende svar
    sv Mönster av saknade svar
    de Muster fehlender Antworten
    en Reasons of missing answers
    nl Redenen van ontbrekende antwoorden
    nb Grunner til manglende svar
    sv Skäl till saknade svar
    de Gründe fehlender Antworten
    en What each treatment leaves
    nl Wat elke behandeling overlaat
    nb Hva hver behandling lar være igjen
    sv Vad varje behandling lämnar kvar
    de Was jede Behandlung übrig lässt
    en Little's test that answers are missing by chance alone
    nl Littles toets dat antwoorden alleen door toeval ontbreken
    nb Littles test på at svar mangler bare tilfeldig
    sv Littles test att svar saknas enbart av en slump
    de Littles Test, dass Antworten nur durch Zufall fehlen
    en Who leaves a variable out
    nl Wie een variabele overslaat
    nb Hvem som lar en variabel stå åpen
    sv Vem som lämnar en variabel obesvarad
    de Wer eine Variable auslässt
    en A panel for each {0}; {1}.
    nl Een paneel per {0}; {1}.
    nb Ett panel per {0}; {1}.
    sv En panel per {0}; {1}.
    de Ein Feld je {0}; {1}.
    en value of {0}
    nl waarde van {0}
    nb verdi av {0}
    sv värde av {0}
    de Wert von {0}
    en and
    nl en
    nb og
    sv och
    de und
    en outcome
    nl uitkomst
    nb utfall
    sv utfall
    de Ergebnis
    en Left out of patterns and treatments: {0}, which nobody answered.
    nl Weggelaten uit patronen en behandelingen: {0}, door niemand beantwoord.
    nb Utelatt fra mønstre og behandlinger: {0}, som ingen svarte på.
    sv Utelämnade ur mönster och behandlingar: {0}, som ingen besvarade.
    de Aus Mustern und Behandlungen ausgelassen: {0}, von niemandem beantwortet.
    en Left out of patterns and treatments: {0}, which never vary.
    nl Weggelaten uit patronen en behandelingen: {0}, die nooit variëren.
    nb Utelatt fra mønstre og behandlinger: {0}, som aldri varierer.
    sv Utelämnade ur mönster och behandlingar: {0}, som aldrig varierar.
    de Aus Mustern und Behandlungen ausgelassen: {0}, die nie streuen.
    """#
}
