package onegrid.store;

/**
 * A worker's hold on a job. It is good until its lease ends or another claim is made; every write
 * that shows an older token is refused.
 *
 * @param job the job as it was taken up
 * @param token the fencing token
 */
public record JobClaim(Job job, long token) {}
