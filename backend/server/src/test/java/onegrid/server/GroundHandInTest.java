package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import onegrid.io.osm.PbfBytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A street office brings its own ground over HTTP: what is taken, what is noticed about it and
 * where, and what is refused in one sentence with nothing kept.
 */
class GroundHandInTest {
  /**
   * A street from west to east, crossed by a stream, and a motorway; an island of a footpath in the
   * north. A thousandth of a degree is about a hundred metres.
   */
  private static final String OSM =
      """
      <osm version="0.6"><bounds minlat="35.04" minlon="118.29" maxlat="35.09" maxlon="118.36"/>
      <node id="1" lat="35.060" lon="118.330"/><node id="2" lat="35.060" lon="118.334"/>
      <node id="3" lat="35.060" lon="118.338"/><node id="4" lat="35.055" lon="118.336"/>
      <node id="5" lat="35.065" lon="118.336"/><node id="6" lat="35.070" lon="118.330"/>
      <node id="7" lat="35.070" lon="118.331"/>
      <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
      <way id="11"><nd ref="4"/><nd ref="5"/><tag k="waterway" v="river"/>
        <tag k="name" v="小河"/></way>
      <way id="12"><nd ref="6"/><nd ref="7"/><tag k="highway" v="footway"/></way>
      </osm>
      """;

  private final Browser admin = RunningServer.shared().administrator();
  private long workspace;
  private String at = "";

  @BeforeEach
  void newWorkspace() {
    workspace =
        json(admin.write("POST", "/api/workspaces", Map.of("name", "自带底图")), 201)
            .path("id")
            .asLong();
    at = "/api/workspaces/" + workspace + "/ground";
  }

  @Test
  void anExtractBringsItsRiversAndWhatIsNoticedHasItsPlace() {
    taken("ROADS", "city.osm", OSM.getBytes(StandardCharsets.UTF_8));
    JsonNode roads = part("ROADS");
    assertEquals(2, roads.path("things").asInt());
    assertEquals("city.osm", roads.path("file").asString());
    assertEquals(1, part("BARRIERS").path("things").asInt());
    JsonNode cut = finding("ROADS", "WAY_CUT_BY_BARRIER");
    assertEquals(118.336, cut.path("lon").asDouble(), 1e-4);
    assertEquals(35.060, cut.path("lat").asDouble(), 1e-4);
    assertTrue(cut.path("words").asString().contains("小河"), cut.toString());
    // Nobody east of the river is reached from the west.
    taken(
        "BUILDINGS", "b.csv", "id,lon,lat,population\nW,118.332,35.0601,5\nE,118.337,35.0601,9\n");
    taken("STATIONS", "s.csv", "id,lon,lat\nS,118.3315,35.0601\n");
    JsonNode figures = report(CoverageServiceTest.asked(workspace, Map.of()));
    assertEquals(5, figures.path("people").path("covered").asLong());
    // Roads by themselves take the river away with the extract it came in.
    taken("ROADS", "r.geojson", line("[[118.330,35.060],[118.338,35.060]]", ""));
    assertEquals(0, part("BARRIERS").path("things").asInt());
    figures = report(CoverageServiceTest.asked(workspace, Map.of()));
    assertEquals(14, figures.path("people").path("covered").asLong());
  }

  @Test
  void packedAndBinaryExtractsAreTaken() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(OSM.getBytes(StandardCharsets.UTF_8));
    }
    taken("ROADS", "city.osm.gz", packed.toByteArray());
    assertEquals(2, part("ROADS").path("things").asInt());
    taken("ROADS", "city.osm.pbf", PbfBytes.street(0, 5_000_000));
    assertEquals(1, part("ROADS").path("things").asInt());
    assertEquals(0, part("BARRIERS").path("things").asInt());
  }

  @Test
  void brokenExtractsAreRefusedAndTheOldRoadsStay() {
    taken("ROADS", "city.osm", OSM.getBytes(StandardCharsets.UTF_8));
    byte[] whole = PbfBytes.street(0, 5_000_000);
    refused("ROADS", "cut.osm.pbf", Arrays.copyOf(whole, whole.length - 9), 422);
    byte[] huge = {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1};
    assertTrue(refused("ROADS", "huge.osm.pbf", huge, 422).contains("64 KB"));
    refused("ROADS", "text.osm.pbf", "no extract".getBytes(StandardCharsets.UTF_8), 422);
    byte[] entity =
        "<!DOCTYPE osm [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><osm>&a;</osm>"
            .getBytes(StandardCharsets.UTF_8);
    refused("ROADS", "xxe.osm", entity, 422);
    assertTrue(
        refused("ROADS", "none.osm", "<osm/>".getBytes(StandardCharsets.UTF_8), 422)
            .contains("没有一条可以步行的道路"));
    String motorways = line("[[118.330,35.060],[118.338,35.060]]", "\"highway\":\"motorway\"");
    assertTrue(refused("ROADS", "m.geojson", utf8(motorways), 422).contains("没有一条可以步行的道路"));
    refused("STATIONS", "city.osm", OSM.getBytes(StandardCharsets.UTF_8), 422);
    assertEquals("city.osm", part("ROADS").path("file").asString());
    assertEquals(2, part("ROADS").path("things").asInt());
  }

  @Test
  void roadsThatNobodyMayWalkAndIslandsAreShownWhereTheyAre() {
    String roads =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"id":"a","highway":"residential"},
         "geometry":{"type":"LineString","coordinates":[[118.33,35.06],[118.34,35.06]]}},
        {"type":"Feature","properties":{"id":"b","highway":"motorway"},
         "geometry":{"type":"LineString","coordinates":[[118.33,35.07],[118.34,35.07]]}},
        {"type":"Feature","properties":{"id":"c","highway":"footway"},
         "geometry":{"type":"LineString","coordinates":[[118.33,35.08],[118.3301,35.08]]}}]}
        """;
    taken("ROADS", "r.geojson", roads);
    assertEquals(35.07, finding("ROADS", "WAY_NOT_WALKED").path("lat").asDouble(), 1e-6);
    assertEquals(35.08, finding("ROADS", "NETWORK_ISLAND").path("lat").asDouble(), 1e-3);
    assertEquals(2, part("ROADS").path("things").asInt());
    int info = part("ROADS").path("findings").path("info").asInt();
    assertTrue(info >= 1, part("ROADS").toString());
  }

  @Test
  void barriersComeAsLinesAndAreas() {
    taken("ROADS", "r.geojson", line("[[118.330,35.060],[118.338,35.060]]", ""));
    taken(
        "BUILDINGS", "b.csv", "id,lon,lat,population\nW,118.332,35.0601,5\nE,118.337,35.0601,9\n");
    taken("STATIONS", "s.csv", "id,lon,lat\nS,118.3315,35.0601\n");
    taken(
        "BARRIERS",
        "wall.geojson",
        line("[[118.335,35.05],[118.335,35.07]]", "\"kind\":\"围墙\",\"name\":\"长墙\""));
    JsonNode cut = finding("BARRIERS", "WAY_CUT_BY_BARRIER");
    assertEquals(118.335, cut.path("lon").asDouble(), 1e-4);
    JsonNode figures = report(CoverageServiceTest.asked(workspace, Map.of()));
    assertEquals(5, figures.path("people").path("covered").asLong());
    // A lake in the place of the wall, away from the street: it stands in nobody's way.
    String lake =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"湖"},
        "geometry":{"type":"Polygon","coordinates":
        [[[118.335,35.062],[118.336,35.062],[118.336,35.063],[118.335,35.063],[118.335,35.062]]]}}]}
        """;
    taken("BARRIERS", "lake.geojson", lake);
    figures = report(CoverageServiceTest.asked(workspace, Map.of()));
    assertEquals(14, figures.path("people").path("covered").asLong());
    // A station in the lake is refused with its place, and the old one stays.
    String drowned = refused("STATIONS", "s2.csv", utf8("id,lon,lat\nS2,118.3355,35.0625\n"), 422);
    assertTrue(drowned.contains("S2"), drowned);
    assertEquals("s.csv", part("STATIONS").path("file").asString());
    refused("BARRIERS", "points.csv", utf8("id,lon,lat\n1,118.3355,35.0625\n"), 422);
  }

  @Test
  void gatesNeedTheirCompoundsAndTheirWays() {
    taken("ROADS", "r.geojson", line("[[118.330,35.060],[118.338,35.060]]", ""));
    String gates = "id,compound,lon,lat\nG1,C1,118.334,35.060\nG2,C1,118.334,35.0605\n";
    assertTrue(refused("GATES", "g.csv", utf8(gates), 422).contains("先导入小区"));
    assertEquals(0, part("GATES").path("things").asInt());
    String compound =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"id":"C1","name":"一号院","age":"老旧"},"geometry":{"type":"Polygon","coordinates":
        [[[118.334,35.059],[118.336,35.059],[118.336,35.061],[118.334,35.061],[118.334,35.059]]]}}]}
        """;
    taken("COMPOUNDS", "c.geojson", compound);
    refused("GATES", "g.csv", utf8("id,compound,lon,lat\nG1,C9,118.334,35.06\n"), 422);
    refused("GATES", "g.csv", utf8(gates + "G1,C1,118.334,35.06\n"), 422);
    taken("GATES", "g.csv", gates);
    JsonNode loose = finding("GATES", "GATE_UNCONNECTED");
    assertEquals("G2", loose.path("sourceCode").asString());
    assertEquals(35.0605, loose.path("lat").asDouble(), 1e-6);
  }

  @Test
  void aNewGateIsTriedAsIfItHadBeenHandedIn() {
    String streets =
        """
        {"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
         "coordinates":[[118.330,35.0588],[118.3350,35.0588],[118.338,35.0588]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"LineString",
         "coordinates":[[118.3342,35.0596],[118.3350,35.0596],[118.3358,35.0596]]}}%s]}
        """;
    String compound =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"C1"},
        "geometry":{"type":"Polygon","coordinates":
        [[[118.334,35.059],[118.336,35.059],[118.336,35.061],[118.334,35.061],[118.334,35.059]]]}}]}
        """;
    taken("ROADS", "r.geojson", streets.formatted(""));
    taken("COMPOUNDS", "c.geojson", compound);
    taken("BUILDINGS", "b.csv", "id,compound,lon,lat,population\nB,C1,118.3350,35.0599,8\n");
    taken("STATIONS", "s.csv", "id,lon,lat\nS,118.3355,35.0587\n");
    long answer = CoverageServiceTest.asked(workspace, Map.of());
    String ask = "/api/coverages/" + answer + "/what-if";
    Map<String, Object> gate = Map.of("lon", 118.3350, "lat", 35.05901);
    JsonNode tried = json(admin.write("POST", ask, Map.of("newGates", List.of(gate))), 200);
    assertEquals(0, tried.path("before").path("people").path("covered").asLong());
    assertEquals(8, tried.path("after").path("people").path("covered").asLong());
    assertEquals("B", tried.path("changed").get(0).path("code").asString());
    assertEquals(35.059, tried.path("newGates").get(0).path("lat").asDouble(), 1e-6);
    // Taken back, and asked for where there is no wall.
    JsonNode nothing = json(admin.write("POST", ask, Map.of()), 200);
    assertEquals(nothing.path("before"), nothing.path("after"));
    Map<String, Object> street = Map.of("lon", 118.331, "lat", 35.0588);
    HttpResponse<byte[]> nowhere = admin.write("POST", ask, Map.of("newGates", List.of(street)));
    assertEquals(422, nowhere.statusCode());
    // A whole new run on ground where somebody drew the same gate and path.
    String path =
        ",{\"type\":\"Feature\",\"properties\":{\"class\":4},\"geometry\":{\"type\":\"LineString\","
            + "\"coordinates\":[[118.3350,35.0588],[118.3350,35.0590],[118.3350,35.0596]]}}";
    taken("ROADS", "r.geojson", streets.formatted(path));
    taken("GATES", "g.csv", "id,compound,lon,lat\nG,C1,118.3350,35.0590\n");
    long fresh = CoverageServiceTest.asked(workspace, Map.of());
    JsonNode run = json(admin.write("POST", "/api/coverages/" + fresh + "/what-if", Map.of()), 200);
    assertEquals(run.path("before"), tried.path("after"));
  }

  @Test
  void aStationWithoutRoadIsKeptAndSaid() {
    taken("ROADS", "r.geojson", line("[[118.330,35.060],[118.338,35.060]]", ""));
    taken("BUILDINGS", "b.csv", "id,lon,lat,population\nW,118.332,35.0601,5\n");
    taken("STATIONS", "s.csv", "id,lon,lat\nFAR,118.332,35.08\n");
    assertEquals("FAR", finding("STATIONS", "STATION_NOT_LINKED").path("sourceCode").asString());
    long answer = CoverageServiceTest.asked(workspace, Map.of());
    assertEquals(0, report(answer).path("people").path("covered").asLong());
    JsonNode kept =
        json(admin.get("/api/coverages/" + answer + "/findings?code=STATION_NOT_LINKED"), 200);
    assertEquals(1, kept.path("total").asInt());
    assertEquals(35.08, kept.path("items").get(0).path("lat").asDouble(), 1e-6);
  }

  @Test
  void otherPlacesAndTooManyStationsAreRefused() {
    taken("ROADS", "r.geojson", line("[[118.330,35.060],[118.338,35.060]]", ""));
    refused("STATIONS", "far.csv", utf8("id,lon,lat\nS,113.26,23.13\n"), 422);
    StringBuilder many = new StringBuilder("id,lon,lat\n");
    for (int i = 0; i <= 100_000; i++) {
      many.append('s').append(i).append(",118.33,35.06\n");
    }
    refused("STATIONS", "many.csv", utf8(many.toString()), 413);
    assertEquals(0, part("STATIONS").path("things").asInt());
    assertEquals(0, json(admin.get(at + "/STATIONS/findings"), 200).path("total").asInt());
    assertEquals(422, admin.get(at + "/NOTHING/findings").statusCode());
  }

  private void taken(String part, String name, String content) {
    taken(part, name, utf8(content));
  }

  private void taken(String part, String name, byte[] content) {
    JsonNode queued = json(handedIn(part, name, content), 202);
    Ground.ended(admin, queued.path("jobId").asLong());
  }

  /** The words of the refusal; nothing is queued then. */
  private String refused(String part, String name, byte[] content, int status) {
    int jobs = json(admin.get("/api/workspaces/" + workspace + "/jobs"), 200).size();
    JsonNode problem = json(handedIn(part, name, content), status);
    assertFalse(problem.path("detail").asString().isEmpty(), problem.toString());
    assertEquals(jobs, json(admin.get("/api/workspaces/" + workspace + "/jobs"), 200).size());
    return problem.path("detail").asString();
  }

  private HttpResponse<byte[]> handedIn(String part, String name, byte[] content) {
    return admin.upload(at + "/" + part, Map.of(), List.of(new Browser.Part(name, content)));
  }

  private JsonNode part(String part) {
    for (JsonNode each : json(admin.get(at), 200)) {
      if (each.path("part").asString().equals(part)) {
        return each;
      }
    }
    throw new AssertionError("no part " + part);
  }

  private JsonNode finding(String part, String code) {
    JsonNode page = json(admin.get(at + "/" + part + "/findings?code=" + code), 200);
    assertTrue(page.path("total").asInt() > 0, code + ": " + page.path("byCode"));
    return page.path("items").get(0);
  }

  private JsonNode report(long answer) {
    for (JsonNode figure :
        json(admin.get("/api/coverages/" + answer), 200).path("report").path("figures")) {
      if (figure.path("by").asString().equals("ALL")
          && figure.path("measure").asString().equals("NETWORK")) {
        return figure;
      }
    }
    throw new AssertionError("no figures");
  }

  private static String line(String coordinates, String properties) {
    return """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{%s},
        "geometry":{"type":"LineString","coordinates":%s}}]}"""
        .formatted(properties, coordinates);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
