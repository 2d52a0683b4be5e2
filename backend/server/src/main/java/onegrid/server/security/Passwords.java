package onegrid.server.security;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the hashes of passwords. Slow on purpose; two at a time leave room to others.
 */
@Component
public class Passwords {
  private static final int AT_ONCE = 2;

  /** About 0.2 s on the machines of 2026. */
  private static final int BCRYPT_ROUNDS_LOG2 = 12;

  /** Of a password that nobody has and nobody knows; as dear to compare with as any other. */
  private static final String HASH_OF_NOBODY =
      "$2a$12$PnOumORepJej3FqKhl26YOEyqrdUlf1PpEebwqL1uTgx/LzZ79dD2";

  private final PasswordEncoder encoder = new BCryptPasswordEncoder(BCRYPT_ROUNDS_LOG2);
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /**
   * The hash of a new password.
   *
   * @throws onegrid.server.problem.Refused if it is too weak for the account called {@code name}
   */
  public String hash(String password, String name) {
    PasswordRule.check(password, name);
    turns.acquireUninterruptibly();
    try {
      return encode(password);
    } finally {
      turns.release();
    }
  }

  /** Whether a password belongs to a hash; takes as long when there is no hash to compare with. */
  public boolean matches(String password, Optional<String> hash) {
    turns.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash.orElse(HASH_OF_NOBODY)) && hash.isPresent();
    } finally {
      turns.release();
    }
  }

  private String encode(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }
}
