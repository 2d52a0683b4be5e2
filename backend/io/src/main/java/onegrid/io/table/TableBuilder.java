package onegrid.io.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import onegrid.io.crs.SourceCrs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where a reader puts features one by one. Not for several threads. */
public final class TableBuilder {
  private static final int MOST_COLUMNS = 2_000;

  private final ReadLimits limits;
  private final ShapeBuilder shape;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Geometry> shapes = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<@Nullable String[]> values = new ArrayList<>();
  private final List<ReadNotice> notices = new ArrayList<>();
  private @Nullable String[] current = new @Nullable String[16];
  private int feature;

  public TableBuilder(ReadLimits limits) {
    this.limits = limits;
    this.shape = new ShapeBuilder(limits, notices);
  }

  /** Begins the next feature. */
  public void beginFeature() {
    feature++;
    if (feature > limits.features()) {
      throw FileRefused.tooLarge(
          "要素超过 " + limits.features() + " 个，请分批提交",
          "more than " + limits.features() + " features; hand it in by parts");
    }
    shape.begin(feature);
    Arrays.fill(current, null);
  }

  /** The number of the feature that was begun last. */
  public int feature() {
    return feature;
  }

  /** Where the shape of the feature goes. */
  public ShapeBuilder shape() {
    return shape;
  }

  /** Declares a column, so that it exists though no feature has a value for it. */
  public int column(String name) {
    Integer known = columns.get(name);
    if (known != null) {
      return known;
    }
    if (columns.size() == MOST_COLUMNS) {
      throw FileRefused.tooLarge(
          "属性列超过 " + MOST_COLUMNS + " 个", "more than " + MOST_COLUMNS + " columns");
    }
    columns.put(name, columns.size());
    return columns.size() - 1;
  }

  /** A value of the feature. */
  public void value(String name, String text) {
    value(column(name), text);
  }

  /** A value of the feature. */
  public void value(int column, String text) {
    if (text.length() > limits.textLength()) {
      throw FileRefused.tooLarge(
          "第 " + feature + " 个要素有一项属性超过 " + limits.textLength() + " 字",
          "feature " + feature + " has a value longer than " + limits.textLength() + " characters");
    }
    if (column >= current.length) {
      current = Arrays.copyOf(current, Math.max(column + 1, current.length * 2));
    }
    current[column] = text.strip();
  }

  /** Ends the feature; one without a usable shape is noted and left out. */
  public void endFeature() {
    Optional<Geometry> built = shape.build();
    if (built.isPresent()) {
      refuseTangle(built.get());
      shapes.add(built.get());
      numbers.add(feature);
      values.add(Arrays.copyOf(current, columns.size()));
    } else {
      boolean other = shape.sawOtherKind();
      notices.add(
          ReadNotice.of(
              other ? FindingCode.GEOMETRY_NOT_AREA : FindingCode.GEOMETRY_EMPTY,
              feature,
              other
                  ? new Words(
                      "第 " + feature + " 个要素不是面", "feature " + feature + " is not a polygon")
                  : new Words(
                      "第 " + feature + " 个要素没有图形", "feature " + feature + " has no geometry"),
              new Words("未读入该要素", "the feature was left out")));
    }
  }

  private void refuseTangle(Geometry built) {
    Coordinate at = Crossings.beyondLimit(built);
    if (at != null) {
      throw FileRefused.broken(
          "第 "
              + feature
              + " 个要素的边界自相交超过 "
              + Crossings.LIMIT
              + " 次（在 "
              + at.x
              + ", "
              + at.y
              + " 附近），无法修复，请重画",
          "feature "
              + feature
              + " crosses itself more than "
              + Crossings.LIMIT
              + " times (near "
              + at.x
              + ", "
              + at.y
              + "): beyond repair, draw it again");
    }
  }

  public void notice(ReadNotice notice) {
    notices.add(notice);
  }

  /**
   * The table, its personal columns dropped.
   *
   * @throws FileRefused if no feature has a usable shape
   */
  public FeatureTable build(
      String fileName, String format, Optional<SourceCrs> stated, boolean degreesByFormat) {
    if (shapes.isEmpty()) {
      throw FileRefused.broken(
          feature == 0 ? "文件里一个要素也没有" : "文件里的 " + feature + " 个要素都没有可用的面或点",
          feature == 0
              ? "the file holds no feature"
              : "none of the " + feature + " features has a usable polygon or point");
    }
    List<String> names = List.copyOf(columns.keySet());
    PersonalColumns personal = PersonalColumns.among(names, values);
    notices.addAll(personal.notices());
    List<FeatureRow> rows = new ArrayList<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      rows.add(new FeatureRow(numbers.get(i), shapes.get(i), personal.kept(values.get(i))));
    }
    return new FeatureTable(
        fileName, format, personal.keptNames(), rows, stated, degreesByFormat, notices);
  }
}
