package onegrid.server.audit;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PageOf;
import onegrid.store.AuditLine;
import onegrid.store.AuditStore;
import onegrid.store.AuditVerdict;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {
  record LineView(
      long seq,
      OffsetDateTime at,
      String actor,
      String verb,
      String subject,
      String detail,
      String hash) {
    static LineView of(AuditLine line) {
      return new LineView(
          line.seq(),
          line.at().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
          line.actor(),
          line.verb(),
          line.subject(),
          line.detail(),
          line.hash());
    }
  }

  /**
   * Whether the trail is as it was written.
   *
   * @param firstBroken the first line that was changed or follows one that is missing, null for
   *     none
   */
  record VerdictView(boolean whole, long lines, @Nullable Long firstBroken) {}

  private final AuditStore audit;

  AuditController(AuditStore audit) {
    this.audit = audit;
  }

  @GetMapping("/api/audit")
  List<LineView> lines(@RequestParam @Nullable Long before, @RequestParam @Nullable Integer limit) {
    long end = before == null ? Long.MAX_VALUE : before;
    if (end < 1) {
      throw new Refused(ProblemKind.BAD_PARAMETER, "before 须不小于 1。", "before is at least 1.");
    }
    return audit.newest(end, PageOf.list(limit, null).limit()).stream().map(LineView::of).toList();
  }

  @GetMapping("/api/audit/verdict")
  VerdictView verdict() {
    AuditVerdict verdict = audit.verify();
    return new VerdictView(verdict.isWhole(), verdict.lines(), verdict.firstBroken().orElse(null));
  }
}
