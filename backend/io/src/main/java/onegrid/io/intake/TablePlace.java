package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.Spot;
import onegrid.io.FileRefused;
import onegrid.io.ReadNotice;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Inward;
import onegrid.io.crs.Magnitudes;
import onegrid.io.crs.SourceCrs;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A table whose coordinate system is settled.
 *
 * @param table what was read
 * @param settled how its numbers are to be read
 */
public record TablePlace(FeatureTable table, Magnitudes.Settled settled) {

  /**
   * Settles the coordinate system of a table.
   *
   * @param told the system that a person states for files that do not say
   * @throws FileRefused if it stays unclear; the words begin with the file's name
   */
  public static TablePlace settle(FeatureTable table, Optional<SourceCrs> told) {
    Envelope bounds = table.bounds();
    boolean degrees =
        table.degreesByFormat() && Math.abs(bounds.getMaxX()) <= 180 && bounds.getMaxY() <= 180;
    Optional<SourceCrs> stated = table.statedCrs().or(() -> degrees ? Optional.empty() : told);
    try {
      return new TablePlace(table, Magnitudes.settle(bounds, stated, table.degreesByFormat()));
    } catch (FileRefused e) {
      throw e.of(table.fileName());
    }
  }

  /** The gate of the frame that suits the middle of the table. */
  public CrsGate gate() {
    Coordinate middle = table.bounds().centre();
    return settled.swapped()
        ? CrsGate.forPlace(settled.system(), middle.y, middle.x)
        : CrsGate.forPlace(settled.system(), middle.x, middle.y);
  }

  /** What was noticed so far, as findings with places in the gate's frame. */
  List<Finding> findings(String layer, CrsGate gate) {
    Inward inward = gate.from(settled.system());
    List<Finding> findings = new ArrayList<>();
    for (ReadNotice notice : table.notices()) {
      findings.add(finding(notice, layer, inward));
    }
    for (ReadNotice notice : settled.notices()) {
      findings.add(finding(notice, layer, inward));
    }
    return findings;
  }

  private Finding finding(ReadNotice notice, String layer, Inward inward) {
    Optional<Spot> at = Optional.empty();
    if (Double.isFinite(notice.x()) && Double.isFinite(notice.y())) {
      double[] point =
          settled.swapped()
              ? new double[] {notice.y(), notice.x()}
              : new double[] {notice.x(), notice.y()};
      inward.take(point);
      at = Optional.of(new Spot(point[0], point[1]));
    }
    return new Finding(
        notice.code(), layer, "", notice.feature(), at, notice.words(), notice.action());
  }

  /** Where a finding about a whole shape points: its first vertex. */
  static Spot spot(Geometry shape) {
    Coordinate first = shape.getCoordinate();
    return new Spot(first.x, first.y);
  }

  List<FeatureRow> rows() {
    return table.rows();
  }
}
