import Measures
import Platform
import Survey

/// Takes in a survey block by block, apart for every value of the columns that part it; all of it together without such columns.
///
/// A group is kept as rows or summed by its own size, as a survey of its rows alone would be. A group whose rows have a fault
/// of their own does not keep the others from being read.
struct GroupedIntake {
  private let columns: [String]
  private let jobs: Int
  private let makeIntake: () -> SurveyIntake
  private var intakes: [Group] = []
  private var places: [[RowKey]: Int] = [:]
  /// Rows taken in, and those of them without a group.
  private(set) var rowCount = 0
  private(set) var ungrouped = 0

  private struct Group {
    let key: [RowKey]
    /// `nil` once it is finished.
    var intake: SurveyIntake?
    var fault: (any Fault)?

    /// Takes rows in, unless some before had a fault.
    mutating func add(_ rows: Dataset) {
      guard fault == nil else { return }
      do { try intake!.add(rows) } catch let fault as any Fault { self.fault = fault } catch {
        preconditionFailure("what rows throw is a fault: \(error)")
      }
    }
  }

  /// - Parameter jobs: threads that take groups in; no result depends on it.
  init(by columns: [String], jobs: Int = 1, _ makeIntake: @escaping () -> SurveyIntake) {
    self.columns = columns
    self.jobs = jobs
    self.makeIntake = makeIntake
  }

  /// Adds the chosen rows of one block. Throws what `SurveyIntake.add` throws where nothing parts the rows, and
  /// `DataFault.request` for too many groups.
  mutating func add(_ block: Dataset) throws {
    rowCount += block.rowCount
    guard !columns.isEmpty else {
      if intakes.isEmpty { intakes.append(Group(key: [], intake: makeIntake())) }
      return try intakes[0].intake!.add(block)
    }
    let groups = try RowGroups(block, columns)
    ungrouped += groups.ungrouped
    let parts = try groups.rows.map { key, rows in
      let place = places[key] ?? intakes.count
      if place == intakes.count {
        try SourceGroup.requireFew(intakes.count + 1, columns)
        places[key] = place
        intakes.append(Group(key: key, intake: makeIntake()))
      }
      return (place: place, rows: rows)
    }
    intakes.withUnsafeMutableBufferPointer { intakes in
      // A group is one task's alone.
      nonisolated(unsafe) let groups = intakes.baseAddress!
      TaskSharing.run(tasks: parts.count, jobs: jobs) {
      } body: { _, task in
        let (place, rows) = parts[task]
        groups[place].add(rows.count == block.rowCount ? block : block.selecting(rows))
      }
    }
  }

  /// Every group in the order of its values; without columns that part the rows one, whose key is empty.
  ///
  /// Throws what `SurveyIntake.finish` throws of a survey that nothing parts.
  mutating func finish(_ content: (SurveyIntake.Outcome) -> LoadedSource.Content) throws -> [SourceGroup] {
    guard !columns.isEmpty else {
      return [SourceGroup(key: [], content: content(try (intakes.first?.intake! ?? makeIntake()).finish()))]
    }
    return try intakes.indices.map { place in
      let group = intakes[place]
      // What is finished gives its room to the next.
      intakes[place].intake = nil
      do {
        if let fault = group.fault { throw fault }
        return SourceGroup(key: group.key, content: content(try group.intake!.finish()))
      } catch let fault as any Fault {
        return SourceGroup(key: group.key, content: .rows(Dataset(variables: [], rowCount: 0)), fault: fault)
      }
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }
}

/// The rows of one block by the values of some columns.
private struct RowGroups {
  private(set) var rows: [(key: [RowKey], rows: [Int32])] = []
  private(set) var ungrouped = 0

  init(_ block: Dataset, _ columns: [String]) throws {
    let coded = try columns.map { Self.codes(try block.variable($0)) }
    // Codes of several columns are one number.
    var all = [Int](repeating: 0, count: block.rowCount)
    for (codes, keys) in coded {
      for row in all.indices {
        all[row] = codes[row] < 0 || all[row] < 0 ? -1 : all[row] * keys.count + Int(codes[row])
      }
    }
    var places: [Int: Int] = [:]
    var (last, place) = (-1, 0)
    for (row, code) in all.enumerated() {
      if code < 0 {
        ungrouped += 1
        continue
      }
      if code != last {
        last = code
        if let known = places[code] {
          place = known
        } else {
          place = rows.count
          places[code] = place
          rows.append((coded.map { $0.keys[Int($0.codes[row])] }, []))
        }
      }
      rows[place].rows.append(Int32(row))
    }
  }

  /// A number for each row, −1 for a missing value, and the values that they stand for.
  private static func codes(_ variable: Variable) -> (codes: [Int32], keys: [RowKey]) {
    var keys: [RowKey] = []
    func numbered<Value: Hashable>(_ values: [Value]) -> [Int32] {
      var known: [Value: Int32] = [:]
      var (last, number): (Value?, Int32) = (nil, 0)
      return values.enumerated().map { row, value in
        if value == last { return number }
        last = value
        if let code = known[value] {
          number = code
        } else {
          let key = RowKey(variable, row: row)
          number = key == .missing ? -1 : Int32(keys.count)
          if number >= 0 { keys.append(key) }
          known[value] = number
        }
        return number
      }
    }
    // A byte needs no hashing: groups are most often bytes.
    func looked(_ values: [Int8]) -> [Int32] {
      var known = [Int32](repeating: -2, count: 256)
      return values.enumerated().map { row, value in
        let place = Int(value) + 128
        if known[place] == -2 {
          let key = RowKey(variable, row: row)
          known[place] = key == .missing ? -1 : Int32(keys.count)
          if key != .missing { keys.append(key) }
        }
        return known[place]
      }
    }
    let codes =
      switch variable.values {
      case .int8(let values): looked(values)
      case .int16(let values): numbered(values)
      case .double(let values): numbered(values.map { $0.isNaN ? Double.nan.bitPattern : ($0 + 0).bitPattern })
      case .text(let values, _): numbered(values)
      }
    return (codes, keys)
  }
}
