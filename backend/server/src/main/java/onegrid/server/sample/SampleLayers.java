package onegrid.server.sample;

import java.util.List;
import java.util.Optional;
import onegrid.io.crs.Datum;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import onegrid.server.frame.FrameShapes;
import onegrid.store.DrawnCell;
import onegrid.store.LayerDraft;
import onegrid.store.LayerRole;
import onegrid.store.PlacedFinding;
import org.locationtech.jts.geom.Geometry;

/**
 * The layers of a made-up city, taken in as files would be: in degrees, on the datum that their
 * department drew on, so that the same things are noticed about them.
 */
final class SampleLayers {
  private static final String AREA = "社区";

  private final SampleCity city;
  private final FrameShapes frame;
  private final long workspaceId;

  SampleLayers(SampleCity city, FrameShapes frame, long workspaceId) {
    this.city = city;
    this.frame = frame;
    this.workspaceId = workspaceId;
  }

  /** The communities, which every other layer is compared with. */
  LayerIntake area() {
    return take(
        AREA,
        city.communities().stream()
            .map(c -> new SampleCell(c.code(), c.name(), c.geometry(), 0))
            .toList(),
        Datum.CGCS2000);
  }

  LayerIntake department(SampleLayer layer, DepartmentLayer truth) {
    return take(layer.department(), layer.cells(), Datum.valueOf(layer.datum().name()))
        .withDatumSettled(truth, frame.gate());
  }

  LayerDraft draft(LayerIntake intake, LayerRole role) {
    DepartmentLayer layer = intake.layer();
    return new LayerDraft(
        workspaceId,
        layer.name(),
        role,
        layer.name() + "（虚构）",
        intake.crs(),
        layer.cells().stream().mapToDouble(cell -> cell.shape().getArea()).sum(),
        layer.cells().stream()
            .map(c -> new DrawnCell(c.code(), c.name(), c.feature(), frame.shape(c.shape())))
            .toList(),
        intake.findings().stream().map(f -> PlacedFinding.of(f, frame)).toList());
  }

  private LayerIntake take(String name, List<SampleCell> cells, Datum datum) {
    int[] number = {0};
    List<FeatureRow> rows =
        cells.stream()
            .map(
                cell ->
                    new FeatureRow(
                        ++number[0],
                        drawn(cell.geometry(), datum),
                        List.of(cell.code(), cell.name())))
            .toList();
    FeatureTable table =
        new FeatureTable(
            name, "GeoJSON", List.of("code", "name"), rows, Optional.empty(), true, List.of());
    return LayerIntake.take(
        TablePlace.settle(table, Optional.empty()), name, Optional.of("code"), frame.gate());
  }

  private Geometry drawn(Geometry metres, Datum datum) {
    return FrameShapes.moved(frame.shape(metres), datum::shift);
  }
}
