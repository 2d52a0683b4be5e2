package onegrid.server.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.finding.Finding;
import onegrid.geo.LocalFrame;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.plan.Plan;
import onegrid.plan.PlanMosaic;
import onegrid.plan.PlanUnit;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobRun;
import onegrid.store.GridCellRow;
import onegrid.store.LayerRole;
import onegrid.store.MosaicDraft;
import onegrid.store.MosaicInput;
import onegrid.store.StoredMosaic;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a version of a plan: a mosaic with its units, arcs, cells and crosswalk, which never
 * changes.
 */
@Component
class PlanPublication {
  private final Stores stores;
  private final JsonMapper json;

  PlanPublication(Stores stores, JsonMapper json) {
    this.stores = stores;
    this.json = json;
  }

  /**
   * What is written into {@code report.json} of a version.
   *
   * @param conflicts those of its base that are still as they were answered there
   * @param conflictsSettled those that the plan has answered otherwise
   */
  record Report(
      long plan,
      String name,
      long baseMosaic,
      long operations,
      String digest,
      int units,
      int cells,
      int conflicts,
      int conflictsSettled,
      double areaSquareMetres,
      int buildings,
      int households,
      int people) {}

  /** A version before it is kept. */
  record Version(MosaicDraft mosaic, List<GridCellRow> cells) {}

  /**
   * Makes a version; keeps nothing.
   *
   * @param run told how far it is, from 0.4 to 0.7 of it
   */
  Version make(onegrid.store.Plan row, Plan plan, List<Finding> findings, JobRun run) {
    long start = System.nanoTime();
    Mosaic mosaic = PlanMosaic.of(plan);
    run.check();
    List<MosaicInput> inputs = stores.mosaics().inputs(row.mosaicId());
    List<String> layers =
        inputs.stream()
            .filter(input -> input.role() != LayerRole.AREA)
            .map(input -> input.report().name())
            .toList();
    LocalFrame frame = new LocalFrame(plan.epsgCode());
    FrameShapes shapes = FrameShapes.of(frame);
    CarriedConflicts conflicts = CarriedConflicts.of(plan, layers, shapes);
    stores.mosaics().conflicts(row.mosaicId(), conflicts);
    run.check();
    MergeReport report =
        new MergeReport(
            inputs.stream().map(MosaicInput::report).toList(),
            mosaic.units().size(),
            mosaic.units().stream().mapToDouble(BasicUnit::areaSquareMetres).sum(),
            mosaic.units().stream().mapToInt(BasicUnit::buildings).sum(),
            mosaic.units().stream().mapToInt(BasicUnit::households).sum(),
            mosaic.units().stream().mapToInt(BasicUnit::people).sum(),
            List.of(),
            List.of());
    List<GridCellRow> cells = cells(plan);
    UnifiedGround ground =
        new UnifiedGround(
            frame,
            layers,
            mosaic,
            crosswalk(row.mosaicId(), layers, mosaic),
            List.of(),
            findings,
            report);
    String reportJson =
        json.writeValueAsString(
            new Report(
                row.id(),
                row.name(),
                row.mosaicId(),
                row.lastSeq(),
                plan.digest(),
                report.units(),
                (int) cells.stream().filter(cell -> !cell.retired()).count(),
                conflicts.carried().size(),
                conflicts.settled(),
                report.areaSquareMetres(),
                report.buildings(),
                report.households(),
                report.people()));
    run.check();
    MosaicDraft draft =
        MosaicDraft.of(
            row.workspaceId(),
            inputs,
            ground,
            shapes,
            reportJson,
            (System.nanoTime() - start) / 1e9);
    return new Version(draft.withConflicts(conflicts.carried()), cells);
  }

  /** Keeps a version, in the transaction that is open; gives its mosaic. */
  StoredMosaic keep(Version version, String actor) {
    StoredMosaic kept = stores.mosaics().save(version.mosaic(), actor);
    stores.cells().save(kept.id(), version.cells());
    return kept;
  }

  private static List<GridCellRow> cells(Plan plan) {
    return plan.cells().stream()
        .map(
            cell ->
                new GridCellRow(
                    cell.id(),
                    cell.name(),
                    cell.kind().name(),
                    cell.areaCode(),
                    cell.retired(),
                    plan.unitsOf(cell.id()).stream().map(PlanUnit::id).toList()))
        .toList();
  }

  /** Which unit every source cell went to; what lay outside of all is as it was. */
  private List<CrosswalkRow> crosswalk(long baseMosaic, List<String> layers, Mosaic mosaic) {
    Map<String, CrosswalkRow> outside = new HashMap<>();
    stores
        .mosaics()
        .crosswalk(
            baseMosaic,
            row -> {
              if (row.unitId().isEmpty()) {
                outside.put(row.layer() + "\n" + row.sourceCode(), row);
              }
            });
    List<CrosswalkRow> rows = new ArrayList<>();
    for (int k = 0; k < layers.size(); k++) {
      Map<String, List<BasicUnit>> units = new TreeMap<>();
      for (BasicUnit unit : mosaic.units()) {
        unit.sources()
            .get(k)
            .ifPresent(code -> units.computeIfAbsent(code, c -> new ArrayList<>()).add(unit));
      }
      String layer = layers.get(k);
      outside.values().stream()
          .filter(row -> row.layer().equals(layer))
          .forEach(row -> units.putIfAbsent(row.sourceCode(), List.of()));
      units.forEach(
          (code, held) ->
              add(layer, code, held, Optional.ofNullable(outside.get(layer + "\n" + code)), rows));
    }
    return rows;
  }

  private static void add(
      String layer,
      String code,
      List<BasicUnit> units,
      Optional<CrosswalkRow> outside,
      List<CrosswalkRow> rows) {
    long people = outside.map(CrosswalkRow::people).orElse(0);
    double ground = outside.map(CrosswalkRow::areaSquareMetres).orElse(0.0);
    for (BasicUnit unit : units) {
      people += unit.people();
      ground += unit.areaSquareMetres();
    }
    for (BasicUnit unit : units) {
      rows.add(
          new CrosswalkRow(
              layer,
              code,
              Optional.of(unit.id()),
              unit.areaSquareMetres(),
              unit.buildings(),
              unit.households(),
              unit.people(),
              share(unit.people(), unit.areaSquareMetres(), people, ground)));
    }
    if (outside.isPresent()) {
      CrosswalkRow o = outside.get();
      rows.add(
          new CrosswalkRow(
              layer,
              code,
              Optional.empty(),
              o.areaSquareMetres(),
              o.buildings(),
              o.households(),
              o.people(),
              share(o.people(), o.areaSquareMetres(), people, ground)));
    }
  }

  /** By people where there are any, else by ground. */
  private static double share(int people, double metres, long allPeople, double allMetres) {
    if (allPeople > 0) {
      return Math.min(1, (double) people / allPeople);
    }
    return allMetres > 0 ? Math.min(1, metres / allMetres) : 0;
  }
}
