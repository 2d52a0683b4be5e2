package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onegrid.finding.FindingCode;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of every merge, whatever was handed in. */
final class MosaicLaws {
  private final String what;
  private final MergeInput input;
  private final UnifiedGround ground;

  private MosaicLaws(String what, MergeInput input, UnifiedGround ground) {
    this.what = what;
    this.input = input;
    this.ground = ground;
  }

  /** Merges and checks all laws; a failure is told by the smallest part of the input that fails. */
  static void check(String what, MergeInput input) {
    broken(input)
        .ifPresent(
            law -> {
              // The same kind of failure: less of it may well be refused, for another reason.
              MergeInput smallest =
                  Smallest.failing(
                      input,
                      in -> broken(in).filter(e -> e.getClass() == law.getClass()).isPresent());
              Throwable last = broken(smallest).orElse(law);
              throw new AssertionError(what + ": " + last + Smallest.told(smallest), law);
            });
  }

  /** The first law that a merge of the input breaks, or what it fails with. */
  static Optional<Throwable> broken(MergeInput input) {
    try {
      check("", input, Districts.merge(input));
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(e);
    }
  }

  /** Checks all laws; {@code what} names the case in a failure, with its seed. */
  static void check(String what, MergeInput input, UnifiedGround ground) {
    MosaicLaws laws = new MosaicLaws(what, input, ground);
    laws.unitsAreValid();
    laws.innerEdgesAreSharedByTwo();
    laws.unitsTileTheArea();
    laws.arcsAreTheBordersOfUnits();
    laws.bordersOfTheAreaStay();
    laws.everySourceIsPlacedOrListed();
    laws.peopleAddUp();
    laws.crosswalkAddsUp();
    laws.buildingsStayWhole();
    laws.whatNobodyClaimsIsAConflict();
    laws.nothingReachesAcrossAProtectedBorder();
    laws.nothingIsProtectedThatNobodyProtected();
  }

  private void nothingIsProtectedThatNobodyProtected() {
    if (input.protectedBorders().isEmpty()) {
      assertTrue(ground.mosaic().arcs().stream().noneMatch(Arc::isProtected), what);
    }
  }

  private void unitsAreValid() {
    Set<String> ids = new HashSet<>();
    for (BasicUnit unit : ground.mosaic().units()) {
      IsValidOp valid = new IsValidOp(unit.polygon());
      assertTrue(valid.isValid(), () -> what + ": " + unit.id() + " " + valid.getValidationError());
      assertTrue(ids.add(unit.id()), () -> what + ": " + unit.id() + " twice");
      assertEquals(unit.polygon().getArea(), unit.areaSquareMetres(), 1e-4, what);
    }
  }

  private static List<LineString> rings(Polygon polygon) {
    List<LineString> rings = new java.util.ArrayList<>();
    rings.add(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(polygon.getInteriorRingN(i));
    }
    return rings;
  }

  /** How often each step of a unit's border is walked, from and to as a key. */
  private Map<LineSegment, int[]> steps() {
    Map<LineSegment, int[]> steps = new HashMap<>();
    for (BasicUnit unit : ground.mosaic().units()) {
      for (LineString ring : rings(unit.polygon())) {
        for (int i = 0; i + 1 < ring.getNumPoints(); i++) {
          LineSegment step = new LineSegment(ring.getCoordinateN(i), ring.getCoordinateN(i + 1));
          boolean forward = step.p0.compareTo(step.p1) < 0;
          step.normalize();
          steps.computeIfAbsent(step, s -> new int[2])[forward ? 0 : 1]++;
        }
      }
    }
    return steps;
  }

  private void innerEdgesAreSharedByTwo() {
    steps()
        .forEach(
            (step, sides) ->
                assertTrue(
                    sides[0] <= 1 && sides[1] <= 1,
                    () -> what + ": walked twice the same way " + step));
  }

  private void unitsTileTheArea() {
    if (input.area().isEmpty()) {
      return;
    }
    // Valid units whose steps pair up cannot overlap; what remains is that nothing is missing.
    double area = 0;
    double length = 0;
    for (DepartmentCell cell : input.area().orElseThrow().cells()) {
      area += cell.shape().getArea();
      length += cell.shape().getLength();
    }
    assertEquals(area, ground.report().areaSquareMetres(), length * 0.0142, what + ": ground");
    for (Map.Entry<LineSegment, int[]> e : steps().entrySet()) {
      if (e.getValue()[0] + e.getValue()[1] == 1) {
        assertTrue(
            distanceToArea(e.getKey().midPoint()) < 0.02,
            () -> what + ": a gap inside at " + e.getKey());
      }
    }
  }

  private double distanceToArea(Coordinate c) {
    double nearest = Double.MAX_VALUE;
    for (LineSegment s : query(areaBorders(), new Envelope(c))) {
      nearest = Math.min(nearest, s.distance(c));
    }
    return nearest;
  }

  private final STRtree areaBorders = new STRtree();

  private STRtree areaBorders() {
    if (areaBorders.isEmpty()) {
      for (DepartmentCell cell : input.area().orElseThrow().cells()) {
        for (int g = 0; g < cell.shape().getNumGeometries(); g++) {
          for (LineString ring : rings((Polygon) cell.shape().getGeometryN(g))) {
            insert(ring, areaBorders);
          }
        }
      }
    }
    return areaBorders;
  }

  private static void insert(LineString line, STRtree tree) {
    for (int i = 0; i + 1 < line.getNumPoints(); i++) {
      LineSegment s = new LineSegment(line.getCoordinateN(i), line.getCoordinateN(i + 1));
      tree.insert(new Envelope(s.p0, s.p1), s);
    }
  }

  private static List<LineSegment> query(STRtree tree, Envelope at) {
    Envelope wide = new Envelope(at);
    wide.expandBy(0.05);
    List<LineSegment> found = new java.util.ArrayList<>();
    tree.query(wide, item -> found.add((LineSegment) item));
    return found;
  }

  private void arcsAreTheBordersOfUnits() {
    Map<LineSegment, int[]> steps = steps();
    int walked = 0;
    for (Arc arc : ground.mosaic().arcs()) {
      for (int i = 0; i + 1 < arc.line().getNumPoints(); i++) {
        LineSegment s =
            new LineSegment(arc.line().getCoordinateN(i), arc.line().getCoordinateN(i + 1));
        s.normalize();
        int[] sides = steps.getOrDefault(s, new int[2]);
        int known = (arc.left() >= 0 ? 1 : 0) + (arc.right() >= 0 ? 1 : 0);
        assertEquals(sides[0] + sides[1], known, what + ": sides of " + s);
        walked++;
      }
    }
    assertEquals(steps.size(), walked, what + ": borders without an arc");
  }

  private void bordersOfTheAreaStay() {
    if (input.area().isEmpty()) {
      return;
    }
    assertTrue(
        ground.report().layers().get(0).largestMovementMetres() <= 0.00708,
        () -> what + ": " + ground.report().layers().get(0));
    for (Arc arc : ground.mosaic().arcs()) {
      if (arc.isAreaBorder()) {
        for (Coordinate c : arc.line().getCoordinates()) {
          // Both the input and the result stand on the grid, each rounded by at most 7.1 mm.
          assertTrue(distanceToArea(c) <= 0.0142, () -> what + ": border moved at " + c);
        }
      }
    }
  }

  private void everySourceIsPlacedOrListed() {
    for (int k = 0; k < input.layers().size(); k++) {
      DepartmentLayer layer = input.layers().get(k);
      int index = k;
      Set<String> placed = new HashSet<>();
      ground.mosaic().units().forEach(u -> u.sources().get(index).ifPresent(placed::add));
      for (DepartmentCell cell : layer.cells()) {
        boolean listed =
            ground.findings().stream()
                .anyMatch(
                    f ->
                        (f.code() == FindingCode.SOURCE_NOT_PLACED
                                || f.code() == FindingCode.CELL_TOO_SMALL)
                            && f.layer().equals(layer.name())
                            && f.sourceCode().equals(cell.code())
                            && !f.action().zh().isEmpty());
        assertTrue(
            placed.contains(cell.code()) || listed,
            () -> what + ": " + layer.name() + " " + cell.code() + " vanished");
      }
    }
  }

  private void peopleAddUp() {
    int people = input.whole().stream().mapToInt(Indivisible::people).sum();
    long outside =
        ground.findings().stream().filter(f -> f.code() == FindingCode.BUILDING_OUTSIDE).count();
    int counted = ground.mosaic().units().stream().mapToInt(BasicUnit::people).sum();
    assertEquals(ground.report().people(), counted, what);
    assertTrue(outside > 0 || people == counted, () -> what + ": " + counted + " of " + people);
  }

  private void crosswalkAddsUp() {
    TreeMap<String, Double> weights = new TreeMap<>();
    for (CrosswalkRow row : ground.crosswalk()) {
      weights.merge(row.layer() + " " + row.sourceCode(), row.weight(), Double::sum);
    }
    weights.forEach((source, sum) -> assertEquals(1, sum, 1e-9, what + ": weights of " + source));
    Map<String, BasicUnit> units = new HashMap<>();
    ground.mosaic().units().forEach(u -> units.put(u.id(), u));
    for (CrosswalkRow row : ground.crosswalk()) {
      int k = ground.layerNames().indexOf(row.layer());
      row.unitId()
          .ifPresent(
              id ->
                  assertEquals(
                      Optional.of(row.sourceCode()),
                      Objects.requireNonNull(units.get(id)).sources().get(k),
                      what));
    }
  }

  private void whatNobodyClaimsIsAConflict() {
    for (BasicUnit unit : ground.mosaic().units()) {
      if (unit.areaSquareMetres() >= 1 && unit.sources().stream().noneMatch(Optional::isPresent)) {
        assertTrue(
            ground.conflicts().stream()
                .anyMatch(
                    c ->
                        c.kind() == ConflictKind.UNCLAIMED
                            && c.people() == unit.people()
                            && Math.abs(c.areaSquareMetres() - unit.areaSquareMetres()) < 0.001
                            && c.shape().equalsTopo(unit.polygon())),
            () -> what + ": nobody claims " + unit.id() + ", and no conflict says so");
      }
    }
  }

  /** Taken out of a unit, a protected border must not leave it in more parts than it had. */
  private void nothingReachesAcrossAProtectedBorder() {
    if (input.protectedBorders().isEmpty()) {
      return;
    }
    List<Geometry> lines = new java.util.ArrayList<>();
    input
        .protectedBorders()
        .forEach(b -> lines.add(b.line().getDimension() == 2 ? b.line().getBoundary() : b.line()));
    GeometryFactory factory = new GeometryFactory();
    Geometry wide = factory.buildGeometry(lines).buffer(0.02);
    for (BasicUnit unit : ground.mosaic().units()) {
      if (unit.polygon().intersects(wide)) {
        Geometry core = unit.polygon().buffer(-0.03);
        assertEquals(
            parts(core),
            parts(OverlayNGRobust.overlay(core, wide, OverlayNG.DIFFERENCE)),
            () -> what + ": " + unit.id() + " reaches across a protected border");
      }
    }
  }

  private static long parts(Geometry shape) {
    long parts = 0;
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      parts += shape.getGeometryN(g).getArea() > 1 ? 1 : 0;
    }
    return parts;
  }

  /** Roads that are protected may cut buildings; they are listed instead. */
  private boolean isOnProtected(Geometry core) {
    return input.protectedBorders().stream()
        .map(b -> b.line().getDimension() == 2 ? b.line().getBoundary() : b.line())
        .anyMatch(line -> line.distance(core) < 0.03);
  }

  private void buildingsStayWhole() {
    STRtree inner = new STRtree();
    for (Arc arc : ground.mosaic().arcs()) {
      if (!arc.isAreaBorder()) {
        insert(arc.line(), inner);
      }
    }
    for (Indivisible building : input.whole()) {
      // A border may touch a wall, and a wall stands on the grid to half a cell.
      Geometry core = building.footprint().buffer(-0.03);
      if (isOnProtected(building.footprint())) {
        continue;
      }
      for (LineSegment s : query(inner, core.getEnvelopeInternal())) {
        assertTrue(
            core.isEmpty() || !s.toGeometry(core.getFactory()).intersects(core),
            () -> what + ": " + building.id() + " cut by " + s);
      }
    }
  }
}
