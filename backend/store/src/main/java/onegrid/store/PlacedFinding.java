package onegrid.store;

import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/**
 * A {@link Finding} whose place is given in degrees.
 *
 * @param code which kind of observation
 * @param layer the layer it is about, empty for none
 * @param sourceCode the code of the cell it is about, empty for none
 * @param feature the number of the feature in its file, counted from 1; 0 for none
 * @param at where on the map, when it has a place
 * @param words what is wrong
 * @param action what was done, or what to do
 */
public record PlacedFinding(
    FindingCode code,
    String layer,
    String sourceCode,
    int feature,
    Optional<LonLat> at,
    Words words,
    Words action) {

  /** A finding of core, its spot turned into degrees by {@code toLonLat}. */
  public static PlacedFinding of(Finding finding, ToLonLat toLonLat) {
    return new PlacedFinding(
        finding.code(),
        finding.layer(),
        finding.sourceCode(),
        finding.feature(),
        finding.at().map(toLonLat::place),
        finding.words(),
        finding.action());
  }
}
