package onegrid.io;

import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.Words;

/**
 * A file that was not taken, and nothing of it was: says in plain words what is wrong, where, and
 * what to do.
 */
public final class FileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Of what nature the refusal is. */
  public enum Reason {
    /** The bytes do not make a file of their kind. */
    BROKEN,
    /** It is larger than one run takes. */
    TOO_LARGE,
    /** Its kind is not read here. */
    UNSUPPORTED,
    /** It can be read once a question is answered: which coordinate system, which column. */
    NEEDS_ANSWER
  }

  private final Reason reason;
  private final transient Words words;
  private final transient List<Finding> findings;

  public FileRefused(Reason reason, Words words, List<Finding> findings) {
    super(words.en());
    this.reason = reason;
    this.words = words;
    this.findings = List.copyOf(findings);
  }

  public static FileRefused broken(String zh, String en) {
    return new FileRefused(Reason.BROKEN, new Words(zh, en), List.of());
  }

  public static FileRefused tooLarge(String zh, String en) {
    return new FileRefused(Reason.TOO_LARGE, new Words(zh, en), List.of());
  }

  public static FileRefused unsupported(String zh, String en) {
    return new FileRefused(Reason.UNSUPPORTED, new Words(zh, en), List.of());
  }

  public static FileRefused needsAnswer(String zh, String en) {
    return new FileRefused(Reason.NEEDS_ANSWER, new Words(zh, en), List.of());
  }

  /** The same refusal, with the name of its file in front. */
  public FileRefused of(String fileName) {
    FileRefused named =
        new FileRefused(
            reason, new Words(fileName + ":" + words.zh(), fileName + ": " + words.en()), findings);
    named.initCause(this);
    return named;
  }

  public Reason reason() {
    return reason;
  }

  public Words words() {
    return words;
  }

  /** Places in the file that the refusal is about; may be empty. */
  public List<Finding> findings() {
    return findings;
  }
}
