extension Messages {
  /// Notes on regression, importance and what to work on, part 1 of 2.
  static let driverNotes1: StaticString = #"""
    en {0}: no variation, hence no importance.
    nl {0}: geen variatie, dus geen belang.
    nb {0}: ingen variasjon, derfor ingen viktighet.
    sv {0}: ingen variation, därför ingen betydelse.
    de {0}: keine Streuung, daher keine Wichtigkeit.
    en {0}: no variation beyond the covariates, hence no importance.
    nl {0}: geen variatie bovenop de covariaten, dus geen belang.
    nb {0}: ingen variasjon utover kovariatene, derfor ingen viktighet.
    sv {0}: ingen variation utöver kovariaterna, därför ingen betydelse.
    de {0}: keine Streuung über die Kovariaten hinaus, daher keine Wichtigkeit.
    en {0}: a combination of the drivers before it, so without a coefficient of its own; lmg, first and last still count it, and in lmg collinear drivers share what they explain.
    nl {0}: een combinatie van de voorgaande drijfveren, dus zonder eigen coëfficiënt; lmg, first en last tellen die toch mee, en in lmg delen collineaire drijfveren wat ze verklaren.
    nb {0}: en kombinasjon av driverne foran, derfor uten egen koeffisient; lmg, first og last teller den likevel, og i lmg deler kollineære drivere det de forklarer.
    sv {0}: en kombination av drivkrafterna före, därför utan egen koefficient; lmg, first och last räknar den ändå, och i lmg delar kollinjära drivkrafter det de förklarar.
    de {0}: eine Kombination der vorigen Treiber, daher ohne eigenen Koeffizienten; lmg, first und last zählen ihn trotzdem, und bei lmg teilen sich kollineare Treiber, was sie erklären.
    en {0}: the coefficient has the opposite sign of the correlation with the outcome (suppression). Its share says how much it helps to explain, not that more of it is better.
    nl {0}: de coëfficiënt heeft het tegengestelde teken van de correlatie met de uitkomst (suppressie). Het aandeel zegt hoeveel het helpt verklaren, niet dat meer ervan beter is.
    nb {0}: koeffisienten har motsatt fortegn av korrelasjonen med utfallet (suppresjon). Andelen sier hvor mye den hjelper til å forklare, ikke at mer av den er bedre.
    sv {0}: koefficienten har motsatt tecken mot korrelationen med utfallet (suppression). Andelen säger hur mycket den hjälper till att förklara, inte att mer av den är bättre.
    de {0}: Der Koeffizient hat das entgegengesetzte Vorzeichen der Korrelation mit dem Ergebnis (Suppression). Der Anteil sagt, wie viel er zur Erklärung beiträgt, nicht, dass mehr davon besser ist.
    en {0}: not defined for groups and drivers of several categories, because the result would depend on the coding of their columns. lmg, last, first and pratt are.
    nl {0}: niet gedefinieerd voor groepen en drijfveren met meer categorieën, omdat de uitkomst van de codering van hun kolommen zou afhangen. lmg, last, first en pratt wel.
    nb {0}: ikke definert for grupper og drivere med flere kategorier, fordi resultatet ville avhenge av kodingen av kolonnene. lmg, last, first og pratt er det.
    sv {0}: inte definierade för grupper och drivkrafter med flera kategorier, eftersom resultatet skulle bero på kodningen av deras kolumner. lmg, last, first och pratt är det.
    de {0}: nicht definiert für Gruppen und Treiber mit mehreren Kategorien, weil das Ergebnis von der Codierung ihrer Spalten abhinge. lmg, last, first und pratt sind es.
    en lmg averages {0} sampled orders of entry, half of them the reverse of the others; the largest standard error from sampling is {1}.
    nl lmg middelt over {0} getrokken volgordes, waarvan de helft het omgekeerde van de andere is; de grootste standaardfout door het trekken is {1}.
    nb lmg tar snittet av {0} trukne rekkefølger, halvparten motsatt av de andre; den største standardfeilen fra trekningen er {1}.
    sv lmg tar medelvärdet av {0} dragna ordningar, hälften omvända mot de andra; det största medelfelet från dragningen är {1}.
    de lmg mittelt über {0} gezogene Reihenfolgen, die Hälfte davon die Umkehrung der anderen; der größte Standardfehler durch das Ziehen ist {1}.
    en lmg averages {0} sampled orders of entry, factors before their products; the largest standard error from sampling is {1}.
    nl lmg middelt over {0} getrokken volgordes, factoren vóór hun producten; de grootste standaardfout door het trekken is {1}.
    nb lmg tar snittet av {0} trukne rekkefølger, faktorer før produktene deres; den største standardfeilen fra trekningen er {1}.
    sv lmg tar medelvärdet av {0} dragna ordningar, faktorer före sina produkter; det största medelfelet från dragningen är {1}.
    de lmg mittelt über {0} gezogene Reihenfolgen, Faktoren vor ihren Produkten; der größte Standardfehler durch das Ziehen ist {1}.
    en lmg averages orders of entry instead of all subsets: {0} random arrangements of the drivers, each halved again and again, with every half entered before and after the other; the largest standard error from sampling is {1}.
    nl lmg middelt over volgordes in plaats van over alle deelverzamelingen: {0} toevallige schikkingen van de drijfveren, elk steeds opnieuw gehalveerd, waarbij elke helft voor en na de andere komt; de grootste standaardfout door het trekken is {1}.
    nb lmg tar snittet av rekkefølger i stedet for alle delmengder: {0} tilfeldige oppstillinger av driverne, hver halvert igjen og igjen, der hver halvdel kommer både før og etter den andre; den største standardfeilen fra trekningen er {1}.
    sv lmg tar medelvärdet av ordningar i stället för alla delmängder: {0} slumpmässiga uppställningar av drivkrafterna, var och en halverad om och om igen, där varje halva kommer både före och efter den andra; det största medelfelet från dragningen är {1}.
    de lmg mittelt über Reihenfolgen statt über alle Teilmengen: {0} zufällige Anordnungen der Treiber, jede immer wieder halbiert, wobei jede Hälfte vor und nach der anderen kommt; der größte Standardfehler durch das Ziehen ist {1}.
    en {0}: not defined beside products ({1}), because the result would depend on where zero lies on the scales of their factors. lmg is.
    nl {0}: niet gedefinieerd naast producten ({1}), omdat de uitkomst zou afhangen van waar nul ligt op de schalen van hun factoren. lmg wel.
    nb {0}: ikke definert ved siden av produkter ({1}), fordi resultatet ville avhenge av hvor null ligger på skalaene til faktorene. lmg er det.
    sv {0}: inte definierade bredvid produkter ({1}), eftersom resultatet skulle bero på var noll ligger på faktorernas skalor. lmg är det.
    de {0}: neben Produkten ({1}) nicht definiert, weil das Ergebnis davon abhinge, wo auf den Skalen ihrer Faktoren null liegt. lmg ist es.
    en A product ({0}) has no importance as first and its factors none as last, because no model holds a product without them.
    nl Een product ({0}) heeft geen belang als eerste en de factoren ervan niet als laatste, omdat geen model een product zonder hen bevat.
    nb Et produkt ({0}) har ingen viktighet som første og faktorene ingen som siste, fordi ingen modell har et produkt uten dem.
    sv En produkt ({0}) har ingen betydelse som första och dess faktorer ingen som sista, eftersom ingen modell har en produkt utan dem.
    de Ein Produkt ({0}) hat keine Wichtigkeit als erstes und seine Faktoren keine als letzte, weil kein Modell ein Produkt ohne sie enthält.
    en lmg is worked out for up to {0} drivers that are factors or products; there are {1}.
    nl lmg wordt berekend voor hoogstens {0} drijfveren die factor of product zijn; er zijn er {1}.
    nb lmg beregnes for opptil {0} drivere som er faktorer eller produkter; det er {1}.
    sv lmg beräknas för högst {0} drivkrafter som är faktorer eller produkter; det finns {1}.
    de lmg wird für bis zu {0} Treiber berechnet, die Faktoren oder Produkte sind; es sind {1}.
    en Dominance compares all subsets of the drivers and is worked out for up to {0} (fewer when they are large groups); there are {1}. Put drivers into groups to compare the groups.
    nl Dominantie vergelijkt alle deelverzamelingen van de drijfveren en wordt berekend voor hoogstens {0} (minder bij grote groepen); er zijn er {1}. Zet drijfveren in groepen om de groepen te vergelijken.
    nb Dominans sammenligner alle delmengder av driverne og beregnes for opptil {0} (færre når de er store grupper); det er {1}. Sett drivere i grupper for å sammenligne gruppene.
    sv Dominans jämför alla delmängder av drivkrafterna och beräknas för högst {0} (färre när de är stora grupper); det finns {1}. Lägg drivkrafter i grupper för att jämföra grupperna.
    de Dominanz vergleicht alle Teilmengen der Treiber und wird für bis zu {0} berechnet (weniger bei großen Gruppen); es sind {1}. Fassen Sie Treiber in Gruppen zusammen, um diese zu vergleichen.
    en Complete dominance is worked out for up to {0} drivers; there are {1}.
    nl Volledige dominantie wordt berekend voor hoogstens {0} drijfveren; er zijn er {1}.
    nb Fullstendig dominans beregnes for opptil {0} drivere; det er {1}.
    sv Fullständig dominans beräknas för högst {0} drivkrafter; det finns {1}.
    de Vollständige Dominanz wird für bis zu {0} Treiber berechnet; es sind {1}.
    en With products dominance is worked out for up to {0} drivers; there are {1}.
    nl Met producten wordt dominantie berekend voor hoogstens {0} drijfveren; er zijn er {1}.
    nb Med produkter beregnes dominans for opptil {0} drivere; det er {1}.
    sv Med produkter beräknas dominans för högst {0} drivkrafter; det finns {1}.
    de Mit Produkten wird Dominanz für bis zu {0} Treiber berechnet; es sind {1}.
    en Constructs are scored by one factor each ({0} scores) of respondents who answered every item; resampling estimates the weights anew. As drivers regression scores are the better choice: with Bartlett's, coefficients shrink as with means.
    nl Constructen krijgen scores uit elk één factor ({0}-scores) van respondenten die elk item beantwoordden; hertrekkingen schatten de gewichten opnieuw. Als drijfveren zijn regressiescores de betere keus: met die van Bartlett krimpen coëfficiënten zoals bij gemiddelden.
    nb Begreper får skårer fra én faktor hver ({0}-skårer) av respondenter som svarte på hvert spørsmål; gjentrekninger estimerer vektene på nytt. Som drivere er regresjonsskårer et bedre valg: med Bartletts krymper koeffisientene som med gjennomsnitt.
    sv Begrepp får poäng från en faktor var ({0}-poäng) för svarande som besvarade varje fråga; omdragningar skattar vikterna på nytt. Som drivkrafter är regressionspoäng ett bättre val: med Bartletts krymper koefficienterna som med medelvärden.
    de Konstrukte erhalten Werte aus je einem Faktor ({0}-Werte) von Befragten, die jedes Item beantwortet haben; Stichprobenwiederholungen schätzen die Gewichte neu. Als Treiber sind Regressionswerte die bessere Wahl: Mit denen von Bartlett schrumpfen Koeffizienten wie bei Mittelwerten.
    en Constructs are scored by one factor each ({0} scores) of respondents who answered every item; resampling estimates the weights anew.
    nl Constructen krijgen scores uit elk één factor ({0}-scores) van respondenten die elk item beantwoordden; hertrekkingen schatten de gewichten opnieuw.
    nb Begreper får skårer fra én faktor hver ({0}-skårer) av respondenter som svarte på hvert spørsmål; gjentrekninger estimerer vektene på nytt.
    sv Begrepp får poäng från en faktor var ({0}-poäng) för svarande som besvarade varje fråga; omdragningar skattar vikterna på nytt.
    de Konstrukte erhalten Werte aus je einem Faktor ({0}-Werte) von Befragten, die jedes Item beantwortet haben; Stichprobenwiederholungen schätzen die Gewichte neu.
    en {0} (given)
    nl {0} (opgegeven)
    nb {0} (oppgitt)
    sv {0} (angiven)
    de {0} (vorgegeben)
    en Importance, coefficients and R² are corrected for the error of measurement: the reliabilities are {0}, ω of means of the items as they are (`mainspring reliability` has it as omega_raw, beside that of standardised items). That errors of different constructs are uncorrelated is assumed; a general impression that colours all answers (halo) violates it, and then the correction makes constructs look more alike than they are.
    nl Belang, coëfficiënten en R² zijn gecorrigeerd voor de meetfout: de betrouwbaarheden zijn {0}, ω van gemiddelden van de items zoals ze zijn (`mainspring reliability` heeft die als omega_raw, naast die van gestandaardiseerde items). Aangenomen is dat fouten van verschillende constructen niet correleren; een algemene indruk die alle antwoorden kleurt (halo) schendt dat, en dan lijken constructen door de correctie meer op elkaar dan ze doen.
    nb Viktighet, koeffisienter og R² er korrigert for målefeil: reliabilitetene er {0}, ω for gjennomsnitt av spørsmålene som de er (`mainspring reliability` har den som omega_raw, ved siden av den for standardiserte spørsmål). Det antas at feil i ulike begreper er ukorrelerte; et helhetsinntrykk som farger alle svar (halo), bryter med det, og da får korreksjonen begreper til å se likere ut enn de er.
    sv Betydelse, koefficienter och R² är korrigerade för mätfel: reliabiliteterna är {0}, ω för medelvärden av frågorna som de är (`mainspring reliability` har den som omega_raw, bredvid den för standardiserade frågor). Det antas att fel i olika begrepp är okorrelerade; ett helhetsintryck som färgar alla svar (halo) bryter mot det, och då får korrektionen begrepp att se mer lika ut än de är.
    de Wichtigkeit, Koeffizienten und R² sind um den Messfehler korrigiert: Die Reliabilitäten sind {0}, ω von Mittelwerten der Items, wie sie sind (`mainspring reliability` führt es als omega_raw, neben dem standardisierter Items). Angenommen wird, dass Fehler verschiedener Konstrukte nicht korrelieren; ein Gesamteindruck, der alle Antworten färbt (Halo), verletzt das, und dann lässt die Korrektur Konstrukte ähnlicher aussehen, als sie sind.
    en {0} is taken as measured without error, which favours the others: say {1} if you know better.
    nl {0} geldt als zonder fout gemeten, wat de andere bevoordeelt: zeg {1} als u het beter weet.
    nb {0} regnes som målt uten feil, noe som favoriserer de andre: si {1} om du vet bedre.
    sv {0} antas vara mätt utan fel, vilket gynnar de andra: säg {1} om du vet bättre.
    de {0} gilt als fehlerfrei gemessen, was die anderen begünstigt: Sagen Sie {1}, wenn Sie es besser wissen.
    en {0} are taken as measured without error, which favours the others: say {1} if you know better.
    nl {0} gelden als zonder fout gemeten, wat de andere bevoordeelt: zeg {1} als u het beter weet.
    nb {0} regnes som målt uten feil, noe som favoriserer de andre: si {1} om du vet bedre.
    sv {0} antas vara mätta utan fel, vilket gynnar de andra: säg {1} om du vet bättre.
    de {0} gelten als fehlerfrei gemessen, was die anderen begünstigt: Sagen Sie {1}, wenn Sie es besser wissen.
    en Basic intervals of importance cover less often than they say (61–95 % instead of 95 % in simulations, the least where little is explained); percentile intervals, the default, do better. Ends that would lie beyond 0 and 1 are set there.
    nl Basic-intervallen van belang dekken minder vaak dan ze zeggen (61–95 % in plaats van 95 % in simulaties, het minst waar weinig wordt verklaard); percentielintervallen, de standaard, doen het beter. Uiteinden die buiten 0 en 1 zouden liggen worden daar gezet.
    nb Basic-intervaller for viktighet dekker sjeldnere enn de sier (61–95 % i stedet for 95 % i simuleringer, minst der lite forklares); persentilintervaller, standardvalget, gjør det bedre. Ender som ville ligget utenfor 0 og 1, settes dit.
    sv Basic-intervall för betydelse täcker mer sällan än de säger (61–95 % i stället för 95 % i simuleringar, minst där lite förklaras); percentilintervall, standardvalet, gör det bättre. Ändar som skulle ligga utanför 0 och 1 sätts dit.
    de Basic-Intervalle der Wichtigkeit überdecken seltener, als sie sagen (61–95 % statt 95 % in Simulationen, am wenigsten, wo wenig erklärt wird); Perzentilintervalle, die Voreinstellung, sind besser. Enden, die jenseits von 0 und 1 lägen, werden dorthin gesetzt.
    en 95 % intervals of shares held only some 90 % for some drivers: unequal drivers look more alike than they are
    nl bevatten 95 %-intervallen van aandelen voor sommige drijfveren maar zo'n 90 %: ongelijke drijfveren lijken meer op elkaar dan ze doen
    nb holdt 95 %-intervaller for andeler bare rundt 90 % for noen drivere: ulike drivere ser likere ut enn de er
    sv höll 95 %-intervall för andelar bara omkring 90 % för vissa drivkrafter: olika drivkrafter ser mer lika ut än de är
    de hielten 95-%-Intervalle von Anteilen bei manchen Treibern nur rund 90 %: Ungleiche Treiber sehen ähnlicher aus, als sie sind
    en 95 % BCa intervals of shares held only 80 to 93 %; percentile intervals, the default, do better
    nl bevatten 95 %-BCa-intervallen van aandelen maar 80 tot 93 %; percentielintervallen, de standaard, doen het beter
    nb holdt 95 %-BCa-intervaller for andeler bare 80 til 93 %; persentilintervaller, standardvalget, gjør det bedre
    sv höll 95 %-BCa-intervall för andelar bara 80 till 93 %; percentilintervall, standardvalet, gör det bättre
    de hielten 95-%-BCa-Intervalle von Anteilen nur 80 bis 93 %; Perzentilintervalle, die Voreinstellung, sind besser
    en {0} In simulations of such samples {1}.
    nl {0} In simulaties van zulke steekproeven {1}.
    nb {0} I simuleringer av slike utvalg {1}.
    sv {0} I simuleringar av sådana stickprov {1}.
    de {0} In Simulationen solcher Stichproben {1}.
    en So little of {0} is explained, for so few respondents, that shares are rough.
    nl Van {0} wordt zo weinig verklaard, bij zo weinig respondenten, dat aandelen grof zijn.
    nb Så lite av {0} forklares, for så få respondenter, at andelene er grove.
    sv Så lite av {0} förklaras, för så få svarande, att andelarna är grova.
    de Von {0} wird so wenig erklärt, bei so wenigen Befragten, dass die Anteile grob sind.
    en So little of {0} is explained that shares are rough, although respondents are not few.
    nl Van {0} wordt zo weinig verklaard dat aandelen grof zijn, al zijn er niet weinig respondenten.
    nb Så lite av {0} forklares at andelene er grove, selv om respondentene ikke er få.
    sv Så lite av {0} förklaras att andelarna är grova, trots att de svarande inte är få.
    de Von {0} wird so wenig erklärt, dass die Anteile grob sind, obwohl die Befragten nicht wenige sind.
    en For so many terms there are so few respondents that the shares of {0} are rough.
    nl Voor zo veel termen zijn er zo weinig respondenten dat de aandelen van {0} grof zijn.
    nb For så mange ledd er det så få respondenter at andelene for {0} er grove.
    sv För så många termer finns så få svarande att andelarna för {0} är grova.
    de Für so viele Terme gibt es so wenige Befragte, dass die Anteile von {0} grob sind.
    en What is explained of {0} is not much for the number of respondents and terms, so that shares are rough.
    nl Wat van {0} wordt verklaard is niet veel voor het aantal respondenten en termen, zodat aandelen grof zijn.
    nb Det som forklares av {0}, er ikke mye for antallet respondenter og ledd, så andelene er grove.
    sv Det som förklaras av {0} är inte mycket för antalet svarande och termer, så andelarna är grova.
    de Was von {0} erklärt wird, ist für die Zahl der Befragten und Terme nicht viel, sodass die Anteile grob sind.
    en The interval of R² of {0} rests on the spread of the resamples, since no formula gives it here: with few respondents for the terms 95 % intervals of this kind held only 88 to 93 % in simulations.
    nl Het interval van R² van {0} berust op de spreiding van de hertrekkingen, omdat geen formule het hier geeft: met weinig respondenten voor de termen bevatten zulke 95 %-intervallen in simulaties maar 88 tot 93 %.
    nb Intervallet for R² for {0} bygger på spredningen i gjentrekningene, siden ingen formel gir det her: med få respondenter for leddene holdt slike 95 %-intervaller bare 88 til 93 % i simuleringer.
    sv Intervallet för R² för {0} vilar på omdragningarnas spridning, eftersom ingen formel ger det här: med få svarande för termerna höll sådana 95 %-intervall bara 88 till 93 % i simuleringar.
    de Das Intervall von R² bei {0} beruht auf der Streuung der Stichprobenwiederholungen, da keine Formel es hier ergibt: Bei wenigen Befragten für die Terme hielten solche 95-%-Intervalle in Simulationen nur 88 bis 93 %.
    en The share of {0} may be next to nothing. A share cannot be negative, so its interval never holds zero, true or not: whether a driver adds anything is for the test of its coefficient to say.
    nl Het aandeel van {0} kan vrijwel niets zijn. Een aandeel kan niet negatief zijn, dus het interval bevat nooit nul, waar of niet: of een drijfveer iets toevoegt zegt de toets van de coëfficiënt.
    nb Andelen til {0} kan være nesten ingenting. En andel kan ikke være negativ, så intervallet inneholder aldri null, sant eller ikke: om en driver tilfører noe, er det testen av koeffisienten som sier.
    sv Andelen för {0} kan vara nästan ingenting. En andel kan inte vara negativ, så intervallet innehåller aldrig noll, sant eller inte: om en drivkraft tillför något säger testet av dess koefficient.
    de Der Anteil von {0} kann so gut wie nichts sein. Ein Anteil kann nicht negativ sein, daher enthält sein Intervall nie die Null, ob wahr oder nicht: Ob ein Treiber etwas beiträgt, sagt der Test seines Koeffizienten.
    en For {0} the sample does not tell any two drivers apart by importance. In simulations of such samples a quadrant stated with 90 % or more was the true one in only 60 to 90 % of cases.
    nl Voor {0} onderscheidt de steekproef geen twee drijfveren naar belang. In simulaties van zulke steekproeven was een kwadrant dat met 90 % of meer werd genoemd maar in 60 tot 90 % van de gevallen het juiste.
    nb For {0} skiller utvalget ingen to drivere etter viktighet. I simuleringer av slike utvalg var en kvadrant oppgitt med 90 % eller mer den sanne i bare 60 til 90 % av tilfellene.
    sv För {0} skiljer stickprovet inga två drivkrafter åt efter betydelse. I simuleringar av sådana stickprov var en kvadrant angiven med 90 % eller mer den sanna i bara 60 till 90 % av fallen.
    de Bei {0} unterscheidet die Stichprobe keine zwei Treiber nach ihrer Wichtigkeit. In Simulationen solcher Stichproben war ein mit 90 % oder mehr genannter Quadrant nur in 60 bis 90 % der Fälle der wahre.
    en {0}: more of it goes with less of {1}, by itself as well as beside the other drivers. Is its scale turned round?
    nl {0}: meer ervan gaat samen met minder van {1}, zowel op zichzelf als naast de andere drijfveren. Is de schaal omgekeerd?
    nb {0}: mer av den går sammen med mindre av {1}, både alene og ved siden av de andre driverne. Er skalaen snudd?
    sv {0}: mer av den följs av mindre av {1}, både för sig och bredvid de andra drivkrafterna. Är skalan omvänd?
    de {0}: Mehr davon geht mit weniger bei {1} einher, für sich genommen wie neben den anderen Treibern. Ist die Skala umgepolt?
    en {0}: more of them goes with less of {1}, by themselves as well as beside the other drivers. Is their scale turned round?
    nl {0}: meer ervan gaat samen met minder van {1}, zowel op zichzelf als naast de andere drijfveren. Is hun schaal omgekeerd?
    nb {0}: mer av dem går sammen med mindre av {1}, både alene og ved siden av de andre driverne. Er skalaen deres snudd?
    sv {0}: mer av dem följs av mindre av {1}, både för sig och bredvid de andra drivkrafterna. Är deras skala omvänd?
    de {0}: Mehr davon geht mit weniger bei {1} einher, für sich genommen wie neben den anderen Treibern. Ist ihre Skala umgepolt?
    en {0} Then say so: {1}.
    nl {0} Zeg het dan: {1}.
    nb {0} Si det i så fall: {1}.
    sv {0} Säg det i så fall: {1}.
    de {0} Dann geben Sie es an: {1}.
    en {0}: more of it goes with less of {1}, by so little that it may be chance.
    nl {0}: meer ervan gaat samen met minder van {1}, zo weinig dat het toeval kan zijn.
    nb {0}: mer av den går sammen med mindre av {1}, så lite at det kan være tilfeldig.
    sv {0}: mer av den följs av mindre av {1}, så lite att det kan vara slump.
    de {0}: Mehr davon geht mit weniger bei {1} einher, aber so wenig, dass es Zufall sein kann.
    en {0}: more of them goes with less of {1}, by so little that it may be chance.
    nl {0}: meer van deze gaat samen met minder van {1}, zo weinig dat het toeval kan zijn.
    nb {0}: mer av dem går sammen med mindre av {1}, så lite at det kan være tilfeldig.
    sv {0}: mer av dem följs av mindre av {1}, så lite att det kan vara slump.
    de {0}: Mehr von diesen geht mit weniger bei {1} einher, aber so wenig, dass es Zufall sein kann.
    en Blocks are not tested with resampled errors: use another kind of {0}.
    nl Blokken worden niet getoetst met fouten uit hertrekkingen: gebruik een andere soort {0}.
    nb Blokker testes ikke med feil fra gjentrekninger: bruk en annen type {0}.
    sv Block prövas inte med fel från omdragningar: använd en annan sorts {0}.
    de Blöcke werden mit Fehlern aus Stichprobenwiederholungen nicht getestet: Verwenden Sie eine andere Art von {0}.
    en A matrix tells nothing of single respondents
    nl Een matrix zegt niets van afzonderlijke respondenten
    nb En matrise sier ingenting om enkeltrespondenter
    sv En matris säger inget om enskilda svarande
    de Eine Matrix sagt nichts über einzelne Befragte
    en Rows were summed and not kept
    nl Rijen zijn opgeteld en niet bewaard
    nb Rader ble summert og ikke beholdt
    sv Rader summerades och sparades inte
    de Zeilen wurden summiert und nicht aufbewahrt
    en {0}: standard errors are classical, and the interval of R² is that of normal answers. Where answers pile up at the top of their scales both are somewhat too short.
    nl {0}: standaardfouten zijn klassiek, en het interval van R² is dat van normaal verdeelde antwoorden. Waar antwoorden zich aan de bovenkant van hun schalen ophopen zijn beide iets te klein.
    nb {0}: standardfeil er klassiske, og intervallet for R² er det for normalfordelte svar. Der svar hoper seg opp øverst på skalaen, er begge litt for korte.
    sv {0}: medelfelen är klassiska, och intervallet för R² är det för normalfördelade svar. Där svar hopar sig överst på skalan är båda något för korta.
    de {0}: Standardfehler sind klassisch, und das Intervall von R² ist das normalverteilter Antworten. Wo sich Antworten am oberen Ende ihrer Skalen häufen, sind beide etwas zu klein.
    en {0} has them read for errors without these assumptions.
    nl {0} laat ze lezen voor fouten zonder deze aannamen.
    nb {0} lar dem leses for feil uten disse antakelsene.
    sv {0} låter dem läsas för fel utan dessa antaganden.
    de {0} lässt sie für Fehler ohne diese Annahmen lesen.
    en In {0} of {1} resamples the corrected correlations contradict each other: constructs correlate about as closely as their reliabilities allow. These are too many for intervals, which there are none of; join constructs, or take the estimates as they are.
    nl In {0} van {1} hertrekkingen spreken de gecorrigeerde correlaties elkaar tegen: constructen correleren ongeveer zo sterk als hun betrouwbaarheden toelaten. Dat zijn er te veel voor intervallen, die er dus niet zijn; voeg constructen samen, of neem de schattingen zoals ze zijn.
    nb I {0} av {1} gjentrekninger motsier de korrigerte korrelasjonene hverandre: begreper korrelerer omtrent så sterkt som reliabilitetene tillater. Det er for mange for intervaller, som det ikke er noen av; slå sammen begreper, eller ta estimatene som de er.
    sv I {0} av {1} omdragningar motsäger de korrigerade korrelationerna varandra: begrepp korrelerar ungefär så starkt som deras reliabiliteter tillåter. Det är för många för intervall, som alltså saknas; slå ihop begrepp, eller ta skattningarna som de är.
    de In {0} von {1} Stichprobenwiederholungen widersprechen sich die korrigierten Korrelationen: Konstrukte korrelieren etwa so stark, wie ihre Reliabilitäten es zulassen. Das sind zu viele für Intervalle, die es daher nicht gibt; fassen Sie Konstrukte zusammen, oder nehmen Sie die Schätzwerte, wie sie sind.
    en In {0} of {1} resamples the corrected correlations contradict each other: constructs correlate about as closely as their reliabilities allow. They are left out.
    nl In {0} van {1} hertrekkingen spreken de gecorrigeerde correlaties elkaar tegen: constructen correleren ongeveer zo sterk als hun betrouwbaarheden toelaten. Ze zijn weggelaten.
    nb I {0} av {1} gjentrekninger motsier de korrigerte korrelasjonene hverandre: begreper korrelerer omtrent så sterkt som reliabilitetene tillater. De er utelatt.
    sv I {0} av {1} omdragningar motsäger de korrigerade korrelationerna varandra: begrepp korrelerar ungefär så starkt som deras reliabiliteter tillåter. De är utelämnade.
    de In {0} von {1} Stichprobenwiederholungen widersprechen sich die korrigierten Korrelationen: Konstrukte korrelieren etwa so stark, wie ihre Reliabilitäten es zulassen. Sie bleiben unberücksichtigt.
    en {0} of {1} resamples gave no result: {2}. Those that did are no fair picture of what might have been, so there are no intervals.
    nl {0} van {1} hertrekkingen gaven geen resultaat: {2}. De overige zijn geen eerlijk beeld van wat had kunnen zijn, dus er zijn geen intervallen.
    nb {0} av {1} gjentrekninger ga ikke noe resultat: {2}. De som gjorde det, er ikke et rettvisende bilde av hva som kunne vært, så det er ingen intervaller.
    sv {0} av {1} omdragningar gav inget resultat: {2}. De som gjorde det är ingen rättvisande bild av vad som kunde ha varit, så det finns inga intervall.
    de {0} von {1} Stichprobenwiederholungen ergaben nichts: {2}. Die übrigen sind kein getreues Bild dessen, was hätte sein können, daher gibt es keine Intervalle.
    en Nothing can be drawn from this matrix: it has negative eigenvalues, or n is not above its number of columns. There are no resampled intervals.
    nl Uit deze matrix valt niets te trekken: ze heeft negatieve eigenwaarden, of n is niet groter dan het aantal kolommen. Er zijn geen intervallen uit hertrekkingen.
    nb Ingenting kan trekkes fra denne matrisen: den har negative egenverdier, eller n er ikke større enn antallet kolonner. Det er ingen intervaller fra gjentrekninger.
    sv Ur denna matris kan inget dras: den har negativa egenvärden, eller n är inte större än antalet kolumner. Det finns inga intervall från omdragningar.
    de Aus dieser Matrix kann nicht gezogen werden: Sie hat negative Eigenwerte, oder n ist nicht größer als die Zahl ihrer Spalten. Es gibt keine Intervalle aus Stichprobenwiederholungen.
    en {0}: the values add up to {1}, not to the {2} that the regression explains. A driver differs from a combination of the others by less than sums of squares can hold, so what it adds is in R² and in no driver's importance. Leave out the drivers that say the same thing.
    nl {0}: de waarden tellen op tot {1}, niet tot de {2} die de regressie verklaart. Een drijfveer verschilt minder van een combinatie van de andere dan kwadratensommen kunnen bevatten, dus wat die toevoegt zit in R² en in het belang van geen enkele drijfveer. Laat de drijfveren weg die hetzelfde zeggen.
    nb {0}: verdiene summerer til {1}, ikke til de {2} som regresjonen forklarer. En driver skiller seg mindre fra en kombinasjon av de andre enn kvadratsummer kan romme, så det den tilfører, er med i R² og ikke i noen drivers viktighet. Utelat driverne som sier det samme.
    sv {0}: värdena summerar till {1}, inte till de {2} som regressionen förklarar. En drivkraft skiljer sig mindre från en kombination av de andra än kvadratsummor kan rymma, så det den tillför finns i R² och inte i någon drivkrafts betydelse. Utelämna drivkrafterna som säger samma sak.
    de {0}: Die Werte ergeben zusammen {1}, nicht die {2}, die die Regression erklärt. Ein Treiber unterscheidet sich von einer Kombination der anderen um weniger, als Quadratsummen fassen können; was er beiträgt, steckt daher in R² und in keines Treibers Wichtigkeit. Lassen Sie die Treiber weg, die dasselbe sagen.
    en The share of {0} lies outside its own interval: resamples repeat rows and so explain more by chance than the sample does. There are too many columns for so few rows; leave some out, or ask more respondents.
    nl Het aandeel van {0} ligt buiten het eigen interval: hertrekkingen herhalen rijen en verklaren zo door toeval meer dan de steekproef. Er zijn te veel kolommen voor zo weinig rijen; laat er enkele weg, of ondervraag meer respondenten.
    nb Andelen til {0} ligger utenfor sitt eget intervall: gjentrekninger gjentar rader og forklarer slik mer ved tilfeldigheter enn utvalget gjør. Det er for mange kolonner for så få rader; utelat noen, eller spør flere respondenter.
    sv Andelen för {0} ligger utanför sitt eget intervall: omdragningar upprepar rader och förklarar så mer av en slump än stickprovet gör. Det finns för många kolumner för så få rader; utelämna några, eller fråga fler.
    de Der Anteil von {0} liegt außerhalb des eigenen Intervalls: Stichprobenwiederholungen wiederholen Zeilen und erklären so durch Zufall mehr als die Stichprobe. Es sind zu viele Spalten für so wenige Zeilen; lassen Sie einige weg, oder befragen Sie mehr Personen.
    en {0} of {1} resamples gave no result and are left out: {2}.
    nl {0} van {1} hertrekkingen gaven geen resultaat en zijn weggelaten: {2}.
    nb {0} av {1} gjentrekninger ga ikke noe resultat og er utelatt: {2}.
    sv {0} av {1} omdragningar gav inget resultat och är utelämnade: {2}.
    de {0} von {1} Stichprobenwiederholungen ergaben nichts und bleiben unberücksichtigt: {2}.
    en There are no BCa intervals: {0}. Use percentile intervals.
    nl Er zijn geen BCa-intervallen: {0}. Gebruik percentielintervallen.
    nb Det er ingen BCa-intervaller: {0}. Bruk persentilintervaller.
    sv Det finns inga BCa-intervall: {0}. Använd percentilintervall.
    de Es gibt keine BCa-Intervalle: {0}. Verwenden Sie Perzentilintervalle.
    en they need the respondents' rows
    nl ze vereisen de rijen van de respondenten
    nb de krever radene til respondentene
    sv de kräver de svarandes rader
    de Sie brauchen die Zeilen der Befragten
    en without some of the respondents there is no result at all
    nl zonder sommige respondenten is er helemaal geen resultaat
    nb uten noen av respondentene er det ikke noe resultat i det hele tatt
    sv utan några av de svarande finns inget resultat alls
    de Ohne manche der Befragten gibt es gar kein Ergebnis
    en the moments are not finite
    nl de momenten zijn niet eindig
    nb momentene er ikke endelige
    sv momenten är inte ändliga
    de die Momente sind nicht endlich
    en the outcome does not vary
    nl de uitkomst varieert niet
    nb utfallet varierer ikke
    sv utfallet varierar inte
    de das Ergebnis streut nicht
    en the moments are not those of any data: R² would exceed 1
    nl de momenten zijn die van geen enkele data: R² zou boven 1 komen
    nb momentene er ikke de av noen data: R² ville overstige 1
    sv momenten är inte de av några data: R² skulle överstiga 1
    de die Momente gehören zu keinen Daten: R² überstiege 1
    en a correlation is not defined in the resample
    nl een correlatie is in de hertrekking niet gedefinieerd
    nb en korrelasjon er ikke definert i gjentrekningen
    sv en korrelation är inte definierad i omdragningen
    de eine Korrelation ist in der Wiederholung nicht definiert
    en the correlations of the resample are not positive definite
    nl de correlaties van de hertrekking zijn niet positief definiet
    nb korrelasjonene i gjentrekningen er ikke positivt definite
    sv omdragningens korrelationer är inte positivt definita
    de die Korrelationen der Wiederholung sind nicht positiv definit
    en eigenvalues not found
    nl eigenwaarden niet gevonden
    nb egenverdier ikke funnet
    sv egenvärden hittades inte
    de Eigenwerte nicht gefunden
    en an item without variation
    nl een item zonder variatie
    nb et spørsmål uten variasjon
    sv en fråga utan variation
    de ein Item ohne Streuung
    en the extraction found no solution
    nl de extractie vond geen oplossing
    nb ekstraksjonen fant ingen løsning
    sv extraktionen fann ingen lösning
    de die Extraktion fand keine Lösung
    en the rotation found no solution
    nl de rotatie vond geen oplossing
    nb rotasjonen fant ingen løsning
    sv rotationen fann ingen lösning
    de die Rotation fand keine Lösung
    en a construct's factor was not found
    nl de factor van een construct is niet gevonden
    nb faktoren til et begrep ble ikke funnet
    sv ett begrepps faktor hittades inte
    de der Faktor eines Konstrukts wurde nicht gefunden
    en a construct has no reliability above zero
    nl een construct heeft geen betrouwbaarheid boven nul
    nb et begrep har ingen reliabilitet over null
    sv ett begrepp har ingen reliabilitet över noll
    de ein Konstrukt hat keine Reliabilität über null
    en corrected correlations that contradict each other
    nl gecorrigeerde correlaties die elkaar tegenspreken
    nb korrigerte korrelasjoner som motsier hverandre
    sv korrigerade korrelationer som motsäger varandra
    de korrigierte Korrelationen, die sich widersprechen
    en {0}: the coefficient of {1} is negative beside the other drivers, so more of it does not promise more of the outcome; it has no priority. Look for drivers that say nearly the same thing.
    nl {0}: de coëfficiënt van {1} is naast de andere drijfveren negatief, dus meer ervan belooft niet meer van de uitkomst; die heeft geen prioriteit. Zoek drijfveren die bijna hetzelfde zeggen.
    nb {0}: koeffisienten til {1} er negativ ved siden av de andre driverne, så mer av den lover ikke mer av utfallet; den har ingen prioritet. Se etter drivere som sier nesten det samme.
    sv {0}: koefficienten för {1} är negativ bredvid de andra drivkrafterna, så mer av den lovar inte mer av utfallet; den har ingen prioritet. Leta efter drivkrafter som säger nästan samma sak.
    de {0}: Der Koeffizient von {1} ist neben den anderen Treibern negativ, mehr davon verspricht also nicht mehr vom Ergebnis; keine Priorität. Suchen Sie nach Treibern, die fast dasselbe sagen.
    en {0}: the coefficient of {1} is negative beside the other drivers, so more of it does not promise more of the outcome; they have no priority. Look for drivers that say nearly the same thing.
    nl {0}: de coëfficiënten van {1} zijn naast de andere drijfveren negatief, dus meer ervan belooft niet meer van de uitkomst; ze hebben geen prioriteit. Zoek drijfveren die bijna hetzelfde zeggen.
    nb {0}: koeffisientene til {1} er negative ved siden av de andre driverne, så mer av dem lover ikke mer av utfallet; de har ingen prioritet. Se etter drivere som sier nesten det samme.
    sv {0}: koefficienterna för {1} är negativa bredvid de andra drivkrafterna, så mer av dem lovar inte mer av utfallet; de har ingen prioritet. Leta efter drivkrafter som säger nästan samma sak.
    de {0}: Die Koeffizienten von {1} sind neben den anderen Treibern negativ, mehr davon verspricht also nicht mehr vom Ergebnis; sie haben keine Priorität. Suchen Sie nach Treibern, die fast dasselbe sagen.
    en There is no permutation test: the frequencies stand for too many respondents to exchange them one by one.
    nl Er is geen permutatietoets: de frequenties staan voor te veel respondenten om ze een voor een te verwisselen.
    nb Det er ingen permutasjonstest: frekvensene står for for mange respondenter til å bytte dem én for én.
    sv Det finns inget permutationstest: frekvenserna står för för många svarande för att byta dem en och en.
    de Es gibt keinen Permutationstest: Die Häufigkeiten stehen für zu viele Befragte, um sie einzeln zu vertauschen.
    en There is no permutation test of {0}: a factor and its product cannot be exchanged one without the other. The product's coefficient has a test of its own.
    nl Er is geen permutatietoets van {0}: een factor en zijn product zijn niet los van elkaar te verwisselen. De coëfficiënt van het product heeft een eigen toets.
    nb Det er ingen permutasjonstest av {0}: en faktor og produktet av den kan ikke byttes hver for seg. Koeffisienten til produktet har sin egen test.
    sv Det finns inget permutationstest av {0}: en faktor och dess produkt kan inte bytas var för sig. Produktens koefficient har ett eget test.
    de Es gibt keinen Permutationstest von {0}: Ein Faktor und sein Produkt lassen sich nicht einzeln vertauschen. Der Koeffizient des Produkts hat einen eigenen Test.
    en The permutation test exchanges respondents within their clusters: it asks whether a driver is unrelated to everything inside the clusters, and says nothing of differences between them.
    nl De permutatietoets verwisselt respondenten binnen hun clusters: zij vraagt of een drijfveer binnen de clusters nergens mee samenhangt, en zegt niets van verschillen ertussen.
    nb Permutasjonstesten bytter respondenter innenfor klyngene: den spør om en driver er uten sammenheng med alt inne i klyngene, og sier ingenting om forskjeller mellom dem.
    sv Permutationstestet byter svarande inom deras kluster: det frågar om en drivkraft saknar samband med allt inom klustren, och säger inget om skillnader mellan dem.
    de Der Permutationstest vertauscht Befragte innerhalb ihrer Klumpen: Er fragt, ob ein Treiber innerhalb der Klumpen mit nichts zusammenhängt, und sagt nichts über Unterschiede zwischen ihnen.
    en There is no permutation test of {0}: within the clusters there are no different answers to exchange.
    nl Er is geen permutatietoets van {0}: binnen de clusters zijn er geen verschillende antwoorden te verwisselen.
    nb Det er ingen permutasjonstest av {0}: innenfor klyngene er det ingen ulike svar å bytte.
    sv Det finns inget permutationstest av {0}: inom klustren finns inga olika svar att byta.
    de Es gibt keinen Permutationstest von {0}: Innerhalb der Klumpen gibt es keine verschiedenen Antworten zu vertauschen.
    en There is no permutation test of {0}: within the strata there are no different answers to exchange.
    nl Er is geen permutatietoets van {0}: binnen de strata zijn er geen verschillende antwoorden te verwisselen.
    nb Det er ingen permutasjonstest av {0}: innenfor strataene er det ingen ulike svar å bytte.
    sv Det finns inget permutationstest av {0}: inom strata finns inga olika svar att byta.
    de Es gibt keinen Permutationstest von {0}: Innerhalb der Schichten gibt es keine verschiedenen Antworten zu vertauschen.
    en Weights stay with the rows while a driver is exchanged: the permutation test takes the driver to be unrelated to the weights too.
    nl Gewichten blijven bij de rijen terwijl een drijfveer wordt verwisseld: de permutatietoets neemt aan dat de drijfveer ook niet met de gewichten samenhangt.
    nb Vektene blir ved radene mens en driver byttes: permutasjonstesten antar at driveren heller ikke henger sammen med vektene.
    sv Vikterna stannar vid raderna medan en drivkraft byts: permutationstestet antar att drivkraften inte heller hänger ihop med vikterna.
    de Gewichte bleiben bei den Zeilen, während ein Treiber vertauscht wird: Der Permutationstest nimmt an, dass der Treiber auch mit den Gewichten nicht zusammenhängt.
    en With so many drivers each resample averages some orders of entry, the same in all, instead of all subsets; the standard error of an importance from that is at most {0}, and it is corrected by the sample's own value.
    nl Bij zo veel drijfveren middelt elke hertrekking over enkele volgordes, in alle dezelfde, in plaats van over alle deelverzamelingen; de standaardfout van een belang daardoor is hoogstens {0}, en ze wordt gecorrigeerd met de waarde van de steekproef zelf.
    nb Med så mange drivere tar hver gjentrekning snittet av noen rekkefølger, de samme i alle, i stedet for alle delmengder; standardfeilen for en viktighet på grunn av det er høyst {0}, og den korrigeres med utvalgets egen verdi.
    sv Med så många drivkrafter tar varje omdragning medelvärdet av några ordningar, desamma i alla, i stället för alla delmängder; medelfelet för en betydelse på grund av det är högst {0}, och det korrigeras med stickprovets eget värde.
    de Bei so vielen Treibern mittelt jede Wiederholung über einige Reihenfolgen, in allen dieselben, statt über alle Teilmengen; der Standardfehler einer Wichtigkeit dadurch ist höchstens {0}, und er wird mit dem Wert der Stichprobe selbst korrigiert.
    en {0}: the other predictors determine it so nearly (variance inflation above {1}) that its coefficient says nothing to act on: effect, potential and priority are withheld.
    nl {0}: de andere voorspellers bepalen het zo precies (variantie-inflatie boven {1}) dat op de coëfficiënt niet te bouwen valt: effect, potentieel en prioriteit worden niet gegeven.
    nb {0}: de andre prediktorene bestemmer den så nær (variansinflasjon over {1}) at koeffisienten ikke gir noe å handle etter: effekt, potensial og prioritet holdes tilbake.
    sv {0}: de övriga prediktorerna bestämmer den så nära (variansinflation över {1}) att koefficienten inte säger något att handla efter: effekt, potential och prioritet hålls inne.
    de {0}: Die anderen Prädiktoren bestimmen ihn so genau (Varianzinflation über {1}), dass sein Koeffizient nichts sagt, wonach man handeln könnte: Effekt, Potenzial und Priorität werden nicht genannt.
    en {0}: the other predictors determine them so nearly (variance inflation above {1}) that their coefficients say nothing to act on: effect, potential and priority are withheld.
    nl {0}: de andere voorspellers bepalen ze zo precies (variantie-inflatie boven {1}) dat op hun coëfficiënten niet te bouwen valt: effect, potentieel en prioriteit worden niet gegeven.
    nb {0}: de andre prediktorene bestemmer dem så nær (variansinflasjon over {1}) at koeffisientene ikke gir noe å handle etter: effekt, potensial og prioritet holdes tilbake.
    sv {0}: de övriga prediktorerna bestämmer dem så nära (variansinflation över {1}) att deras koefficienter inte säger något att handla efter: effekt, potential och prioritet hålls inne.
    de {0}: Die anderen Prädiktoren bestimmen sie so genau (Varianzinflation über {1}), dass ihre Koeffizienten nichts sagen, wonach man handeln könnte: Effekt, Potenzial und Priorität werden nicht genannt.
    en {0}: {1} is caught in the halo: with the other drivers held, its effect is less than a third of what goes with it among the respondents. It takes an experiment to tell whose the rest is.
    nl {0}: {1} zit gevangen in het halo: met de andere drijfveren constant is het effect minder dan een derde van wat er bij de respondenten mee samengaat. Alleen een experiment kan zeggen van wie de rest is.
    nb {0}: {1} er fanget i haloen: med de andre driverne holdt fast er effekten mindre enn en tredjedel av det som følger med den blant respondentene. Det trengs et eksperiment for å si hvem resten tilhører.
    sv {0}: {1} är fångad i halon: med de andra drivkrafterna hållna är effekten mindre än en tredjedel av vad som följer med den bland de svarande. Det krävs ett experiment för att säga vems resten är.
    de {0}: {1} steckt im Halo: Bei festgehaltenen anderen Treibern ist der Effekt weniger als ein Drittel dessen, was unter den Befragten damit einhergeht. Nur ein Experiment kann sagen, wem der Rest gehört.
    en {0}: {1} are caught in the halo: with the other drivers held, their effect is less than a third of what goes with them among the respondents. It takes an experiment to tell whose the rest is.
    nl {0}: {1} zitten gevangen in het halo: met de andere drijfveren constant is hun effect minder dan een derde van wat er bij de respondenten mee samengaat. Alleen een experiment kan zeggen van wie de rest is.
    nb {0}: {1} er fanget i haloen: med de andre driverne holdt fast er effekten deres mindre enn en tredjedel av det som følger med dem blant respondentene. Det trengs et eksperiment for å si hvem resten tilhører.
    sv {0}: {1} är fångade i halon: med de andra drivkrafterna hållna är deras effekt mindre än en tredjedel av vad som följer med dem bland de svarande. Det krävs ett experiment för att säga vems resten är.
    de {0}: {1} stecken im Halo: Bei festgehaltenen anderen Treibern ist ihr Effekt weniger als ein Drittel dessen, was unter den Befragten damit einhergeht. Nur ein Experiment kann sagen, wem der Rest gehört.
    """#
}
