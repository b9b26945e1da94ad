extension Messages {
  /// Notes on regression, importance and what to work on, part 2 of 2.
  static let driverNotes2: StaticString = #"""
    en {0}: the potentials come to {1} points together, and {2} are left on the scale: each is what its driver alone would bring, and they do not add (potential_together does).
    nl {0}: de potentiëlen komen samen op {1} punten, en op de schaal zijn er nog {2} over: elk is wat de drijfveer alleen zou brengen, en ze tellen niet op (potential_together wel).
    nb {0}: potensialene kommer til {1} poeng til sammen, og {2} er igjen på skalaen: hvert er det driveren alene ville gitt, og de kan ikke legges sammen (det kan potential_together).
    sv {0}: potentialerna blir {1} poäng tillsammans, och {2} återstår på skalan: var och en är vad drivkraften ensam skulle ge, och de kan inte läggas ihop (det kan potential_together).
    de {0}: Die Potenziale ergeben zusammen {1} Punkte, und auf der Skala sind noch {2} übrig: Jedes ist das, was sein Treiber allein brächte, und sie addieren sich nicht (potential_together schon).
    en The importance of {0} depends on where zero lies on the scales of the factors, and so do R² and the tests, because {1} is not in the model. Add it to the drivers and products.
    nl Het belang van {0} hangt ervan af waar nul ligt op de schalen van de factoren, net als R² en de toetsen, omdat {1} niet in het model zit. Voeg het toe aan de drijfveren en producten.
    nb Viktigheten av {0} avhenger av hvor null ligger på skalaene til faktorene, og det gjør også R² og testene, fordi {1} ikke er i modellen. Legg den til i driverne og produktene.
    sv Betydelsen av {0} beror på var noll ligger på faktorernas skalor, och det gör även R² och testen, eftersom {1} inte är i modellen. Lägg till den bland drivkrafter och produkter.
    de Die Wichtigkeit von {0} hängt davon ab, wo auf den Skalen der Faktoren null liegt, ebenso R² und die Tests, weil {1} nicht im Modell ist. Nehmen Sie es zu den Treibern und Produkten hinzu.
    en The importance of {0} depends on where zero lies on the scales of the factors, and so do R² and the tests, because {1} are not in the model. Add them to the drivers and products.
    nl Het belang van {0} hangt ervan af waar nul ligt op de schalen van de factoren, net als R² en de toetsen, omdat {1} niet in het model zitten. Voeg ze toe aan de drijfveren en producten.
    nb Viktigheten av {0} avhenger av hvor null ligger på skalaene til faktorene, og det gjør også R² og testene, fordi {1} ikke er i modellen. Legg dem til i driverne og produktene.
    sv Betydelsen av {0} beror på var noll ligger på faktorernas skalor, och det gör även R² och testen, eftersom {1} inte är i modellen. Lägg till dem bland drivkrafter och produkter.
    de Die Wichtigkeit von {0} hängt davon ab, wo auf den Skalen der Faktoren null liegt, ebenso R² und die Tests, weil {1} nicht im Modell sind. Nehmen Sie sie zu den Treibern und Produkten hinzu.
    en {0} enters a model only after its factors, so importance does not depend on where zero lies on their scales. The factors' own coefficients do: each is the effect where the other factors are 0.
    nl {0} komt pas na de eigen factoren in een model, zodat het belang niet afhangt van waar nul ligt op hun schalen. De coëfficiënten van de factoren zelf wel: elk is het effect waar de andere factoren 0 zijn.
    nb {0} kommer inn i en modell først etter faktorene sine, så viktigheten avhenger ikke av hvor null ligger på skalaene deres. Det gjør faktorenes egne koeffisienter: hver er effekten der de andre faktorene er 0.
    sv {0} går in i en modell först efter sina faktorer, så betydelsen beror inte på var noll ligger på deras skalor. Det gör faktorernas egna koefficienter: var och en är effekten där de andra faktorerna är 0.
    de {0} kommt erst nach den eigenen Faktoren in ein Modell, daher hängt die Wichtigkeit nicht davon ab, wo auf deren Skalen null liegt. Die Koeffizienten der Faktoren selbst schon: Jeder ist der Effekt dort, wo die anderen Faktoren 0 sind.
    en {0} enter a model only after their factors, so importance does not depend on where zero lies on their scales. The factors' own coefficients do: each is the effect where the other factors are 0.
    nl {0} komen pas na hun factoren in een model, zodat het belang niet afhangt van waar nul ligt op hun schalen. De coëfficiënten van de factoren zelf wel: elk is het effect waar de andere factoren 0 zijn.
    nb {0} kommer inn i en modell først etter faktorene sine, så viktigheten avhenger ikke av hvor null ligger på skalaene deres. Det gjør faktorenes egne koeffisienter: hver er effekten der de andre faktorene er 0.
    sv {0} går in i en modell först efter sina faktorer, så betydelsen beror inte på var noll ligger på deras skalor. Det gör faktorernas egna koefficienter: var och en är effekten där de andra faktorerna är 0.
    de {0} kommen erst nach ihren Faktoren in ein Modell, daher hängt die Wichtigkeit nicht davon ab, wo auf deren Skalen null liegt. Die Koeffizienten der Faktoren selbst schon: Jeder ist der Effekt dort, wo die anderen Faktoren 0 sind.
    en There is no cross-validated R²: without one of {0} folds too few respondents are left for the regression.
    nl Er is geen gekruisvalideerde R²: zonder een van {0} delen blijven er te weinig respondenten over voor de regressie.
    nb Det er ingen kryssvalidert R²: uten én av {0} deler er det for få respondenter igjen til regresjonen.
    sv Det finns inget korsvaliderat R²: utan en av {0} delar är för få svarande kvar för regressionen.
    de Es gibt kein kreuzvalidiertes R²: Ohne einen von {0} Teilen bleiben zu wenige Befragte für die Regression.
    en The errors of '{0}' vary with the predictors (Breusch–Pagan test, p {1}): classical standard errors are not to be trusted. Use {2}.
    nl De spreiding van de fouten van '{0}' hangt van de voorspellers af (Breusch-Pagan-toets, p {1}): klassieke standaardfouten zijn niet te vertrouwen. Gebruik {2}.
    nb Spredningen i feilene for '{0}' varierer med prediktorene (Breusch–Pagan-testen, p {1}): klassiske standardfeil er ikke til å stole på. Bruk {2}.
    sv Felens spridning för '{0}' varierar med prediktorerna (Breusch–Pagan-testet, p {1}): klassiska medelfel går inte att lita på. Använd {2}.
    de Die Streuung der Fehler von '{0}' hängt von den Prädiktoren ab (Breusch-Pagan-Test, p {1}): Klassischen Standardfehlern ist nicht zu trauen. Verwenden Sie {2}.
    en A straight line may not do for '{0}' (RESET test, p {1}): a curve or an interaction of drivers may be missing. Look at {2}.
    nl Een rechte lijn volstaat misschien niet voor '{0}' (RESET-toets, p {1}): er kan een kromme of een interactie van drijfveren ontbreken. Bekijk {2}.
    nb En rett linje holder kanskje ikke for '{0}' (RESET-testen, p {1}): en kurve eller en interaksjon mellom drivere kan mangle. Se på {2}.
    sv En rät linje räcker kanske inte för '{0}' (RESET-testet, p {1}): en kurva eller en interaktion mellan drivkrafter kan saknas. Titta på {2}.
    de Eine Gerade genügt für '{0}' vielleicht nicht (RESET-Test, p {1}): Eine Krümmung oder eine Interaktion von Treibern kann fehlen. Sehen Sie sich {2} an.
    en Row {0} decides much of the result for '{1}' (Cook's distance {2}). Check its answers, and see what changes without it.
    nl Rij {0} bepaalt veel van het resultaat voor '{1}' (afstand van Cook {2}). Controleer de antwoorden, en kijk wat er zonder die rij verandert.
    nb Rad {0} avgjør mye av resultatet for '{1}' (Cooks avstand {2}). Sjekk svarene, og se hva som endrer seg uten den.
    sv Rad {0} avgör mycket av resultatet för '{1}' (Cooks avstånd {2}). Kontrollera svaren, och se vad som ändras utan den.
    de Zeile {0} bestimmt das Ergebnis für '{1}' stark (Cook-Abstand {2}). Prüfen Sie ihre Antworten, und sehen Sie, was sich ohne sie ändert.
    en Row {0} decides much of the result for '{1}' (Cook's distance {2}); so do rows {3}. Check its answers, and see what changes without it.
    nl Rij {0} bepaalt veel van het resultaat voor '{1}' (afstand van Cook {2}); zo ook de rijen {3}. Controleer de antwoorden, en kijk wat er zonder die rij verandert.
    nb Rad {0} avgjør mye av resultatet for '{1}' (Cooks avstand {2}); det gjør også radene {3}. Sjekk svarene, og se hva som endrer seg uten den.
    sv Rad {0} avgör mycket av resultatet för '{1}' (Cooks avstånd {2}); det gör även raderna {3}. Kontrollera svaren, och se vad som ändras utan den.
    de Zeile {0} bestimmt das Ergebnis für '{1}' stark (Cook-Abstand {2}); ebenso die Zeilen {3}. Prüfen Sie ihre Antworten, und sehen Sie, was sich ohne sie ändert.
    en below .001
    nl onder .001
    nb under .001
    sv under .001
    de unter .001
    en A perfect fit leaves no residuals: there is nothing to test, and no row stands out.
    nl Een volmaakte fit laat geen residuen over: er valt niets te toetsen, en geen rij springt eruit.
    nb En perfekt tilpasning etterlater ingen residualer: det er ingenting å teste, og ingen rad skiller seg ut.
    sv En perfekt anpassning lämnar inga residualer: det finns inget att pröva, och ingen rad sticker ut.
    de Eine vollkommene Anpassung lässt keine Residuen: Es gibt nichts zu testen, und keine Zeile fällt auf.
    en The Breusch–Pagan test is for simple random samples and is left out under a sampling design, whose errors do not need it.
    nl De Breusch-Pagan-toets is voor enkelvoudige aselecte steekproeven en is weggelaten bij een steekproefontwerp, waarvan de fouten haar niet nodig hebben.
    nb Breusch–Pagan-testen er for enkle tilfeldige utvalg og er utelatt under et utvalgsdesign, der feilene ikke trenger den.
    sv Breusch–Pagan-testet är för obundna slumpmässiga urval och utelämnas under en urvalsdesign, vars fel inte behöver det.
    de Der Breusch-Pagan-Test gilt für einfache Zufallsstichproben und entfällt bei einem Stichprobenplan, dessen Fehler ihn nicht brauchen.
    en No formula gives the errors of coefficients when scores or reliabilities are themselves estimated; resampling gives intervals, and {0} standard errors.
    nl Geen formule geeft de fouten van coëfficiënten als scores of betrouwbaarheden zelf zijn geschat; hertrekkingen geven intervallen, en {0} standaardfouten.
    nb Ingen formel gir feilene til koeffisienter når skårer eller reliabiliteter selv er estimert; gjentrekninger gir intervaller, og {0} standardfeil.
    sv Ingen formel ger koefficienternas fel när poäng eller reliabiliteter själva är skattade; omdragningar ger intervall, och {0} medelfel.
    de Keine Formel ergibt die Fehler der Koeffizienten, wenn Faktorwerte oder Reliabilitäten selbst geschätzt sind; Stichprobenwiederholungen ergeben Intervalle und {0} Standardfehler.
    en No formula gives the errors of coefficients from {0} correlations; resampling gives intervals, and {1} standard errors.
    nl Geen formule geeft de fouten van coëfficiënten uit {0}-correlaties; hertrekkingen geven intervallen, en {1} standaardfouten.
    nb Ingen formel gir feilene til koeffisienter fra {0}-korrelasjoner; gjentrekninger gir intervaller, og {1} standardfeil.
    sv Ingen formel ger koefficienternas fel från {0}-korrelationer; omdragningar ger intervall, och {1} medelfel.
    de Keine Formel ergibt die Fehler der Koeffizienten aus {0}-Korrelationen; Stichprobenwiederholungen ergeben Intervalle und {1} Standardfehler.
    en Sampling-weighted moments do not determine standard errors: give the data, or use {0}.
    nl Met steekproefgewichten gewogen momenten bepalen geen standaardfouten: geef de data, of gebruik {0}.
    nb Momenter med utvalgsvekter bestemmer ikke standardfeil: oppgi dataene, eller bruk {0}.
    sv Moment med urvalsvikter bestämmer inte medelfel: ange data, eller använd {0}.
    de Mit Stichprobengewichten gewogene Momente bestimmen keine Standardfehler: Geben Sie die Daten an, oder verwenden Sie {0}.
    en There is no test of all predictors together: their covariance is singular, as with fewer clusters than predictors.
    nl Er is geen toets van alle voorspellers samen: hun covariantie is singulier, zoals bij minder clusters dan voorspellers.
    nb Det er ingen test av alle prediktorene samlet: kovariansen deres er singulær, som med færre klynger enn prediktorer.
    sv Det finns inget test av alla prediktorer tillsammans: deras kovarians är singulär, som med färre kluster än prediktorer.
    de Es gibt keinen Test aller Prädiktoren zusammen: Ihre Kovarianz ist singulär, wie bei weniger Klumpen als Prädiktoren.
    en The sign of the coefficient is against the driver's own correlation with '{0}' for {1}: other drivers carry what they share (suppression), so read it with care.
    nl Het teken van de coëfficiënt is tegengesteld aan de eigen correlatie van de drijfveer met '{0}' bij {1}: andere drijfveren dragen wat ze delen (suppressie), dus lees het met zorg.
    nb Fortegnet til koeffisienten er motsatt av driverens egen korrelasjon med '{0}' for {1}: andre drivere bærer det de deler (suppresjon), så les det med omhu.
    sv Koefficientens tecken är motsatt drivkraftens egen korrelation med '{0}' för {1}: andra drivkrafter bär det de delar (suppression), så läs det med omsorg.
    de Das Vorzeichen des Koeffizienten ist der eigenen Korrelation des Treibers mit '{0}' entgegengesetzt bei {1}: Andere Treiber tragen das Gemeinsame (Suppression), lesen Sie es also mit Vorsicht.
    en The coefficient of {0} has another sign than its own correlation with '{1}', but could be zero.
    nl De coëfficiënt van {0} heeft een ander teken dan de eigen correlatie met '{1}', maar kan nul zijn.
    nb Koeffisienten til {0} har et annet fortegn enn den egne korrelasjonen med '{1}', men kan være null.
    sv Koefficienten för {0} har ett annat tecken än den egna korrelationen med '{1}', men kan vara noll.
    de Der Koeffizient von {0} hat ein anderes Vorzeichen als die eigene Korrelation mit '{1}', könnte aber null sein.
    en The predictors are nearly collinear (condition number of their correlations {0}): from moments about {1} digits of the coefficients can be trusted.
    nl De voorspellers zijn bijna collineair (conditiegetal van hun correlaties {0}): uit momenten zijn ongeveer {1} cijfers van de coëfficiënten te vertrouwen.
    nb Prediktorene er nesten kollineære (kondisjonstallet til korrelasjonene {0}): fra momenter kan omtrent {1} sifre i koeffisientene stoles på.
    sv Prediktorerna är nästan kollinjära (korrelationernas konditionstal {0}): från moment går det att lita på ungefär {1} siffror i koefficienterna.
    de Die Prädiktoren sind fast kollinear (Konditionszahl ihrer Korrelationen {0}): Aus Momenten ist etwa {1} Stellen der Koeffizienten zu trauen.
    en Only correlations are known: coefficients are standardised, and there is no intercept or likelihood.
    nl Alleen correlaties zijn bekend: coëfficiënten zijn gestandaardiseerd, en er is geen intercept of likelihood.
    nb Bare korrelasjoner er kjent: koeffisientene er standardiserte, og det er ikke noe konstantledd eller likelihood.
    sv Bara korrelationer är kända: koefficienterna är standardiserade, och det finns inget intercept och ingen likelihood.
    de Nur Korrelationen sind bekannt: Koeffizienten sind standardisiert, und es gibt keinen Achsenabschnitt und keine Likelihood.
    en The moments have no means, so there is no intercept.
    nl De momenten hebben geen gemiddelden, dus er is geen intercept.
    nb Momentene har ingen gjennomsnitt, så det er ikke noe konstantledd.
    sv Momenten har inga medelvärden, så det finns inget intercept.
    de Die Momente haben keine Mittelwerte, daher gibt es keinen Achsenabschnitt.
    en The design has {0} clusters in {1} strata, too few for {2} coefficients: there are no degrees of freedom for tests and intervals.
    nl Het ontwerp heeft {0} clusters in {1} strata, te weinig voor {2} coëfficiënten: er zijn geen vrijheidsgraden voor toetsen en intervallen.
    nb Designet har {0} klynger i {1} strata, for få til {2} koeffisienter: det er ingen frihetsgrader for tester og intervaller.
    sv Designen har {0} kluster i {1} strata, för få för {2} koefficienter: det finns inga frihetsgrader för test och intervall.
    de Der Stichprobenplan hat {0} Klumpen in {1} Schichten, zu wenige für {2} Koeffizienten: Es gibt keine Freiheitsgrade für Tests und Intervalle.
    en Classical errors take the sampling weights for precisions and are usually too small: {0}.
    nl Klassieke fouten vatten de steekproefgewichten op als precisies en zijn meestal te klein: {0}.
    nb Klassiske feil tar utvalgsvektene for presisjoner og er som regel for små: {0}.
    sv Klassiska fel tar urvalsvikterna för precisioner och är oftast för små: {0}.
    de Klassische Fehler halten die Stichprobengewichte für Genauigkeiten und sind meist zu klein: {0}.
    en There are only {0} clusters: below about 40, clustered errors tend to be too small and tests too bold.
    nl Er zijn maar {0} clusters: onder ongeveer 40 zijn geclusterde fouten vaak te klein en toetsen te stellig.
    nb Det er bare {0} klynger: under omtrent 40 er klyngefeil ofte for små og tester for dristige.
    sv Det finns bara {0} kluster: under ungefär 40 är klustrade fel ofta för små och test för djärva.
    de Es gibt nur {0} Klumpen: Unter etwa 40 sind Klumpenfehler oft zu klein und Tests zu kühn.
    en '{0}' is fixed by {1}, named before it, so it has no coefficient of its own: it was left out of the coefficients.
    nl '{0}' ligt vast door {1}, eerder genoemd, en heeft dus geen eigen coëfficiënt: weggelaten uit de coëfficiënten.
    nb '{0}' er gitt av {1}, oppgitt før den, og har derfor ingen egen koeffisient: den ble utelatt fra koeffisientene.
    sv '{0}' är bestämd av {1}, angivna före den, och har därför ingen egen koefficient: den utelämnades ur koefficienterna.
    de '{0}' ist durch {1} festgelegt, vorher genannt, und hat daher keinen eigenen Koeffizienten: aus den Koeffizienten weggelassen.
    en The predictors determine '{0}' exactly: standard errors are 0 and F is infinite. Check that the outcome is not made from the drivers.
    nl De voorspellers bepalen '{0}' precies: standaardfouten zijn 0 en F is oneindig. Controleer of de uitkomst niet uit de drijfveren is gemaakt.
    nb Prediktorene bestemmer '{0}' nøyaktig: standardfeilene er 0 og F er uendelig. Sjekk at utfallet ikke er laget av driverne.
    sv Prediktorerna bestämmer '{0}' exakt: medelfelen är 0 och F är oändligt. Kontrollera att utfallet inte är gjort av drivkrafterna.
    de Die Prädiktoren bestimmen '{0}' genau: Standardfehler sind 0, und F ist unendlich. Prüfen Sie, ob das Ergebnis nicht aus den Treibern gebildet ist.
    en '{0}' has one value for all respondents but one, as far as its sums tell: its coefficient rests on that answer alone. How much it might vary only classical errors say, which take that answer to scatter as all others do.
    nl '{0}' heeft op één na voor alle respondenten dezelfde waarde, voor zover de sommen het zeggen: de coëfficiënt berust op dat antwoord alleen. Hoeveel die kan variëren zeggen alleen klassieke fouten, die aannemen dat dat antwoord spreidt als alle andere.
    nb '{0}' har én verdi for alle respondenter unntatt én, så langt summene viser: koeffisienten hviler på det svaret alene. Hvor mye den kan variere, sier bare klassiske feil, som antar at det svaret sprer seg som alle andre.
    sv '{0}' har ett värde för alla svarande utom en, så långt summorna visar: koefficienten vilar på det svaret ensamt. Hur mycket den kan variera säger bara klassiska fel, som antar att det svaret sprider sig som alla andra.
    de '{0}' hat, soweit seine Summen es zeigen, für alle Befragten bis auf einen denselben Wert: Der Koeffizient ruht auf dieser Antwort allein. Wie sehr er schwanken kann, sagen nur klassische Fehler, die annehmen, dass diese Antwort streut wie alle anderen.
    en '{0}' rests on the respondents of one block of rows, perhaps a single one: without them there is no such coefficient. How much it might vary blocks do not say, nor is there an interval of its importance.
    nl '{0}' berust op de respondenten van één blok rijen, misschien op één enkele: zonder hen is er geen zo'n coëfficiënt. Hoeveel die kan variëren zeggen blokken niet, en er is ook geen interval van het belang.
    nb '{0}' hviler på respondentene i én blokk av rader, kanskje en eneste: uten dem finnes ingen slik koeffisient. Hvor mye den kan variere, sier blokkene ikke, og det er heller ikke noe intervall for viktigheten.
    sv '{0}' vilar på de svarande i ett block av rader, kanske en enda: utan dem finns ingen sådan koefficient. Hur mycket den kan variera säger blocken inte, och det finns inte heller något intervall för betydelsen.
    de '{0}' ruht auf den Befragten eines Blocks von Zeilen, vielleicht auf einem einzigen: Ohne sie gibt es keinen solchen Koeffizienten. Wie sehr er schwanken kann, sagen Blöcke nicht, und es gibt auch kein Intervall seiner Wichtigkeit.
    en {0} rests on one respondent alone (row {1}): without it there is no such coefficient. How much it might vary only classical errors say, which take that answer to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance.
    nl {0} berust op één respondent alleen (rij {1}): zonder die is er geen zo'n coëfficiënt. Hoeveel die kan variëren zeggen alleen klassieke fouten, die aannemen dat dat antwoord spreidt als alle andere; robuuste, geclusterde, ontwerp- en bootstrapfouten ervan bestaan niet, en evenmin een interval van het belang.
    nb {0} hviler på én respondent alene (rad {1}): uten den finnes ingen slik koeffisient. Hvor mye den kan variere, sier bare klassiske feil, som antar at det svaret sprer seg som alle andre; robuste, klyngede, design- og bootstrapfeil av den finnes ikke, og heller ikke et intervall for viktigheten.
    sv {0} vilar på en enda svarande (rad {1}): utan den finns ingen sådan koefficient. Hur mycket den kan variera säger bara klassiska fel, som antar att det svaret sprider sig som alla andra; robusta, klustrade, design- och bootstrapfel av den finns inte, och inte heller något intervall för betydelsen.
    de {0} ruht auf einem Befragten allein (Zeile {1}): Ohne ihn gibt es keinen solchen Koeffizienten. Wie sehr er schwanken kann, sagen nur klassische Fehler, die annehmen, dass diese Antwort streut wie alle anderen; robuste, Klumpen-, Plan- und Bootstrap-Fehler davon gibt es nicht, ebenso wenig ein Intervall seiner Wichtigkeit.
    en {0} rest on one respondent alone (row {1}): without it there is no such coefficient. How much it might vary only classical errors say, which take that answer to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance.
    nl {0} berusten op één respondent alleen (rij {1}): zonder die zijn er geen zulke coëfficiënten. Hoeveel ze kunnen variëren zeggen alleen klassieke fouten, die aannemen dat dat antwoord spreidt als alle andere; robuuste, geclusterde, ontwerp- en bootstrapfouten ervan bestaan niet, en evenmin een interval van het belang.
    nb {0} hviler på én respondent alene (rad {1}): uten den finnes ingen slike koeffisienter. Hvor mye de kan variere, sier bare klassiske feil, som antar at det svaret sprer seg som alle andre; robuste, klyngede, design- og bootstrapfeil av dem finnes ikke, og heller ikke et intervall for viktigheten.
    sv {0} vilar på en enda svarande (rad {1}): utan den finns inga sådana koefficienter. Hur mycket de kan variera säger bara klassiska fel, som antar att det svaret sprider sig som alla andra; robusta, klustrade, design- och bootstrapfel av dem finns inte, och inte heller något intervall för betydelsen.
    de {0} ruhen auf einem Befragten allein (Zeile {1}): Ohne ihn gibt es keine solchen Koeffizienten. Wie sehr sie schwanken können, sagen nur klassische Fehler, die annehmen, dass diese Antwort streut wie alle anderen; robuste, Klumpen-, Plan- und Bootstrap-Fehler davon gibt es nicht, ebenso wenig ein Intervall ihrer Wichtigkeit.
    en {0} rests on one cluster alone (that of row {1}): without it there is no such coefficient. How much it might vary only classical errors say, which take its answers to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance.
    nl {0} berust op één cluster alleen (dat van rij {1}): zonder dat is er geen zo'n coëfficiënt. Hoeveel die kan variëren zeggen alleen klassieke fouten, die aannemen dat de antwoorden daar spreiden als alle andere; robuuste, geclusterde, ontwerp- en bootstrapfouten ervan bestaan niet, en evenmin een interval van het belang.
    nb {0} hviler på én klynge alene (den til rad {1}): uten den finnes ingen slik koeffisient. Hvor mye den kan variere, sier bare klassiske feil, som antar at svarene der sprer seg som alle andre; robuste, klyngede, design- og bootstrapfeil av den finnes ikke, og heller ikke et intervall for viktigheten.
    sv {0} vilar på ett enda kluster (det för rad {1}): utan det finns ingen sådan koefficient. Hur mycket den kan variera säger bara klassiska fel, som antar att svaren där sprider sig som alla andra; robusta, klustrade, design- och bootstrapfel av den finns inte, och inte heller något intervall för betydelsen.
    de {0} ruht auf einem Klumpen allein (dem von Zeile {1}): Ohne ihn gibt es keinen solchen Koeffizienten. Wie sehr er schwanken kann, sagen nur klassische Fehler, die annehmen, dass die Antworten dort streuen wie alle anderen; robuste, Klumpen-, Plan- und Bootstrap-Fehler davon gibt es nicht, ebenso wenig ein Intervall seiner Wichtigkeit.
    en {0} rest on one cluster alone (that of row {1}): without it there is no such coefficient. How much it might vary only classical errors say, which take its answers to scatter as all others do; robust, clustered, design and bootstrap errors of it do not exist, nor does an interval of its importance.
    nl {0} berusten op één cluster alleen (dat van rij {1}): zonder dat zijn er geen zulke coëfficiënten. Hoeveel ze kunnen variëren zeggen alleen klassieke fouten, die aannemen dat de antwoorden daar spreiden als alle andere; robuuste, geclusterde, ontwerp- en bootstrapfouten ervan bestaan niet, en evenmin een interval van het belang.
    nb {0} hviler på én klynge alene (den til rad {1}): uten den finnes ingen slike koeffisienter. Hvor mye de kan variere, sier bare klassiske feil, som antar at svarene der sprer seg som alle andre; robuste, klyngede, design- og bootstrapfeil av dem finnes ikke, og heller ikke et intervall for viktigheten.
    sv {0} vilar på ett enda kluster (det för rad {1}): utan det finns inga sådana koefficienter. Hur mycket de kan variera säger bara klassiska fel, som antar att svaren där sprider sig som alla andra; robusta, klustrade, design- och bootstrapfel av dem finns inte, och inte heller något intervall för betydelsen.
    de {0} ruhen auf einem Klumpen allein (dem von Zeile {1}): Ohne ihn gibt es keine solchen Koeffizienten. Wie sehr sie schwanken können, sagen nur klassische Fehler, die annehmen, dass die Antworten dort streuen wie alle anderen; robuste, Klumpen-, Plan- und Bootstrap-Fehler davon gibt es nicht, ebenso wenig ein Intervall ihrer Wichtigkeit.
    en {0} rests almost wholly on row {1}, which lies far from all others (over 99 % of what is known of the coefficient). Check its answers: a code left over among them looks like that. Errors other than classical and hc3 are far too small here.
    nl {0} berust bijna geheel op rij {1}, die ver van alle andere ligt (meer dan 99 % van wat over de coëfficiënt bekend is). Controleer de antwoorden: een achtergebleven code ziet er zo uit. Andere fouten dan classical en hc3 zijn hier veel te klein.
    nb {0} hviler nesten helt på rad {1}, som ligger langt fra alle andre (over 99 % av det som er kjent om koeffisienten). Sjekk svarene: en gjenglemt kode ser slik ut. Andre feil enn classical og hc3 er altfor små her.
    sv {0} vilar nästan helt på rad {1}, som ligger långt från alla andra (över 99 % av vad som är känt om koefficienten). Kontrollera svaren: en kvarglömd kod ser ut så. Andra fel än classical och hc3 är alldeles för små här.
    de {0} ruht fast ganz auf Zeile {1}, die weit von allen anderen entfernt liegt (über 99 % dessen, was über den Koeffizienten bekannt ist). Prüfen Sie ihre Antworten: Ein übrig gebliebener Code sieht so aus. Andere Fehler als classical und hc3 sind hier viel zu klein.
    en {0} rest almost wholly on row {1}, which lies far from all others (over 99 % of what is known of the coefficient). Check its answers: a code left over among them looks like that. Errors other than classical and hc3 are far too small here.
    nl {0} berusten bijna geheel op rij {1}, die ver van alle andere ligt (meer dan 99 % van wat over de coëfficiënt bekend is). Controleer de antwoorden: een achtergebleven code ziet er zo uit. Andere fouten dan classical en hc3 zijn hier veel te klein.
    nb {0} hviler nesten helt på rad {1}, som ligger langt fra alle andre (over 99 % av det som er kjent om koeffisientene). Sjekk svarene: en gjenglemt kode ser slik ut. Andre feil enn classical og hc3 er altfor små her.
    sv {0} vilar nästan helt på rad {1}, som ligger långt från alla andra (över 99 % av vad som är känt om koefficienterna). Kontrollera svaren: en kvarglömd kod ser ut så. Andra fel än classical och hc3 är alldeles för små här.
    de {0} ruhen fast ganz auf Zeile {1}, die weit von allen anderen entfernt liegt (über 99 % dessen, was über den Koeffizienten bekannt ist). Prüfen Sie ihre Antworten: Ein übrig gebliebener Code sieht so aus. Andere Fehler als classical und hc3 sind hier viel zu klein.
    en {0} is a combination of the other predictors to the last decimal, as a sum or mean of them that was rounded, and counts as one: it adds nothing of its own.
    nl {0} is tot op de laatste decimaal een combinatie van de andere voorspellers, zoals een afgeronde som of gemiddelde ervan, en telt als zodanig: het voegt niets eigens toe.
    nb {0} er en kombinasjon av de andre prediktorene til siste desimal, som en avrundet sum eller et gjennomsnitt av dem, og regnes som en slik: den tilfører ikke noe eget.
    sv {0} är en kombination av de övriga prediktorerna till sista decimalen, som en avrundad summa eller ett medelvärde av dem, och räknas som en sådan: den tillför inget eget.
    de {0} ist bis auf die letzte Dezimale eine Kombination der anderen Prädiktoren, etwa deren gerundete Summe oder Mittel, und zählt als solche: ohne eigenen Beitrag.
    en {0} are a combination of the other predictors to the last decimal, as a sum or mean of them that was rounded, and count as one: they add nothing of their own.
    nl {0} zijn tot op de laatste decimaal een combinatie van de andere voorspellers, zoals een afgeronde som of gemiddelde ervan, en tellen als zodanig: ze voegen niets eigens toe.
    nb {0} er en kombinasjon av de andre prediktorene til siste desimal, som en avrundet sum eller et gjennomsnitt av dem, og regnes som en slik: de tilfører ikke noe eget.
    sv {0} är en kombination av de övriga prediktorerna till sista decimalen, som en avrundad summa eller ett medelvärde av dem, och räknas som en sådan: de tillför inget eget.
    de {0} sind bis auf die letzte Dezimale eine Kombination der anderen Prädiktoren, etwa deren gerundete Summe oder Mittel, und zählen als solche: ohne eigenen Beitrag.
    en {0} share a dimension of condition index {1}: their coefficients cannot be told apart well. Leave one out, or put them into one driver.
    nl {0} delen een dimensie met conditie-index {1}: hun coëfficiënten zijn slecht te onderscheiden. Laat er een weg, of voeg ze samen tot één drijfveer.
    nb {0} deler en dimensjon med kondisjonsindeks {1}: koeffisientene kan ikke skilles godt. Utelat én, eller slå dem sammen til én driver.
    sv {0} delar en dimension med konditionsindex {1}: deras koefficienter går inte väl att skilja åt. Utelämna en, eller slå ihop dem till en drivkraft.
    de {0} teilen sich eine Dimension mit Konditionsindex {1}: Ihre Koeffizienten lassen sich nicht gut trennen. Lassen Sie einen weg, oder fassen Sie sie zu einem Treiber zusammen.
    """#
}
