package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.Arc;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** A layer that drifts is pulled straight by the borders that others drew, too. */
class RubberSheetTest {
  private static final DepartmentLayer SQUARE =
      Districts.layer("社区", "C", "POLYGON ((0 0, 1200 0, 1200 1200, 0 1200, 0 0))");

  /** Square blocks, a corner every 10 m, all of it drifting in waves of 400 m. */
  private static DepartmentLayer blocks(String name, int side, double drift) {
    List<String> cells = new ArrayList<>();
    for (int x = 0; x < 1200; x += side) {
      for (int y = 0; y < 1200; y += side) {
        List<String> ring = new ArrayList<>();
        for (int t = 0; t < 4 * side; t += 10) {
          int along = t % side;
          int px = t < side ? along : t < 2 * side ? side : t < 3 * side ? side - along : 0;
          int py = t < side ? 0 : t < 2 * side ? along : t < 3 * side ? side : side - along;
          ring.add(drawn(x + px, y + py, drift));
        }
        ring.add(ring.get(0));
        cells.add(name + x + "-" + y);
        cells.add("POLYGON ((" + String.join(", ", ring) + "))");
      }
    }
    return Districts.layer(name, cells.toArray(new String[0]));
  }

  private static String drawn(double x, double y, double drift) {
    double k = 2 * Math.PI / 400;
    double east = x == 0 || x == 1200 ? 0 : drift * Math.sin(k * (x + 0.3 * y) + 1);
    double north = y == 0 || y == 1200 ? 0 : drift * Math.sin(k * (y - 0.4 * x) + 2);
    return (x + east) + " " + (y + north);
  }

  private static UnifiedGround merge(double tolerance, DepartmentLayer... layers) {
    MergeInput input =
        new MergeInput(Districts.FRAME, Optional.of(SQUARE), List.of(layers), List.of());
    UnifiedGround ground =
        GridMerge.merge(
            input, new MergePolicy(OptionalDouble.of(tolerance), 1), MergeProgress.SILENT);
    MosaicLaws.check("case", input, ground);
    return ground;
  }

  /** How far the upright borders that only the drifting layer drew lie off, in the mean. */
  private static double mean(UnifiedGround ground) {
    double sum = 0;
    int n = 0;
    for (Arc arc : ground.mosaic().arcs()) {
      for (Coordinate c : arc.line().getCoordinates()) {
        double off = Math.abs(c.x - (100 * Math.floor(c.x / 100) + 50));
        boolean level = Math.abs(c.y - 50 * Math.rint(c.y / 50)) < 9;
        if (off < 9 && !level && !arc.isAreaBorder()) {
          sum += off;
          n++;
        }
      }
    }
    return sum / n;
  }

  @Test
  void bordersThatNobodyElseDrewFollowThoseBesideThem() {
    double drawn = mean(merge(8, blocks("应急", 50, 5)));
    assertTrue(drawn > 3 && drawn < 3.5, drawn + " m: nothing to go by, as drawn");
    double left = mean(merge(8, blocks("综治", 100, 0), blocks("应急", 50, 5)));
    assertTrue(left < 0.4 * drawn, left + " m left of " + drawn + " m");
  }

  @Test
  void aLayerWithoutDriftIsNotBent() {
    UnifiedGround ground = merge(8, blocks("综治", 100, 0), blocks("应急", 50, 0));
    assertEquals(0, mean(ground), 1e-9);
    assertEquals(576, ground.mosaic().units().size());
    assertEquals(0, ground.report().layers().get(2).largestMovementMetres(), 1e-9);
  }

  @Test
  void noPointMovesBeyondTheTolerance() {
    UnifiedGround ground = merge(4, blocks("综治", 100, 0), blocks("应急", 50, 5));
    MergeReport.LayerReport weak = ground.report().layers().get(2);
    assertTrue(weak.largestMovementMetres() <= 4.06, weak.toString());
  }
}
