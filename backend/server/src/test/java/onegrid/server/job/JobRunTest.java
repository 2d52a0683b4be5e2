package onegrid.server.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobRunTest {
  private final JobRun run = new JobRun(7, 1, "{}", "test");

  @Test
  void workBesideGivesWhatItMadeOrThrew() {
    assertEquals("made", run.beside(() -> "made"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            run.beside(
                () -> {
                  throw new IllegalArgumentException("no");
                }));
  }

  @Test
  void aRunThatIsCalledOffLeavesItsWorkWithinASecond() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread person =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              run.stop(JobRun.Stop.CANCELLED);
            });
    person.start();
    long start = System.nanoTime();
    assertThrows(
        JobStopped.class,
        () ->
            run.beside(
                () -> {
                  begun.countDown();
                  try {
                    return end.await(10, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    return false;
                  }
                }));
    double seconds = (System.nanoTime() - start) / 1e9;
    end.countDown();
    person.join();
    assertTrue(seconds < 5, seconds + " s, though the work would have taken ten");
  }
}
