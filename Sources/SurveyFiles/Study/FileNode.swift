import Yams

/// A node of a file of settings, whether it was written in YAML or in JSON, with the place where it stands.
struct FileNode: Sendable {
  indirect enum Kind: Sendable {
    /// A text as written; plain when it stands without quotes.
    case scalar(String, isPlain: Bool)
    case list([FileNode])
    /// Keys and values in order.
    case mapping([(key: FileNode, value: FileNode)])
    case alias
  }

  let kind: Kind
  /// From 1.
  let line: Int
  let column: Int

  init(_ kind: Kind, line: Int, column: Int) {
    (self.kind, self.line, self.column) = (kind, line, column)
  }

  /// The node as YAML has it.
  init(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      kind = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence): kind = .list(sequence.map(FileNode.init))
    case .mapping(let mapping): kind = .mapping(mapping.map { (FileNode($0.key), FileNode($0.value)) })
    case .alias: kind = .alias
    }
    line = node.mark?.line ?? 1
    column = node.mark?.column ?? 1
  }
}
