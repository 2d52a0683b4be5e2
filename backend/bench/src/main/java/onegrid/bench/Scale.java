package onegrid.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.BasicUnit;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import org.locationtech.jts.geom.Coordinate;

/**
 * {@code Scale SEED FOLDER}: merges from an eighth of a district to a city of thirteen, with the
 * cost against the size and the proof that each result is whole.
 */
public final class Scale {
  private static final double[] SIZES = {0.125, 0.25, 0.5, 1, 4, 13};

  private final StringBuilder log = new StringBuilder();
  private final List<double[]> costs = new ArrayList<>();

  private Scale() {}

  public static void main(String[] args) throws IOException {
    long seed = Long.parseLong(args[0]);
    String text = new Scale().run(seed);
    Path out = Path.of(args[1], LocalDate.now() + "-scale-" + seed + ".md");
    Files.createDirectories(out.getParent());
    Files.writeString(out, text);
    System.out.println("kept in " + out);
  }

  private String run(long seed) {
    line("# Cost of a merge against its size, made-up districts, seed %d", seed);
    line("");
    line("`scripts/bench scale %d`, commit %s,", seed, System.getProperty("onegrid.commit", "?"));
    line(
        "Java %s, %d processors, -Xmx%d MB; one process, warm; the least of several runs.",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    line("");
    line(
        "| lanshans | polygons | points | wall s | CPU s | peak heap MB | units | people | invalid"
            + " | unpaired |");
    line("|---|---|---|---|---|---|---|---|---|---|");
    MergeInput district = Sample.of(SampleCity.of(Preset.LANSHAN, seed));
    for (int i = 0; i < 6; i++) {
      merge(district);
    }
    for (double size : SIZES) {
      measure(
          size, size <= 1 ? Crowd.part(district, size) : Crowd.of(district, (int) size), size > 1);
    }
    line("");
    line("Cost grows with the number of points to the power %.3f.", exponent());
    return log.toString();
  }

  private static UnifiedGround merge(MergeInput input) {
    return GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
  }

  private void measure(double size, MergeInput input, boolean large) {
    long polygons = 0;
    long points = 0;
    for (var layer : input.layers()) {
      for (var cell : layer.cells()) {
        polygons += cell.shape().getNumGeometries();
        points += cell.shape().getNumPoints();
      }
    }
    double wall = Double.MAX_VALUE;
    double cpu = Double.MAX_VALUE;
    UnifiedGround ground = null;
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (int i = 0; i < (large ? 2 : 7); i++) {
      ground = null;
      long wallStart = System.nanoTime();
      long cpuStart = Bench.processCpu();
      ground = merge(input);
      wall = Math.min(wall, (System.nanoTime() - wallStart) / 1e9);
      cpu = Math.min(cpu, (Bench.processCpu() - cpuStart) / 1e9);
    }
    UnifiedGround last = Objects.requireNonNull(ground);
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(p -> p.getPeakUsage().getUsed())
            .sum();
    costs.add(new double[] {Math.log(points), Math.log(cpu)});
    line(
        "| %s | %d | %d | %.2f | %.2f | %d | %d | %d | %d | %d |",
        size,
        polygons,
        points,
        wall,
        cpu,
        peak >> 20,
        last.report().units(),
        last.report().people(),
        last.mosaic().units().stream().filter(u -> !u.polygon().isValid()).count(),
        unpaired(last));
  }

  /** Edges of units that are neither on exactly two of them nor on the border of the whole. */
  private static long unpaired(UnifiedGround ground) {
    Map<Coordinate, Integer> numbers = new HashMap<>();
    Map<Long, int[]> sides = new HashMap<>();
    for (BasicUnit unit : ground.mosaic().units()) {
      for (int r = -1; r < unit.polygon().getNumInteriorRing(); r++) {
        Coordinate[] ring =
            (r < 0 ? unit.polygon().getExteriorRing() : unit.polygon().getInteriorRingN(r))
                .getCoordinates();
        for (int i = 0; i + 1 < ring.length; i++) {
          int p = numbers.computeIfAbsent(ring[i], c -> numbers.size());
          int q = numbers.computeIfAbsent(ring[i + 1], c -> numbers.size());
          long key = ((long) Math.min(p, q) << 32) | Math.max(p, q);
          sides.computeIfAbsent(key, k -> new int[2])[p < q ? 0 : 1]++;
        }
      }
    }
    return sides.values().stream().filter(s -> s[0] > 1 || s[1] > 1).count();
  }

  /** The slope of the line of least squares through the logarithms. */
  private double exponent() {
    double n = costs.size();
    double mx = costs.stream().mapToDouble(c -> c[0]).sum() / n;
    double my = costs.stream().mapToDouble(c -> c[1]).sum() / n;
    double xy = costs.stream().mapToDouble(c -> (c[0] - mx) * (c[1] - my)).sum();
    double xx = costs.stream().mapToDouble(c -> (c[0] - mx) * (c[0] - mx)).sum();
    return xy / xx;
  }

  private void line(String format, Object... values) {
    String text = values.length == 0 ? format : String.format(Locale.ROOT, format, values);
    log.append(text).append('\n');
    System.out.println(text);
  }
}
