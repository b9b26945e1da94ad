/// A command line that the program should take, drawn for a survey.
struct DrawnCommand {
  var verb: String
  /// Behind the source.
  var options: [String] = []
  /// What the identities need to know.
  var isWeighted = false
  var isPlain = true
  var variables: [String] = []

  init(_ survey: DrawnSurvey, _ random: inout SplitMix) {
    verb = random.pick([
      "drivers", "drivers", "drivers", "ipa", "ipa", "describe", "correlate", "factor", "reliability",
    ])
    if let code = survey.missingCode { options += ["--missing-codes", "\(code)"] }
    if random.chance(0.3) {
      options += ["--where", random.pick(["segment != 'lost'", "region = 1", "spend > 100", "q1 >= 2"])]
      isPlain = false
    }
    let chosen = survey.items.filter { _ in random.chance(0.8) }
    variables = chosen.count >= 2 ? chosen : Array(survey.items.prefix(2))
    switch verb {
    case "drivers", "ipa": drawModel(survey, &random)
    case "describe": options += ["--variables", variables.joined(separator: ",")]
    case "correlate":
      let method = random.pick(["pearson", "pearson", "spearman", "kendall", "polychoric"])
      if method != "pearson" { isPlain = false }
      options += ["--variables", variables.joined(separator: ","), "--method", method]
    case "factor":
      options += ["--variables", survey.items.joined(separator: ","), "--factors", "1", "--parallel", "40"]
      options += ["--extraction", random.pick(["minres", "ml", "principal-axis"])]
    default:
      let half = max(2, survey.items.count / 2)
      options += ["--group", "a=q1:q\(half)", "--bootstrap", random.pick(["0", "60"])]
      if survey.items.count - half >= 2 { options += ["--group", "b=q\(half + 1):q\(survey.items.count)"] }
    }
    if verb != "drivers", verb != "ipa", verb != "factor", random.chance(0.2) {
      options += ["--weights", "w"]
      isWeighted = true
    }
  }

  private mutating func drawModel(_ survey: DrawnSurvey, _ random: inout SplitMix) {
    options += ["--outcome", survey.outcomes.joined(separator: ",")]
    var drivers = variables
    if verb == "drivers" {
      if random.chance(0.3) { drivers.append("spend") }
      if random.chance(0.2) { drivers.append("segment") }
      if random.chance(0.2) {
        options += ["--categorical", "region"]
        drivers.append("region")
      } else if random.chance(0.2) {
        options += ["--always", "region"]
      }
    }
    options += ["--drivers", drivers.joined(separator: ",")]
    if verb == "ipa" || random.chance(0.5) { options += ["--scale", "1:\(survey.points)"] }
    if verb == "drivers", random.chance(0.5) {
      let methods = ["lmg", "first", "last", "betasq", "pratt", "genizi", "car"].filter { _ in random.chance(0.5) }
      options += ["--methods", (["lmg"] + methods.filter { $0 != "lmg" }).joined(separator: ",")]
    }
    options += [
      "--bootstrap", random.pick(["0", "60", "200"]), "--seed", "\(UInt64.random(in: 0...99, using: &random))",
    ]
    switch Int.random(in: 0..<8, using: &random) {
    case 0: options += ["--weights", "w"]
    case 1: options += ["--cluster", "shop"]
    case 2: options += ["--strata", "region", "--cluster", "shop", "--lonely", "adjust"]
    case 3: options += ["--by", "segment"]
    case 4: options += ["--errors", random.pick(["classical", "hc3", "hc1"])]
    default: break
    }
  }
}
