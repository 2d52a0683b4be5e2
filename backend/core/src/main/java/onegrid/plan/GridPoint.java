package onegrid.plan;

import onegrid.finding.Spot;
import onegrid.geo.LocalFrame;

/**
 * A point of the grid, in whole centimetres of the plan's frame.
 *
 * @param x cells east
 * @param y cells north
 */
public record GridPoint(int x, int y) implements Comparable<GridPoint> {

  public GridPoint {
    if (Math.abs((long) x) >= LocalFrame.LIMIT_CELLS
        || Math.abs((long) y) >= LocalFrame.LIMIT_CELLS) {
      throw new IllegalArgumentException("point outside the frame: " + x + " " + y);
    }
  }

  /** The same place in metres. */
  public Spot spot() {
    return new Spot(LocalFrame.toMetres(x), LocalFrame.toMetres(y));
  }

  @Override
  public int compareTo(GridPoint other) {
    return x != other.x ? Integer.compare(x, other.x) : Integer.compare(y, other.y);
  }
}
