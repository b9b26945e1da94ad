extension Messages {
  /// What drives: openings, captions and figures of `drivers` and `ipa`, part 2 of 2.
  static let drivers2: StaticString = #"""
    en Residuals against fitted values: {0}
    nl Residuen tegen voorspelde waarden: {0}
    nb Residualer mot predikerte verdier: {0}
    sv Residualer mot anpassade värden: {0}
    de Residuen gegen angepasste Werte: {0}
    en Fitted value
    nl Voorspelde waarde
    nb Predikert verdi
    sv Anpassat värde
    de Angepasster Wert
    en Are the residuals normal? {0}
    nl Zijn de residuen normaal verdeeld? {0}
    nb Er residualene normalfordelte? {0}
    sv Är residualerna normalfördelade? {0}
    de Sind die Residuen normalverteilt? {0}
    en Normal quantile
    nl Normaal kwantiel
    nb Normalkvantil
    sv Normalkvantil
    de Normalquantil
    en Studentised residual
    nl Gestudentiseerd residu
    nb Studentisert residual
    sv Studentiserad residual
    de Studentisiertes Residuum
    en ΔR²: what the block adds to those before it, tested with the errors of the model up to it.
    nl ΔR²: wat het blok aan de voorgaande toevoegt, getoetst met de fouten van het model tot en met dat blok.
    nb ΔR²: hva blokken legger til de foregående, testet med feilene til modellen til og med den.
    sv ΔR²: vad blocket tillför utöver de tidigare, prövat med felen i modellen till och med det.
    de ΔR²: was der Block den vorigen hinzufügt, geprüft mit den Fehlern des Modells bis zu ihm.
    en breusch_pagan: do the errors vary with the predictors? reset: is a curve or an interaction missing? A small p says yes.
    nl breusch_pagan: hangt de spreiding van de fouten af van de voorspellers? reset: ontbreekt een kromme of een interactie? Een kleine p zegt ja.
    nb breusch_pagan: varierer feilenes spredning med prediktorene? reset: mangler en kurve eller en interaksjon? En liten p sier ja.
    sv breusch_pagan: varierar felens spridning med prediktorerna? reset: saknas en kurva eller en interaktion? Ett litet p säger ja.
    de breusch_pagan: Hängt die Streuung der Fehler von den Prädiktoren ab? reset: Fehlt eine Krümmung oder eine Interaktion? Ein kleines p sagt ja.
    en The rows that move the coefficients most; JSON and CSV hold all.
    nl De rijen die de coëfficiënten het meest verschuiven; JSON en CSV bevatten alle.
    nb Radene som flytter koeffisientene mest; JSON og CSV har alle.
    sv Raderna som flyttar koefficienterna mest; JSON och CSV har alla.
    de Die Zeilen, die die Koeffizienten am stärksten verschieben; JSON und CSV enthalten alle.
    en Dimensions of condition index above 10, with the terms of which they make over 30 % of the variance.
    nl Dimensies met een conditie-index boven 10, met de termen waarvan zij meer dan 30 % van de variantie uitmaken.
    nb Dimensjoner med kondisjonsindeks over 10, med leddene der de utgjør mer enn 30 % av variansen.
    sv Dimensioner med konditionsindex över 10, med de termer där de utgör mer än 30 % av variansen.
    de Dimensionen mit einem Konditionsindex über 10, mit den Termen, deren Varianz sie zu mehr als 30 % ausmachen.
    en Not listed: {0}, fixed by the columns before.
    nl Niet vermeld: {0}, bepaald door de kolommen ervoor.
    nb Ikke oppført: {0}, gitt av kolonnene foran.
    sv Ej med: {0}, bestäms av kolumnerna före.
    de Nicht aufgeführt: {0}, durch die vorigen Spalten festgelegt.
    """#
}
