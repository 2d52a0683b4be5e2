package onegrid.server.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.io.write.InputFile;
import onegrid.merge.Conflict;
import onegrid.merge.ConflictKind;
import onegrid.merge.DriftUndone;
import onegrid.merge.LayerEvidence;
import onegrid.merge.MergeReport;
import onegrid.merge.UnifiedGround;

/** What a merge says at its end. */
final class MergeSummary {
  /** Tolerances that a planner should look at: the data gave none within the bounds. */
  private static final Set<LayerEvidence.ToleranceReason> CAPPED =
      EnumSet.of(LayerEvidence.ToleranceReason.AT_MOST, LayerEvidence.ToleranceReason.NOTHING_NEAR);

  private MergeSummary() {}

  /** Prints it and gives the exit code. */
  static int print(
      PrintWriter err,
      UnifiedGround ground,
      List<InputFile> inputs,
      Path out,
      long wallNanoseconds) {
    MergeReport report = ground.report();
    err.printf(
        "完成：%d 个单元，%.2f 公顷；楼栋 %d，户 %d，人 %d / done: units, hectares, buildings, households,"
            + " people%n",
        report.units(),
        report.areaSquareMetres() / 1e4,
        report.buildings(),
        report.households(),
        report.people());
    for (MergeReport.LayerReport layer : report.layers()) {
      err.printf(
          "  %s：%d 格，容差 %.2f 米，偏移 %.2f/%.2f 米，最大移动 %.2f 米（99%% 在 %.2f 米内），得 %.2f 公顷，失 %.2f 公顷%n",
          layer.name(),
          layer.cells(),
          layer.toleranceMetres(),
          layer.shiftEastMetres(),
          layer.shiftNorthMetres(),
          layer.largestMovementMetres(),
          layer.p99MovementMetres(),
          layer.gainedSquareMetres() / 1e4,
          layer.lostSquareMetres() / 1e4);
    }
    for (MergeReport.LayerReport layer : report.layers()) {
      DriftUndone drift = layer.drift();
      if (drift.largestMetres() > 0) {
        err.printf(
            "  %s：局部偏移已改正，平均 %.2f 米，最大 %.2f 米，依据 %d 处同界 / drift undone: mean, largest, on matches%n",
            layer.name(), drift.meanMetres(), drift.largestMetres(), drift.matches());
      }
    }
    for (LayerEvidence evidence : report.evidence()) {
      if (CAPPED.contains(evidence.tolerance())) {
        err.printf(
            "  ! %s 的容差：%s / %s%n",
            evidence.layer(), evidence.tolerance().words().zh(), evidence.tolerance().words().en());
      }
    }
    for (MergeReport.PhaseReport phase : report.phases()) {
      err.printf(
          "  %s %s：%.2f s（CPU %.2f s，内存至多 %d MB）%n",
          phase.phase().title().zh(),
          phase.phase().title().en(),
          phase.wallSeconds(),
          phase.cpuSeconds(),
          phase.peakHeapBytes() >> 20);
    }
    Map<ConflictKind, Integer> kinds = new EnumMap<>(ConflictKind.class);
    for (Conflict conflict : ground.conflicts()) {
      kinds.merge(conflict.kind(), 1, Integer::sum);
    }
    kinds.forEach(
        (kind, count) ->
            err.printf("  ? %6d  %s %s%n", count, kind.title().zh(), kind.title().en()));
    List<Finding> findings = new ArrayList<>();
    inputs.forEach(input -> findings.addAll(input.findings()));
    findings.addAll(ground.findings());
    FindingCounts counts = new FindingCounts(findings);
    counts.print(err);
    boolean decide = counts.needDecision() || !ground.conflicts().isEmpty();
    err.printf(
        "共 %.1f s；结果在 %s%s / results in that folder%n",
        wallNanoseconds / 1e9, out, decide ? "；有待人工裁定，见 conflicts.geojson 与 findings.csv" : "");
    err.flush();
    return decide ? Exit.NEEDS_DECISION : Exit.DONE;
  }
}
