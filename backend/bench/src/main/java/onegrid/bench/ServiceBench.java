package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import onegrid.server.chromium.Chromium;
import onegrid.server.chromium.Clerk;
import onegrid.server.chromium.Look;
import onegrid.server.chromium.Page;
import tools.jackson.databind.JsonNode;

/**
 * {@code ServiceBench PRESET SEED RUNS JAR DATABASE POSTGRES-PID FILES WORK}: the whole service
 * under a clerk's hands in a real Chromium. Layers are handed in and merged through the page; the
 * first paint is from navigation, in a browser that has never seen the page, until all tiles,
 * labels and lists of the merged district stand still.
 */
public final class ServiceBench {
  private static final String NAME = "量测";
  private static final String PASSWORD = "梧桐-leaf-42-雨";
  private static final List<String> DEPARTMENTS = List.of("综治", "党建", "民政", "城管", "环保", "应急");
  private static final String SERVER = "service";
  private static final String POSTGRES = "PostgreSQL";
  private static final String CHROMIUM = "Chromium";

  private final StringBuilder log = new StringBuilder();
  private final Service service;
  private final ProcessHandle postgres;

  private ServiceBench(Service service, ProcessHandle postgres) {
    this.service = service;
    this.postgres = postgres;
  }

  public static void main(String[] args) throws IOException {
    String preset = args[0];
    String seed = args[1];
    ProcessHandle postgres = ProcessHandle.of(Long.parseLong(args[5])).orElseThrow();
    String text;
    try (Service service = Service.start(Path.of(args[3]), args[4], Path.of(args[7]), preset)) {
      text = new ServiceBench(service, postgres).run(preset, seed, Path.of(args[6]));
    }
    Path out = Path.of(args[2], LocalDate.now() + "-" + preset + "-" + seed + "-service.md");
    Files.createDirectories(out.getParent());
    Files.writeString(out, text);
    System.out.print(text);
    System.out.println("kept in " + out);
  }

  private String run(String preset, String seed, Path files) {
    line("# The made-up district %s, seed %s, through the whole service", preset, seed);
    line("");
    line(
        "`scripts/bench %s %s`, commit %s,",
        preset, seed, System.getProperty("onegrid.commit", "?"));
    line(
        "Java %s, %d processors, load %.1f at the start; each step once, in this order.",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    line("CPU is of the process with its children; memory is the peak of the step (PSS).");
    line("");
    line(
        "| step | wall s | service CPU s, MB | PostgreSQL CPU s, MB | Chromium CPU s, MB | counts"
            + " |");
    line("|---|---|---|---|---|---|");
    line("| start, from the command to the link | %.1f | | | | |", service.startSeconds());
    long handedIn = byHand(files);
    long sample = 1;
    firstPaint("first paint of the sample, merged, first time", sample, true);
    firstPaint("first paint of the sample, merged, another browser", sample, true);
    firstPaint("first paint of what was handed in, merged", handedIn, false);
    return log.toString();
  }

  /** What a clerk does: hands layers in, merges them, and merges the sample with its buildings. */
  private long byHand(Path files) {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1366, 768)) {
      page.before(Look.script());
      Clerk clerk = new Clerk(page, service.host());
      clerk.setUp(service.token(), NAME, PASSWORD);
      step(
          "sample made up and kept, ground and layers",
          chromium,
          () -> {
            page.until("document.querySelectorAll('.layer').length > 3");
            return "seen after the account was made; the job began with the service";
          });
      long workspace = clerk.workspace("手工导入");
      step(
          "import: communities and six layers handed in one after the other, jobs done",
          chromium,
          () -> {
            clerk.upload(files.resolve("communities.geojson"), "社区", "AREA", "");
            int k = 0;
            for (String department : DEPARTMENTS) {
              Path file = files.resolve("layer" + ++k + ".geojson");
              if (Files.exists(file)) {
                clerk.upload(file, department, "DEPARTMENT", "");
              }
            }
            JsonNode layers =
                page.value(
                    "fetch('/api/workspaces/" + workspace + "/layers').then((a) => a.json())");
            long cells = 0;
            long points = 0;
            for (JsonNode layer : layers) {
              cells += layer.path("cells").asLong();
              points += layer.path("vertices").asLong();
            }
            return layers.size() + " layers, " + cells + " cells, " + points + " points";
          });
      step("merge of what was handed in, seen on the page", chromium, () -> units(clerk.merge()));
      page.go(service.host() + "/?w=1&mode=layers");
      page.until("document.querySelectorAll('.layer').length > 3");
      step(
          "merge of the sample, buildings kept whole, seen on the page",
          chromium,
          () -> units(clerk.merge()));
      return workspace;
    }
  }

  private static String units(JsonNode mosaic) {
    return String.format(
        Locale.ROOT,
        "%d units, %d buildings, %d people; engine %.1f s",
        mosaic.path("units").asInt(),
        mosaic.path("buildings").asInt(),
        mosaic.path("people").asInt(),
        mosaic.path("wallSeconds").asDouble());
  }

  /** Paints a workspace afresh; {@code isNamed} when its ground has names to be written. */
  private void firstPaint(String what, long workspace, boolean isNamed) {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1366, 768)) {
      page.before(Look.script());
      page.go(service.host() + "/style/icon.svg");
      page.value(
          "(async () => { const s = await (await fetch('/api/session')).json();"
              + " await fetch('/api/login', { method: 'POST', headers: {"
              + " 'content-type': 'application/json', [s.csrf.header]: s.csrf.token },"
              + " body: JSON.stringify({ name: "
              + Page.quoted(NAME)
              + ", password: "
              + Page.quoted(PASSWORD)
              + " }) }); })()");
      int asked = page.requests().size();
      double[] seconds = {0};
      Map<String, ProcessMeter.Spent> spent = new LinkedHashMap<>();
      try (ProcessMeter meter = new ProcessMeter(processes(chromium))) {
        page.go(service.host() + "/?w=" + workspace + "&mode=merge");
        page.until(
            "document.querySelector('.leaflet-mosaic-pane canvas.leaflet-tile') &&"
                + " document.querySelector('.summary .figures') &&"
                + " document.querySelector('.conflicts li') && window.look?.rests(500)"
                + (isNamed ? " && look.labels() > 0" : ""));
        seconds[0] = page.value("look.restedAt()").asDouble() / 1000;
        spent.putAll(meter.spent());
      }
      row(
          what,
          seconds[0],
          spent,
          page.requests().size()
              - asked
              + " requests, "
              + page.value("look.labels()").asInt()
              + " labels");
    }
  }

  private void step(String what, Chromium chromium, Supplier<String> act) {
    long begun = System.nanoTime();
    try (ProcessMeter meter = new ProcessMeter(processes(chromium))) {
      String counts = act.get();
      double seconds = (System.nanoTime() - begun) / 1e9;
      row(what, seconds, meter.spent(), counts);
    }
  }

  private Map<String, ProcessHandle> processes(Chromium chromium) {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    processes.put(SERVER, service.handle());
    processes.put(POSTGRES, postgres);
    processes.put(CHROMIUM, chromium.handle());
    return processes;
  }

  private void row(
      String what, double seconds, Map<String, ProcessMeter.Spent> spent, String counts) {
    StringBuilder cells = new StringBuilder();
    for (String group : List.of(SERVER, POSTGRES, CHROMIUM)) {
      ProcessMeter.Spent s = spent.getOrDefault(group, new ProcessMeter.Spent(0, 0));
      cells.append(String.format(Locale.ROOT, "%.1f, %.0f | ", s.cpuSeconds(), s.peakMegabytes()));
    }
    line("| %s | %.1f | %s%s |", what, seconds, cells, counts);
    System.err.printf(Locale.ROOT, "%s: %.1f s%n", what, seconds);
  }

  private void line(String format, Object... values) {
    log.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
