import Survey
import Testing

@Suite struct RolesTests {
  let columns = [
    "id", "wave", "pq1", "pq2", "imp_pq1", "pe1", "pe2", "sat1", "recommend", "repurchase", "region", "w",
  ]

  func study(_ change: (inout StudySpecification) -> Void) -> StudySpecification {
    var study = StudySpecification()
    study.outcomes = ["recommend"]
    change(&study)
    return study
  }

  @Test func rangesAndGlobsOfDriversStepAsideForOtherRoles() throws {
    let study = study {
      $0.drivers = ["pq1:w"]
      $0.outcomes = ["recommend", "re*chase"]
      $0.weights = AnalysisRoles.Weighting(variable: "w")
      $0.statedPrefix = "imp_"
      $0.strata = "region"
      $0.always = ["sat1"]
      $0.wave = "wave"
    }
    let roles = try study.roles(in: columns)
    #expect(roles.outcomes.map(\.name) == ["recommend", "repurchase"])
    #expect(roles.players.map(\.name) == ["pq1", "pq2", "pe1", "pe2"])
    #expect(roles.players.allSatisfy { $0.kind == .variable && $0.items.count == 1 })
    #expect(roles.players[0].stated.map(\.name) == ["imp_pq1"])
    #expect(roles.players[1].stated.isEmpty)
    #expect(roles.always.map(\.name) == ["sat1"])
    #expect(roles.weights == AnalysisRoles.Weighting(variable: "w", kind: .sampling))
    #expect(roles.strata == "region")
    #expect(roles.missing == .listwise)
    #expect(roles.answeredShare == 0.5)
  }

  @Test func aDerivedColumnHasTheStudysScaleOnlyWhereItKeepsIt() throws {
    let derived = try [("z", "standardize(pq1)"), ("m", "mean(pq1, pq2)"), ("t", "top2(pq1)"), ("r", "reverse(pq1)")]
      .map { try DerivedVariable(name: $0, $1) }
    let roles = try study {
      $0.scale = RatingScale(1, 7)
      $0.derived = derived
      $0.drivers = ["z", "m", "t", "r"]
    }.roles(in: columns + ["z", "m", "t", "r"])
    #expect(
      roles.players.map { $0.items[0].scale } == [nil, RatingScale(1, 7), RatingScale(0, 1), RatingScale(1, 7)])
  }

  @Test func aRangeOfCovariatesLeavesDriversNamedExactly() throws {
    let roles = try study {
      $0.drivers = ["pq2"]
      $0.always = ["pq1:pe1"]
    }.roles(in: columns)
    #expect(roles.always.map(\.name) == ["pq1", "imp_pq1", "pe1"])
    #expect(roles.players.map(\.name) == ["pq2"])
  }

  @Test func theTextOfAQuestionStandsForItsShortName() throws {
    let texts = ["How satisfied are you with the delivery of goods?", "How satisfied are you with the opening hours?"]
    let short = ["satisfied_delivery_goods", "satisfied_opening_hours"]
    let study = study {
      $0.drivers = [texts[0], texts[1].replacing("?", with: "")]
      $0.always = ["pq1"]
    }
    #expect(try study.roles(in: columns + short).players.map(\.name) == short)
  }

  @Test func aColumnNamedExactlyInTwoRolesIsAnError() {
    #expect(throws: DataFault.twoRoles(name: "recommend", first: "an outcome", second: "a driver")) {
      try study { $0.drivers = ["pq1", "recommend"] }.roles(in: columns)
    }
    #expect(throws: DataFault.twoRoles(name: "w", first: "the weight", second: "an outcome")) {
      try study {
        $0.outcomes = ["w"]
        $0.weights = AnalysisRoles.Weighting(variable: "w")
      }.roles(in: columns)
    }
    #expect(throws: DataFault.twoRoles(name: "wave", first: "the wave", second: "a driver")) {
      try study {
        $0.drivers = ["pq1", "wave"]
        $0.wave = "wave"
      }.roles(in: columns)
    }
    #expect(throws: DataFault.twoRoles(name: "pq1", first: "an item of 'a'", second: "an item of 'b'")) {
      try study {
        $0.constructs = [.init(name: "a", items: ["pq1", "pq2"]), .init(name: "b", items: ["pq1"])]
      }.roles(in: columns)
    }
  }

  @Test func aPatternThatOnlyMeetsOtherRolesSaysSo() {
    #expect(throws: DataFault.twoRoles(name: "recommend", first: "an outcome", second: "a driver")) {
      try study { $0.drivers = ["pq1", "recom*"] }.roles(in: columns)
    }
  }

  @Test func theWaveMayBeACovariate() throws {
    let roles = try study {
      $0.drivers = ["pq*"]
      $0.always = ["wave"]
      $0.wave = "wave"
    }.roles(in: columns)
    #expect(roles.always.map(\.name) == ["wave"])
  }

  static let constructs: [StudySpecification.Construct] = [
    .init(name: "quality", label: "Product quality", items: ["pq?"], scale: RatingScale(1, 10), reversed: ["pq2"]),
    .init(name: "ease", items: ["pe1", "pe2"]),
  ]

  @Test func constructsBecomeCompositesGroupsOrItems() throws {
    let base = study {
      $0.constructs = Self.constructs
      $0.scale = RatingScale(1, 7)
      $0.variables = ["pe2": .init(label: "Quick", scale: RatingScale(0, 5)), "recommend": .init(label: "NPS")]
      $0.stated = ["pq1": "imp_pq1"]
    }
    let composites = try base.roles(in: columns).players
    #expect(composites.map(\.name) == ["quality", "ease"])
    #expect(composites.map(\.kind) == [.composite, .composite])
    #expect(composites[0].title == "Product quality")
    #expect(composites[0].items.map(\.scale) == [RatingScale(1, 10), RatingScale(10, 1)])
    #expect(composites[0].stated == [.init(name: "imp_pq1", scale: RatingScale(1, 10))])
    #expect(composites[1].items.map(\.scale) == [RatingScale(1, 7), RatingScale(0, 5)])
    #expect(composites[1].items[1].title == "Quick")

    var other = base
    other.players = .groups
    #expect(try other.roles(in: columns).players.map(\.kind) == [.group, .group])
    other.players = .items
    let items = try other.roles(in: columns)
    #expect(items.players.map(\.name) == ["pq1", "pq2", "pe1", "pe2"])
    #expect(items.players[3].title == "Quick")
    // An outcome does not take the scale of the drivers.
    #expect(items.outcomes == [.init(name: "recommend", label: "NPS", scale: nil)])
  }

  @Test func driversMayNameConstructsAndColumnsTogether() throws {
    let roles = try study {
      $0.constructs = Self.constructs
      $0.scale = RatingScale(1, 7)
      $0.drivers = ["sat1", "quality"]
    }.roles(in: columns)
    #expect(roles.players.map(\.name) == ["sat1", "quality"])
    #expect(throws: DataFault.noSuchVariable(name: "qualty", nearest: ["quality"])) {
      try study {
        $0.constructs = Self.constructs
        $0.drivers = ["qualty"]
      }.roles(in: columns)
    }
  }

  @Test func aGroupStandsWhereItsFirstMemberStood() throws {
    let roles = try study {
      $0.drivers = ["sat1", "pq1", "pe1", "pq2"]
      $0.groups = [.init(name: "product", items: ["pq1", "pq2"])]
    }.roles(in: columns)
    #expect(roles.players.map(\.name) == ["sat1", "product", "pe1"])
    #expect(roles.players[1].kind == .group)
    #expect(roles.players[1].items.map(\.name) == ["pq1", "pq2"])
    let alone = try study { $0.groups = [.init(name: "product", items: ["pq1", "pq2"])] }.roles(in: columns)
    #expect(alone.players.map(\.name) == ["product"])
  }

  @Test func withoutDriversEveryFreeColumnOfNumbersIsOneAndANoteSaysSo() throws {
    let study = study {
      $0.wave = "wave"
      $0.satisfaction = ["sat1"]
      $0.condition = "id < 100"
      $0.statedPrefix = "imp_"
    }
    let (roles, notes) = try study.resolved(in: columns, text: ["region"])
    #expect(roles.players.map(\.name) == ["pq1", "pq2", "pe1", "pe2", "repurchase", "w"])
    #expect(notes.map(\.kind.name) == ["drivers_chosen"])
    #expect(throws: DataFault.self) { try study.resolved(in: ["recommend", "wave", "sat1", "id", "imp_id"]) }
  }

  @Test func turningRoundNeedsAScaleAndHappensOnce() throws {
    let turned = try study {
      $0.drivers = ["pq*"]
      $0.scale = RatingScale(1, 7)
      $0.reversed = ["pq2"]
    }.roles(in: columns)
    #expect(turned.players.map { $0.items[0].scale } == [RatingScale(1, 7), RatingScale(7, 1)])
    #expect(throws: DataFault.self) {
      try study {
        $0.drivers = ["pq*"]
        $0.reversed = ["pq2"]
      }.roles(in: columns)
    }
    #expect(throws: DataFault.self) {
      try study {
        $0.drivers = ["pq*"]
        $0.reversed = ["pq2"]
        $0.variables = ["pq2": .init(scale: RatingScale(7, 1))]
      }.roles(in: columns)
    }
  }

  @Test func stagesOfASampleArePartedByCommas() throws {
    let names = columns + ["a", "b", "a,b", "N", "M"]
    func roles(_ cluster: String?, _ fpc: String?) throws -> AnalysisRoles {
      try study {
        $0.drivers = ["pq1"]
        $0.cluster = cluster
        $0.populationSize = fpc
      }.roles(in: names)
    }
    for text in ["a, b", "a,b"] {
      let both = try roles(text == "a,b" ? "'a','b'" : text, "N,M")
      #expect([both.cluster, both.subcluster, both.populationSize, both.subpopulationSize] == ["a", "b", "N", "M"])
      #expect(both.hasSecondStage && both.unitColumns == ["a", "b"] && both.unusedSubcluster == nil)
    }
    // A column's own name is one column.
    let one = try roles("a,b", "N")
    #expect(one.cluster == "a,b" && one.subcluster == nil && !one.hasSecondStage)
    let respondents = try roles("a", "N,M")
    #expect(respondents.hasSecondStage && respondents.subcluster == nil && respondents.subpopulationSize == "M")
    let unknown = try roles("'a','b'", nil)
    #expect(!unknown.hasSecondStage && unknown.unusedSubcluster == "b" && unknown.unitColumns == ["a"])
    for (cluster, fpc) in [("a, b, N", nil), (nil, "N,M"), ("a", "N,M,b"), ("a, nope", nil)] as [(String?, String?)] {
      #expect(throws: DataFault.self) { try roles(cluster, fpc) }
    }
  }

  @Test func unknownNamesAreErrorsWhereverTheyStand() {
    let changes: [(inout StudySpecification) -> Void] = [
      { $0.outcomes = ["recomend"] }, { $0.always = ["nope"] }, { $0.cluster = "nope" }, { $0.wave = "nope" },
      { $0.segment = "nope" }, { $0.by = ["nope"] }, { $0.reversed = ["nope"] }, { $0.variables = ["nope": .init()] },
      { $0.stated = ["nope": "imp_pq1"] }, { $0.stated = ["pq1": "nope"] },
      { $0.weights = AnalysisRoles.Weighting(variable: "nope") },
      { $0.groups = [.init(name: "g", items: ["nope"])] }, { $0.statedPrefix = "nope_" },
    ]
    for change in changes {
      #expect(throws: DataFault.self) { try study(change).roles(in: columns) }
    }
  }

  @Test func textCannotBeAveragedAndNamesOfDriversAreDistinct() {
    #expect(throws: DataFault.textVariable(variable: "pq1", role: "an item of 'quality'")) {
      try study { $0.constructs = Self.constructs }.roles(in: columns, text: ["pq1"])
    }
    #expect(throws: DataFault.self) {
      try study { $0.constructs = [.init(name: "recommend", items: ["pq1"])] }.roles(in: columns)
    }
  }
}
