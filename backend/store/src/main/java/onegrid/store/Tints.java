package onegrid.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Gives areas one of six tints, so that neighbours mostly differ. Same areas in the same order,
 * same tints.
 *
 * <p>One area after the other takes the tint that costs least among the neighbours that have one:
 * not always a proper colouring, but in linear time.
 */
final class Tints {
  static final int COUNT = 6;

  private final byte[] tints;
  private final double[] cost = new double[COUNT];

  private Tints(int areas) {
    tints = new byte[areas];
    Arrays.fill(tints, (byte) -1);
  }

  /** For areas as drawn: neighbours are those whose boxes overlap, by how much they do. */
  static byte[] byBoxes(List<Geometry> shapes) {
    STRtree index = new STRtree();
    Tints result = new Tints(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      index.insert(shapes.get(i).getEnvelopeInternal(), i);
    }
    for (int i = 0; i < shapes.size(); i++) {
      Envelope box = shapes.get(i).getEnvelopeInternal();
      result.begin(i);
      for (Object other : index.query(box)) {
        Envelope theirs = shapes.get((Integer) other).getEnvelopeInternal();
        result.neighbour((Integer) other, box.intersection(theirs).getArea());
      }
      result.choose(i);
    }
    return result.tints;
  }

  /** For the units of a mosaic: neighbours are those on the other side of an arc, by its length. */
  static byte[] byArcs(int units, List<MosaicArc> arcs) {
    List<List<MosaicArc>> around = new ArrayList<>(units);
    for (int i = 0; i < units; i++) {
      around.add(new ArrayList<>());
    }
    for (MosaicArc arc : arcs) {
      if (arc.left() >= 0 && arc.right() >= 0) {
        around.get(arc.left()).add(arc);
        around.get(arc.right()).add(arc);
      }
    }
    Tints result = new Tints(units);
    for (int i = 0; i < units; i++) {
      result.begin(i);
      for (MosaicArc arc : around.get(i)) {
        result.neighbour(arc.left() == i ? arc.right() : arc.left(), arc.line().getLength());
      }
      result.choose(i);
    }
    return result.tints;
  }

  /** Ties go to a tint that depends on the area's number, so that the first areas differ, too. */
  private void begin(int area) {
    Arrays.fill(cost, 0);
    cost[area % COUNT] = -Double.MIN_VALUE;
  }

  private void neighbour(int area, double weight) {
    if (tints[area] >= 0) {
      cost[tints[area]] += weight;
    }
  }

  private void choose(int area) {
    int best = 0;
    for (int tint = 1; tint < COUNT; tint++) {
      if (cost[tint] < cost[best]) {
        best = tint;
      }
    }
    tints[area] = (byte) best;
  }
}
