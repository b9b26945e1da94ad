extension Messages {
  /// Path diagrams, and path models in reports.
  static let diagrams: StaticString = #"""
    en What carries what
    nl Wat draagt wat
    nb Hva bærer hva
    sv Vad bär vad
    de Was trägt was
    en Effects, loadings, fit, and other tables
    nl Effecten, ladingen, fit en andere tabellen
    nb Effekter, ladninger, tilpasning og andre tabeller
    sv Effekter, laddningar, anpassning och andra tabeller
    de Effekte, Ladungen, Anpassung und weitere Tabellen
    en Path model: all paths and loadings were fitted at once, estimator {0}.
    nl Padmodel: alle paden en ladingen zijn in één keer geschat, schatter {0}.
    nb Stimodell: alle stier og ladninger ble estimert samtidig, estimator {0}.
    sv Stigmodell: alla stigar och laddningar skattades på en gång, estimator {0}.
    de Pfadmodell: Alle Pfade und Ladungen wurden zugleich geschätzt, Schätzer {0}.
    en The path model is left out of the report: {0}
    nl Het padmodel is uit het rapport gelaten: {0}
    nb Stimodellen er utelatt fra rapporten: {0}
    sv Stigmodellen är utelämnad ur rapporten: {0}
    de Das Pfadmodell fehlt im Bericht: {0}
    en Numbers are standardised; the larger they are, the thicker the arrows.
    nl De getallen zijn gestandaardiseerd; hoe groter ze zijn, hoe dikker de pijlen.
    nb Tallene er standardiserte; jo større de er, desto tykkere er pilene.
    sv Talen är standardiserade; ju större de är, desto tjockare är pilarna.
    de Die Zahlen sind standardisiert; je größer sie sind, desto dicker sind die Pfeile.
    en R²: the share of the variance that is explained.
    nl R²: het deel van de variantie dat verklaard wordt.
    nb R²: andelen av variansen som forklares.
    sv R²: den andel av variansen som förklaras.
    de R²: der Anteil der Varianz, der erklärt wird.
    en Arrows with two heads: correlations, of residuals where something is explained.
    nl Pijlen met twee punten: correlaties, van residuen waar iets verklaard wordt.
    nb Piler med to spisser: korrelasjoner, av residualer der noe forklares.
    sv Pilar med två spetsar: korrelationer, av residualer där något förklaras.
    de Pfeile mit zwei Spitzen: Korrelationen, von Residuen, wo etwas erklärt wird.
    en Arrows with two heads: correlations.
    nl Pijlen met twee punten: correlaties.
    nb Piler med to spisser: korrelasjoner.
    sv Pilar med två spetsar: korrelationer.
    de Pfeile mit zwei Spitzen: Korrelationen.
    en In brackets: the {0} interval.
    nl Tussen haken: het {0}-interval.
    nb I klammer: {0}-intervallet.
    sv Inom klamrar: {0}-intervallet.
    de In Klammern: das {0}-Intervall.
    en Dashed: the {0} interval holds zero.
    nl Gestreept: het {0}-interval bevat nul.
    nb Stiplet: {0}-intervallet inneholder null.
    sv Streckat: {0}-intervallet innehåller noll.
    de Gestrichelt: Das {0}-Intervall enthält die Null.
    en In the other colour: negative.
    nl In de andere kleur: negatief.
    nb I den andre fargen: negativt.
    sv I den andra färgen: negativt.
    de In der anderen Farbe: negativ.
    en each is standardised by itself
    nl elk is op zichzelf gestandaardiseerd
    nb hvert er standardisert for seg
    sv varje är standardiserad för sig
    de jedes ist für sich standardisiert
    en Intervals found no room: the tables have them.
    nl Voor intervallen was geen plaats: ze staan in de tabellen.
    nb Intervallene fikk ikke plass: de står i tabellene.
    sv Intervallen fick inte plats: de står i tabellerna.
    de Für Intervalle war kein Platz: Sie stehen in den Tabellen.
    en Items found no room: constructs tell their number.
    nl Voor items was geen plaats: bij de constructen staat hun aantal.
    nb Leddene fikk ikke plass: ved konstruktene står antallet.
    sv Frågorna fick inte plats: vid konstrukten står deras antal.
    de Für Items war kein Platz: Bei den Konstrukten steht ihre Zahl.
    en {0} arrow has no number for want of room: the tables have it.
    nl {0} pijl heeft bij gebrek aan plaats geen getal: het staat in de tabellen.
    nb {0} pil har ikke noe tall av mangel på plass: det står i tabellene.
    sv {0} pil saknar tal av brist på plats: det står i tabellerna.
    de {0} Pfeil hat aus Platzmangel keine Zahl: Sie steht in den Tabellen.
    en {0} arrows have no number for want of room: the tables have them.
    nl {0} pijlen hebben bij gebrek aan plaats geen getal: ze staan in de tabellen.
    nb {0} piler har ikke noe tall av mangel på plass: de står i tabellene.
    sv {0} pilar saknar tal av brist på plats: de står i tabellerna.
    de {0} Pfeile haben aus Platzmangel keine Zahl: Sie stehen in den Tabellen.
    en {0} correlation is not drawn: the tables have it.
    nl {0} correlatie is niet getekend: ze staat in de tabellen.
    nb {0} korrelasjon er ikke tegnet: den står i tabellene.
    sv {0} korrelation är inte ritad: den står i tabellerna.
    de {0} Korrelation ist nicht gezeichnet: Sie steht in den Tabellen.
    en {0} correlations are not drawn: the tables have them.
    nl {0} correlaties zijn niet getekend: ze staan in de tabellen.
    nb {0} korrelasjoner er ikke tegnet: de står i tabellene.
    sv {0} korrelationer är inte ritade: de står i tabellerna.
    de {0} Korrelationen sind nicht gezeichnet: Sie stehen in den Tabellen.
    en {0} item
    nl {0} item
    nb {0} ledd
    sv {0} fråga
    de {0} Item
    en {0} items
    nl {0} items
    nb {0} ledd
    sv {0} frågor
    de {0} Items
    """#
}
