package onegrid.server.problem;

import java.util.Arrays;
import java.util.List;
import onegrid.finding.FindingCode;
import onegrid.finding.Severity;
import onegrid.store.FindingCount;
import onegrid.store.Page;
import onegrid.store.PlacedFinding;

/** Some findings of many, with the number of every code. */
public record FindingPage(int total, List<CodeCount> byCode, List<FindingView> items) {

  /** How many findings have one code. */
  public record CodeCount(
      FindingCode code, String title, String titleEn, Severity severity, int count) {

    public static CodeCount of(FindingCount count) {
      FindingCode code = count.code();
      return new CodeCount(
          code, code.title().zh(), code.title().en(), code.severity(), count.count());
    }
  }

  public static FindingPage of(Page<PlacedFinding> page, List<FindingCount> counts) {
    return new FindingPage(
        page.total(),
        counts.stream().map(CodeCount::of).toList(),
        page.items().stream().map(FindingView::of).toList());
  }

  /**
   * The code called {@code name}.
   *
   * @throws Refused if there is none
   */
  public static FindingCode code(String name) {
    return Arrays.stream(FindingCode.values())
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.BAD_PARAMETER, "没有这种问题代码。", "There is no such finding code."));
  }
}
