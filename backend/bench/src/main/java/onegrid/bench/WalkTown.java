package onegrid.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.io.osm.OsmExtract;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;

/** A network with made-up places beside its ways, for measuring. */
final class WalkTown {
  final WalkNetwork network;
  final CrsGate gate;

  private WalkTown(WalkNetwork network, CrsGate gate) {
    this.network = network;
    this.gate = gate;
  }

  static WalkTown of(Path osm, WalkRules rules) {
    OsmExtract extract = OsmExtract.read(osm);
    CrsGate gate = extract.gate();
    WalkGround ground =
        new WalkGround(
            gate.frame(),
            extract.ways(gate),
            extract.barriers(gate),
            List.of(),
            List.of(),
            extract.spots(gate),
            extract.extent(gate));
    return new WalkTown(WalkNetwork.build(ground, rules), gate);
  }

  /** A lattice of bent streets with about so many edges. */
  static WalkTown lattice(int edges) {
    int n = (int) Math.ceil(Math.sqrt(edges / 2.0)) + 1;
    Random random = new Random(1);
    int[][] x = new int[n][n];
    int[][] y = new int[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        x[i][k] = i * 8000 + random.nextInt(4000);
        y[i][k] = k * 8000 + random.nextInt(4000);
      }
    }
    List<WalkWay> ways = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ways.add(WalkWay.drawn("a" + i, x[i], y[i], WayKind.STREET));
      int[] xs = new int[n];
      int[] ys = new int[n];
      for (int k = 0; k < n; k++) {
        xs[k] = x[k][i];
        ys[k] = y[k][i];
      }
      ways.add(WalkWay.drawn("b" + i, xs, ys, WayKind.STREET));
    }
    LocalFrame frame = new LocalFrame(4548);
    WalkGround ground =
        new WalkGround(frame, ways, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    return new WalkTown(WalkNetwork.build(ground, WalkRules.USUAL), CrsGate.of(frame));
  }

  /** Places up to 40 m beside edges drawn by lot: east, then north, in cells. */
  int[][] places(int count, long seed) {
    Random random = new Random(seed);
    int[] xs = new int[count];
    int[] ys = new int[count];
    for (int i = 0; i < count; i++) {
      int e = random.nextInt(network.edges());
      while (!network.entered(e)) {
        e = random.nextInt(network.edges());
      }
      int part = random.nextInt(network.points(e) - 1);
      double along = random.nextDouble();
      double dx = (double) network.x(e, part + 1) - network.x(e, part);
      double dy = (double) network.y(e, part + 1) - network.y(e, part);
      double length = Math.max(1, Math.hypot(dx, dy));
      double aside = (500 + random.nextInt(3500)) * (random.nextBoolean() ? 1 : -1);
      xs[i] = (int) Math.round(network.x(e, part) + along * dx - dy / length * aside);
      ys[i] = (int) Math.round(network.y(e, part) + along * dy + dx / length * aside);
    }
    return new int[][] {xs, ys};
  }

  /** The same places as longitude and latitude. */
  double[] degrees(int[][] places) {
    double[] points = new double[places[0].length * 2];
    for (int i = 0; i < places[0].length; i++) {
      points[i * 2] = LocalFrame.toMetres(places[0][i]);
      points[i * 2 + 1] = LocalFrame.toMetres(places[1][i]);
    }
    gate.toDegrees(points);
    return points;
  }
}
