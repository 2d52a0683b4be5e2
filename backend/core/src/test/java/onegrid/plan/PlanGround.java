package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * A made-up mosaic: crooked blocks of about 100 m in two communities, some with an island inside,
 * with buildings, cells of about two by two blocks.
 */
final class PlanGround {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double PITCH = 100;

  private final Random random;
  private final int columns;
  private final int rows;
  private final Coordinate[][] corner;
  private final Coordinate[][] middleEast;
  private final Coordinate[][] middleNorth;

  private PlanGround(long seed, int columns, int rows) {
    this.random = new Random(seed);
    this.columns = columns;
    this.rows = rows;
    corner = new Coordinate[columns + 1][rows + 1];
    middleEast = new Coordinate[columns + 1][rows + 1];
    middleNorth = new Coordinate[columns + 1][rows + 1];
  }

  static Plan make(long seed, int columns, int rows) {
    return new PlanGround(seed, columns, rows).make();
  }

  private Plan make() {
    for (int c = 0; c <= columns; c++) {
      for (int r = 0; r <= rows; r++) {
        corner[c][r] = near(c * PITCH, r * PITCH, 15);
        middleEast[c][r] = near((c + 0.5) * PITCH, r * PITCH, 8);
        middleNorth[c][r] = near(c * PITCH, (r + 0.5) * PITCH, 8);
      }
    }
    DrawnPlan drawn = new DrawnPlan();
    for (int c = 0; c < columns; c++) {
      for (int r = 0; r < rows; r++) {
        block(drawn, c, r);
      }
    }
    return drawn.plan();
  }

  private void block(DrawnPlan drawn, int c, int r) {
    String area = c < columns / 2 ? "A" : "B";
    String id = area + "-" + (c * rows + r);
    String cell = area + "格" + c / 2 + "." + r / 2;
    List<LinearRing> holes = new ArrayList<>();
    if ((c + r) % 2 == 0) {
      // Around the two southern buildings.
      double west = (c + 0.5) * PITCH - 26;
      double south = (r + 0.5) * PITCH - 24;
      drawn.compound(
          id + "小区",
          FACTORY.createPolygon(
              ring(
                  at(west, south),
                  at(west + 54, south),
                  at(west + 54, south + 15),
                  at(west, south + 15))));
    }
    double x = (c + 0.5) * PITCH;
    double y = (r + 0.5) * PITCH;
    if (random.nextInt(4) == 0) {
      LinearRing ring = ring(near(x - 8, y - 8, 3), near(x + 8, y - 8, 3), near(x + 8, y + 8, 3));
      holes.add(ring);
      drawn.unit(id + "i", cell, FACTORY.createPolygon(ring));
    }
    drawn.unit(
        id,
        cell,
        FACTORY.createPolygon(
            ring(
                corner[c][r],
                middleEast[c][r],
                corner[c + 1][r],
                middleNorth[c + 1][r],
                corner[c + 1][r + 1],
                middleEast[c][r + 1],
                corner[c][r + 1],
                middleNorth[c][r]),
            holes.toArray(new LinearRing[0])));
    for (int b = 0; b < 3; b++) {
      double e = x + new double[] {-22, 14, -6}[b];
      double n = y + new double[] {-20, -16, 16}[b];
      drawn.building(
          id + "b" + b,
          random.nextInt(60),
          FACTORY.createPolygon(ring(at(e, n), at(e + 9, n), at(e + 9, n + 6), at(e, n + 6))));
    }
  }

  private Coordinate near(double x, double y, double by) {
    return at(x + (2 * random.nextDouble() - 1) * by, y + (2 * random.nextDouble() - 1) * by);
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(Math.round(x * 100) / 100.0, Math.round(y * 100) / 100.0);
  }

  private static LinearRing ring(Coordinate... open) {
    Coordinate[] closed = java.util.Arrays.copyOf(open, open.length + 1);
    closed[open.length] = open[0];
    return FACTORY.createLinearRing(closed);
  }
}
