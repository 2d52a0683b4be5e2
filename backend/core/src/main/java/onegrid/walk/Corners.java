package onegrid.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/**
 * Gives a node where wide roads pass one corner for each sector between them, and says which
 * corners a crossing joins.
 *
 * <p>Two wide arms make two sectors: a street that meets a wide road from one side ends in the
 * corner of that side. One wide arm, or none, makes a single corner: one walks round its end.
 */
final class Corners {
  /**
   * Corner of each edge end: edge times four, plus two for its end, plus one for its right side.
   */
  final int[] cornerOf;

  /** Crossings: corner, corner, waiting seconds. */
  final IntStack crossings = new IntStack();

  final List<Finding> findings = new ArrayList<>();

  int corners;

  private final EdgeDrafts edges;
  private final WalkRules rules;
  private final int[] armStart;
  private final int[] arms;

  Corners(EdgeDrafts edges, WalkRules rules) {
    this.edges = edges;
    this.rules = rules;
    this.cornerOf = new int[edges.size * 4];
    this.armStart = new int[edges.nodes + 1];
    this.arms = new int[edges.size * 2];
    for (int e = 0; e < edges.size; e++) {
      armStart[edges.from[e] + 1]++;
      armStart[edges.to[e] + 1]++;
    }
    for (int n = 0; n < edges.nodes; n++) {
      armStart[n + 1] += armStart[n];
    }
    int[] next = Arrays.copyOf(armStart, edges.nodes);
    for (int e = 0; e < edges.size; e++) {
      arms[next[edges.from[e]]++] = e * 2;
      arms[next[edges.to[e]]++] = e * 2 + 1;
    }
  }

  boolean wide(int e) {
    return rules.twoSides() && edges.kind(e) == WayKind.WIDE_ROAD;
  }

  void number() {
    for (int n = 0; n < edges.nodes; n++) {
      int wides = 0;
      for (int i = armStart[n]; i < armStart[n + 1]; i++) {
        wides += wide(arms[i] >> 1) ? 1 : 0;
      }
      if (armStart[n] == armStart[n + 1]) {
        // A vertex inside an edge.
        continue;
      }
      if (wides < 2) {
        int corner = corners++;
        for (int i = armStart[n]; i < armStart[n + 1]; i++) {
          put(arms[i], corner, corner);
        }
      } else {
        sectors(n, wides);
      }
    }
  }

  private void put(int arm, int left, int right) {
    // An arm looks away from its node; seen along the edge, its sides swap at the far end.
    boolean end = (arm & 1) == 1;
    cornerOf[arm * 2] = end ? right : left;
    cornerOf[arm * 2 + 1] = end ? left : right;
  }

  private void sectors(int n, int wides) {
    Integer[] sorted = new Integer[armStart[n + 1] - armStart[n]];
    Arrays.setAll(sorted, i -> arms[armStart[n] + i]);
    // The arms come in the order of the edges, which settles equal directions.
    Arrays.sort(sorted, this::byDirection);
    int begin = 0;
    while (!wide(sorted[begin] >> 1)) {
      begin++;
    }
    int base = corners;
    corners += wides;
    int sector = wides - 1;
    for (int i = 0; i < sorted.length; i++) {
      int arm = sorted[(begin + i) % sorted.length];
      if (wide(arm >> 1)) {
        int before = base + sector;
        sector = (sector + 1) % wides;
        put(arm, base + sector, before);
      } else {
        put(arm, base + sector, base + sector);
      }
    }
    int wait = waitSeconds(n, sorted.length);
    if (wait < 0) {
      if (sorted.length > wides) {
        reportMissing(sorted[begin]);
      }
      return;
    }
    for (int k = 0; k < (wides == 2 ? 1 : wides); k++) {
      crossings.add(base + k);
      crossings.add(base + (k + 1) % wides);
      crossings.add(wait);
    }
  }

  private int waitSeconds(int node, int arms) {
    if (edges.spot[node] == WalkSpot.Kind.CROSSING_WITH_LIGHTS.ordinal() + 1) {
      return rules.lightsWaitSeconds();
    }
    if (edges.spot[node] != 0) {
      return rules.crossingWaitSeconds();
    }
    return rules.junctionsAreCrossings() && arms > 2 ? rules.lightsWaitSeconds() : -1;
  }

  private int byDirection(int a, int b) {
    long ax = dx(a);
    long ay = dy(a);
    long bx = dx(b);
    long by = dy(b);
    boolean upperA = ay > 0 || (ay == 0 && ax > 0);
    boolean upperB = by > 0 || (by == 0 && bx > 0);
    if (upperA != upperB) {
      return upperA ? -1 : 1;
    }
    int turn = Long.signum(ax * by - ay * bx);
    return turn != 0 ? -turn : Integer.compare(a, b);
  }

  private long dx(int arm) {
    int e = arm >> 1;
    int last = edges.points(e) - 1;
    return (arm & 1) == 0
        ? (long) edges.x(e, 1) - edges.x(e, 0)
        : (long) edges.x(e, last - 1) - edges.x(e, last);
  }

  private long dy(int arm) {
    int e = arm >> 1;
    int last = edges.points(e) - 1;
    return (arm & 1) == 0
        ? (long) edges.y(e, 1) - edges.y(e, 0)
        : (long) edges.y(e, last - 1) - edges.y(e, last);
  }

  private void reportMissing(int arm) {
    int e = arm >> 1;
    int at = (arm & 1) == 0 ? 0 : edges.points(e) - 1;
    findings.add(
        new Finding(
            FindingCode.CROSSING_MISSING,
            "",
            edges.ground.ways().get(edges.way[e]).id(),
            0,
            Spots.at(edges.x(e, at), edges.y(e, at)),
            new Words("主干路与支路相接处没有过街设施", "a street meets a main road without a crossing"),
            new Words(
                "此处不能过街；如有斑马线请补上", "nobody crosses here; mark the crossing if there is one")));
  }
}
