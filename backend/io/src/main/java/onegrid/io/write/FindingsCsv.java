package onegrid.io.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.Spot;
import onegrid.io.crs.CrsGate;

/** Findings as a sheet, one a row. */
public final class FindingsCsv {
  /** A centimetre. */
  private static final int DEGREE_PLACES = 7;

  private FindingsCsv() {}

  /** Writes them in the order given. */
  public static void write(List<Finding> findings, CrsGate gate, Path file) throws IOException {
    try (Csv out =
        new Csv(
            file,
            "code",
            "severity",
            "layer",
            "source_code",
            "lon",
            "lat",
            "words",
            "action",
            "words_en",
            "action_en",
            "feature")) {
      for (Finding finding : findings) {
        out.text(finding.code().name())
            .text(finding.severity().name())
            .text(finding.layer())
            .text(finding.sourceCode());
        if (finding.at().isPresent()) {
          Spot spot = finding.at().get();
          double[] at = gate.toDegrees(spot.eastMetres(), spot.northMetres());
          out.decimal(at[0], DEGREE_PLACES).decimal(at[1], DEGREE_PLACES);
        } else {
          out.none().none();
        }
        out.text(finding.words().zh())
            .text(finding.action().zh())
            .text(finding.words().en())
            .text(finding.action().en());
        if (finding.feature() > 0) {
          out.number(finding.feature());
        } else {
          out.none();
        }
        out.endRow();
      }
    }
  }
}
