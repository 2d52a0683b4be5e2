package onegrid.io.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onegrid.finding.FindingCode;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** KML, CSV, Excel and GeoPackage, well-formed and not. */
class OtherFormatsTest {
  private final Path folder;

  OtherFormatsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void kmlGivesPlacemarksWithTheirData() throws Exception {
    FeatureTable table =
        FeatureFiles.read(
            write(
                "a.kml",
                """
                <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>doc</name><Folder>
                <Placemark><name>第一网格</name><ExtendedData><Data name="code"><value>01</value></Data>
                <SchemaData><SimpleData name="n">5</SimpleData></SchemaData></ExtendedData>
                <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>
                118,35,0 118.1,35,0 118.1,35.1,0 118,35,0</coordinates></LinearRing></outerBoundaryIs>
                </Polygon></MultiGeometry></Placemark>
                <Placemark><name>线</name><LineString><coordinates>1,2 3,4</coordinates></LineString>
                </Placemark></Folder></Document></kml>"""));
    assertEquals(List.of("name", "code", "n"), table.columns());
    assertEquals(List.of("第一网格", "01", "5"), table.rows().get(0).values());
    assertEquals(4, table.rows().get(0).shape().getNumPoints());
    assertEquals(1, table.rows().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE k [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><kml><Placemark><name>&x;</name></Placemark></kml>",
        "<!DOCTYPE k [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><kml>&b;</kml>",
        "<kml><Placemark>",
        "<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>118 35 x</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>",
        "<kml></kml>",
        "not xml"
      })
  void brokenKmlIsRefused(String text) throws Exception {
    Path file = write("b.kml", text);
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
  }

  @Test
  void deepKmlIsRefused() throws Exception {
    Path file = write("deep.kml", "<kml>" + "<Folder>".repeat(100_000));
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
  }

  @Test
  void csvTakesWktInQuotesAndKeepsCodes() throws Exception {
    FeatureTable table =
        FeatureFiles.read(
            write(
                "a.csv",
                "\uFEFF编码,名称,WKT\r\n0037130200100,\"南关,一\"\"网格\",\"POLYGON((118 35,118.1 35,118.1 35.1))\"\r\n"
                    + "2,b,\"MULTIPOLYGON Z(((1 2 3,4 5 6,7 9 9,1 2 3)))\"\r\n\r\n3,c,\r\n"));
    assertEquals(List.of("0037130200100", "南关,一\"网格"), table.rows().get(0).values());
    assertEquals(4, table.rows().get(0).shape().getNumPoints());
    assertEquals(2, table.rows().size());
    assertTrue(
        table.notices().stream().anyMatch(notice -> notice.code() == FindingCode.GEOMETRY_EMPTY));
  }

  @Test
  void csvTakesPointsInGb18030() throws Exception {
    Path file = folder.resolve("gbk.csv");
    Files.write(
        file,
        "编号;经度;纬度;户数\n一号楼;118.1;35.1;30\n二号楼;坏;35.2;20\n".getBytes(Charset.forName("GB18030")));
    FeatureTable table = FeatureFiles.read(file);
    assertEquals(List.of("一号楼", "30"), table.rows().get(0).values());
    assertEquals("POINT (118.1 35.1)", table.rows().get(0).shape().toText());
    assertTrue(table.degreesByFormat());
    assertEquals(FindingCode.NUMBER_UNREADABLE, table.notices().get(0).code());
  }

  @Test
  void csvTakesBoundaryPlaces() throws Exception {
    FeatureTable table =
        FeatureFiles.read(write("p.csv", "code,边界\n1,\"118,35;118.1,35;118.1,35.1\"\n"));
    assertEquals(0.005, table.rows().get(0).shape().getArea(), 1e-9);
  }

  @Test
  void codesThatASpreadsheetSpoiltAreNoted() throws Exception {
    FeatureTable table =
        FeatureFiles.read(write("s.csv", "code,lon,lat\n3.71302E+14,118.1,35.1\n"));
    assertEquals(FindingCode.NUMBER_UNREADABLE, table.notices().get(0).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n",
        "code,wkt\n1,\"POLYGON((1 2,3\n",
        "code,wkt\n1,POLYGON((1 2,3 4,5 6))\n",
        "code,wkt\n1,\"POLYGON((1 2,3 4,x 6))\"\n",
        "code,wkt\n1,\"CIRCLE(1 2)\"\n",
        "code,wkt\n1,\"POLYGON((1 2,3 4,5 6)) nonsense\"\n",
        "code,code,wkt\n1,2,\n",
        "code,wkt\n1,\"POLYGON((1e400 2,3 4,5 6))\"\n"
      })
  void brokenCsvIsRefused(String text) throws Exception {
    Path file = write("b.csv", text);
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
  }

  @Test
  void deepWktIsRefused() throws Exception {
    Path file = write("d.csv", "code,wkt\n1,\"" + "GEOMETRYCOLLECTION(".repeat(5_000) + "\"\n");
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
  }

  @Test
  void excelCodesKeepFifteenDigitsAndMoreAreNoted() throws Exception {
    Path file = folder.resolve("a.xlsx");
    xlsx(
        file,
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>code</t></is></c><c r=\"B1\" t=\"inlineStr\"><is>"
            + "<t>lon</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>lat</t></is></c></row>"
            + "<row r=\"2\"><c r=\"A2\"><v>371302001001001</v></c><c r=\"B2\"><v>118.1</v></c><c r=\"C2\"><v>35.1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\"><v>3.7130200100100102E+17</v></c><c r=\"B3\"><v>118.2</v></c><c r=\"C3\"><v>35.1</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>=cmd|x</t></is></c><c r=\"B4\"><v>118.3</v></c><c r=\"C4\"><v>35.1</v></c></row>");
    FeatureTable table = FeatureFiles.read(file);
    assertEquals("371302001001001", table.rows().get(0).values().get(0));
    assertEquals(FindingCode.NUMBER_UNREADABLE, table.notices().get(0).code());
    assertEquals(2, table.notices().get(0).feature());
    assertEquals("=cmd|x", table.rows().get(2).values().get(0));
  }

  @Test
  void brokenExcelIsRefused() throws Exception {
    assertThrows(FileRefused.class, () -> FeatureFiles.read(write("t.xlsx", "text")));
    Path file = folder.resolve("e.xlsx");
    xlsx(file, "<row r=\"1\"><c r=\"A1\"><v>");
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
  }

  @Test
  void geoPackageGivesItsOneTable() throws Exception {
    Path file = folder.resolve("a.gpkg");
    Geometry square =
        new WKTReader()
            .read("POLYGON((621000 3882000,621100 3882000,621100 3882100,621000 3882000))");
    gpkg(file, new WKBWriter().write(square));
    FeatureTable table = FeatureFiles.read(file);
    assertEquals(4548, table.statedCrs().orElseThrow().epsgCode().getAsInt());
    assertEquals("01", table.rows().get(0).values().get(table.column("code").getAsInt()));
    assertTrue(table.rows().get(0).shape().equalsExact(square));
  }

  @Test
  void linesOfAGeoPackageAreReadWhereTheyAreAskedFor() throws Exception {
    Path file = folder.resolve("roads.gpkg");
    Geometry street = new WKTReader().read("LINESTRING(621000 3882000,621100 3882000)");
    gpkg(file, new WKBWriter().write(street));
    FeatureTable table = FeatureFiles.read(file, ReadLimits.UPLOAD.withLines());
    assertTrue(table.rows().get(0).shape().equalsExact(street));
    assertThrows(FileRefused.class, () -> FeatureFiles.read(file, ReadLimits.UPLOAD));
  }

  @Test
  void madeUpCountsInWkbAreRefused() throws Exception {
    ByteBuffer wkb = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    wkb.put((byte) 1).putInt(3).putInt(0x7fffffff);
    Path file = folder.resolve("b.gpkg");
    gpkg(file, wkb.array());
    FileRefused refused = assertThrows(FileRefused.class, () -> FeatureFiles.read(file));
    assertTrue(refused.words().zh().contains("第 1 个要素"), refused.words().zh());
    assertThrows(FileRefused.class, () -> FeatureFiles.read(write("c.gpkg", "no database")));
  }

  @Test
  void unknownKindsGetAListOfKnownOnes() throws Exception {
    FileRefused refused =
        assertThrows(FileRefused.class, () -> FeatureFiles.read(write("a.docx", "x")));
    assertEquals(FileRefused.Reason.UNSUPPORTED, refused.reason());
    assertThrows(FileRefused.class, () -> FeatureFiles.read(folder.resolve("missing.geojson")));
    assertThrows(FileRefused.class, () -> FeatureFiles.read(write("empty.geojson", "")));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void gpkg(Path file, byte[] wkb) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      sql.execute("create table gpkg_contents(table_name text, data_type text)");
      sql.execute(
          "create table gpkg_geometry_columns(table_name text, column_name text, srs_id int)");
      sql.execute(
          "create table gpkg_spatial_ref_sys(srs_id int, organization text,"
              + " organization_coordsys_id int, definition text)");
      sql.execute("insert into gpkg_contents values('grid', 'features')");
      sql.execute("insert into gpkg_geometry_columns values('grid', 'geom', 4548)");
      sql.execute("insert into gpkg_spatial_ref_sys values(4548, 'EPSG', 4548, '')");
      sql.execute("create table grid(fid integer primary key, geom blob, code text)");
      try (PreparedStatement insert = db.prepareStatement("insert into grid values(1, ?, '01')")) {
        ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length);
        blob.put(new byte[] {'G', 'P', 0, 1}).order(ByteOrder.LITTLE_ENDIAN).putInt(4548).put(wkb);
        insert.setBytes(1, blob.array());
        insert.execute();
      }
    }
  }

  private static void xlsx(Path file, String rows) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
              + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
              + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
              + "relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      entry(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
              + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
              + "<sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      entry(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
              + rows
              + "</sheetData></worksheet>");
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
