package onegrid.server.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Datum;
import onegrid.io.crs.SourceCrs;
import onegrid.io.write.Csv;
import onegrid.io.write.GeoJsonWriter;
import onegrid.io.write.Outbox;
import onegrid.io.write.ShapefileZip;
import onegrid.sample.Handover;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file of one department's layer, written the way that its {@link Handover} tells, mistakes
 * included.
 */
final class HandoverFiles {
  private static final int ZONE_OF_4534 = 25;

  private final SampleCity city;
  private final CrsGate gate;
  private final Outbox outbox;

  HandoverFiles(SampleCity city, CrsGate gate, Outbox outbox) {
    this.city = city;
    this.gate = gate;
    this.outbox = outbox;
  }

  /** Its name: {@code layer1.geojson} and so on. */
  static String name(int number, SampleLayer layer) {
    String kind =
        switch (layer.handover().format()) {
          case GEOJSON -> "geojson";
          case SHAPEFILE -> "zip";
          case CSV -> "csv";
          case DXF -> "dxf";
        };
    return "layer" + number + "." + kind;
  }

  /** The column of codes, where it is not called so. */
  static String codeField(SampleLayer layer) {
    return layer.handover().format() == Handover.Format.DXF ? "Layer" : "code";
  }

  /** Whether the file can be read only when somebody says what it is in. */
  static boolean needsCrs(SampleLayer layer) {
    Handover handover = layer.handover();
    return handover.format() == Handover.Format.CSV && handover.declaredEpsg().isEmpty()
        || handover.format() == Handover.Format.SHAPEFILE
            && handover.declaredEpsg().orElse(0) == SourceCrs.lonLat().epsgCode().orElseThrow();
  }

  void write(int number, SampleLayer layer) throws IOException {
    Path file = outbox.file(name(number, layer));
    Handover handover = layer.handover();
    switch (handover.format()) {
      case SHAPEFILE -> shapefile(file, number, layer);
      case CSV -> table(file, layer);
      case DXF ->
          HandoverDrawing.write(
              file, layer, handover.declaredEpsg().orElse(city.epsgCode()) - 4534 + ZONE_OF_4534);
      case GEOJSON -> {
        if (handover.axesSwapped()) {
          swapped(file, layer);
        } else {
          plain(file, layer);
        }
      }
    }
  }

  private void plain(Path file, SampleLayer layer) throws IOException {
    Datum datum = Datum.valueOf(layer.datum().name());
    try (GeoJsonWriter out = GeoJsonWriter.withNotice(file, gate, datum, SampleText.NOTICE)) {
      for (SampleCell cell : layer.cells()) {
        out.begin(cell.geometry()).value("code", cell.code()).value("name", cell.name()).end();
      }
    }
  }

  /** North before east, in few decimals, as a table of a survey office becomes a GeoJSON. */
  private void swapped(Path file, SampleLayer layer) throws IOException {
    JsonMapper json = JsonMapper.shared();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"notice\":");
      out.write(json.writeValueAsString(SampleText.NOTICE));
      out.write(",\"features\":[");
      String separator = "\n";
      for (SampleCell cell : layer.cells()) {
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", swapped(cell.geometry(), layer.handover()));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("code", cell.code());
        properties.put("name", cell.name());
        feature.put("properties", properties);
        out.write(separator + json.writeValueAsString(feature));
        separator = ",\n";
      }
      out.write("]}\n");
    }
  }

  private Map<String, Object> swapped(Geometry shape, Handover handover) {
    double scale = Math.pow(10, handover.degreeDecimals().orElse(9));
    List<List<List<double[]>>> polygons = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(swapped(polygon.getExteriorRing().getCoordinates(), scale));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          rings.add(swapped(polygon.getInteriorRingN(h).getCoordinates(), scale));
        }
        polygons.add(rings);
      }
    }
    Map<String, Object> geometry = new LinkedHashMap<>();
    boolean many = polygons.size() > 1;
    geometry.put("type", many ? "MultiPolygon" : "Polygon");
    geometry.put("coordinates", polygons.isEmpty() ? List.of() : many ? polygons : polygons.get(0));
    return geometry;
  }

  private List<double[]> swapped(Coordinate[] ring, double scale) {
    List<double[]> positions = new ArrayList<>();
    for (Coordinate at : ring) {
      double[] degrees = gate.toDegrees(at.x, at.y);
      positions.add(
          new double[] {
            Math.rint(degrees[1] * scale) / scale, Math.rint(degrees[0] * scale) / scale
          });
    }
    return positions;
  }

  private void shapefile(Path file, int number, SampleLayer layer) throws IOException {
    Handover handover = layer.handover();
    Charset charset = Charset.forName(handover.charset());
    ShapefileZip zip =
        ShapefileZip.of(
            "layer" + number,
            List.of("code", "name"),
            layer.cells().stream()
                .map(c -> new ShapefileZip.Row(c.geometry(), List.of(c.code(), c.name())))
                .toList(),
            charset);
    if (handover.charsetDeclared()) {
      zip.stating(charset);
    }
    handover.declaredEpsg().ifPresent(epsg -> zip.in(SourceCrs.prj(epsg)));
    zip.with("READ-ME.txt", SampleText.NOTICE.getBytes(StandardCharsets.UTF_8));
    zip.write(file);
    if (!handover.charsetDeclared()) {
      // Mailed on once more: an archive inside an archive.
      byte[] inner = Files.readAllBytes(file);
      ShapefileZip.write(file, Map.of("layer" + number + ".zip", inner));
    }
  }

  /**
   * Metres without a zone; a second code as a spreadsheet leaves it when it takes it for a number.
   */
  private void table(Path file, SampleLayer layer) throws IOException {
    WKTWriter wkt = new WKTWriter(2);
    wkt.setPrecisionModel(new PrecisionModel(100));
    try (Csv out = new Csv(file, "code", "name", "统一编号", "wkt", "note")) {
      int number = 0;
      for (SampleCell cell : layer.cells()) {
        out.text(cell.code()).text(cell.name());
        double unified =
            Double.parseDouble(city.preset().countyCode() + "001001") * 1000 + ++number;
        out.text(
            layer.handover().codesAsNumbers()
                ? String.format(Locale.ROOT, "%.5E", unified)
                : String.format(Locale.ROOT, "%.0f", unified));
        out.text(cell.geometry().isEmpty() ? "" : wkt.write(cell.geometry()));
        out.text(SampleText.MADE_UP).endRow();
      }
    }
  }
}
