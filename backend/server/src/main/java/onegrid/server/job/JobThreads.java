package onegrid.server.job;

import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import onegrid.server.pool.WatchedPool;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** Tells threads that do jobs from threads that answer requests: they wait differently. */
public final class JobThreads {
  private static final ThreadLocal<Boolean> IN_JOB = ThreadLocal.withInitial(() -> false);

  private JobThreads() {}

  /** Does some work as a job does its: with the patient pool. */
  public static <T> T inJob(Supplier<T> work) {
    boolean before = IN_JOB.get();
    IN_JOB.set(true);
    try {
      return work.get();
    } finally {
      IN_JOB.set(before);
    }
  }

  /** A data source that asks one pool for requests and another for jobs; closing closes both. */
  public static DataSource routed(WatchedPool requests, WatchedPool jobs) {
    return new Routed(requests, jobs);
  }

  private static final class Routed extends AbstractRoutingDataSource implements AutoCloseable {
    private final WatchedPool requests;
    private final WatchedPool jobs;

    Routed(WatchedPool requests, WatchedPool jobs) {
      this.requests = requests;
      this.jobs = jobs;
      setTargetDataSources(Map.of(true, jobs, false, requests));
      afterPropertiesSet();
    }

    @Override
    protected Object determineCurrentLookupKey() {
      return IN_JOB.get();
    }

    @Override
    public void close() {
      requests.close();
      jobs.close();
    }
  }
}
