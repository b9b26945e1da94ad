extension Messages {
  /// Headings of columns and titles of tables, part 2 of 3.
  static let headings2: StaticString = #"""
    en Quadrant
    nl Kwadrant
    nb Kvadrant
    sv Kvadrant
    de Quadrant
    en Quantity
    nl Grootheid
    nb Størrelse
    sv Storhet
    de Größe
    en Random 95 %
    nl Toeval 95 %
    nb Tilfeldig 95 %
    sv Slump 95 %
    de Zufall 95 %
    en Random data
    nl Toevalsdata
    nb Tilfeldige data
    sv Slumpdata
    de Zufallsdaten
    en Random mean
    nl Toeval gemiddeld
    nb Tilfeldig snitt
    sv Slump medel
    de Zufall Mittel
    en Rank
    nl Rang
    nb Rang
    sv Rang
    de Rang
    en Residual
    nl Residu
    nb Residual
    sv Residual
    de Residuum
    en Rest
    nl Rest
    nb Rest
    sv Rest
    de Rest
    en Rotation
    nl Rotatie
    nb Rotasjon
    sv Rotation
    de Rotation
    en Row
    nl Rij
    nb Rad
    sv Rad
    de Zeile
    en Rows
    nl Rijen
    nb Rader
    sv Rader
    de Zeilen
    en Rule
    nl Regel
    nb Regel
    sv Regel
    de Regel
    en R² new
    nl R² nieuw
    nb R² ny
    sv R² ny
    de R² neu
    en SS loadings
    nl KS ladingen
    nb KS ladninger
    sv KS laddningar
    de QS Ladungen
    en Scaling
    nl Schaling
    nb Skalering
    sv Skalning
    de Skalierung
    en Set
    nl Set
    nb Sett
    sv Set
    de Satz
    en Share
    nl Aandeel
    nb Andel
    sv Andel
    de Anteil
    en Sign
    nl Teken
    nb Fortegn
    sv Tecken
    de Vorzeichen
    en Splits
    nl Splitsingen
    nb Delinger
    sv Delningar
    de Teilungen
    en Starts
    nl Starts
    nb Starter
    sv Starter
    de Starts
    en Stated
    nl Opgegeven
    nb Oppgitt
    sv Uppgiven
    de Genannt
    en Statistic
    nl Toetsgrootheid
    nb Testobservator
    sv Testvärde
    de Prüfgröße
    en Std. res.
    nl Gest. res.
    nb Std. res.
    sv Std. res.
    de Std. Res.
    en Structure
    nl Structuur
    nb Struktur
    sv Struktur
    de Struktur
    en Stud. res.
    nl Stud. res.
    nb Stud. res.
    sv Stud. res.
    de Stud. Res.
    en Suite
    nl Reeks
    nb Serie
    sv Serie
    de Reihe
    en Term
    nl Term
    nb Ledd
    sv Term
    de Term
    en Terms
    nl Termen
    nb Ledd
    sv Termer
    de Terme
    en Test
    nl Toets
    nb Test
    sv Test
    de Test
    en Title
    nl Titel
    nb Tittel
    sv Titel
    de Titel
    en Total
    nl Totaal
    nb Total
    sv Total
    de Gesamt
    en Value
    nl Waarde
    nb Verdi
    sv Värde
    de Wert
    en Variable
    nl Variabele
    nb Variabel
    sv Variabel
    de Variable
    en Verdict
    nl Oordeel
    nb Dom
    sv Omdöme
    de Urteil
    en Versus
    nl Tegenover
    nb Mot
    sv Mot
    de Gegenüber
    en Wave
    nl Golf
    nb Bølge
    sv Våg
    de Welle
    en Weakest
    nl Zwakste
    nb Svakeste
    sv Svagaste
    de Schwächste
    en Weight
    nl Gewicht
    nb Vekt
    sv Vikt
    de Gewicht
    en Where
    nl Waar
    nb Hvor
    sv Var
    de Wo
    en With
    nl Met
    nb Med
    sv Med
    de Mit
    en Worst
    nl Slechtste
    nb Verste
    sv Sämsta
    de Schlechtester
    en adj. R²
    nl gecorr. R²
    nb just. R²
    sv just. R²
    de korr. R²
    en adj. p
    nl gecorr. p
    nb just. p
    sv just. p
    de adj. p
    en at best
    nl op het best
    nb på beste
    sv på bästa
    de beim besten
    en best
    nl beste
    nb beste
    sv bästa
    de bester
    en best in
    nl beste in
    nb best i
    sv bäst i
    de bester in
    en ceiling
    nl plafond
    nb tak
    sv tak
    de Decke
    en concentrate
    nl concentreren
    nb konsentrer
    sv koncentrera
    de handeln
    en df model
    nl df model
    nb df modell
    sv df modell
    de df Modell
    en df res.
    nl df res.
    nb df res.
    sv df res.
    de df Res.
    en drawn in
    nl gekrompen
    nb krympet
    sv krympt
    de geschrumpft
    en first in resamples
    nl eerste in steekproeven
    nb først i trekninger
    sv först i omdragningar
    de Erster in Stichproben
    en floor
    nl vloer
    nb gulv
    sv golv
    de Boden
    en from
    nl van
    nb fra
    sv från
    de von
    en gain high
    nl winst hoog
    nb gevinst høy
    sv vinst hög
    de Gewinn oben
    en gain low
    nl winst laag
    nb gevinst lav
    sv vinst låg
    de Gewinn unten
    en high
    nl hoog
    nb høy
    sv hög
    de oben
    en high as leader
    nl hoog als eerste
    nb høy som først
    sv hög som först
    de oben als Erster
    en keep up
    nl volhouden
    nb fortsett
    sv behåll
    de halten
    en log-lik.
    nl log-lik.
    nb log-lik.
    sv log-lik.
    de Log-Lik.
    en low
    nl laag
    nb lav
    sv låg
    de unten
    en low as leader
    nl laag als eerste
    nb lav som først
    sv låg som först
    de unten als Erster
    en low priority
    nl lage prioriteit
    nb lav prioritet
    sv låg prioritet
    de niedrige Priorität
    en may be best
    nl kan beste zijn
    nb kan være best
    sv kan vara bäst
    de evtl. bester
    en of
    nl van
    nb av
    sv av
    de von
    en overkill
    nl overdaad
    nb overdrevet
    sv överdrivet
    de zu viel
    en p perm.
    nl p perm.
    nb p perm.
    sv p perm.
    de p Perm.
    en part r
    nl semipart. r
    nb semipart. r
    sv semipart. r
    de semipart. r
    en partial r
    nl part. r
    nb part. r
    sv part. r
    de part. r
    en per column
    nl per kolom
    nb per kolonne
    sv per kolumn
    de je Spalte
    en regret
    nl spijt
    nb anger
    sv ånger
    de Entgangenes
    en s.d.
    nl s.d.
    nb s.d.
    sv s.d.
    de Std.-Abw.
    en s.e.
    nl s.e.
    nb s.f.
    sv m.f.
    de Std.-F.
    en skew
    nl scheefh.
    nb skjevh.
    sv snedh.
    de Schiefe
    en kurt.
    nl kurt.
    nb kurt.
    sv kurt.
    de Kurt.
    en to
    nl tot
    nb til
    sv till
    de bis
    """#
}
