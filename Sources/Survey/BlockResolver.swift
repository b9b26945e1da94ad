/// Resolves the blocks of a hierarchical regression against the drivers and covariates of the analysis.
///
/// Every driver and covariate enters once: covariates that no block names come first, as the block `always`, and drivers
/// that no block names last, as `rest`.
struct BlockResolver {
  static let first = "always"
  static let last = "rest"

  let study: StudySpecification
  let columns: Selection.Columns
  let roles: AnalysisRoles

  /// Throws `DataFault.request` for a member that is no driver, `.twoRoles` for one in two blocks, `.noSuchVariable`.
  func resolve() throws -> [AnalysisRoles.ModelBlock] {
    guard !study.blocks.isEmpty else { return [] }
    let known = roles.always.map(\.name) + roles.players.map(\.name)
    var blockOf: [String: String] = [:]
    var blocks: [AnalysisRoles.ModelBlock] = []
    for block in study.blocks {
      guard !blocks.contains(where: { $0.name == block.name }), ![Self.first, Self.last].contains(block.name) else {
        throw DataFault.request(
          problem: [Self.first, Self.last].contains(block.name)
            ? "A block cannot be called '\(block.name)': that is what drivers and covariates without a block are called"
            : "Two blocks are called '\(block.name)'", suggestion: "Give it another name.")
      }
      var members: [String] = []
      for pattern in block.items {
        let (names, isExact) = try match(pattern, known)
        let usable = names.filter(known.contains)
        guard !usable.isEmpty else { throw fault(names[0], block.name, known) }
        for name in usable where !members.contains(name) {
          if let other = blockOf[name] {
            // A range or a glob leaves what another block has named.
            if !isExact { continue }
            throw DataFault.twoRoles(
              name: name, first: "in the block '\(other)'", second: "in the block '\(block.name)'")
          }
          blockOf[name] = block.name
          members.append(name)
        }
      }
      guard !members.isEmpty else {
        throw DataFault.request(
          problem: "The block '\(block.name)' has no driver of its own", suggestion: "Name its drivers and covariates.")
      }
      blocks.append(AnalysisRoles.ModelBlock(name: block.name, members: members))
    }
    let covariates = roles.always.map(\.name).filter { blockOf[$0] == nil }
    if !covariates.isEmpty { blocks.insert(.init(name: Self.first, members: covariates), at: 0) }
    let others = roles.players.map(\.name).filter { blockOf[$0] == nil }
    if !others.isEmpty { blocks.append(.init(name: Self.last, members: others)) }
    return blocks
  }

  /// A driver's or covariate's own name first: a construct is no column.
  private func match(_ pattern: String, _ known: [String]) throws -> (names: [String], isExact: Bool) {
    let plain = Selection.unquoted(Selection.trimmed(pattern))
    if known.contains(plain) { return ([plain], true) }
    if !columns.contains(plain), !plain.contains(where: { ":*?".contains($0) }) {
      throw DataFault.noSuchVariable(name: plain, nearest: Spelling.nearest(to: plain, among: known + columns.names))
    }
    return try columns.match(pattern)
  }

  private func fault(_ name: String, _ block: String, _ known: [String]) -> DataFault {
    if let owner = roles.players.first(where: { $0.items.contains { $0.name == name } }) {
      return DataFault.request(
        problem: "'\(name)' of the block '\(block)' is an item of the driver '\(owner.name)' and enters only with it",
        suggestion: "Name '\(owner.name)' in the block, or use \(setting: .players, "items").")
    }
    return DataFault.request(
      problem: "'\(name)' of the block '\(block)' is neither a driver nor a covariate of this analysis",
      suggestion: "Add it to \(setting: .drivers) or \(setting: .always), or take it out of the block.")
  }
}

extension StudySpecification {
  /// Where blocks are named and no driver is, the blocks' members are the drivers (covariates aside).
  func withDriversOfBlocks(_ columns: Selection.Columns) throws -> StudySpecification {
    guard drivers == nil, constructs.isEmpty, groups.isEmpty, !blocks.isEmpty else { return self }
    let covariates = Set(try Selection.resolve(always, in: columns.names))
    var copy = self
    copy.drivers = try blocks.flatMap(\.items).filter { pattern in
      try !Set(columns.match(pattern).names).isSubset(of: covariates)
    }
    return copy
  }
}
