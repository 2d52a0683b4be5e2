package onegrid.server.security;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;

/**
 * What a password must be: long enough, not one that everyone knows, not the name. Nothing is asked
 * about capitals and signs: they make passwords that people write on paper.
 */
final class PasswordRule {
  private static final int SHORTEST = 10;

  /** Of 72 bytes and more, bcrypt would drop the rest in silence. */
  private static final int LONGEST_BYTES = 72;

  private static final int FEWEST_DIFFERENT = 5;

  /** Stems of the passwords most often seen in leaks that are long enough to pass otherwise. */
  private static final Set<String> KNOWN =
      Set.of(
          "password",
          "passw0rd",
          "p@ssw0rd",
          "p@ssword",
          "admin",
          "administrator",
          "qwerty",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "1qaz2wsx",
          "1qaz2wsx3edc",
          "1q2w3e4r5t",
          "qazwsxedc",
          "woaini",
          "woaini1314",
          "iloveyou",
          "letmein",
          "welcome",
          "onegrid",
          "wangge",
          "changeme",
          "abcdefg",
          "abcdefghij",
          "aa",
          "a",
          "abc",
          "qq",
          "root",
          "test",
          "user",
          "guest");

  private static final String RUNS = "01234567890123456789 98765432109876543210";

  private PasswordRule() {}

  /** Refuses a password that is too weak for the account called {@code name}. */
  static void check(String password, String name) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw weak("密码至少 10 个字符。", "A password has at least 10 characters.");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      throw weak("密码太长，最多 72 字节（约 24 个汉字）。", "A password has at most 72 bytes.");
    }
    String plain = password.toLowerCase(Locale.ROOT).strip();
    if (plain.contains(name.toLowerCase(Locale.ROOT).strip())) {
      throw weak("密码中不能含有用户名。", "The password may not hold the name.");
    }
    if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT || isKnown(plain)) {
      throw weak("这个密码太常见，请换一个。", "This password is too well known; choose another.");
    }
  }

  /** A known word with digits and signs before or behind it, or a run of digits. */
  private static boolean isKnown(String plain) {
    String stem = plain.replaceAll("^[\\d\\W_]+|[\\d\\W_]+$", "");
    return KNOWN.contains(plain)
        || KNOWN.contains(stem)
        || stem.isEmpty() && RUNS.contains(plain.replaceAll("\\D", ""));
  }

  private static Refused weak(String zh, String en) {
    return new Refused(ProblemKind.WEAK_PASSWORD, zh, en);
  }
}
