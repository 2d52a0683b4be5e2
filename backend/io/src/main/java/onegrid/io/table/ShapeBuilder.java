package onegrid.io.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * The one gate that every coordinate of every format passes: finite, in range, counted.
 *
 * <p>Rings that are open are closed and noted, heights are noted, rings of fewer than three places
 * are left out and noted. Rings that cross themselves are kept as they are.
 */
public final class ShapeBuilder {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final ReadLimits limits;
  private final List<ReadNotice> notices;
  private final List<Polygon> polygons = new ArrayList<>();
  private final List<LinearRing> rings = new ArrayList<>();
  private final List<LineString> lines = new ArrayList<>();
  private double[] open = new double[256];
  private int length;
  private int vertices;
  private int verticesOfFeature;
  private int feature;
  private boolean otherKind;
  private boolean heightsNoted;
  private Optional<Geometry> point = Optional.empty();

  ShapeBuilder(ReadLimits limits, List<ReadNotice> notices) {
    this.limits = limits;
    this.notices = notices;
  }

  void begin(int newFeature) {
    feature = newFeature;
    polygons.clear();
    rings.clear();
    lines.clear();
    length = 0;
    verticesOfFeature = 0;
    otherKind = false;
    point = Optional.empty();
  }

  /** One place of the ring being drawn. */
  public void vertex(double x, double y) {
    checked(x, y);
    if (++verticesOfFeature > limits.verticesOfFeature()) {
      throw FileRefused.tooLarge(
          "第 " + feature + " 个要素超过 " + limits.verticesOfFeature() + " 个顶点，请先抽稀",
          "feature " + feature + " has more than " + limits.verticesOfFeature() + " vertices");
    }
    if (++vertices > limits.vertices()) {
      throw FileRefused.tooLarge(
          "文件超过 " + limits.vertices() + " 个顶点，请分批提交",
          "more than " + limits.vertices() + " vertices in the file; hand it in by parts");
    }
    if (length + 4 > open.length) {
      open = Arrays.copyOf(open, open.length * 2);
    }
    open[length++] = x;
    open[length++] = y;
  }

  /** Ends the ring; the first ring of a polygon is its shell. */
  public void endRing() {
    int n = length;
    length = 0;
    if (n == 0) {
      return;
    }
    boolean closed = n > 2 && open[0] == open[n - 2] && open[1] == open[n - 1];
    if ((closed ? n - 2 : n) < 6) {
      notices.add(
          new ReadNotice(
              FindingCode.CELL_TOO_SMALL,
              feature,
              open[0],
              open[1],
              new Words("第 " + feature + " 个要素有一个环不足三个点", "a ring of fewer than three places"),
              new Words("未读入该环", "the ring was left out")));
      return;
    }
    if (!closed) {
      notices.add(
          new ReadNotice(
              FindingCode.RING_NOT_CLOSED,
              feature,
              open[n - 2],
              open[n - 1],
              new Words("第 " + feature + " 个要素的环首尾不相接", "a ring whose ends do not meet"),
              new Words("已用直线闭合", "closed by a straight line")));
      open[n++] = open[0];
      open[n++] = open[1];
    }
    rings.add(
        GEOMETRIES.createLinearRing(
            new PackedCoordinateSequence.Double(Arrays.copyOf(open, n), 2, 0)));
  }

  /** Ends the polygon that the rings since the last one make. */
  public void endPolygon() {
    if (!rings.isEmpty()) {
      polygons.add(
          GEOMETRIES.createPolygon(
              rings.get(0), rings.subList(1, rings.size()).toArray(new LinearRing[0])));
      rings.clear();
    }
  }

  /** Ends polygons whose rings came in one heap, shells and holes told apart by their turn. */
  public void endHeap() {
    for (Polygon polygon : RingHeap.sort(rings)) {
      polygons.add(polygon);
    }
    rings.clear();
  }

  /** Whether lines are taken; otherwise they are another kind. */
  public boolean takesLines() {
    return limits.lines();
  }

  /** Ends a line made of the vertices since the last end. */
  public void endLine() {
    if (length >= 4) {
      lines.add(
          GEOMETRIES.createLineString(
              new PackedCoordinateSequence.Double(Arrays.copyOf(open, length), 2, 0)));
    }
    length = 0;
  }

  /** The feature is a point. */
  public void point(double x, double y) {
    checked(x, y);
    vertices++;
    point =
        Optional.of(
            GEOMETRIES.createPoint(new PackedCoordinateSequence.Double(new double[] {x, y}, 2, 0)));
  }

  /** The feature has something that is neither area nor point. */
  public void otherKind() {
    otherKind = true;
    length = 0;
    rings.clear();
  }

  /** The feature has heights or measures. */
  public void heights() {
    if (!heightsNoted) {
      heightsNoted = true;
      notices.add(
          ReadNotice.of(
              FindingCode.HEIGHTS_DROPPED,
              feature,
              new Words(
                  "从第 " + feature + " 个要素起带有高程或量测值",
                  "heights or measures from feature " + feature + " on"),
              new Words("已忽略，只用平面位置", "dropped; only the place on the map is used")));
    }
  }

  boolean sawOtherKind() {
    return otherKind;
  }

  Optional<Geometry> build() {
    if (polygons.isEmpty() && !lines.isEmpty()) {
      return Optional.of(
          lines.size() == 1
              ? lines.get(0)
              : GEOMETRIES.createMultiLineString(lines.toArray(new LineString[0])));
    }
    if (polygons.isEmpty()) {
      return point;
    }
    return Optional.of(
        polygons.size() == 1
            ? polygons.get(0)
            : GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0])));
  }

  private void checked(double x, double y) {
    if (!(Math.abs(x) <= ReadLimits.LARGEST_COORDINATE
        && Math.abs(y) <= ReadLimits.LARGEST_COORDINATE)) {
      throw FileRefused.broken(
          "第 " + feature + " 个要素的坐标不是有效数字或超出范围：" + x + ", " + y,
          "feature "
              + feature
              + " has a coordinate that is no number or out of range: "
              + x
              + ", "
              + y);
    }
  }
}
