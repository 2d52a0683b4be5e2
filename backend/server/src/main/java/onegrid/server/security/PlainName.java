package onegrid.server.security;

import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;

/** The gate for names that people type: short, visible, and written the way they read. */
public final class PlainName {
  private static final int LONGEST = 80;

  private PlainName() {}

  /**
   * The name without blanks around it.
   *
   * @throws Refused if it is empty, longer than 80 characters, or holds a control character, a
   *     direction override or a character of no width
   */
  public static String of(String given) {
    String name = given.strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "名称须为 1 到 " + LONGEST + " 个字。",
          "A name has 1 to " + LONGEST + " characters.");
    }
    if (name.codePoints().anyMatch(PlainName::isHidden)) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "名称中有不可见或改变文字方向的字符，请重新输入。",
          "The name holds invisible characters or ones that turn the text around; type it again.");
    }
    return name;
  }

  /** Text of unknown origin, with what cannot be seen taken out. */
  public static String stripped(String text) {
    return text.codePoints()
        .filter(c -> !isHidden(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
