package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/** Moves a closed ring inwards, each stretch by its own distance, vertex by vertex. */
final class Inset {
  /** Sharper corners than this are cut instead of drawn out. */
  private static final double LEAST_SINE = 0.2;

  private Inset() {}

  /**
   * @param ring closed, its inside on the left
   * @param metres how far each stretch moves; stretch i runs from vertex i to vertex i + 1
   */
  static Coordinate[] of(Coordinate[] ring, double[] metres) {
    int n = ring.length - 1;
    Coordinate[] inset = new Coordinate[ring.length];
    for (int i = 0; i < n; i++) {
      int before = (i + n - 1) % n;
      inset[i] = corner(ring[before], ring[i], ring[i + 1], metres[before], metres[i]);
    }
    inset[n] = new Coordinate(inset[0]);
    return inset;
  }

  private static Coordinate corner(
      Coordinate a, Coordinate b, Coordinate c, double before, double after) {
    double ux = b.x - a.x;
    double uy = b.y - a.y;
    double u = Math.sqrt(ux * ux + uy * uy);
    double vx = c.x - b.x;
    double vy = c.y - b.y;
    double v = Math.sqrt(vx * vx + vy * vy);
    ux /= u;
    uy /= u;
    vx /= v;
    vy /= v;
    double sine = ux * vy - uy * vx;
    if (Math.abs(sine) < LEAST_SINE) {
      double wide = Math.max(before, after);
      return Shapes.at(b.x - wide * (uy + vy) / 2, b.y + wide * (ux + vx) / 2);
    }
    // Where the two moved stretches meet.
    double px = b.x - before * uy;
    double py = b.y + before * ux;
    double qx = b.x - after * vy;
    double qy = b.y + after * vx;
    double t = ((qx - px) * vy - (qy - py) * vx) / sine;
    return Shapes.at(px + t * ux, py + t * uy);
  }
}
