extension Messages {
  /// What drives: openings, captions and figures of `drivers` and `ipa`, part 1 of 2.
  static let drivers1: StaticString = #"""
    en {0}: no driver explains anything of it.
    nl {0}: geen enkele drijfveer verklaart er iets van.
    nb {0}: ingen driver forklarer noe av det.
    sv {0}: ingen drivkraft förklarar något av det.
    de {0}: Kein Treiber erklärt etwas davon.
    en {0}: {1} is not defined for these drivers; {2} is.
    nl {0}: {1} is voor deze drijfveren niet gedefinieerd; {2} wel.
    nb {0}: {1} er ikke definert for disse driverne; {2} er det.
    sv {0}: {1} är inte definierad för dessa drivkrafter; {2} är det.
    de {0}: {1} ist für diese Treiber nicht definiert; {2} ist es.
    en {0}: {1} are not defined for these drivers; {2} is.
    nl {0}: {1} zijn voor deze drijfveren niet gedefinieerd; {2} wel.
    nb {0}: {1} er ikke definert for disse driverne; {2} er det.
    sv {0}: {1} är inte definierade för dessa drivkrafter; {2} är det.
    de {0}: {1} sind für diese Treiber nicht definiert; {2} ist es.
    en {0}: {1}; but the drivers together explain no more of it than chance may ({2}, p = {3}).
    nl {0}: {1}; maar de drijfveren samen verklaren er niet meer van dan het toeval kan ({2}, p = {3}).
    nb {0}: {1}; men driverne forklarer til sammen ikke mer av det enn tilfeldigheter kan ({2}, p = {3}).
    sv {0}: {1}; men drivkrafterna förklarar tillsammans inte mer av det än slumpen kan ({2}, p = {3}).
    de {0}: {1}; aber alle Treiber zusammen erklären davon nicht mehr, als der Zufall kann ({2}, p = {3}).
    en {0}: {1}; work first on {2}.
    nl {0}: {1}; werk eerst aan {2}.
    nb {0}: {1}; arbeid først med {2}.
    sv {0}: {1}; arbeta först med {2}.
    de {0}: {1}; zuerst zu verbessern: {2}.
    en {0}: {1}; work first on {2} (the data leave {3} open).
    nl {0}: {1}; werk eerst aan {2} (de data laten {3} open).
    nb {0}: {1}; arbeid først med {2} (dataene holder {3} åpen).
    sv {0}: {1}; arbeta först med {2} (data lämnar {3} öppet).
    de {0}: {1}; zuerst zu verbessern: {2} (die Daten lassen auch {3} zu).
    en {0} is the only driver
    nl {0} is de enige drijfveer
    nb {0} er den eneste driveren
    sv {0} är den enda drivkraften
    de {0} ist der einzige Treiber
    en {0} matters most
    nl {0} weegt het zwaarst
    nb {0} betyr mest
    sv {0} betyder mest
    de {0} ist am wichtigsten
    en {0} have the largest share ({1} each)
    nl {0} hebben het grootste aandeel (elk {1})
    nb {0} har den største andelen ({1} hver)
    sv {0} har den största andelen ({1} vardera)
    de {0} haben den größten Anteil (je {1})
    en {0} has the largest share ({1})
    nl {0} heeft het grootste aandeel ({1})
    nb {0} har den største andelen ({1})
    sv {0} har den största andelen ({1})
    de {0} hat den größten Anteil ({1})
    en {0} have the largest share
    nl {0} hebben het grootste aandeel
    nb {0} har den største andelen
    sv {0} har den största andelen
    de {0} haben den größten Anteil
    en {0} has the largest share
    nl {0} heeft het grootste aandeel
    nb {0} har den største andelen
    sv {0} har den största andelen
    de {0} hat den größten Anteil
    en , products aside
    nl , producten niet meegeteld
    nb , produkter holdt utenfor
    sv , produkter oräknade
    de , von Produkten abgesehen
    en {0}; the data do not tell them from {1}
    nl {0}; de data onderscheiden ze niet van {1}
    nb {0}; dataene skiller dem ikke fra {1}
    sv {0}; data skiljer dem inte från {1}
    de {0}; die Daten unterscheiden sie nicht von {1}
    en {0}; the data do not tell it from {1}
    nl {0}; de data onderscheiden die niet van {1}
    nb {0}; dataene skiller den ikke fra {1}
    sv {0}; data skiljer den inte från {1}
    de {0}; die Daten unterscheiden dies nicht von {1}
    en {0} is credited with {1} of that
    nl {0} krijgt daarvan {1} toegerekend
    nb {0} tilskrives {1} av det
    sv {0} tillskrivs {1} av det
    de {0} werden davon {1} zugerechnet
    en ({0} interval {1}–{2}, which allows for its having been picked as the largest)
    nl ({0}-interval {1}–{2}, waarin is verwerkt dat het als grootste is uitgekozen)
    nb ({0}-intervall {1}–{2}, som tar hensyn til at den ble plukket ut som den største)
    sv ({0}-intervall {1}–{2}, som tar hänsyn till att den valdes ut som den största)
    de ({0}-Intervall {1}–{2}; es berücksichtigt, dass dieser Anteil als größter ausgesucht wurde)
    en ({0} interval {1}–{2})
    nl ({0}-interval {1}–{2})
    nb ({0}-intervall {1}–{2})
    sv ({0}-intervall {1}–{2})
    de ({0}-Intervall {1}–{2})
    en ; with the covariates it is {0}
    nl ; met de covariaten is het {0}
    nb ; med kovariatene er det {0}
    sv ; med kovariaterna är det {0}
    de ; mit den Kovariaten sind es {0}
    en {0}: beyond the covariates the {1} explain {2} of its variance
    nl {0}: bovenop de covariaten verklaren de {1} samen {2} van de variantie
    nb {0}: utover kovariatene forklarer de {1} til sammen {2} av variansen
    sv {0}: utöver kovariaterna förklarar de {1} tillsammans {2} av variansen
    de {0}: Über die Kovariaten hinaus erklären die {1} zusammen {2} der Varianz
    en {0}: the {1} explain {2} of its variance
    nl {0}: de {1} verklaren samen {2} van de variantie
    nb {0}: de {1} forklarer til sammen {2} av variansen
    sv {0}: de {1} förklarar tillsammans {2} av variansen
    de {0}: Die {1} erklären zusammen {2} der Varianz
    en {0}: beyond the covariates the driver explains {1} of its variance
    nl {0}: bovenop de covariaten verklaart de drijfveer {1} van de variantie
    nb {0}: utover kovariatene forklarer driveren {1} av variansen
    sv {0}: utöver kovariaterna förklarar drivkraften {1} av variansen
    de {0}: Über die Kovariaten hinaus erklärt der Treiber {1} der Varianz
    en {0}: the driver explains {1} of its variance
    nl {0}: de drijfveer verklaart {1} van de variantie
    nb {0}: driveren forklarer {1} av variansen
    sv {0}: drivkraften förklarar {1} av variansen
    de {0}: Der Treiber erklärt {1} der Varianz
    en {0}: beyond the covariates the {1} drivers explain {2} of its variance
    nl {0}: bovenop de covariaten verklaren de {1} drijfveren {2} van de variantie
    nb {0}: utover kovariatene forklarer de {1} driverne {2} av variansen
    sv {0}: utöver kovariaterna förklarar de {1} drivkrafterna {2} av variansen
    de {0}: Über die Kovariaten hinaus erklären die {1} Treiber {2} der Varianz
    en {0}: the {1} drivers explain {2} of its variance
    nl {0}: de {1} drijfveren verklaren {2} van de variantie
    nb {0}: de {1} driverne forklarer {2} av variansen
    sv {0}: de {1} drivkrafterna förklarar {2} av variansen
    de {0}: Die {1} Treiber erklären {2} der Varianz
    en {0}: {1} stands at {2} of 100.
    nl {0}: {1} staat op {2} van 100.
    nb {0}: {1} står på {2} av 100.
    sv {0}: {1} står på {2} av 100.
    de {0}: {1} steht bei {2} von 100.
    en {0}: {1} stands at {2} of 100 and lies in '{3}'.
    nl {0}: {1} staat op {2} van 100 en ligt in '{3}'.
    nb {0}: {1} står på {2} av 100 og ligger i '{3}'.
    sv {0}: {1} står på {2} av 100 och ligger i '{3}'.
    de {0}: {1} steht bei {2} von 100 und liegt in '{3}'.
    en {0}: {1} stands at {2} of 100 and lies in '{3}', yet has the most left to gain.
    nl {0}: {1} staat op {2} van 100 en ligt in '{3}', maar heeft het meest te winnen.
    nb {0}: {1} står på {2} av 100 og ligger i '{3}', men har likevel mest å hente.
    sv {0}: {1} står på {2} av 100 och ligger i '{3}', men har ändå mest att vinna.
    de {0}: {1} steht bei {2} von 100 und liegt in '{3}', hat aber am meisten zu gewinnen.
    en Ten points more go with {0} ({1}) points of {2} if nothing else moves, {3} if the rest moves along as it does among your respondents.
    nl Tien punten meer gaan samen met {0} ({1}) punten van {2} als verder niets verandert, {3} als de rest meebeweegt zoals bij uw respondenten.
    nb Ti poeng mer går sammen med {0} ({1}) poeng av {2} om ingenting annet endrer seg, {3} om resten følger med slik den gjør blant respondentene dine.
    sv Tio poäng mer följs av {0} ({1}) poäng av {2} om inget annat ändras, {3} om resten följer med som den gör bland dina svarande.
    de Zehn Punkte mehr gehen mit {0} ({1}) Punkten bei '{2}' einher, wenn sich sonst nichts ändert, mit {3}, wenn sich der Rest so mitbewegt wie unter Ihren Befragten.
    en Ten points more go with {0} ({1}) points of {2} if nothing else moves.
    nl Tien punten meer gaan samen met {0} ({1}) punten van {2} als verder niets verandert.
    nb Ti poeng mer går sammen med {0} ({1}) poeng av {2} om ingenting annet endrer seg.
    sv Tio poäng mer följs av {0} ({1}) poäng av {2} om inget annat ändras.
    de Zehn Punkte mehr gehen mit {0} ({1}) Punkten bei '{2}' einher, wenn sich sonst nichts ändert.
    en Ten points more go with {0} points of {1} if nothing else moves, {2} if the rest moves along as it does among your respondents.
    nl Tien punten meer gaan samen met {0} punten van {1} als verder niets verandert, {2} als de rest meebeweegt zoals bij uw respondenten.
    nb Ti poeng mer går sammen med {0} poeng av {1} om ingenting annet endrer seg, {2} om resten følger med slik den gjør blant respondentene dine.
    sv Tio poäng mer följs av {0} poäng av {1} om inget annat ändras, {2} om resten följer med som den gör bland dina svarande.
    de Zehn Punkte mehr gehen mit {0} Punkten bei '{1}' einher, wenn sich sonst nichts ändert, mit {2}, wenn sich der Rest so mitbewegt wie unter Ihren Befragten.
    en Ten points more go with {0} points of {1} if nothing else moves.
    nl Tien punten meer gaan samen met {0} punten van {1} als verder niets verandert.
    nb Ti poeng mer går sammen med {0} poeng av {1} om ingenting annet endrer seg.
    sv Tio poäng mer följs av {0} poäng av {1} om inget annat ändras.
    de Zehn Punkte mehr gehen mit {0} Punkten bei '{1}' einher, wenn sich sonst nichts ändert.
    en {0}, with its effect drawn in as far as its error warrants
    nl {0}, met het effect zo ver gekrompen als de fout ervan vraagt
    nb {0}, med effekten krympet så langt feilen tilsier
    sv {0}, med effekten krympt så långt felet motiverar
    de {0}, mit einem Effekt, der so weit geschrumpft ist, wie sein Fehler es verlangt
    en If it were perfect, {0}.
    nl Bij een volmaakte prestatie {0}.
    nb Med perfekt prestasjon {0}.
    sv Med perfekt prestation {0}.
    de Bei vollkommener Leistung {0}.
    en If it were perfect, {0}: more than any other.
    nl Bij een volmaakte prestatie {0}: meer dan elke andere.
    nb Med perfekt prestasjon {0}: mer enn noen annen.
    sv Med perfekt prestation {0}: mer än någon annan.
    de Bei vollkommener Leistung {0}: mehr als bei jedem anderen.
    en If it were perfect, {0}: more than any other in {1} of what the data leave open; on average the choice forgoes {2} points.
    nl Bij een volmaakte prestatie {0}: meer dan elke andere in {1} van wat de data openlaten; gemiddeld laat deze keuze {2} punten liggen.
    nb Med perfekt prestasjon {0}: mer enn noen annen i {1} av det dataene holder åpent; i snitt går valget glipp av {2} poeng.
    sv Med perfekt prestation {0}: mer än någon annan i {1} av vad data lämnar öppet; i genomsnitt avstår valet {2} poäng.
    de Bei vollkommener Leistung {0}: mehr als bei jedem anderen in {1} dessen, was die Daten offenlassen; im Mittel entgehen durch die Wahl {2} Punkte.
    en If it were perfect, {0}: more than any other, as far as the data tell; on average the choice forgoes {1} points.
    nl Bij een volmaakte prestatie {0}: meer dan elke andere, voor zover de data het zeggen; gemiddeld laat deze keuze {1} punten liggen.
    nb Med perfekt prestasjon {0}: mer enn noen annen, så langt dataene viser; i snitt går valget glipp av {1} poeng.
    sv Med perfekt prestation {0}: mer än någon annan, så långt data visar; i genomsnitt avstår valet {1} poäng.
    de Bei vollkommener Leistung {0}: mehr als bei jedem anderen, soweit die Daten es zeigen; im Mittel entgehen durch die Wahl {1} Punkte.
    en less than 0.01
    nl minder dan 0.01
    nb mindre enn 0.01
    sv mindre än 0.01
    de weniger als 0.01
    en Based on {0} respondents.
    nl Gebaseerd op {0} respondenten.
    nb Basert på {0} respondenter.
    sv Baserat på {0} svarande.
    de Grundlage: {0} Befragte.
    en Based on {0} of {1} respondents: {2}
    nl Gebaseerd op {0} van {1} respondenten: {2}
    nb Basert på {0} av {1} respondenter: {2}
    sv Baserat på {0} av {1} svarande: {2}
    de Grundlage: {0} von {1} Befragten; {2}
    en {0} ({1}) were left out because an answer is missing.
    nl {0} ({1}) zijn weggelaten omdat een antwoord ontbreekt.
    nb {0} ({1}) ble utelatt fordi et svar mangler.
    sv {0} ({1}) utelämnades eftersom ett svar saknas.
    de {0} ({1}) blieben unberücksichtigt, weil eine Antwort fehlt.
    en {0} ({1}) were left out because an answer is missing, most often to '{2}' ({3}).
    nl {0} ({1}) zijn weggelaten omdat een antwoord ontbreekt, meestal op '{2}' ({3}).
    nb {0} ({1}) ble utelatt fordi et svar mangler, oftest på '{2}' ({3}).
    sv {0} ({1}) utelämnades eftersom ett svar saknas, oftast på '{2}' ({3}).
    de {0} ({1}) blieben unberücksichtigt, weil eine Antwort fehlt, am häufigsten auf '{2}' ({3}).
    en That is more than a third, and those who are left may differ from those who are gone: use {0}.
    nl Dat is meer dan een derde, en wie overblijft kan verschillen van wie weg is: gebruik {0}.
    nb Det er mer enn en tredjedel, og de som er igjen, kan skille seg fra dem som er borte: bruk {0}.
    sv Det är mer än en tredjedel, och de som är kvar kan skilja sig från dem som är borta: använd {0}.
    de Das ist mehr als ein Drittel, und wer übrig ist, kann sich von denen unterscheiden, die fehlen: Verwenden Sie {0}.
    en That is more than a third, and those who are left may differ from those who are gone: leave out '{0}', or use {1}.
    nl Dat is meer dan een derde, en wie overblijft kan verschillen van wie weg is: laat '{0}' weg, of gebruik {1}.
    nb Det er mer enn en tredjedel, og de som er igjen, kan skille seg fra dem som er borte: utelat '{0}', eller bruk {1}.
    sv Det är mer än en tredjedel, och de som är kvar kan skilja sig från dem som är borta: utelämna '{0}', eller använd {1}.
    de Das ist mehr als ein Drittel, und wer übrig ist, kann sich von denen unterscheiden, die fehlen: Lassen Sie '{0}' weg, oder verwenden Sie {1}.
    en Performance is that of all who rated the driver: {0} to {1} respondents.
    nl De prestatie is die van iedereen die de drijfveer beoordeelde: {0} tot {1} respondenten.
    nb Prestasjonen er for alle som vurderte driveren: {0} til {1} respondenter.
    sv Prestationen gäller alla som bedömde drivkraften: {0} till {1} svarande.
    de Die Leistung stammt von allen, die den Treiber bewertet haben: {0} bis {1} Befragte.
    en Performance is that of all who rated the driver: {0} respondents.
    nl De prestatie is die van iedereen die de drijfveer beoordeelde: {0} respondenten.
    nb Prestasjonen er for alle som vurderte driveren: {0} respondenter.
    sv Prestationen gäller alla som bedömde drivkraften: {0} svarande.
    de Die Leistung stammt von allen, die den Treiber bewertet haben: {0} Befragte.
    en Importance and performance: {0}
    nl Belang en prestatie: {0}
    nb Viktighet og prestasjon: {0}
    sv Betydelse och prestation: {0}
    de Wichtigkeit und Leistung: {0}
    en Crosshair: {0}.
    nl Assenkruis: {0}.
    nb Trådkors: {0}.
    sv Hårkors: {0}.
    de Fadenkreuz: {0}.
    en Share of importance
    nl Aandeel in het belang
    nb Andel av viktigheten
    sv Andel av betydelsen
    de Anteil an der Wichtigkeit
    en Share of importance ({0})
    nl Aandeel in het belang ({0})
    nb Andel av viktigheten ({0})
    sv Andel av betydelsen ({0})
    de Anteil an der Wichtigkeit ({0})
    en negative coefficient in the full model
    nl negatieve coëfficiënt in het volledige model
    nb negativ koeffisient i den fulle modellen
    sv negativ koefficient i den fulla modellen
    de negativer Koeffizient im vollen Modell
    en Performance (mean, 0–100 of the scale)
    nl Prestatie (gemiddelde, 0–100 van de schaal)
    nb Prestasjon (gjennomsnitt, 0–100 av skalaen)
    sv Prestation (medelvärde, 0–100 av skalan)
    de Leistung (Mittelwert, 0–100 der Skala)
    en Stated importance (mean, 0–100)
    nl Opgegeven belang (gemiddelde, 0–100)
    nb Oppgitt viktighet (gjennomsnitt, 0–100)
    sv Uppgiven betydelse (medelvärde, 0–100)
    de Genannte Wichtigkeit (Mittelwert, 0–100)
    en Importance (share, {0})
    nl Belang (aandeel, {0})
    nb Viktighet (andel, {0})
    sv Betydelse (andel, {0})
    de Wichtigkeit (Anteil, {0})
    en Intervals: {0} {1}, {2} resamples.
    nl Intervallen: {0} {1}, {2} hertrekkingen.
    nb Intervaller: {0} {1}, {2} gjentrekninger.
    sv Intervall: {0} {1}, {2} omdragningar.
    de Intervalle: {0} {1}, {2} Stichprobenwiederholungen.
    en Share: of what the drivers explain together. Sign: of the coefficient in the full model.
    nl Aandeel: in wat de drijfveren samen verklaren. Teken: van de coëfficiënt in het volledige model.
    nb Andel: av det driverne forklarer til sammen. Fortegn: koeffisientens i den fulle modellen.
    sv Andel: av det som drivkrafterna förklarar tillsammans. Tecken: koefficientens i den fulla modellen.
    de Anteil: an dem, was die Treiber zusammen erklären. Vorzeichen: des Koeffizienten im vollen Modell.
    en Share: of what the drivers explain together, with its interval. Best and worst: the ranks that the data leave open, for all drivers at once. First in: how often the driver is first, once shares that differ by chance are drawn in. Sign: of the coefficient in the full model.
    nl Aandeel: in wat de drijfveren samen verklaren, met het interval. Beste en slechtste: de rangen die de data openlaten, voor alle drijfveren tegelijk. Eerste in: hoe vaak de drijfveer eerste is, als aandelen die door toeval verschillen zijn gekrompen. Teken: van de coëfficiënt in het volledige model.
    nb Andel: av det driverne forklarer til sammen, med intervall. Beste og verste: rangene som dataene holder åpne, for alle driverne på én gang. Først i: hvor ofte driveren er først, når andeler som skiller seg tilfeldig, er krympet. Fortegn: koeffisientens i den fulle modellen.
    sv Andel: av det som drivkrafterna förklarar tillsammans, med intervall. Bästa och sämsta: rangerna som data lämnar öppna, för alla drivkrafter på en gång. Först i: hur ofta drivkraften är först, när andelar som skiljer sig av en slump har krympts. Tecken: koefficientens i den fulla modellen.
    de Anteil: an dem, was die Treiber zusammen erklären, mit seinem Intervall. Beste und schlechtester: die Ränge, die die Daten offenlassen, für alle Treiber zugleich. Erster in: wie oft der Treiber an erster Stelle steht, wenn zufällig verschiedene Anteile geschrumpft sind. Vorzeichen: des Koeffizienten im vollen Modell.
    en Each interval is for its own difference: with many of them some miss by chance. Ranks (table importance) hold for all drivers at once.
    nl Elk interval geldt voor zijn eigen verschil: van vele missen er enkele door toeval. Rangen (tabel importance) gelden voor alle drijfveren tegelijk.
    nb Hvert intervall gjelder sin egen differanse: av mange bommer noen tilfeldig. Ranger (tabellen importance) gjelder alle driverne på én gang.
    sv Varje intervall gäller sin egen skillnad: av många missar några av en slump. Ranger (tabellen importance) gäller alla drivkrafter på en gång.
    de Jedes Intervall gilt für seine eigene Differenz: Von vielen verfehlen einige durch Zufall. Ränge (Tabelle importance) gelten für alle Treiber zugleich.
    en {0} gives those that R's lm and SPSS print.
    nl {0} geeft de fouten die lm van R en SPSS afdrukken.
    nb {0} gir dem som R sin lm og SPSS skriver ut.
    sv {0} ger dem som R:s lm och SPSS skriver ut.
    de {0} ergibt diejenigen, die R (lm) und SPSS ausgeben.
    en Standard errors: classical, for errors of equal variance, as R's lm and SPSS print them.
    nl Standaardfouten: klassiek, voor fouten met gelijke variantie, zoals lm van R en SPSS ze afdrukken.
    nb Standardfeil: klassiske, for feil med lik varians, slik R sin lm og SPSS skriver dem ut.
    sv Medelfel: klassiska, för fel med lika varians, så som R:s lm och SPSS skriver ut dem.
    de Standardfehler: klassisch, für Fehler gleicher Varianz, wie R (lm) und SPSS sie ausgeben.
    en Standard errors: {0}, right whether or not errors have equal variance.
    nl Standaardfouten: {0}, juist of fouten nu gelijke variantie hebben of niet.
    nb Standardfeil: {0}, riktige enten feilene har lik varians eller ikke.
    sv Medelfel: {0}, riktiga vare sig felen har lika varians eller inte.
    de Standardfehler: {0}, richtig, ob Fehler gleiche Varianz haben oder nicht.
    en Standard errors: leaving out each of {0} blocks of respondents in turn, right whether or not errors have equal variance.
    nl Standaardfouten: door elk van {0} blokken respondenten om de beurt weg te laten, juist of fouten nu gelijke variantie hebben of niet.
    nb Standardfeil: ved å utelate hver av {0} blokker av respondenter etter tur, riktige enten feilene har lik varians eller ikke.
    sv Medelfel: genom att i tur och ordning utelämna vart och ett av {0} block av svarande, riktiga vare sig felen har lika varians eller inte.
    de Standardfehler: durch Weglassen jedes von {0} Blöcken von Befragten, richtig, ob Fehler gleiche Varianz haben oder nicht.
    en Standard errors: leaving out blocks of respondents in turn, right whether or not errors have equal variance.
    nl Standaardfouten: door blokken respondenten om de beurt weg te laten, juist of fouten nu gelijke variantie hebben of niet.
    nb Standardfeil: ved å utelate blokker av respondenter etter tur, riktige enten feilene har lik varians eller ikke.
    sv Medelfel: genom att i tur och ordning utelämna block av svarande, riktiga vare sig felen har lika varians eller inte.
    de Standardfehler: durch Weglassen von Blöcken von Befragten, richtig, ob Fehler gleiche Varianz haben oder nicht.
    en Standard errors: of clusters, whose respondents may be alike.
    nl Standaardfouten: van clusters, waarvan de respondenten op elkaar kunnen lijken.
    nb Standardfeil: for klynger, der respondentene kan ligne hverandre.
    sv Medelfel: för kluster, vars svarande kan likna varandra.
    de Standardfehler: von Klumpen, deren Befragte einander ähneln können.
    en Standard errors: of the sampling design.
    nl Standaardfouten: van het steekproefontwerp.
    nb Standardfeil: for utvalgsdesignet.
    sv Medelfel: för urvalsdesignen.
    de Standardfehler: des Stichprobenplans.
    en Standard errors: the spread of the resamples.
    nl Standaardfouten: de spreiding van de hertrekkingen.
    nb Standardfeil: spredningen i gjentrekningene.
    sv Medelfel: omdragningarnas spridning.
    de Standardfehler: die Streuung der Stichprobenwiederholungen.
    en from what each respondent does to it
    nl uit wat elke respondent ermee doet
    nb ut fra hva hver respondent gjør med den
    sv utifrån vad varje svarande gör med det
    de aus dem, was jeder Befragte daran ändert
    en as if errors were normal and of equal variance
    nl alsof fouten normaal verdeeld zijn met gelijke variantie
    nb som om feilene var normalfordelte med lik varians
    sv som om felen vore normalfördelade med lika varians
    de als wären Fehler normalverteilt und von gleicher Varianz
    en from the spread of the resamples
    nl uit de spreiding van de hertrekkingen
    nb ut fra spredningen i gjentrekningene
    sv utifrån omdragningarnas spridning
    de aus der Streuung der Stichprobenwiederholungen
    en from what each respondent does to it, near 0 as if errors were normal and of equal variance
    nl uit wat elke respondent ermee doet, vlak bij 0 alsof fouten normaal verdeeld zijn met gelijke variantie
    nb ut fra hva hver respondent gjør med den, nær 0 som om feilene var normalfordelte med lik varians
    sv utifrån vad varje svarande gör med det, nära 0 som om felen vore normalfördelade med lika varians
    de aus dem, was jeder Befragte daran ändert, nahe 0 als wären Fehler normalverteilt und von gleicher Varianz
    en low and high: of the population's R², for which adj. R² is the estimate; {0}.
    nl laag en hoog: van de R² van de populatie, waarvan gecorr. R² de schatting is; {0}.
    nb lav og høy: for populasjonens R², som just. R² er estimatet for; {0}.
    sv låg och hög: för populationens R², som just. R² skattar; {0}.
    de unten und oben: des R² der Grundgesamtheit, dessen Schätzwert das korr. R² ist; {0}.
    en F is Wald's, and with so few respondents for the terms its p is too small.
    nl F is die van Wald, en met zo weinig respondenten voor de termen is de p ervan te klein.
    nb F er Walds, og med så få respondenter for leddene er p for liten.
    sv F är Walds, och med så få svarande för termerna är dess p för litet.
    de F ist das von Wald, und bei so wenigen Befragten für die Terme ist sein p zu klein.
    en Performance: 0 the worst, 100 the best answer. Effect: points of the outcome per ten points of performance; potential: if performance were perfect. Percentages of quadrants: how often a driver is there, once shares that differ by chance are drawn in.
    nl Prestatie: 0 het slechtste, 100 het beste antwoord. Effect: punten van de uitkomst per tien punten prestatie; potentieel: bij een volmaakte prestatie. Percentages van kwadranten: hoe vaak een drijfveer daar ligt, als aandelen die door toeval verschillen zijn gekrompen.
    nb Prestasjon: 0 det verste, 100 det beste svaret. Effekt: poeng av utfallet per ti poeng prestasjon; potensial: om prestasjonen var perfekt. Prosenter for kvadranter: hvor ofte en driver er der, når andeler som skiller seg tilfeldig, er krympet.
    sv Prestation: 0 det sämsta, 100 det bästa svaret. Effekt: poäng av utfallet per tio poäng prestation; potential: om prestationen vore perfekt. Procenttal för kvadranter: hur ofta en drivkraft är där, när andelar som skiljer sig av en slump har krympts.
    de Leistung: 0 die schlechteste, 100 die beste Antwort. Effekt: Punkte des Ergebnisses je zehn Punkte Leistung; Potenzial: bei vollkommener Leistung. Prozente der Quadranten: wie oft ein Treiber dort liegt, wenn zufällig verschiedene Anteile geschrumpft sind.
    en Residuals: {0}
    nl Residuen: {0}
    nb Residualer: {0}
    sv Residualer: {0}
    de Residuen: {0}
    en Residuals of the regression
    nl Residuen van de regressie
    nb Residualer fra regresjonen
    sv Regressionens residualer
    de Residuen der Regression
    en A disc stands for all points of its place, its area for their number.
    nl Een schijf staat voor alle punten van haar plaats, haar oppervlak voor hun aantal.
    nb En skive står for alle punktene på sin plass, arealet for antallet.
    sv En skiva står för alla punkter på sin plats, dess yta för antalet.
    de Eine Scheibe steht für alle Punkte ihrer Stelle, ihre Fläche für deren Zahl.
    """#
}
