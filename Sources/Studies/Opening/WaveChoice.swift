import Survey

/// A study with waves never pools them silently: the latest wave counts, unless `--wave` says otherwise.
struct WaveChoice {
  let study: StudySpecification

  /// The rows of one wave, or all of them when there is no such choice.
  func rows(of wave: String, in dataset: Dataset) throws -> Dataset {
    guard wave != "all", let column = study.wave else { return dataset }
    let variable = try dataset.variable(column)
    return dataset.selecting((0..<Int32(dataset.rowCount)).filter { RowKey(variable, row: Int($0)).title == wave })
  }

  /// The rows of the chosen wave; `wave` is what the `run` object says of it.
  func restrict(_ dataset: Dataset, notes: inout [Note]) throws -> (dataset: Dataset, wave: String?) {
    guard let column = study.wave else {
      if study.chosenWave != nil {
        throw DataFault.missingRole(
          role: "column of waves",
          suggestion: "Say in a study which column holds the wave, or use \(setting: .`where`, "'wave = 2'").")
      }
      return (dataset, nil)
    }
    // Groups by wave, or a condition on it, have made the choice already.
    if study.by.contains(column) { return (dataset, nil) }
    if study.chosenWave == "all" {
      notes.append(Note(.wavesPooled, "All waves of '\(column)' are analysed together, as asked."))
      return (dataset, "all")
    }
    let variable = try dataset.variable(column)
    var rowsOfWave: [RowKey: [Int32]] = [:]
    for row in 0..<dataset.rowCount { rowsOfWave[RowKey(variable, row: row), default: []].append(Int32(row)) }
    let waves = rowsOfWave.keys.filter { $0 != .missing }.sorted()
    let labels = variable.details.valueLabels
    func label(_ wave: RowKey) -> String? { labels.first { $0.value == wave.answer }?.label }
    func name(_ wave: RowKey) -> String { label(wave).map { "\(wave.title) (\($0))" } ?? wave.title }
    guard let latest = waves.last else { throw DataFault.allMissing(variable: column) }
    let chosen: RowKey
    if let asked = study.chosenWave {
      let found = waves.filter { $0.isAsked(asked, labels) }
      guard let wave = found.first, found.count == 1 else {
        throw DataFault.request(
          problem: "There is no wave '\(asked)' in column '\(column)'",
          suggestion: "Its waves: \(waves.map(name).joined(separator: ", ")); 'all' takes them together.")
      }
      chosen = wave
    } else {
      chosen = latest
      if waves.count > 1 {
        notes.append(
          Note(
            .latestWave,
            "Only the latest wave, \(column) = \(name(latest)), is analysed (\(rowsOfWave[latest]!.count) of \(dataset.rowCount) rows). \(setting: .wave) chooses another, \(setting: .by, "\(column)") repeats the analysis for each."
          ))
      }
    }
    let rows = rowsOfWave[chosen]!
    return (rows.count == dataset.rowCount ? dataset : dataset.selecting(rows), chosen.title)
  }
}
