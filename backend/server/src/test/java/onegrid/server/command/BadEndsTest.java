package onegrid.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import onegrid.io.crs.SourceCrs;
import onegrid.io.write.ShapefileZip;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Bad ends: one clear sentence, Chinese first, the right exit code, nothing half-written. */
class BadEndsTest {
  private static final String SOUND =
      "{\"type\":\"FeatureCollection\",\"features\":["
          + feature(
              "A", "Polygon", "[[[118.3,35],[118.31,35],[118.31,35.01],[118.3,35.01],[118.3,35]]]")
          + ","
          + feature(
              "B",
              "Polygon",
              "[[[118.31,35],[118.32,35],[118.32,35.01],[118.31,35.01],[118.31,35]]]")
          + "]}";

  @TempDir private Path folder = Path.of("");
  private Path sound = Path.of("");

  @BeforeEach
  void write() throws IOException {
    sound = text("sound.geojson", SOUND);
  }

  @Test
  void missingEmptyAndBroken() throws IOException {
    refused(folder.resolve("nowhere.geojson"), "没有这个文件");
    refused(text("empty.geojson", ""), "文件是空的");
    refused(text("cut.geojson", SOUND.substring(0, SOUND.length() / 2)), "截断");
    refused(text("nan.geojson", SOUND.replace("118.31", "NaN")), "JSON");
    refused(text("far.geojson", SOUND.replace("118.31", "1e308")), "不是有效数字或超出范围");
    refused(text("none.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}"), "一个要素也没有");
    refused(text("a.docx", "x"), "不认识");
    refused(text("cut.dxf", "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n"), "EOF");
  }

  @Test
  void folderForAFile() throws IOException {
    refused(folder, "这是一个目录");
    refused(Files.createDirectory(folder.resolve("x.geojson")), "这是一个目录");
    refused(Path.of("/"), "这是一个目录");
  }

  @Test
  void archives() throws IOException {
    refused(bytes("empty.zip", zip("", new byte[0])), "压缩包是空的");
    refused(text("text.zip", "no zip"), "不是完好的 zip");
    refused(bytes("bomb.zip", zip("a.shp", new byte[40_000_000])), "压缩比异常");
    refused(bytes("slip.zip", zip("../../evil.shp", new byte[9])), "越出目录");
    byte[] twice = zip("b.zip", zip("c.zip", zip("d.shp", new byte[9])));
    refused(bytes("thrice.zip", twice), "压缩包里没有 .shp");
    byte[] locked = zip("a.geojson", SOUND.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i + 8 < locked.length; i++) { // The flag that says: encrypted.
      boolean local = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 3;
      boolean central = locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1;
      if (local || central) {
        locked[i + (local ? 6 : 8)] |= 1;
      }
    }
    refused(bytes("locked.zip", locked), "设有密码");
  }

  @Test
  void cutShapefile() throws IOException {
    Path whole = folder.resolve("whole.zip");
    ShapefileZip.of(
            "a",
            List.of("code"),
            List.of(
                new ShapefileZip.Row(
                    new GeometryFactory().toGeometry(new Envelope(118.3, 118.31, 35, 35.01)),
                    List.of("一"))),
            StandardCharsets.UTF_8)
        .in(SourceCrs.prj(4490))
        .write(whole);
    assertEquals(Exit.DONE, new Terminal().run("check", whole));
    byte[] shp;
    byte[] dbf;
    try (ZipFile zip = new ZipFile(whole.toFile())) {
      shp = zip.getInputStream(zip.getEntry("a.shp")).readAllBytes();
      dbf = zip.getInputStream(zip.getEntry("a.dbf")).readAllBytes();
    }
    bytes("b.dbf", dbf);
    refused(bytes("b.shp", Arrays.copyOf(shp, shp.length - 20)), "截断");
    bytes("c.dbf", Arrays.copyOf(dbf, dbf.length - 60));
    refused(bytes("c.shp", shp), ".dbf 已损坏或被截断");
    refused(bytes("d.shp", shp), "缺少 .dbf");
  }

  @Test
  void mixedGeometryIsReadAndSaid() throws IOException {
    String mixed =
        SOUND.substring(0, SOUND.length() - 2)
            + ","
            + feature("P", "Point", "[118.305,35.005]")
            + ","
            + feature("L", "LineString", "[[118.3,35],[118.31,35.01]]")
            + "]}";
    Path out = folder.resolve("out");
    Terminal terminal = new Terminal();
    assertEquals(
        Exit.NEEDS_DECISION, merge(terminal, text("mixed.geojson", mixed), out), terminal.said());
    String findings = Files.readString(out.resolve("findings.csv"));
    assertTrue(findings.contains("是点，不是面") && findings.contains("第 4 个要素不是面"), findings);
  }

  @Test
  void outputThatCannotBe() throws IOException {
    Path file = text("file", "x");
    Set<Path> before = everything();
    for (Path out : new Path[] {file, file.resolve("below"), Path.of("/proc/onegrid")}) {
      Terminal terminal = new Terminal();
      assertEquals(Exit.REFUSED, merge(terminal, sound, out), terminal.said());
      assertTrue(terminal.said().contains("结果目录"), terminal.said());
      assertFalse(terminal.said().contains("读取"), "it is said before the work: " + terminal.said());
    }
    assertEquals(before, everything());
  }

  @Test
  void resultsOfOneKindReplaceEachOtherAndMixWithNoOther() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(Exit.DONE, merge(new Terminal(), sound, out));
    assertEquals(Exit.DONE, merge(new Terminal(), sound, out));
    Set<Path> before = everything();
    Terminal sample = new Terminal();
    assertEquals(Exit.REFUSED, sample.run("sample", "--out", out), sample.said());
    assertTrue(sample.said().contains("已有别的文件"), sample.said());
    Terminal merge = new Terminal();
    assertEquals(Exit.REFUSED, merge(merge, sound, folder), merge.said());
    assertTrue(merge.said().contains("已有别的文件"), merge.said());
    assertEquals(before, everything());
  }

  /** A real full disk: a file system of a few pages. */
  @Test
  void fullDisk() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=48k", "tmpfs", disk.toString()) == 0,
        "磁盘已满的测试需要 root 才能挂载小磁盘，已跳过 / skipped: mounting a small disk needs root");
    try {
      Files.write(disk.resolve("ballast"), new byte[36 * 1024]);
      Set<Path> before = everything();
      Terminal terminal = new Terminal();
      assertEquals(Exit.REFUSED, merge(terminal, sound, disk.resolve("out")), terminal.said());
      assertTrue(terminal.said().contains("磁盘已满"), terminal.said());
      Terminal sample = new Terminal();
      assertEquals(Exit.REFUSED, sample.run("sample", "--out", disk.resolve("s")), sample.said());
      assertTrue(sample.said().contains("磁盘已满"), sample.said());
      assertEquals(before, everything());
    } finally {
      assertEquals(0, run("umount", disk.toString()), "a file on the full disk was left open");
    }
  }

  private void refused(Path layer, String words) throws IOException {
    Set<Path> before = everything();
    Terminal terminal = new Terminal();
    assertEquals(
        Exit.REFUSED, merge(terminal, layer, folder.resolve("out")), layer + terminal.said());
    assertTrue(terminal.said().contains(words), terminal.said());
    assertFalse(terminal.said().contains("\tat "), terminal.said());
    assertEquals(before, everything());
    assertEquals(Exit.REFUSED, new Terminal().run("check", layer));
  }

  private int merge(Terminal terminal, Path layer, Path out) {
    return terminal.run("merge", "--area", sound, "--layer", "甲=" + layer, "--out", out);
  }

  private Set<Path> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return new TreeSet<>(files.toList());
    }
  }

  private Path text(String name, String content) throws IOException {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static String feature(String code, String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{\"code\":\""
        + code
        + "\"},\"geometry\":{\"type\":\""
        + type
        + "\",\"coordinates\":"
        + coordinates
        + "}}";
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      if (!name.isEmpty()) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
