package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import onegrid.reach.Demand;
import onegrid.reach.Linker;
import onegrid.reach.Links;
import onegrid.reach.Nearest;
import onegrid.reach.Pairs;
import onegrid.reach.Reach;
import onegrid.reach.ReachGraph;
import onegrid.reach.Supply;
import onegrid.walk.WalkRules;

/**
 * Coverage, side by side with GraphHopper: {@code import FILE}, {@code import-peer FILE}, {@code
 * nearest FILE}, {@code routed FILE JDBC-URL}, {@code lattice}, {@code lattice-peer}, {@code same
 * FILE…}, {@code same-town PRESET}, {@code town PRESET}. Each prints rows of one table; {@code
 * scripts/bench coverage} runs them one after another, each in a fresh process.
 */
public final class CoverageBench {
  static final int STATIONS = 2_000;
  static final int SPEED_MM = 1_200;
  static final long LIMIT_MM = 720_000;
  private static final int BUILDINGS = 200_000;
  private static final int LATTICE_BUILDINGS = 500_000;
  private static final int LATTICE_EDGES = 1_000_000;

  private CoverageBench() {}

  public static void main(String[] args) throws IOException, SQLException {
    switch (args[0]) {
      case "import" -> importCold(Path.of(args[1]));
      case "import-peer" -> GraphHopperSide.importCold(Path.of(args[1]));
      case "nearest" -> nearest(Path.of(args[1]));
      case "routed" -> routed(Path.of(args[1]), args[2]);
      case "lattice" -> lattice();
      case "lattice-peer" -> latticePeer();
      case "same" -> {
        for (int i = 1; i < args.length; i++) {
          same(Path.of(args[i]));
        }
      }
      case "same-town" -> PlainTown.compare(args[1]);
      case "town" -> TownBench.run(args[1]);
      default -> throw new IllegalArgumentException("no such bench: " + args[0]);
    }
  }

  static void row(String what, String format, Object... values) {
    System.out.printf("| %s | %s |%n", what, String.format(Locale.ROOT, format, values));
  }

  private static void importCold(Path osm) {
    double before = Clock.processCpuSeconds();
    long started = System.nanoTime();
    WalkTown town = WalkTown.of(osm, WalkRules.USUAL);
    Linker linker = Linker.of(town.network);
    row(
        "import, cold, " + osm.getFileName(),
        "%.2f s CPU, %.2f s wall, %d nodes, %d edges",
        Clock.processCpuSeconds() - before,
        (System.nanoTime() - started) / 1e9,
        town.network.nodes(),
        town.network.edges());
    if (linker.toString().isEmpty()) {
      throw new AssertionError();
    }
  }

  private static void nearest(Path osm) throws IOException {
    double empty = Clock.heapMegabytes();
    WalkTown town = WalkTown.of(osm, WalkRules.USUAL);
    Linker linker = Linker.of(town.network);
    ReachGraph graph = ReachGraph.allOpen(town.network, SPEED_MM);
    row("live heap, ours", "%.1f MB", Clock.heapMegabytes() - empty);
    Links links = measure(town, linker, graph, BUILDINGS);
    int[][] stations = town.places(STATIONS, 2);
    int[][] places = town.places(BUILDINGS, 3);
    GraphHopperSide.measure(osm, town.degrees(stations), town.degrees(places));
    if (links.size() != BUILDINGS) {
      throw new AssertionError("links " + links.size());
    }
  }

  private static Links measure(WalkTown town, Linker linker, ReachGraph graph, int buildings) {
    int[][] at = town.places(buildings, 3);
    int[][] doors = town.places(STATIONS, 2);
    Clock.Took snap = Clock.median(2, 5, () -> linker.link(at[0], at[1], 200, 1));
    row("snap a building, ours", "%.2f us CPU", snap.cpuMillis() * 1000 / buildings);
    Links links = linker.link(at[0], at[1], 200, 1);
    Supply supply = Supply.of(linker.link(doors[0], doors[1], 200, 1));
    Demand demand = Demand.of(links, graph);
    Reach reach = new Reach(graph, demand, LIMIT_MM);
    Clock.Took took = Clock.median(10, 21, () -> reach.nearest(supply));
    Nearest answer = reach.nearest(supply);
    long covered = java.util.Arrays.stream(answer.costMm()).filter(c -> c >= 0).count();
    row(
        "2,000 stations, nearest of " + buildings + " buildings, ours",
        "%.1f ms CPU, %.1f ms wall, %d covered",
        took.cpuMillis(),
        took.wallMillis(),
        covered);
    Clock.Took all =
        Clock.median(2, 5, () -> Pairs.of(graph, demand, supply, STATIONS, LIMIT_MM, 1));
    row(
        "all pairs, ours",
        "%.0f ms CPU, %d pairs",
        all.cpuMillis(),
        Pairs.of(graph, demand, supply, STATIONS, LIMIT_MM, 1).size());
    return links;
  }

  private static void routed(Path osm, String url) throws IOException, SQLException {
    WalkTown town = WalkTown.of(osm, WalkRules.USUAL);
    Linker linker = Linker.of(town.network);
    int[][] at = town.places(BUILDINGS, 3);
    int[][] doors = town.places(STATIONS, 2);
    Links links = linker.link(at[0], at[1], 200, 1);
    Links stations = linker.link(doors[0], doors[1], 200, 1);
    ReachGraph graph = ReachGraph.allOpen(town.network, SPEED_MM);
    Nearest answer =
        new Reach(graph, Demand.of(links, graph), LIMIT_MM).nearest(Supply.of(stations));
    PgRoutingSide.measure(url, town.network, stations, links, answer);
  }

  private static void lattice() {
    double empty = Clock.heapMegabytes();
    WalkTown town = WalkTown.lattice(LATTICE_EDGES);
    Linker linker = Linker.of(town.network);
    ReachGraph graph = ReachGraph.allOpen(town.network, SPEED_MM);
    row(
        "lattice, ours: live heap",
        "%.1f MB, %d nodes, %d edges",
        Clock.heapMegabytes() - empty,
        town.network.nodes(),
        town.network.edges());
    measure(town, linker, graph, LATTICE_BUILDINGS);
  }

  /** The lattice as an extract, for GraphHopper. */
  private static void latticePeer() throws IOException {
    WalkTown town = WalkTown.lattice(LATTICE_EDGES);
    Path osm = Files.createTempFile("onegrid-lattice-", ".osm");
    try {
      LatticeFile.write(town, osm);
      double[] stations = town.degrees(town.places(STATIONS, 2));
      double[] places = town.degrees(town.places(LATTICE_BUILDINGS, 3));
      GraphHopperSide.measure(osm, stations, places);
    } finally {
      Files.delete(osm);
    }
  }

  private static void same(Path osm) throws IOException {
    if (!Files.exists(osm)) {
      row("differences to plain Dijkstra, " + osm.getFileName(), "NOT RUN: no such file");
      return;
    }
    WalkTown town = WalkTown.of(osm, WalkRules.USUAL);
    Linker linker = Linker.of(town.network);
    int[][] at = town.places(BUILDINGS, 3);
    int[][] doors = town.places(STATIONS, 2);
    Links links = linker.link(at[0], at[1], 200, 2);
    Links stations = linker.link(doors[0], doors[1], 200, 2);
    ReachGraph graph = ReachGraph.allOpen(town.network, SPEED_MM);
    Nearest answer =
        new Reach(graph, Demand.of(links, graph), LIMIT_MM).nearest(Supply.of(stations));
    long started = System.nanoTime();
    int differences =
        new PlainAnswer(town.network, SPEED_MM).differences(stations, links, LIMIT_MM, answer);
    row(
        "differences to plain Dijkstra, " + osm.getFileName(),
        "%d of %d buildings (%.0f s)",
        differences,
        BUILDINGS,
        (System.nanoTime() - started) / 1e9);
  }
}
