/** Work that takes longer than a request: queued in the database, run by threads of any server. */
@NullMarked
package onegrid.server.job;

import org.jspecify.annotations.NullMarked;
