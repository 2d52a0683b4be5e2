package onegrid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone with a session of the service, without a browser around it: cookie and CSRF token. */
final class Visitor {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 100;

  /**
   * What came back.
   *
   * @param nanos from asking to the last byte
   */
  record Answer(String asked, int status, byte[] body, long nanos) {
    /** The JSON of an answer that must have a given status. */
    JsonNode json(int wanted) {
      if (status != wanted) {
        throw new IllegalStateException(
            asked
                + ": "
                + status
                + " instead of "
                + wanted
                + ": "
                + new String(body, StandardCharsets.UTF_8));
      }
      return JSON.readTree(body);
    }
  }

  private final HttpClient client;
  private final String host;
  private String cookie = "";
  private String csrfHeader = "X-CSRF-TOKEN";
  private String csrfToken = "";

  Visitor(HttpClient client, String host) {
    this.client = client;
    this.host = host;
  }

  /** Makes the first account, and is signed in with it. */
  Visitor setUp(String token, String name, String password) {
    session();
    post("/api/setup", Map.of("token", token, "name", name, "password", password)).json(201);
    session();
    return this;
  }

  Visitor signIn(String name, String password) {
    session();
    post("/api/login", Map.of("name", name, "password", password)).json(200);
    session();
    return this;
  }

  private void session() {
    JsonNode csrf = get("/api/session").json(200).path("csrf");
    csrfHeader = csrf.path("header").asString();
    csrfToken = csrf.path("token").asString();
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, Map<String, ?> body, String... headers) {
    return write("POST", path, body, headers);
  }

  Answer write(String method, String path, Map<String, ?> body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .header(csrfHeader, csrfToken)
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Changes something, naming the version that was read. */
  Answer change(String method, String path, Map<String, ?> body) {
    try {
      HttpResponse<byte[]> read =
          client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
      return write(method, path, body, "If-Match", read.headers().firstValue("ETag").orElse("*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Orders a job, waits for its end, and gives its result. */
  JsonNode job(String path, Map<String, ?> order) {
    return ended(post(path, order).json(202).path("jobId").asLong());
  }

  /** Waits for the end of a job, and gives its result. */
  JsonNode ended(long job) {
    while (true) {
      JsonNode state = get("/api/jobs/" + job).json(200);
      switch (state.path("state").asString()) {
        case "DONE" -> {
          return state.path("result");
        }
        case "FAILED", "CANCELLED" -> throw new IllegalStateException(state.toString());
        default -> pause(POLL_MILLIS);
      }
    }
  }

  /** Waits for the sample to be loaded and merges all of it; the number of the mosaic. */
  long mergedSample() {
    JsonNode jobs = get("/api/workspaces/1/jobs").json(200);
    ended(jobs.get(0).path("id").asLong());
    long area = 0;
    List<Long> layers = new ArrayList<>();
    for (JsonNode layer : get("/api/workspaces/1/layers").json(200)) {
      if (layer.path("role").asString().equals("AREA")) {
        area = layer.path("id").asLong();
      } else {
        layers.add(layer.path("id").asLong());
      }
    }
    return job("/api/workspaces/1/merges", Map.of("areaLayerId", area, "layerIds", layers))
        .path("mosaicId")
        .asLong();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host + path)).timeout(LONGEST);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest asked = request.build();
    long begun = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = client.send(asked, BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - begun;
      answer
          .headers()
          .firstValue("Set-Cookie")
          .filter(given -> given.startsWith("onegrid="))
          .ifPresent(given -> cookie = given.substring(0, given.indexOf(';')));
      String what = asked.method() + " " + asked.uri().getPath();
      return new Answer(what, answer.statusCode(), answer.body(), nanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
