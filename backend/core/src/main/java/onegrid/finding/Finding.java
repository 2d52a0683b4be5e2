package onegrid.finding;

import java.util.Optional;

/**
 * One observation about data.
 *
 * @param code which kind of observation
 * @param layer the layer it is about, empty for none
 * @param sourceCode the code of the cell it is about, empty for none
 * @param feature the number of the feature in its file, counted from 1; 0 for none
 * @param at where on the map, when it has a place
 * @param words what is wrong
 * @param action what was done, or what to do
 */
public record Finding(
    FindingCode code,
    String layer,
    String sourceCode,
    int feature,
    Optional<Spot> at,
    Words words,
    Words action) {

  public Severity severity() {
    return code.severity();
  }
}
