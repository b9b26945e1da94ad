import Resampling
public import Survey

extension ModelFrame {
  /// The frame of an analysis of a survey's rows.
  ///
  /// - Columns: covariates, players, outcomes, in the order of the roles. A reversed item is turned round; a composite
  ///   is the mean of its answered items (on 0–100 when their scales differ), missing when fewer than
  ///   `roles.answeredShare` of them are answered; a text column becomes indicators of its categories in alphabetical
  ///   order (by Unicode scalar) without the first, which a note names.
  /// - Rows: a zero weight drops the row; with listwise deletion so does a missing value in any column of the model,
  ///   counted by the variable (a composite by its name); with other treatments only a row without any answer goes.
  ///   A respondent whose cluster or stratum is missing is dropped and counted as well. Clusters are numbered within
  ///   strata, in order of appearance.
  /// - Ratings: for means on 0–100 (`performance`, `stated`), unless `ratings` is false. An item without a declared
  ///   scale is put on the pooled observed bounds of all such items, taken before any row is dropped, with a note; one
  ///   that these cannot hold (see `PooledBounds`) has no rating.
  ///
  /// Throws `DataFault` naming variable, row and value: `.noSuchVariable`, `.textVariable`, `.notNumeric`,
  /// `.notFinite`, `.outsideScale`, `.weightMissing`, `.weightNegative`, `.weightNotWhole`, `.noWeight`, `.allMissing`,
  /// `.constant`, `.oneCategory`, `.notCategorical`, `.tooManyCategories`, `.noRowsLeft`, `.tooFewRows`, `.tooManyColumns`,
  /// `.tooFewCommonRows`.
  public init(_ dataset: Dataset, roles: AnalysisRoles, ratings: Bool = true) throws {
    try self.init(dataset, roles: roles, ratings: ratings, requiresCommonRows: roles.missing == .pairwise)
  }

  /// The frame of an analysis whose parts each take the complete rows of their own items: a row is left out only when it has
  /// no answer at all, and what is missing is NaN. With other treatments it is the ordinary frame.
  public static func ofOwnRows(_ dataset: Dataset, roles: AnalysisRoles) throws -> ModelFrame {
    guard roles.missing == .listwise else { return try ModelFrame(dataset, roles: roles, ratings: false) }
    var open = roles
    open.missing = .pairwise
    var frame = try ModelFrame(dataset, roles: open, ratings: false, requiresCommonRows: false)
    frame.missing = .listwise
    return frame
  }

  private init(_ dataset: Dataset, roles: AnalysisRoles, ratings: Bool, requiresCommonRows: Bool) throws {
    let recipe = try FrameRecipe(roles, in: dataset)
    let prepared = try PreparedRows(recipe, dataset)
    try recipe.requireAnswers(prepared, dataset)
    if dataset.rowCount == 0 { throw DataFault.noRowsLeft(after: "selecting rows") }
    if prepared.zeroWeights == dataset.rowCount, let weights = roles.weights {
      throw WeightFault.noWeight(variable: weights.variable)
    }
    if prepared.count == 0 {
      throw DataFault.noRowsLeft(
        after: "leaving out respondents with a missing answer",
        lost: recipe.losses(prepared.lost).map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
    }

    let levels = try recipe.withReferences(recipe.terms.map { $0.levels(in: dataset, rows: prepared.rows) })
    try recipe.requireCategories(levels, rows: prepared.count)
    var layout = FrameLayout(recipe, levels: levels)
    layout.settleWhole(recipe, prepared.scans)
    let rowCount = prepared.count
    let width = layout.columns.count
    try ModelExtent.require(columns: width, outcomes: roles.outcomes.count, rows: rowCount)
    columns = layout.columns
    self.rowCount = rowCount
    values = Array(unsafeUninitializedCapacity: rowCount * width) { buffer, initialized in
      for (position, term) in recipe.terms.enumerated() {
        let start = buffer.baseAddress! + layout.columnsOfTerm[position].lowerBound * rowCount
        term.fill(start, prepared, position, layout.levels[position], dataset)
      }
      initialized = rowCount * width
    }
    for (position, lows) in prepared.remainders where !layout.columns[layout.columnsOfTerm[position].lowerBound].isWhole
    {
      remainders[layout.columnsOfTerm[position].lowerBound] =
        prepared.rows.map { rows in rows.map { lows[Int($0)] } } ?? lows
    }
    always = layout.blocks(.always)
    players = layout.blocks(.player)
    outcomes = layout.blocks(.outcome)
    mediators = layout.blocks(.mediator)
    weights = prepared.weights
    weightsKind = roles.weights?.kind
    missing = roles.missing
    rowsRead = dataset.rowCount
    rowNumbers =
      prepared.rows.map { $0.map { Int32(dataset.rowNumber(Int($0))) } }
      ?? (0..<rowCount).map { Int32(dataset.rowNumber($0)) }
    let sample = try roles.sample ?? dataset.sampledDesign(roles)
    let codes = try DesignCodes(roles, dataset, rows: prepared.rows)
    (clusters, clusterCount, subunits) = (codes.clusters, codes.clusterCount, codes.subunits)
    (strata, strataNames) = (codes.strata, codes.strataNames)
    design = FrameDesign(sample, codes: codes, lonely: roles.lonely, calibration: roles.calibration)
    lost = recipe.losses(prepared.lost)
    zeroWeights = prepared.zeroWeights
    let ofSample = try roles.sampleReplicates ?? dataset.sampleReplicates(roles)
    replicates = ofSample?.of(rowNumbers)

    performance = Ratings()
    stated = Ratings()
    notes =
      recipe.notesOnRows(read: dataset.rowCount, used: rowCount, lost: lost, zeroWeights: prepared.zeroWeights)
      + recipe.notesOnPartialScores(prepared.partial, used: rowCount)
      + recipe.notesOnLevels(layout.levels) + recipe.notesOnProducts
    if let note = noteOnEffectiveSize { notes.append(note) }
    if ratings {
      let bounds = PooledBounds(recipe, prepared.scans)
      notes += bounds.notes
      var rated = prepared
      if let others = try Raters.found(recipe, dataset, prepared, roles, sample) {
        raters = others.raters
        if let ofSample {
          let all = ofSample.of(rowNumbers + others.raters.rowNumbers)
          // Degrees of freedom are the model's own.
          replicates = all.map {
            GivenReplicates(
              rowCount: $0.rowCount, weights: $0.weights, variance: replicates?.variance, degrees: $0.degrees)
          }
        }
        rated.rows = (prepared.rows ?? []) + others.rows
        rated.count = rowCount + others.rows.count
      }
      performance = Ratings(bounds.performance, dataset, rated)
      stated = Ratings(bounds.stated, dataset, rated)
    }
    try requireVariation(recipe, layout, prepared)
    if requiresCommonRows { try PairwiseSums(self, weights: weights).requireCommonRows(columns.map(\.term)) }
  }

  /// Weights alone are Kish's matter; strata and clusters are worth what they make of the means of the outcomes, or, without any,
  /// of all columns that are analysed.
  private var noteOnEffectiveSize: Note? {
    guard let means = MeanVariance(self) else { return KishSize(weights: weights, kind: weightsKind)?.note }
    let indices = outcomes.isEmpty ? Array(0..<auxiliaryColumns.lowerBound) : outcomes.flatMap { Array($0.columns) }
    return means.note(on: indices.map { (columns[$0].term, Array(values[$0 * rowCount..<($0 + 1) * rowCount])) })
  }

  /// Every column has at least two values in the rows used.
  private func requireVariation(_ recipe: FrameRecipe, _ layout: FrameLayout, _ prepared: PreparedRows) throws {
    if rowCount < 2 { throw DataFault.tooFewRows(rows: rowCount, needed: 3, analysis: "an analysis") }
    for (position, term) in recipe.terms.enumerated() {
      if case .category(let name) = term {
        if layout.levels[position].names.count < 2 {
          throw DataFault.oneCategory(variable: name, category: layout.levels[position].names.first ?? "")
        }
        continue
      }
      if prepared.rows == nil, case .number(let source) = term, let scan = prepared.scans[source.name],
        scan.high - scan.low > 1e-150
      {
        continue
      }
      let start = layout.columnsOfTerm[position].lowerBound * rowCount
      let scan = values.withUnsafeBufferPointer {
        ColumnScan(doubles: UnsafeBufferPointer(rebasing: $0[start..<start + rowCount]))
      }
      if scan.answered == 0 { throw DataFault.allMissing(variable: term.name) }
      if scan.high == scan.low { throw DataFault.constant(variable: term.name, value: scan.low) }
      // A spread whose square underflows is none.
      if !(scan.high - scan.low > 1e-150) {
        throw DataFault.tooLittleVariation(variable: term.name, low: scan.low, high: scan.high)
      }
    }
  }
}

extension FrameRecipe {
  /// Every variable has at least one answer among the rows read.
  func requireAnswers(_ prepared: PreparedRows, _ dataset: Dataset) throws {
    guard dataset.rowCount > 0 else { return }
    try requireAnswers(
      scans: prepared.scans,
      answered: terms.indices.map { position in
        switch terms[position] {
        case .number: 1
        case .category(let name): ColumnScan(dataset[name]!.values).answered
        case .composite, .product: ColumnScan(.double(prepared.composites[position]!)).answered
        }
      })
  }

  /// `answered`: answers to each term that is not a plain variable.
  func requireAnswers(scans: [String: ColumnScan], answered: [Int]) throws {
    for number in numbers where scans[number.name]?.answered == 0 {
      throw DataFault.allMissing(variable: number.name)
    }
    for (term, count) in zip(terms, answered) where count == 0 { throw DataFault.allMissing(variable: term.name) }
  }

  func losses(_ counts: [Int]) -> [(variable: String, rows: Int)] {
    zip(lossNames, counts).filter { $0.1 > 0 }.map { (variable: $0.0, rows: $0.1) }
      .sorted { $0.rows > $1.rows }
  }
}

extension FrameRecipe.Term {
  /// Writes the term's columns, one after the other, for the rows that count.
  func fill(
    _ out: UnsafeMutablePointer<Double>, _ prepared: PreparedRows, _ position: Int, _ levels: CategoryLevels,
    _ dataset: Dataset
  ) {
    guard case .category = self else { return fillNumber(out, prepared, position, dataset) }
    for (k, code) in levels.codes.dropFirst().enumerated() {
      fillIndicator(out + k * prepared.count, of: code, prepared, dataset)
    }
  }

  func fillNumber(_ out: UnsafeMutablePointer<Double>, _ prepared: PreparedRows, _ position: Int, _ dataset: Dataset) {
    switch self {
    case .number(let source): dataset[source.name]!.fill(out, rows: prepared.rows, by: source.rescaling)
    case .composite, .product:
      Variable(name: name, values: .double(prepared.composites[position]!))
        .fill(out, rows: prepared.rows, by: .identity)
    case .category: preconditionFailure("categories are not numbers")
    }
  }

  /// 1 where the category is the given one, 0 where it is another, NaN where it is missing.
  func fillIndicator(_ out: UnsafeMutablePointer<Double>, of code: Int32, _ prepared: PreparedRows, _ dataset: Dataset)
  {
    guard case .category(let name) = self, case .text(let codes, _)? = dataset[name]?.values else { return }
    for i in 0..<prepared.count {
      let x = codes[prepared.rows.map { Int($0[i]) } ?? i]
      out[i] = x < 0 ? .nan : x == code ? 1 : 0
    }
  }
}

extension ModelFrame.Raters {
  /// The incomplete rows that answer a rated item, and what resampling must know of them; `nil` when there are none.
  fileprivate static func found(
    _ recipe: FrameRecipe, _ dataset: Dataset, _ prepared: PreparedRows, _ roles: AnalysisRoles, _ sample: SampledDesign
  ) throws -> (raters: ModelFrame.Raters, rows: [Int32])? {
    guard !prepared.incomplete.isEmpty, let used = prepared.rows else { return nil }
    let count = prepared.incomplete.count
    var answers = [Bool](repeating: false, count: count)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { buffer in
      for name in recipe.performance.names + recipe.stated.names {
        dataset[name]!.fill(buffer.baseAddress!, rows: prepared.incomplete, by: .identity)
        for i in 0..<count where !buffer[i].isNaN { answers[i] = true }
      }
    }
    let rows = zip(prepared.incomplete, answers).filter(\.1).map(\.0)
    guard !rows.isEmpty else { return nil }
    let design = try DesignCodes(roles, dataset, rows: used + rows)
    let weights = prepared.incompleteWeights.map { all in zip(all, answers).filter(\.1).map(\.0) }
    return (
      ModelFrame.Raters(
        count: rows.count, weights: prepared.weights.map { $0 + (weights ?? []) }, clusters: design.clusters,
        subunits: design.subunits, strata: design.strata,
        design: FrameDesign(sample, codes: design, lonely: roles.lonely),
        rowNumbers: rows.map { Int32(dataset.rowNumber(Int($0))) }), rows
    )
  }
}

extension ModelFrame.Ratings {
  init(_ items: FrameRecipe.RatingItems, _ dataset: Dataset, _ prepared: PreparedRows) {
    let count = prepared.count
    let values = [Double](unsafeUninitializedCapacity: items.names.count * count) { buffer, initialized in
      for (k, name) in items.names.enumerated() {
        let out = buffer.baseAddress! + k * count
        if let scale = items.scales[k] {
          dataset[name]!.fill(out, rows: prepared.rows, by: .percent(scale))
        } else {
          for i in 0..<count { out[i] = .nan }
        }
      }
      initialized = items.names.count * count
    }
    self.init(names: items.names, values: values, columnsOfPlayer: items.columnsOfPlayer)
  }
}
