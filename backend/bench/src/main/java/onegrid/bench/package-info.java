/**
 * How fast, and against what: runs on made-up districts whose truth is known, side by side with the
 * floor of the work, each kept as a log in {@code backend/bench/runs}.
 */
@NullMarked
package onegrid.bench;

import org.jspecify.annotations.NullMarked;
