package onegrid.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

class StreetsTest {
  private static final SampleCity CITY = SampleCity.of(Preset.FENYI, 12);

  @ParameterizedTest
  @EnumSource(
      value = Preset.class,
      names = {"FENYI", "LANSHAN"})
  void onlyBridgesCrossTheRiver(Preset preset) {
    SampleCity city = SampleCity.of(preset, 12);
    Geometry river = city.water().get(0).geometry().buffer(-1);
    long bridges = 0;
    for (Road road : city.roads()) {
      boolean crosses = road.line().intersects(river);
      assertTrue(!crosses || road.bridge(), road.code());
      bridges += crosses ? 1 : 0;
    }
    assertTrue(bridges >= 1 && bridges <= 10, bridges + " bridges");
    assertEquals(1, city.railways().size());
    assertTrue(city.railways().get(0).line().isSimple());
  }

  @Test
  void roadsHangTogetherInSharedVertices() {
    Map<Coordinate, Coordinate> parent = new HashMap<>();
    for (Road road : CITY.roads()) {
      Coordinate[] line = road.line().getCoordinates();
      for (Coordinate c : line) {
        join(parent, line[0], c);
      }
    }
    for (Footpath path : CITY.footpaths()) {
      Coordinate[] line = path.line().getCoordinates();
      for (Coordinate c : line) {
        join(parent, line[0], c);
      }
    }
    Set<Coordinate> roots = new HashSet<>();
    for (Coordinate c : Set.copyOf(parent.keySet())) {
      roots.add(root(parent, c));
    }
    assertEquals(1, roots.size(), "networks");
  }

  @Test
  void footpathsCrossWallsAtGatesOnly() {
    Map<String, Compound> compounds = new HashMap<>();
    CITY.compounds().forEach(c -> compounds.put(c.code(), c));
    Set<Coordinate> gates = new HashSet<>();
    CITY.gates().forEach(g -> gates.add(g.point().getCoordinate()));
    for (Footpath path : CITY.footpaths()) {
      Compound compound = compounds.get(path.compoundCode());
      assertFalse(compound == null, path.compoundCode());
      if (compound != null) {
        Geometry met = compound.geometry().getBoundary().intersection(path.line());
        for (Coordinate c : met.getCoordinates()) {
          assertTrue(gates.contains(c), path.compoundCode() + " crosses its wall at " + c);
        }
      }
    }
  }

  @Test
  void roadsAreOfThreeClassesAndMainRoadsHaveNames() {
    Set<Integer> classes = new HashSet<>();
    for (Road road : CITY.roads()) {
      classes.add(road.roadClass());
      assertTrue(road.roadClass() == 3 || !road.name().isEmpty(), road.code());
      LineString line = road.line();
      assertTrue(line.getLength() > 1 && line.isSimple(), road.code());
    }
    assertEquals(Set.of(1, 2, 3), classes);
  }

  private static void join(Map<Coordinate, Coordinate> parent, Coordinate a, Coordinate b) {
    parent.putIfAbsent(a, a);
    parent.putIfAbsent(b, b);
    parent.put(root(parent, a), root(parent, b));
  }

  private static Coordinate root(Map<Coordinate, Coordinate> parent, Coordinate c) {
    Coordinate at = c;
    Coordinate up = parent.getOrDefault(at, at);
    while (!up.equals(at)) {
      at = up;
      up = parent.getOrDefault(at, at);
    }
    return at;
  }
}
