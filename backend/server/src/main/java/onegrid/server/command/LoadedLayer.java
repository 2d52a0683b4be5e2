package onegrid.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.io.intake.TablePlace;
import onegrid.io.write.InputFile;

/** A file that was read for a merge, before its report is written. */
record LoadedLayer(String role, String name, Path path, TablePlace place) {

  InputFile input(String crs, String codeField, List<Finding> findings) throws IOException {
    return new InputFile(
        role,
        name,
        place.table().fileName(),
        place.table().format(),
        crs,
        codeField,
        place.table().rows().size(),
        place.table().vertices(),
        Files.isRegularFile(path) ? Files.size(path) : 0,
        InputFile.sha256(path),
        findings);
  }
}
