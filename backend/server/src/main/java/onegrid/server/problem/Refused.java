package onegrid.server.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Words;

/** A request or a job that is refused, with what to tell the person who asked. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Optional<Duration> retryAfter;

  private Refused(Problem problem, Optional<Duration> retryAfter) {
    super(problem.detailEn());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public Refused(ProblemKind kind, String zh, String en) {
    this(Problem.of(kind, new Words(zh, en)), Optional.empty());
  }

  public Refused(ProblemKind kind, Words words, List<FindingView> findings) {
    this(Problem.of(kind, words, findings), Optional.empty());
  }

  /** The same refusal, which may be another answer after a while. */
  public Refused after(Duration wait) {
    return new Refused(problem, Optional.of(wait));
  }

  /** Something that does not exist, or that the asker may not know of. */
  public static Refused notFound(String zh, String en) {
    return new Refused(ProblemKind.NOT_FOUND, "没有这个" + zh + "。", "There is no such " + en + ".");
  }

  public Problem problem() {
    return problem;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
