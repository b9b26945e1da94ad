import Mainspring

let study = try Study(path: CommandLine.arguments.dropFirst().first ?? "webshop")
let result = try study.drivers()
for group in result.groups {
  for outcome in group.drivers.outcomes {
    for (player, driver) in zip(group.drivers.players, outcome.methods[0].drivers) {
      print("\(outcome.outcome.title) ← \(player.title): \(driver.share.value ?? 0)")
    }
  }
}
let document = DriverDocuments.drivers(result.groups, title: result.title, run: result.run, notes: result.notes)
print(TextRenderer(unicode: true, color: false).render(document.brief.document))
