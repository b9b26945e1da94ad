/// The program's version: in `--version` and in every JSON document.
public enum Version {
  public static let current = "0.1.0"
}
