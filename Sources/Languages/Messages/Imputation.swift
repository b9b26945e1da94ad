extension Messages {
  /// Of answers that are drawn.
  static let imputation: StaticString = #"""
    en Nothing is missing: all completed data are the data themselves.
    nl Er ontbreekt niets: alle aangevulde gegevens zijn de gegevens zelf.
    nb Ingenting mangler: alle utfylte data er dataene selv.
    sv Ingenting saknas: alla kompletterade data är själva data.
    de Nichts fehlt: Alle vervollständigten Daten sind die Daten selbst.
    en Nobody is left out: {0} missing answers of {1} respondents are drawn {2} times by chained equations ({3} sweeps), and the results pooled by Rubin's rules. They hold when what is missing depends on nothing beyond the answers given.
    nl Niemand is weggelaten: {0} ontbrekende antwoorden van {1} respondenten zijn {2} keer getrokken met gekoppelde vergelijkingen ({3} rondes), en de uitkomsten samengevoegd volgens de regels van Rubin. Ze gelden als wat ontbreekt van niets anders afhangt dan van de gegeven antwoorden.
    nb Ingen er utelatt: {0} manglende svar fra {1} respondenter er trukket {2} ganger med kjedede ligninger ({3} runder), og resultatene slått sammen etter Rubins regler. De gjelder når det som mangler, ikke avhenger av noe utover svarene som er gitt.
    sv Ingen är utelämnad: {0} saknade svar från {1} svarande är dragna {2} gånger med kedjade ekvationer ({3} varv), och resultaten sammanvägda enligt Rubins regler. De gäller när det som saknas inte beror på något utöver de givna svaren.
    de Niemand bleibt unberücksichtigt: {0} fehlende Antworten von {1} Befragten sind {2}-mal mit verketteten Gleichungen gezogen ({3} Durchläufe) und die Ergebnisse nach Rubins Regeln zusammengefasst. Sie gelten, wenn das Fehlende von nichts als den gegebenen Antworten abhängt.
    en Nobody is left out: {0} missing answers of {1} respondents are drawn {2} times by chained equations ({3} sweeps), as many as a pilot of {4} asks for by von Hippel's rule, and the results pooled by Rubin's rules. They hold when what is missing depends on nothing beyond the answers given.
    nl Niemand is weggelaten: {0} ontbrekende antwoorden van {1} respondenten zijn {2} keer getrokken met gekoppelde vergelijkingen ({3} rondes), zo vaak als een proef van {4} volgens de regel van Von Hippel vraagt, en de uitkomsten samengevoegd volgens de regels van Rubin. Ze gelden als wat ontbreekt van niets anders afhangt dan van de gegeven antwoorden.
    nb Ingen er utelatt: {0} manglende svar fra {1} respondenter er trukket {2} ganger med kjedede ligninger ({3} runder), så mange som en prøve på {4} krever etter von Hippels regel, og resultatene slått sammen etter Rubins regler. De gjelder når det som mangler, ikke avhenger av noe utover svarene som er gitt.
    sv Ingen är utelämnad: {0} saknade svar från {1} svarande är dragna {2} gånger med kedjade ekvationer ({3} varv), så många som ett prov på {4} kräver enligt von Hippels regel, och resultaten sammanvägda enligt Rubins regler. De gäller när det som saknas inte beror på något utöver de givna svaren.
    de Niemand bleibt unberücksichtigt: {0} fehlende Antworten von {1} Befragten sind {2}-mal mit verketteten Gleichungen gezogen ({3} Durchläufe), so oft, wie eine Probe von {4} nach von Hippels Regel verlangt, und die Ergebnisse nach Rubins Regeln zusammengefasst. Sie gelten, wenn das Fehlende von nichts als den gegebenen Antworten abhängt.
    en Missing answers cost the coefficients up to {0} % of their information.
    nl Ontbrekende antwoorden kosten de coëfficiënten tot {0} % van hun informatie.
    nb Manglende svar koster koeffisientene opptil {0} % av informasjonen.
    sv Saknade svar kostar koefficienterna upp till {0} % av deras information.
    de Fehlende Antworten kosten die Koeffizienten bis zu {0} % ihrer Information.
    en Intervals of importance, shares and performance are of {0} resamples dealt among the {1} completed data.
    nl Intervallen van belang, aandelen en prestatie zijn van {0} hertrekkingen, verdeeld over de {1} aangevulde gegevens.
    nb Intervaller for viktighet, andeler og prestasjon er fra {0} gjentrekninger fordelt på de {1} utfylte dataene.
    sv Intervall för betydelse, andelar och prestation är från {0} omdragningar fördelade på de {1} kompletterade data.
    de Intervalle von Wichtigkeit, Anteilen und Leistung stammen aus {0} Stichprobenwiederholungen, verteilt auf die {1} vervollständigten Daten.
    en Intervals of importance, shares and performance are of {0} resamples of the incomplete data, each imputed {1} times anew.
    nl Intervallen van belang, aandelen en prestatie zijn van {0} hertrekkingen van de onvolledige gegevens, elk {1} keer opnieuw aangevuld.
    nb Intervaller for viktighet, andeler og prestasjon er fra {0} gjentrekninger av de ufullstendige dataene, hver utfylt {1} ganger på nytt.
    sv Intervall för betydelse, andelar och prestation är från {0} omdragningar av ofullständiga data, var och en kompletterad {1} gånger på nytt.
    de Intervalle von Wichtigkeit, Anteilen und Leistung stammen aus {0} Wiederholungen der unvollständigen Stichprobe, jede {1}-mal neu vervollständigt.
    en too little is answered in the resample to impute the rest
    nl in de hertrekking is te weinig beantwoord om de rest aan te vullen
    nb for lite er besvart i gjentrekningen til å utfylle resten
    sv för lite är besvarat i omdragningen för att komplettera resten
    de in der Wiederholung ist zu wenig beantwortet, um den Rest zu vervollständigen
    en {0} imputations are few for so much missing information: another seed would move standard errors noticeably. Give {1}, or leave it out.
    nl {0} imputaties zijn weinig voor zoveel ontbrekende informatie: een ander toevalsgetal zou standaardfouten merkbaar veranderen. Geef {1}, of laat het weg.
    nb {0} imputeringer er få for så mye manglende informasjon: et annet frø ville flytte standardfeil merkbart. Oppgi {1}, eller utelat det.
    sv {0} imputeringar är få för så mycket saknad information: ett annat frö skulle flytta standardfel märkbart. Ange {1}, eller utelämna det.
    de {0} Imputationen sind wenige für so viel fehlende Information: Ein anderer Startwert würde Standardfehler merklich verschieben. Geben Sie {1} an, oder lassen Sie es weg.
    en {0} imputations are few for so much missing information: another seed would move standard errors noticeably. Give {1}.
    nl {0} imputaties zijn weinig voor zoveel ontbrekende informatie: een ander toevalsgetal zou standaardfouten merkbaar veranderen. Geef {1}.
    nb {0} imputeringer er få for så mye manglende informasjon: et annet frø ville flytte standardfeil merkbart. Oppgi {1}.
    sv {0} imputeringar är få för så mycket saknad information: ett annat frö skulle flytta standardfel märkbart. Ange {1}.
    de {0} Imputationen sind wenige für so viel fehlende Information: Ein anderer Startwert würde Standardfehler merklich verschieben. Geben Sie {1} an.
    en The imputations of {0} still depend on where they began after {1} sweeps: too little is answered together. Leave out what fewest answered, or name columns that tell of it with {2}.
    nl De imputaties van {0} hangen na {1} rondes nog af van waar ze begonnen: er is te weinig samen beantwoord. Laat weg wat de minsten beantwoordden, of noem kolommen die er iets over zeggen met {2}.
    nb Imputeringene av {0} avhenger fortsatt av hvor de begynte etter {1} runder: for lite er besvart sammen. Utelat det færrest svarte på, eller oppgi kolonner som sier noe om det med {2}.
    sv Imputeringarna av {0} beror efter {1} varv fortfarande på var de började: för lite är besvarat tillsammans. Utelämna det som minst antal besvarade, eller ange kolumner som säger något om det med {2}.
    de Die Imputationen von {0} hängen nach {1} Durchläufen noch davon ab, wo sie begannen: Zu wenig ist gemeinsam beantwortet. Lassen Sie weg, was die wenigsten beantwortet haben, oder nennen Sie mit {2} Spalten, die darüber etwas sagen.
    en {0} missing answers of {1} respondents are drawn {2} times by chained equations ({3} sweeps). Analyse each completed data set and pool the results by Rubin's rules: a mean of the answers drawn, or one of the sets, would be taken for more than is known.
    nl {0} ontbrekende antwoorden van {1} respondenten zijn {2} keer getrokken met gekoppelde vergelijkingen ({3} rondes). Analyseer elke aangevulde dataset en voeg de uitkomsten samen volgens de regels van Rubin: een gemiddelde van de getrokken antwoorden, of een van de sets, zou voor meer doorgaan dan bekend is.
    nb {0} manglende svar fra {1} respondenter er trukket {2} ganger med kjedede ligninger ({3} runder). Analyser hvert utfylte datasett og slå resultatene sammen etter Rubins regler: et gjennomsnitt av de trukne svarene, eller ett av settene, ville bli tatt for mer enn det som er kjent.
    sv {0} saknade svar från {1} svarande är dragna {2} gånger med kedjade ekvationer ({3} varv). Analysera varje kompletterad datamängd och sammanväg resultaten enligt Rubins regler: ett medelvärde av de dragna svaren, eller en av mängderna, skulle tas för mer än vad som är känt.
    de {0} fehlende Antworten von {1} Befragten sind {2}-mal mit verketteten Gleichungen gezogen ({3} Durchläufe). Werten Sie jeden vervollständigten Datensatz aus und fassen Sie die Ergebnisse nach Rubins Regeln zusammen: Ein Mittel der gezogenen Antworten oder einer der Sätze würde für mehr genommen, als bekannt ist.
    en There are no shares of importance under shifted imputations. {0}
    nl Er zijn geen aandelen in het belang bij verschoven imputaties. {0}
    nb Det er ingen andeler av viktighet under forskjøvne imputeringer. {0}
    sv Det finns inga andelar av betydelse under förskjutna imputeringar. {0}
    de Es gibt keine Anteile an der Wichtigkeit bei verschobenen Imputationen. {0}
    en All {0} respondents answered everything: there is nothing to impute.
    nl Alle {0} respondenten beantwoordden alles: er is niets aan te vullen.
    nb Alle {0} respondenter svarte på alt: det er ingenting å imputere.
    sv Alla {0} svarande besvarade allt: det finns inget att imputera.
    de Alle {0} Befragten haben alles beantwortet: Es gibt nichts zu imputieren.
    en {0} missing answers of {1} respondents are drawn {2} times.
    nl {0} ontbrekende antwoorden van {1} respondenten zijn {2} keer getrokken.
    nb {0} manglende svar fra {1} respondenter er trukket {2} ganger.
    sv {0} saknade svar från {1} svarande är dragna {2} gånger.
    de {0} fehlende Antworten von {1} Befragten sind {2}-mal gezogen.
    en The completed data are in {0}.
    nl De aangevulde gegevens staan in {0}.
    nb De utfylte dataene er i {0}.
    sv De kompletterade data finns i {0}.
    de Die vervollständigten Daten stehen in {0}.
    en The completed data are in {0} to {1}, a file for each imputation.
    nl De aangevulde gegevens staan in {0} tot en met {1}, een bestand per imputatie.
    nb De utfylte dataene er i {0} til {1}, en fil for hver imputering.
    sv De kompletterade data finns i {0} till {1}, en fil för varje imputering.
    de Die vervollständigten Daten stehen in {0} bis {1}, je Imputation eine Datei.
    en Imputed answers
    nl Aangevulde antwoorden
    nb Imputerte svar
    sv Imputerade svar
    de Imputierte Antworten
    en Answers drawn, beside those given
    nl Getrokken antwoorden naast de gegeven
    nb Trukne svar ved siden av de gitte
    sv Dragna svar bredvid de givna
    de Gezogene Antworten neben den gegebenen
    en What missing answers cost
    nl Wat ontbrekende antwoorden kosten
    nb Hva manglende svar koster
    sv Vad saknade svar kostar
    de Was fehlende Antworten kosten
    en Shares if answers are not missing at random
    nl Aandelen als antwoorden niet willekeurig ontbreken
    nb Andeler hvis svar ikke mangler tilfeldig
    sv Andelar om svar inte saknas slumpmässigt
    de Anteile, wenn Antworten nicht zufällig fehlen
    en It is made of a study that has outcomes and drivers, when something is missing.
    nl Ze wordt gemaakt van een studie met uitkomsten en drijfveren, als er iets ontbreekt.
    nb Den lages av en studie som har utfall og drivere, når noe mangler.
    sv Den görs av en studie som har utfall och drivkrafter, när något saknas.
    de Sie entsteht aus einer Studie mit Zielgrößen und Treibern, wenn etwas fehlt.
    en It is made with --missing impute.
    nl Ze wordt gemaakt met --missing impute.
    nb Den lages med --missing impute.
    sv Den görs med --missing impute.
    de Sie entsteht mit --missing impute.
    en Mean drawn
    nl Gem. getrokken
    nb Trukket snitt
    sv Draget medel
    de Mittel gezogen
    en SD drawn
    nl SD getrokken
    nb SD trukket
    sv SD dragen
    de SD gezogen
    en Shift
    nl Verschuiving
    nb Forskyvning
    sv Förskjutning
    de Verschiebung
    en Change
    nl Verandering
    nb Endring
    sv Ändring
    de Änderung
    en Within
    nl Binnen
    nb Innenfor
    sv Inom
    de Innerhalb
    en Between
    nl Tussen
    nb Mellom
    sv Mellan
    de Zwischen
    en Answers given and answers drawn
    nl Gegeven en getrokken antwoorden
    nb Gitte svar og trukne svar
    sv Givna och dragna svar
    de Gegebene und gezogene Antworten
    en answers given
    nl gegeven antwoorden
    nb gitte svar
    sv givna svar
    de gegebene Antworten
    en answers drawn
    nl getrokken antwoorden
    nb trukne svar
    sv dragna svar
    de gezogene Antworten
    en Share of the answers
    nl Aandeel van de antwoorden
    nb Andel av svarene
    sv Andel av svaren
    de Anteil der Antworten
    en Who did not answer may differ from who did, so the two need not be alike; what the drawn answers should be is possible: no answer that nobody could give, no heap that nothing explains.
    nl Wie niet antwoordde kan verschillen van wie dat wel deed, dus hoeven de twee niet gelijk te zijn; getrokken antwoorden moeten wel mogelijk zijn: geen antwoord dat niemand kon geven, geen piek die niets verklaart.
    nb De som ikke svarte, kan være ulike dem som svarte, så de to trenger ikke ligne; det de trukne svarene bør være, er mulige: ingen svar som ingen kunne gi, ingen opphopning som ingenting forklarer.
    sv De som inte svarade kan skilja sig från dem som svarade, så de två behöver inte likna varandra; dragna svar ska däremot vara möjliga: inget svar som ingen kunde ge, ingen anhopning som inget förklarar.
    de Wer nicht geantwortet hat, kann anders sein als wer geantwortet hat; beide müssen sich also nicht gleichen. Möglich müssen die gezogenen Antworten aber sein: keine, die niemand geben konnte, und keine Häufung, die nichts erklärt.
    en Do the imputations still depend on where they began?
    nl Hangen de imputaties nog af van waar ze begonnen?
    nb Avhenger imputeringene fortsatt av hvor de begynte?
    sv Beror imputeringarna fortfarande på var de började?
    de Hängen die Imputationen noch davon ab, wo sie begannen?
    en Sweep
    nl Ronde
    nb Runde
    sv Varv
    de Durchlauf
    en Mean, in SD of the answers given
    nl Gemiddelde, in SD van de gegeven antwoorden
    nb Gjennomsnitt, i SD av gitte svar
    sv Medelvärde, i SD av givna svar
    de Mittelwert, in SD der gegebenen Antworten
    en A line for each imputation, {0} at most; 0 is the mean of the answers given. Lines should cross freely, without a common rise or fall, and without staying apart.
    nl Een lijn per imputatie, hoogstens {0}; 0 is het gemiddelde van de gegeven antwoorden. De lijnen moeten elkaar vrij kruisen, zonder samen te stijgen of te dalen en zonder uit elkaar te blijven.
    nb En linje for hver imputering, høyst {0}; 0 er gjennomsnittet av gitte svar. Linjene bør krysse hverandre fritt, uten felles stigning eller fall og uten å holde seg fra hverandre.
    sv En linje för varje imputering, högst {0}; 0 är medelvärdet av givna svar. Linjerna ska korsa varandra fritt, utan gemensam uppgång eller nedgång och utan att hålla sig isär.
    de Eine Linie je Imputation, höchstens {0}; 0 ist der Mittelwert der gegebenen Antworten. Die Linien sollen sich frei kreuzen, ohne gemeinsam zu steigen oder zu fallen und ohne auseinander zu bleiben.
    en How answers given and answers drawn are spread
    nl Hoe gegeven en getrokken antwoorden zijn verdeeld
    nb Hvordan gitte og trukne svar fordeler seg
    sv Hur givna och dragna svar fördelar sig
    de Wie gegebene und gezogene Antworten verteilt sind
    en What each sweep drew
    nl Wat elke ronde trok
    nb Hva hver runde trakk
    sv Vad varje varv drog
    de Was jeder Durchlauf zog
    en No number is missing.
    nl Er ontbreekt geen getal.
    nb Ingen tall mangler.
    sv Inget tal saknas.
    de Keine Zahl fehlt.
    en Answer
    nl Antwoord
    nb Svar
    sv Svar
    de Antwort
    en Given
    nl Gegeven
    nb Gitt
    sv Givet
    de Gegeben
    en Drawn
    nl Getrokken
    nb Trukket
    sv Draget
    de Gezogen
    en Imputation
    nl Imputatie
    nb Imputering
    sv Imputering
    de Imputation
    """#
}
