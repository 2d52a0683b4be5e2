package onegrid.server.mosaic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FileController {
  private final MosaicFiles files;

  FileController(MosaicFiles files) {
    this.files = files;
  }

  @GetMapping("/api/mosaics/{id}/files/{name}")
  ResponseEntity<Resource> download(@PathVariable long id, @PathVariable String name) {
    Path file = files.file(id, name);
    ContentDisposition attachment =
        ContentDisposition.attachment()
            .filename("onegrid-" + id + "-" + name, StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(type(name))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
        .body(new FileSystemResource(file));
  }

  private static MediaType type(String name) {
    if (name.endsWith(".csv")) {
      return new MediaType("text", "csv", StandardCharsets.UTF_8);
    }
    return name.endsWith(".geojson")
        ? new MediaType("application", "geo+json")
        : MediaType.APPLICATION_JSON;
  }
}
