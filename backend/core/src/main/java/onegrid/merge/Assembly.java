package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;

/** Puts the tiles' results together: numbers, arcs, the crosswalk, the report. */
final class Assembly {
  /** Nothing within the rounding to the grid is called a movement. */
  private static final double ROUNDING_METRES = 0.0072;

  private final MergeInput input;
  private final LayerStack stack;
  private final Ground ground;
  private final List<TileMemo> tiles;
  private final MergeRun run;

  Assembly(MergeInput input, LayerStack stack, Ground ground, List<TileMemo> tiles, MergeRun run) {
    this.input = input;
    this.stack = stack;
    this.ground = ground;
    this.tiles = tiles;
    this.run = run;
  }

  UnifiedGround assemble() {
    List<Finding> findings = new ArrayList<>(ground.findings);
    stack.layers.forEach(layer -> findings.addAll(layer.findings));
    List<BasicUnit> units = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    ArcChains chains = new ArcChains();
    TreeMap<String, Integer> counters = new TreeMap<>();
    int[][] heldAt = new int[stack.buildings.size()][];
    for (int t = 0; t < tiles.size(); t++) {
      TileResult tile = tiles.get(t).result();
      chains.add(tile.steps(), units.size());
      for (UnitDraft draft : tile.units()) {
        units.add(unit(draft, TileSweep.areaCode(ground.area, t), counters));
        for (int b : draft.buildings()) {
          heldAt[b] = draft.held();
        }
      }
      conflicts.addAll(tile.conflicts());
    }
    conflicts.sort(CONFLICT_ORDER);
    run.tell(0.3);
    List<Arc> arcs = chains.arcs();
    run.tell(0.6);
    double[][] outside = outside();
    List<CrosswalkRow> crosswalk =
        new Crosswalk(stack, units, outside, ground.buildings.homeless).rows();
    reportOutside(outside, findings);
    reportLost(units, conflicts, outside, findings);
    List<MergeReport.LayerReport> layers = layerReports(units, outside, heldAt, findings);
    run.end();
    MergeReport report =
        new MergeReport(
            layers,
            units.size(),
            units.stream().mapToDouble(BasicUnit::areaSquareMetres).sum(),
            units.stream().mapToInt(BasicUnit::buildings).sum(),
            units.stream().mapToInt(BasicUnit::households).sum(),
            units.stream().mapToInt(BasicUnit::people).sum(),
            run.phases(),
            stack.layers.stream().map(l -> l.evidence).toList());
    return new UnifiedGround(
        input.frame(),
        stack.layers.stream().map(l -> l.drawing.name).toList(),
        new Mosaic(units, arcs),
        crosswalk,
        conflicts,
        findings,
        report);
  }

  private static final Comparator<Conflict> CONFLICT_ORDER =
      Comparator.comparingInt((Conflict c) -> -c.people())
          .thenComparingDouble(c -> -c.areaSquareMetres())
          .thenComparingDouble(c -> c.at().eastMetres())
          .thenComparingDouble(c -> c.at().northMetres())
          .thenComparing(Conflict::kind)
          .thenComparing(Conflict::layer);

  private BasicUnit unit(UnitDraft draft, String areaCode, TreeMap<String, Integer> counters) {
    int number = counters.merge(areaCode, 1, Integer::sum);
    List<Optional<String>> sources = new ArrayList<>();
    for (int k = 0; k < stack.count(); k++) {
      int cell = draft.held()[k];
      sources.add(
          cell == FaceGroups.NONE
              ? Optional.empty()
              : Optional.of(stack.drawing(k).codes.get(cell)));
    }
    int households = 0;
    int people = 0;
    for (int b : draft.buildings()) {
      households += stack.buildings.get(b).source().households();
      people += stack.buildings.get(b).source().people();
    }
    return new BasicUnit(
        (areaCode.isEmpty() ? "unit" : areaCode) + "-" + number,
        areaCode,
        draft.polygon(),
        draft.squareCells() / 10_000,
        sources,
        draft.buildings().length,
        households,
        people);
  }

  private double[][] outside() {
    return stack.layers.stream().map(l -> l.outside(ground.area)).toArray(double[][]::new);
  }

  private void reportOutside(double[][] outside, List<Finding> findings) {
    for (int k = 0; k < stack.count(); k++) {
      Drawing drawing = stack.drawing(k);
      double sum = 0;
      int cells = 0;
      for (double squareCells : outside[k]) {
        sum += squareCells / 10_000;
        cells += squareCells >= 10_000 ? 1 : 0;
      }
      if (sum >= 1) {
        findings.add(
            new Finding(
                FindingCode.OUTSIDE_AREA,
                drawing.name,
                "",
                0,
                Optional.empty(),
                new Words(
                    "%d 个网格共有 %.2f 公顷画在管辖范围之外".formatted(cells, sum / 10_000),
                    "%d cells lie outside the area with %.2f ha".formatted(cells, sum / 10_000)),
                new Words("逐个列在去向表中", "listed cell by cell in the crosswalk")));
      }
    }
  }

  /** Source codes that are on no unit, each with the reason. */
  private void reportLost(
      List<BasicUnit> units, List<Conflict> conflicts, double[][] outside, List<Finding> findings) {
    for (int k = 0; k < stack.count(); k++) {
      int layer = k;
      Set<String> placed = new HashSet<>();
      units.forEach(u -> u.sources().get(layer).ifPresent(placed::add));
      Drawing drawing = stack.drawing(k);
      for (int cell = 0; cell < drawing.codes.size(); cell++) {
        if (!placed.contains(drawing.codes.get(cell))) {
          findings.add(lost(drawing, k, cell, conflicts, outside[k][cell]));
        }
      }
    }
  }

  private Finding lost(
      Drawing drawing, int layer, int cell, List<Conflict> conflicts, double outside) {
    String code = drawing.codes.get(cell);
    Claim claim = new Claim(drawing.name, code);
    Words why =
        new Words("其宽度小于图层容差,已并入相邻网格", "it is narrower than the tolerance and went to a neighbour");
    if (outside > 0.9 * stack.cellSquareCells(layer, cell)) {
      why = new Words("它画在管辖范围之外", "it lies outside the area");
    } else {
      for (Conflict c : conflicts) {
        if (c.claims().contains(claim) && !c.givenTo().contains(claim)) {
          why = lostTo(c, drawing.name);
          break;
        }
      }
    }
    int piece = 0;
    while (piece < drawing.pieces() && drawing.cellOf[piece] != cell) {
      piece++;
    }
    Optional<Spot> at = Optional.empty();
    if (piece < drawing.pieces()) {
      int first = drawing.ringStart[drawing.pieceStart[piece]];
      at =
          Optional.of(
              new Spot(
                  LocalFrame.toMetres(drawing.x[first]), LocalFrame.toMetres(drawing.y[first])));
    }
    return new Finding(
        FindingCode.SOURCE_NOT_PLACED,
        drawing.name,
        code,
        piece < drawing.pieces() ? drawing.featureOf[piece] : 0,
        at,
        new Words("网格 " + code + " 未落到任何单元上", "cell " + code + " is on no unit"),
        why);
  }

  private static Words lostTo(Conflict c, String layer) {
    String winners =
        String.join(
            "、",
            c.givenTo().stream()
                .filter(g -> g.layer().equals(layer))
                .map(Claim::sourceCode)
                .toList());
    return new Words(
        c.rule().words().zh() + (winners.isEmpty() ? "" : "(归 " + winners + ")"),
        c.rule().words().en() + (winners.isEmpty() ? "" : " (to " + winners + ")"));
  }

  private List<MergeReport.LayerReport> layerReports(
      List<BasicUnit> units, double[][] outside, int[][] heldAt, List<Finding> findings) {
    List<MergeReport.LayerReport> reports = new ArrayList<>();
    ground.areaDrawing.ifPresent(d -> reports.add(areaReport(d)));
    for (int k = 0; k < stack.count(); k++) {
      reports.add(layerReport(k, units, outside[k], heldAt, findings));
    }
    return reports;
  }

  private MergeReport.LayerReport areaReport(Drawing area) {
    double[] moved = BorderMovement.metres(area, tiles);
    return new MergeReport.LayerReport(
        area.name,
        area.codes.size(),
        area.segments(),
        0,
        0,
        0,
        Arrays.stream(moved).max().orElse(0),
        p99(moved),
        0,
        0,
        0,
        0,
        0);
  }

  private static double p99(double[] moved) {
    return moved.length == 0 ? 0 : Ordered.at(moved, (int) (moved.length * 0.99));
  }

  private MergeReport.LayerReport layerReport(
      int layer, List<BasicUnit> units, double[] outside, int[][] heldAt, List<Finding> findings) {
    Drawing drawing = stack.drawing(layer);
    double[] change = new double[drawing.codes.size()];
    TreeMap<String, Integer> cellOf = new TreeMap<>();
    for (int c = 0; c < change.length; c++) {
      cellOf.put(drawing.codes.get(c), c);
      change[c] = (outside[c] - stack.cellSquareCells(layer, c)) / 10_000;
    }
    for (BasicUnit unit : units) {
      unit.sources()
          .get(layer)
          .ifPresent(code -> change[cellOf.getOrDefault(code, 0)] += unit.areaSquareMetres());
    }
    int[] people = peopleMoved(layer, heldAt);
    double[] moved = movements(layer);
    reportMoved(drawing.name, layer, moved, findings);
    return new MergeReport.LayerReport(
        drawing.name,
        drawing.codes.size(),
        drawing.segments(),
        stack.toleranceCells(layer) * LocalFrame.CELL_METRES,
        LocalFrame.toMetres(stack.layers.get(layer).measured.shiftX()),
        LocalFrame.toMetres(stack.layers.get(layer).measured.shiftY()),
        Arrays.stream(moved).max().orElse(0),
        p99(moved),
        Arrays.stream(outside).sum() / 10_000,
        Arrays.stream(change).filter(c -> c > 0).sum(),
        -Arrays.stream(change).filter(c -> c < 0).sum(),
        people[2],
        people[3],
        people[0],
        people[1]);
  }

  /** One line for all borders of a layer that came to lie on stronger ones, with the rule. */
  private void reportMoved(String name, int layer, double[] moved, List<Finding> findings) {
    long count = Arrays.stream(moved).filter(m -> m > ROUNDING_METRES).count();
    if (count == 0) {
      return;
    }
    double tolerance = stack.toleranceCells(layer) * LocalFrame.CELL_METRES;
    double largest = Arrays.stream(moved).max().orElse(0);
    findings.add(
        new Finding(
            FindingCode.BORDERS_SETTLED,
            name,
            "",
            0,
            Optional.empty(),
            new Words(
                "%d 个边界点贴到等级较高图层的边界上,99%% 移动不足 %.2f 米,最远 %.2f 米"
                    .formatted(count, p99(moved), largest),
                "%d points of borders went onto borders of stronger layers, 99 of 100 by less than %.2f m, at most %.2f m"
                    .formatted(count, p99(moved), largest)),
            new Words(
                "规则:容差 %.2f 米内以等级较高者为准".formatted(tolerance),
                "by the rule that within %.2f m the stronger layer has drawn the border"
                    .formatted(tolerance))));
  }

  /** How far the points of a layer moved, in no order. */
  private double[] movements(int layer) {
    int n = 0;
    for (TileMemo tile : tiles) {
      n += tile.movements()[layer].count;
    }
    double[] all = new double[n];
    int at = 0;
    for (TileMemo tile : tiles) {
      Conflation.Movements m = tile.movements()[layer];
      System.arraycopy(m.metres, 0, all, at, m.count);
      at += m.count;
    }
    return all;
  }

  /**
   * People in buildings that a layer holds in another cell now, {gained, lost} over its cells, then
   * the buildings.
   */
  private int[] peopleMoved(int layer, int[][] heldAt) {
    int[] sum = new int[4];
    int[][] drawnIn = stack.layers.get(layer).cellsAt(stack.buildings);
    for (int b = 0; b < heldAt.length; b++) {
      if (heldAt[b] == null) {
        continue;
      }
      int people = stack.buildings.get(b).source().people();
      int now = heldAt[b][layer];
      boolean wasThere = false;
      for (int cell : drawnIn[b]) {
        wasThere |= cell == now;
      }
      if (!wasThere && now != FaceGroups.NONE) {
        sum[0] += people;
        sum[2]++;
      }
      if (!wasThere && drawnIn[b].length > 0) {
        sum[1] += people;
        sum[3]++;
      }
    }
    return sum;
  }
}
