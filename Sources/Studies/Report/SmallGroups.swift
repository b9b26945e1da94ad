/// Which groups of a survey may be shown beside the whole without telling of a few respondents.
package struct SmallGroups: Equatable {
  /// Groups of fewer respondents than the smallest cell.
  package private(set) var small: [Int] = []
  /// Groups left out beside them: without that, the whole less the groups shown would be those few.
  package private(set) var protecting: [Int] = []
  /// The smallest of more groups than are shown.
  package private(set) var tooMany: [Int] = []
  /// The others, in their order.
  package private(set) var kept: [Int] = []

  /// - Parameters:
  ///   - sizes: respondents of each group.
  ///   - all: respondents of the whole; those without a group are among them.
  ///   - smallest: respondents that a group must have at least.
  ///   - most: groups that are shown at most.
  package init(sizes: [Double], all: Double, smallest: Double, most: Int) {
    small = sizes.indices.filter { sizes[$0] < smallest }
    let ungrouped = max(0, all - sizes.reduce(0, +))
    var rest = sizes.indices.filter { sizes[$0] >= smallest }.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    if rest.count > most {
      tooMany = Array(rest.prefix(rest.count - most)).sorted()
      rest.removeFirst(rest.count - most)
    }
    // What is hidden is known in sum: it has to be several groups, and together no small one.
    func isTold() -> Bool {
      let hidden = small + protecting + tooMany
      let sum = hidden.reduce(ungrouped) { $0 + sizes[$1] }
      if sum == 0 { return false }
      return sum < smallest || (!small.isEmpty && hidden.count + (ungrouped > 0 ? 1 : 0) < 2)
    }
    while isTold(), !rest.isEmpty { protecting.append(rest.removeFirst()) }
    protecting.sort()
    kept = rest.sorted()
  }
}
