package onegrid.io.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Datum;
import onegrid.io.crs.DatumDetector;
import onegrid.io.crs.Inward;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * A department's layer as core takes it, with what was noticed on the way in.
 *
 * @param layer the cells, in metres of the gate's frame
 * @param crs what the file was read as, for people
 * @param codeField the column that the codes came from, empty when features were numbered
 * @param findings in the order they were made
 */
public record LayerIntake(
    DepartmentLayer layer, String crs, String codeField, List<Finding> findings) {

  public LayerIntake {
    findings = List.copyOf(findings);
  }

  /**
   * Makes a layer of a table.
   *
   * @param codeField the column with the department's codes; {@code code} or 编码 when not named
   * @throws FileRefused if there is no such column, or a place falls outside the frame
   */
  public static LayerIntake take(
      TablePlace place, String name, Optional<String> codeField, CrsGate gate) {
    return take(place, name, CodeField.find(place.table(), codeField), gate);
  }

  /** The same with features called by their numbers, for looking at a file. */
  public static LayerIntake numbered(TablePlace place, String name, CrsGate gate) {
    return take(place, name, OptionalInt.empty(), gate);
  }

  private static LayerIntake take(
      TablePlace place, String name, OptionalInt codeColumn, CrsGate gate) {
    FeatureTable table = place.table();
    OptionalInt nameColumn = table.firstColumn(CodeField.NAMES);
    Inward inward = gate.from(place.settled().system());
    List<Finding> findings = new ArrayList<>(place.findings(name, gate));
    List<DepartmentCell> cells = new ArrayList<>();
    Map<String, List<Integer>> featuresByCode = new LinkedHashMap<>();
    for (FeatureRow row : table.rows()) {
      if (row.shape() instanceof Point) {
        findings.add(notArea(name, row));
        continue;
      }
      Geometry shape = take(table, inward, row, place.settled().swapped());
      String code = codeColumn.isPresent() ? row.values().get(codeColumn.getAsInt()) : "";
      if (code.isEmpty()) {
        code = "#" + row.number();
        if (codeColumn.isPresent() || cells.isEmpty()) {
          findings.add(codeMissing(name, row, shape, code, codeColumn.isPresent()));
        }
      }
      featuresByCode.computeIfAbsent(code, c -> new ArrayList<>()).add(row.number());
      String title = nameColumn.isPresent() ? row.values().get(nameColumn.getAsInt()) : "";
      cells.add(new DepartmentCell(code, title, row.number(), shape));
    }
    if (cells.isEmpty()) {
      throw FileRefused.broken("没有一个要素是面", "no feature is a polygon").of(table.fileName());
    }
    findings.addAll(CodeField.repeated(name, featuresByCode, cells));
    String field = codeColumn.isPresent() ? table.columns().get(codeColumn.getAsInt()) : "";
    String crs =
        place.settled().system().name() + (place.settled().swapped() ? " (north, east)" : "");
    DepartmentLayer layer = new DepartmentLayer(name, gate.frame(), cells);
    findings.addAll(CoarsePlaces.check(place, name));
    findings.addAll(RingTurns.check(place, layer));
    findings.addAll(WrittenForm.check(layer));
    findings.addAll(DateCheck.check(table, name));
    return new LayerIntake(layer, crs, field, findings);
  }

  /**
   * The same held against the area: a wrong zone and the shift of a public map undone, communities
   * that the codes name looked up.
   *
   * @param truth borders known to be unshifted, in the same frame
   */
  public LayerIntake withDatumSettled(DepartmentLayer truth, CrsGate gate) {
    int epsgCode = gate.frame().epsgCode();
    if (epsgCode < 4502 || epsgCode > 4554) {
      return this;
    }
    return withZoneSettled(truth, gate).withShiftUndone(truth, gate).withParentsChecked(truth);
  }

  private LayerIntake withZoneSettled(DepartmentLayer truth, CrsGate gate) {
    int zones = ZoneDetector.zonesWest(truth, layer, gate);
    if (zones == 0) {
      return this;
    }
    List<Finding> more = moved(at -> ZoneDetector.move(at, zones, gate));
    more.add(ZoneDetector.finding(layer, zones));
    return new LayerIntake(
        ZoneDetector.moved(layer, zones, gate),
        crs + String.format(" (%+d°)", 3 * zones),
        codeField,
        more);
  }

  private LayerIntake withParentsChecked(DepartmentLayer truth) {
    List<Finding> more = new ArrayList<>(findings);
    more.addAll(WrittenForm.unknownParents(layer, truth));
    return new LayerIntake(layer, crs, codeField, more);
  }

  private LayerIntake withShiftUndone(DepartmentLayer truth, CrsGate gate) {
    DatumDetector.Evidence evidence = DatumDetector.detect(truth, layer, gate);
    if (evidence.datum() == Datum.CGCS2000) {
      return this;
    }
    List<Finding> more =
        moved(
            at -> {
              gate.toDegrees(at);
              evidence.datum().unshift(at);
              gate.toMetres(at);
            });
    more.add(shifted(evidence));
    DepartmentLayer undone = DatumDetector.undo(layer, evidence.datum(), gate);
    return new LayerIntake(undone, crs + " + " + evidence.datum(), codeField, more);
  }

  /** The findings so far, at the places where their shapes lie after a move. */
  private List<Finding> moved(Consumer<double[]> move) {
    List<Finding> more = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Spot> at =
          finding
              .at()
              .map(
                  spot -> {
                    double[] point = {spot.eastMetres(), spot.northMetres()};
                    move.accept(point);
                    return new Spot(point[0], point[1]);
                  });
      more.add(
          new Finding(
              finding.code(),
              finding.layer(),
              finding.sourceCode(),
              finding.feature(),
              at,
              finding.words(),
              finding.action()));
    }
    return more;
  }

  private Finding shifted(DatumDetector.Evidence evidence) {
    long near = percent(evidence.shares().getOrDefault(evidence.datum(), 0.0));
    long asIs = percent(evidence.shares().getOrDefault(Datum.CGCS2000, 0.0));
    long east = Math.round(evidence.eastMetres());
    long north = Math.round(evidence.northMetres());
    return new Finding(
        FindingCode.DATUM_SHIFT,
        layer.name(),
        "",
        0,
        Optional.empty(),
        new Words(
            String.format(
                "图层像是%s：偏东 %d 米、偏北 %d 米；按此还原后，管辖界线上 %d 个取样点有 %d%% 在 15 米内找到本图层边界，不还原只有 %d%%",
                evidence.datum().title().zh(), east, north, evidence.samples(), near, asIs),
            String.format(
                "the layer looks like %s: %d m east, %d m north; undone, %d%% of %d points on the"
                    + " area's borders have one of its borders within 15 m, as it stands %d%%",
                evidence.datum().title().en(), east, north, near, evidence.samples(), asIs)),
        new Words("已换算回 CGCS2000", "converted back to CGCS2000"));
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }

  static Geometry take(FeatureTable table, Inward inward, FeatureRow row, boolean swapped) {
    try {
      return inward.take(row.shape(), swapped);
    } catch (FileRefused e) {
      throw e.of(table.fileName() + " #" + row.number());
    }
  }

  private static Finding notArea(String layer, FeatureRow row) {
    return new Finding(
        FindingCode.GEOMETRY_NOT_AREA,
        layer,
        "",
        row.number(),
        Optional.empty(),
        new Words("第 " + row.number() + " 个要素是点，不是面", "feature " + row.number() + " is a point"),
        new Words("未读入该要素", "the feature was left out"));
  }

  private static Finding codeMissing(
      String layer, FeatureRow row, Geometry shape, String code, boolean one) {
    return new Finding(
        FindingCode.CODE_MISSING,
        layer,
        code,
        row.number(),
        Optional.of(TablePlace.spot(shape)),
        one
            ? new Words(
                "第 " + row.number() + " 个要素没有编码", "feature " + row.number() + " has no code")
            : new Words("文件没有编码列", "the file has no column of codes"),
        one
            ? new Words("暂以“" + code + "”称呼", "called \"" + code + "\" for now")
            : new Words("暂以“#要素序号”称呼", "features are called by their numbers"));
  }
}
