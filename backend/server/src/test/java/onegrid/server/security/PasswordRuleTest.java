package onegrid.server.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import onegrid.server.problem.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "admin123",
        "12345678",
        "1234567890",
        "password123",
        "Passw0rd!!!!",
        "qwertyuiop12",
        "woaini1314520",
        "aaaaaaaaaaaa",
        "li-lei-2026-x",
        "春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏秋冬一"
      })
  void weakOnesAreRefused(String password) {
    Refused refused =
        assertThrows(Refused.class, () -> PasswordRule.check(password, "li-lei"), password);
    assertEquals(422, refused.problem().status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery", "梧桐-leaf-42-雨", "kV9-tram-otter"})
  void goodOnesPass(String password) {
    assertDoesNotThrow(() -> PasswordRule.check(password, "li-lei"));
  }
}
