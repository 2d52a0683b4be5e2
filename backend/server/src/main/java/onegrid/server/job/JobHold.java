package onegrid.server.job;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import onegrid.store.JobClaim;

/**
 * A job that this server holds for now.
 *
 * @param claim the proof towards the store
 * @param work the name of the work that does it
 * @param run what the work sees
 * @param until when the lease ends unless it is renewed
 */
record JobHold(JobClaim claim, String work, JobRun run, AtomicReference<Instant> until) {}
