extension StudySpecification {
  /// The missing codes of every column of the data.
  ///
  /// * `missingCodes` are for all columns, but `age=99` adds a code for one (or for a range or glob of them).
  /// * A list of its own in the codebook (`variables: {minutes: {missing: []}}`) replaces the common codes there.
  /// * Codes never apply to weights (replicate weights too), strata and clusters, but for those that are given for such a column by name.
  /// * A column with a scale *of its own* on which a code is an answer keeps that answer, with a note: a 9 is "don't
  ///   know" on a battery from 1 to 7 and an answer on a scale from 0 to 10.
  ///
  /// Throws `DataFault.missingCodeInsideScale` when a code lies inside the scale of the study or of a construct, or a
  /// column's own code inside its own scale; `.noSuchVariable` for codes of a column that is not there.
  public func missingRules(in names: [String]) throws -> MissingRules {
    let columns = Selection.Columns(names)
    var rules = MissingRules()
    var added: [String: [String]] = [:]
    for written in missingCodes {
      guard let (pattern, code) = Selection.assignment(written) else {
        rules.common.append(written)
        continue
      }
      for name in try Selection.resolve(Selection.split(pattern), in: names) { added[name, default: []].append(code) }
    }
    let common = rules.common.map { (written: $0, code: MissingCode($0)) }
    for scale in [scale] + constructs.map(\.scale) {
      guard let scale, let inside = common.first(where: { $0.code.overlaps(scale) }) else { continue }
      let construct = constructs.first { $0.scale == scale }
      throw inside.code.fault(inside: scale, of: construct?.name ?? "the drivers")
    }
    for name in [weights?.variable, strata] {
      if let name { rules.exempt.insert(try columns.exactly(name)) }
    }
    rules.exempt.formUnion(try SampleStages(self, columns: columns).clusters)
    rules.exempt.formUnion(try Selection.resolve(replicateWeights, in: names))
    for (name, entry) in variables.sorted(by: { $0.key < $1.key }) {
      let column = try columns.exactly(name)
      let own = entry.missing ?? []
      for code in (own + (added[column] ?? [])).map({ MissingCode($0) }) {
        if let scale = entry.scale, code.overlaps(scale) { throw code.fault(inside: scale, of: name) }
      }
      if entry.missing != nil {
        rules.own[column] = own
      } else if let scale = entry.scale, !rules.exempt.contains(column) {
        let answers = common.filter { $0.code.overlaps(scale) }.map(\.written)
        if answers.isEmpty { continue }
        rules.own[column] = rules.common.filter { !answers.contains($0) }
        rules.notes.append(
          MissingRules.ColumnNote(
            column: column,
            note: Note(
              .codeIsAnswer,
              "\(answers.joined(separator: ", ")) counts as an answer to '\(name)', whose own scale holds it.")))
      }
    }
    for (name, codes) in added { rules.own[name] = rules.codes(of: name) + codes }
    return rules
  }
}

extension MissingCode {
  fileprivate func fault(inside scale: RatingScale, of variable: String) -> DataFault {
    let code = numbers.map { max($0.lowerBound, scale.low) } ?? scale.low
    return DataFault.missingCodeInsideScale(code: code, variable: variable, low: scale.low, high: scale.high)
  }
}
