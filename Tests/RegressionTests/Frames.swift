import Foundation
import Measures
import Survey
import TestSupport

/// A small table read from a committed file, and frames made of its columns.
struct SmallTable {
  var columns: [String: [Double]] = [:]
  var rowCount: Int { columns.first?.value.count ?? 0 }

  subscript(name: String) -> [Double] { columns[name]! }

  init(_ columns: [String: [Double]]) { self.columns = columns }

  /// A file of Tests/References/regression.
  init(reference name: String) {
    self.init(file: SmallTable.references.appendingPathComponent("\(name).csv"))
  }

  init(file: URL) {
    let lines = try! String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let names = lines[0].split(separator: ",").map(String.init)
    var values = names.map { _ in [Double]() }
    for line in lines.dropFirst() {
      for (k, field) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        values[k].append(Double(field) ?? .nan)
      }
    }
    columns = Dictionary(uniqueKeysWithValues: zip(names, values))
  }

  static let references = PackageFiles.references.appending(path: "regression")

  /// The frame of these predictors (one block each, `variable=level` indicators gathered in one block) and outcome.
  func frame(
    _ outcome: String, on predictors: [String], weights: String? = nil, kind: WeightsKind? = nil,
    clusters: String? = nil, strata: String? = nil
  ) -> ModelFrame {
    var blocks: [ModelFrame.Block] = []
    for (k, name) in predictors.enumerated() {
      let parts = name.split(separator: "=")
      if parts.count == 2, blocks.last?.name == String(parts[0]) {
        blocks[blocks.count - 1].columns = blocks.last!.columns.lowerBound..<k + 1
      } else {
        blocks.append(
          .init(name: String(parts[0]), label: nil, columns: k..<k + 1, isCategorical: parts.count == 2))
      }
    }
    // Built from harmless numbers, then filled: the regression must stand what a reader of files would refuse.
    let harmless = Variable(name: "", values: .double((0..<rowCount).map { Double($0 % 7) }))
    let names = predictors + [outcome]
    var variables = names.map { name in
      var variable = harmless
      variable.name = name
      return variable
    }
    for design in [clusters, strata] { if let design { variables.append(text(design)) } }
    var frame = try! ModelFrame(
      Dataset(variables: variables, rowCount: rowCount),
      roles: AnalysisRoles(
        outcomes: [.init(name: outcome)], players: predictors.map { .init(name: $0, items: [.init(name: $0)]) },
        strata: strata, cluster: clusters), ratings: false)
    frame.values = names.flatMap { self[$0] }
    for (k, name) in names.enumerated() {
      frame.columns[k].isWhole = self[name].allSatisfy { $0 == $0.rounded() && abs($0) < 0x1p31 }
    }
    frame.players = blocks
    frame.weights = weights.map { self[$0] }
    frame.weightsKind = kind
    return frame
  }

  private func text(_ name: String) -> Variable {
    let levels = Array(Set(self[name])).sorted()
    return Variable(
      name: name,
      values: .text(codes: self[name].map { Int32(levels.firstIndex(of: $0)!) }, categories: levels.map { "\($0)" }))
  }

  func selecting(_ rows: [Int]) -> SmallTable {
    SmallTable(columns.mapValues { column in rows.map { column[$0] } })
  }

  func adding(_ name: String, _ values: [Double]) -> SmallTable {
    var copy = self
    copy.columns[name] = values
    return copy
  }
}

func agree(_ a: Double?, _ b: Double?, _ relative: Double = 1e-10, absolute: Double = 0) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): a == b || abs(a - b) <= max(relative * max(abs(a), abs(b)), absolute)
  default: false
  }
}
