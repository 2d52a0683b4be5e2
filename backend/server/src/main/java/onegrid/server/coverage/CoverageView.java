package onegrid.server.coverage;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import onegrid.finding.Words;
import onegrid.store.StoredCoverage;

/**
 * An answer as the page reads it.
 *
 * @param scenario what was asked, as JSON
 * @param report the numbers, as the file {@code report.json} has them
 * @param divisions the names of subdistricts and communities by their codes
 */
record CoverageView(
    long id,
    long workspaceId,
    OffsetDateTime createdAt,
    String createdBy,
    @JsonRawValue String scenario,
    String assumption,
    String assumptionEn,
    int limitSeconds,
    String networkVersion,
    String placesVersion,
    int pockets,
    double wallSeconds,
    @JsonRawValue String report,
    Map<String, String> divisions) {

  /** One line of the list. */
  record Entry(
      long id,
      OffsetDateTime createdAt,
      String createdBy,
      @JsonRawValue String scenario,
      String assumption,
      String assumptionEn,
      long people,
      long peopleCovered,
      long peopleUnknown,
      int buildings,
      int buildingsCovered,
      int pockets) {

    static Entry of(StoredCoverage kept, Words assumption) {
      return new Entry(
          kept.id(),
          time(kept),
          kept.createdBy(),
          kept.scenarioJson(),
          assumption.zh(),
          assumption.en(),
          kept.totals().people(),
          kept.totals().peopleCovered(),
          kept.totals().peopleUnknown(),
          kept.totals().buildings(),
          kept.totals().buildingsCovered(),
          kept.pockets());
    }
  }

  static CoverageView of(
      StoredCoverage kept,
      Words assumption,
      int limitSeconds,
      String report,
      Map<String, String> divisions) {
    return new CoverageView(
        kept.id(),
        kept.workspaceId(),
        time(kept),
        kept.createdBy(),
        kept.scenarioJson(),
        assumption.zh(),
        assumption.en(),
        limitSeconds,
        kept.networkVersion(),
        kept.placesVersion(),
        kept.pockets(),
        kept.wallSeconds(),
        report,
        divisions);
  }

  private static OffsetDateTime time(StoredCoverage kept) {
    return kept.createdAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
