package onegrid.walk;

/** Places along a Hilbert curve: what is close on the curve is close on the ground. */
public final class Hilbert {
  private static final int BITS = 20;

  private final long minX;
  private final long minY;
  private final int shift;

  /** A curve over a rectangle, in cells. */
  public Hilbert(int minX, int minY, int maxX, int maxY) {
    this.minX = minX;
    this.minY = minY;
    long span = Math.max((long) maxX - minX, (long) maxY - minY);
    this.shift = Math.max(0, 64 - Long.numberOfLeadingZeros(span) - BITS);
  }

  /** How far along the curve a place is: 40 bits, not negative. */
  public long at(int cellX, int cellY) {
    long x = (cellX - minX) >> shift;
    long y = (cellY - minY) >> shift;
    long d = 0;
    for (long s = 1L << (BITS - 1); s > 0; s >>= 1) {
      long rx = (x & s) > 0 ? 1 : 0;
      long ry = (y & s) > 0 ? 1 : 0;
      d += s * s * ((3 * rx) ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          x = (1L << BITS) - 1 - x;
          y = (1L << BITS) - 1 - y;
        }
        long swap = x;
        x = y;
        y = swap;
      }
    }
    return d;
  }
}
