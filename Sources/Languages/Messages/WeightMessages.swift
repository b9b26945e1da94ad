extension Messages {
  /// Raking, and replicate weights.
  static let weights: StaticString = #"""
    en Standard errors: of the replicate weights.
    nl Standaardfouten: van de replicatiegewichten.
    nb Standardfeil: av replikatvektene.
    sv Standardfel: av replikatvikterna.
    de Standardfehler: der Replikatgewichte.
    en The replicate weights have {0} degrees of freedom, too few for {1} predictors: there are none left for tests and intervals.
    nl De replicatiegewichten hebben {0} vrijheidsgraden, te weinig voor {1} voorspellers: er blijven er geen over voor toetsen en intervallen.
    nb Replikatvektene har {0} frihetsgrader, for få for {1} prediktorer: det er ingen igjen til tester og intervaller.
    sv Replikatvikterna har {0} frihetsgrader, för få för {1} prediktorer: det finns inga kvar för test och intervall.
    de Die Replikatgewichte haben {0} Freiheitsgrade, zu wenige für {1} Prädiktoren: Für Tests und Intervalle bleiben keine übrig.
    en The targets of margin '{0}' add up to {1}; each is divided by that.
    nl De doelen van de marge '{0}' zijn samen {1}; elk wordt daardoor gedeeld.
    nb Målene for marginen '{0}' er til sammen {1}; hvert av dem deles på det.
    sv Målen för marginalen '{0}' är tillsammans {1}; vart och ett delas med det.
    de Die Ziele des Randes '{0}' sind zusammen {1}; jedes wird dadurch geteilt.
    en Margin '{0}' adds up to {1} and '{2}' to {3}; it is brought to the latter.
    nl De marge '{0}' is samen {1} en '{2}' {3}; zij wordt op het laatste gebracht.
    nb Marginen '{0}' er til sammen {1} og '{2}' {3}; den bringes til det siste.
    sv Marginalen '{0}' är tillsammans {1} och '{2}' {3}; den bringas till det senare.
    de Der Rand '{0}' ist zusammen {1} und '{2}' {3}; er wird auf letzteres gebracht.
    en The sample is far from its targets: weights are moved by up to {0} times, and {1} respondents tell as much as {2} of equal weight. Join small categories, or set {3}.
    nl De steekproef ligt ver van haar doelen: gewichten worden tot {0} keer verschoven, en {1} respondenten zeggen zoveel als {2} van gelijk gewicht. Voeg kleine categorieën samen, of stel {3} in.
    nb Utvalget er langt fra målene sine: vekter flyttes med inntil {0} ganger, og {1} respondenter sier like mye som {2} med lik vekt. Slå sammen små kategorier, eller sett {3}.
    sv Urvalet ligger långt från sina mål: vikter flyttas med upp till {0} gånger, och {1} svarande säger lika mycket som {2} med lika vikt. Slå ihop små kategorier, eller ange {3}.
    de Die Stichprobe liegt weit von ihren Zielen: Gewichte werden bis zum {0}-Fachen bewegt, und {1} Befragte sagen so viel wie {2} mit gleichem Gewicht. Kleine Kategorien zusammenlegen, oder {3} setzen.
    en In {0} of {1} resamples the targets cannot be reached, since some category is nearly empty in the sample. Intervals take the raked weights for given; join small categories.
    nl In {0} van {1} hertrekkingen zijn de doelen niet te bereiken, omdat een categorie in de steekproef bijna leeg is. Intervallen nemen de gerakede gewichten als gegeven; voeg kleine categorieën samen.
    nb I {0} av {1} gjentrekninger kan målene ikke nås, siden en kategori er nesten tom i utvalget. Intervaller tar de rakede vektene for gitt; slå sammen små kategorier.
    sv I {0} av {1} omdragningar kan målen inte nås, eftersom någon kategori är nästan tom i urvalet. Intervall tar de rakade vikterna för givna; slå ihop små kategorier.
    de In {0} von {1} Wiederholungsstichproben sind die Ziele nicht zu erreichen, weil eine Kategorie in der Stichprobe fast leer ist. Intervalle nehmen die gerakten Gewichte als gegeben; kleine Kategorien zusammenlegen.
    en Each of {0} resamples is raked to the targets again, so that resampled intervals carry the raking.
    nl Elk van {0} hertrekkingen wordt opnieuw naar de doelen geraked, zodat intervallen uit hertrekking het raken meedragen.
    nb Hver av {0} gjentrekninger rakes til målene på nytt, slik at intervaller av dem bærer rakingen med seg.
    sv Var och en av {0} omdragningar rakas till målen på nytt, så att intervall av dem bär rakningen med sig.
    de Jede von {0} Wiederholungsstichproben wird von neuem auf die Ziele gerakt, sodass Intervalle aus ihnen das Raking mittragen.
    en Each of {0} resamples is raked to the targets again, so that resampled intervals carry the raking; {1} could not be and are left out.
    nl Elk van {0} hertrekkingen wordt opnieuw naar de doelen geraked, zodat intervallen uit hertrekking het raken meedragen; bij {1} kon dat niet, en die blijven weg.
    nb Hver av {0} gjentrekninger rakes til målene på nytt, slik at intervaller av dem bærer rakingen med seg; {1} lot seg ikke rake og er utelatt.
    sv Var och en av {0} omdragningar rakas till målen på nytt, så att intervall av dem bär rakningen med sig; {1} gick inte att raka och är utelämnade.
    de Jede von {0} Wiederholungsstichproben wird von neuem auf die Ziele gerakt, sodass Intervalle aus ihnen das Raking mittragen; {1} ließen sich nicht raken und sind weggelassen.
    en the targets of raking cannot be reached
    nl de doelen van het raken zijn niet te bereiken
    nb målene for rakingen kan ikke nås
    sv målen för rakningen kan inte nås
    de die Ziele des Rakings sind nicht zu erreichen
    en Raked weights
    nl Gerakede gewichten
    nb Rakede vekter
    sv Rakade vikter
    de Gerakte Gewichte
    en The weights of {0} respondents reach all {1} targets.
    nl De gewichten van {0} respondenten bereiken alle {1} doelen.
    nb Vektene til {0} respondenter når alle {1} mål.
    sv Vikterna för {0} svarande når alla {1} mål.
    de Die Gewichte von {0} Befragten erreichen alle {1} Ziele.
    en Farthest from its target was {0} ({1}): {2} instead of {3}.
    nl Het verst van zijn doel lag {0} ({1}): {2} in plaats van {3}.
    nb Lengst fra målet sitt lå {0} ({1}): {2} i stedet for {3}.
    sv Längst från sitt mål låg {0} ({1}): {2} i stället för {3}.
    de Am weitesten von seinem Ziel lag {0} ({1}): {2} statt {3}.
    en They are worth {0} respondents of equal weight (design effect {1}).
    nl Ze zijn {0} respondenten van gelijk gewicht waard (ontwerpeffect {1}).
    nb De er verdt {0} respondenter med lik vekt (designeffekt {1}).
    sv De är värda {0} svarande med lika vikt (designeffekt {1}).
    de Sie sind {0} Befragte mit gleichem Gewicht wert (Designeffekt {1}).
    en Do the groups differ?
    nl Verschillen de groepen?
    nb Er gruppene forskjellige?
    sv Skiljer sig grupperna åt?
    de Unterscheiden sich die Gruppen?
    en df within
    nl df binnen
    nb df innen
    sv df inom
    de df innerhalb
    en Margins
    nl Marges
    nb Marginer
    sv Marginaler
    de Ränder
    en Margin
    nl Marge
    nb Margin
    sv Marginal
    de Rand
    en Category
    nl Categorie
    nb Kategori
    sv Kategori
    de Kategorie
    en before
    nl ervoor
    nb før
    sv före
    de vorher
    en target
    nl doel
    nb mål
    sv mål
    de Ziel
    en achieved
    nl bereikt
    nb nådd
    sv uppnått
    de erreicht
    en Sum
    nl Som
    nb Sum
    sv Summa
    de Summe
    en least
    nl kleinste
    nb minste
    sv minsta
    de kleinstes
    en largest
    nl grootste
    nb største
    sv största
    de größtes
    en least ratio
    nl kleinste verhouding
    nb minste forhold
    sv minsta kvot
    de kleinstes Verhältnis
    en largest ratio
    nl grootste verhouding
    nb største forhold
    sv största kvot
    de größtes Verhältnis
    en design effect
    nl ontwerpeffect
    nb designeffekt
    sv designeffekt
    de Designeffekt
    en at limits
    nl op een grens
    nb ved en grense
    sv vid en gräns
    de an Grenzen
    en steps
    nl stappen
    nb steg
    sv steg
    de Schritte
    en discrepancy
    nl afwijking
    nb avvik
    sv avvikelse
    de Abweichung
    en The margins were raked over all groups together. Errors take groups for samples of their own: those of a group's own parameters hold, those of what groups have in common or differ in are approximate.
    nl De marges zijn over alle groepen samen geraked. Fouten nemen groepen als steekproeven op zichzelf: die van de eigen parameters van een groep gelden, die van wat groepen gemeen hebben of waarin ze verschillen zijn bij benadering.
    nb Marginene er raket over alle grupper samlet. Feil tar gruppene som egne utvalg: de for en gruppes egne parametere gjelder, de for det gruppene har felles eller er ulike i, er tilnærmede.
    sv Marginalerna rakades över alla grupper tillsammans. Felen tar grupperna som egna urval: de för en grupps egna parametrar gäller, de för det som grupperna har gemensamt eller skiljer sig i är ungefärliga.
    de Die Ränder wurden über alle Gruppen zusammen gerakt. Fehler nehmen Gruppen als eigene Stichproben: Die der eigenen Parameter einer Gruppe gelten, die dessen, was Gruppen gemeinsam haben oder worin sie sich unterscheiden, gelten ungefähr.
    en Taken for ordered answers, with thresholds: {0}. Taken as measured, with a mean and a variance: {1}. {2} and {3} say otherwise.
    nl Opgevat als geordende antwoorden, met drempels: {0}. Opgevat als gemeten, met een gemiddelde en een variantie: {1}. Met {2} en {3} is het anders te zeggen.
    nb Oppfattet som ordnede svar, med terskler: {0}. Oppfattet som målte, med gjennomsnitt og varians: {1}. {2} og {3} sier noe annet.
    sv Uppfattade som ordnade svar, med trösklar: {0}. Uppfattade som mätta, med medelvärde och varians: {1}. {2} och {3} säger något annat.
    de Als geordnete Antworten mit Schwellen genommen: {0}. Als gemessen, mit Mittelwert und Varianz, genommen: {1}. Mit {2} und {3} lässt es sich anders sagen.
    en {0}: far from normal, and errors and χ² rest on normal measured variables. {1} takes what they rest on from the answers themselves.
    nl {0}: verre van normaal, terwijl standaardfouten en χ² op normale gemeten variabelen berusten. {1} ontleent waar ze op berusten aan de antwoorden zelf.
    nb {0}: langt fra normale, mens standardfeil og χ² hviler på normale målte variabler. {1} henter det de hviler på, fra svarene selv.
    sv {0}: långt från normala, medan standardfel och χ² vilar på normala mätta variabler. {1} hämtar det de vilar på från svaren själva.
    de {0}: weit von normal, während Standardfehler und χ² auf normalen gemessenen Variablen beruhen. {1} nimmt, worauf sie beruhen, aus den Antworten selbst.
    en Errors rest on the clusters by '{0}' alone: nobody says how many the population has ({1}), so they are taken for few of very many, and then what is drawn within them, by '{2}', adds nothing.
    nl Fouten berusten alleen op de clusters volgens '{0}': niemand zegt hoeveel de populatie er heeft ({1}), dus gelden ze als weinige van zeer vele, en dan voegt wat daarbinnen is getrokken, volgens '{2}', niets toe.
    nb Feilene hviler bare på klyngene etter '{0}': ingen sier hvor mange populasjonen har ({1}), så de regnes som få av svært mange, og da legger det som er trukket i dem, etter '{2}', ingenting til.
    sv Felen vilar bara på klustren enligt '{0}': ingen säger hur många populationen har ({1}), så de räknas som få av mycket många, och då tillför det som drogs inom dem, enligt '{2}', ingenting.
    de Fehler beruhen allein auf den Klumpen nach '{0}': Niemand sagt, wie viele die Grundgesamtheit hat ({1}), also gelten sie als wenige von sehr vielen, und dann trägt, was in ihnen gezogen wurde, nach '{2}', nichts bei.
    en How many units each cluster holds is not known, so those drawn, by '{0}', are taken for few of very many: errors are too large where they are not. Name the column of their number as the second of {1}.
    nl Hoeveel eenheden elk cluster heeft is niet bekend, dus gelden de getrokken eenheden, volgens '{0}', als weinige van zeer vele: fouten zijn te groot waar dat niet zo is. Noem de kolom van hun aantal als tweede van {1}.
    nb Hvor mange enheter hver klynge har er ikke kjent, så de trukne, etter '{0}', regnes som få av svært mange: feilene er for store der de ikke er det. Oppgi kolonnen med antallet deres som den andre i {1}.
    sv Hur många enheter varje kluster har är inte känt, så de dragna, enligt '{0}', räknas som få av mycket många: felen är för stora där de inte är det. Ange kolumnen med deras antal som den andra i {1}.
    de Wie viele Einheiten jeder Klumpen hat, ist nicht bekannt, also gelten die gezogenen, nach '{0}', als wenige von sehr vielen: Fehler sind zu groß, wo das nicht stimmt. Die Spalte ihrer Zahl als zweite von {1} angeben.
    """#
}
