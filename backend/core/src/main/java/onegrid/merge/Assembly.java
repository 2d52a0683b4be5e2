package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import org.jspecify.annotations.Nullable;

/** Joins the tiles' parts: numbers, arcs on borders, the crosswalk, the report. */
final class Assembly {
  /** Nothing within the rounding to the grid is called a movement. */
  private static final double ROUNDING_METRES = 0.0072;

  private final MergeInput input;
  private final LayerStack stack;
  private final Ground ground;
  private final List<TileMemo> tiles;
  private final MergeRun run;

  /** A whole, and what of it can be of use again. */
  record Whole(UnifiedGround ground, Crosswalk crosswalk) {}

  Assembly(MergeInput input, LayerStack stack, Ground ground, List<TileMemo> tiles, MergeRun run) {
    this.input = input;
    this.stack = stack;
    this.ground = ground;
    this.tiles = tiles;
    this.run = run;
  }

  /**
   * Puts the whole together.
   *
   * @param before the accounts of an earlier merge of layers of these names, if there was one
   */
  Whole assemble(@Nullable Crosswalk before) {
    List<TilePart> parts = numbered();
    return run.both(() -> arcs(parts), () -> accounts(parts, before), this::whole);
  }

  /** All but the arcs. */
  private record Accounts(
      List<BasicUnit> units,
      List<Conflict> conflicts,
      Crosswalk crosswalk,
      List<CrosswalkRow> rows,
      List<Finding> findings,
      List<MergeReport.LayerReport> layers) {}

  private Accounts accounts(List<TilePart> parts, @Nullable Crosswalk before) {
    List<Finding> findings = new ArrayList<>(ground.findings);
    findings.addAll(stack.ranking);
    stack.layers.forEach(layer -> findings.addAll(layer.findings));
    List<BasicUnit> units = new ArrayList<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (TilePart part : parts) {
      units.addAll(part.units);
      conflicts.addAll(part.conflicts);
    }
    // Already in order tile by tile, which the sort makes use of.
    conflicts.sort(ConflictList.ORDER);
    run.tell(0.3);
    double[][] outside = outside();
    Crosswalk crosswalk = new Crosswalk(stack, parts, outside, ground.buildings.homeless, before);
    run.tell(0.6);
    reportOutside(outside, findings);
    reportLost(crosswalk, conflicts, outside, findings);
    List<MergeReport.LayerReport> layers = layerReports(parts, crosswalk, outside, findings);
    return new Accounts(units, conflicts, crosswalk, crosswalk.rows(), findings, layers);
  }

  private Whole whole(List<Arc> arcs, Accounts accounts) {
    run.end();
    List<TilePart> parts = tiles.stream().map(TileMemo::part).toList();
    MergeReport report =
        new MergeReport(
            accounts.layers,
            accounts.units.size(),
            accounts.units.stream().mapToDouble(BasicUnit::areaSquareMetres).sum(),
            sum(parts, part -> part.buildings),
            sum(parts, part -> part.households),
            sum(parts, part -> part.people),
            run.phases(),
            stack.layers.stream().map(l -> l.evidence).toList());
    UnifiedGround whole =
        new UnifiedGround(
            input.frame(),
            stack.layers.stream().map(l -> l.drawing.name).toList(),
            new Mosaic(accounts.units, arcs),
            accounts.rows,
            accounts.conflicts,
            accounts.findings,
            report);
    return new Whole(whole, accounts.crosswalk);
  }

  /** The tiles' parts; the parts of one division are numbered on from each other. */
  private List<TilePart> numbered() {
    Map<String, Integer> next = new HashMap<>();
    List<TilePart> parts = new ArrayList<>(tiles.size());
    for (TileMemo tile : tiles) {
      int first = next.getOrDefault(tile.part().areaCode, 1);
      parts.add(tile.part().from(first));
      next.put(tile.part().areaCode, first + tile.part().units.size());
    }
    return parts;
  }

  /** Arcs on the borders of tiles are chained here, the others by each tile. */
  private static List<Arc> arcs(List<TilePart> parts) {
    ArcChains borders = new ArcChains();
    List<ArcRun> runs = new ArrayList<>();
    int[] firstUnit = new int[parts.size() + 1];
    int units = 0;
    borders.expect(parts.stream().mapToInt(part -> part.borderSteps.length / 7).sum());
    for (TilePart part : parts) {
      borders.add(part.borderSteps, units);
      borders.addJunctions(part.landings);
      firstUnit[runs.size()] = units;
      runs.add(part.innerArcs);
      units += part.units.size();
    }
    borders.close();
    runs.add(borders.arcs());
    return Arrays.asList(ArcRun.join(runs, firstUnit));
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
      Crosswalk crosswalk, List<Conflict> conflicts, double[][] outside, List<Finding> findings) {
    for (int k = 0; k < stack.count(); k++) {
      Drawing drawing = stack.drawing(k);
      for (int cell = 0; cell < drawing.codes.size(); cell++) {
        if (crosswalk.holders(k, cell).isEmpty()) {
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
        new Words("其宽度小于图层容差，已并入相邻网格", "it is narrower than the tolerance and went to a neighbour");
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
        c.rule().words().zh() + (winners.isEmpty() ? "" : "（归 " + winners + "）"),
        c.rule().words().en() + (winners.isEmpty() ? "" : " (to " + winners + ")"));
  }

  private List<MergeReport.LayerReport> layerReports(
      List<TilePart> parts, Crosswalk crosswalk, double[][] outside, List<Finding> findings) {
    List<MergeReport.LayerReport> reports = new ArrayList<>();
    ground.areaDrawing.ifPresent(d -> reports.add(areaReport(d)));
    for (int k = 0; k < stack.count(); k++) {
      reports.add(layerReport(k, parts, crosswalk, outside[k], findings));
    }
    return reports;
  }

  private MergeReport.LayerReport areaReport(Drawing area) {
    Moved moved = moved(TileMemo::borderMovements);
    return new MergeReport.LayerReport(
        area.name,
        area.codes.size(),
        area.segments(),
        0,
        0,
        0,
        moved.largest,
        moved.p99,
        0,
        0,
        0,
        0,
        0,
        DriftUndone.NONE);
  }

  private MergeReport.LayerReport layerReport(
      int layer,
      List<TilePart> parts,
      Crosswalk crosswalk,
      double[] outside,
      List<Finding> findings) {
    Drawing drawing = stack.drawing(layer);
    double[] change = new double[drawing.codes.size()];
    for (int c = 0; c < change.length; c++) {
      change[c] = (outside[c] - stack.cellSquareCells(layer, c)) / 10_000;
      for (Holding holding : crosswalk.holders(layer, c)) {
        for (BasicUnit unit : holding.units) {
          change[c] += unit.areaSquareMetres();
        }
      }
    }
    Moved moved = moved(tile -> tile.movements()[layer]);
    reportMoved(drawing.name, layer, moved, findings);
    return new MergeReport.LayerReport(
        drawing.name,
        drawing.codes.size(),
        drawing.segments(),
        stack.toleranceCells(layer) * LocalFrame.CELL_METRES,
        LocalFrame.toMetres(stack.layers.get(layer).measured.shiftX()),
        LocalFrame.toMetres(stack.layers.get(layer).measured.shiftY()),
        moved.largest,
        moved.p99,
        Arrays.stream(outside).sum() / 10_000,
        Arrays.stream(change).filter(c -> c > 0).sum(),
        -Arrays.stream(change).filter(c -> c < 0).sum(),
        sum(parts, part -> part.buildingsMoved[layer][0]),
        sum(parts, part -> part.buildingsMoved[layer][1]),
        sum(parts, part -> part.peopleMoved[layer][0]),
        sum(parts, part -> part.peopleMoved[layer][1]),
        drift(layer));
  }

  private DriftUndone drift(int layer) {
    Conflation.Movements all = new Conflation.Movements();
    tiles.forEach(tile -> all.addDrift(tile.movements()[layer]));
    return all.drift();
  }

  private static int sum(List<TilePart> parts, ToIntFunction<TilePart> of) {
    return parts.stream().mapToInt(of).sum();
  }

  /** One line for all borders of a layer that came to lie on stronger ones, with the rule. */
  private void reportMoved(String name, int layer, Moved moved, List<Finding> findings) {
    int count = moved.count;
    if (count == 0) {
      return;
    }
    double tolerance = stack.toleranceCells(layer) * LocalFrame.CELL_METRES;
    findings.add(
        new Finding(
            FindingCode.BORDERS_SETTLED,
            name,
            "",
            0,
            Optional.empty(),
            new Words(
                "%d 个边界点贴到等级较高图层的边界上，99%% 移动不足 %.2f 米，最远 %.2f 米"
                    .formatted(count, moved.p99, moved.largest),
                "%d points of borders went onto borders of stronger layers, 99 of 100 by less than %.2f m, at most %.2f m"
                    .formatted(count, moved.p99, moved.largest)),
            new Words(
                "规则：容差 %.2f 米内以等级较高者为准".formatted(tolerance),
                "by the rule that within %.2f m the stronger layer has drawn the border"
                    .formatted(tolerance))));
  }

  /** How far points moved: the most, the 99th of 100, and how many moved at all. */
  private record Moved(double largest, double p99, int count) {}

  private Moved moved(Function<TileMemo, Conflation.Movements> of) {
    double[] all = movements(of);
    double largest = 0;
    int count = 0;
    for (double metres : all) {
      largest = Math.max(largest, metres);
      count += metres > ROUNDING_METRES ? 1 : 0;
    }
    return new Moved(
        largest, all.length == 0 ? 0 : Ordered.at(all, (int) (all.length * 0.99)), count);
  }

  /** How far points moved in all tiles, in no order. */
  private double[] movements(Function<TileMemo, Conflation.Movements> of) {
    int n = 0;
    for (TileMemo tile : tiles) {
      n += of.apply(tile).count;
    }
    double[] all = new double[n];
    int at = 0;
    for (TileMemo tile : tiles) {
      Conflation.Movements m = of.apply(tile);
      System.arraycopy(m.metres, 0, all, at, m.count);
      at += m.count;
    }
    return all;
  }
}
