package onegrid.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a browser does for a page: keeps cookies and sends the CSRF header. */
final class Browser {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** One file of an upload. */
  record Part(String fileName, byte[] content) {}

  final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client;
  private final String host;
  private final int port;
  private String csrfHeader = "X-CSRF-TOKEN";
  private String csrfToken = "";
  private String bearer = "";

  Browser(int port) {
    this(port, "127.0.0.1");
  }

  Browser(int port, String host) {
    this.host = host;
    this.port = port;
    this.client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  /** Shows a token with every request from here on. */
  Browser bearing(String token) {
    bearer = token;
    return this;
  }

  /** A token for programs of who is signed in here, which may change what they may. */
  String makeToken() {
    Map<String, Object> wish = Map.of("name", "令牌", "mayWrite", true, "days", 1);
    return json(write("POST", "/api/account/tokens", wish), 201).path("secret").asString();
  }

  URI at(String path) {
    return URI.create("http://" + host + ":" + port + path);
  }

  /** Asks for the session, and keeps its token. */
  JsonNode session() {
    JsonNode session = json(get("/api/session"), 200);
    csrfHeader = session.path("csrf").path("header").asString();
    csrfToken = session.path("csrf").path("token").asString();
    return session;
  }

  String sessionCookie() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("onegrid"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  HttpResponse<byte[]> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** A write as the page does it: a change of what is there names the version that was read. */
  HttpResponse<byte[]> write(String method, String path, @Nullable Object body) {
    if (method.equals("POST")) {
      return writeBlindly(method, path, body);
    }
    String read = path.replaceFirst("/layers/[^/]+$", "/layers").replaceFirst("/password$", "");
    return get(read)
        .headers()
        .firstValue("ETag")
        .map(etag -> writeBlindly(method, path, body, "If-Match", etag))
        .orElseGet(() -> writeBlindly(method, path, body));
  }

  /** A write that says nothing but what it is told to say. */
  HttpResponse<byte[]> writeBlindly(
      String method, String path, @Nullable Object body, String... headers) {
    String text = body == null ? "" : body instanceof String s ? s : JSON.writeValueAsString(body);
    return raw(method, path, "application/json", text.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<byte[]> raw(
      String method, String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", type)
            .header(csrfHeader, csrfToken)
            .method(method, BodyPublishers.ofByteArray(body));
    return send(headers.length > 0 ? request.headers(headers) : request);
  }

  /** Signs in, and keeps the token of the new session. */
  Browser signIn(String name, String password) {
    session();
    json(write("POST", "/api/login", Map.of("name", name, "password", password)), 200);
    session();
    return this;
  }

  HttpResponse<byte[]> upload(String path, Map<String, String> fields, List<Part> files) {
    String boundary = "onegrid-test-boundary-7d1f";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fields.forEach(
        (name, value) ->
            text(
                out,
                "--" + boundary,
                "Content-Disposition: form-data; name=\"" + name + "\"",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                value));
    for (Part file : files) {
      text(
          out,
          "--" + boundary,
          "Content-Disposition: form-data; name=\"files\"; filename=\"" + file.fileName() + "\"",
          "Content-Type: application/octet-stream",
          "");
      out.writeBytes(file.content());
      text(out, "");
    }
    text(out, "--" + boundary + "--");
    return raw("POST", path, "multipart/form-data; boundary=" + boundary, out.toByteArray());
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      return client.send(
          request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JSON of an answer that must have a given status. */
  static JsonNode json(HttpResponse<byte[]> response, int status) {
    String body = text(response);
    if (response.statusCode() != status) {
      throw new AssertionError(
          response.request().method()
              + " "
              + response.uri()
              + ": "
              + response.statusCode()
              + " instead of "
              + status
              + ": "
              + body);
    }
    return JSON.readTree(body);
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static void text(ByteArrayOutputStream out, String... lines) {
    out.writeBytes((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
