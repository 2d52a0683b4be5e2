/**
 * The command line: files in, files out, no database and no Spring.
 *
 * <p>Words for people go to the error stream, Chinese first. Exit codes: 0 done, 1 done with
 * findings that need a decision, 2 input refused and nothing written, 3 a fault of ours.
 */
@NullMarked
package onegrid.server.command;

import org.jspecify.annotations.NullMarked;
