package onegrid.server.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.place.Indivisible;
import onegrid.plan.Plan;
import onegrid.plan.PlanCell;
import onegrid.plan.PlanStart;
import onegrid.plan.StartCells;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobThreads;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.GridCellRow;
import onegrid.store.LayerRole;
import onegrid.store.MosaicInput;
import onegrid.store.StoredMosaic;
import onegrid.store.Stores;
import onegrid.store.Workspace;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;

/** Branches a draft from a mosaic: units, arcs, cells, and the buildings as they stand now. */
@Component
class PlanBranch {
  /** Core makes shapes from arcs; what units look like is not read a second time. */
  private static final Polygon NO_SHAPE = new GeometryFactory().createPolygon();

  private final Stores stores;

  PlanBranch(Stores stores) {
    this.stores = stores;
  }

  /**
   * Makes a draft. Reads the whole mosaic: about a second for 14,000 units.
   *
   * @param layer the layer whose cells it starts with; of a version that has cells, those are taken
   */
  onegrid.store.Plan branch(long mosaicId, String name, Optional<String> layer, Asker asker) {
    return JobThreads.inJob(
        () -> stores.inTransaction(() -> branched(mosaicId, name, layer, asker)));
  }

  private onegrid.store.Plan branched(
      long mosaicId, String name, Optional<String> layer, Asker asker) {
    StoredMosaic stored =
        stores.mosaics().find(mosaicId).orElseThrow(() -> Refused.notFound("合并结果", "mosaic"));
    Plan plan = start(stored, layer);
    return stores
        .plans()
        .create(mosaicId, name, asker.account().id(), PlanStates.snapshot(0, plan), asker.name());
  }

  /** The plan before its first operation. */
  Plan start(StoredMosaic stored, Optional<String> layer) {
    long mosaicId = stored.id();
    FrameShapes frame = frame(stored.workspaceId());
    Mosaic mosaic = mosaic(mosaicId, frame);
    List<Indivisible> buildings =
        stores.places().buildings(stored.workspaceId()).stream()
            .map(
                b ->
                    new Indivisible(
                        b.code(), frame.toMetres(b.footprint()), b.households(), b.people()))
            .toList();
    List<Indivisible> compounds =
        stores.places().compounds(stored.workspaceId()).stream()
            .map(c -> new Indivisible(c.code(), frame.toMetres(c.shape()), 0, 0))
            .toList();
    return PlanStart.of(
        frame.gate().frame(), mosaic, cells(mosaicId, mosaic, layer), buildings, compounds);
  }

  private FrameShapes frame(long workspaceId) {
    return FrameShapes.of(
        new LocalFrame(
            stores
                .workspaces()
                .find(workspaceId)
                .map(Workspace::epsg)
                .orElseThrow(() -> Refused.notFound("工作区", "workspace"))
                .orElseThrow(() -> new IllegalStateException("a mosaic without a frame"))));
  }

  private Mosaic mosaic(long id, FrameShapes frame) {
    List<BasicUnit> units = new ArrayList<>();
    stores
        .mosaics()
        .units(
            id,
            u ->
                units.add(
                    new BasicUnit(
                        u.id(),
                        u.areaCode(),
                        NO_SHAPE,
                        u.areaSquareMetres(),
                        u.sources(),
                        u.buildings(),
                        u.households(),
                        u.people())));
    List<Arc> arcs = new ArrayList<>();
    stores
        .mosaics()
        .arcs(
            id,
            a ->
                arcs.add(
                    new Arc(
                        (LineString) frame.toMetres(a.line()), a.left(), a.right(), a.drawnBy())));
    return new Mosaic(units, arcs);
  }

  private StartCells cells(long mosaicId, Mosaic mosaic, Optional<String> layer) {
    List<GridCellRow> published = stores.cells().list(mosaicId);
    if (!published.isEmpty()) {
      return published(published, mosaic);
    }
    if (layer.isEmpty()) {
      return StartCells.ofAreas(mosaic);
    }
    List<String> layers =
        stores.mosaics().inputs(mosaicId).stream()
            .filter(input -> input.role() != LayerRole.AREA)
            .map(MosaicInput::report)
            .map(report -> report.name())
            .toList();
    int index = layers.indexOf(layer.get());
    if (index < 0) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "这次合并里没有图层“" + layer.get() + "”，可选：" + String.join("、", layers) + "。",
          "The merge has no such layer; it has: " + String.join(", ", layers) + ".");
    }
    return StartCells.ofLayer(mosaic, index);
  }

  /** The cells of the version before, unlocked: locks are a tool of drafts. */
  private static StartCells published(List<GridCellRow> rows, Mosaic mosaic) {
    Map<String, String> cellOf = new HashMap<>();
    List<PlanCell> cells = new ArrayList<>();
    for (GridCellRow row : rows) {
      cells.add(
          new PlanCell(
              row.code(),
              row.name(),
              PlanCell.Kind.valueOf(row.kind()),
              row.areaCode(),
              false,
              row.retired()));
      row.units().forEach(unit -> cellOf.put(unit, row.code()));
    }
    return new StartCells(
        cells, mosaic.units().stream().map(unit -> cellOf.getOrDefault(unit.id(), "")).toList());
  }
}
