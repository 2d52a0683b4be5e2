package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the door lets in, and how it says no: bad inputs get a problem document, never a page. */
class DoorTest {
  private final RunningServer server = RunningServer.shared();
  private final Browser admin = server.administrator();

  @Test
  void pageIsPublicAndMayLoadOnlyItsOwnFiles() {
    HttpResponse<byte[]> page = server.stranger().get("/");
    assertEquals(200, page.statusCode());
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertTrue(policy.startsWith("default-src 'self'; script-src 'self'"), policy);
    assertFalse(policy.contains("unsafe"), policy);
    assertEquals("nosniff", page.headers().firstValue("X-Content-Type-Options").orElseThrow());
    assertEquals("DENY", page.headers().firstValue("X-Frame-Options").orElseThrow());
    String etag = page.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, server.stranger().get("/", "If-None-Match", etag).statusCode());
    assertEquals("no-cache", page.headers().firstValue("Cache-Control").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/workspaces",
        "/api/jobs/1",
        "/api/mosaics/1",
        "/api/workspaces/1/tiles/base/9/1/1",
        "/api/openapi",
        "/api/docs",
        "/actuator/env",
        "/actuator/heapdump"
      })
  void strangersSeeNothing(String path) {
    isProblem(server.stranger().get(path), 401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing/here,404",
    "GET,/api/nothing,404",
    "GET,/error,404",
    "GET,/api/workspaces/abc,400",
    "GET,/api/workspaces/0x1F,400",
    "GET,/api/workspaces/9223372036854775808,400",
    "GET,/api/workspaces/999999999,404",
    "GET,/api/workspaces?foo=1,400",
    "GET,/api/jobs/999999999,404",
    "GET,/api/mosaics/999999999,404",
    "GET,/api/mosaics/{m}/conflicts?limit=-1,400",
    "GET,/api/mosaics/{m}/conflicts?limit=abc,400",
    "GET,/api/mosaics/{m}/conflicts?limit=99999999999999,400",
    "GET,/api/mosaics/{m}/conflicts?kind=DROP%20TABLE,400",
    "GET,/api/mosaics/{m}/at?lon=999&lat=30,400",
    "GET,/api/mosaics/{m}/at?lon=NaN&lat=30,400",
    "GET,/api/mosaics/{m}/at?lon=118,400",
    "GET,/api/mosaics/{m}/files/..%252f..%252fetc,400",
    "GET,/api/mosaics/{m}/tiles/31/1/1,404",
    "GET,/api/mosaics/{m}/tiles/-1/0/0,404",
    "GET,/api/mosaics/{m}/tiles/99999999999/0/0,400",
    "DELETE,/api/workspaces,405",
    "PUT,/api/workspaces,405"
  })
  void badAddressesGetTheirStatus(String method, String path, int status) {
    String at = path.replace("{m}", "" + Ground.shared().mosaic());
    isProblem(method.equals("GET") ? admin.get(at) : admin.write(method, at, Map.of()), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"name\":{}}",
        "{\"name\":1}",
        "{\"name\":null}",
        "{\"name\":\"a\",\"name\":\"b\"}",
        "{\"name\":\"a\",\"epsg\":4326}",
        "{\"name\":\"a\"} trailing"
      })
  void badBodiesAreRefused(String body) {
    isProblem(admin.write("POST", "/api/workspaces", body), 400);
  }

  @Test
  void deepLongAndBrokenBodiesAreRefused() {
    isProblem(admin.write("POST", "/api/workspaces", "[".repeat(100_000)), 400);
    isProblem(admin.write("POST", "/api/workspaces", "{\"name\":" + "9".repeat(100_000)), 400);
    isProblem(admin.write("POST", "/api/workspaces", Map.of("name", "长".repeat(300_000))), 400);
    isProblem(admin.write("POST", "/api/workspaces", Map.of("name", "长".repeat(400_000))), 413);
    byte[] brokenText = "{\"name\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    brokenText[9] = (byte) 0xff;
    isProblem(admin.raw("POST", "/api/workspaces", "application/json", brokenText), 400);
  }

  @Test
  void onlyJsonIsReadAndAnErrorIsAlwaysProblemJson() {
    byte[] body = "{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_8);
    isProblem(admin.raw("POST", "/api/workspaces", "text/plain", body), 415);
    isProblem(admin.raw("POST", "/api/workspaces", "application/xml", body), 415);
    isProblem(admin.raw("POST", "/api/workspaces", "application/x-www-form-urlencoded", body), 415);
    isProblem(admin.get("/api/workspaces/999999999", "Accept", "application/xml"), 404, 406);
    isProblem(
        admin.send(
            HttpRequest.newBuilder(admin.at("/api/login"))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))),
        415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "甲\u202e乙", "甲\u200b乙", "甲\n乙"})
  void namesAreShortAndVisible(String name) {
    isProblem(admin.write("POST", "/api/workspaces", Map.of("name", name)), 422);
    isProblem(admin.write("POST", "/api/workspaces", Map.of("name", "名".repeat(81))), 422);
  }

  @Test
  void bodyThatLiesAboutItsSizeIsCutOff() {
    // Sent in chunks, so that no length is announced.
    byte[] large = new byte[1 << 21];
    Arrays.fill(large, (byte) ' ');
    HttpResponse<byte[]> answer =
        server
            .stranger()
            .send(
                HttpRequest.newBuilder(admin.at("/api/login"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    assertTrue(List.of(403, 413).contains(answer.statusCode()), "" + answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/x|y HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n"
      })
  void requestsThatNeverReachTheApplicationGetAProblemToo(String request) throws IOException {
    String answer = raw(request);
    assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
    if (!answer.contains("Content-Length: 0")) {
      assertTrue(answer.contains("Content-Type: application/problem+json"), answer);
    }
    assertFalse(answer.contains("Tomcat"), answer);
    assertFalse(answer.toLowerCase(Locale.ROOT).contains("<html"), answer);
  }

  @Test
  void veryLongAddressesAreRefused() throws IOException {
    String answer = raw("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
  }

  @Test
  void announcedSizeIsRefusedBeforeItIsRead() throws IOException {
    String answer =
        raw(
            "POST /api/workspaces/1/layers HTTP/1.1\r\nHost: x\r\nContent-Length: 300000000\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    assertTrue(answer.contains("/problems/too-large"), answer);
  }

  private String raw(String request) throws IOException {
    return raw(server.port(), request);
  }

  /** What comes back when these very bytes are sent. */
  static String raw(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(8000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketException reset) {
        // Whatever came before the reset counts.
        assertTrue(answer.size() > 0, reset.toString());
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  static void isProblem(HttpResponse<byte[]> response, Integer... statuses) {
    String body = Browser.text(response);
    assertTrue(
        List.of(statuses).contains(response.statusCode()),
        response.request().method() + " " + response.uri() + ": " + response.statusCode() + body);
    assertEquals(
        "application/problem+json;charset=UTF-8",
        response.headers().firstValue("Content-Type").orElse(""),
        body);
    JsonNode problem = Browser.JSON.readTree(body);
    assertEquals(response.statusCode(), problem.path("status").asInt());
    assertTrue(problem.path("type").asString().startsWith("/problems/"), body);
    assertFalse(problem.path("title").asString().isEmpty(), body);
    assertFalse(problem.path("detail").asString().isEmpty(), body);
    assertFalse(body.contains("Exception") || body.contains("SELECT") || body.contains("at one"));
  }
}
