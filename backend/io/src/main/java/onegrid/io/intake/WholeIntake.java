package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Inward;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/**
 * Shapes that no border may cut, with who lives in them.
 *
 * @param shapes in metres of the gate's frame, in the order of the file
 * @param crs what the file was read as, for people
 * @param findings in the order they were made
 */
public record WholeIntake(List<Indivisible> shapes, String crs, List<Finding> findings) {
  private static final List<String> IDS = List.of("id", "code", "编号", "编码", "楼栋编号", "楼栋编码");
  private static final List<String> HOUSEHOLDS = List.of("households", "户数", "总户数");
  private static final List<String> PEOPLE =
      List.of("population", "people", "人口", "人口数", "人数", "常住人口");

  /** Half the side of the square that stands for a building given as a point. */
  private static final double POINT_HALF_METRES = 0.05;

  public WholeIntake {
    shapes = List.copyOf(shapes);
    findings = List.copyOf(findings);
  }

  /**
   * Makes indivisible shapes of a table with the columns {@code id}, {@code households}, {@code
   * population} or their Chinese names. Points count the people that live there but have no walls:
   * they become squares of ten centimetres.
   */
  public static WholeIntake take(TablePlace place, CrsGate gate) {
    FeatureTable table = place.table();
    String layer = table.fileName();
    List<Finding> findings = new ArrayList<>(place.findings(layer, gate));
    OptionalInt id = table.firstColumn(IDS);
    OptionalInt households = table.firstColumn(HOUSEHOLDS);
    OptionalInt people = table.firstColumn(PEOPLE);
    Inward inward = gate.from(place.settled().system());
    List<Indivisible> shapes = new ArrayList<>();
    int points = 0;
    for (FeatureRow row : table.rows()) {
      Geometry shape = LayerIntake.take(table, inward, row, place.settled().swapped());
      if (shape instanceof Point point) {
        shape = square(point);
        points++;
      }
      String name = id.isPresent() ? row.values().get(id.getAsInt()) : "";
      shapes.add(
          new Indivisible(
              name.isEmpty() ? "#" + row.number() : name,
              shape,
              count(row, households, table, findings),
              count(row, people, table, findings)));
    }
    if (points > 0) {
      findings.add(pointsCounted(layer, points));
    }
    return new WholeIntake(shapes, place.settled().system().name(), findings);
  }

  private static int count(
      FeatureRow row, OptionalInt column, FeatureTable table, List<Finding> findings) {
    if (column.isEmpty()) {
      return 0;
    }
    String text = row.values().get(column.getAsInt());
    if (text.isEmpty()) {
      return 0;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1_000_000 && number == Math.rint(number)) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with the negative and the broken ones.
    }
    String name = table.columns().get(column.getAsInt());
    findings.add(
        new Finding(
            FindingCode.NUMBER_UNREADABLE,
            table.fileName(),
            "",
            row.number(),
            Optional.empty(),
            new Words(
                "第 " + row.number() + " 个要素的“" + name + "”不是非负整数：" + text,
                "feature " + row.number() + ": \"" + name + "\" is no count: " + text),
            new Words("按 0 计", "counted as 0")));
    return 0;
  }

  private static Finding pointsCounted(String layer, int points) {
    return new Finding(
        FindingCode.GEOMETRY_NOT_AREA,
        layer,
        "",
        0,
        Optional.empty(),
        new Words(points + " 个楼栋只有点位，没有轮廓", points + " buildings are points without an outline"),
        new Words("户数人口照计，但边界不会为其绕行", "their people are counted; no border is led around them"));
  }

  private static Geometry square(Point point) {
    Coordinate at = point.getCoordinate();
    Envelope around = new Envelope(at);
    around.expandBy(POINT_HALF_METRES);
    return new GeometryFactory()
        .toGeometry(
            new Envelope(
                snap(around.getMinX()),
                snap(around.getMaxX()),
                snap(around.getMinY()),
                snap(around.getMaxY())));
  }

  private static double snap(double metres) {
    return LocalFrame.toMetres(LocalFrame.toCells(metres));
  }
}
