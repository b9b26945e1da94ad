extension Messages {
  /// Notes on reading a survey, on rows, weights and groups, part 1 of 2.
  static let readingNotes1: StaticString = #"""
    en {0} respondent of {1} without any answer was left out.
    nl {0} respondent van {1} zonder enig antwoord is weggelaten.
    nb {0} respondent av {1} uten noe svar ble utelatt.
    sv {0} svarande av {1} utan något svar utelämnades.
    de {0} Befragter von {1} ohne jede Antwort blieb unberücksichtigt.
    en {0} respondents of {1} without any answer were left out.
    nl {0} respondenten van {1} zonder enig antwoord zijn weggelaten.
    nb {0} respondenter av {1} uten noe svar ble utelatt.
    sv {0} svarande av {1} utan något svar utelämnades.
    de {0} Befragte von {1} ohne jede Antwort blieben unberücksichtigt.
    en {0} and {1} more variables
    nl {0} en nog {1} variabelen
    nb {0} og {1} variabler til
    sv {0} och {1} variabler till
    de {0} und {1} weitere Variablen
    en {0} and 1 more variable
    nl {0} en nog 1 variabele
    nb {0} og 1 variabel til
    sv {0} och 1 variabel till
    de {0} und 1 weitere Variable
    en {0} and {1} more
    nl {0} en nog {1}
    nb {0} og {1} til
    sv {0} och {1} till
    de {0} und {1} weitere
    en {0} respondent of {1} ({2}) was left out because an answer is missing: {3}.
    nl {0} respondent van {1} ({2}) is weggelaten omdat een antwoord ontbreekt: {3}.
    nb {0} respondent av {1} ({2}) ble utelatt fordi et svar mangler: {3}.
    sv {0} svarande av {1} ({2}) utelämnades eftersom ett svar saknas: {3}.
    de {0} Befragter von {1} ({2}) blieb unberücksichtigt, weil eine Antwort fehlt: {3}.
    en {0} respondents of {1} ({2}) were left out because an answer is missing: {3}.
    nl {0} respondenten van {1} ({2}) zijn weggelaten omdat een antwoord ontbreekt: {3}.
    nb {0} respondenter av {1} ({2}) ble utelatt fordi et svar mangler: {3}.
    sv {0} svarande av {1} ({2}) utelämnades eftersom ett svar saknas: {3}.
    de {0} Befragte von {1} ({2}) blieben unberücksichtigt, weil eine Antwort fehlt: {3}.
    en A respondent can miss several.
    nl Bij een respondent kunnen er meer ontbreken.
    nb En respondent kan mangle flere.
    sv En svarande kan sakna flera.
    de Einem Befragten können mehrere fehlen.
    en {0} of '{1}' ({2} of {3} items are enough)
    nl {0} van '{1}' ({2} van {3} items zijn genoeg)
    nb {0} av '{1}' ({2} av {3} spørsmål er nok)
    sv {0} av '{1}' ({2} av {3} frågor räcker)
    de {0} von '{1}' ({2} von {3} Items genügen)
    en Of {0} scores some rest on part of the items: {1}.
    nl Van {0} scores berusten sommige op een deel van de items: {1}.
    nb Av {0} skårer bygger noen på en del av spørsmålene: {1}.
    sv Av {0} poäng vilar några på en del av frågorna: {1}.
    de Von {0} Werten beruhen einige auf einem Teil der Items: {1}.
    en The categories of '{0}' are compared with '{1}'.
    nl De categorieën van '{0}' worden vergeleken met '{1}'.
    nb Kategoriene i '{0}' sammenlignes med '{1}'.
    sv Kategorierna i '{0}' jämförs med '{1}'.
    de Die Kategorien von '{0}' werden mit '{1}' verglichen.
    en {0} respondent with weight 0 was left out.
    nl {0} respondent met gewicht 0 is weggelaten.
    nb {0} respondent med vekt 0 ble utelatt.
    sv {0} svarande med vikten 0 utelämnades.
    de {0} Befragter mit Gewicht 0 blieb unberücksichtigt.
    en {0} respondents with weight 0 were left out.
    nl {0} respondenten met gewicht 0 zijn weggelaten.
    nb {0} respondenter med vekt 0 ble utelatt.
    sv {0} svarande med vikten 0 utelämnades.
    de {0} Befragte mit Gewicht 0 blieben unberücksichtigt.
    en 1 item of ratings
    nl 1 beoordelingsitem
    nb 1 vurderingsspørsmål
    sv 1 bedömningsfråga
    de 1 Bewertungsitem
    en {0} items of ratings
    nl {0} beoordelingsitems
    nb {0} vurderingsspørsmål
    sv {0} bedömningsfrågor
    de {0} Bewertungsitems
    en 1 item of stated importance
    nl 1 item voor opgegeven belang
    nb 1 spørsmål om oppgitt viktighet
    sv 1 fråga om uppgiven betydelse
    de 1 Item der genannten Wichtigkeit
    en {0} items of stated importance
    nl {0} items voor opgegeven belang
    nb {0} spørsmål om oppgitt viktighet
    sv {0} frågor om uppgiven betydelse
    de {0} Items der genannten Wichtigkeit
    en No scale is declared for {0}; 0–100 is counted from the lowest answer, {1}, to the highest, {2}. Declare the scale with {3}. Numbers that stand for kinds rather than degrees become categories with {4}.
    nl Voor {0} is geen schaal opgegeven; 0–100 wordt geteld van het laagste antwoord, {1}, tot het hoogste, {2}. Geef de schaal op met {3}. Getallen die voor soorten staan en niet voor graden worden categorieën met {4}.
    nb Ingen skala er oppgitt for {0}; 0–100 regnes fra det laveste svaret, {1}, til det høyeste, {2}. Oppgi skalaen med {3}. Tall som står for slag og ikke grader, blir kategorier med {4}.
    sv Ingen skala är angiven för {0}; 0–100 räknas från det lägsta svaret, {1}, till det högsta, {2}. Ange skalan med {3}. Tal som står för slag och inte grader blir kategorier med {4}.
    de Für {0} ist keine Skala angegeben; 0–100 wird von der niedrigsten Antwort, {1}, bis zur höchsten, {2}, gezählt. Geben Sie die Skala mit {3} an. Zahlen, die für Arten statt für Grade stehen, werden mit {4} zu Kategorien.
    en '{0}' runs from {1} to {2}, which is no scale of the other items, so it has no performance, and no potential: declare its scale if it has one, such as {3}, or take it as a covariate with {4}.
    nl '{0}' loopt van {1} tot {2}, wat geen schaal van de andere items is, en heeft dus geen prestatie en geen potentieel: geef de schaal op als die er is, zoals {3}, of neem het als covariaat met {4}.
    nb '{0}' går fra {1} til {2}, som ikke er skalaen til de andre spørsmålene, og har derfor verken prestasjon eller potensial: oppgi skalaen om den finnes, for eksempel {3}, eller ta den som kovariat med {4}.
    sv '{0}' går från {1} till {2}, vilket inte är de övriga frågornas skala, och har därför varken prestation eller potential: ange skalan om den finns, till exempel {3}, eller ta den som kovariat med {4}.
    de '{0}' reicht von {1} bis {2}, was nicht die Skala der anderen Items ist, und hat daher weder Leistung noch Potenzial: Geben Sie die Skala an, wenn es eine gibt, etwa {3}, oder nehmen Sie sie als Kovariate mit {4}.
    en '{0}' runs from {1} to {2}, which is no scale of the other items, so it has no stated importance: declare its scale if it has one, such as {3}, or take it as a covariate with {4}.
    nl '{0}' loopt van {1} tot {2}, wat geen schaal van de andere items is, en heeft dus geen opgegeven belang: geef de schaal op als die er is, zoals {3}, of neem het als covariaat met {4}.
    nb '{0}' går fra {1} til {2}, som ikke er skalaen til de andre spørsmålene, og har derfor ingen oppgitt viktighet: oppgi skalaen om den finnes, for eksempel {3}, eller ta den som kovariat med {4}.
    sv '{0}' går från {1} till {2}, vilket inte är de övriga frågornas skala, och har därför ingen uppgiven betydelse: ange skalan om den finns, till exempel {3}, eller ta den som kovariat med {4}.
    de '{0}' reicht von {1} bis {2}, was nicht die Skala der anderen Items ist, und hat daher keine genannte Wichtigkeit: Geben Sie die Skala an, wenn es eine gibt, etwa {3}, oder nehmen Sie sie als Kovariate mit {4}.
    en No scale is declared for '{0}'; it is taken to be {1} to {2} like the other items of its construct.
    nl Voor '{0}' is geen schaal opgegeven; aangenomen is {1} tot {2}, zoals bij de andere items van het construct.
    nb Ingen skala er oppgitt for '{0}'; den antas å være {1} til {2} som for de andre spørsmålene i begrepet.
    sv Ingen skala är angiven för '{0}'; den antas vara {1} till {2} som för begreppets övriga frågor.
    de Für '{0}' ist keine Skala angegeben; angenommen wird {1} bis {2} wie bei den anderen Items des Konstrukts.
    en The weights make {0} respondents as informative as {1} of equal weight (Kish's effective sample size).
    nl Door de gewichten zeggen {0} respondenten evenveel als {1} met gelijk gewicht (effectieve steekproefomvang van Kish).
    nb Vektene gjør {0} respondenter like informative som {1} med lik vekt (Kish' effektive utvalgsstørrelse).
    sv Vikterna gör {0} svarande lika informativa som {1} med lika vikt (Kishs effektiva stickprovsstorlek).
    de Durch die Gewichte sagen {0} Befragte so viel aus wie {1} mit gleichem Gewicht (effektiver Stichprobenumfang nach Kish).
    en The design makes the mean of '{0}' as sure as that of {1} respondents drawn one by one (design effect {2}).
    nl Door het steekproefontwerp is het gemiddelde van '{0}' zo zeker als dat van {1} een voor een getrokken respondenten (ontwerpeffect {2}).
    nb Designet gjør gjennomsnittet av '{0}' like sikkert som det av {1} respondenter trukket én for én (designeffekt {2}).
    sv Designen gör medelvärdet av '{0}' lika säkert som det av {1} svarande dragna en och en (designeffekt {2}).
    de Durch den Stichprobenplan ist der Mittelwert von '{0}' so sicher wie der von {1} einzeln gezogenen Befragten (Designeffekt {2}).
    en The design makes means as sure as those of {0} ('{1}') to {2} ('{3}') respondents drawn one by one (design effects {4} to {5}).
    nl Door het steekproefontwerp zijn gemiddelden zo zeker als die van {0} ('{1}') tot {2} ('{3}') een voor een getrokken respondenten (ontwerpeffecten {4} tot {5}).
    nb Designet gjør gjennomsnitt like sikre som dem av {0} ('{1}') til {2} ('{3}') respondenter trukket én for én (designeffekter {4} til {5}).
    sv Designen gör medelvärden lika säkra som de av {0} ('{1}') till {2} ('{3}') svarande dragna en och en (designeffekter {4} till {5}).
    de Durch den Stichprobenplan sind Mittelwerte so sicher wie die von {0} ('{1}') bis {2} ('{3}') einzeln gezogenen Befragten (Designeffekte {4} bis {5}).
    en The file has correlations only, so '{0}' is the mean of its standardised items.
    nl Het bestand heeft alleen correlaties, dus '{0}' is het gemiddelde van de gestandaardiseerde items.
    nb Filen har bare korrelasjoner, så '{0}' er gjennomsnittet av de standardiserte spørsmålene.
    sv Filen har bara korrelationer, så '{0}' är medelvärdet av de standardiserade frågorna.
    de Die Datei enthält nur Korrelationen, daher ist '{0}' das Mittel der standardisierten Items.
    en The sums are of rows that answer {0} as well, which this analysis has no use for.
    nl De sommen zijn van rijen die ook {0} beantwoorden, wat deze analyse niet nodig heeft.
    nb Summene er av rader som også svarer på {0}, som denne analysen ikke bruker.
    sv Summorna är av rader som även besvarar {0}, vilket denna analys inte använder.
    de Die Summen stammen von Zeilen, die auch {0} beantworten, was diese Analyse nicht braucht.
    en Resamples reweight the {0} blocks that were summed; the intervals are those of resampled rows but for about {1} % of their width.
    nl Hertrekkingen wegen de {0} opgetelde blokken opnieuw; de intervallen zijn die van opnieuw getrokken rijen, op ongeveer {1} % van hun breedte na.
    nb Gjentrekninger vekter om de {0} summerte blokkene; intervallene er de samme som for gjentrukne rader, på omtrent {1} % av bredden nær.
    sv Omdragningar viktar om de {0} summerade blocken; intervallen är desamma som för omdragna rader, på ungefär {1} % av bredden när.
    de Stichprobenwiederholungen gewichten die {0} summierten Blöcke neu; die Intervalle sind bis auf etwa {1} % ihrer Breite die von wiederholt gezogenen Zeilen.
    en With so many rows resamples reweight {0} random blocks of them, so no row need be kept; the intervals are those of resampled rows but for about {1} % of their width.
    nl Bij zoveel rijen wegen hertrekkingen {0} toevallige blokken ervan opnieuw, zodat geen rij bewaard hoeft te worden; de intervallen zijn die van opnieuw getrokken rijen, op ongeveer {1} % van hun breedte na.
    nb Med så mange rader vekter gjentrekninger om {0} tilfeldige blokker av dem, slik at ingen rad må beholdes; intervallene er de samme som for gjentrukne rader, på omtrent {1} % av bredden nær.
    sv Med så många rader viktar omdragningar om {0} slumpmässiga block av dem, så att ingen rad behöver sparas; intervallen är desamma som för omdragna rader, på ungefär {1} % av bredden när.
    de Bei so vielen Zeilen gewichten Stichprobenwiederholungen {0} zufällige Blöcke davon neu, sodass keine Zeile aufbewahrt werden muss; die Intervalle sind bis auf etwa {1} % ihrer Breite die von wiederholt gezogenen Zeilen.
    en {0} is left out: {1}
    nl {0} is weggelaten: {1}
    nb {0} er utelatt: {1}
    sv {0} är utelämnad: {1}
    de {0} bleibt unberücksichtigt: {1}
    en A group is left out: {0}
    nl Een groep is weggelaten: {0}
    nb En gruppe er utelatt: {0}
    sv En grupp är utelämnad: {0}
    de Eine Gruppe bleibt unberücksichtigt: {0}
    en {0} = {1} is left out: {2}
    nl {0} = {1} is weggelaten: {2}
    nb {0} = {1} er utelatt: {2}
    sv {0} = {1} är utelämnad: {2}
    de {0} = {1} bleibt unberücksichtigt: {2}
    en The diagonal of the matrix was replaced by ones, as asked.
    nl De diagonaal van de matrix is door enen vervangen, zoals gevraagd.
    nb Diagonalen i matrisen ble erstattet med ettall, som ønsket.
    sv Matrisens diagonal ersattes med ettor, som begärt.
    de Die Diagonale der Matrix wurde wie verlangt durch Einsen ersetzt.
    en The diagonal of the matrix was taken for reliabilities and replaced by ones; nothing is corrected by them. {0} takes the error of measurement out of importance.
    nl De diagonaal van de matrix is als betrouwbaarheden opgevat en door enen vervangen; er wordt niets mee gecorrigeerd. {0} haalt de meetfout uit het belang.
    nb Diagonalen i matrisen ble tatt for reliabiliteter og erstattet med ettall; ingenting korrigeres med dem. {0} tar målefeilen ut av viktigheten.
    sv Matrisens diagonal togs för reliabiliteter och ersattes med ettor; ingenting korrigeras med dem. {0} tar bort mätfelet ur betydelsen.
    de Die Diagonale der Matrix wurde als Reliabilitäten verstanden und durch Einsen ersetzt; nichts wird damit korrigiert. {0} nimmt den Messfehler aus der Wichtigkeit heraus.
    en The diagonal of the matrix was taken for reliabilities and replaced by ones, as asked.
    nl De diagonaal van de matrix is als betrouwbaarheden opgevat en door enen vervangen, zoals gevraagd.
    nb Diagonalen i matrisen ble tatt for reliabiliteter og erstattet med ettall, som ønsket.
    sv Matrisens diagonal togs för reliabiliteter och ersattes med ettor, som begärt.
    de Die Diagonale der Matrix wurde wie verlangt als Reliabilitäten verstanden und durch Einsen ersetzt.
    en another outcome
    nl een andere uitkomst
    nb et annet utfall
    sv ett annat utfall
    de ein anderes Ergebnis
    en no answers
    nl geen antwoorden
    nb ingen svar
    sv inga svar
    de keine Antworten
    en always the same
    nl altijd hetzelfde
    nb alltid det samme
    sv alltid detsamma
    de immer gleich
    en always '{0}'
    nl altijd '{0}'
    nb alltid '{0}'
    sv alltid '{0}'
    de immer '{0}'
    en counts the rows
    nl telt de rijen
    nb teller radene
    sv räknar raderna
    de zählt die Zeilen
    en different for every respondent
    nl verschillend voor elke respondent
    nb forskjellig for hver respondent
    sv olika för varje svarande
    de bei jedem Befragten anders
    en mostly different texts
    nl meest verschillende teksten
    nb stort sett ulike tekster
    sv mest olika texter
    de meist verschiedene Texte
    en Left out of '*': {0}. Name a column to make it a driver all the same.
    nl Weggelaten uit '*': {0}. Noem een kolom om er toch een drijfveer van te maken.
    nb Utelatt fra '*': {0}. Oppgi en kolonne for likevel å gjøre den til driver.
    sv Utelämnat ur '*': {0}. Ange en kolumn för att ändå göra den till drivkraft.
    de Aus '*' ausgelassen: {0}. Nennen Sie eine Spalte, um sie dennoch zum Treiber zu machen.
    en 1 is a preview, test or spam
    nl is er 1 een voorbeeld, test of spam
    nb er 1 forhåndsvisning, test eller spam
    sv är 1 förhandsvisning, test eller skräp
    de ist 1 Vorschau, Test oder Spam
    en {0} are previews, tests or spam
    nl zijn er {0} voorbeelden, tests of spam
    nb er {0} forhåndsvisninger, tester eller spam
    sv är {0} förhandsvisningar, test eller skräp
    de sind {0} Vorschau, Test oder Spam
    en 1 is unfinished
    nl is er 1 niet voltooid
    nb er 1 ikke fullført
    sv är 1 inte avslutad
    de ist 1 nicht abgeschlossen
    en {0} are unfinished
    nl zijn er {0} niet voltooid
    nb er {0} ikke fullført
    sv är {0} inte avslutade
    de sind {0} nicht abgeschlossen
    en Of {0} responses {1}; they are in the analysis. Leave them out with {2}.
    nl Van {0} responsen {1}; ze zitten in de analyse. Laat ze weg met {2}.
    nb Av {0} svar {1}; de er med i analysen. Utelat dem med {2}.
    sv Av {0} svar {1}; de är med i analysen. Utelämna dem med {2}.
    de Von {0} Antwortbögen {1}; sie sind in der Analyse. Lassen Sie sie mit {2} weg.
    en The file names '{0}' as its weights, which are not used. Use them with {1} if each respondent should count by them.
    nl Het bestand noemt '{0}' als gewichten; die worden niet gebruikt. Gebruik ze met {1} als elke respondent ernaar moet tellen.
    nb Filen oppgir '{0}' som vekter, som ikke brukes. Bruk dem med {1} om hver respondent skal telle etter dem.
    sv Filen anger '{0}' som vikter, som inte används. Använd dem med {1} om varje svarande ska räknas efter dem.
    de Die Datei nennt '{0}' als Gewichte, die nicht verwendet werden. Verwenden Sie sie mit {1}, wenn jeder Befragte danach zählen soll.
    en {0} is a question with several answers in {1}: chosen where the column is {2}. It is one driver with {3}.
    nl {0} is een vraag met meerdere antwoorden in {1}: gekozen waar de kolom {2} is. Met {3} is het één drijfveer.
    nb {0} er et spørsmål med flere svar i {1}: valgt der kolonnen er {2}. Med {3} er det én driver.
    sv {0} är en fråga med flera svar i {1}: valt där kolumnen är {2}. Med {3} är det en drivkraft.
    de {0} ist eine Frage mit mehreren Antworten in {1}: gewählt, wo die Spalte {2} ist. Mit {3} ist sie ein Treiber.
    en {0} is a question with several answers in {1}: each column holds one of the answers chosen. It is one driver with {2}.
    nl {0} is een vraag met meerdere antwoorden in {1}: elke kolom bevat een van de gekozen antwoorden. Met {2} is het één drijfveer.
    nb {0} er et spørsmål med flere svar i {1}: hver kolonne har ett av de valgte svarene. Med {2} er det én driver.
    sv {0} är en fråga med flera svar i {1}: varje kolumn innehåller ett av de valda svaren. Med {2} är det en drivkraft.
    de {0} ist eine Frage mit mehreren Antworten in {1}: Jede Spalte enthält eine der gewählten Antworten. Mit {2} ist sie ein Treiber.
    en {0} answers {1}
    nl {0} antwoorden {1}
    nb {0} svar {1}
    sv {0} svar {1}
    de {0} Antworten {1}
    en {0} to '{1}' count as missing. If people could answer that, declare the scale, such as {2}: a code within a column's own scale is an answer.
    nl {0} op '{1}' tellen als ontbrekend. Als mensen dat konden antwoorden, geef dan de schaal op, zoals {2}: een code binnen de eigen schaal van een kolom is een antwoord.
    nb {0} på '{1}' regnes som manglende. Om folk kunne svare det, oppgi skalaen, for eksempel {2}: en kode innenfor en kolonnes egen skala er et svar.
    sv {0} på '{1}' räknas som saknade. Om man kunde svara så, ange skalan, till exempel {2}: en kod inom en kolumns egen skala är ett svar.
    de {0} auf '{1}' gelten als fehlend. Konnte man so antworten, geben Sie die Skala an, etwa {2}: Ein Code innerhalb der eigenen Skala einer Spalte ist eine Antwort.
    en '{0}' of '{1}'
    nl '{0}' van '{1}'
    nb '{0}' i '{1}'
    sv '{0}' i '{1}'
    de '{0}' von '{1}'
    en No answer in the columns read is the missing code {0}: check how it is written in the data.
    nl Geen antwoord in de gelezen kolommen is de code {0} voor ontbrekend: kijk na hoe die in de data is geschreven.
    nb Ingen svar i kolonnene som ble lest, er manglende-koden {0}: sjekk hvordan den er skrevet i dataene.
    sv Inget svar i de lästa kolumnerna är bortfallskoden {0}: kontrollera hur den är skriven i data.
    de Keine Antwort in den gelesenen Spalten ist der Fehlcode {0}: Prüfen Sie, wie er in den Daten geschrieben ist.
    en {0} row whose '{1}' is no number (row {2}: '{3}') does not meet the condition.
    nl {0} rij waarvan '{1}' geen getal is (rij {2}: '{3}') voldoet niet aan de voorwaarde.
    nb {0} rad der '{1}' ikke er et tall (rad {2}: '{3}'), oppfyller ikke betingelsen.
    sv {0} rad där '{1}' inte är ett tal (rad {2}: '{3}') uppfyller inte villkoret.
    de {0} Zeile, deren '{1}' keine Zahl ist (Zeile {2}: '{3}'), erfüllt die Bedingung nicht.
    en {0} rows whose '{1}' is no number (row {2}: '{3}') do not meet the condition.
    nl {0} rijen waarvan '{1}' geen getal is (rij {2}: '{3}') voldoen niet aan de voorwaarde.
    nb {0} rader der '{1}' ikke er et tall (rad {2}: '{3}'), oppfyller ikke betingelsen.
    sv {0} rader där '{1}' inte är ett tal (rad {2}: '{3}') uppfyller inte villkoret.
    de {0} Zeilen, deren '{1}' keine Zahl ist (Zeile {2}: '{3}'), erfüllen die Bedingung nicht.
    en {0} of {1} respondents have no group, because '{2}' is missing, and are left out.
    nl {0} van {1} respondenten hebben geen groep, omdat '{2}' ontbreekt, en zijn weggelaten.
    nb {0} av {1} respondenter har ingen gruppe, fordi '{2}' mangler, og er utelatt.
    sv {0} av {1} svarande har ingen grupp, eftersom '{2}' saknas, och är utelämnade.
    de {0} von {1} Befragten haben keine Gruppe, weil '{2}' fehlt, und bleiben unberücksichtigt.
    en All waves of '{0}' are analysed together, as asked.
    nl Alle golven van '{0}' worden samen geanalyseerd, zoals gevraagd.
    nb Alle bølgene i '{0}' analyseres samlet, som ønsket.
    sv Alla vågor i '{0}' analyseras tillsammans, som begärt.
    de Alle Wellen von '{0}' werden wie verlangt gemeinsam analysiert.
    en Only the latest wave, {0} = {1}, is analysed ({2} of {3} rows). {4} chooses another, {5} repeats the analysis for each.
    nl Alleen de laatste golf, {0} = {1}, is geanalyseerd ({2} van {3} rijen). {4} kiest een andere, {5} herhaalt de analyse voor elke.
    nb Bare den siste bølgen, {0} = {1}, er analysert ({2} av {3} rader). {4} velger en annen, {5} gjentar analysen for hver.
    sv Bara den senaste vågen, {0} = {1}, är analyserad ({2} av {3} rader). {4} väljer en annan, {5} upprepar analysen för var och en.
    de Nur die letzte Welle, {0} = {1}, wird analysiert ({2} von {3} Zeilen). {4} wählt eine andere, {5} wiederholt die Analyse für jede.
    en No construct is named, so all {0} items are taken as one. Name constructs with {1}, such as {2}.
    nl Er is geen construct genoemd, dus alle {0} items gelden als één. Noem constructen met {1}, zoals {2}.
    nb Ingen begreper er oppgitt, så alle {0} spørsmål regnes som ett. Oppgi begreper med {1}, for eksempel {2}.
    sv Inga begrepp är angivna, så alla {0} frågor tas som ett. Ange begrepp med {1}, till exempel {2}.
    de Es ist kein Konstrukt genannt, daher gelten alle {0} Items als eines. Nennen Sie Konstrukte mit {1}, etwa {2}.
    en F{0} is aimed at {1}
    nl F{0} is gericht op {1}
    nb F{0} er rettet mot {1}
    sv F{0} är riktad mot {1}
    de F{0} zielt auf {1}
    en Factors are turned towards the constructs: {0}.
    nl Factoren zijn naar de constructen gedraaid: {0}.
    nb Faktorer er dreid mot begrepene: {0}.
    sv Faktorer är vridna mot begreppen: {0}.
    de Die Faktoren sind auf die Konstrukte hin gedreht: {0}.
    en No items were named, so all {0} columns of numbers are factored. Choose with {1}.
    nl Er zijn geen items genoemd, dus alle {0} kolommen met getallen worden geanalyseerd. Kies met {1}.
    nb Ingen spørsmål ble oppgitt, så alle {0} kolonner med tall faktoranalyseres. Velg med {1}.
    sv Inga frågor angavs, så alla {0} kolumner med tal faktoranalyseras. Välj med {1}.
    de Es wurden keine Items genannt, daher gehen alle {0} Zahlenspalten in die Faktorenanalyse ein. Wählen Sie mit {1}.
    en {0}: answers run from 0 to 10, which is taken for the scale of a net promoter score.
    nl {0}: antwoorden lopen van 0 tot 10, wat als schaal van een net promoter score is opgevat.
    nb {0}: svarene går fra 0 til 10, som tas for skalaen til en net promoter score.
    sv {0}: svaren går från 0 till 10, vilket tas för skalan för ett net promoter score.
    de {0}: Antworten reichen von 0 bis 10, was als Skala eines Net Promoter Score gilt.
    en {0} or {1}
    nl {0} of {1}
    nb {0} eller {1}
    sv {0} eller {1}
    de {0} oder {1}
    en {0} of {1} respondents was left out because {2} is missing.
    nl {0} van {1} respondenten is weggelaten omdat {2} ontbreekt.
    nb {0} av {1} respondenter ble utelatt fordi {2} mangler.
    sv {0} av {1} svarande utelämnades eftersom {2} saknas.
    de {0} von {1} Befragten blieb unberücksichtigt, weil {2} fehlt.
    en {0} of {1} respondents were left out because {2} is missing.
    nl {0} van {1} respondenten zijn weggelaten omdat {2} ontbreekt.
    nb {0} av {1} respondenter ble utelatt fordi {2} mangler.
    sv {0} av {1} svarande utelämnades eftersom {2} saknas.
    de {0} von {1} Befragten blieben unberücksichtigt, weil {2} fehlt.
    en {0}: described as answered, not turned round; top box is the good end of the scale.
    nl {0}: beschreven zoals beantwoord, niet omgekeerd; de top box is het goede eind van de schaal.
    nb {0}: beskrevet slik det ble svart, ikke snudd; toppboksen er den gode enden av skalaen.
    sv {0}: beskrivet som besvarat, inte vänt; toppboxen är skalans goda ände.
    de {0}: beschrieben wie beantwortet, nicht umgepolt; die Top-Box ist das gute Ende der Skala.
    en The study's terms ({0}) are left out: a product or power has no performance. `drivers` shows their coefficients and importance.
    nl De termen van de studie ({0}) zijn weggelaten: een product of macht heeft geen prestatie. `drivers` toont hun coëfficiënten en belang.
    nb Studiens ledd ({0}) er utelatt: et produkt eller en potens har ingen prestasjon. `drivers` viser koeffisientene og viktigheten deres.
    sv Studiens termer ({0}) är utelämnade: en produkt eller potens har ingen prestation. `drivers` visar deras koefficienter och betydelse.
    de Die Terme der Studie ({0}) bleiben unberücksichtigt: Ein Produkt oder eine Potenz hat keine Leistung. `drivers` zeigt ihre Koeffizienten und Wichtigkeit.
    en Factors are compared between at most ten groups, and there are more.
    nl Factoren worden tussen hoogstens tien groepen vergeleken, en er zijn er meer.
    nb Faktorer sammenlignes mellom høyst ti grupper, og det er flere.
    sv Faktorer jämförs mellan högst tio grupper, och det finns fler.
    de Faktoren werden zwischen höchstens zehn Gruppen verglichen, und es sind mehr.
    en The groups have different numbers of factors, which cannot be compared. Ask for the same with {0}.
    nl De groepen hebben verschillende aantallen factoren, die niet te vergelijken zijn. Vraag met {0} om hetzelfde aantal.
    nb Gruppene har ulikt antall faktorer, som ikke kan sammenlignes. Be om samme antall med {0}.
    sv Grupperna har olika antal faktorer, som inte kan jämföras. Begär samma antal med {0}.
    de Die Gruppen haben verschieden viele Faktoren, die sich nicht vergleichen lassen. Verlangen Sie mit {0} gleich viele.
    en Rows were summed and cannot be read again: every construct is of the respondents who answered all items of all constructs, and not of all who answered its own.
    nl Rijen zijn opgeteld en kunnen niet opnieuw worden gelezen: elk construct is van de respondenten die alle items van alle constructen beantwoordden, en niet van allen die de eigen items beantwoordden.
    nb Rader ble summert og kan ikke leses på nytt: hvert begrep er for respondentene som svarte på alle spørsmål i alle begreper, ikke alle som svarte på dets egne.
    sv Rader summerades och kan inte läsas igen: varje begrepp gäller de svarande som besvarade alla frågor i alla begrepp, inte alla som besvarade dess egna.
    de Zeilen wurden summiert und können nicht noch einmal gelesen werden: Jedes Konstrukt beruht auf den Befragten, die alle Items aller Konstrukte beantwortet haben, nicht auf allen, die seine eigenen beantwortet haben.
    en {0}, … ({1} in all)
    nl {0}, … ({1} in totaal)
    nb {0}, … ({1} i alt)
    sv {0}, … ({1} totalt)
    de {0}, … (insgesamt {1})
    en No variables were named, so every column of numbers without another role is taken: {0}. Choose with {1}.
    nl Er zijn geen variabelen genoemd, dus elke kolom met getallen zonder andere rol is genomen: {0}. Kies met {1}.
    nb Ingen variabler ble oppgitt, så hver kolonne med tall uten annen rolle er tatt med: {0}. Velg med {1}.
    sv Inga variabler angavs, så varje kolumn med tal utan annan roll är med: {0}. Välj med {1}.
    de Es wurden keine Variablen genannt, daher zählt jede Zahlenspalte ohne andere Rolle: {0}. Wählen Sie mit {1}.
    en No drivers were named, so every column of numbers without another role is one: {0}. Choose with {1}.
    nl Er zijn geen drijfveren genoemd, dus elke kolom met getallen zonder andere rol is er een: {0}. Kies met {1}.
    nb Ingen drivere ble oppgitt, så hver kolonne med tall uten annen rolle er en: {0}. Velg med {1}.
    sv Inga drivkrafter angavs, så varje kolumn med tal utan annan roll är en: {0}. Välj med {1}.
    de Es wurden keine Treiber genannt, daher ist jede Zahlenspalte ohne andere Rolle einer: {0}. Wählen Sie mit {1}.
    en {0} counts as an answer to '{1}', whose own scale holds it.
    nl {0} telt als antwoord op '{1}', waarvan de eigen schaal het bevat.
    nb {0} regnes som svar på '{1}', siden den ligger innenfor dens egen skala.
    sv {0} räknas som svar på '{1}', eftersom dess egen skala innehåller det.
    de {0} gilt als Antwort auf '{1}', da es auf deren eigener Skala liegt.
    """#
}
