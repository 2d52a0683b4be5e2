package onegrid.server.coverage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import onegrid.server.problem.Refused;
import onegrid.store.CoverageStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of an answer, as they were written with it. */
@RestController
class CoverageFileController {
  private static final String ALL = "all.zip";

  private final CoverageStore coverages;

  CoverageFileController(CoverageStore coverages) {
    this.coverages = coverages;
  }

  @GetMapping("/api/coverages/{id}/files/{name}")
  ResponseEntity<byte[]> download(@PathVariable long id, @PathVariable String name) {
    if (coverages.find(id).isEmpty()) {
      throw Refused.notFound("覆盖结果", "coverage");
    }
    byte[] file = name.equals(ALL) ? all(id) : one(id, name);
    ContentDisposition attachment =
        ContentDisposition.attachment()
            .filename("onegrid-coverage-" + id + "-" + name, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(type(name))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(file);
  }

  private byte[] one(long id, String name) {
    return coverages.file(id, name).orElseThrow(() -> Refused.notFound("文件", "file"));
  }

  /** What was written together, together. */
  private byte[] all(long id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : coverages.files(id)) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(one(id, name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MediaType type(String name) {
    if (name.equals(ALL)) {
      return new MediaType("application", "zip");
    }
    if (name.endsWith(".csv")) {
      return new MediaType("text", "csv", StandardCharsets.UTF_8);
    }
    if (name.endsWith(".xlsx")) {
      return new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
    return name.endsWith(".geojson")
        ? new MediaType("application", "geo+json")
        : MediaType.APPLICATION_JSON;
  }
}
