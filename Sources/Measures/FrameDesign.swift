public import Survey

/// The design behind the rows of a frame: what a variance, or a resample, must know of the units that the rows do not show.
public struct FrameDesign: Sendable, Equatable {
  /// The strata of the rows, in the order of their numbers; one without strata.
  public var strata: [SampledDesign.Stratum]
  /// What they are called; empty without strata.
  public var names: [String]
  /// What a stratum with one unit adds; `nil`: it is an error.
  public var lonely: LonelyStratum?
  /// No cluster of the whole sample has a second row.
  public var rowsAreUnits: Bool
  /// What was drawn within each cluster, in the order of their numbers; empty without a second stage.
  public var clusters: [SampledDesign.Stratum] = []
  /// What these clusters are called.
  public var clusterNames: [String] = []

  /// How weights were made to reach known totals; `nil`: they are what they are.
  public var calibration: SampleCalibration?

  init(
    _ sample: SampledDesign, codes: DesignCodes, lonely: LonelyStratum?, calibration: SampleCalibration? = nil
  ) {
    let names = codes.strataNames
    self.calibration = calibration
    strata = (names.isEmpty ? [""] : names).map { sample.strata[$0] ?? .init(units: 0) }
    if !sample.clusters.isEmpty {
      clusters = codes.clusterNames.map { sample.clusters[$0] ?? .init(units: 0) }
      clusterNames = codes.clusterNames.map(\.name)
    }
    self.names = names
    self.lonely = lonely
    rowsAreUnits = sample.rowsAreUnits
  }

  /// Units that have one of the rows, by stratum: clusters, else respondents.
  static func presentUnits(
    strata: [Int32]?, clusters: [Int32]?, frequencies: [Double]?, count: Int, among rows: some Sequence<Int>
  ) -> [Double] {
    var present = [Double](repeating: 0, count: count)
    var isSeen = [Bool](repeating: false, count: (clusters?.max()).map { Int($0) + 1 } ?? 0)
    for i in rows {
      let stratum = strata.map { Int($0[i]) } ?? 0
      if let cluster = clusters.map({ Int($0[i]) }) {
        present[stratum] += isSeen[cluster] ? 0 : 1
        isSeen[cluster] = true
      } else {
        present[stratum] += frequencies?[i] ?? 1
      }
    }
    return present
  }

  /// Something is known of the population's size.
  package var isFinite: Bool { strata.contains { $0.fraction > 0 } }
}

/// What the squares of each stratum count in a linearised variance:
/// Σ_h s_h·(Σ_c t_hc² − c_h·(Σ_c t_hc)²) over the totals t of the units with s_h = (1 − f_h)·n_h/(n_h − 1) and c_h = 1/n_h.
///
/// n_h are the units of the whole sample; those without a row have a total of zero (theory of domains), f_h is the share of
/// the population's units that was drawn. A stratum with one unit: `certainty` s = 0; `average` s = 0, and all others count
/// H/(H − lone) times; `adjust` s = 1 − f and c = 0, for the totals of estimating equations add up to zero over all. So has
/// it R's `survey.lonely.psu`.
package struct StratumScales: Sendable {
  /// s_h; 0 for strata without a row.
  package private(set) var scales: [Double]
  /// c_h.
  package private(set) var centring: [Double]
  /// Units and strata that have a row, of which degrees of freedom are counted.
  package let units: Double
  package let strata: Double

  /// - Parameters:
  ///   - present: units with a row, by stratum.
  ///   - isClustered: the units are clusters.
  /// - Throws: `DesignFault.loneUnit`, `.nothingToAverage`; without strata `DataFault.tooFewClusters`.
  package init(_ design: FrameDesign, present: [Double], isClustered: Bool) throws {
    units = present.reduce(0, +)
    strata = Double(present.count { $0 > 0 })
    scales = [Double](repeating: 0, count: present.count)
    centring = scales
    var lone = 0.0
    for (h, own) in present.enumerated() where own > 0 {
      let known = design.strata.indices.contains(h) ? design.strata[h] : .init(units: own)
      let sampled = max(own, known.units)
      let rest = 1 - known.fraction
      centring[h] = 1 / sampled
      // A stratum that was drawn whole has no error of sampling.
      if rest < 1e-7 { continue }
      if sampled > 1 {
        scales[h] = rest * sampled / (sampled - 1)
        continue
      }
      if design.names.isEmpty { throw DataFault.tooFewClusters(clusters: 1) }
      let name = design.names.indices.contains(h) ? design.names[h] : "\(h + 1)"
      switch design.lonely {
      case nil: throw DesignFault.loneUnit(stratum: name, isCluster: isClustered)
      case .certainty: break
      case .adjust: (scales[h], centring[h]) = (rest, 0)
      case .average: lone += 1
      }
    }
    guard lone > 0 else { return }
    guard lone < strata else {
      throw DesignFault.nothingToAverage
    }
    for h in scales.indices { scales[h] *= strata / (strata - lone) }
  }
}

extension ModelFrame {
  /// Clusters where they join rows; each row a cluster of its own is no clustering.
  package var unitClusters: [Int32]? { design.rowsAreUnits ? nil : clusters }

  /// Units with a row, by stratum: clusters, else respondents.
  package var presentUnits: [Double] {
    FrameDesign.presentUnits(
      strata: strata, clusters: unitClusters, frequencies: weightsKind == .frequency ? weights : nil,
      count: max(1, strataNames.count), among: 0..<rowCount)
  }

  /// Whether resamples and errors follow a design: sampling weights, strata, clusters, or a population that the sample took
  /// much of.
  package var hasSamplingDesign: Bool {
    weightsKind == .sampling || strata != nil || unitClusters != nil || design.isFinite || replicates != nil
  }

  /// Throws `DesignFault` or `DataFault.tooFewClusters` where resamples could not draw units.
  package func requireUnits() throws {
    guard strata != nil || unitClusters != nil else { return }
    _ = try StratumScales(design, present: presentUnits, isClustered: unitClusters != nil)
    _ = try SecondStage(self)
  }
}
