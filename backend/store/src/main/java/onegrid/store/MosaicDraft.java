package onegrid.store;

import java.util.ArrayList;
import java.util.List;
import onegrid.merge.Conflict;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The result of a merge about to be kept, all shapes in degrees.
 *
 * @param workspaceId where it belongs
 * @param inputs the area layer first (when there was one), then the layers by rank
 * @param units in the order that {@link MosaicArc#left} and {@link MosaicArc#right} count
 * @param report the numbers of the merge
 * @param reportJson the same as the file {@code report.json}, kept to the letter
 * @param wallSeconds from the start of the merge to its end
 */
public record MosaicDraft(
    long workspaceId,
    List<MosaicInput> inputs,
    List<MosaicUnit> units,
    List<MosaicArc> arcs,
    List<CrosswalkRow> crosswalk,
    List<MosaicConflict> conflicts,
    List<PlacedFinding> findings,
    MergeReport report,
    String reportJson,
    double wallSeconds) {

  public MosaicDraft {
    inputs = List.copyOf(inputs);
    units = List.copyOf(units);
    arcs = List.copyOf(arcs);
    crosswalk = List.copyOf(crosswalk);
    conflicts = List.copyOf(conflicts);
    findings = List.copyOf(findings);
    Numbers.finite("wallSeconds", wallSeconds);
  }

  /** What core gave, its shapes turned into degrees by {@code toLonLat}. */
  public static MosaicDraft of(
      long workspaceId,
      List<MosaicInput> inputs,
      UnifiedGround ground,
      ToLonLat toLonLat,
      String reportJson,
      double wallSeconds) {
    List<MosaicConflict> conflicts = new ArrayList<>(ground.conflicts().size());
    for (Conflict conflict : ground.conflicts()) {
      conflicts.add(placed(conflicts.size() + 1, conflict, toLonLat));
    }
    return new MosaicDraft(
        workspaceId,
        inputs,
        ground.mosaic().units().stream()
            .map(
                u ->
                    new MosaicUnit(
                        u.id(),
                        u.areaCode(),
                        (Polygon) toLonLat.shape(u.polygon()),
                        u.areaSquareMetres(),
                        u.sources(),
                        u.buildings(),
                        u.households(),
                        u.people()))
            .toList(),
        ground.mosaic().arcs().stream()
            .map(
                a ->
                    new MosaicArc(
                        (LineString) toLonLat.shape(a.line()), a.left(), a.right(), a.drawnBy()))
            .toList(),
        ground.crosswalk(),
        conflicts,
        ground.findings().stream().map(f -> PlacedFinding.of(f, toLonLat)).toList(),
        ground.report(),
        reportJson,
        wallSeconds);
  }

  /** The same with other conflicts. */
  public MosaicDraft withConflicts(List<MosaicConflict> others) {
    return new MosaicDraft(
        workspaceId,
        inputs,
        units,
        arcs,
        crosswalk,
        others,
        findings,
        report,
        reportJson,
        wallSeconds);
  }

  private static MosaicConflict placed(int id, Conflict c, ToLonLat toLonLat) {
    return new MosaicConflict(
        id,
        c.kind(),
        c.layer(),
        c.areaCode(),
        (Polygon) toLonLat.shape(c.shape()),
        toLonLat.place(c.at()),
        c.areaSquareMetres(),
        c.widthMetres(),
        c.buildings(),
        c.households(),
        c.people(),
        c.claims(),
        c.rule(),
        c.givenTo());
  }
}
