package onegrid.io.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.ReadNotice;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.ShapeBuilder;
import onegrid.io.table.TableBuilder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * The light polylines of a DXF in text, as CAD programs have written them since AutoCAD 14. The
 * name of the CAD layer is the only value, in the column {@code Layer}: survey offices put the code
 * of a cell there. Polylines that follow each other on one CAD layer make one feature; one that
 * lies inside another is its hole.
 *
 * <p>Other entities are left out. Files without light polylines and binary DXF are not read here.
 */
final class DxfReader {
  /** How far an arc may lie from the short lines that stand for it. */
  private static final double ARC_TOLERANCE = 0.01;

  private static final int SNIFFED_BYTES = 22;

  /** One ring as it is in the file. */
  private record Ring(String layer, List<Coordinate> places) {}

  private final List<String> lines;
  private final TableBuilder table;
  private final int mostVertices;
  private final List<Ring> feature = new ArrayList<>();
  private int vertices;
  private int arcs;
  private int others;
  private int at;

  private DxfReader(List<String> lines, ReadLimits limits) {
    this.lines = lines;
    this.table = new TableBuilder(limits);
    this.mostVertices = limits.vertices();
  }

  /** Whether it is a DXF in text; of a binary one other programs may know more. */
  static boolean reads(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.US_ASCII);
      return !start.startsWith("AutoCAD Binary DXF");
    }
  }

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    List<String> lines = TextCharset.decode(Files.readAllBytes(file)).lines().toList();
    DxfReader dxf = new DxfReader(lines, limits);
    dxf.document();
    return dxf.table.build(name, "DXF", Optional.empty(), false);
  }

  private void document() {
    boolean inside = false;
    boolean ended = false;
    table.column("Layer");
    while (at + 1 < lines.size() && !ended) {
      int code = code();
      String value = lines.get(at++).strip();
      if (code == 2 && value.equals("ENTITIES")) {
        inside = true;
      } else if (code == 0 && inside) {
        switch (value) {
          case "LWPOLYLINE" -> take(polyline());
          case "ENDSEC" -> inside = false;
          default -> others++;
        }
      }
      ended = code == 0 && value.equals("EOF");
    }
    if (!ended) {
      throw FileRefused.broken("不是完整的 DXF，没有结尾标记 EOF", "not a whole DXF: it lacks its EOF");
    }
    put();
    remarks();
  }

  /** Reads up to the next entity, which is left to read. */
  private Ring polyline() {
    String layer = "";
    boolean closed = false;
    List<double[]> places = new ArrayList<>();
    while (at + 1 < lines.size()) {
      int code = code();
      if (code == 0) {
        at--;
        break;
      }
      String value = lines.get(at++).strip();
      switch (code) {
        case 8 -> layer = value;
        case 70 -> closed = ((int) number(value) & 1) == 1;
        case 10 -> places.add(new double[] {number(value), Double.NaN, 0});
        case 20 -> last(places)[1] = number(value);
        case 42 -> last(places)[2] = number(value);
        case 38 -> {
          if (number(value) != 0) {
            table.shape().heights();
          }
        }
        default -> {}
      }
    }
    return new Ring(layer, drawn(places, closed));
  }

  private List<Coordinate> drawn(List<double[]> places, boolean closed) {
    List<Coordinate> drawn = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      double[] from = places.get(i);
      drawn.add(new CoordinateXY(from[0], from[1]));
      boolean last = i == places.size() - 1;
      if (from[2] != 0 && (!last || closed)) {
        arcs++;
        arc(from, places.get((i + 1) % places.size()), drawn);
      }
    }
    if (closed && drawn.size() > 2) {
      drawn.add(new CoordinateXY(drawn.get(0).x, drawn.get(0).y));
    }
    vertices += drawn.size();
    if (vertices > mostVertices) {
      throw FileRefused.tooLarge(
          "文件超过 " + mostVertices + " 个顶点，请分批提交",
          "more than " + mostVertices + " vertices in the file; hand it in by parts");
    }
    return drawn;
  }

  /** The places on an arc between its ends; its bulge is the tangent of a quarter of its angle. */
  private static void arc(double[] from, double[] to, List<Coordinate> drawn) {
    double angle = 4 * Math.atan(from[2]);
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double chord = Math.hypot(dx, dy);
    double radius = chord / (2 * Math.sin(Math.abs(angle) / 2));
    if (!Double.isFinite(radius) || radius < ARC_TOLERANCE || radius > 1e7) {
      return;
    }
    double step = 2 * Math.acos(1 - ARC_TOLERANCE / radius);
    int parts = (int) Math.min(200, Math.ceil(Math.abs(angle) / step));
    double toCentre = chord / (2 * Math.tan(angle / 2));
    double cx = (from[0] + to[0]) / 2 - toCentre * dy / chord;
    double cy = (from[1] + to[1]) / 2 + toCentre * dx / chord;
    double start = Math.atan2(from[1] - cy, from[0] - cx);
    for (int i = 1; i < parts; i++) {
      double turn = start + angle * i / parts;
      drawn.add(new CoordinateXY(cx + radius * Math.cos(turn), cy + radius * Math.sin(turn)));
    }
  }

  private void take(Ring ring) {
    boolean same =
        !feature.isEmpty()
            && feature.get(0).layer().equals(ring.layer())
            && feature.stream().noneMatch(known -> known.places().equals(ring.places()));
    if (!same) {
      put();
    }
    feature.add(ring);
  }

  private void put() {
    if (feature.isEmpty()) {
      return;
    }
    table.beginFeature();
    ShapeBuilder shape = table.shape();
    feature.sort(Comparator.comparingDouble((Ring ring) -> size(ring.places())).reversed());
    for (int i = 0; i < feature.size(); i++) {
      List<Coordinate> places = feature.get(i).places();
      int around = 0;
      for (int j = 0; j < i; j++) {
        around += surrounds(feature.get(j).places(), places) ? 1 : 0;
      }
      // The heap wants shells clockwise and holes the other way.
      boolean back = places.size() > 2 && isLeftTurning(places) != (around % 2 == 1);
      for (int k = 0; k < places.size(); k++) {
        Coordinate each = places.get(back ? places.size() - 1 - k : k);
        shape.vertex(each.x, each.y);
      }
      shape.endRing();
    }
    shape.endHeap();
    table.value("Layer", feature.get(0).layer());
    table.endFeature();
    feature.clear();
  }

  private void remarks() {
    if (arcs > 0) {
      table.notice(
          ReadNotice.of(
              FindingCode.ARCS_DENSIFIED,
              0,
              new Words("图中有 " + arcs + " 段圆弧", "the drawing has arcs: " + arcs),
              new Words("已加密为折线，误差不超过 1 厘米", "made into short lines, a centimetre off at most")));
    }
    if (others > 0) {
      table.notice(
          ReadNotice.of(
              FindingCode.GEOMETRY_NOT_AREA,
              0,
              new Words(
                  "有 " + others + " 个图元不是轻量多段线（LWPOLYLINE）",
                  "entities that are no light polylines: " + others),
              new Words("未读入", "left out")));
    }
  }

  private int code() {
    String text = lines.get(at++).strip();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw unreadable(text, e);
    }
  }

  private double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw unreadable(text, e);
    }
  }

  private double[] last(List<double[]> places) {
    if (places.isEmpty()) {
      throw unreadable("20", null);
    }
    return places.get(places.size() - 1);
  }

  private FileRefused unreadable(String text, @Nullable Exception cause) {
    String shown = text.substring(0, Math.min(30, text.length()));
    FileRefused refused =
        FileRefused.broken(
            "第 " + at + " 行看不懂：" + shown, "line " + at + " of the DXF cannot be read: " + shown);
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }

  private static double size(List<Coordinate> places) {
    double size = 0;
    for (int i = 0; i < places.size(); i++) {
      Coordinate a = places.get(i);
      Coordinate b = places.get((i + 1) % places.size());
      size += (a.x - places.get(0).x) * (b.y - a.y) - (a.y - places.get(0).y) * (b.x - a.x);
    }
    return Math.abs(size);
  }

  private static boolean isLeftTurning(List<Coordinate> places) {
    return places.size() > 3 && Orientation.isCCWArea(ring(places));
  }

  private static boolean surrounds(List<Coordinate> outer, List<Coordinate> inner) {
    return outer.size() > 2
        && !inner.isEmpty()
        && PointLocation.isInRing(inner.get(0), ring(outer));
  }

  private static Coordinate[] ring(List<Coordinate> places) {
    List<Coordinate> closed = new ArrayList<>(places);
    if (!closed.get(0).equals2D(closed.get(closed.size() - 1))) {
      closed.add(closed.get(0));
    }
    return closed.toArray(new Coordinate[0]);
  }
}
