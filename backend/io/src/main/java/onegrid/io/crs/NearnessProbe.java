package onegrid.io.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Sets of points, and for each the share that lines passing by have come near. The points lie in a
 * grid of square cells, each cell a chain of its points.
 */
final class NearnessProbe {
  private static final double MOST_CELLS = 1e6;

  private final double nearMetres;
  private final List<double[]> sets;
  private final double[] points;
  private final boolean[] near;
  private final Envelope bounds = new Envelope();
  private final double cellMetres;
  private final int columns;
  private final int[] first;
  private final int[] next;

  /** Probes for sets of points; in each set x and y alternate. */
  NearnessProbe(double nearMetres, List<double[]> sets) {
    this.nearMetres = nearMetres;
    this.sets = List.copyOf(sets);
    this.points = new double[sets.stream().mapToInt(set -> set.length).sum()];
    int at = 0;
    for (double[] set : sets) {
      System.arraycopy(set, 0, points, at, set.length);
      at += set.length;
    }
    int count = points.length / 2;
    this.near = new boolean[count];
    for (int i = 0; i < count; i++) {
      bounds.expandToInclude(points[2 * i], points[2 * i + 1]);
    }
    this.cellMetres = Math.max(2 * nearMetres, Math.sqrt(bounds.getArea() / MOST_CELLS));
    this.columns = (int) (bounds.getWidth() / cellMetres) + 1;
    int rows = (int) (bounds.getHeight() / cellMetres) + 1;
    this.first = new int[columns * rows];
    this.next = new int[count];
    Arrays.fill(first, -1);
    for (int i = 0; i < count; i++) {
      int cell = row(points[2 * i + 1]) * columns + column(points[2 * i]);
      next[i] = first[cell];
      first[cell] = i;
    }
  }

  /** Lets the borders of a shape pass. */
  void pass(Geometry shape) {
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      CoordinateSequence at = ((LineString) line).getCoordinateSequence();
      for (int i = 1; i < at.size(); i++) {
        pass(at.getX(i - 1), at.getY(i - 1), at.getX(i), at.getY(i));
      }
    }
  }

  /** The share of each set that something came near, in the order of the sets. */
  List<Double> shares() {
    List<Double> shares = new ArrayList<>();
    int at = 0;
    for (double[] set : sets) {
      int marked = 0;
      for (int i = at; i < at + set.length / 2; i++) {
        marked += near[i] ? 1 : 0;
      }
      at += set.length / 2;
      shares.add(set.length == 0 ? 0.0 : 2.0 * marked / set.length);
    }
    return shares;
  }

  private void pass(double ax, double ay, double bx, double by) {
    double west = Math.max(Math.min(ax, bx) - nearMetres, bounds.getMinX());
    double east = Math.min(Math.max(ax, bx) + nearMetres, bounds.getMaxX());
    double south = Math.max(Math.min(ay, by) - nearMetres, bounds.getMinY());
    double north = Math.min(Math.max(ay, by) + nearMetres, bounds.getMaxY());
    if (west > east || south > north) {
      return;
    }
    for (int row = row(south); row <= row(north); row++) {
      for (int column = column(west); column <= column(east); column++) {
        for (int i = first[row * columns + column]; i >= 0; i = next[i]) {
          near[i] = near[i] || isNear(i, ax, ay, bx, by);
        }
      }
    }
  }

  private boolean isNear(int point, double ax, double ay, double bx, double by) {
    double px = points[2 * point] - ax;
    double py = points[2 * point + 1] - ay;
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : (px * dx + py * dy) / square;
    double share = Math.max(0, Math.min(1, along));
    double offX = px - share * dx;
    double offY = py - share * dy;
    return offX * offX + offY * offY <= nearMetres * nearMetres;
  }

  private int column(double x) {
    return (int) ((x - bounds.getMinX()) / cellMetres);
  }

  private int row(double y) {
    return (int) ((y - bounds.getMinY()) / cellMetres);
  }
}
