package onegrid.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import onegrid.coverage.Bands;
import onegrid.coverage.BuildingState;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageGround;
import onegrid.coverage.CoverageRefused;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.Scenario;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.Tally;
import onegrid.coverage.WhatIf;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.ServiceIntake;
import onegrid.io.write.CoverageFiles;
import onegrid.io.write.CoverageReportJson;
import onegrid.reach.Linker;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code onegrid coverage}: whom the service stations reach, building by building. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "服务圈：逐栋回答步行几分钟内到得了哪个站点，到不了的原因在哪。",
      "Which station each building reaches on foot in time, and why the rest do not."
    },
    footer = {
      "",
      "结果 / results: buildings.csv areas.geojson pockets.csv pockets.geojson figures.csv"
          + " findings.csv report.json coverage.xlsx; --capacity: room.csv room-stations.csv",
      "范围图按 5、10、15 分钟及所问时间绘制 / areas.geojson: bands of 5, 10, 15 and the asked minutes",
      "退出码 / exit: 0 完成 done, 1 有待核对 decisions needed, 2 输入被拒 refused, 3 程序出错 our fault"
    })
final class CoverageCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--roads",
      paramLabel = "FILE",
      required = true,
      description = "道路：.osm.pbf、.osm（.gz）、GeoJSON、Shapefile、GeoPackage / ways to walk")
  private List<Path> roads = List.of();

  @Option(
      names = "--stations",
      paramLabel = "FILE",
      required = true,
      description = "服务站点 / stations: id, lon, lat, kind, hours, qualified, items")
  private List<Path> stations = List.of();

  @Option(
      names = "--buildings",
      paramLabel = "FILE",
      required = true,
      description = "楼栋 / buildings: id, households, population, compound, community")
  private List<Path> buildings = List.of();

  @Option(names = "--compounds", paramLabel = "FILE", description = "小区，围墙即其边界 / compounds")
  private List<Path> compounds = List.of();

  @Option(names = "--gates", paramLabel = "FILE", description = "出入口 / gates of compounds")
  private List<Path> gates = List.of();

  @Option(
      names = "--barriers",
      paramLabel = "FILE",
      description = "河流、铁路、围墙 / rivers, railways, walls")
  private List<Path> barriers = List.of();

  @Option(names = "--crossings", paramLabel = "FILE", description = "主干路过街处 / marked crossings")
  private List<Path> crossings = List.of();

  @Option(
      names = "--communities",
      paramLabel = "FILE",
      description = "社区及其所属街道，用于汇总 / communities with their subdistrict")
  private List<Path> communities = List.of();

  @Option(names = "--minutes", defaultValue = "10", description = "步行分钟数，0–120 / minutes")
  private double minutes = 10;

  @Option(
      names = "--speed",
      defaultValue = "1.2",
      description = "步行速度，米/秒；长者 0.94 / metres a second; the elderly 0.94")
  private double speed = Scenario.USUAL_METRES_PER_SECOND;

  @Option(
      names = "--measure",
      paramLabel = "walk|straight|detour",
      defaultValue = "walk",
      description = "state 列以何为准，三种都会列出 / which of the three decides the column state")
  private String measure = "walk";

  @Option(names = "--radius", paramLabel = "METRES", description = "直线半径，默认按 300/500/1000 米")
  private @Nullable Integer radius;

  @Option(names = "--kind", paramLabel = "KIND", description = "只计此类站点 / only such stations")
  private List<String> kinds = List.of();

  @Option(names = "--item", paramLabel = "CODE", description = "只计可办此事项的站点 / service item")
  private @Nullable String item;

  @Option(names = "--qualified", description = "只计达标站点（六有）/ qualified stations only")
  private boolean qualified;

  @Option(
      names = "--capacity",
      paramLabel = "PEOPLE",
      description = "站点服务人数上限，未自报 capacity 者用此数 / people a station serves that does not say")
  private @Nullable Integer capacity;

  @Option(names = "--at", paramLabel = "Mo-09:30", description = "星期与时刻 / day and time")
  private @Nullable String at;

  @Option(names = "--crs", paramLabel = "EPSG:CODE", description = "未说明坐标系的文件按此读取")
  private @Nullable String crs;

  @Option(names = "--threads", paramLabel = "N", description = "线程数，不影响结果")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "结果目录 / results")
  private Path out = Path.of("");

  private final List<CoverageReportJson.Phase> phases = new ArrayList<>();
  private long phaseStarted;

  @Override
  public Integer call() throws IOException {
    Scenario scenario = scenario();
    Measure decisive = decisive();
    if (capacity != null && capacity < 0) {
      throw misuse("--capacity " + capacity + "：人数不能为负 / people, not negative");
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw misuse("--threads " + threads + "：应在 1 到 1024 之间 / from 1 to 1024");
    }
    PrintWriter err = spec.commandLine().getErr();
    ProgressLine progress = new ProgressLine(err, System.console() != null);
    try {
      phaseStarted = System.nanoTime();
      CoverageReading reading = read(progress);
      phase("read");
      progress.show("建立路网 / building the network");
      WalkNetwork network = WalkNetwork.build(reading.ground(), WalkRules.USUAL);
      phase("network");
      progress.show("接入楼栋与站点 / linking");
      CoverageGround ground =
          CoverageGround.of(
              network, reading.buildings, reading.stations, Linker.USUAL_LIMIT_METRES, threads);
      phase("link");
      progress.show("计算 / computing");
      Coverage coverage = Coverage.of(ground, scenario);
      CoverageReport report = CoverageReport.of(coverage, reading.subdistrictOf);
      Optional<CapacityShare> share =
          Optional.ofNullable(capacity)
              .map(people -> CapacityShare.of(WhatIf.of(coverage, threads), people));
      phase("answer");
      progress.show("绘制范围 / drawing areas");
      List<ServiceArea> bands = Bands.of(coverage, threads, done -> {});
      phase("areas");
      CoverageFiles.write(
          coverage, report, share, decisive, bands, reading.gate(), reading.inputs, phases, out);
      progress.end();
      ServiceArea own =
          bands.stream()
              .filter(band -> band.limitSeconds() == scenario.limitSeconds())
              .findFirst()
              .orElseThrow();
      share.ifPresent(room -> room(err, room.tally()));
      return summary(err, coverage, report, own, reading);
    } finally {
      progress.end();
    }
  }

  private CoverageReading read(ProgressLine progress) throws IOException {
    CoverageReading reading =
        new CoverageReading(Optional.ofNullable(crs).map(SourceCrs::parse), progress);
    each(roads, reading::roads);
    each(barriers, reading::barriers);
    each(compounds, reading::compounds);
    each(gates, reading::gates);
    each(crossings, reading::crossings);
    each(communities, reading::communities);
    each(stations, reading::stations);
    each(buildings, reading::buildings);
    if (reading.stations.size() > ServiceIntake.MOST_STATIONS) {
      throw new CoverageRefused("站点超过 100000 个", "more than 100,000 stations");
    }
    return reading;
  }

  private interface Reader {
    void read(Path file) throws IOException;
  }

  private static void each(List<Path> files, Reader reader) throws IOException {
    for (Path file : files) {
      reader.read(file);
    }
  }

  private void phase(String name) {
    long now = System.nanoTime();
    phases.add(new CoverageReportJson.Phase(name, (now - phaseStarted) / 1e9));
    phaseStarted = now;
  }

  private Scenario scenario() {
    Scenario scenario =
        Scenario.of(minutes, speed)
            .counting(Set.copyOf(kinds), Optional.ofNullable(item), qualified);
    if (radius != null) {
      if (radius < 1 || radius > 100_000) {
        throw misuse("--radius " + radius + "：应在 1 到 100000 米之间 / from 1 to 100000");
      }
      scenario = scenario.withRadius(radius);
    }
    return at == null ? scenario : moment(scenario, at);
  }

  private Scenario moment(Scenario scenario, String text) {
    String[] parts = text.split("[- ]", 2);
    List<String> days = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    int day = days.indexOf(parts[0].toLowerCase(Locale.ROOT));
    try {
      if (day >= 0 && parts.length == 2) {
        return scenario.at(DayOfWeek.of(day + 1), LocalTime.parse(parts[1]));
      }
    } catch (DateTimeParseException e) {
      // Said below, like a day that there is not.
    }
    throw misuse("--at " + text + "：应写成 Mo-09:30 / write Mo-09:30");
  }

  private Measure decisive() {
    return switch (measure) {
      case "walk" -> Measure.NETWORK;
      case "straight" -> Measure.STRAIGHT;
      case "detour" -> Measure.DETOUR;
      default -> throw misuse("--measure " + measure + "：应为 walk、straight 或 detour");
    };
  }

  private static void room(PrintWriter err, Tally tally) {
    err.printf(
        "  有余量的站点可服务 / with room at a station：人 %d/%d(%.2f%%)%n",
        tally.people(BuildingState.COVERED),
        tally.allPeople(),
        100 * Tally.share(tally.people(BuildingState.COVERED), tally.allPeople()));
  }

  private int summary(
      PrintWriter err,
      Coverage coverage,
      CoverageReport report,
      ServiceArea area,
      CoverageReading reading) {
    err.println(coverage.scenario().assumption().zh());
    err.println(coverage.scenario().assumption().en());
    for (Measure each : Measure.values()) {
      Tally tally = report.by(each);
      err.printf(
          "  %s / %s：楼栋 %d/%d，户 %d/%d，人 %d/%d（%.2f%%），无法判定 %d 人%n",
          each.title().zh(),
          each.title().en(),
          tally.buildings(BuildingState.COVERED),
          tally.allBuildings(),
          tally.households(BuildingState.COVERED),
          tally.allHouseholds(),
          tally.people(BuildingState.COVERED),
          tally.allPeople(),
          100 * Tally.share(tally.people(BuildingState.COVERED), tally.allPeople()),
          tally.people(BuildingState.UNKNOWN));
    }
    if (coverage.countedStations() == 0) {
      err.println("  没有符合条件的站点，全部楼栋未覆盖 / no station meets the conditions");
    }
    err.printf(
        "  盲点 %d 处 / pockets；范围图 查准 %.4f 查全 %.4f / precision, recall of the drawing%n",
        report.pockets().size(), area.precision(), area.recall());
    phases.forEach(p -> err.printf("  %s:%.2f s%n", p.name(), p.seconds()));
    err.println("结果在 / results in " + out);
    err.flush();
    boolean decisions =
        java.util.stream.Stream.of(
                coverage.ground().network().findings(),
                coverage.ground().findings(),
                reading.inputs.stream().flatMap(i -> i.findings().stream()).toList())
            .flatMap(List::stream)
            .anyMatch(f -> f.severity() != onegrid.finding.Severity.INFO);
    return decisions ? Exit.NEEDS_DECISION : Exit.DONE;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
