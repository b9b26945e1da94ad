import Rendering
import Simulation

/// The table of `simulate`.
enum PopulationColumns {
  /// `driver` is a place in `shares`.
  typealias PopulationRow = (wave: String?, shares: PopulationShares, driver: Int)

  static let population = TableDeclaration<PopulationRow>(
    "population", "Population", verb: "simulate"
  ) {
    Column("outcome", "Outcome", .text, "the outcome's name") { $0.shares.outcome }
    Column("driver", "Driver", .text, "the driver's name: a column, a construct or a group") {
      $0.shares.drivers[$0.driver]
    }
    Column("wave", "Wave", .text, "the wave the population is of; null without waves") { $0.wave }
    Column("importance", "Importance", .decimals(4), "the population's lmg") { $0.shares.importance[$0.driver] }
    Column("share", "Share", .percent(1), "importance / the sum over drivers") { $0.shares.shares[$0.driver] }
    Column("r_squared", "R²", .proportion(3), "the population's R²") { $0.shares.rSquared }
  }
}
