package onegrid.io.crs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.Community;
import onegrid.sample.Preset;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A made-up town drawn on the truth and on the shifted maps. */
class DatumDetectorTest {
  private static final SampleCity CITY = SampleCity.of(Preset.NANYANG, 3);
  private static final LocalFrame FRAME = new LocalFrame(CITY.epsgCode());
  private static final CrsGate GATE = CrsGate.of(FRAME);

  @Test
  void eachLayerIsKnownUnderEachDatum() {
    for (SampleLayer drawn : CITY.layers()) {
      DepartmentLayer layer = layer(drawn);
      for (Datum datum : Datum.values()) {
        DepartmentLayer handedIn = shifted(layer, datum);
        DatumDetector.Evidence found = DatumDetector.detect(communities(), handedIn, GATE);
        assertEquals(datum, found.datum(), drawn.department() + " " + found);
        Geometry back = DatumDetector.undo(handedIn, datum, GATE).cells().get(0).shape();
        double off = back.getCoordinate().distance(layer.cells().get(0).shape().getCoordinate());
        assertTrue(off < 0.02, drawn.department() + " off by " + off);
      }
    }
  }

  @Test
  void aLayerThatIsMerelyElsewhereIsLeftAlone() {
    DepartmentLayer layer = layer(CITY.layers().get(0));
    List<DepartmentCell> moved = new ArrayList<>();
    AffineTransformation east = AffineTransformation.translationInstance(230, 310);
    for (DepartmentCell cell : layer.cells()) {
      moved.add(new DepartmentCell(cell.code(), "", cell.feature(), east.transform(cell.shape())));
    }
    DepartmentLayer elsewhere = new DepartmentLayer("x", FRAME, moved);
    assertEquals(Datum.CGCS2000, DatumDetector.detect(communities(), elsewhere, GATE).datum());
  }

  private static DepartmentLayer communities() {
    List<DepartmentCell> cells = new ArrayList<>();
    for (Community community : CITY.communities()) {
      cells.add(
          new DepartmentCell(
              community.code(), community.name(), cells.size() + 1, community.geometry()));
    }
    return new DepartmentLayer("area", FRAME, cells);
  }

  private static DepartmentLayer layer(SampleLayer drawn) {
    List<DepartmentCell> cells = new ArrayList<>();
    for (SampleCell cell : drawn.cells()) {
      cells.add(new DepartmentCell(cell.code(), cell.name(), cell.ordinal(), cell.geometry()));
    }
    return new DepartmentLayer(drawn.department(), FRAME, cells);
  }

  private static DepartmentLayer shifted(DepartmentLayer layer, Datum datum) {
    List<DepartmentCell> cells = new ArrayList<>();
    for (DepartmentCell cell : layer.cells()) {
      Geometry copy = cell.shape().copy();
      copy.apply(
          (org.locationtech.jts.geom.CoordinateFilter)
              at -> {
                double[] point = GATE.toDegrees(at.x, at.y);
                datum.shift(point);
                GATE.toMetres(point);
                at.x = point[0];
                at.y = point[1];
              });
      copy.geometryChanged();
      cells.add(new DepartmentCell(cell.code(), cell.name(), cell.feature(), copy));
    }
    return new DepartmentLayer(layer.name(), FRAME, cells);
  }
}
