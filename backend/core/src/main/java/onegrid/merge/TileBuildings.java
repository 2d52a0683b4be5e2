package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;

/** Which buildings are counted in which tile, and which lie across its border. */
final class TileBuildings {
  private final List<LayerStack.Footprint> buildings;
  private final Optional<AreaMosaic> area;
  private final ProtectedLines protectedLines;

  /** For each tile the buildings counted there. */
  final List<List<Integer>> own = new ArrayList<>();

  /** For each tile the buildings that lie in it at least in part. */
  final List<List<Integer>> near = new ArrayList<>();

  /** Buildings whose place is in no tile. */
  final List<Integer> homeless = new ArrayList<>();

  final List<Finding> findings = new ArrayList<>();

  TileBuildings(
      List<LayerStack.Footprint> buildings,
      Optional<AreaMosaic> area,
      ProtectedLines protectedLines) {
    this.buildings = buildings;
    this.area = area;
    this.protectedLines = protectedLines;
    int tiles = area.map(a -> a.tiles.size()).orElse(1);
    for (int t = 0; t < tiles; t++) {
      own.add(new ArrayList<>());
      near.add(new ArrayList<>());
    }
    shareBuildings();
  }

  private void shareBuildings() {
    for (int b = 0; b < buildings.size(); b++) {
      LayerStack.Footprint footprint = buildings.get(b);
      if (footprint.rings().isEmpty()) {
        continue;
      }
      if (isCutByProtected(footprint)) {
        findings.add(
            building(
                FindingCode.BUILDING_CUT_BY_BORDER,
                b,
                "跨越受保护的界线",
                "lies across a protected border"));
      }
      if (area.isEmpty()) {
        own.get(0).add(b);
        near.get(0).add(b);
        continue;
      }
      int tile = tileAt(area.get(), footprint);
      if (tile < 0) {
        homeless.add(b);
        findings.add(building(FindingCode.BUILDING_OUTSIDE, b, "不在任何管辖范围内", "lies in no area"));
      } else {
        own.get(tile).add(b);
        near.get(tile).add(b);
      }
      shareAcrossBorder(area.get(), b, tile);
    }
  }

  private boolean isCutByProtected(LayerStack.Footprint footprint) {
    SegmentGrid grid = protectedLines.grid;
    IntList near = new IntList(4);
    int[] box = footprint.box();
    grid.within(box[0], box[1], box[2], box[3], near);
    for (int i = 0; i < near.size; i++) {
      int s = near.get(i);
      if (Buildings.isCutBy(footprint.rings(), grid.x1[s], grid.y1[s], grid.x2[s], grid.y2[s])) {
        return true;
      }
    }
    return false;
  }

  private static int tileAt(AreaMosaic a, LayerStack.Footprint footprint) {
    return a.tileOf[a.map.faceAt(footprint.inside()[0], footprint.inside()[1])];
  }

  private void shareAcrossBorder(AreaMosaic a, int building, int tile) {
    LayerStack.Footprint footprint = buildings.get(building);
    IntList others = new IntList(4);
    boolean beyond = false;
    IntList edges = new IntList();
    int[] box = footprint.box();
    a.map.grid().within(box[0], box[1], box[2], box[3], edges);
    for (int i = 0; i < edges.size; i++) {
      int e = edges.get(i);
      if (a.leftTile[e] != a.rightTile[e]
          && Buildings.isCutBy(
              footprint.rings(),
              a.map.points.x(a.map.edges.a[e]),
              a.map.points.y(a.map.edges.a[e]),
              a.map.points.x(a.map.edges.b[e]),
              a.map.points.y(a.map.edges.b[e]))) {
        beyond |= a.leftTile[e] < 0 || a.rightTile[e] < 0;
        addOther(a.leftTile[e], tile, others);
        addOther(a.rightTile[e], tile, others);
      }
    }
    if (beyond && tile >= 0) {
      findings.add(
          building(
              FindingCode.BUILDING_CUT_BY_AREA,
              building,
              "有一部分在管辖范围之外",
              "lies outside the area in part"));
    }
    for (int i = 0; i < others.size; i++) {
      near.get(others.get(i)).add(building);
      findings.add(
          building(
              FindingCode.BUILDING_CUT_BY_AREA,
              building,
              "跨越 " + a.tiles.get(others.get(i)).code() + " 的界线",
              "lies across the border of " + a.tiles.get(others.get(i)).code()));
    }
  }

  private static void addOther(int other, int tile, IntList others) {
    if (other >= 0 && other != tile && !others.contains(other)) {
      others.add(other);
    }
  }

  private Finding building(FindingCode code, int building, String zh, String en) {
    LayerStack.Footprint f = buildings.get(building);
    return new Finding(
        code,
        "",
        f.source().id(),
        0,
        Optional.of(
            new Spot(LocalFrame.toMetres(f.inside()[0]), LocalFrame.toMetres(f.inside()[1]))),
        new Words("楼栋 " + f.source().id() + " " + zh, "building " + f.source().id() + " " + en),
        code == FindingCode.BUILDING_OUTSIDE
            ? new Words("未计入任何单元", "counted in no unit")
            : new Words("计入其主体所在一侧，界线不动", "counted where its middle lies; the border stays"));
  }
}
