package onegrid.io.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.TableBuilder;

/**
 * Rows of a sheet as features: the shape from a column of WKT (or of boundary places), or from a
 * pair of columns with longitude and latitude.
 */
final class SheetRows {
  private static final Set<String> SHAPE_NAMES =
      Set.of(
          "wkt",
          "geometry",
          "geom",
          "the_geom",
          "shape",
          "polygon",
          "图形",
          "边界",
          "范围",
          "坐标串",
          "界址点");
  private static final Set<String> X_NAMES =
      Set.of("lon", "lng", "long", "longitude", "x", "经度", "东坐标");
  private static final Set<String> Y_NAMES = Set.of("lat", "latitude", "y", "纬度", "北坐标");
  private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+[0-9]+");
  private static final Pattern CODE_NAME = Pattern.compile("(?i)code|编码|代码|编号|^id$");

  private final TableBuilder table;
  private final List<String> heading;
  private final int shapeColumn;
  private final int xColumn;
  private final int yColumn;

  SheetRows(List<String> rawHeading, ReadLimits limits) {
    this.heading = rawHeading.stream().map(String::strip).toList();
    this.table = new TableBuilder(limits);
    this.shapeColumn = find(SHAPE_NAMES);
    this.xColumn = find(X_NAMES);
    this.yColumn = find(Y_NAMES);
    if (shapeColumn < 0 && (xColumn < 0 || yColumn < 0)) {
      String shown = String.join(", ", heading.subList(0, Math.min(12, heading.size())));
      throw FileRefused.needsAnswer(
          "表里没有图形列：需要 wkt（或 边界）列，或 lon、lat（经度、纬度）两列；现有列：" + shown,
          "the sheet has no shape: it needs a column wkt, or columns lon and lat; it has: "
              + shown);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < heading.size(); i++) {
      if (!heading.get(i).isEmpty() && !isShape(i)) {
        if (!seen.add(heading.get(i))) {
          throw FileRefused.broken(
              "表头有两列都叫“" + heading.get(i) + "”",
              "two columns are called \"" + heading.get(i) + "\"");
        }
        table.column(heading.get(i));
      }
    }
  }

  /** One row; {@code line} is what people count in the sheet. */
  void add(List<String> values, int line) {
    table.beginFeature();
    for (int i = 0; i < values.size() && i < heading.size(); i++) {
      String value = values.get(i).strip();
      if (heading.get(i).isEmpty() || isShape(i) || value.isEmpty()) {
        continue;
      }
      table.value(heading.get(i), value);
      if (CODE_NAME.matcher(heading.get(i)).find() && SCIENTIFIC.matcher(value).matches()) {
        table.notice(
            ReadNotice.of(
                FindingCode.NUMBER_UNREADABLE,
                table.feature(),
                new Words(
                    "第 " + line + " 行的“" + heading.get(i) + "”是科学计数 " + value + "，编码的末几位已丢失",
                    "line "
                        + line
                        + ": \""
                        + heading.get(i)
                        + "\" is "
                        + value
                        + "; the last digits of the code are lost"),
                new Words(
                    "照样读入；请在表格里把该列设为文本后重交",
                    "read as it is; make the column text and hand it in again")));
      }
    }
    if (shapeColumn >= 0 && shapeColumn < values.size() && !values.get(shapeColumn).isBlank()) {
      WktShapes.read(values.get(shapeColumn), table.feature(), table.shape());
    } else if (xColumn >= 0 && yColumn >= 0) {
      point(values, line);
    }
    table.endFeature();
  }

  FeatureTable build(String name, String format) {
    boolean degrees = xColumn >= 0 && isDegreeName(heading.get(xColumn));
    return table.build(name, format, Optional.empty(), degrees);
  }

  private void point(List<String> values, int line) {
    String x = xColumn < values.size() ? values.get(xColumn).strip() : "";
    String y = yColumn < values.size() ? values.get(yColumn).strip() : "";
    if (x.isEmpty() && y.isEmpty()) {
      return;
    }
    try {
      double east = Double.parseDouble(x);
      double north = Double.parseDouble(y);
      if (Double.isFinite(east) && Double.isFinite(north)) {
        table.shape().point(east, north);
        return;
      }
    } catch (NumberFormatException e) {
      // Said below, together with the infinite ones.
    }
    table.notice(
        ReadNotice.of(
            FindingCode.NUMBER_UNREADABLE,
            table.feature(),
            new Words(
                "第 " + line + " 行的坐标不是数字：" + x + ", " + y,
                "line " + line + ": the place is no number: " + x + ", " + y),
            new Words("未读入该行", "the row was left out")));
  }

  private boolean isShape(int column) {
    return column == shapeColumn || column == xColumn || column == yColumn;
  }

  private static boolean isDegreeName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("lon") || lower.equals("lng") || lower.equals("经度");
  }

  private int find(Set<String> names) {
    for (int i = 0; i < heading.size(); i++) {
      if (names.contains(heading.get(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
