package onegrid.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;
import onegrid.sample.Building;
import onegrid.sample.Community;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleLayer;
import onegrid.sample.SmallDistrict;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Made-up districts and drawn shapes as input of a merge. */
final class Districts {
  static final LocalFrame FRAME = new LocalFrame(4548);

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Districts() {}

  static MergeInput input(SmallDistrict district) {
    return input(district.communities(), district.layers(), district.buildings());
  }

  static MergeInput input(
      List<Community> communities, List<SampleLayer> layers, List<Building> buildings) {
    List<DepartmentCell> areas = new ArrayList<>();
    for (Community c : communities) {
      areas.add(new DepartmentCell(c.code(), c.name(), areas.size() + 1, c.geometry()));
    }
    List<DepartmentLayer> departments = new ArrayList<>();
    for (SampleLayer layer : layers) {
      List<DepartmentCell> cells = new ArrayList<>();
      for (SampleCell cell : layer.cells()) {
        cells.add(new DepartmentCell(cell.code(), cell.name(), cell.ordinal(), cell.geometry()));
      }
      departments.add(new DepartmentLayer(layer.department(), FRAME, cells));
    }
    List<Indivisible> whole =
        buildings.stream()
            .map(b -> new Indivisible(b.id(), b.geometry(), b.households(), b.people()))
            .toList();
    return new MergeInput(
        FRAME, Optional.of(new DepartmentLayer("社区", FRAME, areas)), departments, whole);
  }

  /** A layer of cells given as code, WKT, code, WKT … */
  static DepartmentLayer layer(String name, String... codesAndShapes) {
    List<DepartmentCell> cells = new ArrayList<>();
    for (int i = 0; i < codesAndShapes.length; i += 2) {
      cells.add(new DepartmentCell(codesAndShapes[i], "", i / 2 + 1, shape(codesAndShapes[i + 1])));
    }
    return new DepartmentLayer(name, FRAME, cells);
  }

  static Geometry shape(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }

  static UnifiedGround merge(MergeInput input) {
    return GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
  }

  /** The same input written another way: features shuffled, rings turned and reversed. */
  static MergeInput rewritten(MergeInput input, long seed) {
    Random random = new Random(seed);
    return new MergeInput(
            input.frame(),
            input.area().map(layer -> rewritten(layer, random)),
            input.layers().stream().map(layer -> rewritten(layer, random)).toList(),
            shuffled(input.whole(), random))
        .protecting(shuffled(input.protectedBorders(), random));
  }

  private static DepartmentLayer rewritten(DepartmentLayer layer, Random random) {
    List<DepartmentCell> cells =
        layer.cells().stream()
            .map(
                c -> new DepartmentCell(c.code(), c.name(), c.feature(), turned(c.shape(), random)))
            .toList();
    return new DepartmentLayer(layer.name(), layer.frame(), shuffled(cells, random));
  }

  /** A layer handed in again with one to four changes, anywhere. */
  static DepartmentLayer again(DepartmentLayer layer, Random random) {
    List<DepartmentCell> cells = new ArrayList<>(layer.cells());
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && !cells.isEmpty(); i++) {
      change(cells, random);
    }
    return new DepartmentLayer(layer.name(), layer.frame(), cells);
  }

  /**
   * One cell is moved a little or into other divisions, taken out, given another code, drawn twice,
   * or a new one comes; or two cells change their places in the file and their codes.
   */
  private static void change(List<DepartmentCell> cells, Random random) {
    int at = random.nextInt(cells.size());
    DepartmentCell cell = cells.get(at);
    AffineTransformation move =
        AffineTransformation.translationInstance(random.nextInt(300) / 100.0, 0.41);
    AffineTransformation farther =
        AffineTransformation.translationInstance(
            random.nextInt(60_000) / 100.0 - 300, random.nextInt(60_000) / 100.0 - 300);
    switch (random.nextInt(7)) {
      case 0 -> cells.remove(at);
      case 1 -> cells.set(at, drawn(cell, "A" + cell.code(), cell.shape()));
      case 2 -> cells.add(drawn(cell, cell.code(), move.transform(cell.shape())));
      case 3 -> cells.set(at, drawn(cell, cell.code(), farther.transform(cell.shape())));
      case 4 -> cells.add(drawn(cell, "N" + cells.size(), farther.transform(cell.shape())));
      case 5 -> {
        int other = random.nextInt(cells.size());
        DepartmentCell second = cells.get(other);
        cells.set(at, drawn(cell, second.code(), cell.shape()));
        cells.set(other, drawn(second, cell.code(), second.shape()));
      }
      default -> cells.set(at, drawn(cell, cell.code(), move.transform(cell.shape())));
    }
  }

  private static DepartmentCell drawn(DepartmentCell cell, String code, Geometry shape) {
    return new DepartmentCell(code, cell.name(), cell.feature(), shape);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static Geometry turned(Geometry shape, Random random) {
    GeometryFactory factory = shape.getFactory();
    Polygon[] polygons = new Polygon[shape.getNumGeometries()];
    for (int i = 0; i < polygons.length; i++) {
      Polygon p = (Polygon) shape.getGeometryN(i);
      LinearRing[] holes = new LinearRing[p.getNumInteriorRing()];
      for (int h = 0; h < holes.length; h++) {
        holes[h] = turned(p.getInteriorRingN(h), random);
      }
      polygons[i] = factory.createPolygon(turned(p.getExteriorRing(), random), holes);
    }
    return polygons.length == 1 ? polygons[0] : new MultiPolygon(polygons, factory);
  }

  private static LinearRing turned(LinearRing ring, Random random) {
    Coordinate[] old = ring.getCoordinates();
    int n = old.length - 1;
    int first = random.nextInt(n);
    int step = random.nextBoolean() ? 1 : n - 1;
    Coordinate[] out = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      out[i] = old[(first + i * step) % n].copy();
    }
    return ring.getFactory().createLinearRing(out);
  }

  /**
   * A merge of an input as an input again: the units as one layer, the divisions as they are now.
   */
  static MergeInput merged(MergeInput input, List<BasicUnit> units) {
    List<DepartmentCell> cells = new ArrayList<>();
    Map<String, List<Geometry>> divisions = new TreeMap<>();
    for (BasicUnit unit : units) {
      cells.add(new DepartmentCell(unit.id(), "", cells.size() + 1, unit.polygon()));
      divisions.computeIfAbsent(unit.areaCode(), code -> new ArrayList<>()).add(unit.polygon());
    }
    List<DepartmentCell> area = new ArrayList<>();
    divisions.forEach(
        (code, parts) ->
            area.add(
                new DepartmentCell(
                    code,
                    "",
                    area.size() + 1,
                    CoverageUnion.union(parts.toArray(Geometry[]::new)))));
    return new MergeInput(
        input.frame(),
        Optional.of(new DepartmentLayer("社区", FRAME, area)),
        List.of(new DepartmentLayer("一网", FRAME, cells)),
        input.whole());
  }

  /** The same input moved by whole cells of the grid. */
  static MergeInput moved(MergeInput input, int cellsEast, int cellsNorth) {
    AffineTransformation move =
        AffineTransformation.translationInstance(cellsEast / 100.0, cellsNorth / 100.0);
    return new MergeInput(
        input.frame(),
        input.area().map(layer -> moved(layer, move)),
        input.layers().stream().map(layer -> moved(layer, move)).toList(),
        input.whole().stream()
            .map(
                w ->
                    new Indivisible(
                        w.id(), move.transform(w.footprint()), w.households(), w.people()))
            .toList());
  }

  private static DepartmentLayer moved(DepartmentLayer layer, AffineTransformation move) {
    return new DepartmentLayer(
        layer.name(),
        layer.frame(),
        layer.cells().stream()
            .map(
                c -> new DepartmentCell(c.code(), c.name(), c.feature(), move.transform(c.shape())))
            .toList());
  }
}
