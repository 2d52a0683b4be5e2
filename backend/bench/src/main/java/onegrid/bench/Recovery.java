package onegrid.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onegrid.sample.TruthUnit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How well units agree with the true ones: a true unit is recovered where some unit shares more
 * than nine tenths of the ground that either holds.
 *
 * @param trueUnits how many there are in truth
 * @param units how many came out
 * @param missing true units that were not recovered
 * @param invented units that recover none
 */
record Recovery(int trueUnits, int units, int missing, int invented) {
  private static final double LEAST_SHARED = 0.9;

  double inflation() {
    return units / (double) trueUnits;
  }

  double recovered() {
    return 1 - missing / (double) trueUnits;
  }

  /** Compares units with the truth. */
  static Recovery of(List<TruthUnit> truth, List<Polygon> units) {
    STRtree tree = new STRtree();
    for (int i = 0; i < units.size(); i++) {
      tree.insert(units.get(i).getEnvelopeInternal(), i);
    }
    Set<Integer> used = new HashSet<>();
    int missing = 0;
    for (TruthUnit unit : truth) {
      int found = recovering(unit.geometry(), units, tree);
      if (found < 0) {
        missing++;
      } else {
        used.add(found);
      }
    }
    return new Recovery(truth.size(), units.size(), missing, units.size() - used.size());
  }

  private static int recovering(Polygon truth, List<Polygon> units, STRtree tree) {
    Envelope box = truth.getEnvelopeInternal();
    double ground = truth.getArea();
    List<Integer> near = new ArrayList<>();
    for (Object found : tree.query(box)) {
      near.add((Integer) found);
    }
    for (int i : near) {
      Polygon unit = units.get(i);
      double other = unit.getArea();
      // Grounds of so different a size cannot share enough, whatever their shapes.
      if (Math.min(ground, other) > LEAST_SHARED * Math.max(ground, other)) {
        double common = OverlayNGRobust.overlay(truth, unit, OverlayNG.INTERSECTION).getArea();
        if (common > LEAST_SHARED * (ground + other - common)) {
          return i;
        }
      }
    }
    return -1;
  }
}
