package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/** Spoils a closed ring in one place; each method gives a new ring and leaves the old one alone. */
final class RingMistake {
  private RingMistake() {}

  /** Exchanges a vertex with the next: the border crosses itself. */
  static Coordinate[] bowTie(Coordinate[] ring, int at) {
    Coordinate[] spoilt = copy(ring, ring.length);
    Coordinate kept = spoilt[at];
    spoilt[at] = spoilt[at + 1];
    spoilt[at + 1] = kept;
    return spoilt;
  }

  /** The first vertex, from a wish on, whose exchange with the next makes a crossing; 0 if none. */
  static int bowTieAt(Coordinate[] ring, int wished) {
    int choices = ring.length - 3;
    for (int i = 0; i < choices; i++) {
      int at = 1 + (wished + i) % choices;
      Coordinate a = ring[at - 1];
      Coordinate b = ring[at];
      Coordinate c = ring[at + 1];
      Coordinate d = ring[at + 2];
      if (turn(a, c, b) * turn(a, c, d) < 0 && turn(b, d, a) * turn(b, d, c) < 0) {
        return at;
      }
    }
    return 0;
  }

  private static double turn(Coordinate a, Coordinate b, Coordinate p) {
    return (b.x - a.x) * (p.y - a.y) - (p.x - a.x) * (b.y - a.y);
  }

  /** Runs out and back along the same line. */
  static Coordinate[] spike(Coordinate[] ring, int at, double lengthMetres) {
    Coordinate out = outward(ring, at, lengthMetres);
    return insert(ring, at, out, new Coordinate(ring[at]));
  }

  /** Goes out, and comes back through the stretch before: a small loop. */
  static Coordinate[] loop(Coordinate[] ring, int at, double sizeMetres) {
    Coordinate before = ring[at - 1];
    double dx = ring[at].x - before.x;
    double dy = ring[at].y - before.y;
    // A little to the left of the middle of the stretch before, so inside.
    Coordinate back = Shapes.at(before.x + 0.5 * dx - 0.05 * dy, before.y + 0.5 * dy + 0.05 * dx);
    return insert(ring, at, outward(ring, at, sizeMetres), back);
  }

  static Coordinate[] repeatedPoint(Coordinate[] ring, int at) {
    return insert(ring, at, new Coordinate(ring[at]), new Coordinate(ring[at]));
  }

  /**
   * Moves a run of vertices sideways, outwards when the distance is positive: a strip along one
   * side is too much, or missing.
   */
  static Coordinate[] strip(Coordinate[] ring, int from, int count, double metres) {
    Coordinate[] spoilt = copy(ring, ring.length);
    int n = ring.length - 1;
    for (int i = 0; i < count; i++) {
      int a = (from + i) % n;
      spoilt[a] = outward(ring, a, metres);
    }
    spoilt[n] = new Coordinate(spoilt[0]);
    return spoilt;
  }

  /** Draws the ring anew with a smooth displacement of its own. */
  static Coordinate[] redraw(Coordinate[] ring, SmoothField field) {
    Coordinate[] drawn = new Coordinate[ring.length];
    for (int i = 0; i < ring.length - 1; i++) {
      drawn[i] =
          Shapes.at(
              ring[i].x + field.east(ring[i].x, ring[i].y),
              ring[i].y + field.north(ring[i].x, ring[i].y));
    }
    drawn[ring.length - 1] = new Coordinate(drawn[0]);
    return drawn;
  }

  /** A point beside a vertex, on the right of a ring's direction. */
  static Coordinate outward(Coordinate[] ring, int at, double metres) {
    int n = ring.length - 1;
    Coordinate before = ring[(at + n - 1) % n];
    Coordinate after = ring[(at + 1) % n];
    double dx = after.x - before.x;
    double dy = after.y - before.y;
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length == 0) {
      return new Coordinate(ring[at]);
    }
    return Shapes.at(ring[at].x + metres * dy / length, ring[at].y - metres * dx / length);
  }

  private static Coordinate[] insert(Coordinate[] ring, int after, Coordinate... more) {
    Coordinate[] longer = new Coordinate[ring.length + more.length];
    for (int i = 0; i <= after; i++) {
      longer[i] = new Coordinate(ring[i]);
    }
    System.arraycopy(more, 0, longer, after + 1, more.length);
    for (int i = after + 1; i < ring.length; i++) {
      longer[i + more.length] = new Coordinate(ring[i]);
    }
    return longer;
  }

  private static Coordinate[] copy(Coordinate[] ring, int length) {
    Coordinate[] copy = new Coordinate[length];
    for (int i = 0; i < length; i++) {
      copy[i] = new Coordinate(ring[i]);
    }
    return copy;
  }
}
