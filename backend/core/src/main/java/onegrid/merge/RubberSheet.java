package onegrid.merge;

/**
 * Undoes, in one tile, the slow drift of a layer that was drawn off by a few metres, here this way
 * and there that way. Where its edges demonstrably draw accepted lines, the offset is known across
 * the line; where its corners are accepted corners, it is known in both directions. {@link
 * DriftField} makes a smooth displacement of that, so that borders which nobody stronger drew
 * follow those beside them that somebody did.
 *
 * <p>Each pass compares the drawing as displaced by the one before, and looks less far.
 *
 * <p>Depends on nothing but differences of coordinates and the order of edges, which is that of the
 * drawing. Cost: one search for the nearest line for each edge and pass, one for the nearest corner
 * for each corner and pass.
 */
final class RubberSheet {
  /** In each pass an edge draws a line, a corner is one, within this share of the tolerance. */
  private static final double[] REACH = {0.6, 0.45, 0.35};

  /** An edge of this length weighs one. */
  private static final double UNIT_CELLS = 2000;

  private static final double SHORTEST_CELLS = 300;
  private static final double HEAVIEST = 3;

  /** A corner weighs so much: nobody draws it in passing. */
  private static final double CORNER_WEIGHT = 1.5;

  /** An edge draws a line that runs at an angle of at most this sine to it. */
  private static final double PARALLEL = 0.2;

  private final AcceptedNet net;
  private final PointTable drawn;
  private final DriftSigns signs = new DriftSigns();

  /** Places as displaced so far. */
  final int[] x;

  final int[] y;

  private RubberSheet(AcceptedNet net, PointTable drawn) {
    this.net = net;
    this.drawn = drawn;
    this.x = new int[drawn.size()];
    this.y = new int[drawn.size()];
    for (int p = 0; p < x.length; p++) {
      x[p] = drawn.x(p);
      y[p] = drawn.y(p);
    }
  }

  /**
   * Places of drawn points once the drift is undone.
   *
   * @param limits how far each point may move at most, in cells
   */
  static RubberSheet of(
      AcceptedNet net, PointTable drawn, EdgeSet edges, double[] limits, double tolerance) {
    RubberSheet sheet = new RubberSheet(net, drawn);
    if (edges.size() == 0) {
      return sheet;
    }
    Corners corners = new Corners(net, drawn, edges);
    DriftField field = new DriftField(sheet.box(), tolerance);
    for (double reach : REACH) {
      sheet.signs.count = 0;
      sheet.compareEdges(edges, reach * tolerance);
      sheet.compareCorners(corners, reach * tolerance);
      if (sheet.signs.count == 0) {
        break;
      }
      field.fit(sheet.signs);
      sheet.displace(field, limits);
    }
    return sheet;
  }

  /** Places as drawn: for a layer without a drift worth undoing. */
  static RubberSheet flat(AcceptedNet net, PointTable drawn) {
    return new RubberSheet(net, drawn);
  }

  /** How many edges and corners told the drift. */
  int matches() {
    return signs.count;
  }

  private int[] box() {
    int[] box = {x[0], y[0], x[0], y[0]};
    for (int p = 1; p < x.length; p++) {
      box[0] = Math.min(box[0], x[p]);
      box[1] = Math.min(box[1], y[p]);
      box[2] = Math.max(box[2], x[p]);
      box[3] = Math.max(box[3], y[p]);
    }
    return box;
  }

  private void compareEdges(EdgeSet edges, double reach) {
    for (int e = 0; e < edges.size(); e++) {
      CallOff.check();
      int a = edges.a[e];
      int b = edges.b[e];
      double length = Exact.distance(x[a], y[a], x[b], y[b]);
      if (length >= SHORTEST_CELLS) {
        int line = net.nearest((x[a] + (double) x[b]) / 2, (y[a] + (double) y[b]) / 2, reach);
        if (line >= 0) {
          compare(a, b, length, line);
        }
      }
    }
  }

  private void compare(int a, int b, double length, int line) {
    int p = net.start(line);
    int q = net.end(line);
    double lx = (double) net.points.x(q) - net.points.x(p);
    double ly = (double) net.points.y(q) - net.points.y(p);
    double lineLength = Math.sqrt(lx * lx + ly * ly);
    double ox = (x[a] + (double) x[b]) / 2 - net.points.x(p);
    double oy = (y[a] + (double) y[b]) / 2 - net.points.y(p);
    double along = (ox * lx + oy * ly) / lineLength;
    double ex = x[b] - (double) x[a];
    double ey = y[b] - (double) y[a];
    if (along < 0
        || along > lineLength
        || Math.abs(ex * ly - ey * lx) > PARALLEL * length * lineLength) {
      return;
    }
    double mx = (drawn.x(a) + (double) drawn.x(b)) / 2;
    double my = (drawn.y(a) + (double) drawn.y(b)) / 2;
    double nx = -ly / lineLength;
    double ny = lx / lineLength;
    double off = (mx - net.points.x(p)) * nx + (my - net.points.y(p)) * ny;
    signs.add(mx, my, nx, ny, off, Math.min(HEAVIEST, length / UNIT_CELLS));
  }

  private void compareCorners(Corners corners, double reach) {
    for (int p : corners.drawn) {
      CallOff.check();
      int at = corners.nearest(x[p], y[p], reach);
      if (at >= 0) {
        int px = drawn.x(p);
        int py = drawn.y(p);
        signs.add(px, py, 1, 0, (double) px - net.points.x(at), CORNER_WEIGHT);
        signs.add(px, py, 0, 1, (double) py - net.points.y(at), CORNER_WEIGHT);
      }
    }
  }

  private void displace(DriftField field, double[] limits) {
    for (int p = 0; p < x.length; p++) {
      field.at(drawn.x(p), drawn.y(p));
      double d = Math.sqrt(field.east * field.east + field.north * field.north);
      double share = d > limits[p] ? limits[p] / d : 1;
      x[p] = drawn.x(p) + (int) Math.floor(0.5 - share * field.east);
      y[p] = drawn.y(p) + (int) Math.floor(0.5 - share * field.north);
    }
  }
}
