package onegrid.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.CodeField;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.read.FeatureFiles;
import onegrid.io.table.FeatureTable;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Layers that real departments drew, merged by the command line and judged without the engine: by
 * JTS on the files that were written. Skipped, in words, where the layers do not lie beside the
 * project.
 */
class RealMergeTest {
  private static final Path DATA = Path.of("../../../shared/data/merge");
  private static final GeometryFactory SHAPES = new GeometryFactory();

  @TempDir private Path folder = Path.of("");

  @Test
  void newYorkFiveLayersOverTheSameStreets() throws IOException {
    judge(
        "nyc/census_tract_2010.geojson",
        "geoid",
        Map.of(
            "nta", "nyc/neighborhood_tabulation_area_2010.geojson:nta2010",
            "cd", "nyc/community_district.geojson:boro_cd",
            "council", "nyc/council_district.geojson:district_number",
            "borough", "nyc/borough.geojson:borough_code"));
  }

  @Test
  void denverInTwoVintages() throws IOException {
    judge(
        "",
        "",
        Map.of(
            "2016", "DenverCo_precincts2016_orig.zip:NAMELSAD",
            "2018", "DenverCo_precincts2018_orig.zip:VTDST"));
  }

  @Test
  void denverRepairedByOthers() throws IOException {
    judge(
        "",
        "",
        Map.of(
            "2016", "DenverCo_precincts2016_repaired.zip:NAMELSAD",
            "2018", "DenverCo_precincts2018_repaired.zip:VTDST"));
  }

  @Test
  void providenceOldAndNewPrecincts() throws IOException {
    judge("districts.zip", "id", Map.of("old", "precincts.zip:NAME", "new", "new_precincts.zip:"));
  }

  /** Small cases that once broke a polygon cleaner: merged soundly, or refused in words. */
  @Test
  void casesThatBrokeOthers() throws IOException {
    List<Path> cases;
    try (Stream<Path> files = Files.walk(present("mapshaper"))) {
      cases = files.filter(f -> f.toString().matches(".*[.](json|geojson|shp)")).sorted().toList();
    }
    int merged = 0;
    for (Path file : cases) {
      merged += judgeCase(List.of(file), folder.resolve("case" + merged)) ? 1 : 0;
    }
    assertTrue(merged >= 20, "merged " + merged + " of " + cases.size());
  }

  /** The same cases where several files belong together, each folder's files as its layers. */
  @Test
  void casesOfSeveralFilesThatBrokeOthers() throws IOException {
    int merged = 0;
    for (String name : List.of("f_union", "f_mosaic", "i_389_clipping_error", "i_595_clip_error")) {
      List<Path> layers;
      try (Stream<Path> files = Files.walk(present("mapshaper/" + name))) {
        layers = files.filter(f -> f.toString().matches(".*[.]json")).sorted().toList();
      }
      merged += judgeCase(layers, folder.resolve(name)) ? 1 : 0;
    }
    assertTrue(merged >= 3, "merged " + merged + " of 4");
  }

  /** Whether a case was merged, soundly; it was refused in words if not. */
  private static boolean judgeCase(List<Path> layers, Path out) throws IOException {
    Terminal terminal = new Terminal();
    List<Object> args = new ArrayList<>(List.of("merge", "--out", out, "--crs", "EPSG:32618"));
    for (int i = 0; i < layers.size(); i++) {
      String name = "l" + i;
      args.addAll(List.of("--layer", name + "=" + layers.get(i)));
      code(layers.get(i)).ifPresent(field -> args.addAll(List.of("--code", name + "=" + field)));
    }
    int exit = terminal.run(args.toArray());
    assertTrue(exit != Exit.OUR_FAULT, layers + terminal.said());
    if (exit == Exit.REFUSED) {
      assertTrue(terminal.said().contains("拒绝"), layers + terminal.said());
      assertTrue(!Files.exists(out), "something was written for " + layers);
      System.out.println("refused: " + layers + " " + terminal.said().strip());
      return false;
    }
    CrsGate gate =
        TablePlace.settle(FeatureFiles.read(layers.get(0)), Optional.of(SourceCrs.ofEpsg(32618)))
            .gate();
    List<Polygon> units = units(out.resolve("units.geojson"), gate);
    assertEquals(0, units.stream().filter(unit -> !unit.isValid()).count(), layers + " invalid");
    Geometry[] all = units.toArray(new Geometry[0]);
    Geometry[] wrong = CoverageValidator.validate(all);
    assertEquals(
        0,
        Arrays.stream(wrong).filter(w -> w != null && !w.isEmpty()).count(),
        layers + " overlap");
    edgesInsideAppearTwice(units);
    double sum = units.stream().mapToDouble(Geometry::getArea).sum();
    assertEquals(CoverageUnion.union(all).getArea(), sum, 1e-6 * sum, layers + " overlap");
    return true;
  }

  private static Optional<String> code(Path file) {
    try {
      FeatureTable table = FeatureFiles.read(file);
      return CodeField.isPresent(table)
          ? Optional.empty()
          : CodeField.candidates(table).stream().findFirst();
    } catch (FileRefused e) {
      return Optional.empty(); // The command says it again.
    }
  }

  private void judge(String area, String areaCode, Map<String, String> layers) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, Optional<String>> codes = new LinkedHashMap<>();
    List<Object> args = new ArrayList<>(List.of("merge"));
    if (!area.isEmpty()) {
      args.addAll(List.of("--area", present(area), "--area-code", areaCode));
    }
    for (Map.Entry<String, String> layer : new TreeMap<>(layers).entrySet()) {
      String name = layer.getKey();
      String[] parts = layer.getValue().split(":", 2);
      Path file = present(parts[0]);
      files.put(name, parts[0]);
      String code = parts[1].isEmpty() ? firstCandidate(file) : parts[1];
      codes.put(name, Optional.of(code));
      args.addAll(List.of("--layer", name + "=" + file, "--code", name + "=" + code));
    }
    Path out = folder.resolve("out");
    args.addAll(List.of("--out", out));
    Terminal terminal = new Terminal();
    int exit = terminal.run(args.toArray());
    assertTrue(exit == Exit.DONE || exit == Exit.NEEDS_DECISION, exit + terminal.said());
    JsonNode report = JsonMapper.shared().readTree(out.resolve("report.json"));
    List<Polygon> units = units(out.resolve("units.geojson"), gate(files));

    assertEquals(0, units.stream().filter(unit -> !unit.isValid()).count(), "invalid units");
    Geometry[] all = units.toArray(new Geometry[0]);
    Geometry[] wrong = CoverageValidator.validate(all);
    long overlapping = Arrays.stream(wrong).filter(w -> w != null && !w.isEmpty()).count();
    assertEquals(0, overlapping, "units that do not fit their neighbours");
    edgesInsideAppearTwice(units);
    double sum = units.stream().mapToDouble(Geometry::getArea).sum();
    Geometry ground =
        ground(area.isEmpty() ? List.copyOf(files.values()) : List.of(area), gate(files));
    double perimeter = ground.getLength();
    Geometry covered = CoverageUnion.union(all);
    Geometry gap = OverlayNGRobust.overlay(ground, covered, OverlayNG.DIFFERENCE);
    Geometry beyond = OverlayNGRobust.overlay(covered, ground, OverlayNG.DIFFERENCE);
    System.out.printf(
        "%s: %d units, ground %.0f m2, gap %.2f m2, beyond %.2f m2, border %.0f m%n",
        files, units.size(), ground.getArea(), gap.getArea(), beyond.getArea(), perimeter);
    assertEquals(covered.getArea(), sum, 1e-6 * sum, "overlap");
    if (!area.isEmpty()) {
      // A border may move by the 7.1 mm of rounding where a department's corner lies on it.
      assertTrue(gap.buffer(-0.0075).isEmpty(), "gap");
      assertTrue(beyond.buffer(-0.0075).isEmpty(), "beyond the area");
    } else {
      assertEquals(0, gap.getArea(), 0.01 * perimeter, "gap");
    }
    everySourceIsKept(files, codes, gate(files), out);
    assertTrue(report.size() > 0);
  }

  /** No edge but those on the outer border belongs to one unit only, and none to three. */
  private static void edgesInsideAppearTwice(List<Polygon> units) {
    Map<String, Integer> edges = new HashMap<>();
    for (Polygon unit : units) {
      edges(unit.getExteriorRing(), edges);
      for (int i = 0; i < unit.getNumInteriorRing(); i++) {
        edges(unit.getInteriorRingN(i), edges);
      }
    }
    assertEquals(0, edges.values().stream().filter(n -> n > 2).count(), "edges used thrice");
    Map<Coordinate, Integer> ends = new HashMap<>();
    edges.forEach(
        (edge, n) -> {
          if (n == 1) {
            String[] at = edge.split(" ");
            ends.merge(
                new Coordinate(Double.parseDouble(at[0]), Double.parseDouble(at[1])),
                1,
                Integer::sum);
            ends.merge(
                new Coordinate(Double.parseDouble(at[2]), Double.parseDouble(at[3])),
                1,
                Integer::sum);
          }
        });
    // Single edges are the border: at every corner an even number of them meets, so they close.
    assertEquals(
        0, ends.values().stream().filter(n -> n % 2 == 1).count(), "borders that do not close");
  }

  private static void edges(LinearRing ring, Map<String, Integer> edges) {
    Coordinate[] at = ring.getCoordinates();
    for (int i = 1; i < at.length; i++) {
      Coordinate a = at[i - 1].compareTo(at[i]) < 0 ? at[i - 1] : at[i];
      Coordinate b = a.equals(at[i]) ? at[i - 1] : at[i];
      edges.merge(a.x + " " + a.y + " " + b.x + " " + b.y, 1, Integer::sum);
    }
  }

  private static void everySourceIsKept(
      Map<String, String> files, Map<String, Optional<String>> codes, CrsGate gate, Path out)
      throws IOException {
    String findings = Files.readString(out.resolve("findings.csv"));
    Set<String> placed = new HashSet<>();
    for (String row : Files.readString(out.resolve("crosswalk.csv")).split("\r\n")) {
      String[] values = row.split(",");
      placed.add(values[0].replace("\"", "") + "|" + values[1].replace("\"", ""));
    }
    List<String> lost = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      for (DepartmentCell cell :
          layer(file.getValue(), codes.getOrDefault(file.getKey(), Optional.empty()), gate)
              .cells()) {
        String code = cell.code();
        if (!placed.contains(file.getKey() + "|" + code)
            && !findings.contains("\"" + file.getKey() + "\",\"" + code + "\"")) {
          lost.add(file.getKey() + " " + code);
        }
      }
    }
    assertEquals(List.of(), lost);
  }

  private static Geometry ground(List<String> files, CrsGate gate) {
    List<Geometry> shapes = new ArrayList<>();
    for (String file : files) {
      for (DepartmentCell cell : layer(file, Optional.empty(), gate).cells()) {
        shapes.add(GeometryFixer.fix(cell.shape()));
      }
    }
    return OverlayNGRobust.union(shapes);
  }

  private static DepartmentLayer layer(String file, Optional<String> code, CrsGate gate) {
    TablePlace place = TablePlace.settle(FeatureFiles.read(DATA.resolve(file)), Optional.empty());
    return code.isPresent()
        ? LayerIntake.take(place, file, code, gate).layer()
        : LayerIntake.numbered(place, file, gate).layer();
  }

  private static String firstCandidate(Path file) {
    return CodeField.candidates(FeatureFiles.read(file)).get(0);
  }

  private static CrsGate gate(Map<String, String> files) {
    String first = files.values().iterator().next();
    return TablePlace.settle(FeatureFiles.read(DATA.resolve(first)), Optional.empty()).gate();
  }

  private static List<Polygon> units(Path file, CrsGate gate) {
    List<Polygon> units = new ArrayList<>();
    for (JsonNode feature : JsonMapper.shared().readTree(file).get("features")) {
      assertEquals("Polygon", feature.get("geometry").get("type").asString());
      List<LinearRing> rings = new ArrayList<>();
      for (JsonNode ring : feature.get("geometry").get("coordinates")) {
        List<Coordinate> places = new ArrayList<>();
        for (JsonNode at : ring) {
          double[] point = {at.get(0).doubleValue(), at.get(1).doubleValue()};
          gate.toMetres(point);
          places.add(new Coordinate(snap(point[0]), snap(point[1])));
        }
        rings.add(SHAPES.createLinearRing(places.toArray(new Coordinate[0])));
      }
      units.add(
          SHAPES.createPolygon(
              rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0])));
    }
    return units;
  }

  private static double snap(double metres) {
    return LocalFrame.toMetres(LocalFrame.toCells(metres));
  }

  private static Path present(String file) {
    Path path = DATA.resolve(file);
    if (!Files.exists(path)) {
      System.out.println("skipped, not here: " + path);
    }
    assumeTrue(Files.exists(path), "not here: " + path);
    return path;
  }
}
