package onegrid.merge;

import java.util.concurrent.CancellationException;

/**
 * Ends the work of a thread whose merge was called off. Long loops ask at every turn: it costs a
 * nanosecond.
 */
final class CallOff {
  private CallOff() {}

  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("merge called off");
    }
  }
}
