package onegrid.walk;

import java.util.BitSet;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.geom.Envelope;

/** Nodes at which a way stops because the data does. */
final class DataEnds {
  /** A dead end this near the border of the data is taken for a cut. */
  private static final double NEAR_METRES = 30;

  private DataEnds() {}

  static BitSet of(NetworkArrays arrays, Optional<Envelope> extent) {
    BitSet ends = new BitSet();
    if (extent.isEmpty()) {
      return ends;
    }
    Envelope inside = new Envelope(extent.get());
    inside.expandBy(-NEAR_METRES);
    byte[] arms = new byte[arrays.nodeX.length];
    for (int e = 0; e < arrays.from.length; e++) {
      arms[arrays.from[e]] = (byte) Math.min(2, arms[arrays.from[e]] + 1);
      arms[arrays.to[e]] = (byte) Math.min(2, arms[arrays.to[e]] + 1);
    }
    for (int n = 0; n < arms.length; n++) {
      if (arms[n] < 2
          && !inside.contains(
              LocalFrame.toMetres(arrays.nodeX[n]), LocalFrame.toMetres(arrays.nodeY[n]))) {
        ends.set(n);
      }
    }
    return ends;
  }
}
