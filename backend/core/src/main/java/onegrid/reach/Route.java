package onegrid.reach;

/**
 * One way from a place to a station, for drawing.
 *
 * @param costMm what it costs, in walking millimetres
 * @param lengthMm how long it is
 * @param door the door of the station that it ends at, by its number among those asked about
 * @param xs east of each point from where the place's access leg ends to where that of the door
 *     begins, in cells
 * @param ys north of each point
 */
@SuppressWarnings("ArrayRecordComponent") // as the network keeps them
public record Route(int costMm, long lengthMm, int door, int[] xs, int[] ys) {
  public Route {
    if (xs.length != ys.length || xs.length == 0) {
      throw new IllegalArgumentException("not a way: " + xs.length + " and " + ys.length);
    }
  }
}
