package onegrid.bench;

import static com.graphhopper.json.Statement.If;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.PMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.locationtech.jts.index.strtree.STRtree;

/** The same work by GraphHopper 11, its own way: snap, query graph, shortest-path tree. */
final class GraphHopperSide {
  private GraphHopperSide() {}

  private static GraphHopper load(Path osm, Path folder) {
    CustomModel walking =
        new CustomModel()
            .addToPriority(If("!foot_access", Statement.Op.MULTIPLY, "0"))
            .addToSpeed(If("true", Statement.Op.LIMIT, "4.32"));
    GraphHopper hopper = new GraphHopper();
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(folder.toString());
    hopper.setEncodedValuesString("foot_access, foot_average_speed");
    hopper.setProfiles(new Profile("foot").setCustomModel(walking));
    hopper.importOrLoad();
    return hopper;
  }

  static void importCold(Path osm) throws IOException {
    Path folder = Files.createTempDirectory("onegrid-bench-");
    double before = Clock.processCpuSeconds();
    long started = System.nanoTime();
    GraphHopper hopper = load(osm, folder);
    CoverageBench.row(
        "import, cold, GraphHopper",
        "%.2f s CPU, %.2f s wall, %d nodes, %d edges",
        Clock.processCpuSeconds() - before,
        (System.nanoTime() - started) / 1e9,
        hopper.getBaseGraph().getNodes(),
        hopper.getBaseGraph().getEdges());
    hopper.close();
    delete(folder);
  }

  static void measure(Path osm, double[] stations, double[] places) throws IOException {
    Path folder = Files.createTempDirectory("onegrid-bench-");
    double empty = Clock.heapMegabytes();
    GraphHopper hopper = load(osm, folder);
    CoverageBench.row("live heap, GraphHopper", "%.1f MB", Clock.heapMegabytes() - empty);
    BaseGraph graph = hopper.getBaseGraph();
    LocationIndex index = hopper.getLocationIndex();
    Weighting weighting = hopper.createWeighting(hopper.getProfile("foot"), new PMap());
    Clock.Took snap = Clock.median(1, 3, () -> snaps(index, places));
    CoverageBench.row(
        "snap a building, GraphHopper",
        "%.2f us CPU",
        snap.cpuMillis() * 1000 / (places.length / 2));
    Snap[] at = snaps(index, places);
    Snap[] doors = new Snap[stations.length / 2];
    // A query graph changes its snap, so every round gets fresh ones; that time does not count.
    Runnable ready = () -> System.arraycopy(snaps(index, stations), 0, doors, 0, doors.length);
    int[] base = new int[at.length];
    int[] adjacent = new int[at.length];
    float[] offset = new float[at.length];
    float[] rest = new float[at.length];
    for (int i = 0; i < at.length; i++) {
      if (at[i].isValid()) {
        var edge = at[i].getClosestEdge().detach(false);
        base[i] = edge.getBaseNode();
        adjacent[i] = edge.getAdjNode();
        double part = part(at[i]);
        offset[i] = (float) (edge.getDistance() * part + at[i].getQueryDistance());
        rest[i] = (float) (edge.getDistance() * (1 - part) + at[i].getQueryDistance());
      }
    }
    Clock.Took took =
        Clock.median(
            5, 11, ready, () -> nearest(graph, weighting, doors, at, base, adjacent, offset, rest));
    ready.run();
    double[] metres = nearest(graph, weighting, doors, at, base, adjacent, offset, rest);
    CoverageBench.row(
        "2,000 stations, nearest of " + at.length + " buildings, GraphHopper trees",
        "%.1f ms CPU, %.1f ms wall, %d covered",
        took.cpuMillis(),
        took.wallMillis(),
        Arrays.stream(metres).filter(m -> m <= 720).count());
    polygons(graph, weighting, ready, doors, places, metres);
    hopper.close();
    delete(folder);
  }

  private static void polygons(
      BaseGraph graph,
      Weighting weighting,
      Runnable ready,
      Snap[] doors,
      double[] places,
      double[] metres) {
    STRtree index = PolygonSide.index(places);
    Clock.Took took =
        Clock.median(1, 3, ready, () -> PolygonSide.of(graph, weighting, doors, index, places));
    ready.run();
    PolygonSide side = PolygonSide.of(graph, weighting, doors, index, places);
    int both = 0;
    int truth = 0;
    for (int i = 0; i < metres.length; i++) {
      boolean reached = metres[i] <= 720;
      truth += reached ? 1 : 0;
      both += reached && side.covered.get(i) ? 1 : 0;
    }
    CoverageBench.row(
        "2,000 stations, nearest by polygons and point in polygon, GraphHopper",
        "%.0f ms CPU, %.0f ms wall, precision %.3f, recall %.3f against its own trees, %d failed",
        took.cpuMillis(),
        took.wallMillis(),
        both / (double) side.covered.cardinality(),
        both / (double) truth,
        side.failed);
  }

  /** How far along its edge a snap lies, roughly: by the straight line between the ends. */
  private static double part(Snap snap) {
    var points = snap.getClosestEdge().fetchWayGeometry(com.graphhopper.util.FetchMode.ALL);
    double before = 0;
    double all = 0;
    for (int i = 1; i < points.size(); i++) {
      double length =
          Math.hypot(
              points.getLat(i) - points.getLat(i - 1), points.getLon(i) - points.getLon(i - 1));
      if (i <= snap.getWayIndex()) {
        before += length;
      }
      all += length;
    }
    return all == 0 ? 0 : Math.min(1, before / all);
  }

  private static Snap[] snaps(LocationIndex index, double[] lonLat) {
    Snap[] snaps = new Snap[lonLat.length / 2];
    for (int i = 0; i < snaps.length; i++) {
      snaps[i] = index.findClosest(lonLat[i * 2 + 1], lonLat[i * 2], EdgeFilter.ALL_EDGES);
    }
    return snaps;
  }

  /** One tree a station into one array of nodes, then every building from its edge's two ends. */
  private static double[] nearest(
      BaseGraph graph,
      Weighting weighting,
      Snap[] doors,
      Snap[] at,
      int[] base,
      int[] adjacent,
      float[] offset,
      float[] rest) {
    double[] best = new double[graph.getNodes()];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int s = 0; s < doors.length; s++) {
      if (!doors[s].isValid()) {
        continue;
      }
      QueryGraph query = QueryGraph.create(graph, doors[s]);
      ShortestPathTree tree =
          new ShortestPathTree(
              query, query.wrapWeighting(weighting), false, TraversalMode.NODE_BASED);
      tree.setDistanceLimit(720);
      int nodes = graph.getNodes();
      tree.search(
          doors[s].getClosestNode(),
          label -> {
            if (label.node < nodes && label.distance < best[label.node]) {
              best[label.node] = label.distance;
            }
          });
    }
    double[] metres = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      metres[i] =
          at[i].isValid()
              ? Math.min(best[base[i]] + offset[i], best[adjacent[i]] + rest[i])
              : Double.POSITIVE_INFINITY;
    }
    return metres;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
