package onegrid.merge;

import java.util.Arrays;

/**
 * Undoes, in one tile, the slow drift of a layer that was drawn off by a few metres, here this way
 * and there that way. Where its edges demonstrably draw accepted lines, the offset is known across
 * the line; the displacement of a place is what fits the offsets around it best, so that borders
 * which nobody stronger drew follow those beside them that somebody did.
 *
 * <p>Each offset tells one direction only. Around every place both components are found together,
 * by least squares over the edges within a radius, nearer and longer ones counting more; a ridge
 * keeps places with little around them where they are. Narrower passes fit what those before left.
 *
 * <p>Depends on nothing but differences of coordinates and the order of edges, which is that of the
 * drawing. Cost: one search for the nearest line for each edge and pass.
 */
final class RubberSheet {
  /**
   * These three, and how near and how parallel an edge must be, found the most units again among
   * some ten choices, on one district at twice the usual noise; others confirmed it.
   */
  private static final double[] RADII_CELLS = {14_000, 10_000, 7000};

  /** An edge of this length weighs one. */
  private static final double UNIT_CELLS = 2000;

  private static final double SHORTEST_CELLS = 300;
  private static final double HEAVIEST = 3;

  /** An edge draws a line that lies within this share of the tolerance … */
  private static final double NEAR = 0.6;

  /** … and runs at an angle of at most this sine to it. */
  private static final double PARALLEL = 0.2;

  /** Weighs against a displacement as so many edges that show none. */
  private static final double RIDGE = 0.3;

  private final AcceptedNet net;
  private final double tolerance;

  /** Places as displaced so far. */
  final int[] x;

  final int[] y;

  private double[] middleX = new double[64];
  private double[] middleY = new double[64];
  private double[] normalX = new double[64];
  private double[] normalY = new double[64];
  private double[] offset = new double[64];
  private double[] weight = new double[64];
  private int count;

  private RubberSheet(AcceptedNet net, PointTable drawn, double tolerance) {
    this.net = net;
    this.tolerance = tolerance;
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
    RubberSheet sheet = new RubberSheet(net, drawn, tolerance);
    for (double radius : RADII_CELLS) {
      sheet.measure(edges);
      if (sheet.count == 0) {
        break;
      }
      sheet.displace(drawn, limits, radius);
    }
    return sheet;
  }

  /** Places as drawn: for a layer without a drift worth undoing. */
  static RubberSheet flat(AcceptedNet net, PointTable drawn) {
    return new RubberSheet(net, drawn, 0);
  }

  private void measure(EdgeSet edges) {
    count = 0;
    for (int e = 0; e < edges.size(); e++) {
      CallOff.check();
      int a = edges.a[e];
      int b = edges.b[e];
      double length = Exact.distance(x[a], y[a], x[b], y[b]);
      if (length < SHORTEST_CELLS) {
        continue;
      }
      double mx = (x[a] + (double) x[b]) / 2;
      double my = (y[a] + (double) y[b]) / 2;
      int line = net.nearest(mx, my, NEAR * tolerance);
      if (line >= 0) {
        compare(mx, my, x[b] - (double) x[a], y[b] - (double) y[a], length, line);
      }
    }
  }

  private void compare(double mx, double my, double ex, double ey, double length, int line) {
    int p = net.start(line);
    int q = net.end(line);
    double lx = (double) net.points.x(q) - net.points.x(p);
    double ly = (double) net.points.y(q) - net.points.y(p);
    double lineLength = Math.sqrt(lx * lx + ly * ly);
    double ox = mx - net.points.x(p);
    double oy = my - net.points.y(p);
    double along = (ox * lx + oy * ly) / lineLength;
    boolean beside = along >= 0 && along <= lineLength;
    if (!beside || Math.abs(ex * ly - ey * lx) > PARALLEL * length * lineLength) {
      return;
    }
    if (count == offset.length) {
      grow();
    }
    middleX[count] = mx;
    middleY[count] = my;
    normalX[count] = -ly / lineLength;
    normalY[count] = lx / lineLength;
    offset[count] = ox * normalX[count] + oy * normalY[count];
    weight[count++] = Math.min(HEAVIEST, length / UNIT_CELLS);
  }

  private void grow() {
    int size = count * 2;
    middleX = Arrays.copyOf(middleX, size);
    middleY = Arrays.copyOf(middleY, size);
    normalX = Arrays.copyOf(normalX, size);
    normalY = Arrays.copyOf(normalY, size);
    offset = Arrays.copyOf(offset, size);
    weight = Arrays.copyOf(weight, size);
  }

  private void displace(PointTable drawn, double[] limits, double radius) {
    Buckets buckets = new Buckets(radius);
    for (int p = 0; p < x.length; p++) {
      CallOff.check();
      buckets.fit(x[p], y[p]);
      double dx = x[p] - buckets.east - drawn.x(p);
      double dy = y[p] - buckets.north - drawn.y(p);
      double most = limits[p];
      double d = Math.sqrt(dx * dx + dy * dy);
      double share = d > most ? most / d : 1;
      x[p] = drawn.x(p) + (int) Math.floor(share * dx + 0.5);
      y[p] = drawn.y(p) + (int) Math.floor(share * dy + 0.5);
    }
  }

  /** The edges that were compared, by square buckets as wide as the radius. */
  private final class Buckets {
    private final double radius;
    private final double width;
    private double minX = Double.POSITIVE_INFINITY;
    private double minY = Double.POSITIVE_INFINITY;
    private final int columns;
    private final int rows;
    private final int[] start;
    private final int[] items;

    /** The displacement at the place asked for last. */
    double east;

    double north;

    Buckets(double radius) {
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < count; i++) {
        minX = Math.min(minX, middleX[i]);
        minY = Math.min(minY, middleY[i]);
        maxX = Math.max(maxX, middleX[i]);
        maxY = Math.max(maxY, middleY[i]);
      }
      this.radius = radius;
      double wide = Math.max(radius, Math.max(maxX - minX, maxY - minY) / 1000);
      this.width = wide;
      columns = (int) ((maxX - minX) / wide) + 1;
      rows = (int) ((maxY - minY) / wide) + 1;
      start = new int[columns * rows + 1];
      for (int i = 0; i < count; i++) {
        start[at(i) + 1]++;
      }
      for (int i = 0; i < columns * rows; i++) {
        start[i + 1] += start[i];
      }
      items = new int[count];
      int[] fill = Arrays.copyOf(start, columns * rows);
      for (int i = 0; i < count; i++) {
        items[fill[at(i)]++] = i;
      }
    }

    private int at(int i) {
      return (int) ((middleY[i] - minY) / width) * columns + (int) ((middleX[i] - minX) / width);
    }

    void fit(int px, int py) {
      double xx = RIDGE;
      double xy = 0;
      double yy = RIDGE;
      double xd = 0;
      double yd = 0;
      int column = (int) Math.floor((px - minX) / width);
      int row = (int) Math.floor((py - minY) / width);
      int c0 = Math.max(0, column - 1);
      int c1 = Math.min(columns - 1, column + 1);
      for (int r = Math.max(0, row - 1); c0 <= c1 && r <= Math.min(rows - 1, row + 1); r++) {
        for (int k = start[r * columns + c0]; k < start[r * columns + c1 + 1]; k++) {
          int i = items[k];
          double dx = middleX[i] - px;
          double dy = middleY[i] - py;
          double u = 1 - (dx * dx + dy * dy) / (radius * radius);
          if (u > 0) {
            double w = weight[i] * u * u;
            xx += w * normalX[i] * normalX[i];
            xy += w * normalX[i] * normalY[i];
            yy += w * normalY[i] * normalY[i];
            xd += w * normalX[i] * offset[i];
            yd += w * normalY[i] * offset[i];
          }
        }
      }
      double det = xx * yy - xy * xy;
      east = (yy * xd - xy * yd) / det;
      north = (xx * yd - xy * xd) / det;
    }
  }
}
