package onegrid.server.job;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.server.problem.Problem;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.Job;
import onegrid.store.JobState;
import onegrid.store.JobStore;
import onegrid.store.LeaseLost;
import onegrid.store.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jobs as the database has them, in the words of this package. */
@Component
class JobLedger {
  private static final Logger LOG = LoggerFactory.getLogger(JobLedger.class);

  /** A job whose server was lost is taken up again after this. */
  private static final Duration LEASE = Duration.ofSeconds(10);

  private static final int MOST_ATTEMPTS = 3;

  /** So many jobs of one account may wait or run. */
  private static final int MOST_OPEN = 20;

  private static final Problem LOST_TOO_OFTEN =
      Problem.of(
          ProblemKind.FAULT,
          new Words(
              "处理这个任务的服务多次中断，已停止重试。没有保存任何内容。",
              "The service broke off on this job several times and does not try again. Nothing was"
                  + " kept."));

  private final String worker = UUID.randomUUID().toString();
  private final Stores stores;
  private final JobStore jobs;
  private final JsonMapper json;

  JobLedger(Stores stores, JobStore jobs, JsonMapper json) {
    this.stores = stores;
    this.jobs = jobs;
    this.json = json;
  }

  /** How an order stands in the database: with the name of the work that understands it. */
  private record Stored(String work, JsonNode order) {}

  long queue(JobWork work, long workspaceId, Object order, String orderedBy) {
    if (jobs.open() >= MOST_OPEN) {
      throw new Refused(
              ProblemKind.TOO_MANY_REQUESTS,
              "您已有 " + MOST_OPEN + " 个任务在等待或进行，请等其中一些完成。",
              "You have " + MOST_OPEN + " jobs waiting or running; let some of them end first.")
          .after(Duration.ofSeconds(10));
    }
    Stored stored = new Stored(work.name(), json.valueToTree(order));
    return jobs.enqueue(workspaceId, work.kind(), json.writeValueAsString(stored), orderedBy).id();
  }

  /** The oldest job that nobody holds, from now on held here. */
  Optional<JobHold> claim() {
    return jobs.claim(worker, LEASE)
        .map(
            claim -> {
              Job job = claim.job();
              Stored stored = json.readValue(job.order(), Stored.class);
              JobRun run =
                  new JobRun(
                      job.id(), job.workspaceId(), stored.order().toString(), job.orderedBy());
              return new JobHold(
                  claim, stored.work(), run, new AtomicReference<>(Instant.now().plus(LEASE)));
            });
  }

  /** Renews the lease, writes how far the job is, and passes on what the run is to know. */
  void beat(JobHold hold) {
    Instant until = Instant.now().plus(LEASE);
    JobRun run = hold.run();
    switch (jobs.heartbeat(hold.claim(), run.share(), run.phase(), LEASE)) {
      case GO_ON -> hold.until().set(until);
      case CANCEL_ASKED -> {
        hold.until().set(until);
        run.stop(JobRun.Stop.CANCELLED);
      }
      case LOST -> run.stop(JobRun.Stop.LOST);
    }
  }

  /** Told when a heartbeat failed: past the end of the lease the job is somebody else's. */
  void missed(JobHold hold) {
    if (Instant.now().isAfter(hold.until().get())) {
      hold.run().stop(JobRun.Stop.LOST);
    }
  }

  /** Keeps what a job made and ends it, both or neither; false when the lease was lost. */
  boolean done(JobHold hold, Supplier<JobResult> keep) {
    try {
      JobResult kept =
          stores.inTransaction(
              () -> {
                JobResult result = keep.get();
                jobs.done(
                    hold.claim(),
                    Optional.ofNullable(result.layerId()),
                    Optional.ofNullable(result.mosaicId()),
                    Optional.ofNullable(result.coverageId()));
                return result;
              });
      LOG.debug("job {} made {}", hold.run().id(), kept);
      return true;
    } catch (LeaseLost e) {
      LOG.warn("{}", e.getMessage());
      return false;
    }
  }

  boolean failed(JobHold hold, Problem problem) {
    return jobs.failed(hold.claim(), json.writeValueAsString(problem));
  }

  boolean cancelled(JobHold hold) {
    return jobs.cancelled(hold.claim());
  }

  /** Puts the job back, for whoever asks next. */
  void giveBack(JobHold hold) {
    try {
      boolean held = jobs.giveBack(hold.claim());
      LOG.info("job {} given back: {}", hold.run().id(), held);
    } catch (RuntimeException e) {
      LOG.warn("job {} waits for the end of its lease", hold.run().id());
    }
  }

  /** Takes jobs from servers that were lost; those that were lost with three fail. */
  void takeFromTheLost() {
    int taken = jobs.requeueExpired(MOST_ATTEMPTS, json.writeValueAsString(LOST_TOO_OFTEN));
    if (taken > 0) {
      LOG.warn("{} jobs taken back from servers that were lost", taken);
    }
  }

  /** Calls a job off; false when it has ended already. */
  boolean cancel(long id, String actor) {
    return jobs.cancel(id, actor);
  }

  /** Gives the work and the order of a job that has ended by being called off. */
  void ifCancelled(long id, BiConsumer<String, String> then) {
    jobs.find(id)
        .filter(job -> job.state() == JobState.CANCELLED)
        .map(job -> json.readValue(job.order(), Stored.class))
        .ifPresent(stored -> then.accept(stored.work(), stored.order().toString()));
  }

  Optional<JobView> find(long id) {
    return jobs.find(id).map(this::view);
  }

  List<JobView> newest(long workspaceId, int most) {
    return jobs.newest(workspaceId, most).stream().map(this::view).toList();
  }

  private JobView view(Job job) {
    Long layerId = job.layerId().orElse(null);
    Long mosaicId = job.mosaicId().orElse(null);
    Long coverageId = job.coverageId().orElse(null);
    boolean madeNothing = layerId == null && mosaicId == null && coverageId == null;
    return new JobView(
        job.id(),
        job.kind(),
        job.state(),
        job.progress(),
        job.phase().zh(),
        job.phase().en(),
        time(job.createdAt()),
        job.startedAt().map(JobLedger::time).orElse(null),
        job.finishedAt().map(JobLedger::time).orElse(null),
        job.workspaceId(),
        job.orderedBy(),
        madeNothing ? null : new JobResult(layerId, mosaicId, coverageId),
        problem(job));
  }

  private @Nullable Problem problem(Job job) {
    return job.problem().map(text -> json.readValue(text, Problem.class)).orElse(null);
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
