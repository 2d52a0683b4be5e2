package onegrid.mosaic;

import org.locationtech.jts.geom.LineString;

/**
 * A border between two faces, from junction to junction.
 *
 * @param line its vertices in metres on the 1 cm grid; closed for a ring without junctions
 * @param left index of the unit on its left, or {@link #OUTSIDE}
 * @param right index of the unit on its right, or {@link #OUTSIDE}
 * @param drawnBy one bit for each layer that drew it, bit 0 for the area layer, bit k for layer k -
 *     1; and {@link #PROTECTED}
 */
public record Arc(LineString line, int left, int right, long drawnBy) {

  /** No unit on this side. */
  public static final int OUTSIDE = -1;

  /** The bit of borders that were declared protected: the last one, which no layer has. */
  public static final long PROTECTED = 1L << 63;

  /** Whether any of it lies on a line that was declared never to move. */
  public boolean isProtected() {
    return (drawnBy & PROTECTED) != 0;
  }

  /** Whether this is a border of the area layer, which nothing may move. */
  public boolean isAreaBorder() {
    return (drawnBy & 1) != 0;
  }
}
