import Rendering
import Structural
import Studies
import Survey

/// The pictures of `sem`: constructs, what measures them and what leads where, as path diagrams.
private enum StructuralFigure: String, CaseIterable {
  /// With the items.
  case diagram
  /// Constructs and paths alone.
  case structure
}

enum StructuralFigures {
  static let contracts = [
    FigureContract("diagram", verb: "sem", "constructs, items and paths with standardised coefficients"),
    FigureContract(
      "structure", verb: "sem", "constructs and paths without the items",
      needs: "It needs a model that has paths, or several constructs."),
  ]

  /// All that can be drawn of a fitted model, a panel for each group.
  static func all(_ study: StructuralStudy) -> [Figure] {
    let fit = study.result.groups[0].fit
    let keys = study.groups.map(\.key)
    let diagrams = (0..<fit.groupCount).map { group in
      StructuralDiagram(fit: fit, group: group, labels: study.result.labels).make(
        title: keys.count > 1 ? keys[group]?.title ?? "" : "")
    }
    let hasPaths = fit.parameters.contains { $0.sign == "~" }
    return StructuralFigure.allCases.compactMap { kind in
      var panels = diagrams
      if kind == .structure {
        guard let first = diagrams.first, first.nodes.count > 1, first.nodes.contains(where: { !$0.indicators.isEmpty })
        else { return nil }
        panels = diagrams.map { $0.withoutIndicators() }
      }
      guard panels.allSatisfy({ !$0.nodes.isEmpty }) else { return nil }
      return Figure(
        name: kind.rawValue,
        title: study.result.title ?? said(hasPaths ? "Path model" : "Measurement model"),
        subtitle: FigureWords.panels(panels.count, by: keys.first??.by, sharing: "each is standardised by itself"),
        caption: caption(fit), panels: panels.map { .model($0) }
      ).limited()
    }
  }

  /// What a reader must know of a picture that stands alone.
  private static func caption(_ fit: StructuralModel.Fit) -> String {
    let n = "n = \(Words.count(fit.statistics.n))."
    return ([n] + StructuralSentences.quality(fit).map { said($0) }).joined(separator: " ")
  }
}

extension ModelDiagram {
  /// Constructs and what is between them; residuals of items go with the items.
  fileprivate func withoutIndicators() -> ModelDiagram {
    var copy = self
    for node in nodes.indices { copy.nodes[node].indicators = [] }
    copy.ties = ties.filter { tie in
      if case .node = tie.first, case .node = tie.second { true } else { false }
    }
    return copy
  }
}

/// The diagram of one group of a model.
struct StructuralDiagram {
  let fit: StructuralModel.Fit
  let group: Int
  let labels: [String: String]

  private var parameters: [StructuralModel.Parameter] { fit.parameters.filter { $0.group == group } }

  /// An item stands beside its construct when that is all that is said of it; otherwise it has a place among the constructs.
  private func owners() -> [String: String] {
    let latent = Set(fit.latent)
    var owners: [String: String] = [:]
    var others = latent
    for parameter in parameters {
      switch parameter.sign {
      case "=~", "<~":
        if owners[parameter.right] != nil { others.insert(parameter.right) }
        owners[parameter.right] = parameter.left
      case "~": others.formUnion([parameter.left, parameter.right])
      default: break
      }
    }
    return owners.filter { !others.contains($0.key) }
  }

  func make(title: String) -> ModelDiagram {
    let owners = owners()
    var names = fit.latent
    for parameter in parameters where ["=~", "<~", "~", "~~"].contains(parameter.sign) {
      for name in [parameter.left, parameter.right]
      where owners[name] == nil && !names.contains(name) { names.append(name) }
    }
    let latent = Set(fit.latent)
    var nodes = names.map { name in
      ModelDiagram.Node(
        label: labels[name] ?? name, isObserved: !latent.contains(name), remark: remark(name),
        isComposite: parameters.contains { $0.sign == "<~" && $0.left == name })
    }
    var arrows: [ModelDiagram.Arrow] = []
    var places: [String: ModelDiagram.End] = [:]
    for (index, name) in names.enumerated() { places[name] = .node(index) }
    for parameter in parameters {
      switch parameter.sign {
      case "=~", "<~":
        guard let left = names.firstIndex(of: parameter.left) else { continue }
        if let right = names.firstIndex(of: parameter.right) {
          let (from, to) = parameter.sign == "=~" ? (left, right) : (right, left)
          arrows.append(ModelDiagram.Arrow(from: from, to: to, value: value(parameter)))
        } else {
          places[parameter.right] = .indicator(left, nodes[left].indicators.count)
          nodes[left].indicators.append(
            ModelDiagram.Indicator(
              name: parameter.right, label: labels[parameter.right] ?? "", value: value(parameter)))
        }
      case "~":
        guard let from = names.firstIndex(of: parameter.right), let to = names.firstIndex(of: parameter.left) else {
          continue
        }
        arrows.append(ModelDiagram.Arrow(from: from, to: to, value: value(parameter)))
      default: break
      }
    }
    let ties = parameters.compactMap { parameter -> ModelDiagram.Tie? in
      guard parameter.sign == "~~", parameter.left != parameter.right, parameter.isFree,
        let first = places[parameter.left], let second = places[parameter.right]
      else { return nil }
      return ModelDiagram.Tie(first, second, value: value(parameter))
    }
    let confidence = Words.percent(fit.specification.confidence)
    var key = [said("Numbers are standardised; the larger they are, the thicker the arrows.")]
    if nodes.contains(where: { !$0.remark.isEmpty }) {
      key.append(said("R²: the share of the variance that is explained."))
    }
    if !ties.isEmpty {
      let areResiduals = ties.contains { tie in
        [tie.first, tie.second].contains { end in
          if case .node(let node) = end { !nodes[node].remark.isEmpty } else { true }
        }
      }
      key.append(
        said(
          areResiduals
            ? "Arrows with two heads: correlations, of residuals where something is explained."
            : "Arrows with two heads: correlations."))
    }
    return ModelDiagram(
      title: title, nodes: nodes, arrows: arrows, ties: ties, key: key.joined(separator: " "),
      brackets: said("In brackets: the \(confidence) interval."),
      dashes: said("Dashed: the \(confidence) interval holds zero."), negatives: said("In the other colour: negative."))
  }

  private func remark(_ name: String) -> String {
    fit.rSquared.first { $0.group == group && $0.variable == name && (0...1).contains($0.value) }.map {
      "R² \(Words.proportion($0.value, 2))"
    } ?? ""
  }

  private func value(_ parameter: StructuralModel.Parameter) -> Estimate? {
    guard let value = parameter.standardized, value.isFinite else { return nil }
    let interval = fit.standardizedInterval(parameter)
    return Estimate(value, low: interval?.low, high: interval?.high)
  }
}
