package onegrid.merge;

/** Cuts the plane along segments as drawn, without any conflation. */
final class PlaneCut {
  private final PointTable points = new PointTable();
  private final IntList ends = new IntList(1024);
  private final IntList owners = new IntList(512);
  private final int[] box = {
    Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE,
  };

  /** Adds a segment of the boundary of a piece. */
  void add(int ax, int ay, int bx, int by, int piece) {
    if (ax == bx && ay == by) {
      return;
    }
    ends.add(points.add(ax, ay));
    ends.add(points.add(bx, by));
    owners.add(piece);
    box[0] = Math.min(box[0], Math.min(ax, bx));
    box[1] = Math.min(box[1], Math.min(ay, by));
    box[2] = Math.max(box[2], Math.max(ax, bx));
    box[3] = Math.max(box[3], Math.max(ay, by));
  }

  /**
   * The faces between the segments.
   *
   * @throws CrossingCount.TooManyCrossings if there are more crossings than the budget
   */
  Arrangement faces(long crossingBudget) {
    if (owners.size == 0) {
      return new Arrangement(new EdgeSet.Builder().build(), points);
    }
    double size = Math.max((double) box[2] - box[0], (double) box[3] - box[1]);
    AcceptedNet net = new AcceptedNet(points, box, (int) Math.max(2000, size / 1000 + 1));
    Stretches stretches = new Stretches();
    for (int i = 0; i < owners.size; i++) {
      int from = ends.get(2 * i);
      int to = ends.get(2 * i + 1);
      stretches.add(net.lineBetween(from, to), from, to, owners.get(i));
    }
    boolean[] live = new boolean[net.lines()];
    java.util.Arrays.fill(live, true);
    new Noding(net, live, crossingBudget).cut();
    EdgeSet.Builder edges = new EdgeSet.Builder();
    stretches.spellOut(net, edges);
    return new Arrangement(edges.build(), points);
  }
}
