extension DatePeriod {
  /// The period of each date.
  func map(_ dataset: Dataset, _ given: DateOrder?, in derivation: Derivation) throws -> Variable {
    let source = try derivation.source(dataset)
    let place = derivation.place(source.name)
    guard case .text(let codes, let categories) = source.values else {
      throw derivation.fault("'\(source.name)' holds numbers, not dates", "Write dates as 2024-05-01.", at: place)
    }
    let orders = given.map { [$0] } ?? DateOrder.allCases
    let fits = orders.filter { order in categories.allSatisfy { CivilDate($0, order) != nil } }
    guard let order = fits.first else {
      let bad = categories.first { text in !orders.contains { CivilDate(text, $0) != nil } } ?? categories[0]
      throw derivation.fault(
        "'\(Quotation.cut(bad))' of '\(source.name)' is no date", "Write dates as 2024-05-01.",
        at: place)
    }
    guard fits.count == 1 || categories.isEmpty else {
      throw derivation.fault(
        "the dates of '\(source.name)' ('\(categories[0])') may have the day or the month first",
        "Say which: \(rawValue)(\(source.name), dmy) or \(rawValue)(\(source.name), mdy).", at: place)
    }
    // A stretch that holds several dates is one category.
    var names: [String] = []
    let places = categories.map { text -> Int32 in
      let name = self.text(CivilDate(text, order)!)
      if let known = names.firstIndex(of: name) { return Int32(known) }
      names.append(name)
      return Int32(names.count - 1)
    }
    return Variable(
      name: derivation.variable.name,
      values: .text(codes: codes.map { $0 < 0 ? $0 : places[Int($0)] }, categories: names),
      missingReasons: source.missingReasons)
  }
}
