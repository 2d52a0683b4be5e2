package onegrid.io.write;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import onegrid.finding.Finding;
import tools.jackson.core.JsonGenerator;

/**
 * A file that a merge or a coverage read: for its report.
 *
 * @param role area, layer or whole
 * @param layer the name of the layer, empty for whole
 * @param fileName without its folder
 * @param format its kind
 * @param crs what it was read as
 * @param codeField the column of the codes, empty for none
 * @param features how many were read
 * @param vertices how many they have
 * @param bytes the size of the file
 * @param sha256 the hash of the file in hex
 * @param findings what was noticed while reading it
 */
public record InputFile(
    String role,
    String layer,
    String fileName,
    String format,
    String crs,
    String codeField,
    int features,
    int vertices,
    long bytes,
    String sha256,
    List<Finding> findings) {

  public InputFile {
    findings = List.copyOf(findings);
  }

  /** Writes the member {@code inputs} of a report. */
  static void write(List<InputFile> inputs, JsonGenerator json) {
    json.writeName("inputs");
    json.writeStartArray();
    for (InputFile input : inputs) {
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringProperty("role", input.role());
      json.writeStringProperty("layer", input.layer());
      json.writeStringProperty("file", input.fileName());
      json.writeStringProperty("format", input.format());
      json.writeStringProperty("crs", input.crs());
      json.writeStringProperty("codeField", input.codeField());
      json.writeNumberProperty("features", input.features());
      json.writeNumberProperty("vertices", input.vertices());
      json.writeNumberProperty("bytes", input.bytes());
      json.writeStringProperty("sha256", input.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The SHA-256 of a file in hex; of a folder the empty text. */
  public static String sha256(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] block = new byte[1 << 16];
      int n = in.read(block);
      while (n >= 0) {
        digest.update(block, 0, n);
        n = in.read(block);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
