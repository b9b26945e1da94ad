import Survey
import Testing

/// Answers in words and their ranks, typed by hand from questionnaires in eight languages.
@Suite struct AnswerScaleTests {
  static let sets: [(worstFirst: [String], count: Int)] = [
    (["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"], 5),
    (
      [
        "Extremely dissatisfied", "Moderately dissatisfied", "Slightly dissatisfied",
        "Neither satisfied nor dissatisfied",
        "Slightly satisfied", "Moderately satisfied", "Extremely satisfied",
      ], 7
    ),
    (["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"], 5),
    (["Strongly Disagree", "Disagree", "Agree", "Strongly Agree"], 4),
    (["Not at all likely", "Not so likely", "Somewhat likely", "Very likely", "Extremely likely"], 5),
    (
      [
        "Not at all responsive", "Slightly responsive", "Moderately responsive", "Very responsive",
        "Extremely responsive",
      ], 5
    ),
    (["Poor", "Fair", "Good", "Very good", "Excellent"], 5), (["Never", "Rarely", "Sometimes", "Often", "Always"], 5),
    (["Very difficult", "Difficult", "Neither easy nor difficult", "Easy", "Very easy"], 5),
    (
      [
        "Much worse than expected", "Worse than expected", "As expected", "Better than expected",
        "Much better than expected",
      ], 5
    ),
    (["Definitely not", "Probably not", "Might or might not", "Probably yes", "Definitely yes"], 5),
    (["Not at all", "Slightly", "Moderately", "Very", "Extremely"], 5),
    (["Zeer ontevreden", "Ontevreden", "Neutraal", "Tevreden", "Zeer tevreden"], 5),
    (["Helemaal mee oneens", "Mee oneens", "Niet mee eens, niet mee oneens", "Mee eens", "Helemaal mee eens"], 5),
    (["Sehr unzufrieden", "Eher unzufrieden", "Teils/teils", "Eher zufrieden", "Sehr zufrieden"], 5),
    (
      [
        "Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Teils, teils", "Stimme eher zu",
        "Stimme voll und ganz zu",
      ], 5
    ),
    (["Trifft überhaupt nicht zu", "Trifft eher nicht zu", "Trifft eher zu", "Trifft voll und ganz zu"], 4),
    (["Svært misfornøyd", "Misfornøyd", "Verken fornøyd eller misfornøyd", "Fornøyd", "Svært fornøyd"], 5),
    (["Helt uenig", "Delvis uenig", "Verken enig eller uenig", "Delvis enig", "Helt enig"], 5),
    (["Meget utilfreds", "Utilfreds", "Hverken tilfreds eller utilfreds", "Tilfreds", "Meget tilfreds"], 5),
    (["Mycket missnöjd", "Missnöjd", "Varken nöjd eller missnöjd", "Nöjd", "Mycket nöjd"], 5),
    (["Instämmer inte alls", "Instämmer delvis inte", "Varken eller", "Instämmer delvis", "Instämmer helt"], 5),
    (["Très insatisfait(e)", "Insatisfait(e)", "Neutre", "Satisfait(e)", "Très satisfait(e)"], 5),
    (
      [
        "Pas du tout d\u{2019}accord", "Plutôt pas d\u{2019}accord", "Ni d\u{2019}accord ni pas d\u{2019}accord",
        "Plutôt d\u{2019}accord", "Tout à fait d\u{2019}accord",
      ], 5
    ),
    (["Muy insatisfecho", "Insatisfecho", "Ni satisfecho ni insatisfecho", "Satisfecho", "Muy satisfecho"], 5),
    (
      [
        "Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo",
        "Totalmente de acuerdo",
      ], 5
    ),
    (["Nunca", "Rara vez", "A veces", "A menudo", "Siempre"], 5),
  ]

  @Test("a set of answers is rated from the worst to the best, however it is ordered and typed", arguments: sets)
  func rated(_ set: (worstFirst: [String], count: Int)) throws {
    let ranks = Array(1...set.count)
    for order in [ranks, ranks.reversed(), Array(ranks[2...]) + ranks[..<2]] {
      let answers = order.map { set.worstFirst[$0 - 1] }
      let found = try #require(AnswerScales.settle([answers])[0])
      #expect(found.scale.count == set.count && found.ranks == order, "\(answers)")
      let typed = answers.map { " \($0.uppercased()). " }
      #expect(AnswerScales.settle([typed])[0]?.ranks == order)
    }
  }

  @Test("a level that nobody chose keeps its place") func unchosen() throws {
    let four = ["Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"]
    let found = try #require(AnswerScales.settle([four])[0])
    #expect(found.ranks == [2, 3, 4, 5] && found.scale.count == 5)
    #expect(found.scale.levels[0] == "very dissatisfied")
  }

  @Test("columns of one battery are settled together") func together() {
    let whole = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    // By themselves these are three levels, or two.
    let part = ["Disagree", "Neutral", "Agree"]
    #expect(AnswerScales.settle([part])[0]?.ranks == [1, 2, 3])
    let both = AnswerScales.settle([whole, part, ["Agree", "Strongly agree"], ["Neutral"]])
    #expect(both.map { $0?.ranks } == [[1, 2, 3, 4, 5], [2, 3, 4], [4, 5], [3]])
  }

  @Test(
    "what is no scale, or could be several, is left as it is",
    arguments: [
      ["North", "South", "East"], ["Good", "Better", "Best"], ["Yes", "No"], ["Satisfied", "Dissatisfied"],
      ["Agree", "Very satisfied", "Poor"], ["Satisfied", "zufrieden", "Neutral"], ["Neutral"], ["New", "Returning"],
      ["Male", "Female", "Other"], ["Bad", "Fair", "Good"], ["very", "extremely"], ["", "Agree", "Disagree"],
      (1...12).map { "Level \($0)" }, ["Not at all likely", "Somewhat easy", "Very likely"],
    ])
  func open(_ answers: [String]) { #expect(AnswerScales.settle([answers])[0] == nil) }

  @Test(
    "two wordings of one level in a column are two levels, and three answers that two scales space differently are left",
    arguments: [
      ["Nada satisfecho", "Poco satisfecho", "Satisfecho", "Bastante satisfecho", "Muy satisfecho"],
      ["Never", "Sometimes", "Often", "Frequently", "Always"], ["Bad", "Poor", "Average", "Good", "Great"],
      ["Dissatisfied", "Satisfied", "Very satisfied"], ["Poor", "Good", "Excellent"], ["Never", "Sometimes", "Often"],
    ])
  func unsettled(_ answers: [String]) { #expect(AnswerScales.settle([answers])[0] == nil) }

  @Test("three answers that all scales space alike are rated, and so are those of a whole scale") func three() {
    #expect(AnswerScales.settle([["Good", "Very good", "Excellent"]])[0]?.ranks == [3, 4, 5])
    #expect(AnswerScales.settle([["A lot", "None", "Some"]])[0]?.ranks == [3, 1, 2])
    #expect(AnswerScales.settle([["Never", "Sometimes", "Always"]])[0]?.ranks == [1, 2, 3])
  }

  @Test("scales rank every wording once, and no wording twice") func tables() {
    for scale in AnswerScales.all {
      #expect(2...11 ~= scale.count, "\(scale.levels)")
      #expect(Set(scale.levels).count == scale.count, "\(scale.levels)")
      #expect(Set(scale.ranks.values) == Set(1...scale.count), "a wording stands on two levels: \(scale.levels)")
    }
  }

  @Test("answers that give none are known in the eight languages") func none() {
    for text in [
      "Not applicable", "N/A", "Don\u{2019}t know", "Prefer not to say", "Weet niet", "n.v.t.", "Weiß nicht",
      "Keine Angabe",
      "Vet ikke", "Ved ikke", "Vet ej", "Ne sait pas", "Sans objet", "No sabe/No contesta", "NS/NC",
    ] { #expect(NoAnswers.contains(text), "\(text)") }
    for text in ["Neutral", "No", "None", "Never", "Not satisfied", "Unlikely", "0"] {
      #expect(!NoAnswers.contains(text), "\(text)")
    }
  }

  @Test("a number is found before, behind and within its label")
  func labelled() {
    func number(_ text: String) -> Int? { LabelledNumber(text)?.number }
    #expect(number("5 - Very satisfied") == 5 && number("Not at all likely \u{2013} 0") == 0)
    #expect(number("10 (extremely likely)") == 10 && number("Extremely likely (10)") == 10)
    #expect(number("1. Poor") == 1 && number("3: Good") == 3 && number("4 = Agree") == 4)
    for text in ["5", "2024-05-01", "2 - 3", "10:30", "A5", "Q1 2024", "5 stars", "v2"] {
      #expect(number(text) == nil, "\(text)")
    }
  }
}
