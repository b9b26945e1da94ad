extension Messages {
  /// What `mediate` says.
  static let mediation: StaticString = #"""
    en Direct and indirect effects are what regressions give if the arrows are right: they are effects only if nothing left out moves two of driver, mediator and outcome, if no arrow runs the other way, and if what a mediator does is the same for every value of a driver, whose product with it is left out.
    nl Directe en indirecte effecten zijn wat regressies geven als de pijlen kloppen: het zijn alleen effecten als niets wat is weggelaten twee van drijfveer, mediator en uitkomst beweegt, als geen pijl andersom loopt, en als wat een mediator doet gelijk is voor elke waarde van een drijfveer, waarvan het product ermee is weggelaten.
    nb Direkte og indirekte effekter er det regresjoner gir hvis pilene stemmer: de er effekter bare hvis ingenting utelatt beveger to av driver, mediator og utfall, hvis ingen pil går den andre veien, og hvis det en mediator gjør er likt for alle verdier av en driver, hvis produkt med den er utelatt.
    sv Direkta och indirekta effekter är vad regressioner ger om pilarna stämmer: de är effekter bara om inget utelämnat rör två av drivkraft, mediator och utfall, om ingen pil går åt andra hållet, och om det som en mediator gör är lika för varje värde av en drivkraft, vars produkt med den är utelämnad.
    de Direkte und indirekte Wirkungen sind, was Regressionen ergeben, wenn die Pfeile stimmen: Wirkungen sind es nur, wenn nichts Ausgelassenes zwei von Treiber, Mediator und Zielgröße bewegt, wenn kein Pfeil andersherum läuft und wenn das, was ein Mediator tut, bei jedem Wert eines Treibers gleich ist, dessen Produkt mit ihm ausgelassen ist.
    en Share: of the effect in all, where its interval leaves zero out.
    nl Aandeel: van het effect in totaal, waar het interval daarvan nul uitsluit.
    nb Andel: av effekten i alt, der intervallet for den utelukker null.
    sv Andel: av effekten totalt, där dess intervall utesluter noll.
    de Anteil: an der Wirkung insgesamt, wo deren Intervall die Null ausschließt.
    en all mediators
    nl alle mediatoren
    nb alle mediatorer
    sv alla mediatorer
    de alle Mediatoren
    en What goes through {0} to {1}
    nl Wat via {0} naar {1} gaat
    nb Det som går gjennom {0} til {1}
    sv Vad som går genom {0} till {1}
    de Was über {0} zu {1} geht
    en What goes through {0}
    nl Wat via {0} gaat
    nb Det som går gjennom {0}
    sv Vad som går genom {0}
    de Was über {0} geht
    en {0} per one more of the driver
    nl {0} per één meer van de drijfveer
    nb {0} per én mer av driveren
    sv {0} per en mer av drivkraften
    de {0} je Punkt mehr des Treibers
    en carried
    nl gedragen
    nb båret
    sv buret
    de getragen
    en Regressions
    nl Regressies
    nb Regresjoner
    sv Regressioner
    de Regressionen
    en Explained
    nl Verklaard
    nb Forklart
    sv Förklarad
    de Erklärt
    en Path
    nl Pad
    nb Sti
    sv Väg
    de Pfad
    en What would undo it
    nl Wat het ongedaan zou maken
    nb Hva som ville oppheve det
    sv Vad som skulle upphäva det
    de Was es aufheben würde
    en Of the rest
    nl Van de rest
    nb Av resten
    sv Av resten
    de Vom Rest
    en Of all
    nl Van alles
    nb Av alt
    sv Av allt
    de Von allem
    en Effects at values of the moderator
    nl Effecten bij waarden van de moderator
    nb Effekter ved verdier av moderatoren
    sv Effekter vid värden på moderatorn
    de Wirkungen bei Werten des Moderators
    en Moderator
    nl Moderator
    nb Moderator
    sv Moderator
    de Moderator
    en How indirect effects change with the moderator
    nl Hoe indirecte effecten met de moderator veranderen
    nb Hvordan indirekte effekter endrer seg med moderatoren
    sv Hur indirekta effekter ändras med moderatorn
    de Wie sich indirekte Wirkungen mit dem Moderator ändern
    en Where along the moderator a coefficient differs from zero
    nl Waar langs de moderator een coëfficiënt van nul verschilt
    nb Hvor langs moderatoren en koeffisient er forskjellig fra null
    sv Var längs moderatorn en koefficient skiljer sig från noll
    de Wo entlang des Moderators ein Koeffizient von null verschieden ist
    en With {0} at its mean:
    nl Met {0} op het gemiddelde:
    nb Med {0} på gjennomsnittet:
    sv Med {0} vid sitt medelvärde:
    de Mit {0} beim Mittelwert:
    en On average over the categories of {0}:
    nl Gemiddeld over de categorieën van {0}:
    nb I gjennomsnitt over kategoriene av {0}:
    sv I genomsnitt över kategorierna av {0}:
    de Im Mittel über die Kategorien von {0}:
    en {0} more are in the table of effects.
    nl Nog {0} staan in de tabel van effecten.
    nb {0} til står i tabellen over effekter.
    sv {0} till står i tabellen över effekter.
    de {0} weitere stehen in der Tabelle der Wirkungen.
    en Of what goes from {0} to {1}, {2} carries at least {3}: {4} of {5} ({6}); of the rest the interval holds zero.
    nl Van wat van {0} naar {1} gaat, draagt {2} ten minste {3}: {4} van {5} ({6}); van de rest bevat het interval nul.
    nb Av det som går fra {0} til {1}, bærer {2} minst {3}: {4} av {5} ({6}); for resten inneholder intervallet null.
    sv Av det som går från {0} till {1} bär {2} minst {3}: {4} av {5} ({6}); för resten innehåller intervallet noll.
    de Von dem, was von {0} zu {1} geht, trägt {2} mindestens {3}: {4} von {5} ({6}); beim Rest enthält das Intervall die Null.
    en {0} carries a part of what goes from {1} to {2}: {3} of {4} ({5}); {6} goes past it ({7}).
    nl {0} draagt een deel van wat van {1} naar {2} gaat: {3} van {4} ({5}); {6} gaat eraan voorbij ({7}).
    nb {0} bærer en del av det som går fra {1} til {2}: {3} av {4} ({5}); {6} går utenom ({7}).
    sv {0} bär en del av det som går från {1} till {2}: {3} av {4} ({5}); {6} går förbi ({7}).
    de {0} trägt einen Teil von dem, was von {1} zu {2} geht: {3} von {4} ({5}); {6} geht daran vorbei ({7}).
    en From {0} to {1} two ways work against each other: {2} through {3} ({4}) and {5} past it ({6}).
    nl Van {0} naar {1} werken twee wegen elkaar tegen: {2} via {3} ({4}) en {5} eraan voorbij ({6}).
    nb Fra {0} til {1} virker to veier mot hverandre: {2} gjennom {3} ({4}) og {5} utenom ({6}).
    sv Från {0} till {1} verkar två vägar mot varandra: {2} genom {3} ({4}) och {5} förbi ({6}).
    de Von {0} zu {1} wirken zwei Wege gegeneinander: {2} über {3} ({4}) und {5} daran vorbei ({6}).
    en {0} carries at least a part of what goes from {1} to {2}: {3} of {4} ({5}); whether anything goes past it cannot be told ({6}).
    nl {0} draagt ten minste een deel van wat van {1} naar {2} gaat: {3} van {4} ({5}); of er iets aan voorbijgaat, is niet te zeggen ({6}).
    nb {0} bærer i hvert fall en del av det som går fra {1} til {2}: {3} av {4} ({5}); om noe går utenom, kan ikke sies ({6}).
    sv {0} bär åtminstone en del av det som går från {1} till {2}: {3} av {4} ({5}); om något går förbi kan inte sägas ({6}).
    de {0} trägt mindestens einen Teil von dem, was von {1} zu {2} geht: {3} von {4} ({5}); ob etwas daran vorbeigeht, lässt sich nicht sagen ({6}).
    en How what is carried differs between the {0} categories of {1} is in the table moderated_mediation.
    nl Hoe wat wordt gedragen verschilt tussen de {0} categorieën van {1}, staat in de tabel moderated_mediation.
    nb Hvordan det som bæres, er forskjellig mellom de {0} kategoriene av {1}, står i tabellen moderated_mediation.
    sv Hur det som bärs skiljer sig mellan de {0} kategorierna av {1} står i tabellen moderated_mediation.
    de Wie sich das Getragene zwischen den {0} Kategorien von {1} unterscheidet, steht in der Tabelle moderated_mediation.
    en Whether what {0} carries from {1} to {2} changes with {3} is open: the interval of the difference holds zero.
    nl Of wat {0} van {1} naar {2} draagt, verandert met {3}, is open: het interval van het verschil bevat nul.
    nb Om det {0} bærer fra {1} til {2}, endrer seg med {3}, er åpent: intervallet for forskjellen inneholder null.
    sv Om det som {0} bär från {1} till {2} ändras med {3} är öppet: skillnadens intervall innehåller noll.
    de Ob sich das, was {0} von {1} zu {2} trägt, mit {3} ändert, ist offen: Das Intervall der Differenz enthält die Null.
    en What {0} carries from {1} to {2} changes with {3}: by {4} from {5} to {6} ({7}).
    nl Wat {0} van {1} naar {2} draagt, verandert met {3}: met {4} van {5} tot {6} ({7}).
    nb Det {0} bærer fra {1} til {2}, endrer seg med {3}: med {4} fra {5} til {6} ({7}).
    sv Det som {0} bär från {1} till {2} ändras med {3}: med {4} från {5} till {6} ({7}).
    de Was {0} von {1} zu {2} trägt, ändert sich mit {3}: um {4} von {5} bis {6} ({7}).
    en This takes for granted that nothing left out moves both {0} and {1}. What is left of the two would have to correlate by {2} for such a reason alone, as when something explains {3} of what is left of each; then nothing would remain of what {4} carries.
    nl Dit neemt aan dat niets wat is weggelaten zowel {0} als {1} beweegt. Wat van die twee overblijft, zou alleen daardoor met {2} moeten correleren, zoals wanneer iets {3} verklaart van wat van elk overblijft; dan zou niets overblijven van wat {4} draagt.
    nb Dette tar for gitt at ingenting utelatt beveger både {0} og {1}. Det som er igjen av de to, måtte korrelere med {2} av en slik grunn alene, som når noe forklarer {3} av det som er igjen av hver; da ville ingenting være igjen av det {4} bærer.
    sv Detta tar för givet att inget utelämnat rör både {0} och {1}. Det som är kvar av de två skulle behöva korrelera med {2} av ett sådant skäl ensamt, som när något förklarar {3} av det som är kvar av vardera; då skulle inget återstå av det som {4} bär.
    de Das setzt voraus, dass nichts Ausgelassenes sowohl {0} als auch {1} bewegt. Was von beiden übrig ist, müsste allein aus einem solchen Grund mit {2} korrelieren, wie wenn etwas {3} von dem erklärt, was von jedem übrig ist; dann bliebe nichts von dem, was {4} trägt.
    en This takes for granted that nothing left out moves both {0} and {1}. What is left of the two would have to correlate by {2} for such a reason alone, as when something explains {3} of what is left of each; then nothing would remain of the ways whose last mediator is {4}.
    nl Dit neemt aan dat niets wat is weggelaten zowel {0} als {1} beweegt. Wat van die twee overblijft, zou alleen daardoor met {2} moeten correleren, zoals wanneer iets {3} verklaart van wat van elk overblijft; dan zou niets overblijven van de wegen met {4} als laatste mediator.
    nb Dette tar for gitt at ingenting utelatt beveger både {0} og {1}. Det som er igjen av de to, måtte korrelere med {2} av en slik grunn alene, som når noe forklarer {3} av det som er igjen av hver; da ville ingenting være igjen av veiene med {4} som siste mediator.
    sv Detta tar för givet att inget utelämnat rör både {0} och {1}. Det som är kvar av de två skulle behöva korrelera med {2} av ett sådant skäl ensamt, som när något förklarar {3} av det som är kvar av vardera; då skulle inget återstå av vägarna med {4} som sista mediator.
    de Das setzt voraus, dass nichts Ausgelassenes sowohl {0} als auch {1} bewegt. Was von beiden übrig ist, müsste allein aus einem solchen Grund mit {2} korrelieren, wie wenn etwas {3} von dem erklärt, was von jedem übrig ist; dann bliebe nichts von den Wegen mit {4} als letztem Mediator.
    en The study's terms ({0}) are left out: products belong to a moderator here. Name it with {1}.
    nl De termen van de studie ({0}) zijn weggelaten: producten horen hier bij een moderator. Noem die met {1}.
    nb Studiens ledd ({0}) er utelatt: produkter hører her til en moderator. Oppgi den med {1}.
    sv Studiens termer ({0}) är utelämnade: produkter hör här till en moderator. Ange den med {1}.
    de Die Terme der Studie ({0}) bleiben weg: Produkte gehören hier zu einem Moderator. Nennen Sie ihn mit {1}.
    en Of {0} the chance of the answer {1} is told, with each driver moved from its mean to one more, or from one of its two values to the other.
    nl Van {0} wordt de kans op het antwoord {1} verteld, met elke drijfveer van het gemiddelde naar één meer, of van de ene van twee waarden naar de andere.
    nb Av {0} fortelles sjansen for svaret {1}, med hver driver flyttet fra gjennomsnittet til én mer, eller fra den ene av to verdier til den andre.
    sv Av {0} berättas chansen för svaret {1}, med varje drivkraft flyttad från medelvärdet till en mer, eller från det ena av två värden till det andra.
    de Bei {0} geht es um die Chance der Antwort {1}, wenn jeder Treiber von seinem Mittelwert auf einen mehr steigt, oder von einem seiner zwei Werte auf den anderen.
    en Of {0} the chance of the answer {1} is told, with each driver moved from its mean to one more, from one of its two values to the other, or to a category from the one compared with.
    nl Van {0} wordt de kans op het antwoord {1} verteld, met elke drijfveer van het gemiddelde naar één meer, van de ene van twee waarden naar de andere, of naar een categorie vanuit die waarmee wordt vergeleken.
    nb Av {0} fortelles sjansen for svaret {1}, med hver driver flyttet fra gjennomsnittet til én mer, fra den ene av to verdier til den andre, eller til en kategori fra den det sammenlignes med.
    sv Av {0} berättas chansen för svaret {1}, med varje drivkraft flyttad från medelvärdet till en mer, från det ena av två värden till det andra, eller till en kategori från den som det jämförs med.
    de Bei {0} geht es um die Chance der Antwort {1}, wenn jeder Treiber von seinem Mittelwert auf einen mehr steigt, von einem seiner zwei Werte auf den anderen, oder von der Vergleichskategorie in eine andere.
    en Through {0}, moving {1} goes with a chance that is higher by {2}.
    nl Via {0} gaat die beweging van {1} samen met een kans die {2} hoger is.
    nb Gjennom {0} følger en sjanse som er {2} høyere, når {1} flyttes.
    sv Genom {0} följer en chans som är {2} högre när {1} flyttas.
    de Über {0} geht diese Bewegung von {1} mit einer um {2} höheren Chance einher.
    en Through {0}, moving {1} goes with a chance that is lower by {2}.
    nl Via {0} gaat die beweging van {1} samen met een kans die {2} lager is.
    nb Gjennom {0} følger en sjanse som er {2} lavere, når {1} flyttes.
    sv Genom {0} följer en chans som är {2} lägre när {1} flyttas.
    de Über {0} geht diese Bewegung von {1} mit einer um {2} niedrigeren Chance einher.
    en The way through {0}
    nl De weg via {0}
    nb Veien gjennom {0}
    sv Vägen genom {0}
    de Der Weg über {0}
    en the way through {0}
    nl de weg via {0}
    nb veien gjennom {0}
    sv vägen genom {0}
    de der Weg über {0}
    en Respondents without an answer to {0} are left out of every table here; without {1} those of them count who answered all else.
    nl Respondenten zonder antwoord op {0} zijn hier uit elke tabel weggelaten; zonder {1} tellen degenen van hen mee die al het andere beantwoordden.
    nb Respondenter uten svar på {0} er her utelatt fra alle tabeller; uten {1} teller de av dem med som svarte på alt annet.
    sv Svarande utan svar på {0} är här utelämnade ur alla tabeller; utan {1} räknas de av dem med som svarade på allt annat.
    de Befragte ohne Antwort auf {0} fehlen hier in allen Tabellen; ohne {1} zählen diejenigen von ihnen mit, die alles andere beantworteten.
    en Chance of the answer {0}: {1}
    nl Kans op het antwoord {0}: {1}
    nb Sjanse for svaret {0}: {1}
    sv Chans för svaret {0}: {1}
    de Chance der Antwort {0}: {1}
    en {0}: effects are on the chance of the upper answer (of several, of each or a higher one), from a probit model with the mediators as least squares explains them, their residuals normal: the mean over respondents of what the driver alone changes. What is carried is with the driver at its higher value, what goes past with the mediators as they are at its lower one.
    nl {0}: effecten zijn op de kans op het hogere antwoord (van meerdere: op elk of een hoger), uit een probitmodel met de mediatoren zoals kleinste kwadraten ze verklaart, met normale residuen: het gemiddelde over respondenten van wat de drijfveer alleen verandert. Wat gedragen wordt, is met de drijfveer op de hogere waarde, wat eraan voorbijgaat met de mediatoren zoals ze bij de lagere zijn.
    nb {0}: effekter er på sjansen for det øvre svaret (av flere: for hvert eller et høyere), fra en probitmodell med mediatorene slik minste kvadrater forklarer dem, med normale residualer: gjennomsnittet over respondenter av det driveren alene endrer. Det som bæres, er med driveren på den høyere verdien, det som går utenom med mediatorene slik de er ved den lavere.
    sv {0}: effekter är på chansen för det övre svaret (av flera: för vart och ett eller ett högre), från en probitmodell med mediatorerna så som minsta kvadrat förklarar dem, med normala residualer: medelvärdet över svarande av det drivkraften ensam ändrar. Det som bärs är med drivkraften på det högre värdet, det som går förbi med mediatorerna så som de är vid det lägre.
    de {0}: Wirkungen gelten der Chance der oberen Antwort (bei mehreren: jeder oder einer höheren), aus einem Probitmodell mit den Mediatoren, wie kleinste Quadrate sie erklären, mit normalen Residuen: der Mittelwert über die Befragten dessen, was der Treiber allein ändert. Getragenes ist mit dem Treiber auf dem höheren Wert, Vorbeigehendes mit den Mediatoren, wie sie bei dem niedrigeren sind.
    en Of what the drivers explain of {0}, {1} goes through {2} ({3} interval {4} to {5}).
    nl Van wat de drijfveren van {0} verklaren, gaat {1} via {2} (interval van {3}: {4} tot {5}).
    nb Av det driverne forklarer av {0}, går {1} gjennom {2} ({3}-intervall {4} til {5}).
    sv Av det som drivkrafterna förklarar av {0} går {1} genom {2} ({3}-intervall {4} till {5}).
    de Von dem, was die Treiber von {0} erklären, geht {1} über {2} ({3}-Intervall {4} bis {5}).
    en Whether {0} carries anything of what the drivers explain of {1} is open: the interval holds zero.
    nl Of {0} iets draagt van wat de drijfveren van {1} verklaren, is open: het interval bevat nul.
    nb Om {0} bærer noe av det driverne forklarer av {1}, er åpent: intervallet inneholder null.
    sv Om {0} bär något av det som drivkrafterna förklarar av {1} är öppet: intervallet innehåller noll.
    de Ob {0} etwas von dem trägt, was die Treiber von {1} erklären, ist offen: Das Intervall enthält die Null.
    en What goes through {0} works against the rest of what the drivers explain of {1}: {2} of it ({3} interval {4} to {5}).
    nl Wat via {0} gaat, werkt de rest tegen van wat de drijfveren van {1} verklaren: {2} ervan (interval van {3}: {4} tot {5}).
    nb Det som går gjennom {0}, virker mot resten av det driverne forklarer av {1}: {2} av det ({3}-intervall {4} til {5}).
    sv Det som går genom {0} verkar mot resten av det som drivkrafterna förklarar av {1}: {2} av det ({3}-intervall {4} till {5}).
    de Was über {0} geht, wirkt dem Rest dessen entgegen, was die Treiber von {1} erklären: {2} davon ({3}-Intervall {4} bis {5}).
    en What drives {0}, through {1} and past it
    nl Wat {0} drijft, via {1} en eraan voorbij
    nb Hva som driver {0}, gjennom {1} og utenom
    sv Vad som driver {0}, genom {1} och förbi
    de Was {0} treibt, über {1} und daran vorbei
    en What drives the outcomes, through {0} and past it
    nl Wat de uitkomsten drijft, via {0} en eraan voorbij
    nb Hva som driver utfallene, gjennom {0} og utenom
    sv Vad som driver utfallen, genom {0} och förbi
    de Was die Ergebnisse treibt, über {0} und daran vorbei
    en Importance through mediators and past them
    nl Belang via mediatoren en eraan voorbij
    nb Viktighet gjennom mediatorer og utenom
    sv Betydelse genom mediatorer och förbi
    de Wichtigkeit über Mediatoren und an ihnen vorbei
    en Directly
    nl Direct
    nb Direkte
    sv Direkt
    de Direkt
    en Carried
    nl Gedragen
    nb Båret
    sv Buret
    de Getragen
    en Each driver's share of importance (lmg) is what goes through and what goes past, added up. A part below zero works against the other.
    nl Het aandeel van elke drijfveer in het belang (lmg) is wat erdoor gaat en wat eraan voorbijgaat, opgeteld. Een deel onder nul werkt het andere tegen.
    nb Andelen hver driver har av viktigheten (lmg), er det som går gjennom og det som går utenom, lagt sammen. En del under null virker mot den andre.
    sv Varje drivkrafts andel av betydelsen (lmg) är det som går genom och det som går förbi, sammanlagt. En del under noll verkar mot den andra.
    de Der Anteil jedes Treibers an der Wichtigkeit (lmg) ist die Summe dessen, was hindurchgeht, und dessen, was vorbeigeht. Ein Teil unter null wirkt gegen den anderen.
    """#
}
