import Factors
import LinearAlgebra
import Optimization
import Testing

/// Against R (psych, GPArotation, factanal, lavaan) with tight convergence: `Tests/References/factors`.
@Suite struct FactorReferenceTests {
  @Test(arguments: Reference.sets) func `unrotated loadings agree to 1e-6 and the criterion is never worse`(
    name: String
  )
    throws
  {
    let (input, k, results) = try Reference.set(name)
    for (extraction, key) in [
      (FactorAnalysis.Extraction.minres, "minres"), (.principalAxis, "minres"), (.maximumLikelihood, "ml"),
      (.generalizedLeastSquares, "gls"),
    ] {
      let fit = try FactorAnalysis(factors: k, extraction: extraction, rotation: Rotation(.none)).fit(to: input)
      let reference = results[key]
      let story = try #require(fit.extraction)
      #expect(story.isConverged, "\(name) \(extraction): \(story)")
      let value = try #require(reference.number("value"))
      #expect(story.end <= value + 1e-10 * max(1, value), "\(name) \(extraction)")
      if story.end > value - 1e-9 {
        #expect(distance(fit.uniquenesses, reference.numbers("uniquenesses")) < 1e-6, "\(name) \(extraction)")
        #expect(distance(fit.loadings, reference.matrix("loadings")) < 1e-6, "\(name) \(extraction)")
      }
    }
  }

  @Test(arguments: Reference.sets) func `never worse than psych and factanal with their own stopping rules`(
    name: String
  )
    throws
  {
    let (input, k, results) = try Reference.set(name)
    let minres = try FactorAnalysis(factors: k, rotation: Rotation(.none)).fit(to: input)
    let p = input.names.count
    var squares = 0.0
    for i in 0..<p { for j in 0..<i { squares += minres.residuals[i, j] * minres.residuals[i, j] } }
    if minres.heywoodItems.isEmpty { #expect(squares <= results.number("psych_residual")! + 1e-12) }
    let ml = try FactorAnalysis(factors: k, extraction: .maximumLikelihood, rotation: Rotation(.none)).fit(to: input)
    let factanal = results["factanal"]
    #expect(ml.extraction!.end <= factanal.number("criterion")! + 1e-10)
    if ml.heywoodItems.isEmpty, let statistic = factanal.number("statistic") {
      #expect(abs(ml.statistics.chiSquared! - statistic) < 1e-4 * max(1, statistic))
    }
  }

  @Test(arguments: Reference.sets) func `rotated loadings agree to 1e-5 and the criterion is never worse`(name: String)
    throws
  {
    let (input, k, results) = try Reference.set(name)
    let rotations = results["rotations"]
    for key in rotations.keys {
      let reference = rotations[key]
      let fit = try FactorAnalysis(factors: k, rotation: rotation(key, reference), starts: 20).fit(to: input)
      let value = fit.rotation?.convergence.end
      #expect(fit.rotation?.convergence.isConverged == true, "\(name) \(key)")
      if let theirs = reference.number("value"), let value {
        // Equamax is a Crawford–Ferguson criterion there, which has another zero; bifactor as here.
        if key != "equamax", key != "quartimax" {
          #expect(value <= theirs + 1e-8, "\(name) \(key): \(value) \(theirs)")
        }
        if value < theirs - 1e-7, key != "equamax" { continue }
      }
      // The bifactor criteria are flat: where GPArotation stopped short of our value its loadings are off by the root of
      // the difference.
      let short = key.hasPrefix("bi") ? max(0, (reference.number("value") ?? 0) - (value ?? 0)) : 0
      let tolerance = 1e-5 + 20 * short.squareRoot()
      let far = distance(fit.loadings, reference.matrix("loadings"))
      #expect(far < tolerance, "\(name) \(key): \(far)")
      if fit.isOblique {
        let phi = reference.matrix("phi")
        for r in 0..<k {
          for s in 0..<r { #expect(abs(fit.factorCorrelations[r, s] - phi[r][s]) < tolerance, "\(name) \(key)") }
        }
      }
    }
  }

  private func rotation(_ key: String, _ reference: Results) -> Rotation {
    switch key {
    case "promax_plain": Rotation(.promax, promaxTarget: .plain)
    case "promax_normalized": Rotation(.promax, promaxTarget: .normalized)
    case "promax_spss": Rotation(.promax, promaxTarget: .spss)
    case "oblimin_half": Rotation(.oblimin, gamma: -0.5)
    case "target":
      Rotation(.target, target: reference.matrix("free").map { $0.map { $0 == 1 ? nil : 0 } })
    default: Rotation(Rotation.Criterion(rawValue: key)!)
    }
  }

  @Test(arguments: Reference.sets) func `fit follows the stated formulas`(name: String) throws {
    let (input, k, results) = try Reference.set(name)
    let fit = try FactorAnalysis(factors: k, rotation: Rotation(.none)).fit(to: input)
    guard fit.heywoodItems.isEmpty else { return }
    let statistics = fit.statistics
    let reference = results["fit"]
    func agree(_ value: Double?, _ key: String, _ tolerance: Double = 1e-6) {
      guard let expected = reference.number(key), let value else { return }
      #expect(abs(value - expected) <= tolerance * max(1, abs(expected)), "\(name) \(key): \(value) \(expected)")
    }
    #expect(statistics.degreesOfFreedom == Int(reference.number("df")!))
    agree(statistics.chiSquared, "chi_squared")
    agree(statistics.pValue, "p_value")
    agree(statistics.rmsea, "rmsea")
    agree(statistics.rmseaLow, "rmsea_low", 1e-5)
    agree(statistics.rmseaHigh, "rmsea_high", 1e-5)
    agree(statistics.tli, "tli")
    agree(statistics.rmsr, "rmsr")
    agree(statistics.bic, "bic")
    // psych's own, from the same loadings; its TLI is another formula.
    agree(statistics.chiSquared, "psych_chi")
    agree(statistics.rmsr, "psych_rms")
    agree(statistics.bic, "psych_bic")
  }

  @Test(arguments: Reference.sets) func `suitability and minimum average partial agree with psych`(name: String) throws
  {
    let (input, _, results) = try Reference.set(name)
    let suitability = try Suitability(input)
    let reference = results["suitability"]
    #expect(abs(suitability.kmo - reference.number("kmo")!) < 1e-9)
    #expect(distance(suitability.itemKMO, reference.numbers("items")) < 1e-9)
    #expect(abs(suitability.bartlett! / reference.number("bartlett")! - 1) < 1e-9)
    #expect(suitability.bartlettDegreesOfFreedom == Int(reference.number("df")!))
    #expect(abs(suitability.determinant / reference.number("determinant")! - 1) < 1e-8)
    // psych's averages begin with one component; ours may say 0.
    let map = results.numbers("map")
    let rule = FactorCount(input, replicates: 0).rules.first { $0.name == "map" }!
    let best = map.indices.min { map[$0] < map[$1] }! + 1
    if rule.factors! > 0 { #expect(rule.factors == best) }
  }

  @Test(arguments: Reference.sets) func `weights of factor scores agree with psych`(name: String) throws {
    let (input, k, results) = try Reference.set(name)
    let fit = try FactorAnalysis(factors: k, starts: 20).fit(to: input)
    guard distance(fit.loadings, results["rotations"]["oblimin"].matrix("loadings")) < 1e-5 else { return }
    for (method, tolerance) in [
      (FactorScores.Method.regression, 1e-4), (.tenBerge, 1e-4), (.bartlett, 1e-4),
    ] {
      let scores = try FactorScores(fit, method: method)
      let far = distance(scores.weights, results["scores"].matrix(method.rawValue))
      if method != .bartlett || fit.heywoodItems.isEmpty { #expect(far < tolerance, "\(name) \(method): \(far)") }
    }
  }

  /// lavaan differentiates its rotation numerically: with its tolerances 1e-6 and 1e-7 its own errors differ by up to 4e-4.
  @Test func `standard errors of loadings agree with lavaan`() throws {
    let (input, k, _) = try Reference.set("holzinger")
    let lavaan = Results(try Reference.json()["lavaan"] as? [String: Any] ?? [:])
    for (key, rotation) in [
      ("oblimin", Rotation(.oblimin)), ("geomin", Rotation(.geomin)), ("quartimax", Rotation(.quartimax)),
      ("varimax", Rotation(.varimax, isNormalized: false)),
    ] {
      let fit = try FactorAnalysis(factors: k, extraction: .maximumLikelihood, rotation: rotation).fit(to: input)
      let errors = try #require(fit.loadingErrors)
      let theirs = lavaan[key].matrix("loadings")
      let theirErrors = lavaan[key].matrix("errors")
      for j in 0..<k {
        // lavaan keeps an order and signs of its own.
        let match = (0..<k).min { far($0) < far($1) }!
        func far(_ c: Int) -> Double {
          min(
            (0..<9).reduce(0) { max($0, abs(fit.loadings[$1, j] - theirs[$1][c])) },
            (0..<9).reduce(0) { max($0, abs(fit.loadings[$1, j] + theirs[$1][c])) })
        }
        #expect(far(match) < 1e-4, "\(key)")
        for i in 0..<9 { #expect(abs(errors[i, j] - theirErrors[i][match]) < 5e-4, "\(key) \(i) \(j)") }
      }
    }
  }
}
