package onegrid.server.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import onegrid.sample.Handover;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A layer as a CAD drawing (DXF in text): one light polyline a ring, the code as the name of its
 * CAD layer, the zone's number in front of the eastings.
 */
final class HandoverDrawing {
  /** Every so many vertices a bend is drawn as an arc. */
  private static final int ARC_EVERY = 9;

  private static final double LEAST_BULGE = 0.02;
  private static final double MOST_BULGE = 0.3;

  private final BufferedWriter out;
  private final Handover handover;
  private final double eastMetres;

  private HandoverDrawing(BufferedWriter out, Handover handover, double eastMetres) {
    this.out = out;
    this.handover = handover;
    this.eastMetres = eastMetres;
  }

  /**
   * Writes it.
   *
   * @param zone the number that is put in front of eastings, perhaps the wrong one
   */
  static void write(Path file, SampleLayer layer, int zone) throws IOException {
    Handover handover = layer.handover();
    try (BufferedWriter out = Files.newBufferedWriter(file, Charset.forName(handover.charset()))) {
      HandoverDrawing drawing = new HandoverDrawing(out, handover, zone * 1e6);
      drawing.pair(999, SampleCity.NOTICE_ZH);
      drawing.pair(0, "SECTION");
      drawing.pair(2, "HEADER");
      drawing.pair(9, "$ACADVER");
      drawing.pair(1, "AC1015");
      drawing.pair(9, "$DWGCODEPAGE");
      drawing.pair(3, "ANSI_936");
      drawing.pair(0, "ENDSEC");
      drawing.pair(0, "SECTION");
      drawing.pair(2, "ENTITIES");
      for (SampleCell cell : layer.cells()) {
        drawing.cell(cell);
      }
      drawing.pair(0, "ENDSEC");
      drawing.pair(0, "EOF");
    }
  }

  private void cell(SampleCell cell) throws IOException {
    Geometry shape = cell.geometry();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        ring(cell.code(), polygon.getExteriorRing());
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          ring(cell.code(), polygon.getInteriorRingN(h));
        }
      }
    }
  }

  private void ring(String code, LinearRing ring) throws IOException {
    Coordinate[] at = ring.getCoordinates();
    int n = at.length - 1;
    pair(0, "LWPOLYLINE");
    pair(8, code);
    if (Double.isFinite(at[0].getZ())) {
      pair(38, metres(at[0].getZ()));
    }
    pair(70, handover.ringsUnclosed() ? "0" : "1");
    for (int i = 0; i < n; i++) {
      pair(10, metres(at[i].x + eastMetres));
      pair(20, metres(at[i].y));
      if (handover.arcs() && i % ARC_EVERY == 1 && i + 2 < n) {
        double bulge = bulge(at[i], at[i + 1], at[i + 2]);
        if (Math.abs(bulge) > LEAST_BULGE && Math.abs(bulge) < MOST_BULGE) {
          pair(42, String.format(Locale.ROOT, "%.12f", bulge));
          i++; // The arc passes through the vertex that it replaces.
        }
      }
    }
  }

  /** Of the arc from {@code a} through {@code b} to {@code c}; positive when it turns left. */
  private static double bulge(Coordinate a, Coordinate b, Coordinate c) {
    double size = Math.tan((Math.PI - Angle.angleBetween(a, b, c)) / 2);
    return Orientation.index(a, b, c) == Orientation.LEFT ? size : -size;
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void pair(int code, String value) throws IOException {
    out.write(code + "\r\n" + value + "\r\n");
  }
}
