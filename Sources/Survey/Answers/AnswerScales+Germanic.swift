extension AnswerScales {
  static let dutch: [AnswerScale] =
    opposites(
      [
        ("ontevreden", "tevreden"), ("onwaarschijnlijk", "waarschijnlijk"), ("onbelangrijk", "belangrijk"),
        ("moeilijk", "makkelijk"),
        ("moeilijk", "gemakkelijk"), ("slecht", "goed"), ("onduidelijk", "duidelijk"), ("onvriendelijk", "vriendelijk"),
        ("negatief", "positief"),
      ],
      middle:
        "neutraal/niet {p} niet {n}/niet {p} en niet {n}/niet {p} maar ook niet {n}/noch {p} noch {n}/noch {n} noch {p}/geen van beide/matig/redelijk",
      [
        "{n}|~|{p}", "zeer {n}/heel {n}/erg {n}|{n}|~|{p}|zeer {p}/heel {p}/erg {p}",
        "zeer {n}/heel {n}/erg {n}|enigszins {n}/een beetje {n}/vrij {n}/redelijk {n}/eerder {n}|~|enigszins {p}/een beetje {p}/vrij {p}/redelijk {p}/eerder {p}|zeer {p}/heel {p}/erg {p}",
        "zeer {n}/uiterst {n}/helemaal {n}|{n}|enigszins {n}|~|enigszins {p}|{p}|zeer {p}/uiterst {p}/helemaal {p}",
        "zeer {n}/heel {n}/erg {n}|{n}|{p}|zeer {p}/heel {p}/erg {p}", "uiterst {n}|{n}|~|{p}|uiterst {p}",
      ])
    + opposites(
      [("oneens", "eens"), ("mee oneens", "mee eens")],
      middle:
        "neutraal/niet eens niet oneens/niet mee eens niet mee oneens/niet eens en niet oneens/noch eens noch oneens/niet mee eens en niet mee oneens/geen mening",
      [
        "{n}|~|{p}",
        "helemaal {n}/volledig {n}/sterk {n}/zeer {n}|{n}|~|{p}|helemaal {p}/volledig {p}/sterk {p}/zeer {p}",
        "helemaal {n}/volledig {n}|enigszins {n}/een beetje {n}/eerder {n}|~|enigszins {p}/een beetje {p}/eerder {p}|helemaal {p}/volledig {p}",
        "helemaal {n}/volledig {n}|{n}|enigszins {n}/een beetje {n}|~|enigszins {p}/een beetje {p}|{p}|helemaal {p}/volledig {p}",
        "helemaal {n}/volledig {n}|{n}|{p}|helemaal {p}/volledig {p}",
      ])
    + [
      "helemaal niet mee eens|niet mee eens|neutraal|mee eens|helemaal mee eens",
      "nooit|zelden|soms|vaak/meestal/regelmatig|altijd", "nooit|soms|vaak|altijd",
      "zeer slecht|slecht|matig/redelijk/voldoende/neutraal|goed|zeer goed/uitstekend",
      "slecht|matig|goed|zeer goed|uitstekend",
      "slecht|matig|redelijk|goed|uitstekend", "onvoldoende|matig|voldoende|goed|zeer goed/uitstekend",
      "slecht|matig|goed",
      "helemaal niet *|niet zo *|enigszins *|zeer *|uiterst *",
      "helemaal niet *|een beetje *|redelijk *|zeer *|uiterst */heel erg *",
      "zeker niet|waarschijnlijk niet|misschien|waarschijnlijk/waarschijnlijk wel|zeker/zeker wel",
      "veel slechter dan verwacht|slechter dan verwacht|zoals verwacht|beter dan verwacht|veel beter dan verwacht",
      "helemaal niet|een beetje|redelijk/enigszins|erg/veel|heel erg/zeer veel",
    ].map { AnswerScale($0) }

  static let german: [AnswerScale] =
    opposites(
      [
        ("unzufrieden", "zufrieden"), ("unwahrscheinlich", "wahrscheinlich"), ("unwichtig", "wichtig"),
        ("schwierig", "einfach"),
        ("schwer", "leicht"), ("schlecht", "gut"), ("unfreundlich", "freundlich"), ("unverständlich", "verständlich"),
        ("negativ", "positiv"),
      ],
      middle:
        "weder noch/teils teils/neutral/weder {p} noch {n}/weder {n} noch {p}/unentschieden/mittelmäßig/mittel/mäßig/teilweise/es geht",
      [
        "{n}|~|{p}", "sehr {n}|{n}|~|{p}|sehr {p}",
        "sehr {n}|eher {n}/ziemlich {n}/etwas {n}|~|eher {p}/ziemlich {p}/etwas {p}|sehr {p}",
        "äußerst {n}/völlig {n}/sehr {n}|{n}|eher {n}/etwas {n}|~|eher {p}/etwas {p}|{p}|äußerst {p}/völlig {p}/sehr {p}",
        "äußerst {n}/extrem {n}|eher {n}/etwas {n}|~|eher {p}/etwas {p}|äußerst {p}/extrem {p}",
        "völlig {n}|{n}|~|{p}|völlig {p}",
        "sehr {n}|{n}|{p}|sehr {p}", "sehr {n}|eher {n}|eher {p}|sehr {p}",
        "überhaupt nicht {p}/gar nicht {p}|nicht {p}/weniger {p}/eher nicht {p}|~|{p}/eher {p}|sehr {p}",
      ])
    + [
      "stimme überhaupt nicht zu/stimme gar nicht zu/stimme absolut nicht zu|stimme nicht zu/stimme eher nicht zu|teils teils/weder noch/neutral/unentschieden/stimme weder zu noch nicht zu|stimme zu/stimme eher zu|stimme voll und ganz zu/stimme völlig zu/stimme voll zu/stimme absolut zu/stimme vollkommen zu",
      "stimme überhaupt nicht zu/stimme gar nicht zu|stimme eher nicht zu/stimme nicht zu|stimme eher zu/stimme zu|stimme voll und ganz zu/stimme völlig zu/stimme voll zu",
      "stimme überhaupt nicht zu/stimme gar nicht zu|stimme nicht zu|stimme eher nicht zu|teils teils/weder noch/neutral|stimme eher zu|stimme zu|stimme voll und ganz zu/stimme völlig zu/stimme voll zu",
      "trifft überhaupt nicht zu/trifft gar nicht zu/trifft nicht zu|trifft eher nicht zu/trifft wenig zu|teils teils/weder noch/neutral/trifft teilweise zu|trifft eher zu|trifft voll und ganz zu/trifft völlig zu/trifft voll zu/trifft zu",
      "trifft überhaupt nicht zu/trifft gar nicht zu/trifft nicht zu|trifft eher nicht zu|trifft eher zu|trifft voll und ganz zu/trifft völlig zu/trifft voll zu/trifft zu",
      "lehne stark ab/lehne voll ab|lehne ab|neutral/weder noch|stimme zu|stimme stark zu/stimme voll zu",
      "nie|selten|manchmal/gelegentlich|oft/häufig|immer",
      "nie|manchmal|oft|immer", "nie|selten|manchmal/gelegentlich|meistens/oft/häufig|immer",
      "ungenügend|mangelhaft|ausreichend|befriedigend|gut|sehr gut",
      "sehr schlecht|schlecht|befriedigend/in ordnung/okay/durchschnittlich|gut|sehr gut/ausgezeichnet",
      "schlecht|mäßig|gut|sehr gut|ausgezeichnet/hervorragend",
      "auf keinen fall/bestimmt nicht/sicher nicht|wahrscheinlich nicht/eher nicht|vielleicht|wahrscheinlich/eher ja|auf jeden fall/bestimmt/sicher",
      "überhaupt nicht *|nicht so *|etwas *|sehr *|äußerst *", "überhaupt nicht *|etwas *|mäßig *|sehr *|äußerst *",
      "überhaupt nicht *|kaum *|einigermaßen *|ziemlich *|sehr *",
      "viel schlechter als erwartet|schlechter als erwartet|wie erwartet|besser als erwartet|viel besser als erwartet",
      "überhaupt nicht|wenig/kaum|mittelmäßig/etwas|ziemlich|sehr",
    ].map { AnswerScale($0) }
}
