package onegrid.server.mosaic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onegrid.geo.LocalFrame;
import onegrid.io.write.MergeFiles;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.Refused;
import onegrid.store.MosaicStore;
import onegrid.store.StoredMosaic;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files of a kept merge, the same as the command line writes. A mosaic never changes, so each
 * file is written once, when it is first asked for, and kept in the data folder.
 */
@Component
class MosaicFiles {
  private static final String REPORT = "report.json";
  private static final Set<String> NAMES =
      Set.of("units.geojson", "crosswalk.csv", "conflicts.geojson", "findings.csv", REPORT);

  private final MosaicStore mosaics;
  private final WorkspaceStore workspaces;
  private final Path folder;

  MosaicFiles(MosaicStore mosaics, WorkspaceStore workspaces, @Value("${onegrid.data}") Path data) {
    this.mosaics = mosaics;
    this.workspaces = workspaces;
    this.folder = data.resolve("mosaics");
  }

  /**
   * A file, ready to be sent.
   *
   * @throws Refused if there is no such mosaic or no such file
   */
  Path file(long id, String name) {
    if (!NAMES.contains(name)) {
      throw Refused.notFound("文件", "file");
    }
    StoredMosaic mosaic = mosaics.find(id).orElseThrow(() -> Refused.notFound("合并结果", "mosaic"));
    // The time tells mosaics of one number apart when a database was set up anew.
    Path file = folder.resolve(id + "-" + mosaic.createdAt().toEpochMilli()).resolve(name);
    if (!Files.exists(file)) {
      try {
        write(mosaic, name, file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file;
  }

  private void write(StoredMosaic mosaic, String name, Path file) throws IOException {
    Path parent = folder.resolve(String.valueOf(file.getName(file.getNameCount() - 2)));
    Files.createDirectories(parent);
    Path unfinished = Files.createTempFile(parent, name, ".part");
    try {
      Optional<String> report =
          name.equals(REPORT) ? mosaics.reportJson(mosaic.id()) : Optional.empty();
      if (report.isPresent()) {
        Files.writeString(unfinished, report.get());
      } else {
        FrameShapes frame = frame(mosaic);
        MergeFiles.writeOne(
            name,
            new StoredGround(mosaics, frame).read(mosaic),
            frame.gate(),
            List.of(),
            unfinished);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private FrameShapes frame(StoredMosaic mosaic) {
    OptionalInt epsg =
        workspaces
            .find(mosaic.workspaceId())
            .map(Workspace::epsg)
            .orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    return FrameShapes.of(
        new LocalFrame(
            epsg.orElseThrow(
                () -> new IllegalStateException("mosaic " + mosaic.id() + " without a frame"))));
  }
}
