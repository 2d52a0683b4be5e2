package onegrid.server.mosaic;

import java.util.ArrayList;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.Spot;
import onegrid.geo.LocalFrame;
import onegrid.merge.Conflict;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import onegrid.server.frame.FrameShapes;
import onegrid.store.LayerRole;
import onegrid.store.LonLat;
import onegrid.store.MosaicConflict;
import onegrid.store.MosaicInput;
import onegrid.store.MosaicStore;
import onegrid.store.PlacedFinding;
import onegrid.store.StoredMosaic;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * A kept merge as core gave it, in the metres of its frame again: what the writers of files take.
 */
final class StoredGround {
  private final MosaicStore mosaics;
  private final FrameShapes frame;

  StoredGround(MosaicStore mosaics, FrameShapes frame) {
    this.mosaics = mosaics;
    this.frame = frame;
  }

  /** Reads all of it; about 200 bytes of memory for each vertex. */
  UnifiedGround read(StoredMosaic stored) {
    long id = stored.id();
    List<MosaicInput> inputs = mosaics.inputs(id);
    List<BasicUnit> units = new ArrayList<>();
    mosaics.units(
        id,
        u ->
            units.add(
                new BasicUnit(
                    u.id(),
                    u.areaCode(),
                    (Polygon) frame.toMetres(u.shape()),
                    u.areaSquareMetres(),
                    u.sources(),
                    u.buildings(),
                    u.households(),
                    u.people())));
    List<Arc> arcs = new ArrayList<>();
    mosaics.arcs(
        id,
        a ->
            arcs.add(
                new Arc((LineString) frame.toMetres(a.line()), a.left(), a.right(), a.drawnBy())));
    List<CrosswalkRow> crosswalk = new ArrayList<>();
    mosaics.crosswalk(id, crosswalk::add);
    List<Conflict> conflicts = new ArrayList<>();
    mosaics.conflicts(id, c -> conflicts.add(conflict(c)));
    List<Finding> findings = new ArrayList<>();
    mosaics.findings(id, f -> findings.add(finding(f)));
    return new UnifiedGround(
        new LocalFrame(frame.gate().frame().epsgCode()),
        inputs.stream()
            .filter(input -> input.role() != LayerRole.AREA)
            .map(input -> input.report().name())
            .toList(),
        new Mosaic(units, arcs),
        crosswalk,
        conflicts,
        findings,
        new MergeReport(
            inputs.stream().map(MosaicInput::report).toList(),
            stored.units(),
            stored.areaSquareMetres(),
            stored.buildings(),
            stored.households(),
            stored.people(),
            mosaics.phases(id),
            List.of()));
  }

  private Conflict conflict(MosaicConflict c) {
    return new Conflict(
        c.kind(),
        c.layer(),
        c.areaCode(),
        (Polygon) frame.toMetres(c.shape()),
        spot(c.at()),
        c.areaSquareMetres(),
        c.widthMetres(),
        c.buildings(),
        c.households(),
        c.people(),
        c.claims(),
        c.rule(),
        c.givenTo());
  }

  private Finding finding(PlacedFinding f) {
    return new Finding(
        f.code(),
        f.layer(),
        f.sourceCode(),
        f.feature(),
        f.at().map(this::spot),
        f.words(),
        f.action());
  }

  private Spot spot(LonLat at) {
    double[] metres = frame.gate().toMetres(at.lon(), at.lat());
    return new Spot(metres[0], metres[1]);
  }
}
