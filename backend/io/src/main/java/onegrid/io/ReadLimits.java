package onegrid.io;

/**
 * How much one file may hold. Whatever is beyond is refused before it is stored.
 *
 * @param bytes of the file, and of everything unpacked from it
 * @param entries in a zip
 * @param features in the file
 * @param vertices in the file
 * @param verticesOfFeature in one feature
 * @param nesting of brackets or of geometries
 * @param textLength of one value, in characters
 * @param lines whether lines are wanted too: ways to walk, where only areas and points would be
 *     read
 */
public record ReadLimits(
    long bytes,
    int entries,
    int features,
    int vertices,
    int verticesOfFeature,
    int nesting,
    int textLength,
    boolean lines) {

  /** Limits for areas and points. */
  public ReadLimits(
      long bytes,
      int entries,
      int features,
      int vertices,
      int verticesOfFeature,
      int nesting,
      int textLength) {
    this(bytes, entries, features, vertices, verticesOfFeature, nesting, textLength, false);
  }

  /** The same, reading lines too. */
  public ReadLimits withLines() {
    return new ReadLimits(
        bytes, entries, features, vertices, verticesOfFeature, nesting, textLength, true);
  }

  /** For people at a command line: a province's worth of one department. */
  public static final ReadLimits GENEROUS =
      new ReadLimits(2_000_000_000L, 10_000, 2_000_000, 40_000_000, 900_000, 64, 100_000);

  /** For uploads to a server: a district's worth, ten times over. */
  public static final ReadLimits UPLOAD =
      new ReadLimits(300_000_000L, 1_000, 200_000, 8_000_000, 500_000, 64, 20_000);

  /** No coordinate of any system that people use is further out, zone numbers included. */
  public static final double LARGEST_COORDINATE = 1e8;
}
