/// A model of constructs and paths: what is measured by what, what leads to what, what goes together.
///
/// It knows no places: `DiagramLayout` finds them.
public struct ModelDiagram: Sendable, Equatable {
  /// What measures a construct, or makes it.
  public struct Indicator: Sendable, Equatable {
    /// In the box, where there is no room for the label.
    public var name: String
    /// In the box; empty for the name alone.
    public var label: String
    /// Beside the arrow between box and construct.
    public var value: Estimate?
    public init(name: String, label: String = "", value: Estimate? = nil) {
      self.name = name
      self.label = label
      self.value = value
    }
  }

  /// A construct with its indicators, or a variable that is observed itself.
  public struct Node: Sendable, Equatable {
    /// In the ellipse or box.
    public var label: String
    /// Drawn as a box.
    public var isObserved: Bool
    /// Under the label in small letters, such as `R² .45`; empty for nothing.
    public var remark: String
    /// In boxes beside the ellipse.
    public var indicators: [Indicator]
    /// Arrows run from the indicators to the construct.
    public var isComposite: Bool
    public init(
      label: String, isObserved: Bool = false, remark: String = "", indicators: [Indicator] = [],
      isComposite: Bool = false
    ) {
      self.label = label
      self.isObserved = isObserved
      self.remark = remark
      self.indicators = indicators
      self.isComposite = isComposite
    }
  }

  /// An arrow between nodes.
  public struct Arrow: Sendable, Equatable {
    /// Into `nodes`.
    public var from: Int
    /// Into `nodes`.
    public var to: Int
    /// Written on the arrow; the larger, the thicker, dashed where its interval holds zero.
    public var value: Estimate?
    public init(from: Int, to: Int, value: Estimate? = nil) {
      self.from = from
      self.to = to
      self.value = value
    }
  }

  /// A thin arrow from a node to an indicator that stands beside another.
  public struct CrossLoading: Sendable, Equatable {
    /// Into `nodes`: where it comes from.
    public var from: Int
    /// Into `nodes`: whose indicator it leads to.
    public var to: Int
    /// Into its indicators.
    public var indicator: Int
    /// Written on the arrow.
    public var value: Estimate?
    public init(from: Int, to: Int, indicator: Int, value: Estimate? = nil) {
      self.from = from
      self.to = to
      self.indicator = indicator
      self.value = value
    }
  }

  /// An end of a tie.
  public enum End: Sendable, Hashable {
    case node(Int)
    /// An indicator of a node.
    case indicator(Int, Int)
  }

  /// What goes together without a direction: an arrow with two heads.
  public struct Tie: Sendable, Equatable {
    /// One end.
    public var first: End
    /// The other end.
    public var second: End
    /// Written on the line.
    public var value: Estimate?
    public init(_ first: End, _ second: End, value: Estimate? = nil) {
      self.first = first
      self.second = second
      self.value = value
    }
  }

  /// Above the panel.
  public var title: String
  /// In the order of the model, which decides where nothing else does.
  public var nodes: [Node]
  /// With a direction.
  public var arrows: [Arrow]
  /// Without one.
  public var ties: [Tie]
  /// To indicators of other nodes; drawn where nodes stand in one column, as they do without arrows.
  public var crossLoadings: [CrossLoading] = []
  /// How values are written.
  public var style: Table.Style
  /// What lines and forms mean.
  public var key: String
  /// What brackets mean; said where there are some.
  public var brackets: String
  /// What dashes mean; said where there are some.
  public var dashes: String
  /// What the colour of negative values means; said where there are some.
  public var negatives: String

  public init(
    title: String, nodes: [Node], arrows: [Arrow], ties: [Tie] = [], style: Table.Style = .proportion(2), key: String,
    brackets: String = "", dashes: String = "", negatives: String = ""
  ) {
    self.title = title
    self.nodes = nodes
    self.arrows = arrows
    self.ties = ties
    self.style = style
    self.key = key
    self.brackets = brackets
    self.dashes = dashes
    self.negatives = negatives
  }
}

extension ModelDiagram {
  /// Every arrow and tie in words, for those who do not see the picture.
  var relations: String {
    let text = DiagramText(style: style)
    func name(_ end: End) -> String {
      switch end {
      case .node(let node): nodes[node].label
      case .indicator(let node, let place): nodes[node].indicators[place].name
      }
    }
    let paths = arrows.map { "\(nodes[$0.from].label) → \(nodes[$0.to].label) \(text.value($0.value))" }
    let measures = nodes.filter { !$0.indicators.isEmpty }.map { node in
      let items = node.indicators.map { "\($0.name) \(text.value($0.value))" }.joined(separator: ", ")
      return "\(node.label): \(items)"
    }
    let crossings = crossLoadings.map { crossing in
      "\(nodes[crossing.from].label) → \(nodes[crossing.to].indicators[crossing.indicator].name) \(text.value(crossing.value))"
    }
    let pairs = ties.map { "\(name($0.first)) ↔ \(name($0.second)) \(text.value($0.value))" }
    return (paths + measures + crossings + pairs).joined(separator: "; ")
  }
}

extension Figure.Panel {
  /// What the lines of a diagram say; empty of other panels.
  var relations: String { if case .model(let diagram) = self { diagram.relations } else { "" } }
}
