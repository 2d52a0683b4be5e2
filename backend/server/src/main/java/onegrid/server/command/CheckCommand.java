package onegrid.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.io.FileRefused;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.CodeField;
import onegrid.io.intake.LayerCheck;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.read.FeatureFiles;
import onegrid.io.table.FeatureTable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onegrid check}: what is wrong with a layer, where, in plain words. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"检查图层：哪里有什么问题。", "Tells what is wrong with layers, and where."},
    footer = {
      "",
      "退出码 / exit: 0 无问题 sound, 1 有待裁定 decisions needed, 2 读不了 refused, 3 程序出错 our fault"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int SHOWN_OF_EACH_KIND = 5;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "图层文件 / layer files")
  private List<Path> files = List.of();

  @Option(names = "--code", paramLabel = "FIELD", description = "编码列，默认 code / the column of codes")
  private @Nullable String code;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:CODE",
      description = "文件未说明坐标系、或所言与坐标不符时按此读取 / for files that do not say, or cannot be right")
  private @Nullable String crs;

  @Override
  public Integer call() {
    Optional<SourceCrs> told = Optional.ofNullable(crs).map(SourceCrs::parse);
    int exit = Exit.DONE;
    for (Path file : files) {
      try {
        exit = Math.max(exit, check(file, told));
      } catch (FileRefused e) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("拒绝 / refused: " + e.words().zh());
        err.println("  " + e.words().en());
        err.flush();
        exit = Exit.REFUSED;
      }
    }
    return exit;
  }

  private int check(Path file, Optional<SourceCrs> told) {
    PrintWriter out = spec.commandLine().getOut();
    FeatureTable table = FeatureFiles.read(file);
    TablePlace place = TablePlace.settle(table, told);
    CrsGate gate = place.gate();
    List<String> candidates = CodeField.candidates(table);
    LayerIntake intake = intake(place, gate);
    Coordinate first = intake.layer().cells().get(0).shape().getCoordinate();
    out.printf(
        "%s：%s，坐标系 %s，%d 个要素，%d 个顶点，换算到 EPSG:%d%n",
        table.fileName(),
        table.format(),
        intake.crs(),
        table.rows().size(),
        table.vertices(),
        gate.frame().epsgCode());
    out.printf("  第一个顶点 / first vertex: %s%n", show(new Spot(first.x, first.y), gate));
    out.printf(
        "  列 / columns: %s%n  可作编码 / could be codes: %s%n",
        String.join(", ", table.columns()), String.join(", ", candidates));
    List<Finding> findings = new ArrayList<>(intake.findings());
    findings.addAll(LayerCheck.check(intake.layer()));
    print(findings, gate, out);
    FindingCounts counts = new FindingCounts(findings);
    out.println(findings.isEmpty() ? "  没有发现问题 / nothing found" : "  合计 / in all:");
    counts.print(out);
    out.flush();
    return counts.needDecision() ? Exit.NEEDS_DECISION : Exit.DONE;
  }

  private LayerIntake intake(TablePlace place, CrsGate gate) {
    String name = place.table().fileName();
    if (code == null && !CodeField.isPresent(place.table())) {
      return LayerIntake.numbered(place, name, gate);
    }
    return LayerIntake.take(place, name, Optional.ofNullable(code), gate);
  }

  private static void print(List<Finding> findings, CrsGate gate, PrintWriter out) {
    Map<FindingCode, Integer> shown = new LinkedHashMap<>();
    for (Finding finding : findings) {
      int count = shown.merge(finding.code(), 1, Integer::sum);
      if (count > SHOWN_OF_EACH_KIND) {
        continue;
      }
      out.printf(
          "  %s %s%s%s:%s;%s%n      %s; %s%n",
          finding.code().defect(),
          finding.code().title().zh(),
          finding.feature() > 0 ? " #" + finding.feature() : "",
          finding.at().map(spot -> " (" + show(spot, gate) + ")").orElse(""),
          finding.words().zh(),
          finding.action().zh(),
          finding.words().en(),
          finding.action().en());
    }
  }

  private static String show(Spot spot, CrsGate gate) {
    double[] at = gate.toDegrees(spot.eastMetres(), spot.northMetres());
    return String.format("%.6f, %.6f", at[0], at[1]);
  }
}
