package onegrid.server.job;

import onegrid.finding.Words;
import onegrid.server.problem.DatabaseAway;
import onegrid.server.problem.Problem;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out one claimed job, and writes how it ended. */
final class JobEnd {
  private static final Logger LOG = LoggerFactory.getLogger(JobEnd.class);

  private final JobLedger ledger;
  private final JobWork work;
  private final JobHold hold;

  JobEnd(JobLedger ledger, JobWork work, JobHold hold) {
    this.ledger = ledger;
    this.work = work;
    this.hold = hold;
  }

  void carryOut() {
    JobRun run = hold.run();
    long start = System.nanoTime();
    try {
      end(ledger.done(hold, work.run(run)));
      LOG.info("job {} {} done in {} s", run.id(), hold.work(), (System.nanoTime() - start) / 1e9);
    } catch (JobStopped stopped) {
      stopped(run.stop());
    } catch (Refused refused) {
      end(ledger.failed(hold, refused.problem()));
      LOG.info("job {} {} refused: {}", run.id(), hold.work(), refused.problem().type());
    } catch (OutOfMemoryError e) {
      LOG.error("job {} {} ran out of memory", run.id(), hold.work());
      fail(
          ProblemKind.TOO_LARGE,
          "数据量超过本服务器内存，没有保存。请拆分后再试，或增加内存。",
          "More data than this server has memory for; nothing was kept. Split it, or add memory.");
    } catch (RuntimeException e) {
      if (run.stop() != JobRun.Stop.NONE) {
        stopped(run.stop());
      } else if (DatabaseAway.causes(e)) {
        LOG.warn("job {} {} given back, database away", run.id(), hold.work());
        ledger.giveBack(hold);
      } else {
        LOG.error("job {} {} failed", run.id(), hold.work(), e);
        fail(
            ProblemKind.FAULT,
            "处理时服务内部出错，没有保存。已记入日志（任务 " + run.id() + "）。",
            "An internal fault; nothing was kept. It is in the log under job " + run.id() + ".");
      }
    }
  }

  private void stopped(JobRun.Stop reason) {
    LOG.info("job {} {} stopped: {}", hold.run().id(), hold.work(), reason);
    switch (reason) {
      case CANCELLED -> end(ledger.cancelled(hold));
      case CLOSING -> ledger.giveBack(hold);
      case LOST, NONE -> {}
    }
  }

  private void fail(ProblemKind kind, String zh, String en) {
    end(ledger.failed(hold, Problem.of(kind, new Words(zh, en))));
  }

  /** What a job left on disk is cleared away only by the run that ended it. */
  private void end(boolean ended) {
    if (ended) {
      work.ended(hold.run().order());
    }
  }
}
