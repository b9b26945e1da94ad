import Survey
import SurveyFiles

/// Whether `CSVReader` makes of a file what `NaiveSurvey` makes of it, cut in blocks and shared by threads in any way.
package struct CSVCheck {
  package var separator: UInt8?
  package var decimalComma: Bool?
  package var codes: [String] = []
  /// The missing codes do not apply to the first column.
  package var exemptsFirst = false
  /// The second column is not kept.
  package var skipsSecond = false
  package var sampleSize = 1 << 16
  package var blockSizes = [1 << 18]
  package var jobs = 1
  /// Read block by block too.
  package var streams = false

  package init() {}

  /// More than any input of the fuzzer has, and little enough to be quick.
  private static let whole = 1 << 14
  static let codeLists = [[], ["9", "none"], ["-1", "99", "9.0", "9", "1e1"], ["Blank", "1e999", "<0", "20:30"]]

  /// The first four bytes of an input say how the rest is read.
  package static func disagreement(_ input: [UInt8]) -> String? {
    let head = input.prefix(4) + [0, 0, 0, 0]
    var file = Array(input.dropFirst(4))
    let (format, block, run, codes) = (head[0], head[1], head[2], head[3])
    var check = CSVCheck()
    let separators = [0x2C, 0x3B, 0x09, 0x7C] as [UInt8]
    check.separator = 1...4 ~= format & 7 ? separators[Int(format & 7) - 1] : nil
    check.decimalComma = [nil, true, false, nil][Int(format >> 3 & 3)]
    check.exemptsFirst = format & 0x20 != 0
    check.skipsSecond = format & 0x40 != 0
    check.jobs = [1, 1, 1, 1, 1, 2, 3, 7][Int(run & 7)]
    check.sampleSize = [16, 16, 64, whole][Int(run >> 3 & 3)]
    check.streams = run & 0x20 != 0
    check.codes = codeLists[Int(codes & 3)]
    check.blockSizes = block == 255 ? [whole] : [Int(block)]
    if block == 0 {
      // Every place where a block may end.
      check.blockSizes = Array(1...min(file.count + 1, 48))
      check.jobs = 1
    }
    if codes & 4 != 0 {
      lengthen(&file)
      check.blockSizes = block == 0 ? [4096, 4097, 5003, whole] : [Int(block) * 64]
    }
    return check.disagreement(file)
  }

  /// Writes the rows again and again: in long blocks the reader takes quotes and digits many at a time.
  private static func lengthen(_ file: inout [UInt8]) {
    let rows = file.drop { $0 != 0x0A && $0 != 0x0D }.drop { $0 == 0x0A || $0 == 0x0D }
    while !rows.isEmpty, file.count < 9000 { file += rows }
  }

  // MARK: - The comparison

  /// A fault of whichever family; equal to one of the same case with the same payload.
  private struct FoundFault: Equatable {
    let fault: any Fault

    static func == (a: FoundFault, b: FoundFault) -> Bool { isEqual(a.fault, b.fault) }

    private static func isEqual<A: Fault>(_ a: A, _ b: any Fault) -> Bool { a == b as? A }
  }

  /// Everything that reading gives, or the fault.
  private enum Outcome: Equatable {
    case survey(names: [String], variables: [Variable], report: ImportReport)
    case fault(FoundFault)
  }

  /// What differs, in a sentence; `nil` when nothing does.
  package func disagreement(_ file: [UInt8]) -> String? {
    var first: Outcome?
    for blockSize in blockSizes {
      let place = "blocks of \(blockSize), \(jobs) jobs, sample of \(sampleSize)"
      let outcome: Outcome
      do { outcome = try read(file, blockSize: blockSize) } catch {
        return "\(place): \(error) is no fault of the data"
      }
      if let first {
        if outcome != first { return "\(place): \(outcome) instead of \(first)" }
        continue
      }
      first = outcome
      if let difference = difference(file, outcome) { return "\(place): \(difference)" }
    }
    guard streams, case .survey(_, _, let report)? = first else { return nil }
    return streamDifference(file, report)
  }

  private func reader(_ file: [UInt8], _ blockSize: Int) throws -> CSVReader {
    try CSVReader(
      source: ByteSource(bytes: file, name: "file"),
      // Rows above the answers are recognised by rules of their own, with tests of their own.
      options: CSVOptions(separator: separator, decimalComma: decimalComma, headerRows: 1),
      settings: CSVReader.Settings(sampleSize: sampleSize, blockSize: blockSize))
  }

  private func kept(_ names: [String]) -> Set<String>? {
    skipsSecond && names.count > 1 ? Set(names).subtracting([names[1]]) : nil
  }

  private func exempt(_ names: [String]) -> Set<String> { exemptsFirst ? [names[0]] : [] }

  private func rules(_ names: [String]) -> MissingRules { MissingRules(common: codes, exempt: exempt(names)) }

  private func read(_ file: [UInt8], blockSize: Int) throws -> Outcome {
    do {
      let reader = try reader(file, blockSize)
      let names = reader.names
      let data = try reader.read(columns: kept(names), missing: rules(names), jobs: jobs)
      return .survey(names: names, variables: data.variables, report: reader.report)
    } catch let fault as any Fault {
      return .fault(FoundFault(fault: fault))
    }
  }

  private func naive(_ file: [UInt8], separator: UInt8, _ report: ImportReport?) throws -> NaiveSurvey {
    // The first column's name is not known before it is read.
    let exempt = exemptsFirst ? (try? reader(file, 1)).map { self.exempt($0.names) } ?? [] : []
    return try NaiveSurvey(
      file, name: "file", separator: separator,
      readings: report?.columns.map { ($0.isNumberInSample, $0.form) } ?? [], codes: codes, exempt: exempt,
      sampleSize: sampleSize)
  }

  private func difference(_ file: [UInt8], _ outcome: Outcome) -> String? {
    // What is no table at all is told by its first bytes.
    if case .fault(let found) = outcome, case CSVFault.foreignFormat = found.fault { return nil }
    guard let format = try? reader(file, 1).format else { return headerDifference(file, outcome) }
    if let separator, format.separator != separator { return "the separator is not the one asked for" }
    if let decimalComma, format.decimalComma != decimalComma { return "the decimal mark is not the one asked for" }
    let expected: NaiveSurvey
    do {
      let report: ImportReport? = if case .survey(_, _, let report) = outcome { report } else { nil }
      expected = try naive(file, separator: format.separator, report)
    } catch let fault as any Fault {
      return outcome == .fault(FoundFault(fault: fault)) ? nil : "\(outcome) instead of \(fault)"
    } catch { return "\(error)" }
    guard case .survey(let names, let variables, let report) = outcome else {
      return "\(outcome) instead of \(expected)"
    }
    if names != expected.columns.map(\.name) { return "the names are \(names), not \(expected.columns.map(\.name))" }
    if !expected.misread.isEmpty { return "\(expected.misread) are taken as numbers" }
    if let decimalComma, report.columns.contains(where: { $0.form.decimalComma != decimalComma }) {
      return "a column has another decimal mark than the one asked for"
    }
    let kept = kept(names)
    for (variable, wanted) in zip(variables, expected.variables(keeping: kept)) where variable != wanted {
      return "\(variable) instead of \(wanted)"
    }
    return reportDifference(report, expected, kept, file.count)
  }

  private func reportDifference(
    _ report: ImportReport, _ expected: NaiveSurvey, _ kept: Set<String>?, _ byteCount: Int
  ) -> String? {
    if report.rows != expected.rowCount { return "\(report.rows) rows instead of \(expected.rowCount)" }
    if report.bytes != byteCount { return "\(report.bytes) bytes instead of \(byteCount)" }
    if report.renamed != expected.renamed { return "renamed are \(report.renamed), not \(expected.renamed)" }
    for (column, wanted) in zip(report.columns, expected.columns) {
      let isKept = kept?.contains(column.name) ?? true
      let kind: ImportReport.Kind = isKept ? (expected.isNumeric(wanted) ? .number : .text) : .skipped
      if column.kind != kind { return "\(column.name) is \(column.kind), not \(kind)" }
      let isText = wanted.isNumber && kind == .text
      let unreadable = Set(wanted.unreadable.map(\.row))
      var counts = [Int](repeating: 0, count: wanted.missing.reasons.count)
      for (index, cell) in wanted.cells.enumerated() where isKept {
        if case .missing(let reason) = cell, !(isText && unreadable.contains(index + 1)) { counts[reason] += 1 }
      }
      let missing = zip(wanted.missing.reasons, counts).filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
      let found = column.missing.map { "\($0.count) \($0.reason)" }
      if found != missing { return "\(column.name) misses \(found), not \(missing)" }
    }
    return nil
  }

  /// When not even the header can be read, the naive reader must reject the file in the same words with some separator.
  private func headerDifference(_ file: [UInt8], _ outcome: Outcome) -> String? {
    let candidates: [UInt8] = separator.map { [$0] } ?? [0x2C, 0x3B, 0x09, 0x7C]
    for candidate in candidates {
      do { _ = try naive(file, separator: candidate, nil) } catch let fault as any Fault {
        if outcome == .fault(FoundFault(fault: fault)) { return nil }
      } catch { return "\(error)" }
    }
    return "\(outcome), which the naive reader does not find"
  }

  // MARK: - Block by block

  private func streamDifference(_ file: [UInt8], _ report: ImportReport) -> String? {
    do {
      let expected = try naive(file, separator: report.text!.separator, report)
      let reader = try reader(file, blockSizes[0])
      let kept = kept(reader.names)
      let rows = reader.rows(columns: kept, missing: rules(reader.names), jobs: jobs)
      var words: [[String]] = []
      var next = 1
      var isInOrder = true
      try rows.forEachBlock { block in
        isInOrder = isInOrder && block.firstRow == next
        next += block.rowCount
        if words.isEmpty { words = Array(repeating: [], count: block.variables.count) }
        for (index, variable) in block.variables.enumerated() { words[index] += variable.values.words }
      }
      if !isInOrder { return "the blocks of the stream are not numbered in order" }
      if words != expected.words(keeping: kept) { return "the stream gives \(words)" }
      return reader.report.digest == report.digest ? nil : "the stream's digest differs"
    } catch { return "reading block by block: \(error)" }
  }
}
