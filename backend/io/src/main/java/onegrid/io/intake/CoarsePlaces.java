package onegrid.io.intake;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.table.FeatureRow;
import org.locationtech.jts.geom.Coordinate;

/** Whether a file's numbers were rounded so far that its borders cannot be right. */
final class CoarsePlaces {
  private static final double DEGREES_STEP = 1e-4;
  private static final int FEWEST_VERTICES = 20;

  private CoarsePlaces() {}

  /** One finding when every number is a whole ten-thousandth of a degree, which is ten metres. */
  static List<Finding> check(TablePlace place, String layer) {
    if (!place.settled().system().inDegrees() || place.table().vertices() < FEWEST_VERTICES) {
      return List.of();
    }
    for (FeatureRow row : place.rows()) {
      for (Coordinate at : row.shape().getCoordinates()) {
        if (!isCoarse(at.x) || !isCoarse(at.y)) {
          return List.of();
        }
      }
    }
    return List.of(
        new Finding(
            FindingCode.COARSE_COORDINATES,
            layer,
            "",
            0,
            Optional.empty(),
            new Words(
                "全部经纬度都只有四位小数或更少，相当于 10 米以上的误差",
                "every coordinate has four decimals or fewer: ten metres or more"),
            new Words("照样读入；请提供未取整的数据", "read as it is; ask for unrounded data")));
  }

  private static boolean isCoarse(double value) {
    double steps = value / DEGREES_STEP;
    return Math.abs(steps - Math.rint(steps)) < 1e-4;
  }
}
