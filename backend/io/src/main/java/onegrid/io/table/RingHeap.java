package onegrid.io.table;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Shells and holes out of one heap of rings, as Shapefiles keep them: shells turn clockwise, holes
 * the other way. A hole goes to the smallest shell around it; one with no shell around it is a
 * shell that was drawn the wrong way.
 */
final class RingHeap {
  private RingHeap() {}

  static List<Polygon> sort(List<LinearRing> rings) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : rings) {
      boolean hole =
          rings.size() > 1
              && Orientation.isCCWArea(ring.getCoordinateSequence().toCoordinateArray());
      (hole ? holes : shells).add(ring);
    }
    if (shells.isEmpty()) {
      shells.addAll(holes);
      holes.clear();
    }
    List<List<LinearRing>> holesOf = new ArrayList<>();
    shells.forEach(shell -> holesOf.add(new ArrayList<>()));
    List<LinearRing> strays = new ArrayList<>();
    for (LinearRing hole : holes) {
      int home = home(hole, shells);
      if (home < 0) {
        strays.add(hole);
      } else {
        holesOf.get(home).add(hole);
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      polygons.add(
          shell.getFactory().createPolygon(shell, holesOf.get(i).toArray(new LinearRing[0])));
    }
    for (LinearRing stray : strays) {
      polygons.add(stray.getFactory().createPolygon(stray));
    }
    return polygons;
  }

  private static int home(LinearRing hole, List<LinearRing> shells) {
    int home = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      double size = shell.getEnvelopeInternal().getArea();
      if (size < smallest
          && shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal())
          && surrounds(shell, hole)) {
        home = i;
        smallest = size;
      }
    }
    return home;
  }

  private static boolean surrounds(LinearRing shell, LinearRing hole) {
    Coordinate[] around = shell.getCoordinates();
    Coordinate at = new Coordinate();
    for (int i = 0; i + 1 < hole.getNumPoints(); i++) {
      at.x = hole.getCoordinateSequence().getX(i);
      at.y = hole.getCoordinateSequence().getY(i);
      if (!PointLocation.isOnLine(at, around)) {
        return PointLocation.isInRing(at, around);
      }
    }
    return true;
  }
}
