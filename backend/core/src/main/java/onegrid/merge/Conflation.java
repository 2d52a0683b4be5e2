package onegrid.merge;

import java.util.Arrays;
import onegrid.geo.LocalFrame;

/**
 * Settles one layer on the lines that stronger layers left in a tile.
 *
 * <p>A drawn point goes to the nearest accepted line within the tolerance, else it stands. A drawn
 * segment between two settled points then follows the accepted lines between them, so that two
 * drawings of one street become the same steps of the same lines. What finds no line becomes one.
 *
 * <p>Segments settle in {@link SettlingOrder}, on what was accepted before them, those of the layer
 * itself included. A cell never settles on itself.
 */
final class Conflation {
  /** A point within this share of the tolerance of one that stands on the line becomes that one. */
  private static final double PULL = 0.25;

  private static final int LEAST_PULL_CELLS = 5;

  /** A layer of a smaller tolerance has no drift worth undoing. */
  private static final double LEAST_DRIFT_CELLS = 200;

  private final AcceptedNet net;
  private final NetPath path;
  private final Stretches stretches;
  private final IntList nearby = new IntList();

  Conflation(AcceptedNet net, Stretches stretches) {
    this.net = net;
    this.path = new NetPath(net);
    this.stretches = stretches;
  }

  /** How far points moved, in metres, in no order. */
  static final class Movements {
    double[] metres = new double[256];
    int count;

    /** Drift undone over so many points, before they moved: the sum and the most, in metres. */
    private double driftSum;

    private double driftMost;
    private int driftPoints;
    private int driftMatches;

    void add(double value) {
      if (count == metres.length) {
        metres = Arrays.copyOf(metres, count * 2);
      }
      metres[count++] = value;
    }

    void addDrift(PointTable drawn, RubberSheet sheet) {
      for (int p = 0; p < drawn.size(); p++) {
        double d =
            LocalFrame.CELL_METRES * Exact.distance(drawn.x(p), drawn.y(p), sheet.x[p], sheet.y[p]);
        driftSum += d;
        driftMost = Math.max(driftMost, d);
      }
      driftPoints += drawn.size();
      driftMatches += sheet.matches();
    }

    void addDrift(Movements other) {
      driftSum += other.driftSum;
      driftMost = Math.max(driftMost, other.driftMost);
      driftPoints += other.driftPoints;
      driftMatches += other.driftMatches;
    }

    DriftUndone drift() {
      return driftMatches == 0
          ? DriftUndone.NONE
          : new DriftUndone(driftMost, driftSum / driftPoints, driftMatches);
    }
  }

  /**
   * Settles the given segments of a layer.
   *
   * @param segments numbers of segments in the drawing, ascending
   * @param limits how far each point of the drawing may move at most, in cells; the tolerance where
   *     its cell is wide enough
   * @param firstPiece added to the drawing's piece numbers
   */
  void settle(
      Drawing drawing,
      int[] segments,
      double toleranceCells,
      PointLimits limits,
      int firstPiece,
      Movements movements) {
    new LayerRun(drawing, segments, toleranceCells, limits, firstPiece, movements).run();
  }

  private final class LayerRun {
    private final Drawing drawing;
    private final double tolerance;
    private final PointLimits limits;
    private final int firstPiece;
    private final Movements movements;

    /** Distinct drawn points, and where each settled; -1 for not yet. */
    private final PointTable drawn = new PointTable();

    private int[] settledAt = new int[0];
    private double[] limitOf = new double[0];

    /** Where the drawn points lie once the layer's drift is undone. */
    private RubberSheet sheet;

    /** Distinct segments between drawn points with the pieces that drew them. */
    private final EdgeSet drawnEdges;

    private LayerRun(
        Drawing drawing,
        int[] segments,
        double tolerance,
        PointLimits limits,
        int firstPiece,
        Movements movements) {
      this.drawing = drawing;
      this.tolerance = tolerance;
      this.limits = limits;
      this.firstPiece = firstPiece;
      this.movements = movements;
      this.drawnEdges = collect(segments);
      this.sheet = RubberSheet.flat(net, drawn);
    }

    private EdgeSet collect(int[] segments) {
      EdgeSet.Builder builder = new EdgeSet.Builder();
      int last = -1;
      int lastPoint = -1;
      for (int s : segments) {
        int next = drawing.next(s);
        int from = s == last ? lastPoint : point(s);
        last = next;
        lastPoint = point(next);
        builder.toggle(from, lastPoint, firstPiece + drawing.pieceAt(s));
      }
      settledAt = new int[drawn.size()];
      Arrays.fill(settledAt, -1);
      return builder.build();
    }

    private int point(int i) {
      int p = drawn.add(drawing.x[i], drawing.y[i]);
      if (p >= limitOf.length) {
        int old = limitOf.length;
        limitOf = Arrays.copyOf(limitOf, Math.max(64, old * 2));
        Arrays.fill(limitOf, old, limitOf.length, tolerance);
      }
      limitOf[p] = Math.min(limitOf[p], limits.cells(i));
      return p;
    }

    private void run() {
      sheet =
          tolerance >= LEAST_DRIFT_CELLS
              ? RubberSheet.of(net, drawn, drawnEdges, limitOf, tolerance)
              : RubberSheet.flat(net, drawn);
      movements.addDrift(drawn, sheet);
      for (IntList batch : SettlingOrder.of(drawn, drawnEdges)) {
        settleBatch(batch);
      }
    }

    /** Settles edges against what was accepted before them, then accepts what stands. */
    private void settleBatch(IntList batch) {
      for (int i = 0; i < batch.size; i++) {
        CallOff.check();
        settlePoint(drawnEdges.a[batch.get(i)]);
        settlePoint(drawnEdges.b[batch.get(i)]);
      }
      IntList standing = new IntList();
      for (int i = 0; i < batch.size; i++) {
        CallOff.check();
        follow(batch.get(i), standing);
      }
      for (int i = 0; i < standing.size; i += 3) {
        int from = standing.get(i);
        int to = standing.get(i + 1);
        int line = net.commonLine(from, to);
        if (line < 0) {
          line = net.accept(from, to);
        }
        addStretch(line, from, to, standing.get(i + 2));
      }
    }

    private void settlePoint(int p) {
      if (settledAt[p] >= 0) {
        return;
      }
      int x = sheet.x[p];
      int y = sheet.y[p];
      double left = limitOf[p] - Exact.distance(drawn.x(p), drawn.y(p), x, y);
      int line = net.nearest(x, y, limitOf[p]);
      if (line >= 0 && net.squaredDistance(line, x, y) > left * left) {
        // Undoing the drift and going to a line would be too much together: then only the latter.
        x = drawn.x(p);
        y = drawn.y(p);
        left = limitOf[p];
        line = net.nearest(x, y, left);
      }
      int at = line < 0 ? net.points.add(x, y) : pointOnLine(line, x, y, left);
      settledAt[p] = at;
      movements.add(
          LocalFrame.CELL_METRES
              * Exact.distance(drawn.x(p), drawn.y(p), net.points.x(at), net.points.y(at)));
    }

    private int pointOnLine(int line, int x, int y, double limit) {
      int a = net.start(line);
      int b = net.end(line);
      int ax = net.points.x(a);
      int ay = net.points.y(a);
      double dx = (double) net.points.x(b) - ax;
      double dy = (double) net.points.y(b) - ay;
      double t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      double qx = ax + t * dx;
      double qy = ay + t * dy;
      double pull = Math.max(LEAST_PULL_CELLS, limit * PULL);
      int best = -1;
      double bestDistance = pull;
      for (int i = 0; i < net.count(line); i++) {
        int p = net.pointOn(line, i);
        double d = Exact.distance(qx, qy, net.points.x(p), net.points.y(p));
        double moved = Exact.distance(x, y, net.points.x(p), net.points.y(p));
        if (d < bestDistance && (moved <= limit || d <= LEAST_PULL_CELLS)) {
          bestDistance = d;
          best = p;
        }
      }
      if (best < 0) {
        best = net.points.add((int) Math.floor(qx + 0.5), (int) Math.floor(qy + 0.5));
        net.setOn(line, best);
      }
      return best;
    }

    private void follow(int edge, IntList standing) {
      int p = drawnEdges.a[edge];
      int q = drawnEdges.b[edge];
      int from = settledAt[p];
      int to = settledAt[q];
      if (from == to) {
        return;
      }
      int ax = sheet.x[p];
      int ay = sheet.y[p];
      int bx = sheet.x[q];
      int by = sheet.y[q];
      if (followPath(from, to, ax, ay, bx, by, edge)) {
        return;
      }
      int at = from;
      IntList stops = stops(from, to, ax, ay, bx, by);
      for (int i = 0; i <= stops.size; i++) {
        int next = i == stops.size ? to : stops.get(i);
        if (next != at && !followPath(at, next, ax, ay, bx, by, edge)) {
          standing.add(at);
          standing.add(next);
          standing.add(edge);
        }
        at = next;
      }
    }

    private boolean followPath(int from, int to, int ax, int ay, int bx, int by, int edge) {
      if (!net.isOnNet(from)
          || !net.isOnNet(to)
          || !path.find(from, to, ax, ay, bx, by, tolerance)) {
        return false;
      }
      for (int i = 0; i < path.wayLines.size; i++) {
        addStretch(path.wayLines.get(i), path.wayPoints.get(i + 1), path.wayPoints.get(i), edge);
      }
      return true;
    }

    private void addStretch(int line, int from, int to, int edge) {
      for (int i = drawnEdges.start[edge]; i < drawnEdges.start[edge + 1]; i++) {
        stretches.add(line, from, to, drawnEdges.pieces[i]);
      }
    }

    /**
     * Accepted points that a long segment passes within the tolerance, in order: one for each place
     * where it passes some, the nearest.
     */
    private IntList stops(int from, int to, int ax, int ay, int bx, int by) {
      IntList stops = new IntList(4);
      double length = Exact.distance(ax, ay, bx, by);
      if (length < 2 * tolerance) {
        return stops;
      }
      net.near(
          Math.min(ax, bx) - tolerance,
          Math.min(ay, by) - tolerance,
          Math.max(ax, bx) + tolerance,
          Math.max(ay, by) + tolerance,
          nearby);
      IntList found = new IntList();
      for (int i = 0; i < nearby.size; i++) {
        int line = nearby.get(i);
        for (int k = 0; k < net.count(line); k++) {
          int p = net.pointOn(line, k);
          double along = alongSegment(p, ax, ay, bx, by, length);
          if (p != from
              && p != to
              && along > tolerance / 2
              && along < length - tolerance / 2
              && offSegment(p, ax, ay, bx, by, length) <= tolerance
              && !found.contains(p)) {
            found.add(p);
          }
        }
      }
      Integer[] order = Arrays.stream(found.toArray()).boxed().toArray(Integer[]::new);
      Arrays.sort(
          order,
          (p, q) -> {
            int c =
                Double.compare(
                    alongSegment(p, ax, ay, bx, by, length),
                    alongSegment(q, ax, ay, bx, by, length));
            c = c != 0 ? c : Integer.compare(net.points.x(p), net.points.x(q));
            return c != 0 ? c : Integer.compare(net.points.y(p), net.points.y(q));
          });
      for (int i = 0; i < order.length; ) {
        int best = order[i];
        int j = i + 1;
        while (j < order.length
            && alongSegment(order[j], ax, ay, bx, by, length)
                    - alongSegment(order[j - 1], ax, ay, bx, by, length)
                <= tolerance) {
          if (offSegment(order[j], ax, ay, bx, by, length)
              < offSegment(best, ax, ay, bx, by, length)) {
            best = order[j];
          }
          j++;
        }
        stops.add(best);
        i = j;
      }
      return stops;
    }

    private double alongSegment(int p, int ax, int ay, int bx, int by, double length) {
      return Exact.along(ax, ay, bx, by, net.points.x(p), net.points.y(p)) / length;
    }

    private double offSegment(int p, int ax, int ay, int bx, int by, double length) {
      return Math.abs(Exact.turn(ax, ay, bx, by, net.points.x(p), net.points.y(p))) / length;
    }
  }
}
