package onegrid.io.table;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Small inputs with large work in them, and large inputs with little. */
class CrossingsTest {

  @Test
  void aStarIsBeyondTheLimit() {
    Geometry star = star(1001);
    assertTrue(quickly(star).isPresent());
  }

  @Test
  void aCircleOfAMillionVerticesIsNot() {
    assertFalse(
        quickly(ring(900_000, i -> at(Math.cos(i), Math.sin(i)), 2 * Math.PI / 900_000))
            .isPresent());
  }

  @Test
  void combsAreNotInAnyDirection() {
    for (double turn : new double[] {0, Math.PI / 2, 0.6}) {
      Coordinate[] ring = new Coordinate[40_003];
      for (int i = 0; i < 40_000; i++) {
        double x = i * 0.01;
        double y = (i & 3) == 1 || (i & 3) == 2 ? 1000 : 0;
        ring[i] = turned(x, y, turn);
      }
      ring[40_000] = turned(400, -1, turn);
      ring[40_001] = turned(0, -1, turn);
      ring[40_002] = ring[0];
      assertFalse(quickly(new GeometryFactory().createPolygon(ring)).isPresent());
    }
  }

  @Test
  void aLineDrawnOverItselfAThousandTimesIs() {
    assertTrue(quickly(ring(1000, i -> at(i % 2, 0), 1)).isPresent());
  }

  private static Optional<Coordinate> quickly(Geometry shape) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> Optional.ofNullable(Crossings.beyondLimit(shape)));
  }

  private static Geometry star(int points) {
    return ring(points, i -> at(Math.cos(i), Math.sin(i)), 2 * Math.PI * (points / 2) / points);
  }

  private interface Place {
    Coordinate at(double i);
  }

  private static Geometry ring(int n, Place place, double step) {
    Coordinate[] ring = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      ring[i] = place.at(i * step);
    }
    ring[n] = ring[0];
    return new GeometryFactory().createPolygon(ring);
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(1000 * x, 1000 * y);
  }

  private static Coordinate turned(double x, double y, double turn) {
    return new Coordinate(
        x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn));
  }
}
