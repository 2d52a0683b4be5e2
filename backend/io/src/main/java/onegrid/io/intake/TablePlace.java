package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
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
   * @param told the system that a person states, for files that do not say or cannot be right
   * @throws FileRefused if it stays unclear; the words begin with the file's name
   */
  public static TablePlace settle(FeatureTable table, Optional<SourceCrs> told) {
    Envelope bounds = table.bounds();
    boolean degrees =
        table.degreesByFormat() && Math.abs(bounds.getMaxX()) <= 180 && bounds.getMaxY() <= 180;
    boolean asked = table.statedCrs().isEmpty() && !degrees;
    Optional<SourceCrs> stated = asked ? told : table.statedCrs();
    try {
      return new TablePlace(table, Magnitudes.settle(bounds, stated, table.degreesByFormat()));
    } catch (FileRefused e) {
      return otherwise(table, bounds, asked ? Optional.empty() : told)
          .map(settled -> new TablePlace(table, settled))
          .orElseThrow(() -> e.of(table.fileName()));
    }
  }

  /**
   * When numbers contradict what is stated: a person's word against the file's, or the numbers' own
   * word against a person's who spoke of many files at once.
   */
  private static Optional<Magnitudes.Settled> otherwise(
      FeatureTable table, Envelope bounds, Optional<SourceCrs> told) {
    if (told.isEmpty() && table.statedCrs().isPresent()) {
      return Optional.empty();
    }
    try {
      Magnitudes.Settled settled = Magnitudes.settle(bounds, told, table.degreesByFormat());
      if (table.statedCrs().isEmpty()) {
        return Optional.of(settled);
      }
      List<ReadNotice> notices = new ArrayList<>(settled.notices());
      String file = table.statedCrs().get().name();
      notices.add(
          ReadNotice.of(
              FindingCode.CRS_CONTRADICTS,
              0,
              new Words(
                  "文件声明 " + file + "，与坐标值矛盾",
                  "the file states " + file + ", which its numbers contradict"),
              new Words(
                  "按另行说明的 " + settled.system().name() + " 读取",
                  "read as " + settled.system().name() + ", as was told")));
      return Optional.of(new Magnitudes.Settled(settled.system(), settled.swapped(), notices));
    } catch (FileRefused e) {
      return Optional.empty();
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
