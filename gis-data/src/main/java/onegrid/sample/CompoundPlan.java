package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Age, kind, wall and gates of the parcels that are compounds. */
final class CompoundPlan {
  /** What stands before anyone lives there. */
  record Draft(
      int parcel,
      CompoundAge age,
      CompoundKind kind,
      boolean walled,
      Polygon geometry,
      List<GateSite> gates) {}

  /** A gate and the street vertex straight in front of it. */
  record GateSite(Coordinate gate, Coordinate street, int block) {}

  private final StreetNet net;
  private final ParcelPlan parcels;
  private final Outline outline;

  CompoundPlan(StreetNet net, ParcelPlan parcels) {
    this.net = net;
    this.parcels = parcels;
    this.outline = new Outline(net);
  }

  /** Marks the parcels of the newest compounds: those farther from the centre, by and large. */
  static boolean[] newest(StreetNet net, ParcelPlan parcels, int count, Warp warp, Dice dice) {
    boolean[] fresh = new boolean[parcels.use.length];
    Coordinate centre = warp.at(0, 0);
    double[] score = new double[parcels.use.length];
    double x = 0;
    double y = 0;
    for (Coordinate heart : net.heart) {
      x += (heart.x - centre.x) / net.heart.length;
      y += (heart.y - centre.y) / net.heart.length;
    }
    for (int parcel : parcels.parcelsOfCompounds) {
      Coordinate heart = net.heart[parcels.blocksOfParcel[parcel][0]];
      double dx = heart.x - centre.x - x;
      double dy = heart.y - centre.y - y;
      score[parcel] = Math.sqrt(dx * dx + dy * dy) * dice.between(0.3, 1.7);
    }
    Arrays.stream(parcels.parcelsOfCompounds)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(p -> -score[p]).thenComparing(p -> p))
        .limit(count)
        .forEach(p -> fresh[p] = true);
    return fresh;
  }

  List<Draft> drafts(boolean[] newParcel, Dice dice) {
    List<Draft> drafts = new ArrayList<>();
    for (int parcel : parcels.parcelsOfCompounds) {
      CompoundAge age = newParcel[parcel] ? CompoundAge.NEW : CompoundAge.OLD;
      boolean walled = dice.chance(age == CompoundAge.NEW ? 0.97 : 0.8);
      Outline.Face face = outline.faces(parcels.blocksOfParcel[parcel]).get(0);
      int[] sides = face.rings().get(0);
      Coordinate[] street = net.trace(sides, net);
      Coordinate[] wall = Inset.of(street, setbacks(sides, street.length));
      LinearRing[] holes = new LinearRing[face.rings().size() - 1];
      for (int i = 0; i < holes.length; i++) {
        int[] hole = face.rings().get(i + 1);
        Coordinate[] ring = net.trace(hole, net);
        holes[i] = Shapes.FACTORY.createLinearRing(Inset.of(ring, setbacks(hole, ring.length)));
      }
      Polygon polygon = Shapes.FACTORY.createPolygon(Shapes.FACTORY.createLinearRing(wall), holes);
      drafts.add(
          new Draft(
              parcel, age, kind(age, dice), walled, polygon, gates(sides, street, wall, dice)));
    }
    return drafts;
  }

  private static CompoundKind kind(CompoundAge age, Dice dice) {
    double chance = dice.unit();
    if (age == CompoundAge.NEW) {
      return chance < 0.66
          ? CompoundKind.COMMERCIAL
          : chance < 0.92 ? CompoundKind.RESETTLEMENT : CompoundKind.MIXED;
    }
    return chance < 0.5
        ? CompoundKind.STAFF
        : chance < 0.66
            ? CompoundKind.COMMERCIAL
            : chance < 0.8 ? CompoundKind.RESETTLEMENT : CompoundKind.MIXED;
  }

  private double[] setbacks(int[] sides, int vertices) {
    double[] metres = new double[vertices];
    int next = 0;
    for (int side : sides) {
      int edge = side >= 0 ? side : ~side;
      for (int i = 1; i < net.line(edge).length; i++) {
        metres[next++] = parcels.setbackMetres(edge);
      }
    }
    return metres;
  }

  /** One to three gates, each opposite an inner vertex of a street of its own where possible. */
  private List<GateSite> gates(int[] sides, Coordinate[] street, Coordinate[] wall, Dice dice) {
    List<int[]> candidates = new ArrayList<>();
    int vertex = 0;
    for (int side : sides) {
      int edge = side >= 0 ? side : ~side;
      int steps = net.line(edge).length - 1;
      boolean open = net.roadClass[edge] > 0 || parcels.isLane(edge);
      if (open && steps > 1) {
        candidates.add(new int[] {vertex + steps / 2, net.ownerOf(side)});
      }
      vertex += steps;
    }
    if (candidates.isEmpty()) {
      candidates.add(new int[] {0, net.ownerOf(sides[0])});
    }
    int wanted = Math.min(candidates.size(), 1 + dice.below(3));
    int[] order = IntStream.range(0, candidates.size()).toArray();
    dice.shuffle(order);
    List<GateSite> gates = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      int[] at = candidates.get(order[i]);
      gates.add(new GateSite(new Coordinate(wall[at[0]]), new Coordinate(street[at[0]]), at[1]));
    }
    return gates;
  }
}
