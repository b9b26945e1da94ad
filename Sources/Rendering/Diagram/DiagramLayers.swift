/// Which column each node of a diagram may stand in.
///
/// Every arrow should lead to the right: a node's layer is the length of the longest way to it (Sugiyama, Tagawa and Toda
/// 1981, doi:10.1109/TSMC.1981.4308636; arrows that close a cycle, as depth-first search finds them, do not count). A chain of
/// seven constructs would be a band that no page holds, so that neighbouring layers may share a column, in which their
/// arrows run up or down.
struct DiagramLayers {
  /// Of each node, from 0.
  let layers: [Int]
  /// Of each arrow: it leads back.
  let isFeedback: [Bool]

  var count: Int { (layers.max() ?? -1) + 1 }

  init(nodes: Int, arrows: [ModelDiagram.Arrow]) {
    let out = (0..<nodes).map { node in arrows.indices.filter { arrows[$0].from == node } }
    var isFeedback = arrows.map { $0.from == $0.to }
    var state = Array(repeating: 0, count: nodes)
    func visit(_ node: Int) {
      state[node] = 1
      for arrow in out[node] where !isFeedback[arrow] {
        switch state[arrows[arrow].to] {
        case 0: visit(arrows[arrow].to)
        case 1: isFeedback[arrow] = true
        default: break
        }
      }
      state[node] = 2
    }
    let sources = (0..<nodes).filter { node in !arrows.contains { $0.to == node } }
    for node in sources + Array(0..<nodes) where state[node] == 0 { visit(node) }

    var layers = Array(repeating: 0, count: nodes)
    // As many rounds as the longest way has arrows, at most.
    var isChanged = true
    while isChanged {
      isChanged = false
      for (index, arrow) in arrows.enumerated()
      where !isFeedback[index] && layers[arrow.to] <= layers[arrow.from] {
        layers[arrow.to] = layers[arrow.from] + 1
        isChanged = true
      }
    }
    self.layers = layers
    self.isFeedback = isFeedback
  }

  /// Ways to lay neighbouring layers into columns: of each layer its column. All of them for at most seven layers, else the
  /// even ones.
  func foldings() -> [[Int]] {
    guard count > 1 else { return [Array(repeating: 0, count: count)] }
    if count <= 7 {
      return (0..<(1 << (count - 1))).map { cuts in
        var column = 0
        return (0..<count).map { layer in
          if layer > 0, cuts >> (layer - 1) & 1 == 1 { column += 1 }
          return column
        }
      }
    }
    return (2...min(count, 8)).map { columns in (0..<count).map { $0 * columns / count } } + [Array(0..<count)]
  }
}
