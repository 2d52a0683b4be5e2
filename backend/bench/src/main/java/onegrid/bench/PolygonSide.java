package onegrid.bench;

import com.graphhopper.isochrone.algorithm.ContourBuilder;
import com.graphhopper.isochrone.algorithm.JTSTriangulator;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.isochrone.algorithm.Triangulator;
import com.graphhopper.routing.RouterConfig;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.Snap;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How it is usually done: one isochrone polygon a station, as GraphHopper's web service draws it,
 * and every building asked whether it lies in one of them.
 */
final class PolygonSide {
  private static final double LIMIT_METRES = 720;

  /** How far beyond the limit the web service of GraphHopper walks to have something to contour. */
  private static final double MARGIN_METRES = 200;

  final BitSet covered = new BitSet();
  int failed;

  private PolygonSide() {}

  /** The buildings as the index that all stations ask. */
  static STRtree index(double[] lonLat) {
    STRtree tree = new STRtree();
    for (int i = 0; i < lonLat.length / 2; i++) {
      tree.insert(new Envelope(new Coordinate(lonLat[i * 2], lonLat[i * 2 + 1])), i);
    }
    tree.build();
    return tree;
  }

  static PolygonSide of(
      BaseGraph graph, Weighting weighting, Snap[] doors, STRtree buildings, double[] lonLat) {
    PolygonSide side = new PolygonSide();
    for (Snap door : doors) {
      if (door.isValid()) {
        side.add(graph, weighting, door, buildings, lonLat);
      }
    }
    return side;
  }

  private void add(
      BaseGraph graph, Weighting weighting, Snap door, STRtree buildings, double[] lonLat) {
    Geometry area;
    try {
      area = area(graph, weighting, door);
    } catch (RuntimeException e) {
      // It says so of stations with few nodes around: "Too few points found".
      failed++;
      return;
    }
    if (area.isEmpty()) {
      return;
    }
    IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(area);
    for (Object found : (List<?>) buildings.query(area.getEnvelopeInternal())) {
      int b = (Integer) found;
      if (!covered.get(b)
          && locator.locate(new Coordinate(lonLat[b * 2], lonLat[b * 2 + 1]))
              != Location.EXTERIOR) {
        covered.set(b);
      }
    }
  }

  private static Geometry area(BaseGraph graph, Weighting weighting, Snap door) {
    QueryGraph query = QueryGraph.create(graph, door);
    ShortestPathTree tree =
        new ShortestPathTree(query, query.wrapWeighting(weighting), true, TraversalMode.NODE_BASED);
    tree.setDistanceLimit(LIMIT_METRES + MARGIN_METRES);
    Triangulator.Result net =
        new JTSTriangulator(new RouterConfig())
            .triangulate(door, query, tree, label -> label.distance, 0);
    return new ContourBuilder(net.triangulation).computeIsoline(LIMIT_METRES, net.seedEdges);
  }
}
