extension Messages {
  /// What `sem` says of gaps, designs and groups.
  static let paths: StaticString = #"""
    en Based on all {0} respondents, {1} of whom left something out and count with what they answered.
    nl Gebaseerd op alle {0} respondenten, van wie er {1} iets oversloegen en meetellen met wat ze antwoordden.
    nb Basert på alle {0} respondenter; {1} av dem lot noe stå åpent og teller med det de svarte.
    sv Baserat på alla {0} svarande; {1} av dem lämnade något obesvarat och räknas med det de besvarade.
    de Auf Grundlage aller {0} Befragten, von denen {1} etwas ausließen und mit dem zählen, was sie beantwortet haben.
    en Based on {0} of {1} respondents, those who answered any of the questions; {2} of them left something out and count with what they answered.
    nl Gebaseerd op {0} van {1} respondenten, wie een van de vragen beantwoordde; {2} van hen sloegen iets over en tellen mee met wat ze antwoordden.
    nb Basert på {0} av {1} respondenter, de som svarte på noen av spørsmålene; {2} av dem lot noe stå åpent og teller med det de svarte.
    sv Baserat på {0} av {1} svarande, de som besvarade någon av frågorna; {2} av dem lämnade något obesvarat och räknas med det de besvarade.
    de Auf Grundlage von {0} von {1} Befragten, die irgendeine der Fragen beantwortet haben; {2} von ihnen ließen etwas aus und zählen mit dem, was sie beantwortet haben.
    en χ² is scaled by the design of the sample, and answers need not be normal; CFI and RMSEA are those of the population.
    nl χ² is geschaald met de opzet van de steekproef, en antwoorden hoeven niet normaal te zijn; CFI en RMSEA zijn die van de populatie.
    nb χ² er skalert med utvalgsplanen, og svar trenger ikke å være normalfordelte; CFI og RMSEA er de i populasjonen.
    sv χ² är skalat med urvalets design, och svar behöver inte vara normalfördelade; CFI och RMSEA är populationens.
    de χ² ist mit dem Plan der Stichprobe skaliert, und Antworten müssen nicht normalverteilt sein; CFI und RMSEA sind die der Grundgesamtheit.
    en Every respondent with at least one answer counts, with what was answered (full information maximum likelihood): {0} of {1} left something out, in {2} patterns. That holds when what is missing depends on nothing beyond the answers of the model, and the answers are about normal; errors are those of the observed information.
    nl Elke respondent met ten minste één antwoord telt mee, met wat er geantwoord is (full information maximum likelihood): {0} van {1} sloegen iets over, in {2} patronen. Dat geldt als wat ontbreekt van niets anders afhangt dan van de antwoorden in het model, en de antwoorden ongeveer normaal zijn; fouten zijn die van de waargenomen informatie.
    nb Hver respondent med minst ett svar teller, med det som er besvart (full information maximum likelihood): {0} av {1} lot noe stå åpent, i {2} mønstre. Det gjelder når det som mangler, ikke avhenger av noe utover svarene i modellen, og svarene er omtrent normalfordelte; feilene er de fra den observerte informasjonen.
    sv Varje svarande med minst ett svar räknas, med det som besvarats (full information maximum likelihood): {0} av {1} lämnade något obesvarat, i {2} mönster. Det gäller när det som saknas inte beror på något utöver modellens svar, och svaren är ungefär normalfördelade; felen är de från den observerade informationen.
    de Jeder Befragte mit mindestens einer Antwort zählt, mit dem, was er beantwortet hat (Full Information Maximum Likelihood): {0} von {1} ließen etwas aus, in {2} Mustern. Das gilt, wenn das Fehlende von nichts außer den Antworten des Modells abhängt und die Antworten etwa normalverteilt sind; Fehler sind die der beobachteten Information.
    en Every respondent with at least one answer counts, with what was answered (full information maximum likelihood): {0} of {1} left something out, in {2} patterns. That holds when what is missing depends on nothing beyond the answers of the model, and the answers are about normal; errors follow the design of the sample.
    nl Elke respondent met ten minste één antwoord telt mee, met wat er geantwoord is (full information maximum likelihood): {0} van {1} sloegen iets over, in {2} patronen. Dat geldt als wat ontbreekt van niets anders afhangt dan van de antwoorden in het model, en de antwoorden ongeveer normaal zijn; fouten volgen de opzet van de steekproef.
    nb Hver respondent med minst ett svar teller, med det som er besvart (full information maximum likelihood): {0} av {1} lot noe stå åpent, i {2} mønstre. Det gjelder når det som mangler, ikke avhenger av noe utover svarene i modellen, og svarene er omtrent normalfordelte; feilene følger utvalgsplanen.
    sv Varje svarande med minst ett svar räknas, med det som besvarats (full information maximum likelihood): {0} av {1} lämnade något obesvarat, i {2} mönster. Det gäller när det som saknas inte beror på något utöver modellens svar, och svaren är ungefär normalfördelade; felen följer urvalets design.
    de Jeder Befragte mit mindestens einer Antwort zählt, mit dem, was er beantwortet hat (Full Information Maximum Likelihood): {0} von {1} ließen etwas aus, in {2} Mustern. Das gilt, wenn das Fehlende von nichts außer den Antworten des Modells abhängt und die Antworten etwa normalverteilt sind; Fehler folgen dem Plan der Stichprobe.
    en Auxiliary variables covary freely with all others of the model and restrict nothing: what is missing may depend on {0} too.
    nl Hulpvariabelen covariëren vrij met alle andere van het model en beperken niets: wat ontbreekt mag ook van {0} afhangen.
    nb Hjelpevariabler kovarierer fritt med alle andre i modellen og begrenser ingenting: det som mangler, kan også avhenge av {0}.
    sv Hjälpvariabler kovarierar fritt med alla andra i modellen och begränsar ingenting: det som saknas får också bero på {0}.
    de Hilfsvariablen kovariieren frei mit allen anderen des Modells und schränken nichts ein: Was fehlt, darf auch von {0} abhängen.
    en Under {0} of {1} sets of replicate weights the model has no estimates; the others stand for them.
    nl Onder {0} van {1} sets replicatiegewichten heeft het model geen schattingen; de andere staan voor deze.
    nb Under {0} av {1} sett replikatvekter har modellen ingen estimater; de andre står for dem.
    sv Under {0} av {1} uppsättningar replikatvikter har modellen inga skattningar; de andra står för dem.
    de Unter {0} von {1} Sätzen von Replikatgewichten hat das Modell keine Schätzungen; die anderen stehen für sie.
    en Clusters of '{0}' have respondents in several groups. Errors take groups for samples of their own: those of a group's own parameters hold, those of what groups have in common or differ in are approximate.
    nl Clusters van '{0}' hebben respondenten in meerdere groepen. Fouten nemen groepen als steekproeven op zichzelf: die van de eigen parameters van een groep gelden, die van wat groepen gemeen hebben of waarin ze verschillen zijn bij benadering.
    nb Klynger av '{0}' har respondenter i flere grupper. Feil tar gruppene som egne utvalg: de for en gruppes egne parametere gjelder, de for det gruppene har felles eller er ulike i, er tilnærmede.
    sv Kluster av '{0}' har svarande i flera grupper. Felen tar grupperna som egna urval: de för en grupps egna parametrar gäller, de för det som grupperna har gemensamt eller skiljer sig i är ungefärliga.
    de Cluster von '{0}' haben Befragte in mehreren Gruppen. Fehler nehmen Gruppen als eigene Stichproben: Die der eigenen Parameter einer Gruppe gelten, die dessen, was Gruppen gemeinsam haben oder worin sie sich unterscheiden, gelten ungefähr.
    en No item could be set free that would leave each construct two that are the same in all groups: the step does not hold in part either.
    nl Er kon geen item worden vrijgegeven dat elk construct er twee laat die in alle groepen gelijk zijn: de stap geldt ook niet gedeeltelijk.
    nb Ingen ledd kunne frigis som ville la hvert konstrukt beholde to som er like i alle grupper: steget holder heller ikke delvis.
    sv Inget item kunde frigöras som skulle lämna varje konstrukt två som är lika i alla grupper: steget håller inte heller delvis.
    de Kein Item konnte freigegeben werden, das jedem Konstrukt zwei in allen Gruppen gleiche ließe: Der Schritt gilt auch nicht zum Teil.
    en Even with {0} set free in each group the step does not hold, and no more can be set free.
    nl Ook met {0} vrijgegeven in elke groep geldt de stap niet, en meer kan niet worden vrijgegeven.
    nb Selv med {0} frigitt i hver gruppe holder ikke steget, og mer kan ikke frigis.
    sv Även med {0} frigjort i varje grupp håller steget inte, och mer kan inte frigöras.
    de Auch mit {0} in jeder Gruppe freigegeben gilt der Schritt nicht, und mehr kann nicht freigegeben werden.
    en With {0} set free in each group the step holds (p {1}): paths of constructs can be compared by the other items. What to set free was chosen by these data.
    nl Met {0} vrijgegeven in elke groep geldt de stap (p {1}): paden van constructen kunnen aan de hand van de andere items worden vergeleken. Wat werd vrijgegeven, is door deze gegevens gekozen.
    nb Med {0} frigitt i hver gruppe holder steget (p {1}): stier mellom konstrukter kan sammenlignes ved de andre leddene. Hva som ble frigitt, er valgt av disse dataene.
    sv Med {0} frigjort i varje grupp håller steget (p {1}): vägar mellan konstrukt kan jämföras med de andra itemen. Vad som frigjordes valdes av dessa data.
    de Mit {0} in jeder Gruppe freigegeben gilt der Schritt (p {1}): Pfade von Konstrukten lassen sich anhand der anderen Items vergleichen. Was freigegeben wurde, haben diese Daten bestimmt.
    en With {0} set free in each group the step holds (p {1}): means of constructs can be compared by the other items. What to set free was chosen by these data.
    nl Met {0} vrijgegeven in elke groep geldt de stap (p {1}): gemiddelden van constructen kunnen aan de hand van de andere items worden vergeleken. Wat werd vrijgegeven, is door deze gegevens gekozen.
    nb Med {0} frigitt i hver gruppe holder steget (p {1}): gjennomsnitt av konstrukter kan sammenlignes ved de andre leddene. Hva som ble frigitt, er valgt av disse dataene.
    sv Med {0} frigjort i varje grupp håller steget (p {1}): medelvärden av konstrukt kan jämföras med de andra itemen. Vad som frigjordes valdes av dessa data.
    de Mit {0} in jeder Gruppe freigegeben gilt der Schritt (p {1}): Mittelwerte von Konstrukten lassen sich anhand der anderen Items vergleichen. Was freigegeben wurde, haben diese Daten bestimmt.
    en With {0} set free in each group the step holds (p {1}). What to set free was chosen by these data.
    nl Met {0} vrijgegeven in elke groep geldt de stap (p {1}). Wat werd vrijgegeven, is door deze gegevens gekozen.
    nb Med {0} frigitt i hver gruppe holder steget (p {1}). Hva som ble frigitt, er valgt av disse dataene.
    sv Med {0} frigjort i varje grupp håller steget (p {1}). Vad som frigjordes valdes av dessa data.
    de Mit {0} in jeder Gruppe freigegeben gilt der Schritt (p {1}). Was freigegeben wurde, haben diese Daten bestimmt.
    en the loading of {0}
    nl de lading van {0}
    nb ladningen til {0}
    sv laddningen för {0}
    de die Ladung von {0}
    en the intercept of {0}
    nl het intercept van {0}
    nb konstantleddet til {0}
    sv interceptet för {0}
    de der Achsenabschnitt von {0}
    en the residual variance of {0}
    nl de residuele variantie van {0}
    nb residualvariansen til {0}
    sv residualvariansen för {0}
    de die Residualvarianz von {0}
    en Of no path and no mean of a construct do the data tell that the groups differ (adjusted by Holm).
    nl Van geen pad en geen gemiddelde van een construct zeggen de gegevens dat de groepen verschillen (gecorrigeerd volgens Holm).
    nb For ingen sti og intet gjennomsnitt av et konstrukt sier dataene at gruppene er ulike (justert etter Holm).
    sv För ingen väg och inget medelvärde av ett konstrukt säger data att grupperna skiljer sig (justerat enligt Holm).
    de Bei keinem Pfad und keinem Mittelwert eines Konstrukts sagen die Daten, dass die Gruppen sich unterscheiden (nach Holm angepasst).
    en With {0}, {1} is {2} higher than with {3} ({4}).
    nl Bij {0} is {1} {2} hoger dan bij {3} ({4}).
    nb For {0} er {1} {2} høyere enn for {3} ({4}).
    sv För {0} är {1} {2} högre än för {3} ({4}).
    de Bei {0} ist {1} um {2} höher als bei {3} ({4}).
    en With {0}, {1} is {2} lower than with {3} ({4}).
    nl Bij {0} is {1} {2} lager dan bij {3} ({4}).
    nb For {0} er {1} {2} lavere enn for {3} ({4}).
    sv För {0} är {1} {2} lägre än för {3} ({4}).
    de Bei {0} ist {1} um {2} niedriger als bei {3} ({4}).
    en With {0}, one more of {1} goes with {2} more of {3} than with {4} ({5}).
    nl Bij {0} gaat één meer van {1} samen met {2} meer van {3} dan bij {4} ({5}).
    nb For {0} følger {2} mer av {3} med én mer av {1} enn for {4} ({5}).
    sv För {0} följer {2} mer av {3} med en mer av {1} än för {4} ({5}).
    de Bei {0} geht ein Punkt mehr von {1} mit {2} mehr von {3} einher als bei {4} ({5}).
    en With {0}, one more of {1} goes with {2} less of {3} than with {4} ({5}).
    nl Bij {0} gaat één meer van {1} samen met {2} minder van {3} dan bij {4} ({5}).
    nb For {0} følger {2} mindre av {3} med én mer av {1} enn for {4} ({5}).
    sv För {0} följer {2} mindre av {3} med en mer av {1} än för {4} ({5}).
    de Bei {0} geht ein Punkt mehr von {1} mit {2} weniger von {3} einher als bei {4} ({5}).
    en What is not the same in all groups
    nl Wat niet in alle groepen gelijk is
    nb Hva som ikke er likt i alle grupper
    sv Vad som inte är lika i alla grupper
    de Was nicht in allen Gruppen gleich ist
    en Order
    nl Volgorde
    nb Rekkefølge
    sv Ordning
    de Reihenfolge
    en Holds
    nl Geldt
    nb Holder
    sv Håller
    de Gilt
    """#
}
