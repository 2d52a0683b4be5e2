package onegrid.server.job;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.store.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class JobController {
  private static final int NEWEST = 50;

  private final JobLedger ledger;
  private final JobEvents events;
  private final JobWorkers workers;
  private final Duration kept;

  JobController(
      JobLedger ledger,
      JobEvents events,
      JobWorkers workers,
      @Value("${onegrid.jobs.kept:90d}") Duration kept) {
    this.ledger = ledger;
    this.events = events;
    this.workers = workers;
    this.kept = kept;
  }

  @GetMapping("/api/jobs/{id}")
  JobView job(@PathVariable long id) {
    return known(id);
  }

  @GetMapping(path = "/api/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  ResponseEntity<SseEmitter> events(@PathVariable long id) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header("X-Accel-Buffering", "no")
        .body(events.watch(known(id)));
  }

  @DeleteMapping("/api/jobs/{id}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView cancel(@PathVariable long id, @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    JobView job = known(id);
    boolean leads = asker.is(Role.ADMINISTRATOR) || asker.is(Role.PLANNER);
    if (!job.orderedBy().equals(asker.name()) && !(leads && asker.changesGround())) {
      throw new Refused(
          ProblemKind.FORBIDDEN, "只能取消自己提交的任务。", "You may call off only jobs of your own.");
    }
    if (!ledger.cancel(id, asker.name())) {
      return job;
    }
    workers.calledOff(id);
    return known(id);
  }

  @GetMapping("/api/workspaces/{workspaceId}/jobs")
  List<JobView> jobs(@PathVariable long workspaceId) {
    return ledger.newest(workspaceId, NEWEST);
  }

  private JobView known(long id) {
    JobView job = ledger.find(id).orElseThrow(() -> Refused.notFound("任务", "job"));
    OffsetDateTime ended = job.finishedAt();
    if (ended != null && ended.isBefore(OffsetDateTime.now(ended.getOffset()).minus(kept))) {
      throw new Refused(
          ProblemKind.EXPIRED,
          "任务结束已超过 " + kept.toDays() + " 天，不再提供；它做成的图层或结果仍在。",
          "The job ended more than "
              + kept.toDays()
              + " days ago and is no longer told of; what it made is still there.");
    }
    return job;
  }
}
