package onegrid.store;

import java.util.List;
import java.util.Map;

/**
 * An answer that is to be kept.
 *
 * @param scenarioJson what was asked, as the caller wrote it: a JSON object
 * @param networkVersion the hash of the network that was walked on
 * @param placesVersion a hash of the buildings and stations
 * @param reportJson the numbers, as the caller wrote them: a JSON object
 * @param findings what was noticed about its ground
 * @param files whole files by name, not packed
 */
public record CoverageDraft(
    long workspaceId,
    String scenarioJson,
    String networkVersion,
    String placesVersion,
    Totals totals,
    String reportJson,
    double wallSeconds,
    List<CoverageBuilding> buildings,
    List<CoverageBand> bands,
    List<CoveragePocket> pockets,
    List<PlacedFinding> findings,
    Map<String, byte[]> files) {

  /** What a list of answers tells of each. */
  public record Totals(
      int buildings, int buildingsCovered, long people, long peopleCovered, long peopleUnknown) {}

  public CoverageDraft {
    buildings = List.copyOf(buildings);
    bands = List.copyOf(bands);
    pockets = List.copyOf(pockets);
    findings = List.copyOf(findings);
    files = Map.copyOf(files);
  }
}
