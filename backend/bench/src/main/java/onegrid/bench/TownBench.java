package onegrid.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import onegrid.coverage.BuildingState;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageGround;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.SampleGround;
import onegrid.coverage.Scenario;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.ServiceAreas;
import onegrid.coverage.Tally;
import onegrid.coverage.WhatIf;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import onegrid.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;

/** A made-up town from its network to its report, a station dragged, and every area drawn. */
final class TownBench {
  private TownBench() {}

  static void run(String preset) {
    SampleGround town =
        new SampleGround(SampleCity.of(Preset.valueOf(preset.toUpperCase(Locale.ROOT)), 1));
    WalkNetwork network = town.network();
    Scenario scenario = Scenario.usual();
    long started = System.nanoTime();
    double cpu = Clock.processCpuSeconds();
    report(town, network, scenario);
    CoverageBench.row(
        preset + ", full report, first time",
        "%.2f s wall, %.2f s CPU",
        (System.nanoTime() - started) / 1e9,
        Clock.processCpuSeconds() - cpu);
    Clock.Took took = Clock.median(1, 5, () -> report(town, network, scenario));
    CoverageBench.row(
        preset + ", full report, warm",
        "%.2f s wall, %d stations, %d buildings, %d edges",
        took.wallMillis() / 1000,
        town.stations.size(),
        town.buildings.size(),
        network.edges());
    CoverageGround ground = CoverageGround.of(network, town.buildings, town.stations, 200, 2);
    Coverage coverage = Coverage.of(ground, scenario);
    Tally people = CoverageReport.of(coverage, town.subdistrictOf).by(Measure.NETWORK);
    CoverageBench.row(
        preset + ", people covered",
        "%d of %d, unknown %d",
        people.people(BuildingState.COVERED),
        people.allPeople(),
        people.people(BuildingState.UNKNOWN));
    drag(preset, coverage, ground);
    areas(preset, coverage, ground);
  }

  private static CoverageReport report(SampleGround town, WalkNetwork network, Scenario scenario) {
    CoverageGround ground = CoverageGround.of(network, town.buildings, town.stations, 200, 2);
    return CoverageReport.of(Coverage.of(ground, scenario), town.subdistrictOf);
  }

  private static void drag(String preset, Coverage coverage, CoverageGround ground) {
    WhatIf whatIf = WhatIf.of(coverage, 2);
    Random random = new Random(4);
    Clock.Took took =
        Clock.median(
            200,
            201,
            () -> {
              int station = random.nextInt(ground.stations().size());
              Coordinate to = ground.middle(random.nextInt(ground.buildings().size()));
              whatIf.move(station, List.of(to));
              return whatIf.tally().people(BuildingState.COVERED);
            });
    CoverageBench.row(
        preset + ", one station moved, new totals",
        "%.3f ms CPU, %.3f ms wall",
        took.cpuMillis(),
        took.wallMillis());
  }

  private static void areas(String preset, Coverage coverage, CoverageGround ground) {
    ServiceAreas areas = ServiceAreas.of(coverage, 1);
    int n = ground.stations().size();
    for (int s = 0; s < n; s++) {
      areas.of(s);
    }
    double[] millis = new double[n];
    double precision = 1;
    double recall = 1;
    double rawPrecision = 0;
    double rawRecall = 0;
    int failed = 0;
    for (int s = 0; s < n; s++) {
      long started = System.nanoTime();
      try {
        ServiceArea area = areas.of(s);
        millis[s] = (System.nanoTime() - started) / 1e6;
        precision = Math.min(precision, area.precision());
        recall = Math.min(recall, area.recall());
        rawPrecision += area.rawPrecision() / n;
        rawRecall += area.rawRecall() / n;
        failed += area.shape().isValid() ? 0 : 1;
      } catch (RuntimeException e) {
        failed++;
      }
    }
    Arrays.sort(millis);
    CoverageBench.row(
        preset + ", areas of single stations",
        "%d areas, %d failed; worst precision %.4f recall %.4f; mean before the patch %.4f %.4f;"
            + " median %.2f ms, 99 of 100 under %.2f ms, all under %.2f ms",
        n,
        failed,
        precision,
        recall,
        rawPrecision,
        rawRecall,
        millis[n / 2],
        millis[n * 99 / 100],
        millis[n - 1]);
  }
}
