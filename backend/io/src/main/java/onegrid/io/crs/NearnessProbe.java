package onegrid.io.crs;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;

/** Sets of points, and for each the share that lines passing by have come near. */
final class NearnessProbe {
  private final double nearMetres;
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final KdTree tree = new KdTree();

  private static final class Mark {
    final int set;
    boolean near;

    Mark(int set) {
      this.set = set;
    }
  }

  NearnessProbe(double nearMetres) {
    this.nearMetres = nearMetres;
  }

  /** Adds a set of points; x and y alternate. */
  void add(double[] points) {
    int set = sizes.size();
    sizes.add(points.length / 2);
    for (int i = 0; i + 1 < points.length; i += 2) {
      Mark mark = new Mark(set);
      marks.add(mark);
      tree.insert(new Coordinate(points[i], points[i + 1]), mark);
    }
  }

  int sets() {
    return sizes.size();
  }

  /** Lets the borders of a shape pass. */
  void pass(Geometry shape) {
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      pass(((LineString) line).getCoordinateSequence());
    }
  }

  /** The share of a set that something came near. */
  double share(int set) {
    long near = marks.stream().filter(mark -> mark.set == set && mark.near).count();
    return sizes.get(set) == 0 ? 0 : (double) near / sizes.get(set);
  }

  private void pass(CoordinateSequence line) {
    for (int i = 1; i < line.size(); i++) {
      Coordinate a = new Coordinate(line.getX(i - 1), line.getY(i - 1));
      Coordinate b = new Coordinate(line.getX(i), line.getY(i));
      Envelope around = new Envelope(a, b);
      around.expandBy(nearMetres);
      tree.query(around, node -> mark(node, a, b));
    }
  }

  private void mark(KdNode node, Coordinate a, Coordinate b) {
    Mark mark = (Mark) node.getData();
    if (!mark.near && Distance.pointToSegment(node.getCoordinate(), a, b) <= nearMetres) {
      mark.near = true;
    }
  }
}
