package onegrid.io.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.ReadNotice;
import org.jspecify.annotations.Nullable;

/**
 * Columns that tell of persons: by their heading, or by what stands in them. They are dropped
 * before anything is kept.
 *
 * <p>An identity number is 18 digits with a birth date in the middle and a valid check digit (GB
 * 11643); grid codes of 15 to 20 digits lack one or the other, so a column is dropped only when
 * half of its values pass. A telephone is 11 digits from 13 to 19, unless the column is named as a
 * code or all its values begin alike, as codes do.
 */
final class PersonalColumns {
  private static final Pattern HEADING =
      Pattern.compile(
          "姓名|身份证|证件号|公民身份|手机|电话|联系方式|联系人|户主|居民|负责人|责任人|网格员|网格长|楼长|出生|民族|宗教|病"
              + "|^(id_?card|id_?no|identity.*|phone.*|mobile.*|tel|telephone|cell_?phone|full_?name"
              + "|person.*|first_?name|last_?name|contact.*|head_of_household|birth.*)$");
  private static final Pattern COUNT_HEADING = Pattern.compile("数$|数量|人数|户数|个数|count$|编码|代码|编号");
  private static final Pattern CODE_HEADING =
      Pattern.compile("code|编码|代码|编号|网格|社区|^id$|fid|geoid|区划");
  private static final Pattern IDENTITY =
      Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9A-Za-z])");
  private static final Pattern TELEPHONE = Pattern.compile("^(\\+?86[- ]?)?1[3-9][0-9]{9}$");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";

  private final List<Integer> keptColumns = new ArrayList<>();
  private final List<String> keptNames = new ArrayList<>();
  private final List<ReadNotice> notices = new ArrayList<>();

  private PersonalColumns() {}

  static PersonalColumns among(List<String> names, List<@Nullable String[]> rows) {
    PersonalColumns found = new PersonalColumns();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (isPersonal(name, column, rows)) {
        found.notices.add(
            ReadNotice.of(
                FindingCode.PERSONAL_COLUMN_DROPPED,
                0,
                new Words("“" + name + "”列像是个人信息", "column \"" + name + "\" looks personal"),
                new Words("已丢弃，不读入也不保存", "dropped: neither read nor kept")));
      } else {
        found.keptColumns.add(column);
        found.keptNames.add(name);
      }
    }
    return found;
  }

  List<String> keptNames() {
    return keptNames;
  }

  List<ReadNotice> notices() {
    return notices;
  }

  List<String> kept(@Nullable String[] row) {
    String[] kept = new String[keptColumns.size()];
    for (int i = 0; i < kept.length; i++) {
      int column = keptColumns.get(i);
      String value = column < row.length ? row[column] : null;
      kept[i] = value == null ? "" : value;
    }
    return List.of(kept);
  }

  private static boolean isPersonal(String name, int column, List<@Nullable String[]> rows) {
    String heading = name.strip().toLowerCase(Locale.ROOT);
    if (HEADING.matcher(heading).find() && !COUNT_HEADING.matcher(heading).find()) {
      return true;
    }
    int filled = 0;
    int identities = 0;
    int telephones = 0;
    String prefix = "";
    boolean alike = true;
    for (@Nullable String[] row : rows) {
      String value = column < row.length ? row[column] : null;
      if (value == null || value.isEmpty()) {
        continue;
      }
      filled++;
      identities += holdsIdentity(value) ? 1 : 0;
      telephones += isTelephone(value) ? 1 : 0;
      String start = value.substring(0, Math.min(4, value.length()));
      prefix = prefix.isEmpty() ? start : prefix;
      alike &= start.equals(prefix);
    }
    if (identities > 0 && 2 * identities >= filled) {
      return true;
    }
    return telephones > 0
        && 2 * telephones >= filled
        && !(alike && filled > 1)
        && !CODE_HEADING.matcher(heading).find();
  }

  private static boolean isTelephone(String value) {
    return value.length() >= 11 && value.length() <= 15 && TELEPHONE.matcher(value).matches();
  }

  private static boolean holdsIdentity(String value) {
    if (value.length() < 18) {
      return false;
    }
    Matcher m = IDENTITY.matcher(value);
    while (m.find()) {
      if (isIdentity(m.group())) {
        return true;
      }
    }
    return false;
  }

  static boolean isIdentity(String digits) {
    int year = Integer.parseInt(digits.substring(6, 10));
    int month = Integer.parseInt(digits.substring(10, 12));
    int day = Integer.parseInt(digits.substring(12, 14));
    if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11) == Character.toUpperCase(digits.charAt(17));
  }
}
