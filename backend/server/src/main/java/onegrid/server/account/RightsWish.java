package onegrid.server.account;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import onegrid.store.Role;
import org.jspecify.annotations.Nullable;

/** Checks the rights that an administrator wishes to give. */
final class RightsWish {
  private static final int MOST_DIVISIONS = 50;
  private static final int MOST_DEPARTMENTS = 20;

  private RightsWish() {}

  static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> refused("没有这种角色。", "There is no such role."));
  }

  static TreeSet<String> divisions(@Nullable List<@Nullable String> given) {
    TreeSet<String> codes = new TreeSet<>();
    for (String code : given == null ? List.<@Nullable String>of() : given) {
      if (code == null || !code.matches("[0-9]{2,15}")) {
        throw refused("区划代码须是 2 到 15 位数字。", "The code of a division has 2 to 15 digits.");
      }
      codes.add(code);
    }
    if (codes.size() > MOST_DIVISIONS) {
      throw refused("区划过多，请改用上级区划。", "Too many divisions; name the one above them.");
    }
    return codes;
  }

  static TreeSet<String> departments(@Nullable List<@Nullable String> given) {
    TreeSet<String> names = new TreeSet<>();
    for (String name : given == null ? List.<@Nullable String>of() : given) {
      names.add(PlainName.of(name == null ? "" : name));
    }
    if (names.size() > MOST_DEPARTMENTS) {
      throw refused("部门过多。", "Too many departments.");
    }
    return names;
  }

  private static Refused refused(String zh, String en) {
    return new Refused(ProblemKind.UNPROCESSABLE, zh, en);
  }
}
