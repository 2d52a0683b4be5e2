package onegrid.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import onegrid.io.crs.DatumDetector;
import onegrid.io.crs.SourceCrs;
import onegrid.io.write.MergeFiles;
import onegrid.io.write.Outbox;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.UnifiedGround;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code onegrid merge}: layers of several departments in, one unified layer out. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "多网合一：把各部门的网格图层合成一套互不重叠、没有缝隙的单元。",
      "Merges departments' layers into units that neither overlap nor leave gaps."
    },
    footer = {
      "",
      "结果 / results: units.geojson crosswalk.csv conflicts.geojson findings.csv report.json",
      "退出码 / exit: 0 完成 done, 1 有待裁定 decisions needed, 2 输入被拒 refused, 3 程序出错 our fault"
    })
final class MergeCommand implements Callable<Integer> {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--area",
      paramLabel = "FILE",
      description = "管辖范围（社区），边界不动 / the communities, whose borders never move")
  private @Nullable Path area;

  @Option(
      names = "--layer",
      paramLabel = "NAME=FILE",
      required = true,
      description = "部门图层，强者在前 / a department's layer, strongest first")
  private List<String> layers = List.of();

  @Option(
      names = "--rank",
      paramLabel = "NAME=N",
      description = {
        "该图层的等级，1 最强，默认按给出的先后；等级相同者画得准的在前",
        "the layer's rank, 1 the strongest, its place among --layer unless told; of equals the better drawn comes first"
      })
  private List<String> ranks = List.of();

  @Option(
      names = "--code",
      paramLabel = "NAME=FIELD",
      description = "该图层的编码列，默认 code / the layer's column of codes")
  private List<String> codes = List.of();

  @Option(
      names = "--area-code",
      paramLabel = "FIELD",
      description = "管辖范围的编码列，默认 code / the area's column of codes")
  private @Nullable String areaCode;

  @Option(
      names = "--whole",
      paramLabel = "FILE",
      description = "不可切分的楼栋或小区 / buildings or compounds that no border may cut")
  private List<Path> whole = List.of();

  @Option(
      names = "--protect",
      paramLabel = "FILE",
      description = "受保护的界线（道路中线、河流）：不移动、不消除 / lines that stay where they are and stay borders")
  private List<Path> protect = List.of();

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE",
      description = "文件未说明坐标系、或所言与坐标不符时按此读取 / for files that do not say, or cannot be right")
  private @Nullable String crs;

  @Option(
      names = "--tolerance",
      paramLabel = "auto|METRES",
      defaultValue = "auto",
      description = "容差，默认由数据估计 / how far drawings of one border lie apart")
  private String tolerance = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "线程数，不影响结果 / does not change the result")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "结果目录 / where the results go")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    long started = System.nanoTime();
    MergePolicy policy = policy();
    Map<String, String> files = pairs("--layer", layers);
    checkNames(files);
    Map<String, String> fields = pairs("--code", codes);
    checkKnown("--code", fields, files);
    List<Integer> ranked = ranks(files);
    // Said before the work, not after it.
    Outbox.checkUnmixed(out, MergeFiles.NAMES);
    Outbox.towards(out).close();
    PrintWriter err = spec.commandLine().getErr();
    ProgressLine progress = new ProgressLine(err, System.console() != null);
    Optional<SourceCrs> told = Optional.ofNullable(crs).map(SourceCrs::parse);
    MergeReading reading = new MergeReading(told, progress);
    Map<String, Path> paths = new LinkedHashMap<>();
    files.forEach((name, file) -> paths.put(name, Path.of(file)));
    MergeInput input;
    UnifiedGround ground;
    try {
      input =
          reading
              .read(
                  Optional.ofNullable(area),
                  Optional.ofNullable(areaCode),
                  paths,
                  fields,
                  whole,
                  protect)
              .ranked(ranked);
      MergePolicy named = policy.withDatums(DatumDetector.namedDatums(reading.gate()));
      ground = GridMerge.merge(input, named, progress);
      progress.show("写出结果 / writing");
      MergeFiles.write(ground, reading.gate(), reading.inputs(), out);
    } finally {
      progress.end();
    }
    return MergeSummary.print(err, ground, reading.inputs(), out, System.nanoTime() - started);
  }

  private MergePolicy policy() {
    if (threads < 1 || threads > 1024) {
      throw misuse("--threads " + threads + "：应在 1 到 1024 之间 / from 1 to 1024");
    }
    if (tolerance.equals("auto")) {
      return new MergePolicy(OptionalDouble.empty(), threads);
    }
    try {
      return new MergePolicy(OptionalDouble.of(Double.parseDouble(tolerance)), threads);
    } catch (IllegalArgumentException e) {
      throw misuse(
          "--tolerance "
              + tolerance
              + "：应为 auto，或大于 0、不超过 100 的米数 / auto, or metres above 0 up to 100");
    }
  }

  /** The rank of each layer as the layers are given. */
  private List<Integer> ranks(Map<String, String> files) {
    Map<String, String> told = pairs("--rank", ranks);
    checkKnown("--rank", told, files);
    List<Integer> all = new ArrayList<>();
    for (String name : files.keySet()) {
      String rank = told.getOrDefault(name, String.valueOf(all.size() + 1));
      if (!rank.matches("[1-9][0-9]{0,3}")) {
        throw misuse(
            "--rank " + name + "=" + rank + "：应为 1 到 9999 的整数 / a whole number from 1 to 9999");
      }
      all.add(Integer.parseInt(rank));
    }
    return all;
  }

  private void checkKnown(String option, Map<String, String> told, Map<String, String> files) {
    for (String name : told.keySet()) {
      if (!files.containsKey(name)) {
        throw misuse(option + " " + name + "：没有这个图层 / no such layer");
      }
    }
  }

  private void checkNames(Map<String, String> files) {
    if (files.size() > MergeInput.MOST_LAYERS) {
      throw misuse("图层超过 " + MergeInput.MOST_LAYERS + " 个 / too many layers");
    }
    for (String name : files.keySet()) {
      if (MergeFiles.RESERVED.contains(name)) {
        throw misuse("图层不能叫“" + name + "”，结果里另有此列 / the results have a column of that name");
      }
    }
  }

  private Map<String, String> pairs(String option, List<String> values) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw misuse(option + " " + value + "：应写成 名称=值 / write NAME=VALUE");
      }
      String name = value.substring(0, equals).strip();
      if (pairs.put(name, value.substring(equals + 1)) != null || name.isEmpty()) {
        throw misuse(option + " " + name + "：出现两次或为空 / given twice, or empty");
      }
    }
    return pairs;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
