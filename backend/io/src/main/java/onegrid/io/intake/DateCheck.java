package onegrid.io.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;

/**
 * Values that are written as a date and are none, such as 30 February. A value is a date when its
 * whole text is one, of this century or the last; in columns that are called so, eight digits are
 * too.
 */
final class DateCheck {
  private static final Pattern WHOLE =
      Pattern.compile("((?:19|20)\\d{2})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]\\d.*)?");
  private static final Pattern WITHOUT_YEAR = Pattern.compile("()(\\d{1,2})月(\\d{1,2})日");
  private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern CALLED_SO = Pattern.compile("(?i).*(日期|时间|date)|(?i)date.*");
  private static final int LONGEST = 40;

  /** A date without a year may be of a leap year. */
  private static final int LEAP_YEAR = 2000;

  private DateCheck() {}

  static List<Finding> check(FeatureTable table, String layer) {
    List<Finding> findings = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      boolean calledSo = CALLED_SO.matcher(table.columns().get(column)).matches();
      for (FeatureRow row : table.rows()) {
        String text = row.values().get(column);
        if (isImpossible(text, calledSo)) {
          findings.add(finding(layer, row.number(), table.columns().get(column), text));
        }
      }
    }
    return findings;
  }

  private static boolean isImpossible(String text, boolean calledSo) {
    if (text.length() < 4 || text.length() > LONGEST || !Character.isDigit(text.charAt(0))) {
      return false;
    }
    Matcher date = WHOLE.matcher(text);
    if (!date.matches()) {
      date = WITHOUT_YEAR.matcher(text);
    }
    if (!date.matches() && calledSo) {
      date = DIGITS.matcher(text);
    }
    if (!date.matches()) {
      return false;
    }
    int year = date.group(1).isEmpty() ? LEAP_YEAR : Integer.parseInt(date.group(1));
    int month = Integer.parseInt(date.group(2));
    int day = Integer.parseInt(date.group(3));
    return month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth();
  }

  private static Finding finding(String layer, int feature, String column, String text) {
    return new Finding(
        FindingCode.DATE_IMPOSSIBLE,
        layer,
        "",
        feature,
        Optional.empty(),
        new Words(
            "第 " + feature + " 个要素的“" + column + "”没有这一天：" + text,
            "feature " + feature + ": \"" + column + "\" is no day there is: " + text),
        new Words("照样读入，请核对", "read as it is; please check"));
  }
}
