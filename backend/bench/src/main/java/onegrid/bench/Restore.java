package onegrid.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * {@code Restore SCRIPTS JAR WORK}: keeps lanshan, imported and merged, in a private cluster whose
 * folder is {@code WORK}, and brings it back three times: to a moment, after the disk of the
 * cluster is lost, and into another database from a dump. Ends with code 1 when a way takes longer
 * than a minute, more than a minute of acknowledged writes is lost, or anything is not as it was.
 */
public final class Restore {
  private static final double MOST_SECONDS = 60;
  private static final long WRITES_MILLIS = 75_000;
  private static final String NAME = "量测";
  private static final String PASSWORD = "梧桐-leaf-42-雨";

  private final Path scripts;
  private final Path jar;
  private final Path work;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Names of workspaces, and when their making was acknowledged. */
  private final Map<String, Long> written = new TreeMap<>();

  private long lostAt;
  private boolean isWell = true;

  private Restore(Path scripts, Path jar, Path work) {
    this.scripts = scripts;
    this.jar = jar;
    this.work = work;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Restore drill = new Restore(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
    drill.run();
    System.exit(drill.isWell ? 0 : 1);
  }

  private void run() throws IOException, InterruptedException {
    script("db", "start");
    String database = script("db", "url");
    JsonNode mosaic;
    Instant moment;
    try (Service service = Service.start(jar, database, work, "lanshan")) {
      Visitor admin = new Visitor(client, service.host()).setUp(service.token(), NAME, PASSWORD);
      long id = admin.mergedSample();
      double seconds = timed("backup");
      say("a base backup beside the running service: %.1f s", seconds);
      mosaic = admin.get("/api/mosaics/" + id).json(200);
      say("kept: %s units, %s people", mosaic.path("units"), mosaic.path("people"));
      admin.post("/api/workspaces", Map.of("name", "之前")).json(201);
      Visitor.pause(1000);
      moment = Instant.now();
      Visitor.pause(1000);
      admin.post("/api/workspaces", Map.of("name", "之后")).json(201);
      Visitor.Answer gone = admin.change("DELETE", "/api/workspaces/1", Map.of());
      expect(gone.status() == 204, "the merged workspace was deleted by mistake");
    }
    within(timed("restore", "--to", moment.toString()), "restored to the moment before");
    try (Service service = Service.start(jar, script("db", "url"), work, "")) {
      Visitor admin = again(service);
      List<String> names = names(admin);
      expect(names.contains("之前") && !names.contains("之后"), "what is kept: " + names);
      expect(
          admin.get("/api/mosaics/" + mosaic.path("id")).json(200).equals(mosaic),
          "the deleted workspace is back with its mosaic");
      isWhole(admin);
      dump(admin);
      lostDisk(admin);
    }
    isBackFromLostDisk();
    script("db", "stop");
  }

  /** Writes once a second until a power cut that takes the disk of the cluster with it. */
  private void lostDisk(Visitor admin) throws IOException, InterruptedException {
    // A restored cluster is a new branch of its log: it begins with a backup of its own.
    timed("backup");
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < WRITES_MILLIS * 1_000_000) {
      String name = "第" + written.size();
      admin.post("/api/workspaces", Map.of("name", name)).json(201);
      written.put(name, System.nanoTime());
      Visitor.pause(1000);
    }
    Path cluster = work.resolve("db/cluster");
    long postmaster =
        Long.parseLong(Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle.of(postmaster)
        .ifPresent(
            handle -> {
              List<ProcessHandle> all =
                  Stream.concat(Stream.of(handle), handle.descendants()).toList();
              all.forEach(ProcessHandle::destroyForcibly);
              all.forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
            });
    lostAt = System.nanoTime();
    try (Stream<Path> log = Files.list(cluster.resolve("pg_wal"))) {
      for (Path piece : log.filter(Files::isRegularFile).toList()) {
        Files.delete(piece);
      }
    }
  }

  private void isBackFromLostDisk() throws IOException, InterruptedException {
    within(timed("restore", "--to", "latest"), "restored after the disk was lost");
    try (Service service = Service.start(jar, script("db", "url"), work, "")) {
      Visitor admin = again(service);
      List<String> names = names(admin);
      long earliestLost = lostAt;
      int lost = 0;
      for (Map.Entry<String, Long> one : written.entrySet()) {
        if (!names.contains(one.getKey())) {
          lost++;
          earliestLost = Math.min(earliestLost, one.getValue());
        }
      }
      double seconds = (lostAt - earliestLost) / 1e9;
      say(
          "of %d writes, one a second, %d are lost: those of %.0f s",
          written.size(), lost, seconds);
      expect(lost < written.size(), "some writes are kept");
      expect(seconds <= MOST_SECONDS, "at most a minute of writes is lost");
      isWhole(admin);
    }
  }

  /** A dump, as of a database that is not ours, into an empty one. */
  private void dump(Visitor admin) throws IOException, InterruptedException {
    String url = script("db", "url");
    long begun = System.nanoTime();
    String file = script("backup", "--database", url);
    say(
        "a dump of %.1f MB: %.1f s",
        Files.size(Path.of(file)) / 1e6, (System.nanoTime() - begun) / 1e9);
    script("db", "psql", "-qc", "CREATE DATABASE other");
    String other = url.replace("/onegrid?", "/other?");
    within(timed("restore", "--dump", file, "--database", other), "the dump restored elsewhere");
    try (Service service = Service.start(jar, other, work, "")) {
      Visitor there = again(service);
      expect(names(there).equals(names(admin)), "the other database holds the same workspaces");
      isWhole(there);
    }
  }

  private Visitor again(Service service) {
    return new Visitor(client, service.host()).signIn(NAME, PASSWORD);
  }

  private static List<String> names(Visitor admin) {
    List<String> names = new ArrayList<>();
    admin
        .get("/api/workspaces")
        .json(200)
        .forEach(workspace -> names.add(workspace.path("name").asString()));
    return names;
  }

  private void isWhole(Visitor admin) {
    JsonNode verdict = admin.get("/api/audit/verdict").json(200);
    expect(verdict.path("whole").asBoolean(), "the trail is whole: " + verdict.path("lines"));
  }

  private void within(double seconds, String what) {
    say("%s: %.1f s", what, seconds);
    expect(seconds <= MOST_SECONDS, what + " within a minute");
  }

  private double timed(String name, String... args) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    script(name, args);
    return (System.nanoTime() - begun) / 1e9;
  }

  private String script(String name, String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(scripts.resolve(name).toString());
    command.addAll(List.of(args));
    Path said = Files.createTempFile(work, "said", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("ONEGRID_DATA", work.toString());
    Process process = builder.start();
    if (!process.waitFor(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
      process.destroy();
      throw new IOException(name + " does not end");
    }
    String words = Files.readString(said).strip();
    Files.delete(said);
    if (process.exitValue() != 0) {
      throw new IOException(command + ": " + words);
    }
    return words;
  }

  private void expect(boolean holds, String what) {
    if (!holds) {
      isWell = false;
    }
    System.out.println("restore: " + (holds ? "yes" : "NO") + ", " + what);
  }

  private static void say(String format, Object... values) {
    System.out.println("restore: " + String.format(Locale.ROOT, format, values));
  }
}
