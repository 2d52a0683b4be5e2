package onegrid.io.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;

/**
 * How codes and names are written. Codes are compared with their own layer only: when nearly all
 * are of one form, the rest are told. Nothing is changed.
 */
final class WrittenForm {
  private static final double NEARLY_ALL = 0.9;
  private static final int COMMUNITY_DIGITS = 12;

  /** CJ/T 349: six digits of object class stand before the community. */
  private static final int CLASS_DIGITS = 6;

  private WrittenForm() {}

  static List<Finding> check(DepartmentLayer layer) {
    List<Finding> findings = new ArrayList<>(forms(layer));
    for (DepartmentCell cell : layer.cells()) {
      String plain = Normalizer.normalize(cell.name(), Normalizer.Form.NFKC);
      if (!digits(plain).equals(digits(cell.name()))) {
        findings.add(
            finding(
                FindingCode.NAME_VARIANT,
                layer,
                cell,
                new Words("名称含全角数字：" + cell.name(), "full-width digits: " + cell.name()),
                new Words("照样读入，宜写作“" + plain + "”", "kept; better \"" + plain + "\"")));
      }
    }
    return findings;
  }

  /** Cells whose code names a community that the area does not have: invented or abolished. */
  static List<Finding> unknownParents(DepartmentLayer layer, DepartmentLayer area) {
    Set<String> known = area.cells().stream().map(DepartmentCell::code).collect(Collectors.toSet());
    if (!known.stream().allMatch(code -> code.matches("[0-9]{12}"))) {
      return List.of();
    }
    for (int from : new int[] {0, CLASS_DIGITS}) {
      List<DepartmentCell> without =
          layer.cells().stream().filter(cell -> !known.contains(parent(cell, from))).toList();
      if (without.size() <= (1 - NEARLY_ALL) * layer.cells().size()) {
        return without.stream()
            .filter(cell -> parent(cell, from).length() == COMMUNITY_DIGITS)
            .map(cell -> unknown(layer, cell, parent(cell, from)))
            .toList();
      }
    }
    return List.of();
  }

  private static Finding unknown(DepartmentLayer layer, DepartmentCell cell, String parent) {
    return finding(
        FindingCode.PARENT_UNKNOWN,
        layer,
        cell,
        new Words(
            "编码中的社区 " + parent + " 不在管辖范围内，可能写错或已撤销",
            "the code names community "
                + parent
                + ", which is not in the area: a slip, or abolished"),
        new Words("编码原样保留，请核对", "kept to the letter; please check"));
  }

  /** The twelve digits of the community; empty when there are no such digits. */
  private static String parent(DepartmentCell cell, int from) {
    String code = cell.code();
    if (code.length() < from + COMMUNITY_DIGITS) {
      return "";
    }
    String part = code.substring(from, from + COMMUNITY_DIGITS);
    return part.chars().allMatch(c -> c >= '0' && c <= '9') ? part : "";
  }

  private static List<Finding> forms(DepartmentLayer layer) {
    Map<String, Integer> counts = new HashMap<>();
    layer.cells().forEach(cell -> counts.merge(form(cell.code()), 1, Integer::sum));
    Map.Entry<String, Integer> most =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    if (counts.size() == 1 || most.getValue() < NEARLY_ALL * layer.cells().size()) {
      return List.of();
    }
    return layer.cells().stream()
        .filter(cell -> !form(cell.code()).equals(most.getKey()) && !cell.code().startsWith("#"))
        .map(
            cell ->
                finding(
                    FindingCode.CODE_FORM,
                    layer,
                    cell,
                    new Words(
                        "编码“" + cell.code() + "”与其余 " + most.getValue() + " 个写法不同",
                        "code \""
                            + cell.code()
                            + "\" is written otherwise than "
                            + most.getValue()
                            + " others"),
                    new Words("编码原样保留，请核对", "kept to the letter; please check")))
        .toList();
  }

  /** What kind of character stands where; runs of digits keep their length from six on. */
  private static String form(String code) {
    String kinds =
        code.replaceAll("[0-9]", "9").replaceAll("[A-Za-z]", "A").replaceAll("\\p{IsHan}+", "汉");
    return kinds.matches(".*9{6,}.*") ? kinds : kinds.replaceAll("9+", "9");
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static Finding finding(
      FindingCode code, DepartmentLayer layer, DepartmentCell cell, Words words, Words action) {
    return new Finding(
        code,
        layer.name(),
        cell.code(),
        cell.feature(),
        Optional.of(TablePlace.spot(cell.shape())),
        words,
        action);
  }
}
