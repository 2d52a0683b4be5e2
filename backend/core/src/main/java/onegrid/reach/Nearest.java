package onegrid.reach;

/**
 * For each place the nearest station within the limit.
 *
 * @param costMm what the way costs in walking millimetres, or {@link #NONE}
 * @param station the station, or {@link #NONE}
 * @param walkedMm how long the way is; empty when it was not asked for
 */
@SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
public record Nearest(int[] costMm, int[] station, int[] walkedMm) {
  /** There is no station within the limit. */
  public static final int NONE = -1;
}
