package onegrid.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import onegrid.finding.Words;

/**
 * A problem document (RFC 9457) with both languages.
 *
 * @param type stable address of the kind, relative to the service
 * @param findings the places in the data it is about, empty when it is not about data
 */
public record Problem(
    String type,
    String title,
    String titleEn,
    int status,
    String detail,
    String detailEn,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FindingView> findings) {

  public Problem {
    // Left out when empty, so a document that is read back may lack it.
    findings = findings == null ? List.of() : List.copyOf(findings);
  }

  public static Problem of(ProblemKind kind, Words detail) {
    return of(kind, detail, List.of());
  }

  public static Problem of(ProblemKind kind, Words detail, List<FindingView> findings) {
    return new Problem(
        kind.type(),
        kind.title().zh(),
        kind.title().en(),
        kind.status(),
        detail.zh(),
        detail.en(),
        findings);
  }
}
