package onegrid.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
  private final LoginThrottle throttle = new LoginThrottle();

  @Test
  void tenFailuresInAMinuteAreEnoughForOneNameFromOnePlace() {
    for (int i = 0; i < 10; i++) {
      assertEquals(Optional.empty(), throttle.wait("10.0.0.1", "Wang"));
      throttle.failed("10.0.0.1", "wang");
    }
    Duration wait = throttle.wait("10.0.0.1", "WANG").orElseThrow();
    assertTrue(wait.toSeconds() >= 59 && wait.toSeconds() <= 61, wait.toString());
    // Someone elsewhere cannot be locked out by that.
    assertEquals(Optional.empty(), throttle.wait("10.0.0.2", "wang"));
    assertEquals(Optional.empty(), throttle.wait("10.0.0.1", "li"));
  }

  @Test
  void manyNamesFromOnePlaceCountTogether() {
    for (int i = 0; i < 60; i++) {
      throttle.failed("10.0.0.1", "name" + i);
    }
    assertTrue(throttle.wait("10.0.0.1", "other").isPresent());
  }

  @Test
  void signingInForgivesTheFailuresOfThatName() {
    for (int i = 0; i < 10; i++) {
      throttle.failed("10.0.0.1", "wang");
    }
    throttle.succeeded("10.0.0.1", "wang");
    assertEquals(Optional.empty(), throttle.wait("10.0.0.1", "wang"));
  }
}
