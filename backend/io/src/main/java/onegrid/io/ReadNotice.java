package onegrid.io;

import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/**
 * Something seen while reading, before the coordinate system is settled: a finding whose place is
 * still in the numbers of the file.
 *
 * @param code what kind
 * @param feature the number of the feature, counted from 1; 0 for the whole file
 * @param x first coordinate as in the file, NaN when it has no place
 * @param y second coordinate as in the file, NaN when it has no place
 * @param words what is wrong
 * @param action what was done
 */
public record ReadNotice(
    FindingCode code, int feature, double x, double y, Words words, Words action) {

  /** A notice about a feature as a whole, or about the file when {@code feature} is 0. */
  public static ReadNotice of(FindingCode code, int feature, Words words, Words action) {
    return new ReadNotice(code, feature, Double.NaN, Double.NaN, words, action);
  }
}
