package onegrid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;

/** {@code Bench PRESET SEED FOLDER}: one run, printed and kept. */
public final class Bench {
  private static final int WARM_UPS = 3;
  private static final int RUNS = 7;

  private static volatile Object kept = "";

  private final StringBuilder log = new StringBuilder();

  private Bench() {}

  public static void main(String[] args) throws IOException {
    String preset = args[0];
    long seed = Long.parseLong(args[1]);
    String text = new Bench().run(preset, seed);
    Path out = Path.of(args[2], LocalDate.now() + "-" + preset + "-" + seed + ".md");
    Files.createDirectories(out.getParent());
    Files.writeString(out, text);
    System.out.print(text);
    System.out.println("kept in " + out);
  }

  /** What one of several runs took. */
  private record Took(double wallSeconds, double cpuSeconds) {}

  private String run(String preset, long seed) {
    SampleCity city = SampleCity.of(Preset.valueOf(preset.toUpperCase(Locale.ROOT)), seed);
    MergeInput input = Sample.of(city);
    long polygons =
        city.layers().stream()
            .flatMap(l -> l.cells().stream())
            .mapToLong(c -> c.geometry().getNumGeometries())
            .sum();
    long points =
        city.layers().stream()
            .flatMap(l -> l.cells().stream())
            .mapToLong(c -> c.geometry().getNumPoints())
            .sum();
    line("# Merge of the made-up district %s, seed %d", preset, seed);
    line("");
    line(
        "`scripts/bench %s %d`, commit %s,",
        preset, seed, System.getProperty("onegrid.commit", "?"));
    line(
        "Java %s, %d processors; median of %d warm runs in one process.",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), RUNS);
    line("");
    line("| | |");
    line("|---|---|");
    line("| layers, polygons, points | %d, %d, %d |", city.layers().size(), polygons, points);
    line(
        "| communities, buildings, people | %d, %d, %d |",
        city.communities().size(),
        city.buildings().size(),
        city.buildings().stream().mapToInt(b -> b.people()).sum());
    line("| true units | %d |", city.truth().units().size());
    line("");
    measure(city, input);
    return log.toString();
  }

  private void measure(SampleCity city, MergeInput input) {
    MergePolicy one = new MergePolicy(java.util.OptionalDouble.empty(), 1);
    Took floor = median(() -> Floor.crossings(input));
    Took single = median(() -> GridMerge.merge(input, one, MergeProgress.SILENT));
    Took all = median(() -> GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT));
    UnifiedGround ground = GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
    line("| step | wall s | CPU s | of the floor |");
    line("|---|---|---|---|");
    row("floor: read, drop repeats, find crossings", floor, floor);
    row("merge, one thread", single, floor);
    row("merge, a thread for each processor", all, floor);
    for (MergeReport.PhaseReport phase : ground.report().phases()) {
      line(
          "| – %s | %.3f | %.3f | |",
          phase.phase().title().en(), phase.wallSeconds(), phase.cpuSeconds());
    }
    line("");
    OneCell again = OneCell.of(input);
    line("| one layer again, one cell moved (`StandingMerge.with`) | median | best |");
    line("|---|---|---|");
    line("| wall ms | %.0f | %.0f |", again.medianWallMillis(), again.bestWallMillis());
    line("| CPU ms | %.0f | %.0f |", again.medianCpuMillis(), again.bestCpuMillis());
    line("| parts of communities made anew | %d at most | |", again.mostParts());
    line("");
    line("| result | |");
    line("|---|---|");
    line(
        "| units, units ÷ true units | %d, %.3f |",
        ground.report().units(), ground.report().units() / (double) city.truth().units().size());
    line("| people counted | %d |", ground.report().people());
    line("| conflicts, findings | %d, %d |", ground.conflicts().size(), ground.findings().size());
    line("| heap in use after | %d MB |", heapAfter());
    line("");
    line("| layer | tolerance m | shift undone m | largest movement m | 99 of 100 m |");
    line("|---|---|---|---|---|");
    for (MergeReport.LayerReport l : ground.report().layers()) {
      line(
          "| %s | %.2f | %.2f, %.2f | %.4f | %.2f |",
          l.name(),
          l.toleranceMetres(),
          l.shiftEastMetres(),
          l.shiftNorthMetres(),
          l.largestMovementMetres(),
          l.p99MovementMetres());
    }
  }

  private static long heapAfter() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  private static Took median(Supplier<? extends Object> work) {
    for (int i = 0; i < WARM_UPS; i++) {
      keep(work.get());
    }
    double[] wall = new double[RUNS];
    double[] cpu = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      long wallStart = System.nanoTime();
      long cpuStart = processCpu();
      keep(work.get());
      cpu[i] = (processCpu() - cpuStart) / 1e9;
      wall[i] = (System.nanoTime() - wallStart) / 1e9;
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return new Took(wall[RUNS / 2], cpu[RUNS / 2]);
  }

  /** Holds on to a result, so that the work cannot be found useless and left out. */
  private static void keep(Object result) {
    kept = result;
  }

  static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void row(String name, Took took, Took floor) {
    line(
        "| %s | %.3f | %.3f | %.1f |",
        name, took.wallSeconds, took.cpuSeconds, took.cpuSeconds / floor.cpuSeconds);
  }

  private void line(String format, Object... values) {
    log.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
