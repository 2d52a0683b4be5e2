package onegrid.io.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.layer.DepartmentCell;
import org.locationtech.jts.geom.Coordinate;

/** Which column holds the codes, and which ones could. */
public final class CodeField {
  private static final List<String> CODES = List.of("code", "编码", "网格编码", "社区编码", "网格编号", "代码");

  static final List<String> NAMES = List.of("name", "名称", "网格名称", "社区名称");

  private static final int MOST_SUGGESTED = 6;

  private CodeField() {}

  /**
   * The column of the codes; none for a table without any columns.
   *
   * @throws FileRefused if there are columns but not this one; names those that would do
   */
  static OptionalInt find(FeatureTable table, Optional<String> field) {
    OptionalInt found = field.isPresent() ? table.column(field.get()) : table.firstColumn(CODES);
    if (found.isPresent() || (field.isEmpty() && table.columns().isEmpty())) {
      return found;
    }
    String wanted = field.orElse("code");
    List<String> would = candidates(table);
    String all =
        String.join(", ", table.columns().subList(0, Math.min(30, table.columns().size())));
    throw FileRefused.needsAnswer(
            "没有名为“"
                + wanted
                + "”的编码列；现有列："
                + all
                + (would.isEmpty() ? "" : "；其中各行互不相同、可作编码的：" + String.join(", ", would))
                + "。请用 --code 图层=列名（管辖范围用 --area-code 列名）指定",
            "no column \""
                + wanted
                + "\" for the codes; there are: "
                + all
                + (would.isEmpty() ? "" : "; different in every row: " + String.join(", ", would))
                + ". Name it with --code LAYER=FIELD (for the area --area-code FIELD)")
        .of(table.fileName());
  }

  /** Whether a column is named as codes are. */
  public static boolean isPresent(FeatureTable table) {
    return table.firstColumn(CODES).isPresent();
  }

  /** Columns that could be codes: filled and different in every row, and no measurements. */
  public static List<String> candidates(FeatureTable table) {
    List<String> candidates = new ArrayList<>();
    for (int c = 0; c < table.columns().size() && candidates.size() < MOST_SUGGESTED; c++) {
      Set<String> seen = new HashSet<>();
      boolean fits = true;
      for (FeatureRow row : table.rows()) {
        String value = row.values().get(c);
        fits =
            !value.isEmpty() && !value.matches("[-+]?[0-9]*\\.[0-9]+([eE].*)?") && seen.add(value);
        if (!fits) {
          break;
        }
      }
      if (fits) {
        candidates.add(table.columns().get(c));
      }
    }
    return candidates;
  }

  static List<Finding> repeated(
      String layer, Map<String, List<Integer>> featuresByCode, List<DepartmentCell> cells) {
    List<Finding> findings = new ArrayList<>();
    featuresByCode.forEach(
        (code, features) -> {
          if (features.size() > 1) {
            String rows =
                String.join(", ", features.stream().limit(10).map(String::valueOf).toList());
            findings.add(
                new Finding(
                    FindingCode.CODE_REPEATED,
                    layer,
                    code,
                    features.get(0),
                    spot(cells, features.get(0)),
                    new Words(
                        "编码“" + code + "”出现 " + features.size() + " 次（第 " + rows + " 个要素）",
                        "code \""
                            + code
                            + "\" stands in "
                            + features.size()
                            + " features: "
                            + rows),
                    new Words("当作同一网格的几部分", "taken as parts of one cell")));
          }
        });
    return findings;
  }

  private static Optional<Spot> spot(List<DepartmentCell> cells, int feature) {
    for (DepartmentCell cell : cells) {
      if (cell.feature() == feature) {
        Coordinate at = cell.shape().getCoordinate();
        return Optional.of(new Spot(at.x, at.y));
      }
    }
    return Optional.empty();
  }
}
