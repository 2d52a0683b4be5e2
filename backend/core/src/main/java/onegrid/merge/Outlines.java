package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Traces the polygons of groups of faces; the groups must be connected across edges. */
final class Outlines {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Arrangement map;
  private final int[] groupOf;
  private final boolean[] done;
  private final int[] placeInLoop;

  /** Traces sets of faces of a map, one after the other. */
  Outlines(Arrangement map) {
    this(map, new int[map.faces]);
    Arrays.fill(groupOf, -1);
  }

  private Outlines(Arrangement map, int[] groupOf) {
    this.map = map;
    this.groupOf = groupOf;
    this.done = new boolean[map.faceOf.length];
    this.placeInLoop = new int[map.points.size()];
    Arrays.fill(placeInLoop, -1);
  }

  /** One valid polygon for each group; faces of a negative group have none. */
  static Polygon[] trace(Arrangement map, int[] groupOf, int groups) {
    Outlines outlines = new Outlines(map, groupOf);
    List<List<Coordinate[]>> rings = emptyRings(groups);
    for (int h = 0; h < outlines.done.length; h++) {
      CallOff.check();
      outlines.start(h, rings);
    }
    return polygons(rings);
  }

  /** The polygons of a set of faces, which may lie apart. */
  List<Polygon> of(int[] faces) {
    for (int f : faces) {
      groupOf[f] = -2;
    }
    int groups = 0;
    for (int f : faces) {
      if (groupOf[f] == -2) {
        flood(f, groups++);
      }
    }
    List<List<Coordinate[]>> rings = emptyRings(groups);
    for (int f : faces) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        start(map.halves[i], rings);
      }
    }
    for (int f : faces) {
      groupOf[f] = -1;
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        done[map.halves[i]] = false;
      }
    }
    return List.of(polygons(rings));
  }

  private void flood(int from, int group) {
    IntList queue = new IntList();
    queue.add(from);
    groupOf[from] = group;
    for (int i = 0; i < queue.size; i++) {
      int g = queue.get(i);
      for (int k = map.halfStart[g]; k < map.halfStart[g + 1]; k++) {
        int other = map.otherFace(map.halves[k]);
        if (groupOf[other] == -2) {
          groupOf[other] = group;
          queue.add(other);
        }
      }
    }
  }

  private static List<List<Coordinate[]>> emptyRings(int groups) {
    List<List<Coordinate[]>> rings = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      rings.add(new ArrayList<>());
    }
    return rings;
  }

  private boolean isBoundary(int h) {
    return groupOf[map.faceOf[h]] != groupOf[map.otherFace(h)];
  }

  private void start(int h, List<List<Coordinate[]>> rings) {
    int group = groupOf[map.faceOf[h]];
    if (group >= 0 && !done[h] && isBoundary(h)) {
      walk(h, rings.get(group));
    }
  }

  /** Walks a boundary once around and cuts it into rings wherever it meets itself. */
  private void walk(int h0, List<Coordinate[]> rings) {
    IntList loop = new IntList();
    int h = h0;
    do {
      done[h] = true;
      int p = map.from(h);
      if (placeInLoop[p] >= 0) {
        rings.add(cutOff(loop, placeInLoop[p]));
      }
      placeInLoop[p] = loop.size;
      loop.add(p);
      h = nextBoundary(h);
    } while (h != h0);
    rings.add(cutOff(loop, 0));
  }

  private int nextBoundary(int h) {
    int next = map.clockwiseFrom(h ^ 1);
    while (!isBoundary(next)) {
      next = map.clockwiseFrom(next);
    }
    return next;
  }

  private Coordinate[] cutOff(IntList loop, int from) {
    Coordinate[] ring = new Coordinate[loop.size - from + 1];
    for (int i = from; i < loop.size; i++) {
      int p = loop.get(i);
      placeInLoop[p] = -1;
      ring[i - from] =
          new Coordinate(
              LocalFrame.toMetres(map.points.x(p)), LocalFrame.toMetres(map.points.y(p)));
    }
    ring[ring.length - 1] = ring[0].copy();
    loop.size = from;
    return ring;
  }

  private static Polygon[] polygons(List<List<Coordinate[]>> rings) {
    Polygon[] polygons = new Polygon[rings.size()];
    for (int g = 0; g < polygons.length; g++) {
      LinearRing shell = null;
      List<LinearRing> holes = new ArrayList<>();
      for (Coordinate[] ring : rings.get(g)) {
        canonical(ring);
        if (Orientation.isCCW(ring)) {
          if (shell != null) {
            throw new IllegalStateException("a group of faces in two parts at " + ring[0]);
          }
          shell = FACTORY.createLinearRing(ring);
        } else {
          holes.add(FACTORY.createLinearRing(ring));
        }
      }
      holes.sort((a, b) -> a.getCoordinate().compareTo(b.getCoordinate()));
      polygons[g] = FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
    }
    return polygons;
  }

  /** Turns a closed ring so that it starts at its lowest point. */
  private static void canonical(Coordinate[] ring) {
    int n = ring.length - 1;
    int low = 0;
    for (int i = 1; i < n; i++) {
      if (ring[i].compareTo(ring[low]) < 0) {
        low = i;
      }
    }
    Coordinate[] turned = new Coordinate[n];
    for (int i = 0; i < n; i++) {
      turned[i] = ring[(low + i) % n];
    }
    System.arraycopy(turned, 0, ring, 0, n);
    ring[n] = turned[0].copy();
  }
}
