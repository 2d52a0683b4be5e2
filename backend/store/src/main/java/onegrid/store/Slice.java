package onegrid.store;

/**
 * Which rows of a list are wanted.
 *
 * @param limit at most so many, 1 to {@link #MOST}
 * @param offset after so many, from 0
 */
public record Slice(int limit, int offset) {

  /** No page is longer. */
  public static final int MOST = 1000;

  public Slice {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw new IllegalArgumentException("limit " + limit + ", offset " + offset);
    }
  }
}
