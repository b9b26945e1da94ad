extension Messages {
  /// Notes on correlations, reliability and factors.
  static let measurementNotes: StaticString = #"""
    en Each pair of variables is on the respondents who answered both: between {0} and {1} of them. Models that start from this matrix take the smallest count for their n.
    nl Elk paar variabelen berust op de respondenten die beide beantwoordden: tussen {0} en {1}. Modellen die van deze matrix uitgaan nemen het kleinste aantal als n.
    nb Hvert par av variabler bygger på respondentene som svarte på begge: mellom {0} og {1} av dem. Modeller som starter fra denne matrisen, tar det minste antallet som sin n.
    sv Varje par av variabler vilar på de svarande som besvarade båda: mellan {0} och {1} av dem. Modeller som utgår från denna matris tar det minsta antalet som sitt n.
    de Jedes Variablenpaar beruht auf den Befragten, die beide beantwortet haben: zwischen {0} und {1}. Modelle, die von dieser Matrix ausgehen, nehmen die kleinste Zahl als n.
    en Each pair of variables is on the respondents who answered both: between {0} and {1} of them.
    nl Elk paar variabelen berust op de respondenten die beide beantwoordden: tussen {0} en {1}.
    nb Hvert par av variabler bygger på respondentene som svarte på begge: mellom {0} og {1} av dem.
    sv Varje par av variabler vilar på de svarande som besvarade båda: mellan {0} och {1} av dem.
    de Jedes Variablenpaar beruht auf den Befragten, die beide beantwortet haben: zwischen {0} und {1}.
    en The correlations from different respondents contradict each other (the matrix is not positive definite); results can be impossible ones. Fewer variables, or those that the same respondents answered, make one that is.
    nl De correlaties van verschillende respondenten spreken elkaar tegen (de matrix is niet positief definiet); uitkomsten kunnen onmogelijk zijn. Met minder variabelen, of met variabelen die dezelfde respondenten beantwoordden, is zij het wel.
    nb Korrelasjonene fra ulike respondenter motsier hverandre (matrisen er ikke positivt definit); resultater kan bli umulige. Færre variabler, eller variabler som de samme respondentene svarte på, gir en som er det.
    sv Korrelationerna från olika svarande motsäger varandra (matrisen är inte positivt definit); resultat kan bli omöjliga. Färre variabler, eller sådana som samma svarande besvarade, ger en som är det.
    de Die Korrelationen verschiedener Befragter widersprechen sich (die Matrix ist nicht positiv definit); Ergebnisse können unmöglich sein. Mit weniger Variablen oder solchen, die dieselben Befragten beantwortet haben, ist sie es.
    en The matrix of correlations is not positive definite; the nearest one that is takes its place (largest change of a correlation {0}).
    nl De correlatiematrix is niet positief definiet; de dichtstbijzijnde die dat wel is neemt haar plaats in (grootste verandering van een correlatie {0}).
    nb Korrelasjonsmatrisen er ikke positivt definit; den nærmeste som er det, tar dens plass (største endring av en korrelasjon {0}).
    sv Korrelationsmatrisen är inte positivt definit; den närmaste som är det tar dess plats (största ändring av en korrelation {0}).
    de Die Korrelationsmatrix ist nicht positiv definit; die nächste, die es ist, tritt an ihre Stelle (größte Änderung einer Korrelation {0}).
    en {0}: without one respondent nothing is left to correlate, or the rest correlate perfectly. How much the correlation may vary these answers do not tell; there is no interval.
    nl {0}: zonder één respondent blijft er niets te correleren over, of correleert de rest volmaakt. Hoeveel de correlatie kan variëren zeggen deze antwoorden niet; er is geen interval.
    nb {0}: uten én respondent er det ingenting igjen å korrelere, eller resten korrelerer perfekt. Hvor mye korrelasjonen kan variere, sier ikke disse svarene; det er ikke noe intervall.
    sv {0}: utan en svarande finns inget kvar att korrelera, eller så korrelerar resten perfekt. Hur mycket korrelationen kan variera säger dessa svar inte; det finns inget intervall.
    de {0}: Ohne einen Befragten bleibt nichts zu korrelieren, oder der Rest korreliert vollkommen. Wie sehr die Korrelation schwanken kann, sagen diese Antworten nicht; es gibt kein Intervall.
    en {0}: of the {1} resamples too many have no such correlation; there is no interval.
    nl {0}: van de {1} hertrekkingen hebben er te veel geen zo'n correlatie; er is geen interval.
    nb {0}: av de {1} gjentrekningene har for mange ingen slik korrelasjon; det er ikke noe intervall.
    sv {0}: av de {1} omdragningarna saknar för många en sådan korrelation; det finns inget intervall.
    de {0}: Von den {1} Stichprobenwiederholungen haben zu viele keine solche Korrelation; es gibt kein Intervall.
    en Partial correlations of pairs on different respondents have no analytic errors: {0} gives intervals, {1} gives both.
    nl Partiële correlaties van paren op verschillende respondenten hebben geen analytische fouten: {0} geeft intervallen, {1} geeft beide.
    nb Partielle korrelasjoner for par på ulike respondenter har ingen analytiske feil: {0} gir intervaller, {1} gir begge deler.
    sv Partiella korrelationer för par på olika svarande har inga analytiska fel: {0} ger intervall, {1} ger båda.
    de Partielle Korrelationen von Paaren mit verschiedenen Befragten haben keine analytischen Fehler: {0} ergibt Intervalle, {1} beides.
    en {0} correlate perfectly: the likelihood has no maximum inside −1 … 1 (pairs of answers that never occur let it rise to the end). There is neither an interval nor a p-value.
    nl {0} correleren volmaakt: de likelihood heeft geen maximum binnen −1 … 1 (antwoordparen die nooit voorkomen laten haar tot het eind stijgen). Er is geen interval en geen p-waarde.
    nb {0} korrelerer perfekt: likelihooden har ikke noe maksimum innenfor −1 … 1 (svarpar som aldri forekommer, lar den stige helt ut). Det er verken intervall eller p-verdi.
    sv {0} korrelerar perfekt: likelihooden har inget maximum inom −1 … 1 (svarspar som aldrig förekommer låter den stiga ända ut). Det finns varken intervall eller p-värde.
    de {0} korrelieren vollkommen: Die Likelihood hat kein Maximum innerhalb von −1 … 1 (nie vorkommende Antwortpaare lassen sie bis zum Ende steigen). Es gibt weder Intervall noch p-Wert.
    en {0} correlate perfectly: one can be computed from the other. There is no interval.
    nl {0} correleren volmaakt: het een is uit het ander te berekenen. Er is geen interval.
    nb {0} korrelerer perfekt: den ene kan beregnes fra den andre. Det er ikke noe intervall.
    sv {0} korrelerar perfekt: den ena kan beräknas ur den andra. Det finns inget intervall.
    de {0} korrelieren vollkommen: Das eine lässt sich aus dem anderen berechnen. Es gibt kein Intervall.
    en The matrix is singular: some variables are determined by the others.
    nl De matrix is singulier: sommige variabelen liggen vast door de andere.
    nb Matrisen er singulær: noen variabler er bestemt av de andre.
    sv Matrisen är singulär: några variabler bestäms av de andra.
    de Die Matrix ist singulär: Manche Variablen sind durch die anderen bestimmt.
    en The matrix is not positive definite: its correlations, estimated pair by pair, contradict each other. Models start from the nearest matrix that is one.
    nl De matrix is niet positief definiet: de correlaties, per paar geschat, spreken elkaar tegen. Modellen gaan uit van de dichtstbijzijnde matrix die dat wel is.
    nb Matrisen er ikke positivt definit: korrelasjonene, estimert par for par, motsier hverandre. Modeller starter fra den nærmeste matrisen som er det.
    sv Matrisen är inte positivt definit: korrelationerna, skattade par för par, motsäger varandra. Modeller utgår från den närmaste matris som är det.
    de Die Matrix ist nicht positiv definit: Ihre paarweise geschätzten Korrelationen widersprechen sich. Modelle gehen von der nächsten Matrix aus, die es ist.
    en Student's t
    nl t van Student
    nb Students t
    sv Students t
    de Students t
    en the normal distribution, corrected for ties
    nl de normale verdeling, gecorrigeerd voor gelijke waarden
    nb normalfordelingen, korrigert for like verdier
    sv normalfördelningen, korrigerad för lika värden
    de die Normalverteilung, um Bindungen korrigiert
    en The p-values are approximate ({0}); exact ones are given for at most {1} respondents without equal answers.
    nl De p-waarden zijn benaderd ({0}); exacte worden gegeven voor hoogstens {1} respondenten zonder gelijke antwoorden.
    nb p-verdiene er tilnærmede ({0}); eksakte gis for høyst {1} respondenter uten like svar.
    sv p-värdena är approximativa ({0}); exakta ges för högst {1} svarande utan lika svar.
    de Die p-Werte sind genähert ({0}); genaue gibt es für höchstens {1} Befragte ohne gleiche Antworten.
    en The p-value of {0} is approximate ({1}); exact ones are given for at most {2} respondents without equal answers.
    nl De p-waarde van {0} is benaderd ({1}); exacte worden gegeven voor hoogstens {2} respondenten zonder gelijke antwoorden.
    nb p-verdien for {0} er tilnærmet ({1}); eksakte gis for høyst {2} respondenter uten like svar.
    sv p-värdet för {0} är approximativt ({1}); exakta ges för högst {2} svarande utan lika svar.
    de Der p-Wert von {0} ist genähert ({1}); genaue gibt es für höchstens {2} Befragte ohne gleiche Antworten.
    en {0} of the {1} p-values are approximate ({2}); exact ones are given for at most {3} respondents without equal answers.
    nl {0} van de {1} p-waarden zijn benaderd ({2}); exacte worden gegeven voor hoogstens {3} respondenten zonder gelijke antwoorden.
    nb {0} av de {1} p-verdiene er tilnærmede ({2}); eksakte gis for høyst {3} respondenter uten like svar.
    sv {0} av de {1} p-värdena är approximativa ({2}); exakta ges för högst {3} svarande utan lika svar.
    de {0} der {1} p-Werte sind genähert ({2}); genaue gibt es für höchstens {3} Befragte ohne gleiche Antworten.
    en '{0}' and '{1}'
    nl '{0}' en '{1}'
    nb '{0}' og '{1}'
    sv '{0}' och '{1}'
    de '{0}' und '{1}'
    en {0} and {1} more pairs
    nl {0} en nog {1} paren
    nb {0} og {1} par til
    sv {0} och {1} par till
    de {0} und {1} weitere Paare
    en Whole numbers with at most {0} different answers count as ratings, unless the options say otherwise (ratings: {1}; measured: {2}).
    nl Gehele getallen met hoogstens {0} verschillende antwoorden gelden als beoordelingen, tenzij de opties anders zeggen (beoordelingen: {1}; gemeten: {2}).
    nb Heltall med høyst {0} ulike svar regnes som vurderinger, om ikke valgene sier noe annet (vurderinger: {1}; målt: {2}).
    sv Heltal med högst {0} olika svar räknas som bedömningar, om inte valen säger annat (bedömningar: {1}; uppmätta: {2}).
    de Ganze Zahlen mit höchstens {0} verschiedenen Antworten gelten als Bewertungen, sofern die Optionen nichts anderes sagen (Bewertungen: {1}; gemessen: {2}).
    en In {0} of {1} tables of two ratings some pairs of answers never occur ({2} cell in all, first of {3}). They count as they are: nothing is added to them.
    nl In {0} van {1} tabellen van twee beoordelingen komen sommige antwoordparen nooit voor (in totaal {2} cel, eerst bij {3}). Ze tellen zoals ze zijn: er wordt niets bij opgeteld.
    nb I {0} av {1} tabeller med to vurderinger forekommer noen svarpar aldri ({2} celle i alt, først for {3}). De telles som de er: ingenting legges til.
    sv I {0} av {1} tabeller med två bedömningar förekommer några svarspar aldrig ({2} cell totalt, först för {3}). De räknas som de är: inget läggs till.
    de In {0} von {1} Tabellen zweier Bewertungen kommen manche Antwortpaare nie vor (insgesamt {2} Zelle, zuerst bei {3}). Sie zählen, wie sie sind: Nichts wird hinzugefügt.
    en In {0} of {1} tables of two ratings some pairs of answers never occur ({2} cells in all, first of {3}). They count as they are: nothing is added to them.
    nl In {0} van {1} tabellen van twee beoordelingen komen sommige antwoordparen nooit voor (in totaal {2} cellen, eerst bij {3}). Ze tellen zoals ze zijn: er wordt niets bij opgeteld.
    nb I {0} av {1} tabeller med to vurderinger forekommer noen svarpar aldri ({2} celler i alt, først for {3}). De telles som de er: ingenting legges til.
    sv I {0} av {1} tabeller med två bedömningar förekommer några svarspar aldrig ({2} celler totalt, först för {3}). De räknas som de är: inget läggs till.
    de In {0} von {1} Tabellen zweier Bewertungen kommen manche Antwortpaare nie vor (insgesamt {2} Zellen, zuerst bei {3}). Sie zählen, wie sie sind: Nichts wird hinzugefügt.
    en {0} of {1} replicates gave nothing: {2}.
    nl {0} van {1} hertrekkingen gaven niets: {2}.
    nb {0} av {1} gjentrekninger ga ingenting: {2}.
    sv {0} av {1} omdragningar gav inget: {2}.
    de {0} von {1} Wiederholungen ergaben nichts: {2}.
    en These are too many for intervals, of which there are none.
    nl Dat zijn er te veel voor intervallen, die er dus niet zijn.
    nb Det er for mange for intervaller, som det ikke er noen av.
    sv Det är för många för intervall, som alltså saknas.
    de Das sind zu viele für Intervalle, die es daher nicht gibt.
    en Intervals are percentile ones. There are no BCa intervals: {0}.
    nl Intervallen zijn percentielintervallen. Er zijn geen BCa-intervallen: {0}.
    nb Intervallene er persentilintervaller. Det er ingen BCa-intervaller: {0}.
    sv Intervallen är percentilintervall. Det finns inga BCa-intervall: {0}.
    de Die Intervalle sind Perzentilintervalle. Es gibt keine BCa-Intervalle: {0}.
    en Nothing can be drawn from a matrix without n, so there are no intervals. Say {0}.
    nl Uit een matrix zonder n valt niets te trekken, dus er zijn geen intervallen. Zeg {0}.
    nb Ingenting kan trekkes fra en matrise uten n, så det er ingen intervaller. Si {0}.
    sv Ur en matris utan n kan inget dras, så det finns inga intervall. Säg {0}.
    de Aus einer Matrix ohne n kann nicht gezogen werden, daher gibt es keine Intervalle. Geben Sie {0} an.
    en Without resampling only α has an interval, Feldt's, which assumes normal items of equal covariances.
    nl Zonder hertrekkingen heeft alleen α een interval, dat van Feldt, dat normaal verdeelde items met gelijke covarianties aanneemt.
    nb Uten gjentrekninger har bare α et intervall, Feldts, som antar normalfordelte spørsmål med like kovarianser.
    sv Utan omdragningar har bara α ett intervall, Feldts, som antar normalfördelade frågor med lika kovarianser.
    de Ohne Stichprobenwiederholungen hat nur α ein Intervall, das von Feldt, das normalverteilte Items gleicher Kovarianzen annimmt.
    en Without resampling there is no interval: Feldt's, of α, assumes complete rows without sampling weights, strata or clusters.
    nl Zonder hertrekkingen is er geen interval: dat van Feldt, van α, neemt volledige rijen zonder steekproefgewichten, strata of clusters aan.
    nb Uten gjentrekninger er det ikke noe intervall: Feldts, for α, antar komplette rader uten utvalgsvekter, strata eller klynger.
    sv Utan omdragningar finns inget intervall: Feldts, för α, antar fullständiga rader utan urvalsvikter, strata eller kluster.
    de Ohne Stichprobenwiederholungen gibt es kein Intervall: Das von Feldt, für α, nimmt vollständige Zeilen ohne Stichprobengewichte, Schichten oder Klumpen an.
    en χ² of the one-factor models and what follows from it need complete rows, or correlations of independent respondents; under a design as many clusters beyond strata as degrees of freedom: they are left out.
    nl χ² van de eenfactormodellen en wat eruit volgt vereisen volledige rijen, of correlaties van onafhankelijke respondenten; bij een steekproefontwerp zoveel clusters boven de strata als vrijheidsgraden: ze zijn weggelaten.
    nb χ² for enfaktormodellene og det som følger av den, krever komplette rader, eller korrelasjoner fra uavhengige respondenter; under et design like mange klynger utover strataene som frihetsgrader: de er utelatt.
    sv χ² för enfaktormodellerna och det som följer av det kräver fullständiga rader, eller korrelationer från oberoende svarande; under en design lika många kluster utöver strata som frihetsgrader: de är utelämnade.
    de χ² der Einfaktormodelle und was daraus folgt brauchen vollständige Zeilen oder Korrelationen unabhängiger Befragter, bei einem Stichprobenplan so viele Klumpen über die Schichten hinaus wie Freiheitsgrade: Sie entfallen.
    en Ordinal coefficients need the respondents' rows and are left out.
    nl Ordinale coëfficiënten vereisen de rijen van de respondenten en zijn weggelaten.
    nb Ordinale koeffisienter krever radene til respondentene og er utelatt.
    sv Ordinala koefficienter kräver de svarandes rader och är utelämnade.
    de Ordinale Koeffizienten brauchen die Zeilen der Befragten und entfallen.
    en With so many rows they were summed: ordinal coefficients are left out, which need unweighted ratings of at most {0} different answers.
    nl Bij zoveel rijen zijn ze opgeteld: ordinale coëfficiënten zijn weggelaten; die vereisen ongewogen beoordelingen met hoogstens {0} verschillende antwoorden.
    nb Med så mange rader ble de summert: ordinale koeffisienter er utelatt; de krever uvektede vurderinger med høyst {0} ulike svar.
    sv Med så många rader summerades de: ordinala koefficienter är utelämnade; de kräver oviktade bedömningar med högst {0} olika svar.
    de Bei so vielen Zeilen wurden sie summiert: Ordinale Koeffizienten entfallen; sie brauchen ungewichtete Bewertungen mit höchstens {0} verschiedenen Antworten.
    en '{0}' has one item: its reliability cannot be seen in one survey, and it takes no part in the comparison of constructs.
    nl '{0}' heeft één item: de betrouwbaarheid is in één enquête niet te zien, en het doet niet mee aan de vergelijking van constructen.
    nb '{0}' har ett spørsmål: reliabiliteten kan ikke ses i én undersøkelse, og det deltar ikke i sammenligningen av begreper.
    sv '{0}' har en fråga: reliabiliteten går inte att se i en enda undersökning, och det deltar inte i jämförelsen av begrepp.
    de '{0}' hat ein Item: Seine Reliabilität ist in einer einzigen Befragung nicht zu sehen, und es nimmt am Vergleich der Konstrukte nicht teil.
    en Too few respondents answered all items of '{0}' ({1}), or one of the items is the same in all their answers: nothing can be said of it.
    nl Te weinig respondenten beantwoordden alle items van '{0}' ({1}), of een van de items is in al hun antwoorden hetzelfde: er valt niets over te zeggen.
    nb For få respondenter svarte på alle spørsmålene i '{0}' ({1}), eller ett av spørsmålene er likt i alle svarene: ingenting kan sies om det.
    sv För få svarande besvarade alla frågor i '{0}' ({1}), eller en av frågorna är lika i alla deras svar: inget kan sägas om det.
    de Zu wenige Befragte haben alle Items von '{0}' beantwortet ({1}), oder eines der Items ist in allen Antworten gleich: Darüber lässt sich nichts sagen.
    en α of '{0}' is negative: the items go against each other on the whole. Look for reversed ones, or they do not belong together.
    nl α van '{0}' is negatief: de items gaan in het geheel tegen elkaar in. Zoek omgekeerde items, anders horen ze niet bij elkaar.
    nb α for '{0}' er negativ: spørsmålene går i det hele mot hverandre. Se etter snudde spørsmål, ellers hører de ikke sammen.
    sv α för '{0}' är negativt: frågorna går på det hela emot varandra. Leta efter omvända frågor, annars hör de inte ihop.
    de α von '{0}' ist negativ: Die Items laufen im Ganzen gegeneinander. Suchen Sie nach umgepolten, sonst gehören sie nicht zusammen.
    en In the one-factor model of '{0}' an item has no uniqueness left (Heywood case): do not read its composite reliability and AVE as they stand.
    nl In het eenfactormodel van '{0}' heeft een item geen unieke variantie over (Heywood-geval): lees de samengestelde betrouwbaarheid en AVE niet zoals ze er staan.
    nb I enfaktormodellen for '{0}' har et spørsmål ingen unik varians igjen (Heywood-tilfelle): les ikke sammensatt reliabilitet og AVE som de står.
    sv I enfaktormodellen för '{0}' har en fråga ingen unik varians kvar (Heywood-fall): läs inte sammansatt reliabilitet och AVE som de står.
    de Im Einfaktormodell von '{0}' hat ein Item keine eigene Varianz mehr (Heywood-Fall): Nehmen Sie Faktorreliabilität und AVE nicht, wie sie dastehen.
    en The correlations of '{0}' are not positive definite (an item repeats others, or there are fewer respondents than items): there is no one-factor model by maximum likelihood.
    nl De correlaties van '{0}' zijn niet positief definiet (een item herhaalt andere, of er zijn minder respondenten dan items): er is geen eenfactormodel met maximum likelihood.
    nb Korrelasjonene i '{0}' er ikke positivt definite (et spørsmål gjentar andre, eller det er færre respondenter enn spørsmål): det er ingen enfaktormodell med maximum likelihood.
    sv Korrelationerna i '{0}' är inte positivt definita (en fråga upprepar andra, eller det finns färre svarande än frågor): det finns ingen enfaktormodell med maximum likelihood.
    de Die Korrelationen von '{0}' sind nicht positiv definit (ein Item wiederholt andere, oder es gibt weniger Befragte als Items): Es gibt kein Einfaktormodell mit Maximum-Likelihood.
    en '{0}' has too many split halves to try all: best and worst of {1} random ones, some of them improved by exchanges.
    nl '{0}' heeft te veel splitsingen in helften om alle te proberen: beste en slechtste van {1} toevallige, waarvan enkele door verwisselen verbeterd.
    nb '{0}' har for mange delinger i halvdeler til å prøve alle: beste og verste av {1} tilfeldige, noen av dem forbedret ved bytter.
    sv '{0}' har för många delningar i halvor för att pröva alla: bästa och sämsta av {1} slumpmässiga, några av dem förbättrade genom byten.
    de '{0}' hat zu viele Testhalbierungen, um alle zu probieren: beste und schlechteste von {1} zufälligen, manche davon durch Tausch verbessert.
    en {0} with the ends of its scale
    nl {0} met de uiteinden van de schaal
    nb {0} med endene av skalaen
    sv {0} med skalans ändar
    de {0} mit den Enden der Skala
    en {0} of '{1}' goes against the other items (sign on their first principal component). If worded the other way round, turn it: reversed: [{2}] in the study, or {3}.
    nl {0} van '{1}' gaat tegen de andere items in (teken op hun eerste hoofdcomponent). Als het omgekeerd is geformuleerd, keer het om: reversed: [{2}] in de studie, of {3}.
    nb {0} i '{1}' går mot de andre spørsmålene (fortegn på den første hovedkomponenten deres). Om det er formulert motsatt, snu det: reversed: [{2}] i studien, eller {3}.
    sv {0} i '{1}' går emot de övriga frågorna (tecken på deras första principalkomponent). Om den är omvänt formulerad, vänd den: reversed: [{2}] i studien, eller {3}.
    de {0} von '{1}' läuft den anderen Items entgegen (Vorzeichen auf deren erster Hauptkomponente). Ist es umgekehrt formuliert, polen Sie es um: reversed: [{2}] in der Studie, oder {3}.
    en {0} of '{1}' go against the other items (sign on their first principal component). If worded the other way round, turn them: reversed: [{2}] in the study, or {3}.
    nl {0} van '{1}' gaan tegen de andere items in (teken op hun eerste hoofdcomponent). Als ze omgekeerd zijn geformuleerd, keer ze om: reversed: [{2}] in de studie, of {3}.
    nb {0} i '{1}' går mot de andre spørsmålene (fortegn på den første hovedkomponenten deres). Om de er formulert motsatt, snu dem: reversed: [{2}] i studien, eller {3}.
    sv {0} i '{1}' går emot de övriga frågorna (tecken på deras första principalkomponent). Om de är omvänt formulerade, vänd dem: reversed: [{2}] i studien, eller {3}.
    de {0} von '{1}' laufen den anderen Items entgegen (Vorzeichen auf deren erster Hauptkomponente). Sind sie umgekehrt formuliert, polen Sie sie um: reversed: [{2}] in der Studie, oder {3}.
    en {0} of {1} resamples give no ω of '{2}' (an item has the same answer throughout, or there is no solution): these are too many for an interval, of which there is none.
    nl {0} van {1} hertrekkingen geven geen ω van '{2}' (een item heeft overal hetzelfde antwoord, of er is geen oplossing): dat zijn er te veel voor een interval, dat er dus niet is.
    nb {0} av {1} gjentrekninger gir ingen ω for '{2}' (et spørsmål har samme svar hele veien, eller det er ingen løsning): det er for mange for et intervall, som det ikke er noe av.
    sv {0} av {1} omdragningar ger inget ω för '{2}' (en fråga har samma svar genomgående, eller det finns ingen lösning): det är för många för ett intervall, som alltså saknas.
    de {0} von {1} Stichprobenwiederholungen ergeben kein ω von '{2}' (ein Item hat durchweg dieselbe Antwort, oder es gibt keine Lösung): Das sind zu viele für ein Intervall, das es daher nicht gibt.
    en '{0}' has no ω hierarchical: the correlations of its three group factors are not those of one factor behind them, as when the items have a single factor and the groups are chance.
    nl '{0}' heeft geen hiërarchische ω: de correlaties van de drie groepsfactoren zijn niet die van één factor erachter, zoals wanneer de items één factor hebben en de groepen toeval zijn.
    nb '{0}' har ingen hierarkisk ω: korrelasjonene mellom de tre gruppefaktorene er ikke de av én faktor bak dem, som når spørsmålene har én enkelt faktor og gruppene er tilfeldige.
    sv '{0}' har inget hierarkiskt ω: korrelationerna mellan dess tre gruppfaktorer är inte de av en enda faktor bakom dem, som när frågorna har en enda faktor och grupperna är slump.
    de '{0}' hat kein hierarchisches ω: Die Korrelationen seiner drei Gruppenfaktoren sind nicht die eines Faktors dahinter, wie wenn die Items einen einzigen Faktor haben und die Gruppen Zufall sind.
    en The polychoric correlations of '{0}' contradict each other so much that α of them would exceed 1: there are no ordinal coefficients. Answers of few kinds, or few respondents, bring that about.
    nl De polychorische correlaties van '{0}' spreken elkaar zo tegen dat α ervan boven 1 zou komen: er zijn geen ordinale coëfficiënten. Weinig soorten antwoorden, of weinig respondenten, veroorzaken dat.
    nb De polykoriske korrelasjonene i '{0}' motsier hverandre så mye at α av dem ville overstige 1: det er ingen ordinale koeffisienter. Få slags svar, eller få respondenter, fører til det.
    sv De polykoriska korrelationerna i '{0}' motsäger varandra så mycket att α av dem skulle överstiga 1: det finns inga ordinala koefficienter. Få slags svar, eller få svarande, leder till det.
    de Die polychorischen Korrelationen von '{0}' widersprechen sich so sehr, dass ihr α über 1 läge: Es gibt keine ordinalen Koeffizienten. Wenige Antwortarten oder wenige Befragte führen dazu.
    en '{0}' and '{1}' and {2} more pairs
    nl '{0}' en '{1}' en nog {2} paren
    nb '{0}' og '{1}' og {2} par til
    sv '{0}' och '{1}' och {2} par till
    de '{0}' und '{1}' und {2} weiteren Paaren
    en '{0}' and '{1}' and 1 more pair
    nl '{0}' en '{1}' en nog 1 paar
    nb '{0}' og '{1}' og 1 par til
    sv '{0}' och '{1}' och 1 par till
    de '{0}' und '{1}' und 1 weiteren Paar
    en HTMT or the corrected correlation of {0} lies outside −1 … 1, where no correlation can be: the items of the two constructs correlate as closely as those within them (they may be one), or the reliabilities are too low, or estimated on too few answers, to correct with.
    nl HTMT of de gecorrigeerde correlatie van {0} ligt buiten −1 … 1, waar geen correlatie kan zijn: de items van de twee constructen correleren zo sterk als die erbinnen (ze kunnen één zijn), of de betrouwbaarheden zijn te laag, of op te weinig antwoorden geschat, om mee te corrigeren.
    nb HTMT eller den korrigerte korrelasjonen for {0} ligger utenfor −1 … 1, der ingen korrelasjon kan være: spørsmålene i de to begrepene korrelerer like sterkt som de innenfor dem (de kan være ett), eller reliabilitetene er for lave, eller estimert på for få svar, til å korrigere med.
    sv HTMT eller den korrigerade korrelationen för {0} ligger utanför −1 … 1, där ingen korrelation kan vara: frågorna i de två begreppen korrelerar lika starkt som de inom dem (de kan vara ett), eller så är reliabiliteterna för låga, eller skattade på för få svar, för att korrigera med.
    de HTMT oder die korrigierte Korrelation von {0} liegt außerhalb von −1 … 1, wo keine Korrelation sein kann: Die Items der beiden Konstrukte korrelieren so eng wie die innerhalb (sie sind vielleicht eines), oder die Reliabilitäten sind zu niedrig oder aus zu wenigen Antworten geschätzt, um damit zu korrigieren.
    en The first component of all {0} items takes {1} % of their variance (Harman's check). Less than half does not show that a common method left no trace, and more may be one strong trait (Podsakoff, MacKenzie, Lee & Podsakoff 2003): read nothing into it.
    nl De eerste component van alle {0} items neemt {1} % van hun variantie (controle van Harman). Minder dan de helft toont niet dat een gemeenschappelijke methode geen spoor naliet, en meer kan één sterke eigenschap zijn (Podsakoff, MacKenzie, Lee & Podsakoff 2003): lees er niets in.
    nb Den første komponenten av alle {0} spørsmål tar {1} % av variansen (Harmans sjekk). Mindre enn halvparten viser ikke at en felles metode ikke satte spor, og mer kan være ett sterkt trekk (Podsakoff, MacKenzie, Lee & Podsakoff 2003): legg ikke noe i det.
    sv Den första komponenten av alla {0} frågor tar {1} % av deras varians (Harmans kontroll). Mindre än hälften visar inte att en gemensam metod inte lämnat spår, och mer kan vara ett starkt drag (Podsakoff, MacKenzie, Lee & Podsakoff 2003): läs inte in något i det.
    de Die erste Komponente aller {0} Items nimmt {1} % ihrer Varianz auf (Harman-Prüfung). Weniger als die Hälfte zeigt nicht, dass eine gemeinsame Methode keine Spur hinterließ, und mehr kann eine starke Eigenschaft sein (Podsakoff, MacKenzie, Lee & Podsakoff 2003): Lesen Sie nichts hinein.
    en Heywood case: the uniqueness of {0} was estimated at its lower bound, {1}, and a communality is above 1, which leaves less than nothing. Usually there are too many factors, too few items of one factor, or too few respondents; do not read the solution as it stands.
    nl Heywood-geval: de unieke variantie van {0} is op de ondergrens, {1}, geschat, en een communaliteit is boven 1, wat minder dan niets overlaat. Meestal zijn er te veel factoren, te weinig items van een factor of te weinig respondenten; lees de oplossing niet zoals ze er staat.
    nb Heywood-tilfelle: den unike variansen til {0} ble estimert til nedre grense, {1}, og en kommunalitet er over 1, som etterlater mindre enn ingenting. Som regel er det for mange faktorer, for få spørsmål i en faktor eller for få respondenter; les ikke løsningen som den står.
    sv Heywood-fall: den unika variansen för {0} skattades till sin undre gräns, {1}, och en kommunalitet är över 1, vilket lämnar mindre än inget. Oftast finns för många faktorer, för få frågor i en faktor eller för få svarande; läs inte lösningen som den står.
    de Heywood-Fall: Die eigene Varianz von {0} wurde an ihrer Untergrenze {1} geschätzt, und eine Kommunalität liegt über 1, was weniger als nichts übrig lässt. Meist sind es zu viele Faktoren, zu wenige Items eines Faktors oder zu wenige Befragte; nehmen Sie die Lösung nicht, wie sie dasteht.
    en Heywood case: the uniqueness of {0} was estimated at its lower bound, {1}. Usually there are too many factors, too few items of one factor, or too few respondents; do not read the solution as it stands.
    nl Heywood-geval: de unieke variantie van {0} is op de ondergrens, {1}, geschat. Meestal zijn er te veel factoren, te weinig items van een factor of te weinig respondenten; lees de oplossing niet zoals ze er staat.
    nb Heywood-tilfelle: den unike variansen til {0} ble estimert til nedre grense, {1}. Som regel er det for mange faktorer, for få spørsmål i en faktor eller for få respondenter; les ikke løsningen som den står.
    sv Heywood-fall: den unika variansen för {0} skattades till sin undre gräns, {1}. Oftast finns för många faktorer, för få frågor i en faktor eller för få svarande; läs inte lösningen som den står.
    de Heywood-Fall: Die eigene Varianz von {0} wurde an ihrer Untergrenze {1} geschätzt. Meist sind es zu viele Faktoren, zu wenige Items eines Faktors oder zu wenige Befragte; nehmen Sie die Lösung nicht, wie sie dasteht.
    en The extraction did not converge: after {0} iterations the gradient's largest element was {1}.
    nl De extractie convergeerde niet: na {0} iteraties was het grootste element van de gradiënt {1}.
    nb Ekstraksjonen konvergerte ikke: etter {0} iterasjoner var det største elementet i gradienten {1}.
    sv Extraktionen konvergerade inte: efter {0} iterationer var gradientens största element {1}.
    de Die Extraktion konvergierte nicht: Nach {0} Iterationen war das größte Element des Gradienten {1}.
    en The rotation did not converge in {0} iterations from any start; another criterion may.
    nl De rotatie convergeerde in {0} iteraties vanuit geen enkele start; een ander criterium misschien wel.
    nb Rotasjonen konvergerte ikke på {0} iterasjoner fra noen start; et annet kriterium kan gjøre det.
    sv Rotationen konvergerade inte på {0} iterationer från någon start; ett annat kriterium kan göra det.
    de Die Rotation konvergierte in {0} Iterationen von keinem Start aus; ein anderes Kriterium vielleicht schon.
    en Of {0} starts of the rotation {1} ended at the best solution, which is shown; the others ended at worse local minima.
    nl Van {0} starts van de rotatie eindigden er {1} bij de beste oplossing, die wordt getoond; de andere bij slechtere lokale minima.
    nb Av {0} starter av rotasjonen endte {1} i den beste løsningen, som vises; de andre endte i dårligere lokale minima.
    sv Av {0} starter av rotationen slutade {1} i den bästa lösningen, som visas; de andra slutade i sämre lokala minima.
    de Von {0} Starts der Rotation endeten {1} bei der besten Lösung, die gezeigt wird; die anderen bei schlechteren lokalen Minima.
    en χ² and what follows from it need complete rows, or Pearson correlations of independent respondents, and under a design as many clusters beyond strata as degrees of freedom: they are left out.
    nl χ² en wat eruit volgt vereisen volledige rijen, of Pearson-correlaties van onafhankelijke respondenten, en bij een steekproefontwerp zoveel clusters boven de strata als vrijheidsgraden: ze zijn weggelaten.
    nb χ² og det som følger av den, krever komplette rader, eller Pearson-korrelasjoner fra uavhengige respondenter, og under et design like mange klynger utover strataene som frihetsgrader: de er utelatt.
    sv χ² och det som följer av det kräver fullständiga rader, eller Pearsonkorrelationer från oberoende svarande, och under en design lika många kluster utöver strata som frihetsgrader: de är utelämnade.
    de χ² und was daraus folgt brauchen vollständige Zeilen oder Pearson-Korrelationen unabhängiger Befragter und bei einem Stichprobenplan so viele Klumpen über die Schichten hinaus wie Freiheitsgrade: Sie entfallen.
    en How many respondents the correlations are from is not known: there is no χ². Say {0}.
    nl Van hoeveel respondenten de correlaties zijn is niet bekend: er is geen χ². Zeg {0}.
    nb Hvor mange respondenter korrelasjonene er fra, er ikke kjent: det er ingen χ². Si {0}.
    sv Hur många svarande korrelationerna kommer från är inte känt: det finns inget χ². Säg {0}.
    de Von wie vielen Befragten die Korrelationen stammen, ist nicht bekannt: Es gibt kein χ². Geben Sie {0} an.
    en Components take all of the items' variance, measurement error included: their loadings are larger than those of factors, and there is no test of fit.
    nl Componenten nemen alle variantie van de items, meetfout inbegrepen: hun ladingen zijn groter dan die van factoren, en er is geen toets van de fit.
    nb Komponenter tar all variansen i spørsmålene, målefeil inkludert: ladningene er større enn for faktorer, og det er ingen test av tilpasning.
    sv Komponenter tar all varians i frågorna, mätfel inräknat: deras laddningar är större än faktorers, och det finns inget test av anpassningen.
    de Komponenten nehmen die ganze Varianz der Items auf, Messfehler inbegriffen: Ihre Ladungen sind größer als die von Faktoren, und es gibt keinen Anpassungstest.
    en χ² and the errors of loadings assume normal answers: there are too many items, or the solution is improper, so that they cannot be made from the rows themselves.
    nl χ² en de fouten van ladingen nemen normaal verdeelde antwoorden aan: er zijn te veel items, of de oplossing is oneigenlijk, zodat ze niet uit de rijen zelf te maken zijn.
    nb χ² og feilene til ladninger antar normalfordelte svar: det er for mange spørsmål, eller løsningen er uegentlig, slik at de ikke kan lages fra radene selv.
    sv χ² och laddningarnas fel antar normalfördelade svar: det finns för många frågor, eller så är lösningen oegentlig, så att de inte kan göras ur raderna själva.
    de χ² und die Fehler der Ladungen nehmen normalverteilte Antworten an: Es sind zu viele Items, oder die Lösung ist unzulässig, sodass sie sich nicht aus den Zeilen selbst gewinnen lassen.
    en {0} of {1} replicates gave no solution: {2}.
    nl {0} van {1} hertrekkingen gaven geen oplossing: {2}.
    nb {0} av {1} gjentrekninger ga ingen løsning: {2}.
    sv {0} av {1} omdragningar gav ingen lösning: {2}.
    de {0} von {1} Wiederholungen ergaben keine Lösung: {2}.
    en These are too many for intervals and standard errors, of which there are none.
    nl Dat zijn er te veel voor intervallen en standaardfouten, die er dus niet zijn.
    nb Det er for mange for intervaller og standardfeil, som det ikke er noen av.
    sv Det är för många för intervall och medelfel, som alltså saknas.
    de Das sind zu viele für Intervalle und Standardfehler, die es daher nicht gibt.
    en In {0} of {1} replicates a uniqueness stood at its lower bound; they are counted.
    nl In {0} van {1} hertrekkingen stond een unieke variantie op haar ondergrens; ze tellen mee.
    nb I {0} av {1} gjentrekninger sto en unik varians på nedre grense; de er regnet med.
    sv I {0} av {1} omdragningar stod en unik varians på sin undre gräns; de är medräknade.
    de In {0} von {1} Wiederholungen stand eine eigene Varianz an ihrer Untergrenze; sie sind mitgezählt.
    en Intervals of loadings are percentile ones. There are no BCa intervals: {0}.
    nl Intervallen van ladingen zijn percentielintervallen. Er zijn geen BCa-intervallen: {0}.
    nb Intervallene for ladninger er persentilintervaller. Det er ingen BCa-intervaller: {0}.
    sv Laddningarnas intervall är percentilintervall. Det finns inga BCa-intervall: {0}.
    de Die Intervalle der Ladungen sind Perzentilintervalle. Es gibt keine BCa-Intervalle: {0}.
    en Components against the 95th percentile keep {0}, common factors {1}: components cannot see factors that correlate above about .6, as the parts of one experience do.
    nl Componenten tegen het 95e percentiel houden er {0} over, gemeenschappelijke factoren {1}: componenten zien geen factoren die boven ongeveer .6 correleren, zoals de delen van één ervaring doen.
    nb Komponenter mot 95. persentil gir {0}, felles faktorer {1}: komponenter kan ikke se faktorer som korrelerer over omtrent .6, slik delene av én opplevelse gjør.
    sv Komponenter mot 95:e percentilen ger {0}, gemensamma faktorer {1}: komponenter kan inte se faktorer som korrelerar över ungefär .6, som delarna av en och samma upplevelse gör.
    de Komponenten gegen das 95. Perzentil behalten {0}, gemeinsame Faktoren {1}: Komponenten können Faktoren nicht sehen, die über etwa .6 korrelieren, wie es die Teile eines Erlebnisses tun.
    en With many respondents common factors also finds minor ones, which are real but of little use: see whether every factor has at least three items that load on it alone.
    nl Bij veel respondenten vindt de regel van gemeenschappelijke factoren ook kleine, die echt zijn maar van weinig nut: kijk of elke factor minstens drie items heeft die alleen daarop laden.
    nb Med mange respondenter finner regelen med felles faktorer også små, som er reelle, men til liten nytte: se om hver faktor har minst tre spørsmål som bare lader på den.
    sv Med många svarande hittar regeln med gemensamma faktorer även små, som är verkliga men till liten nytta: se om varje faktor har minst tre frågor som bara laddar på den.
    de Bei vielen Befragten findet die Regel gemeinsamer Faktoren auch kleine, die echt, aber von geringem Nutzen sind: Sehen Sie nach, ob jeder Faktor mindestens drei Items hat, die nur auf ihm laden.
    en Fewer keep: {0}.
    nl Minder houden over: {0}.
    nb Færre gir: {0}.
    sv Färre ger: {0}.
    de Weniger behalten: {0}.
    en With so many rows random eigenvalues are those of normal samples of {0} respondents; the rules that shuffle or draw from the answers themselves are left out.
    nl Bij zoveel rijen zijn de toevallige eigenwaarden die van normale steekproeven van {0} respondenten; de regels die de antwoorden zelf schudden of eruit trekken zijn weggelaten.
    nb Med så mange rader er de tilfeldige egenverdiene de av normale utvalg på {0} respondenter; reglene som stokker eller trekker fra svarene selv, er utelatt.
    sv Med så många rader är de slumpmässiga egenvärdena de av normala stickprov om {0} svarande; reglerna som blandar eller drar ur svaren själva är utelämnade.
    de Bei so vielen Zeilen sind die Zufallseigenwerte die normalverteilter Stichproben von {0} Befragten; die Regeln, die die Antworten selbst mischen oder aus ihnen ziehen, entfallen.
    en The rule that recommends keeps no factor: the items hardly correlate. One was extracted all the same.
    nl De regel die aanbeveelt houdt geen factor over: de items correleren nauwelijks. Er is er toch één geëxtraheerd.
    nb Regelen som anbefaler, gir ingen faktor: spørsmålene korrelerer knapt. Én ble likevel ekstrahert.
    sv Regeln som rekommenderar ger ingen faktor: frågorna korrelerar knappt. En extraherades ändå.
    de Die empfehlende Regel behält keinen Faktor: Die Items korrelieren kaum. Einer wurde dennoch extrahiert.
    en The rules for the number of factors take respondents for independent: answers that are alike within clusters may pass for a factor.
    nl De regels voor het aantal factoren vatten respondenten op als onafhankelijk: antwoorden die binnen clusters op elkaar lijken kunnen voor een factor doorgaan.
    nb Reglene for antall faktorer tar respondenter for uavhengige: svar som ligner innenfor klynger, kan gå for å være en faktor.
    sv Reglerna för antalet faktorer tar svarande för oberoende: svar som liknar varandra inom kluster kan passera som en faktor.
    de Die Regeln für die Zahl der Faktoren halten Befragte für unabhängig: Antworten, die sich innerhalb von Klumpen ähneln, können als Faktor erscheinen.
    en Nothing can be drawn from correlations without n. Say {0}.
    nl Uit correlaties zonder n valt niets te trekken. Zeg {0}.
    nb Ingenting kan trekkes fra korrelasjoner uten n. Si {0}.
    sv Ur korrelationer utan n kan inget dras. Säg {0}.
    de Aus Korrelationen ohne n kann nicht gezogen werden. Geben Sie {0} an.
    en The scaling of χ² and the errors are from one of {0} rows, {1} in all: more would change little and take long.
    nl De schaling van χ² en de fouten zijn van één op {0} rijen, {1} in totaal: meer zou weinig veranderen en lang duren.
    nb Skaleringen av χ² og feilene er fra én av {0} rader, {1} i alt: flere ville endre lite og ta lang tid.
    sv Skalningen av χ² och felen är från en av {0} rader, {1} totalt: fler skulle ändra lite och ta lång tid.
    de Die Skalierung von χ² und die Fehler stammen von einer von {0} Zeilen, insgesamt {1}: Mehr würde wenig ändern und lange dauern.
    en Importance, coefficients and R² are of the constructs themselves, as one factor model of all their items has them: the items' error of measurement is left out. The unit of a construct is that of the mean of its items.
    nl Belang, coëfficiënten en R² zijn van de constructen zelf, zoals één factormodel van al hun items ze ziet: de meetfout van de items blijft buiten beschouwing. De eenheid van een construct is die van het gemiddelde van zijn items.
    nb Viktighet, koeffisienter og R² gjelder konstruktene selv, slik én faktormodell av alle leddene deres har dem: leddenes målefeil er holdt utenfor. Et konstrukts enhet er den til gjennomsnittet av leddene.
    sv Betydelse, koefficienter och R² gäller konstrukten själva, så som en faktormodell av alla deras items har dem: items mätfel är utelämnat. Ett konstrukts enhet är den för medelvärdet av dess items.
    de Wichtigkeit, Koeffizienten und R² gelten den Konstrukten selbst, wie ein Faktormodell aller ihrer Items sie hat: Der Messfehler der Items bleibt außen vor. Die Einheit eines Konstrukts ist die des Mittelwerts seiner Items.
    en The factor model does not fit (CFI {0}, RMSEA {1}, 90 % interval {2} to {3}): the answers do not bear these constructs out, and their importance is as doubtful. `mainspring sem` tells in its modification indices where.
    nl Het factormodel past niet (CFI {0}, RMSEA {1}, 90 %-interval {2} tot {3}): de antwoorden bevestigen deze constructen niet, en hun belang is even twijfelachtig. `mainspring sem` zegt in zijn modificatie-indices waar.
    nb Faktormodellen passer ikke (CFI {0}, RMSEA {1}, 90 %-intervall {2} til {3}): svarene bekrefter ikke disse konstruktene, og deres viktighet er like tvilsom. `mainspring sem` sier i sine modifikasjonsindekser hvor.
    sv Faktormodellen passar inte (CFI {0}, RMSEA {1}, 90 %-intervall {2} till {3}): svaren bekräftar inte dessa konstrukt, och deras betydelse är lika tveksam. `mainspring sem` säger i sina modifieringsindex var.
    de Das Faktormodell passt nicht (CFI {0}, RMSEA {1}, 90-%-Intervall {2} bis {3}): Die Antworten bestätigen diese Konstrukte nicht, und ihre Wichtigkeit ist ebenso zweifelhaft. `mainspring sem` sagt in seinen Modifikationsindizes, wo.
    en What the factor model leaves of the items' correlations is {0} on average (SRMR); `mainspring cfa` tests it on the rows with their weights.
    nl Wat het factormodel van de correlaties van de items overlaat, is gemiddeld {0} (SRMR); `mainspring cfa` toetst het op de rijen met hun gewichten.
    nb Det faktormodellen etterlater av leddenes korrelasjoner, er i gjennomsnitt {0} (SRMR); `mainspring cfa` tester den på radene med vektene deres.
    sv Det faktormodellen lämnar av itemens korrelationer är i genomsnitt {0} (SRMR); `mainspring cfa` testar den på raderna med deras vikter.
    de Was das Faktormodell von den Korrelationen der Items übrig lässt, ist im Mittel {0} (SRMR); `mainspring cfa` prüft es an den Zeilen mit ihren Gewichten.
    en The factor model has a CFI of {0} and an RMSEA of {1} (90 % interval {2} to {3}).
    nl Het factormodel heeft een CFI van {0} en een RMSEA van {1} (90 %-interval {2} tot {3}).
    nb Faktormodellen har en CFI på {0} og en RMSEA på {1} (90 %-intervall {2} til {3}).
    sv Faktormodellen har ett CFI på {0} och ett RMSEA på {1} (90 %-intervall {2} till {3}).
    de Das Faktormodell hat einen CFI von {0} und einen RMSEA von {1} (90-%-Intervall {2} bis {3}).
    """#
}
