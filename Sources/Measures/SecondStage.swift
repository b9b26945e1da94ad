package import Survey

/// What the second stage of a sample adds to a linearised variance: Σ_c f_h·s_c·(Σ_k t_ck² − c_c·(Σ_k t_ck)²) over the clusters c of
/// the first stage and the totals t of the units k within them, s_c = (1 − f_c)·n_c/(n_c − 1) and c_c = 1/n_c.
///
/// f_h is the share of the population's clusters that was drawn in the cluster's stratum, f_c the share of the cluster's units, n_c
/// how many these are in the whole sample; those without a row have a total of zero. The first stage has (1 − f_h) of the spread between
/// clusters, in which that within them is already: only where a large share of the clusters was drawn is there much left to add
/// (Cochran 1977, 10.3; R's survey, `multistage`). A cluster with one unit of several: as a stratum with one (`StratumScales`), the
/// average over the clusters.
package struct SecondStage: Sendable {
  /// The unit of each row, and the cluster of each unit.
  package let unitOfRow: [Int32]
  package let clusterOfUnit: [Int32]
  /// f_h·s_c, and c_c.
  package let scales: [Double]
  package let centring: [Double]

  /// - Parameter rows: those that count; the others have no part in the estimate. `nil`: all.
  /// - Returns: `nil` without a second stage, and where it adds nothing.
  /// - Throws: `DesignFault.loneSubunit`, `.nothingToAverage`.
  package init?(
    _ design: FrameDesign, strata: [Int32]?, clusters: [Int32]?, subunits: [Int32]?, rows: [Int]? = nil
  ) throws {
    guard let clusters, let subunits, !design.clusters.isEmpty else { return nil }
    let count = design.clusters.count
    var clusterOfUnit = [Int32](repeating: -1, count: Int(subunits.max() ?? -1) + 1)
    var stratumOfCluster = [Int32](repeating: 0, count: count)
    var present = [Double](repeating: 0, count: count)
    for row in rows ?? Array(clusters.indices) where clusterOfUnit[Int(subunits[row])] < 0 {
      let cluster = clusters[row]
      clusterOfUnit[Int(subunits[row])] = cluster
      stratumOfCluster[Int(cluster)] = strata?[row] ?? 0
      present[Int(cluster)] += 1
    }
    var scales = [Double](repeating: 0, count: count)
    var centring = scales
    var (several, lone) = (0.0, 0.0)
    for (cluster, own) in present.enumerated() where own > 0 {
      let first = design.strata[Int(stratumOfCluster[cluster])].fraction
      guard first > 0 else { continue }
      let known = design.clusters[cluster]
      let sampled = max(own, known.units)
      let rest = 1 - known.fraction
      several += 1
      // A cluster of which all was drawn has no error within it.
      if rest < 1e-7 { continue }
      if sampled > 1 {
        (scales[cluster], centring[cluster]) = (first * rest * sampled / (sampled - 1), 1 / sampled)
        continue
      }
      switch design.lonely {
      case nil: throw DesignFault.loneSubunit(cluster: design.clusterNames[cluster])
      case .certainty: break
      case .adjust: scales[cluster] = first * rest
      case .average: lone += 1
      }
    }
    guard several > lone else {
      if lone > 0 { throw DesignFault.nothingToAverage }
      return nil
    }
    if lone > 0 { for cluster in scales.indices { scales[cluster] *= several / (several - lone) } }
    guard scales.contains(where: { $0 > 0 }) else { return nil }
    unitOfRow = subunits
    self.clusterOfUnit = clusterOfUnit
    self.scales = scales
    self.centring = centring
  }

  /// The second stage of a frame's rows.
  package init?(_ frame: ModelFrame) throws {
    try self.init(frame.design, strata: frame.strata, clusters: frame.clusters, subunits: frame.subunits)
  }

  /// Rows that add something, by cluster, unit and number.
  package var rows: [Int32] {
    unitOfRow.indices.filter { row in
      let cluster = clusterOfUnit[Int(unitOfRow[row])]
      return cluster >= 0 && scales[Int(cluster)] > 0
    }.sorted {
      let (a, b) = (unitOfRow[$0], unitOfRow[$1])
      return (clusterOfUnit[Int(a)], a, $0) < (clusterOfUnit[Int(b)], b, $1)
    }.map(Int32.init)
  }

  /// Totals whose products, each times its factor, are the covariance that is added.
  ///
  /// - Parameter parts: of the rows, `width` numbers each, row after row.
  package func forEachTotal(
    of parts: [Double], width: Int, _ body: (_ total: UnsafePointer<Double>, _ factor: Double) -> Void
  ) {
    var units = [Double](repeating: 0, count: clusterOfUnit.count * width)
    var whole = [Double](repeating: 0, count: scales.count * width)
    for (row, unit) in unitOfRow.enumerated() where clusterOfUnit[Int(unit)] >= 0 {
      for k in 0..<width { units[Int(unit) * width + k] += parts[row * width + k] }
    }
    units.withUnsafeBufferPointer { units in
      for (unit, cluster) in clusterOfUnit.enumerated() where cluster >= 0 && scales[Int(cluster)] > 0 {
        body(units.baseAddress! + unit * width, scales[Int(cluster)])
        for k in 0..<width { whole[Int(cluster) * width + k] += units[unit * width + k] }
      }
    }
    whole.withUnsafeBufferPointer { whole in
      for cluster in scales.indices where scales[cluster] * centring[cluster] > 0 {
        body(whole.baseAddress! + cluster * width, -scales[cluster] * centring[cluster])
      }
    }
  }

  /// What is added to the variance of an estimate, from what each row does to it.
  package func variance(_ parts: [Double]) -> Double {
    var sum = 0.0
    forEachTotal(of: parts, width: 1) { total, factor in sum += factor * total[0] * total[0] }
    return max(0, sum)
  }

  /// Adds to the lower triangle of a covariance of `width` estimates, as `SymmetricMatrix` holds it.
  package func add(_ parts: [Double], width: Int, to packed: inout [Double]) {
    forEachTotal(of: parts, width: width) { total, factor in
      var at = 0
      for a in 0..<width {
        for b in 0...a {
          packed[at] += factor * total[a] * total[b]
          at += 1
        }
      }
    }
  }
}

extension AnalysisRoles {
  /// That the second stage of a sample has no part in errors, or a part that rests on an assumption; `nil` otherwise.
  package var noteOnSecondStage: Note? {
    if let cluster, let unusedSubcluster {
      return Note(
        .secondStage,
        "Errors rest on the clusters by '\(cluster)' alone: nobody says how many the population has (\(setting: .fpc)), so they are taken for few of very many, and then what is drawn within them, by '\(unusedSubcluster)', adds nothing."
      )
    }
    guard let subcluster, subpopulationSize == nil else { return nil }
    return Note(
      .secondStage,
      "How many units each cluster holds is not known, so those drawn, by '\(subcluster)', are taken for few of very many: errors are too large where they are not. Name the column of their number as the second of \(setting: .fpc)."
    )
  }
}
