package onegrid.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.place.Compound;
import onegrid.place.Gate;

/**
 * The ways of a place as one graph: nodes, edges between them, what lies in the way.
 *
 * <p>Nodes and edges are ints from 0, numbered along a Hilbert curve. An edge runs from one node to
 * another and can be walked one way or both. A wide road is two edges of one shape, its left and
 * its right side. Lengths are whole millimetres, at least 1; coordinates are cells of the frame.
 *
 * <p>Immutable; safe for many threads. About 26 bytes an edge and 8 a node.
 */
public final class WalkNetwork {
  static final int LEFT = 4;
  static final int RIGHT = 8;
  static final int ENTERED = 16;

  private static final WayKind[] KINDS = WayKind.values();

  private final LocalFrame frame;
  private final NetworkArrays arrays;
  private final BarrierIndex barriers;
  private final List<Compound> compounds;
  private final List<Gate> gates;
  private final BitSet islands;
  private final BitSet dataEnds;
  private final List<Finding> findings;
  private final String version;

  private WalkNetwork(
      WalkGround ground, WalkRules rules, WallCut cut, NetworkArrays arrays, Islands islands) {
    this.frame = ground.frame();
    this.arrays = arrays;
    this.barriers = cut.index;
    this.compounds = ground.compounds();
    this.gates = ground.gates();
    this.islands = islands.nodes;
    this.dataEnds = DataEnds.of(arrays, ground.extent());
    List<Finding> all = new ArrayList<>(cut.findings);
    all.addAll(islands.findings);
    this.findings = List.copyOf(all);
    this.version = NetworkVersion.of(ground, rules, arrays, barriers);
  }

  /**
   * Builds the network of a place.
   *
   * @throws WalkRefused if there is no way to walk on
   */
  public static WalkNetwork build(WalkGround ground, WalkRules rules) {
    WalkGround given = ground.sorted();
    if (given.ways().isEmpty()) {
      throw new WalkRefused(
          new Words("路网里没有一条可以步行的道路", "the network holds no way that can be walked"));
    }
    List<Barrier> barriers = new ArrayList<>(given.barriers());
    Set<String> known = new HashSet<>();
    Set<String> walled = new HashSet<>();
    for (Compound compound : given.compounds()) {
      if (compound.walled()) {
        barriers.addAll(Walls.of(compound));
        walled.add(compound.id());
      }
      known.add(compound.id());
    }
    WallCut cut = new WallCut(given, rules, barriers);
    cut.cut();
    cut.reportGates(known, walled);
    EdgeDrafts drafts = EdgeDrafts.of(given, cut.pieces);
    Corners corners = new Corners(drafts, rules);
    corners.number();
    cut.findings.addAll(corners.findings);
    NetworkArrays arrays = new NetworkArrays(drafts, corners, rules);
    Islands islands = new Islands(arrays, rules);
    cut.findings.sort(FindingOrder.BY_PLACE);
    return new WalkNetwork(given, rules, cut, arrays, islands);
  }

  public LocalFrame frame() {
    return frame;
  }

  /** A hash of everything that the network holds: equal versions are equal networks. */
  public String version() {
    return version;
  }

  public int nodes() {
    return arrays.nodeX.length;
  }

  public int edges() {
    return arrays.from.length;
  }

  public int nodeX(int node) {
    return arrays.nodeX[node];
  }

  public int nodeY(int node) {
    return arrays.nodeY[node];
  }

  public int from(int edge) {
    return arrays.from[edge];
  }

  public int to(int edge) {
    return arrays.to[edge];
  }

  /** How long an edge is, in millimetres. */
  public int lengthMm(int edge) {
    return arrays.lengthMm[edge];
  }

  public WayKind kind(int edge) {
    return KINDS[arrays.kind(edge)];
  }

  /** Whether an edge may be walked from its first node to its second. */
  public boolean forward(int edge) {
    return (arrays.bits[edge] & EdgeDrafts.FORWARD) != 0;
  }

  /** Whether an edge may be walked from its second node to its first. */
  public boolean backward(int edge) {
    return (arrays.bits[edge] & EdgeDrafts.BACKWARD) != 0;
  }

  /** Which side of its shape an edge runs on: 1 left, -1 right, 0 both. */
  public int side(int edge) {
    int bits = arrays.bits[edge];
    return (bits & LEFT) != 0 ? 1 : (bits & RIGHT) != 0 ? -1 : 0;
  }

  /** Whether buildings beside an edge are entered from it. */
  public boolean entered(int edge) {
    return (arrays.bits[edge] & ENTERED) != 0;
  }

  /** How long one waits before an edge, in seconds; 0 for all but crossings. */
  public int waitSeconds(int edge) {
    return arrays.waitSeconds(edge);
  }

  /** Whether any edge is waited for. */
  public boolean hasWaits() {
    return arrays.waits.length > 0;
  }

  /** The number of the gate that an edge leads through, or -1. */
  public int gate(int edge) {
    return arrays.gate(edge);
  }

  /** How many points an edge's shape has, at least 2. */
  public int points(int edge) {
    return arrays.innerStart[edge + 1] - arrays.innerStart[edge] + 2;
  }

  public int x(int edge, int i) {
    return arrays.x(edge, i);
  }

  public int y(int edge, int i) {
    return arrays.y(edge, i);
  }

  /** The square of the distance of a place from a segment of an edge's shape, in cells. */
  public double distance2(int edge, int segment, double x, double y) {
    int start = arrays.innerStart[edge] + segment - 1;
    int a = arrays.from[edge];
    int b = arrays.to[edge];
    boolean first = segment == 0;
    boolean last = start + 1 >= arrays.innerStart[edge + 1];
    double ax = first ? arrays.nodeX[a] : arrays.innerX[start];
    double ay = first ? arrays.nodeY[a] : arrays.innerY[start];
    double dx = (last ? arrays.nodeX[b] : arrays.innerX[start + 1]) - ax;
    double dy = (last ? arrays.nodeY[b] : arrays.innerY[start + 1]) - ay;
    double px = x - ax;
    double py = y - ay;
    double along = px * dx + py * dy;
    double length2 = dx * dx + dy * dy;
    if (along > 0) {
      // Most places lie beside a segment: no division before it is needed.
      double t = along < length2 ? along / length2 : 1;
      px -= t * dx;
      py -= t * dy;
    }
    return px * px + py * py;
  }

  public BarrierIndex barriers() {
    return barriers;
  }

  public List<Compound> compounds() {
    return compounds;
  }

  public List<Gate> gates() {
    return gates;
  }

  /** Whether a node belongs to a part of the network that is cut off from the rest. */
  public boolean onIsland(int node) {
    return islands.get(node);
  }

  /** Whether a way goes on beyond a node where the data ends. */
  public boolean atDataEnd(int node) {
    return dataEnds.get(node);
  }

  /** Whether the data ends anywhere. */
  public boolean hasDataEnds() {
    return !dataEnds.isEmpty();
  }

  /** Cut ways, gates without ways, islands: by place. */
  public List<Finding> findings() {
    return findings;
  }
}
