package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** From the faces of one tile to its units: claims, labels, slivers, buildings, polygons. */
final class TileMerge {
  private final LayerStack stack;
  private final Arrangement map;
  private final String areaCode;
  private final boolean hasArea;

  /** Buildings that are counted in this tile. */
  private final List<Integer> own;

  private final int[] cut;

  private final boolean[] inside;

  /** Edges that nothing joins across: borders of the area and protected ones. */
  private final boolean[] walls;

  private int[][] claims;

  private TileMerge(
      LayerStack stack,
      Arrangement map,
      String areaCode,
      boolean hasArea,
      List<Integer> own,
      int[] cut) {
    this.cut = cut;
    this.stack = stack;
    this.map = map;
    this.areaCode = areaCode;
    this.hasArea = hasArea;
    this.own = own;
    this.inside = new boolean[map.faces];
    this.walls = new boolean[map.edges.size()];
    for (int e = 0; e < walls.length; e++) {
      walls[e] = stack.isWall(map.edges, e);
    }
    this.claims = new int[map.faces][];
  }

  /**
   * Makes the units of a tile.
   *
   * @param own buildings that are counted in the tile
   * @param near buildings in the tile or across its border
   * @param cut buildings whose outlines are among the lines of the map
   */
  static TileResult merge(
      LayerStack stack,
      Arrangement map,
      String areaCode,
      boolean hasArea,
      List<Integer> own,
      List<Integer> near,
      int[] cut) {
    TileMerge merge = new TileMerge(stack, map, areaCode, hasArea, own, cut);
    LabelSettlement labels = merge.label(near);
    Arrangement divided = labels.middles.isEmpty() ? null : SplitFaces.of(map, labels.middles);
    if (divided != null) {
      merge = new TileMerge(stack, divided, areaCode, hasArea, own, cut);
      labels = merge.label(near);
    }
    return merge.settle(labels);
  }

  private LabelSettlement label(List<Integer> near) {
    if (hasArea) {
      claimInsideArea();
    } else {
      claimEverywhere();
    }
    return new LabelSettlement(map, stack, inside, walls, claims, near);
  }

  private TileResult settle(LabelSettlement labels) {
    int[] held = labels.held;
    int[] before = held.clone();
    FaceGroups groups = new FaceGroups(map, inside, walls, held, stack.count());
    SliverSettlement slivers = new SliverSettlement(map, stack, groups);
    slivers.run(inside);
    List<BuildingSettlement.Moved> moved =
        new BuildingSettlement(map, stack, inside, walls, claims, held, groups).run();
    groups = new FaceGroups(map, inside, walls, held, stack.count());
    SliverSettlement again = new SliverSettlement(map, stack, groups);
    again.run(inside);
    int[] home = homes();
    ConflictList conflicts = new ConflictList(stack, map, areaCode, own, home);
    conflicts.addDisputes(labels.disputes, before, claims);
    conflicts.addUnclaimed(groups, inside);
    conflicts.addSlivers(slivers.slivers);
    conflicts.addSlivers(again.slivers);
    conflicts.addBuildings(moved);
    return result(groups, home, conflicts.list());
  }

  /** The face of each own building. */
  private int[] homes() {
    int[] home = new int[own.size()];
    for (int i = 0; i < home.length; i++) {
      int[] p = stack.buildings.get(own.get(i)).inside();
      home[i] = map.faceAt(p[0], p[1]);
    }
    return home;
  }

  private void claimInsideArea() {
    int[][] parity = FaceClaims.spread(map, 0, -1, stack.firstLine());
    int largest = -1;
    for (int f = 1; f < map.faces; f++) {
      inside[f] = parity[f].length > 0 && parity[f][0] == LayerStack.AREA;
      if (inside[f] && (largest < 0 || map.squareCells[f] > map.squareCells[largest])) {
        largest = f;
      }
    }
    if (largest < 0) {
      return;
    }
    int[][] spread = FaceClaims.spread(map, largest, LayerStack.AREA, stack.firstLine());
    int[] base = baseClaims(spread, largest);
    for (int f = 0; f < map.faces; f++) {
      if (inside[f]) {
        claims[f] = FaceClaims.sum(spread[f], base);
      }
    }
  }

  /**
   * What the first face of a spread must lie in, by asking the layers as drawn at the three largest
   * faces: the answer of at least two of them, should conflation have moved a border past one.
   * Buildings stand where they were drawn.
   */
  private int[] baseClaims(int[][] spread, int first) {
    Integer[] order = new Integer[map.faces];
    Arrays.setAll(order, f -> f);
    Arrays.sort(
        order,
        (f, g) -> {
          int c = Boolean.compare(inside[g], inside[f]);
          c = c != 0 ? c : Double.compare(map.squareCells[g], map.squareCells[f]);
          return c != 0 ? c : Integer.compare(f, g);
        });
    TreeMap<Integer, Integer> votes = new TreeMap<>();
    int voters = 0;
    for (int i = 0; i < Math.min(3, order.length) && inside[order[i]]; i++) {
      int[] drawn = piecesAt(FaceClaims.pointInside(map, order[i]));
      for (int piece : FaceClaims.sum(drawn, spread[order[i]])) {
        if (piece < stack.firstBuilding()) {
          votes.merge(piece, 1, Integer::sum);
        }
      }
      voters++;
    }
    int needed = voters == 3 ? 2 : 1;
    int needs = voters == 2 ? 2 : needed;
    IntStream layers =
        votes.entrySet().stream()
            .filter(e -> e.getValue() >= needs)
            .mapToInt(java.util.Map.Entry::getKey);
    int[] p = FaceClaims.pointInside(map, first);
    IntStream buildings =
        Arrays.stream(cut)
            .filter(b -> Buildings.contains(stack.buildings.get(b).rings(), p[0], p[1]))
            .map(b -> stack.firstBuilding() + b)
            .sorted();
    return IntStream.concat(layers, buildings).toArray();
  }

  private int[] piecesAt(int[] p) {
    IntList found = new IntList();
    for (int k = 0; k < stack.count(); k++) {
      stack.piecesAt(k, p[0], p[1], found);
    }
    return found.toArray();
  }

  private void claimEverywhere() {
    claims = FaceClaims.spread(map, 0, -1, stack.firstLine());
    boolean[] seen = new boolean[map.faces];
    seen[0] = true;
    double widest = stack.widestToleranceCells;
    for (int f = 1; f < map.faces; f++) {
      inside[f] = hasLayer(claims[f]);
    }
    // Ground that nobody claims is a hole in the union, unless it is a crack between drawings.
    for (int f = 1; f < map.faces; f++) {
      if (!inside[f] && 2 * map.squareCells[f] / around(f) <= GapSettlement.widestGap(widest)) {
        inside[f] = touchesInside(f);
      }
    }
  }

  private boolean hasLayer(int[] pieces) {
    for (int piece : pieces) {
      if (piece != LayerStack.AREA && piece < stack.firstBuilding()) {
        return true;
      }
    }
    return false;
  }

  private double around(int face) {
    double sum = 0;
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      sum += map.length(map.halves[i] >> 1);
    }
    return sum;
  }

  private boolean touchesInside(int face) {
    for (int i = map.halfStart[face]; i < map.halfStart[face + 1]; i++) {
      if (inside[map.otherFace(map.halves[i])]) {
        return true;
      }
    }
    return false;
  }

  private TileResult result(FaceGroups groups, int[] home, List<Conflict> conflicts) {
    IntList roots = new IntList();
    for (int f = 0; f < map.faces; f++) {
      if (inside[f] && groups.root(f) == f) {
        roots.add(f);
      }
    }
    int[] groupOf = new int[map.faces];
    Arrays.fill(groupOf, -1);
    for (int i = 0; i < roots.size; i++) {
      for (int f = roots.get(i); f >= 0; f = groups.nextFace(f)) {
        groupOf[f] = i;
      }
    }
    Polygon[] polygons = Outlines.trace(map, groupOf, roots.size);
    Integer[] order = new Integer[roots.size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> compareShells(polygons[i], polygons[j]));
    int[] rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    List<List<Integer>> buildings = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      buildings.add(new ArrayList<>());
    }
    for (int i = 0; i < home.length; i++) {
      if (groupOf[home[i]] >= 0) {
        int unit = rank[groupOf[home[i]]];
        buildings.get(unit).add(own.get(i));
      }
    }
    List<UnitDraft> units = new ArrayList<>(Collections.nCopies(order.length, null));
    for (int g = 0; g < order.length; g++) {
      int[] held = new int[stack.count()];
      for (int k = 0; k < held.length; k++) {
        held[k] = groups.held(roots.get(g), k);
      }
      int[] inhabitants = buildings.get(rank[g]).stream().mapToInt(Integer::intValue).toArray();
      units.set(
          rank[g], new UnitDraft(polygons[g], groups.squareCells(roots.get(g)), held, inhabitants));
    }
    return new TileResult(units, steps(groupOf, rank), conflicts);
  }

  private static int compareShells(Polygon one, Polygon other) {
    Coordinate[] a = one.getExteriorRing().getCoordinates();
    Coordinate[] b = other.getExteriorRing().getCoordinates();
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int c = a[i].compareTo(b[i]);
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private int[] steps(int[] groupOf, int[] rank) {
    IntList steps = new IntList(1024);
    for (int h = 0; h < map.faceOf.length; h++) {
      int group = groupOf[map.faceOf[h]];
      if (group >= 0 && group != groupOf[map.otherFace(h)]) {
        long drawnBy = stack.drawnBy(map.edges, h >> 1);
        steps.add(map.points.x(map.from(h)));
        steps.add(map.points.y(map.from(h)));
        steps.add(map.points.x(map.to(h)));
        steps.add(map.points.y(map.to(h)));
        steps.add(rank[group]);
        steps.add((int) (drawnBy >>> 32));
        steps.add((int) drawnBy);
      }
    }
    return steps.toArray();
  }
}
