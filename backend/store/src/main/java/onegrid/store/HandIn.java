package onegrid.store;

/**
 * How a layer came in.
 *
 * @param department the department it was handed in for, empty when nobody said
 * @param digest SHA-256 of the files and of what was said about them, empty when it came otherwise
 */
public record HandIn(String department, String digest) {
  public static final HandIn NONE = new HandIn("", "");
}
