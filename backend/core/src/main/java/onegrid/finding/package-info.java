/**
 * What is wrong with data, said to people: a code, a place on the map, plain words in Chinese and
 * English, and what was done about it.
 *
 * <p>Bad data is ordinary. It becomes a {@link onegrid.finding.Finding}, is counted by its {@link
 * onegrid.finding.FindingCode}, and the run goes on.
 */
@NullMarked
package onegrid.finding;

import org.jspecify.annotations.NullMarked;
