/// Why a setting cannot be what was given.
///
/// The raw value says what to give instead, as the end of a sentence that names the setting and what was given.
package enum SettingProblem: String, Error {
  case respondents = "the number of respondents must be above 1 and below 1e15"
  case replicates = "give a number of resamples from 0 to 10,000,000"
  case fewReplicates = "at least 40 resamples are needed for an interval; 1000 is usual"
  case imputations =
    "give a number of imputations from 2 to 1000; without it there are at least 20, and as many as are needed"
  case confidence = "give a share between 0 and 1, such as 0.95"
  case permutations = "give a number from 0 to 10,000,000"
  case drawnRespondents = "give a number from 1 to 5000000"
  case folds = "give at least 2 folds, or 0 for no cross-validation; 10 is usual"
  case smallestCell = "give a number of respondents from 1 to 1,000,000; 1 tells every count"
  case reliability = "give a number above 0 and at most 1, such as 0.8"
  case answeredShare = "give a share above 0 and at most 1, such as 0.5"
  case factors = "give a number from 1 up, or auto"
  case cut = "give a number between 0 and 1"
  case gamma = "give a number of at most 1, such as 0 or -0.5"
  case kappa = "give a power between 1 and 20; 4 is usual"
  case delta = "give a small number above 0, such as 0.01"
  case starts = "give a number from 1 to 10,000"
  case parallelSamples = "give a number of samples from 40 to 1,000,000, or 0 for none"
  case crosshair =
    "write mean, median, scale, or performance (0–100) and importance (a share of 1; stated importance 0–100), such as 70,0.25"
  case outsideMatrix =
    "that lies outside the matrix: performance is between 0 and 100; importance is a share between 0 and 1, stated importance 0 to 100"
  case pictureSide = "give a number of pixels from 240 to 8000; a page of 170 mm is 643"
  case palette =
    "there are blue-orange, okabe-ito, viridis and grey, or give two colours or more, such as #15487A,#B4510B"
  case font = "name a family of letters, such as Arial"

  /// What to give instead.
  package var advice: String { rawValue }
}
