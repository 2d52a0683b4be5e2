package onegrid.server.job;

import java.util.function.Supplier;
import onegrid.store.JobKind;

/** One sort of long work. A bean of this type is found by its name. */
public interface JobWork {

  /** Stands with every job of this sort in the database; never changed. */
  String name();

  /** What people see the job as. */
  JobKind kind();

  /**
   * Works out what a job's order asks for, and keeps nothing yet. May be called again for the same
   * job after a server was lost.
   *
   * @return how to keep what came of it: called once, in the transaction that ends the job, so that
   *     a job has its whole effect or none
   * @throws onegrid.server.problem.Refused when the input does not allow it: the job fails with
   *     that problem
   * @throws JobStopped when {@code run} said so
   */
  Supplier<JobResult> run(JobRun run);

  /** Told when a job has ended for good, to clear away what its order left on disk. */
  default void ended(String order) {}
}
