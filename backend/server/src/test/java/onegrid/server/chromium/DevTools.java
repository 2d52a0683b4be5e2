package onegrid.server.chromium;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One conversation with a page of Chromium: numbered orders, their answers, and what the page tells
 * of itself. What it tells is heard on the socket's own thread and must not send orders.
 */
final class DevTools implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();
  private final BiConsumer<String, JsonNode> heard;
  private final WebSocket socket;

  DevTools(HttpClient client, URI address, BiConsumer<String, JsonNode> heard) {
    this.heard = heard;
    this.socket = client.newWebSocketBuilder().buildAsync(address, new Ear()).join();
  }

  /** Orders something and waits for the answer; what the page refuses is an error. */
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String order =
        JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    // The socket takes one message at a time.
    synchronized (socket) {
      socket.sendText(order, true).join();
    }
    try {
      JsonNode message = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (message.has("error")) {
        throw new IllegalStateException(method + ": " + message.path("error"));
      }
      return message.path("result");
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException(method + " " + parameters, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      waiting.remove(id);
    }
  }

  @Override
  public void close() {
    socket.abort();
  }

  /** Puts the pieces of a message together and hands it on. */
  private final class Ear implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean isLast) {
      text.append(piece);
      if (isLast) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        if (message.has("id")) {
          CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt());
          if (answer != null) {
            answer.complete(message);
          }
        } else {
          heard.accept(message.path("method").asString(), message.path("params"));
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      waiting.values().forEach(answer -> answer.completeExceptionally(error));
    }
  }
}
