package onegrid.server.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import onegrid.finding.FindingCode;
import onegrid.finding.Severity;
import onegrid.store.LonLat;
import onegrid.store.PlacedFinding;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it goes over the wire: its place in degrees (CGCS2000), its words flat.
 *
 * @param lon degrees, null when it has no place
 * @param lat degrees, null when it has no place
 * @param shape the ground it is about, left out when it is about none
 */
public record FindingView(
    FindingCode code,
    Severity severity,
    String title,
    String titleEn,
    String layer,
    String sourceCode,
    int feature,
    @Nullable Double lon,
    @Nullable Double lat,
    String words,
    String wordsEn,
    String action,
    String actionEn,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GroundShape shape) {

  public static FindingView of(PlacedFinding finding) {
    FindingCode code = finding.code();
    return new FindingView(
        code,
        code.severity(),
        code.title().zh(),
        code.title().en(),
        finding.layer(),
        finding.sourceCode(),
        finding.feature(),
        finding.at().map(LonLat::lon).orElse(null),
        finding.at().map(LonLat::lat).orElse(null),
        finding.words().zh(),
        finding.words().en(),
        finding.action().zh(),
        finding.action().en(),
        null);
  }

  /** The same finding with the ground that it is about. */
  public FindingView on(GroundShape ground) {
    return new FindingView(
        code,
        severity,
        title,
        titleEn,
        layer,
        sourceCode,
        feature,
        lon,
        lat,
        words,
        wordsEn,
        action,
        actionEn,
        ground);
  }
}
