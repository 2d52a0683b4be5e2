package onegrid.server;

import static onegrid.server.Browser.json;
import static onegrid.server.DoorTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onegrid.server.Browser.Part;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files that cannot be taken are refused in the answer to the upload, and nothing is left. */
class UploadTest {
  private static final Map<String, String> FIELDS = Map.of("name", "甲", "role", "DEPARTMENT");

  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();
  private final String layers =
      "/api/workspaces/"
          + json(admin.write("POST", "/api/workspaces", Map.of("name", "上传")), 201).path("id")
          + "/layers";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"type\":\"FeatureCollection\",\"features\":[]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"code\":\"1\"},\"geometry\":null}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"code\":\"1\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[118,35]}}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"code\":\"1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[1e308,35],[118.1,35],[118.1,35.1],[1e308,35]]]}}]}",
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
            + "{\"code\":\"1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[\"118\",35],[118.1,35],[118.1,35.1],[118,35]]]}}]}"
      })
  void brokenGeoJson(String text) {
    nothingIsTaken(upload("a.geojson", text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void deepAndTangledFiles() {
    nothingIsTaken(upload("a.geojson", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
    nothingIsTaken(
        upload(
            "a.kml",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml>&x;</kml>"
                .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void archivesThatAreNoneOrReachOutside() {
    nothingIsTaken(upload("a.zip", "no zip".getBytes(StandardCharsets.UTF_8)));
    nothingIsTaken(upload("a.zip", zip()));
    nothingIsTaken(upload("a.zip", zip("../../evil.shp", "x")));
    nothingIsTaken(upload("a.zip", zip("/x/evil.shp", "x")));
    nothingIsTaken(upload("a.zip", zip("only.shp", "x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "a/b.geojson", "..\\\\a.geojson", ".geojson", "a.exe", "a"})
  void namesThatAreNoNamesOfLayers(String name) {
    nothingIsTaken(
        upload(name, new Drawings().cell("1", 0, 0, 1, 1).json().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void incompleteAndMixedUploads() {
    byte[] some = "x".getBytes(StandardCharsets.UTF_8);
    nothingIsTaken(admin.upload(layers, FIELDS, List.of(new Part("a.shp", some))));
    nothingIsTaken(
        admin.upload(
            layers, FIELDS, List.of(new Part("a.geojson", some), new Part("b.geojson", some))));
    nothingIsTaken(admin.upload(layers, FIELDS, List.of()));
    nothingIsTaken(
        admin.upload(
            layers, Map.of("name", "甲"), new Drawings().cell("1", 0, 0, 1, 1).file("a.json")));
    nothingIsTaken(
        admin.upload(
            layers,
            Map.of("name", "甲", "role", "KING"),
            new Drawings().cell("1", 0, 0, 1, 1).file("a.json")));
    nothingIsTaken(
        admin.upload(
            layers,
            Map.of("name", "甲", "role", "AREA", "extra", "1"),
            new Drawings().cell("1", 0, 0, 1, 1).file("a.json")));
    isProblem(
        admin.upload(
            "/api/workspaces/999999999/layers",
            FIELDS,
            new Drawings().cell("1", 0, 0, 1, 1).file("a.json")),
        404);
  }

  /** A real full disk: a file system of a few pages where uploads wait. */
  @Test
  void fullDiskIsSaidAndNothingIsKept() throws Exception {
    Path waiting = Files.createDirectories(server.data().resolve("uploads"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", waiting.toString()) == 0,
        "磁盘已满的测试需要 root 才能挂载小磁盘，已跳过 / skipped: mounting a small disk needs root");
    try {
      HttpResponse<byte[]> answer =
          upload("a.geojson", " ".repeat(200_000).getBytes(StandardCharsets.UTF_8));
      isProblem(answer, 507);
      assertTrue(Browser.text(answer).contains("磁盘已满"), Browser.text(answer));
      assertTrue(uploadsLeft().isEmpty(), uploadsLeft().toString());
    } finally {
      assertEquals(0, run("umount", waiting.toString()));
    }
    assertEquals(0, json(admin.get(layers), 200).size());
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void strangersUploadNothing() {
    Browser stranger = server.stranger();
    stranger.session();
    isProblem(
        stranger.upload(layers, FIELDS, new Drawings().cell("1", 0, 0, 1, 1).file("a.json")), 401);
  }

  @Test
  void oneNameStandsForOneLayer() {
    List<Part> file = new Drawings().cell("1", 0, 0, 1, 1).file("a.geojson");
    JsonNode queued = json(admin.upload(layers, FIELDS, file), 202);
    assertEquals(200, admin.get("/api/jobs/" + queued.path("jobId") + "/events").statusCode());
    isProblem(
        admin.upload(layers, FIELDS, new Drawings().cell("2", 0, 0, 1, 1).file("b.geojson")), 409);
    assertTrue(uploadsLeft().isEmpty(), uploadsLeft().toString());
  }

  @Test
  void sameFilesAreTakenOnce() {
    List<Part> file = new Drawings().cell("1", 0, 0, 2, 2).file("same.geojson");
    Map<String, String> fields = Map.of("name", "一次", "role", "DEPARTMENT");
    JsonNode queued = json(admin.upload(layers, fields, file), 202);
    assertEquals(200, admin.get("/api/jobs/" + queued.path("jobId") + "/events").statusCode());
    HttpResponse<byte[]> again = admin.upload(layers, fields, file);
    long first = json(again, 200).path("layerId").asLong();
    assertEquals(layers + "/" + first, again.headers().firstValue("Location").orElseThrow());
    assertEquals(1, json(admin.get(layers), 200).size());
  }

  private HttpResponse<byte[]> upload(String fileName, byte[] content) {
    return admin.upload(layers, FIELDS, List.of(new Part(fileName, content)));
  }

  private void nothingIsTaken(HttpResponse<byte[]> answer) {
    isProblem(answer, 400, 413, 415, 422);
    assertEquals(0, json(admin.get(layers), 200).size());
    assertTrue(uploadsLeft().isEmpty(), uploadsLeft().toString());
  }

  private List<Path> uploadsLeft() {
    Path folder = server.data().resolve("uploads");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> left = Files.list(folder)) {
      return left.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] zip(String... namesAndContents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
