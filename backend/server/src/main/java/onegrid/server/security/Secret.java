package onegrid.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;

/** Random secrets of 256 bits, which need no slow hash: of them only the SHA-256 is kept. */
public final class Secret {
  private static final int BYTES = 32;
  private static final StringKeyGenerator RANDOM =
      new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), BYTES);

  private Secret() {}

  /** A new one: 43 letters that may stand in an address. */
  public static String random() {
    return RANDOM.generateKey();
  }

  /** What is kept of it. */
  public static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
