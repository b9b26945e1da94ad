extension AnswerScales {
  static let scandinavian: [AnswerScale] = norwegian + danish + swedish

  private static let norwegian: [AnswerScale] =
    opposites(
      [
        ("misfornøyd", "fornøyd"), ("usannsynlig", "sannsynlig"), ("uviktig", "viktig"), ("vanskelig", "lett"),
        ("vanskelig", "enkelt"),
        ("dårlig", "god"), ("dårlig", "bra"), ("uenig", "enig"), ("negativ", "positiv"),
      ],
      middle:
        "verken {p} eller {n}/hverken {p} eller {n}/verken {n} eller {p}/verken eller/hverken eller/nøytral/både og/middels/verken enig eller uenig/nøytralt",
      [
        "{n}|~|{p}", "svært {n}/veldig {n}/meget {n}/helt {n}|{n}|~|{p}|svært {p}/veldig {p}/meget {p}/helt {p}",
        "svært {n}/veldig {n}/meget {n}/helt {n}|ganske {n}/litt {n}/delvis {n}/noe {n}/nokså {n}|~|ganske {p}/litt {p}/delvis {p}/noe {p}/nokså {p}|svært {p}/veldig {p}/meget {p}/helt {p}",
        "svært {n}/veldig {n}/meget {n}/helt {n}|{n}|litt {n}/noe {n}/delvis {n}|~|litt {p}/noe {p}/delvis {p}|{p}|svært {p}/veldig {p}/meget {p}/helt {p}",
        "svært {n}/veldig {n}/helt {n}|{n}/ganske {n}/delvis {n}|{p}/ganske {p}/delvis {p}|svært {p}/veldig {p}/helt {p}",
      ])
    + [
      "aldri|sjelden|av og til/noen ganger/iblant|ofte|alltid",
      "aldri|sjelden|av og til/noen ganger|ofte|svært ofte/veldig ofte", "aldri|noen ganger|ofte|alltid",
      "ikke i det hele tatt/overhodet ikke|i liten grad|i noen grad/til en viss grad|i stor grad|i svært stor grad",
      "i svært liten grad|i liten grad|i noen grad/verken eller|i stor grad|i svært stor grad",
      "helt sikkert ikke/definitivt ikke|sannsynligvis ikke|kanskje|sannsynligvis/sannsynligvis ja|helt sikkert/definitivt",
      "mye dårligere enn forventet|dårligere enn forventet|som forventet|bedre enn forventet|mye bedre enn forventet",
      "ikke *|litt *|ganske *|svært *|ekstremt *", "ikke * i det hele tatt|litt *|ganske *|veldig *|ekstremt *",
    ].map { AnswerScale($0) }

  private static let danish: [AnswerScale] =
    opposites(
      [
        ("utilfreds", "tilfreds"), ("usandsynligt", "sandsynligt"), ("usandsynlig", "sandsynlig"),
        ("uvigtigt", "vigtigt"), ("svært", "let"),
        ("svært", "nemt"), ("dårlig", "god"), ("dårligt", "godt"), ("uenig", "enig"),
      ],
      middle:
        "hverken {p} eller {n}/hverken {n} eller {p}/verken {p} eller {n}/hverken eller/neutral/både og/middel/nogenlunde/hverken enig eller uenig",
      [
        "{n}|~|{p}", "meget {n}/helt {n}|{n}|~|{p}|meget {p}/helt {p}",
        "meget {n}/helt {n}|lidt {n}/delvist {n}/delvis {n}/noget {n}/overvejende {n}|~|lidt {p}/delvist {p}/delvis {p}/noget {p}/overvejende {p}|meget {p}/helt {p}",
        "meget {n}/helt {n}|{n}|lidt {n}/delvist {n}|~|lidt {p}/delvist {p}|{p}|meget {p}/helt {p}",
        "meget {n}/helt {n}|{n}|{p}|meget {p}/helt {p}",
      ])
    + [
      "aldrig|sjældent|nogle gange/af og til/sommetider|ofte|altid",
      "aldrig|sjældent|nogle gange/af og til|ofte|meget ofte",
      "slet ikke|i mindre grad/i ringe grad|i nogen grad|i høj grad|i meget høj grad",
      "helt sikkert ikke/bestemt ikke|sandsynligvis ikke|måske|sandsynligvis|helt sikkert/bestemt",
      "meget værre end forventet|værre end forventet|som forventet|bedre end forventet|meget bedre end forventet",
      "slet ikke *|lidt *|noget *|meget *|ekstremt *",
    ].map { AnswerScale($0) }

  private static let swedish: [AnswerScale] =
    opposites(
      [
        ("missnöjd", "nöjd"), ("osannolikt", "sannolikt"), ("osannolik", "sannolik"), ("oviktigt", "viktigt"),
        ("svårt", "lätt"), ("svårt", "enkelt"),
        ("dåligt", "bra"), ("dålig", "bra"), ("negativ", "positiv"),
      ],
      middle:
        "varken {p} eller {n}/varken {n} eller {p}/varken eller/neutral/neutralt/både och/okej/godkänd/godkänt/medel",
      [
        "{n}|~|{p}", "mycket {n}/väldigt {n}|{n}|~|{p}|mycket {p}/väldigt {p}",
        "mycket {n}/väldigt {n}|ganska {n}/något {n}/lite {n}|~|ganska {p}/något {p}/lite {p}|mycket {p}/väldigt {p}",
        "mycket {n}/extremt {n}|{n}|något {n}/lite {n}|~|något {p}/lite {p}|{p}|mycket {p}/extremt {p}",
        "mycket {n}|{n}/ganska {n}|{p}/ganska {p}|mycket {p}",
      ])
    + [
      "instämmer inte alls/håller inte alls med/tar helt avstånd|instämmer inte/instämmer delvis inte/håller inte med/tar delvis avstånd|varken eller/neutral/varken instämmer eller tar avstånd|instämmer/instämmer delvis/håller med|instämmer helt/håller helt med/instämmer fullständigt",
      "instämmer inte alls|instämmer till viss del/instämmer delvis|instämmer till stor del|instämmer helt",
      "aldrig|sällan|ibland|ofta|alltid", "aldrig|sällan|ibland|ofta|mycket ofta",
      "inte alls|i liten grad|i viss grad/till viss del|i hög grad/till stor del|i mycket hög grad/helt",
      "absolut inte/definitivt inte|troligen inte/förmodligen inte|kanske|troligen/förmodligen|absolut/definitivt",
      "mycket sämre än väntat|sämre än väntat|som väntat|bättre än väntat|mycket bättre än väntat",
      "inte alls *|lite *|ganska *|mycket *|extremt *", "inte alls *|inte så *|ganska *|mycket *|extremt *",
    ].map { AnswerScale($0) }
}
