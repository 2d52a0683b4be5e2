package onegrid.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire to a database that can be held still: nothing passes, nothing breaks. Or it is cut. */
public final class Wire implements AutoCloseable {
  private static final Pattern PLACE = Pattern.compile("//([^:/]+):(\\d+)/");

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final String url;
  private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
  private volatile boolean still;

  /** A wire to the database of a JDBC URL. */
  public Wire(String databaseUrl) {
    Matcher place = PLACE.matcher(databaseUrl);
    if (!place.find()) {
      throw new IllegalArgumentException("no host and port in " + databaseUrl);
    }
    this.host = place.group(1);
    this.port = Integer.parseInt(place.group(2));
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.url = place.replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
    run(this::accept);
  }

  /** The JDBC URL of the same database over this wire. */
  public String url() {
    return url;
  }

  void hold() {
    still = true;
  }

  void letGo() {
    still = false;
  }

  /** Breaks every connection off in the middle, as the death of the database does. */
  public void cut() throws IOException {
    for (Socket each : passing) {
      // Without farewell.
      each.setSoLinger(true, 0);
      each.close();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() throws IOException {
    while (!door.isClosed()) {
      Socket near = door.accept();
      Socket far = new Socket(host, port);
      passing.add(near);
      passing.add(far);
      run(() -> pass(near, far));
      run(() -> pass(far, near));
    }
  }

  private void pass(Socket from, Socket to) throws IOException, InterruptedException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[1 << 14];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        while (still) {
          Thread.sleep(20);
        }
        out.write(block, 0, n);
        out.flush();
      }
    } finally {
      passing.remove(from);
    }
  }

  private interface Passing {
    void go() throws IOException, InterruptedException;
  }

  private static void run(Passing passing) {
    Thread thread =
        new Thread(
            () -> {
              try {
                passing.go();
              } catch (IOException | InterruptedException ended) {
                // One end has closed; so does the other.
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }
}
