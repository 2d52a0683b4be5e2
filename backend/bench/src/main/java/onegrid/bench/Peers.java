package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import onegrid.io.crs.CrsGate;
import onegrid.io.write.GeoJsonWriter;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.BasicUnit;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;

/**
 * Merging beside what others use for it, in parts that can run one after the other: {@code Peers
 * files SEED FOLDER} writes a district as GeoJSON, {@code process} merges the files with the
 * command line and with mapshaper, {@code jts} through JTS's snapping noder, {@code noise} with our
 * engine at several strengths of noise, {@code keep SEED FOLDER RUNS} joins what they wrote to a
 * run log.
 */
public final class Peers {
  private static final double[] NOISES = {0.5, 1, 1.5, 2};
  private static final int PROCESS_RUNS = 3;

  private final StringBuilder log = new StringBuilder();
  private final long seed;
  private final Path folder;

  private Peers(long seed, Path folder) {
    this.seed = seed;
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Peers peers = new Peers(Long.parseLong(args[1]), Path.of(args[2]));
    String part = args[0];
    switch (part) {
      case "files" -> peers.files();
      case "process" -> peers.process(args[3], args[4], args[5]);
      case "jts" -> peers.jts();
      case "noise" -> peers.noise(Long.parseLong(args[3]));
      case "keep" -> {
        peers.keep(Path.of(args[3]));
        return;
      }
      default -> throw new IllegalArgumentException("no such part: " + part);
    }
    Files.writeString(
        peers.folder.resolve(part + (part.equals("noise") ? args[3] : "") + ".md"), peers.log);
    System.out.print(peers.log);
  }

  private void files() throws IOException {
    MergeInput input = Sample.of(SampleCity.of(Preset.LANSHAN, seed));
    Files.createDirectories(folder);
    CrsGate gate = CrsGate.of(input.frame());
    write(input.area().orElseThrow(), gate, folder.resolve("area.geojson"));
    long polygons = 0;
    long points = 0;
    for (int k = 0; k < input.layers().size(); k++) {
      write(input.layers().get(k), gate, folder.resolve("layer" + (k + 1) + ".geojson"));
      for (DepartmentCell cell : input.layers().get(k).cells()) {
        polygons += cell.shape().getNumGeometries();
        points += cell.shape().getNumPoints();
      }
    }
    line(
        "Made-up district lanshan, seed %d: %d layers, %d polygons, %d points.",
        seed, input.layers().size(), polygons, points);
  }

  private static void write(DepartmentLayer layer, CrsGate gate, Path file) throws IOException {
    try (GeoJsonWriter out = new GeoJsonWriter(file, gate)) {
      for (DepartmentCell cell : layer.cells()) {
        out.begin(cell.shape()).value("code", cell.code()).end();
      }
    }
  }

  private void process(String onegrid, String mapshaper, String version) throws IOException {
    List<String> ours = new ArrayList<>(List.of(onegrid, "merge"));
    List<String> theirs = new ArrayList<>(List.of(mapshaper, "-i"));
    ours.addAll(List.of("--area", folder.resolve("area.geojson").toString()));
    theirs.add(folder.resolve("area.geojson").toString());
    for (int k = 1; Files.exists(folder.resolve("layer" + k + ".geojson")); k++) {
      String file = folder.resolve("layer" + k + ".geojson").toString();
      ours.addAll(List.of("--layer", "layer" + k + "=" + file));
      theirs.add(file);
    }
    ours.addAll(List.of("--out", folder.resolve("merged").toString()));
    theirs.addAll(
        List.of("combine-files", "-union", "-o", folder.resolve("union.geojson").toString()));
    List<ProcessRun> our = new ArrayList<>();
    List<ProcessRun> their = new ArrayList<>();
    // In turns, so that a busy machine slows both alike.
    for (int i = 0; i < PROCESS_RUNS; i++) {
      our.add(ProcessRun.of(folder.resolve("onegrid.log"), ours));
      their.add(ProcessRun.of(folder.resolve("mapshaper.log"), theirs));
    }
    line("## Whole processes, GeoJSON to GeoJSON");
    line("");
    line(
        "%d runs of each in turns, medians; the same files, no buildings. mapshaper %s:"
            + " `-i … combine-files -union -o`.",
        PROCESS_RUNS, version);
    line("");
    line("| | wall s | CPU s | peak memory MB |");
    line("|---|---|---|---|");
    ProcessRun one = row("`scripts/onegrid merge`", our);
    ProcessRun other = row("mapshaper", their);
    line(
        "| ours ÷ theirs | %.2f | %.2f | %.2f |",
        one.wallSeconds() / other.wallSeconds(),
        one.cpuSeconds() / other.cpuSeconds(),
        one.peakMegabytes() / other.peakMegabytes());
  }

  private ProcessRun row(String name, List<ProcessRun> runs) {
    ProcessRun median =
        new ProcessRun(
            median(runs.stream().map(ProcessRun::wallSeconds).toList()),
            median(runs.stream().map(ProcessRun::cpuSeconds).toList()),
            median(runs.stream().map(ProcessRun::peakMegabytes).toList()));
    line(
        "| %s | %.2f | %.2f | %.0f |",
        name, median.wallSeconds(), median.cpuSeconds(), median.peakMegabytes());
    return median;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private void jts() {
    SampleCity city = SampleCity.of(Preset.LANSHAN, seed);
    MergeInput input = Sample.of(city);
    line("## JTS: `SnappingNoder` and `Polygonizer`, noise ×1");
    line("");
    line("Faces below 50 m² or outside the area are left out, as if given away without an error.");
    line("");
    line(
        "| tolerance m | CPU s | faces | units | ÷ true | missing | invented | recovered"
            + " | largest movement of the area's border m |");
    line("|---|---|---|---|---|---|---|---|---|");
    List<String> best = new ArrayList<>();
    double most = -1;
    for (double tolerance : SnapSide.tolerances()) {
      String told = "%.0f m".formatted(tolerance);
      try {
        SnapSide side = SnapSide.of(input, tolerance);
        Recovery r = Recovery.of(city.truth().units(), side.units);
        line(
            "| %.0f | %.1f | %d | %d | %.3f | %d | %d | %.1f %% | %.2f |",
            tolerance,
            side.cpuSeconds,
            side.faces,
            r.units(),
            r.inflation(),
            r.missing(),
            r.invented(),
            100 * r.recovered(),
            side.areaMovementMetres);
        if (r.recovered() > most) {
          most = r.recovered();
          best = List.of(told);
        }
      } catch (RuntimeException e) {
        line("| %s | fails: %s | | | | | | | |", told, e);
      }
    }
    line("");
    line("Most true units are recovered at %s.", String.join(", ", best));
  }

  private void noise(long with) {
    line("## OneGrid at several strengths of noise, seed %d", with);
    line("");
    line(
        "| noise | units | ÷ true | missing | invented | recovered | wall s | CPU s"
            + " | area moved at most mm |");
    line("|---|---|---|---|---|---|---|---|---|");
    StringBuilder movements = new StringBuilder();
    for (double noise : NOISES) {
      SampleCity city = SampleCity.of(Preset.LANSHAN, with, noise);
      MergeInput input = Sample.of(city);
      GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
      long wall = System.nanoTime();
      double cpu = Clock.processCpuSeconds();
      UnifiedGround ground = GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
      double cpuSeconds = Clock.processCpuSeconds() - cpu;
      double wallSeconds = (System.nanoTime() - wall) / 1e9;
      Recovery r =
          Recovery.of(
              city.truth().units(),
              ground.mosaic().units().stream().map(BasicUnit::polygon).toList());
      line(
          "| ×%s | %d | %.3f | %d | %d | %.1f %% | %.2f | %.2f | %.1f |",
          noise,
          r.units(),
          r.inflation(),
          r.missing(),
          r.invented(),
          100 * r.recovered(),
          wallSeconds,
          cpuSeconds,
          1000 * ground.report().layers().get(0).largestMovementMetres());
      for (MergeReport.LayerReport layer : ground.report().layers()) {
        movements.append(
            String.format(
                Locale.ROOT,
                "| ×%s | %s | %.2f | %.2f, %.2f | %.4f | %.4f |%n",
                noise,
                layer.name(),
                layer.toleranceMetres(),
                layer.shiftEastMetres(),
                layer.shiftNorthMetres(),
                layer.largestMovementMetres(),
                layer.p99MovementMetres()));
      }
    }
    line("");
    line("| noise | layer | tolerance m | shift undone m | largest movement m | 99 of 100 m |");
    line("|---|---|---|---|---|---|");
    log.append(movements);
  }

  private void keep(Path runs) throws IOException {
    line("# Merging beside mapshaper and JTS, lanshan, seed %d", seed);
    line("");
    line("`scripts/bench peers %d`, commit %s,", seed, System.getProperty("onegrid.commit", "?"));
    line(
        "Java %s, %d processors, load %s at the end.",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    try (var files = Files.list(folder)) {
      for (Path part :
          files
              .filter(f -> f.toString().endsWith(".md"))
              .sorted(Comparator.comparing(Peers::order))
              .toList()) {
        line("");
        log.append(Files.readString(part));
      }
    }
    Path out = runs.resolve(LocalDate.now() + "-peers-" + seed + ".md");
    Files.writeString(out, log);
    System.out.println("kept in " + out);
  }

  private static String order(Path part) {
    String name = part.getFileName().toString();
    int at = List.of("files.md", "process.md", "jts.md").indexOf(name);
    return (at < 0 ? 9 : at) + name;
  }

  private void line(String format, Object... values) {
    log.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
