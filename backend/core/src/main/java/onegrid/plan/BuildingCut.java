package onegrid.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether a border runs through a building, or a compound that is kept whole.
 *
 * <p>Along a wall is not through it: walls and borders were rounded to the grid each for itself, so
 * up to {@value #WALL_CELLS} cells deep is still along. Plain arithmetic of doubles, the same on
 * every machine.
 */
final class BuildingCut {
  /** Merging leads borders around buildings to this depth: see the law of whole buildings there. */
  private static final double WALL_CELLS = 3;

  private BuildingCut() {}

  /** Whether the segment a–b runs through the building. */
  static boolean cuts(WholeShape building, int ax, int ay, int bx, int by) {
    List<Double> crossings = new ArrayList<>();
    for (GridLine ring : building.rings()) {
      for (int i = 0; i + 1 < ring.size(); i++) {
        crossing(ring, i, ax, ay, bx, by, crossings);
      }
    }
    if (crossings.isEmpty() && !holds(building, ax, ay)) {
      return false;
    }
    crossings.add(0.0);
    crossings.add(1.0);
    Collections.sort(crossings);
    for (int i = 0; i + 1 < crossings.size(); i++) {
      double t = (crossings.get(i) + crossings.get(i + 1)) / 2;
      double x = ax + t * ((double) bx - ax);
      double y = ay + t * ((double) by - ay);
      if (holds(building, x, y) && depth(building, x, y) > WALL_CELLS) {
        return true;
      }
    }
    return false;
  }

  /** Where along a–b a wall crosses it, as a share of its length. */
  private static void crossing(
      GridLine ring, int i, double ax, double ay, double bx, double by, List<Double> crossings) {
    double dx = bx - ax;
    double dy = by - ay;
    double ex = (double) ring.x(i + 1) - ring.x(i);
    double ey = (double) ring.y(i + 1) - ring.y(i);
    double cross = dx * ey - dy * ex;
    if (cross == 0) {
      return;
    }
    double t = ((ring.x(i) - ax) * ey - (ring.y(i) - ay) * ex) / cross;
    double u = ((ring.x(i) - ax) * dy - (ring.y(i) - ay) * dx) / cross;
    if (t > 0 && t < 1 && u >= 0 && u <= 1) {
      crossings.add(t);
    }
  }

  private static boolean holds(WholeShape building, double x, double y) {
    boolean inside = false;
    for (GridLine ring : building.rings()) {
      for (int i = 0; i + 1 < ring.size(); i++) {
        double y1 = ring.y(i);
        double y2 = ring.y(i + 1);
        if ((y1 > y) != (y2 > y)) {
          double at = ring.x(i) + (y - y1) / (y2 - y1) * ((double) ring.x(i + 1) - ring.x(i));
          inside ^= x < at;
        }
      }
    }
    return inside;
  }

  /** How far the nearest wall is. */
  private static double depth(WholeShape building, double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (GridLine ring : building.rings()) {
      for (int i = 0; i + 1 < ring.size(); i++) {
        double dx = (double) ring.x(i + 1) - ring.x(i);
        double dy = (double) ring.y(i + 1) - ring.y(i);
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((x - ring.x(i)) * dx + (y - ring.y(i)) * dy) / length;
        t = Math.max(0, Math.min(1, t));
        double fx = x - ring.x(i) - t * dx;
        double fy = y - ring.y(i) - t * dy;
        nearest = Math.min(nearest, fx * fx + fy * fy);
      }
    }
    return Math.sqrt(nearest);
  }
}
