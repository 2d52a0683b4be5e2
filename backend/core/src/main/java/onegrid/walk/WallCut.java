package onegrid.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.place.Gate;

/** Cuts ways on the ground where they meet barriers, and lets them through at gates. */
final class WallCut {
  /** Pieces end this far before a wall, so that no access leg to their end touches it. */
  private static final int TRIM_CELLS = 30;

  private static final int NO_GATE = -1;
  private static final int THROUGH = -2;
  private static final int LEVEL_CROSSING_CELLS = 1500;

  final Pieces pieces;
  final BarrierIndex index;
  final boolean[] gateUsed;
  final List<Finding> findings = new ArrayList<>();

  private final WalkGround ground;
  private final WalkRules rules;
  private final Set<Long> closed = new HashSet<>();
  private final List<WalkSpot> levelCrossings = new ArrayList<>();
  private final Map<String, List<Integer>> gatesOf = new HashMap<>();

  /** Where a way meets a barrier. */
  private record Hit(int segment, double along, int x, int y, int gate, int barrier) {}

  WallCut(WalkGround ground, WalkRules rules, List<Barrier> barriers) {
    this.ground = ground;
    this.rules = rules;
    this.index = new BarrierIndex(barriers);
    int vertices = 0;
    for (WalkWay way : ground.ways()) {
      vertices += way.xs().length;
    }
    this.pieces = new Pieces(vertices);
    this.gateUsed = new boolean[ground.gates().size()];
    for (int g = 0; g < gateUsed.length; g++) {
      gatesOf.computeIfAbsent(ground.gates().get(g).compoundId(), c -> new ArrayList<>()).add(g);
    }
    for (WalkSpot spot : ground.spots()) {
      if (spot.kind() == WalkSpot.Kind.CLOSED) {
        closed.add(spot.node() >= 0 ? spot.node() : Pieces.place(spot.x(), spot.y(), 0));
      } else if (spot.kind() == WalkSpot.Kind.LEVEL_CROSSING) {
        levelCrossings.add(spot);
      }
    }
  }

  void cut() {
    for (int w = 0; w < ground.ways().size(); w++) {
      WalkWay way = ground.ways().get(w);
      boolean grounded = way.level() == 0 && way.kind() != WayKind.OVER_OR_UNDER;
      List<Hit> hits = grounded && !index.isEmpty() ? hits(way) : List.of();
      if (hits.isEmpty() && closed.isEmpty()) {
        whole(w, way);
      } else {
        take(w, way, hits);
      }
    }
  }

  private void whole(int w, WalkWay way) {
    for (int i = 0; i < way.xs().length; i++) {
      pieces.vertex(way.xs()[i], way.ys()[i], key(way, i));
    }
    pieces.end(w, NO_GATE);
  }

  private void take(int w, WalkWay way, List<Hit> hits) {
    int n = way.xs().length;
    int next = 0;
    for (int i = 0; i < n; i++) {
      boolean swallowed = false;
      while (next < hits.size() && hits.get(next).segment == i - 1) {
        swallowed = hits.get(next).along >= 1 && hits.get(next).gate != THROUGH;
        hit(w, way, hits.get(next++), i);
      }
      if (swallowed) {
        continue;
      }
      long key = key(way, i);
      boolean shut = !closed.isEmpty() && closed.contains(key);
      if (shut && i > 0 && i < n - 1) {
        pieces.vertex(way.xs()[i], way.ys()[i], pieces.ownKey());
        pieces.end(w, NO_GATE);
        pieces.vertex(way.xs()[i], way.ys()[i], pieces.ownKey());
      } else {
        pieces.vertex(way.xs()[i], way.ys()[i], shut ? pieces.ownKey() : key);
      }
    }
    pieces.end(w, NO_GATE);
  }

  /** Ends a piece before the barrier and begins one behind it, joined when there is a gate. */
  private void hit(int w, WalkWay way, Hit hit, int i) {
    if (hit.gate == THROUGH) {
      return;
    }
    int fromX = way.xs()[i - 1];
    int fromY = way.ys()[i - 1];
    int toX = way.xs()[i];
    int toY = way.ys()[i];
    if (hit.along >= 1 && i < way.xs().length - 1) {
      toX = way.xs()[i + 1];
      toY = way.ys()[i + 1];
    }
    int[] before = towards(hit.x, hit.y, fromX, fromY);
    int[] behind = towards(hit.x, hit.y, toX, toY);
    long keyBefore = pieces.ownKey();
    boolean last = hit.along >= 1 && i == way.xs().length - 1;
    // A way that ends in the gate itself hands over to the way that begins there.
    long keyBehind = last && hit.gate >= 0 ? key(way, i) : pieces.ownKey();
    pieces.vertex(before[0], before[1], keyBefore);
    pieces.end(w, NO_GATE);
    if (hit.gate >= 0) {
      gateUsed[hit.gate] = true;
      pieces.vertex(before[0], before[1], keyBefore);
      pieces.vertex(behind[0], behind[1], keyBehind);
      pieces.end(w, hit.gate);
    } else {
      report(way, hit);
    }
    pieces.vertex(behind[0], behind[1], keyBehind);
  }

  private static int[] towards(int x, int y, int toX, int toY) {
    double length = Math.hypot((double) toX - x, (double) toY - y);
    if (length == 0) {
      return new int[] {x, y};
    }
    double share = Math.min(0.5, TRIM_CELLS / length);
    return new int[] {
      (int) Math.round(x + ((double) toX - x) * share),
      (int) Math.round(y + ((double) toY - y) * share)
    };
  }

  private List<Hit> hits(WalkWay way) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 1; i < way.xs().length; i++) {
      int ax = way.xs()[i - 1];
      int ay = way.ys()[i - 1];
      int bx = way.xs()[i];
      int by = way.ys()[i];
      int segment = i - 1;
      index.each(ax, ay, bx, by, s -> hits.add(hit(segment, s, ax, ay, bx, by)));
    }
    if (hits.size() < 2) {
      return hits;
    }
    hits.sort(
        (a, b) ->
            a.segment != b.segment
                ? Integer.compare(a.segment, b.segment)
                : a.along != b.along
                    ? Double.compare(a.along, b.along)
                    : a.barrier != b.barrier
                        ? Integer.compare(a.barrier, b.barrier)
                        : Integer.compare(a.gate, b.gate));
    List<Hit> once = new ArrayList<>();
    for (Hit hit : hits) {
      Hit last = once.isEmpty() ? null : once.get(once.size() - 1);
      boolean same =
          last != null
              && last.barrier == hit.barrier
              && Math.abs(last.x - hit.x) <= 2
              && Math.abs(last.y - hit.y) <= 2
              && last.gate == hit.gate;
      if (!same) {
        once.add(hit);
      }
    }
    return once;
  }

  private Hit hit(int segment, int s, int ax, int ay, int bx, int by) {
    double along = index.along(s, ax, ay, bx, by);
    int x = (int) Math.round(ax + along * ((double) bx - ax));
    int y = (int) Math.round(ay + along * ((double) by - ay));
    int barrier = index.ownerOf(s);
    Barrier what = index.barriers().get(barrier);
    int gate =
        switch (what.kind()) {
          case WALL -> gateAt(what.id(), x, y);
          case RAILWAY -> atLevelCrossing(x, y) ? THROUGH : NO_GATE;
          case RIVER -> NO_GATE;
        };
    return new Hit(segment, along, x, y, gate, barrier);
  }

  /** The nearest gate of that compound within reach, the lower number of two. */
  private int gateAt(String compound, int x, int y) {
    int best = NO_GATE;
    double nearest = Math.max(1, rules.gateReachMetres() * 100.0 + 10);
    for (int g : gatesOf.getOrDefault(compound, List.of())) {
      Gate gate = ground.gates().get(g);
      double distance = Math.hypot((double) gate.x() - x, (double) gate.y() - y);
      if (distance < nearest) {
        nearest = distance;
        best = g;
      }
    }
    return best;
  }

  private boolean atLevelCrossing(int x, int y) {
    return levelCrossings.stream()
        .anyMatch(
            spot ->
                Math.hypot((double) spot.x() - x, (double) spot.y() - y) <= LEVEL_CROSSING_CELLS);
  }

  static long key(WalkWay way, int i) {
    if (way.nodes().length > 0) {
      return way.nodes()[i];
    }
    boolean end = i == 0 || i == way.xs().length - 1;
    return Pieces.place(way.xs()[i], way.ys()[i], end ? 0 : way.level());
  }

  private void report(WalkWay way, Hit hit) {
    Barrier what = index.barriers().get(hit.barrier);
    String name = what.name().isEmpty() ? what.id() : what.name();
    findings.add(
        new Finding(
            FindingCode.WAY_CUT_BY_BARRIER,
            "",
            way.id(),
            0,
            Spots.at(hit.x, hit.y),
            new Words(
                "道路 " + way.id() + " 穿过" + what.kind().title().zh() + "“" + name + "”，此处没有桥、出入口或道口",
                "way "
                    + way.id()
                    + " crosses the "
                    + what.kind().title().en()
                    + " "
                    + name
                    + " where there is no bridge, gate or level crossing"),
            new Words("已在此处断开，不能步行通过", "cut here: nobody walks through")));
  }

  /** Gates in a wall that no way leads through, and gates of no compound. */
  void reportGates(Set<String> compounds, Set<String> walled) {
    for (int g = 0; g < gateUsed.length; g++) {
      Gate gate = ground.gates().get(g);
      boolean known = compounds.contains(gate.compoundId());
      if (known && (gateUsed[g] || !walled.contains(gate.compoundId()))) {
        continue;
      }
      findings.add(
          new Finding(
              known ? FindingCode.GATE_UNCONNECTED : FindingCode.GATE_WITHOUT_COMPOUND,
              "",
              gate.id(),
              0,
              Spots.at(gate.x(), gate.y()),
              known
                  ? new Words(
                      "出入口 " + gate.id() + " 处没有道路穿过围墙",
                      "no way passes the wall at gate " + gate.id())
                  : new Words(
                      "出入口 " + gate.id() + " 所属小区“" + gate.compoundId() + "”不存在",
                      "gate "
                          + gate.id()
                          + " is of a compound that is not there: "
                          + gate.compoundId()),
              new Words("未用于步行，请补画道路或核对小区", "not used; draw the way, or check the compound")));
    }
  }
}
