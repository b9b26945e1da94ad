extension AnswerScales {
  static let romance: [AnswerScale] = french + spanish

  private static let french: [AnswerScale] =
    opposites(
      [
        ("insatisfait", "satisfait"), ("insatisfaite", "satisfaite"), ("mécontent", "content"),
        ("improbable", "probable"), ("difficile", "facile"),
        ("mauvais", "bon"), ("mauvaise", "bonne"), ("négatif", "positif"), ("mal", "bien"),
      ],
      middle:
        "ni {p} ni {n}/ni {n} ni {p}/neutre/moyen/moyenne/moyennement/sans opinion marquée/indifférent/correct/passable",
      [
        "{n}|~|{p}", "très {n}|{n}|~|{p}|très {p}",
        "très {n}|plutôt {n}/assez {n}/quelque peu {n}/un peu {n}|~|plutôt {p}/assez {p}/quelque peu {p}/un peu {p}|très {p}",
        "extrêmement {n}/très {n}|{n}|plutôt {n}/légèrement {n}|~|plutôt {p}/légèrement {p}|{p}|extrêmement {p}/très {p}",
        "extrêmement {n}|plutôt {n}/quelque peu {n}|~|plutôt {p}/quelque peu {p}|extrêmement {p}",
        "très {n}|{n}/plutôt {n}|{p}/plutôt {p}|très {p}",
        "pas du tout {p}|peu {p}/pas très {p}/plutôt pas {p}|~|{p}/plutôt {p}/assez {p}|très {p}/tout à fait {p}",
        "pas du tout {p}|peu {p}/plutôt pas {p}|plutôt {p}/assez {p}|très {p}/tout à fait {p}",
      ])
    + [
      "pas du tout d'accord/tout à fait en désaccord/fortement en désaccord/totalement en désaccord|pas d'accord/plutôt pas d'accord/en désaccord/plutôt en désaccord|ni d'accord ni pas d'accord/ni en accord ni en désaccord/ni d'accord ni en désaccord/neutre|d'accord/plutôt d'accord/en accord|tout à fait d'accord/fortement d'accord/totalement d'accord/entièrement d'accord",
      "pas du tout d'accord|plutôt pas d'accord/pas d'accord|plutôt d'accord/d'accord|tout à fait d'accord",
      "pas du tout d'accord/tout à fait en désaccord|pas d'accord/en désaccord|plutôt pas d'accord/plutôt en désaccord|ni d'accord ni pas d'accord/neutre|plutôt d'accord|d'accord|tout à fait d'accord",
      "jamais|rarement|parfois/quelquefois/de temps en temps|souvent|toujours", "jamais|parfois|souvent|toujours",
      "très mauvais|mauvais|moyen/correct|bon|excellent/très bon",
      "pas du tout important|peu important|moyennement important/neutre|important/assez important|très important",
      "certainement pas/sûrement pas|probablement pas|peut être|probablement|certainement/sûrement",
      "bien pire que prévu|pire que prévu|comme prévu|mieux que prévu|bien mieux que prévu",
      "pas du tout|un peu|moyennement/modérément|beaucoup|énormément/extrêmement",
      "pas du tout *|légèrement *|modérément *|très *|extrêmement *",
      "pas du tout *|pas très *|assez *|très *|extrêmement *",
    ].map { AnswerScale($0) }

  private static let spanish: [AnswerScale] =
    opposites(
      [
        ("insatisfecho", "satisfecho"), ("insatisfecha", "satisfecha"), ("improbable", "probable"),
        ("difícil", "fácil"), ("malo", "bueno"), ("mala", "buena"),
        ("mal", "bien"), ("negativo", "positivo"),
      ],
      middle: "ni {p} ni {n}/ni {n} ni {p}/neutral/neutro/regular/indiferente/aceptable/normal",
      [
        "{n}|~|{p}", "muy {n}|{n}|~|{p}|muy {p}",
        "muy {n}|algo {n}/un poco {n}/bastante {n}|~|algo {p}/un poco {p}/bastante {p}|muy {p}",
        "extremadamente {n}/muy {n}|{n}|algo {n}/ligeramente {n}|~|algo {p}/ligeramente {p}|{p}|extremadamente {p}/muy {p}",
        "extremadamente {n}|algo {n}|~|algo {p}|extremadamente {p}", "totalmente {n}|{n}|~|{p}|totalmente {p}",
        "muy {n}|{n}|{p}|muy {p}",
        "nada {p}|poco {p}|algo {p}/~|bastante {p}/{p}|muy {p}",
      ])
    + [
      "totalmente en desacuerdo/muy en desacuerdo/completamente en desacuerdo|en desacuerdo/algo en desacuerdo/parcialmente en desacuerdo|ni de acuerdo ni en desacuerdo/neutral/neutro/indiferente|de acuerdo/algo de acuerdo/parcialmente de acuerdo|totalmente de acuerdo/muy de acuerdo/completamente de acuerdo",
      "totalmente en desacuerdo/muy en desacuerdo|en desacuerdo|de acuerdo|totalmente de acuerdo/muy de acuerdo",
      "totalmente en desacuerdo|en desacuerdo|algo en desacuerdo/ligeramente en desacuerdo|ni de acuerdo ni en desacuerdo/neutral|algo de acuerdo/ligeramente de acuerdo|de acuerdo|totalmente de acuerdo",
      "nunca|rara vez/casi nunca/raramente/pocas veces|a veces/algunas veces/ocasionalmente|a menudo/casi siempre/frecuentemente/con frecuencia/muchas veces|siempre",
      "nunca|a veces|a menudo|siempre",
      "muy malo|malo|regular|bueno|excelente/muy bueno", "muy mala|mala|regular|buena|excelente/muy buena",
      "nada importante|poco importante|algo importante/moderadamente importante|importante/bastante importante|muy importante",
      "definitivamente no/seguro que no|probablemente no|tal vez/quizás/quizá|probablemente sí/probablemente|definitivamente sí/definitivamente/seguro que sí",
      "mucho peor de lo esperado|peor de lo esperado|como esperaba/lo esperado|mejor de lo esperado|mucho mejor de lo esperado",
      "nada|un poco/poco|moderadamente/algo|mucho/bastante|muchísimo/extremadamente",
      "nada *|ligeramente *|moderadamente *|muy *|extremadamente *", "nada *|no tan *|algo *|muy *|extremadamente *",
    ].map { AnswerScale($0) }
}
