package onegrid.walk;

/**
 * A line that people on foot do not cross, on the ground: bridges and underpasses pass it.
 *
 * @param id its identity in the input
 * @param name what people call it, empty for none
 * @param kind what it is
 * @param xs east of each point, in cells
 * @param ys north of each point, in cells
 */
@SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
public record Barrier(String id, String name, BarrierKind kind, int[] xs, int[] ys) {
  public Barrier {
    if (xs.length != ys.length || xs.length < 2) {
      throw new IllegalArgumentException("not a line: " + id + ", " + xs.length + " points");
    }
    xs = xs.clone();
    ys = ys.clone();
  }

  @Override
  public int[] xs() {
    return xs.clone();
  }

  @Override
  public int[] ys() {
    return ys.clone();
  }
}
