package onegrid.store;

import java.util.Optional;

/**
 * What came of using a set-up token.
 *
 * @param outcome whether it was good
 * @param account the administrator that was made, when it was
 */
public record SetupUse(Outcome outcome, Optional<Account> account) {

  /** How good a token was. */
  public enum Outcome {
    DONE,
    /** No such token was ever offered. */
    UNKNOWN,
    EXPIRED,
    /** It was used before, or an account exists already. */
    USED
  }
}
