package onegrid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code Load MINUTES RUNS JAR DATABASE POSTGRES-PID WORK}: two hundred people on the map page of
 * lanshan at once, on one machine with the service and its database. Each looks at a place every
 * {@value #THINK_SECONDS} seconds on average (exponentially): seven tiles, two reads; four times in
 * five a question about coverage, once in five an edit of a draft. That is 30 requests a minute
 * each, 70 % tiles, 20 % reads, 8 % coverage, 2 % edits. Nobody has a cache: every tile is asked
 * for. The program ends with code 1 when a bar is missed.
 */
public final class Load {
  private static final int USERS = 200;
  private static final int PLANNERS = 10;
  private static final double THINK_SECONDS = 20;
  private static final double MOST_READ_MILLIS = 200;
  private static final double MOST_EDIT_MILLIS = 500;
  private static final double MOST_MORE_HEAP = 1.15;
  private static final String PASSWORD = "梧桐-leaf-42-雨";
  private static final String DIVISION = "371302";

  private final Service service;
  private final Visitor admin;
  private final HttpClient client;
  private final LoadTally tally = new LoadTally();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<LoadDraft> drafts = new ArrayList<>();
  private long mosaic;
  private long coverage;
  private List<Long> layers = List.of();
  private double[] box = new double[4];

  private Load(Service service, HttpClient client) {
    this.service = service;
    this.client = client;
    this.admin = new Visitor(client, service.host()).setUp(service.token(), "量测", PASSWORD);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    double minutes = Double.parseDouble(args[0]);
    if (!(minutes >= 0.2 && minutes <= 60)) {
      throw new IllegalArgumentException("0.2 to 60 minutes");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    boolean kept;
    try (Service service =
        Service.start(Path.of(args[2]), args[3], Path.of(args[5]), "lanshan", "-Xmx512m")) {
      Load load = new Load(service, client);
      load.prepare();
      ProcessHandle postgres = ProcessHandle.of(Long.parseLong(args[4])).orElseThrow();
      String text = load.run(minutes, postgres);
      Path out = Path.of(args[1], LocalDate.now() + "-load.md");
      Files.writeString(out, text);
      System.out.print(text);
      System.out.println("kept in " + out);
      kept = load.isWithinBars();
    }
    System.exit(kept ? 0 : 1);
  }

  private void prepare() {
    say("merging");
    mosaic = admin.mergedSample();
    admin.change("PATCH", "/api/workspaces/1", Map.of("divisionCode", DIVISION)).json(200);
    say("asking who is reached");
    coverage =
        admin.job("/api/workspaces/1/coverages", Map.of("minutes", 10)).path("coverageId").asLong();
    JsonNode bounds = admin.get("/api/mosaics/" + mosaic).json(200).path("bounds");
    List<Long> ids = new ArrayList<>();
    admin
        .get("/api/workspaces/1/layers")
        .json(200)
        .forEach(layer -> ids.add(layer.path("id").asLong()));
    layers = ids;
    box =
        new double[] {
          bounds.get(0).asDouble(),
          bounds.get(1).asDouble(),
          bounds.get(2).asDouble(),
          bounds.get(3).asDouble()
        };
    for (int i = 0; i < PLANNERS; i++) {
      Map<String, Object> account =
          Map.of(
              "name",
              "规划" + i,
              "password",
              PASSWORD,
              "role",
              "PLANNER",
              "divisions",
              List.of(DIVISION));
      admin.post("/api/accounts", account).json(201);
      Visitor planner = new Visitor(client, service.host()).signIn("规划" + i, PASSWORD);
      drafts.add(LoadDraft.on(planner, mosaic));
    }
  }

  private String run(double minutes, ProcessHandle postgres)
      throws IOException, InterruptedException {
    say("signing in");
    List<LoadUser> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      Visitor visitor = new Visitor(client, service.host()).signIn("规划" + i % PLANNERS, PASSWORD);
      users.add(
          new LoadUser(
              visitor,
              new Random(i),
              tally,
              drafts.get(i % PLANNERS),
              mosaic,
              coverage,
              layers,
              box));
    }
    say("working for " + minutes + " minutes");
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    tally.begin();
    long begun = System.nanoTime();
    long end = begun + (long) (minutes * 60e9);
    List<Thread> threads = new ArrayList<>();
    for (LoadUser user : users) {
      Thread thread = new Thread(() -> work(user, end));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    double early;
    double late;
    Map<String, ProcessMeter.Spent> spent;
    try (ProcessMeter meter =
        new ProcessMeter(Map.of("service", service.handle(), "PostgreSQL", postgres))) {
      // After two minutes all that is kept warm is warm; of a shorter run, after half of it.
      Visitor.pause((long) (Math.min(2, minutes / 2) * 60_000));
      early = heapMegabytes();
      for (Thread thread : threads) {
        thread.join();
      }
      spent = meter.spent();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    late = heapMegabytes();
    tally.heap(early, late);
    Throwable broken = failure.get();
    if (broken != null) {
      throw new IllegalStateException("a user gave up", broken);
    }
    StringBuilder text = new StringBuilder();
    text.append("# Two hundred people on the map page of lanshan\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "`scripts/bench load %s`, commit %s, Java %s, %d processors, load %.1f at the start.%n"
                + "Service at 512 MB heap, PostGIS and the 200 on one machine. Each looks at a"
                + " place every %.0f s on%naverage: seven tiles, two reads, 0.8 questions about"
                + " coverage, 0.2 edits: 30 requests a minute each, no cache.%n%n",
            args(minutes),
            System.getProperty("onegrid.commit", "?"),
            System.getProperty("java.version"),
            Runtime.getRuntime().availableProcessors(),
            load,
            THINK_SECONDS));
    text.append(tally.table(seconds));
    spent.forEach(
        (who, what) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%s: %.0f s of CPU, %.0f MB at most.%n",
                    who,
                    what.cpuSeconds(),
                    what.peakMegabytes())));
    return text.toString();
  }

  private static String args(double minutes) {
    return minutes == Math.rint(minutes)
        ? Integer.toString((int) minutes)
        : Double.toString(minutes);
  }

  private void work(LoadUser user, long end) {
    try {
      user.work(end, THINK_SECONDS);
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private boolean isWithinBars() {
    return tally.isWithin(MOST_READ_MILLIS, MOST_EDIT_MILLIS, MOST_MORE_HEAP);
  }

  /** What is still in use after a full collection: the histogram of classes begins with one. */
  private double heapMegabytes() throws IOException, InterruptedException {
    Path said = Files.createTempFile("onegrid-heap", ".txt");
    try {
      new ProcessBuilder("jcmd", Long.toString(service.handle().pid()), "GC.class_histogram")
          .redirectErrorStream(true)
          .redirectOutput(said.toFile())
          .start()
          .waitFor();
      String total = "";
      for (String line : Files.readAllLines(said, StandardCharsets.UTF_8)) {
        total = line.startsWith("Total") ? line : total;
      }
      if (total.isEmpty()) {
        throw new UncheckedIOException(new IOException("jcmd says: " + Files.readString(said)));
      }
      return Long.parseLong(total.strip().split("\\s+", -1)[2]) / 1048576.0;
    } finally {
      Files.delete(said);
    }
  }

  private static void say(String words) {
    System.err.println("load: " + words);
  }
}
