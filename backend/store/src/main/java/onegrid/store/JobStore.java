package onegrid.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Keeps jobs, and sees to it that each has one effect.
 *
 * <p>A worker claims a job for the length of a lease and reports before it ends. When a worker is
 * lost, {@link #requeueExpired} gives its job to another; when it comes back, the fencing token of
 * its claim is too old and it can write nothing. Put the result and {@link #done} in one
 * transaction. The database's clock is the only one.
 */
public final class JobStore {
  private static final String COLUMNS =
      """
      id, workspace_id, kind, state, ordered, ordered_by, progress, phase_zh, phase_en,
      cancel_asked, attempts, token, created_at, started_at, finished_at, layer_id, mosaic_id,
      coverage_id, problem
      """;

  private static final RowMapper<Job> JOB =
      (row, n) ->
          new Job(
              row.getLong("id"),
              row.getLong("workspace_id"),
              JobKind.valueOf(row.getString("kind")),
              JobState.valueOf(row.getString("state")),
              row.getString("ordered"),
              row.getString("ordered_by"),
              row.getDouble("progress"),
              new Words(row.getString("phase_zh"), row.getString("phase_en")),
              row.getBoolean("cancel_asked"),
              row.getInt("attempts"),
              Database.instant(row, "created_at"),
              Database.maybeInstant(row, "started_at"),
              Database.maybeInstant(row, "finished_at"),
              Database.maybeLong(row, "layer_id"),
              Database.maybeLong(row, "mosaic_id"),
              Database.maybeLong(row, "coverage_id"),
              Optional.ofNullable(row.getString("problem")));

  private final Database database;
  private final AuditStore audit;

  JobStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Puts a job at the end of the queue.
   *
   * @param order what to do: a JSON object, handed to the worker to the letter
   */
  public Job enqueue(long workspaceId, JobKind kind, String order, String actor) {
    return database.write(
        () -> {
          Job job =
              database
                  .sql(
                      """
                      INSERT INTO onegrid.job (workspace_id, kind, ordered, ordered_by, owner_id)
                      VALUES (:workspace, :kind, :ordered::json, :actor, nullif(:owner, 0))
                      RETURNING\s"""
                          + COLUMNS)
                  .param("owner", Scope.current().accountId())
                  .param("workspace", workspaceId)
                  .param("kind", kind.name())
                  .param("ordered", order)
                  .param("actor", actor)
                  .query(JOB)
                  .single();
          audit.append(actor, "job.enqueue", "job " + job.id(), kind.name());
          return job;
        });
  }

  /**
   * Takes up the oldest job that waits. Two workers never get the same one.
   *
   * @param worker who asks, for people who look into the table
   */
  public Optional<JobClaim> claim(String worker, Duration lease) {
    return database.write(
        () ->
            database
                .sql(
                    """
                    WITH oldest AS (
                      SELECT id AS oldest_id FROM onegrid.job WHERE state = 'QUEUED'
                      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                    UPDATE onegrid.job SET state = 'RUNNING', token = token + 1,
                      attempts = attempts + 1, worker = :worker, progress = 0,
                      started_at = coalesce(started_at, clock_timestamp()),
                      leased_until = clock_timestamp() + :lease * interval '1 millisecond'
                    FROM oldest WHERE id = oldest_id RETURNING\s"""
                        + COLUMNS)
                .param("worker", worker)
                .param("lease", lease.toMillis())
                .query((row, n) -> new JobClaim(JOB.mapRow(row, n), row.getLong("token")))
                .optional());
  }

  /**
   * Reports progress and prolongs the lease.
   *
   * @param progress 0 to 1
   */
  public JobPulse heartbeat(JobClaim claim, double progress, Words phase, Duration lease) {
    return database
        .sql(
            """
            UPDATE onegrid.job SET progress = :progress, phase_zh = :zh, phase_en = :en,
              leased_until = clock_timestamp() + :lease * interval '1 millisecond'
            WHERE id = :id AND token = :token AND state = 'RUNNING' RETURNING cancel_asked
            """)
        .param("progress", Math.min(1, Math.max(0, Numbers.finite("progress", progress))))
        .param("zh", phase.zh())
        .param("en", phase.en())
        .param("lease", lease.toMillis())
        .param("id", claim.job().id())
        .param("token", claim.token())
        .query(Boolean.class)
        .optional()
        .map(asked -> asked ? JobPulse.CANCEL_ASKED : JobPulse.GO_ON)
        .orElse(JobPulse.LOST);
  }

  /**
   * Ends a job well. Call it in the transaction that keeps its result.
   *
   * @throws LeaseLost if the claim is too old: the transaction must not be kept
   */
  public void done(JobClaim claim, Optional<Long> layerId, Optional<Long> mosaicId) {
    done(claim, layerId, mosaicId, Optional.empty());
  }

  /** The same for a job that may have made a coverage. */
  public void done(
      JobClaim claim, Optional<Long> layerId, Optional<Long> mosaicId, Optional<Long> coverageId) {
    coverageId.ifPresent(
        id ->
            database
                .sql("UPDATE onegrid.job SET coverage_id = :coverage WHERE id = :id")
                .param("coverage", id)
                .param("id", claim.job().id())
                .update());
    if (!end(claim, JobState.DONE, layerId.orElse(null), mosaicId.orElse(null), null)) {
      throw new LeaseLost(claim.job().id(), claim.token());
    }
  }

  /**
   * Ends a job that failed; false when the claim is too old.
   *
   * @param problem a JSON object that says why
   */
  public boolean failed(JobClaim claim, String problem) {
    return end(claim, JobState.FAILED, null, null, problem);
  }

  /** Ends a job that was called off; false when the claim is too old. */
  public boolean cancelled(JobClaim claim) {
    return end(claim, JobState.CANCELLED, null, null, null);
  }

  /** Puts a job back into the queue, not counting the attempt; false when the claim is too old. */
  public boolean giveBack(JobClaim claim) {
    return database
            .sql(
                """
                UPDATE onegrid.job SET state = 'QUEUED', leased_until = NULL,
                  attempts = attempts - 1, progress = 0, phase_zh = '', phase_en = ''
                WHERE id = :id AND token = :token AND state = 'RUNNING'
                """)
            .param("id", claim.job().id())
            .param("token", claim.token())
            .update()
        > 0;
  }

  /**
   * Calls a job off: at once when it waits, else its worker is told at its next report.
   *
   * @return false when there is no such job or it has ended
   */
  public boolean cancel(long id, String actor) {
    return database.write(
        () -> {
          boolean found =
              database
                      .sql(
                          """
                          UPDATE onegrid.job SET cancel_asked = true,
                            state = CASE state WHEN 'QUEUED' THEN 'CANCELLED' ELSE state END,
                            finished_at = CASE state WHEN 'QUEUED' THEN clock_timestamp() END
                          WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
                          """)
                      .param("id", id)
                      .update()
                  > 0;
          if (found) {
            audit.append(actor, "job.cancel", "job " + id, "");
          }
          return found;
        });
  }

  /**
   * Takes jobs from workers whose lease has ended: they wait again, or end when they were called
   * off or have been tried too often.
   *
   * @param mostAttempts a job that was taken up so often fails
   * @param problem a JSON object that says why
   * @return how many there were
   */
  public int requeueExpired(int mostAttempts, String problem) {
    return database
        .sql(
            """
            UPDATE onegrid.job j SET state = next.state, leased_until = NULL,
              finished_at = CASE next.state WHEN 'QUEUED' THEN NULL ELSE clock_timestamp() END,
              problem = CASE next.state WHEN 'FAILED' THEN :problem::json END
            FROM (
              SELECT id, CASE WHEN cancel_asked THEN 'CANCELLED'
                WHEN attempts >= :most THEN 'FAILED' ELSE 'QUEUED' END AS state
              FROM onegrid.job WHERE state = 'RUNNING' AND leased_until < clock_timestamp()
              FOR UPDATE SKIP LOCKED) next
            WHERE j.id = next.id
            """)
        .param("problem", problem)
        .param("most", mostAttempts)
        .update();
  }

  public Optional<Job> find(long id) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM onegrid.job WHERE id = :id AND"
                + Scope.seesWorkspace("workspace_id"))
        .params(Scope.parameters())
        .param("id", id)
        .query(JOB)
        .optional();
  }

  /** How many jobs of the account of the scope wait or run; 0 for the service itself. */
  public int open() {
    return database
        .sql(
            """
            SELECT count(*) FROM onegrid.job
            WHERE owner_id = :owner AND state IN ('QUEUED', 'RUNNING')
            """)
        .param("owner", Scope.current().accountId())
        .query(Integer.class)
        .single();
  }

  /** The job that made a layer, while it is remembered. */
  public Optional<Long> thatMade(long layerId) {
    return database
        .sql("SELECT min(id) FROM onegrid.job WHERE layer_id = :layer AND state = 'DONE'")
        .param("layer", layerId)
        .query(Long.class)
        .optional();
  }

  /** A job of a workspace that waits or runs with this digest in its order. */
  public Optional<Long> findDigest(long workspaceId, String digest) {
    return database
        .sql(
            """
            SELECT min(id) FROM onegrid.job WHERE workspace_id = :workspace
              AND state IN ('QUEUED', 'RUNNING') AND ordered -> 'order' ->> 'digest' = :digest
            """)
        .param("workspace", workspaceId)
        .param("digest", digest)
        .query(Long.class)
        .optional();
  }

  /** The newest of a workspace, newest first. */
  public List<Job> newest(long workspaceId, int limit) {
    return database
        .sql(
            "SELECT "
                + COLUMNS
                + " FROM onegrid.job WHERE workspace_id = :workspace AND"
                + Scope.seesWorkspace("workspace_id")
                + "ORDER BY id DESC LIMIT :limit")
        .params(Scope.parameters())
        .param("workspace", workspaceId)
        .param("limit", new Slice(limit, 0).limit())
        .query(JOB)
        .list();
  }

  private boolean end(
      JobClaim claim,
      JobState state,
      @Nullable Long layerId,
      @Nullable Long mosaicId,
      @Nullable String problem) {
    return database
            .sql(
                """
                UPDATE onegrid.job SET state = :state, leased_until = NULL,
                  finished_at = clock_timestamp(), layer_id = :layer::bigint,
                  mosaic_id = :mosaic::bigint, problem = :problem::json,
                  progress = CASE :state WHEN 'DONE' THEN 1 ELSE progress END
                WHERE id = :id AND token = :token AND state = 'RUNNING'
                """)
            .param("state", state.name())
            .param("layer", layerId)
            .param("mosaic", mosaicId)
            .param("problem", problem)
            .param("id", claim.job().id())
            .param("token", claim.token())
            .update()
        > 0;
  }
}
