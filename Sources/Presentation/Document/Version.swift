/// The program's version: in `--version` and in every JSON document.
public enum Version {
  /// As `--version` and JSON have it.
  public static let current = "0.1.0"
}
