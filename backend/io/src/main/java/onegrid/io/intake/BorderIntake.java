package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.merge.ProtectedBorder;
import org.locationtech.jts.geom.Geometry;

/**
 * Borders that stay where they are: lines, or areas whose banks are meant.
 *
 * @param borders in metres of the gate's frame, in the order of the file
 * @param crs what the file was read as, for people
 * @param findings in the order they were made
 */
public record BorderIntake(List<ProtectedBorder> borders, String crs, List<Finding> findings) {
  private static final List<String> NAMES = List.of("name", "名称");

  public BorderIntake {
    borders = List.copyOf(borders);
    findings = List.copyOf(findings);
  }

  /**
   * Takes the lines and areas of a table, called by the column {@code name} where there is one.
   *
   * @throws FileRefused if it holds neither
   */
  public static BorderIntake take(TablePlace place, CrsGate gate) {
    List<ProtectedBorder> borders = new ArrayList<>();
    Rows rows = new Rows(place, gate);
    while (rows.next()) {
      Geometry shape = rows.shape();
      if (shape.isEmpty() || shape.getDimension() == 0) {
        rows.leftOut("既不是线也不是面", "is neither line nor area");
        continue;
      }
      String name = rows.text(NAMES);
      borders.add(new ProtectedBorder(name.isEmpty() ? rows.id() : name, shape));
    }
    if (borders.isEmpty()) {
      throw FileRefused.broken("里面没有一条可以保护的界线", "it holds no line that could be protected")
          .of(place.table().fileName());
    }
    return new BorderIntake(borders, place.settled().system().name(), rows.findings);
  }
}
