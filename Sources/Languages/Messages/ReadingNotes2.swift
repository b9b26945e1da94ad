extension Messages {
  /// Notes on reading a survey, on rows, weights and groups, part 2 of 2.
  static let readingNotes2: StaticString = #"""
    en {0}: the fit is perfect and F infinite, as certified. JSON writes null for it.
    nl {0}: de fit is volmaakt en F oneindig, zoals gecertificeerd. JSON schrijft er null voor.
    nb {0}: tilpasningen er perfekt og F uendelig, som sertifisert. JSON skriver null for den.
    sv {0}: anpassningen är perfekt och F oändligt, som certifierat. JSON skriver null för det.
    de {0}: Die Anpassung ist vollkommen und F unendlich, wie zertifiziert. JSON schreibt dafür null.
    en {0} rows without an answer or a group are left out.
    nl {0} rijen zonder antwoord of groep zijn weggelaten.
    nb {0} rader uten svar eller gruppe er utelatt.
    sv {0} rader utan svar eller grupp är utelämnade.
    de {0} Zeilen ohne Antwort oder Gruppe bleiben unberücksichtigt.
    en The moments are of weighted rows, of pairs of answers, of answers with gaps, or no product moments: errors, χ² and what follows from it would not hold, and are left out.
    nl De momenten zijn van gewogen rijen, van paren antwoorden of van antwoorden met gaten, of het zijn geen productmomenten: standaardfouten, χ² en wat daaruit volgt zouden niet kloppen en zijn weggelaten.
    nb Momentene er av vektede rader, av par av svar eller av svar med hull, eller de er ikke produktmomenter: standardfeil, χ² og det som følger av den, ville ikke holde og er utelatt.
    sv Momenten är av viktade rader, av par av svar eller av svar med luckor, eller är inga produktmoment: standardfel, χ² och det som följer av den skulle inte hålla och är utelämnade.
    de Die Momente stammen von gewichteten Zeilen, von Paaren von Antworten oder von lückenhaften Antworten, oder es sind keine Produktmomente: Standardfehler, χ² und was daraus folgt, würden nicht gelten und fehlen.
    en The matrix holds correlations, and they are fitted as if they were covariances: standardised values and χ² hold as long as no parameter ties variances, standard errors are approximate.
    nl De matrix bevat correlaties, en die worden aangepast alsof het covarianties waren: gestandaardiseerde waarden en χ² kloppen zolang geen parameter varianties aan elkaar bindt, standaardfouten zijn bij benadering.
    nb Matrisen inneholder korrelasjoner, og de tilpasses som om de var kovarianser: standardiserte verdier og χ² holder så lenge ingen parameter binder varianser sammen, standardfeil er tilnærmede.
    sv Matrisen innehåller korrelationer, och de anpassas som om de vore kovarianser: standardiserade värden och χ² håller så länge ingen parameter binder samman varianser, standardfel är ungefärliga.
    de Die Matrix enthält Korrelationen, und sie werden angepasst, als wären es Kovarianzen: Standardisierte Werte und χ² gelten, solange kein Parameter Varianzen aneinander bindet; Standardfehler sind genähert.
    en Correlations are fitted, not covariances ({0}): every variable has variance 1, and errors and χ² come from what each respondent does to the correlations, whatever the answers' distribution.
    nl Er worden correlaties aangepast, geen covarianties ({0}): elke variabele heeft variantie 1, en standaardfouten en χ² komen voort uit wat elke respondent met de correlaties doet, hoe de antwoorden ook verdeeld zijn.
    nb Korrelasjoner tilpasses, ikke kovarianser ({0}): hver variabel har varians 1, og standardfeil og χ² kommer av hva hver respondent gjør med korrelasjonene, uansett svarenes fordeling.
    sv Korrelationer anpassas, inte kovarianser ({0}): varje variabel har varians 1, och standardfel och χ² kommer av vad varje respondent gör med korrelationerna, hur svaren än är fördelade.
    de Angepasst werden Korrelationen, keine Kovarianzen ({0}): Jede Variable hat Varianz 1, und Standardfehler und χ² kommen aus dem, was jeder Befragte an den Korrelationen ändert, wie auch immer die Antworten verteilt sind.
    en What unweighted least squares leave is not distributed as χ²: the test and what follows from it are left out. Judge fit by SRMR and residuals, or use maximum likelihood.
    nl Wat ongewogen kleinste kwadraten overlaten, is niet verdeeld als χ²: de toets en wat daaruit volgt zijn weggelaten. Beoordeel de fit aan SRMR en residuen, of gebruik maximum likelihood.
    nb Det uvektede minste kvadrater etterlater, er ikke fordelt som χ²: testen og det som følger av den, er utelatt. Bedøm tilpasningen ved SRMR og residualer, eller bruk maximum likelihood.
    sv Det som oviktade minsta kvadrater lämnar är inte fördelat som χ²: testet och det som följer av det är utelämnat. Bedöm anpassningen med SRMR och residualer, eller använd maximum likelihood.
    de Was ungewichtete kleinste Quadrate übrig lassen, ist nicht wie χ² verteilt: Der Test und was aus ihm folgt, fehlen. Beurteilen Sie die Anpassung an SRMR und Residuen, oder nehmen Sie Maximum Likelihood.
    en The search ended where rounding hides what is left to gain; the estimates may be right to fewer digits than usual.
    nl Het zoeken eindigde waar afronding verbergt wat nog te winnen is; de schattingen kunnen op minder cijfers juist zijn dan gewoonlijk.
    nb Søket endte der avrunding skjuler hva som er igjen å vinne; estimatene kan være riktige med færre sifre enn vanlig.
    sv Sökningen slutade där avrundning döljer vad som är kvar att vinna; skattningarna kan vara rätta med färre siffror än vanligt.
    de Die Suche endete, wo Rundung verdeckt, was noch zu gewinnen ist; die Schätzungen können auf weniger Stellen richtig sein als sonst.
    en The variance of {0} is estimated below zero, which no variance is: do not read the solution as it stands. Often there are too few indicators or respondents, an indicator belongs elsewhere, or two constructs are one.
    nl De variantie van {0} is onder nul geschat, wat geen variantie is: lees de oplossing niet zoals zij er staat. Vaak zijn er te weinig indicatoren of respondenten, hoort een indicator ergens anders, of zijn twee constructen er één.
    nb Variansen til {0} er estimert under null, noe ingen varians er: les ikke løsningen slik den står. Ofte er det for få indikatorer eller respondenter, en indikator hører hjemme et annet sted, eller to begreper er ett.
    sv Variansen för {0} är skattad under noll, vilket ingen varians är: läs inte lösningen som den står. Ofta är det för få indikatorer eller respondenter, en indikator hör hemma någon annanstans, eller så är två begrepp ett.
    de Die Varianz von {0} ist unter null geschätzt, was keine Varianz ist: Lesen Sie die Lösung nicht, wie sie dasteht. Oft gibt es zu wenige Indikatoren oder Befragte, ein Indikator gehört woandershin, oder zwei Konstrukte sind eines.
    en The correlations of the constructs{0} are none that variables can have, foremost those of {1}: do not read the solution as it stands. Look whether the two are one construct.
    nl De correlaties van de constructen{0} zijn er geen die variabelen kunnen hebben, vooral die van {1}: lees de oplossing niet zoals zij er staat. Ga na of de twee één construct zijn.
    nb Korrelasjonene mellom begrepene{0} er ingen som variabler kan ha, fremst de til {1}: les ikke løsningen slik den står. Se om de to er ett begrep.
    sv Korrelationerna mellan begreppen{0} är inga som variabler kan ha, främst de för {1}: läs inte lösningen som den står. Se efter om de två är ett begrepp.
    de Die Korrelationen der Konstrukte{0} sind keine, die Variablen haben können, vor allem die von {1}: Lesen Sie die Lösung nicht, wie sie dasteht. Prüfen Sie, ob die beiden ein Konstrukt sind.
    en Residuals{0} correlate as no variables can: {1}. Do not read the solution as it stands: leave out covariances of residuals that nothing but the data asks for.
    nl Residuen{0} correleren zoals geen variabelen dat kunnen: {1}. Lees de oplossing niet zoals zij er staat: laat covarianties van residuen weg waar alleen de data om vragen.
    nb Residualer{0} korrelerer slik ingen variabler kan: {1}. Les ikke løsningen slik den står: utelat kovarianser mellom residualer som bare dataene ber om.
    sv Residualer{0} korrelerar så som inga variabler kan: {1}. Läs inte lösningen som den står: utelämna kovarianser mellan residualer som bara data begär.
    de Residuen{0} korrelieren so, wie keine Variablen es können: {1}. Lesen Sie die Lösung nicht, wie sie dasteht: Lassen Sie Kovarianzen von Residuen weg, die nur die Daten verlangen.
    en Constructs{0} that the answers hardly tell apart, with their correlations: {1}. A path from one of them beside the other hangs on the little that differs, and its β may pass 1: look whether the two are one construct, or leave one out.
    nl Constructen{0} die de antwoorden nauwelijks uit elkaar houden, met hun correlaties: {1}. Een pad van het ene naast het andere hangt aan het weinige dat verschilt, en zijn β kan boven 1 uitkomen: ga na of de twee één construct zijn, of laat er een weg.
    nb Begreper{0} som svarene knapt skiller fra hverandre, med korrelasjonene deres: {1}. En sti fra det ene ved siden av det andre henger på det lille som er forskjellig, og dens β kan gå over 1: se om de to er ett begrep, eller utelat det ene.
    sv Begrepp{0} som svaren knappt skiljer åt, med deras korrelationer: {1}. En stig från det ena bredvid det andra hänger på det lilla som skiljer, och dess β kan gå över 1: se efter om de två är ett begrepp, eller utelämna det ena.
    de Konstrukte{0}, die die Antworten kaum auseinanderhalten, mit ihren Korrelationen: {1}. Ein Pfad von einem neben dem anderen hängt an dem wenigen, was sich unterscheidet, und sein β kann über 1 gehen: Prüfen Sie, ob die beiden ein Konstrukt sind, oder lassen Sie eines weg.
    en in group {0}
    nl in groep {0}
    nb i gruppe {0}
    sv i grupp {0}
    de in Gruppe {0}
    """#
}
