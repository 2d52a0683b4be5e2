package onegrid.server.layer;

import java.util.List;
import java.util.Optional;
import onegrid.io.FileRefused;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.PlacedFinding;

/** Says a refusal of the readers the way HTTP does. */
final class FileRefusal {
  private FileRefusal() {}

  static Refused of(FileRefused e) {
    ProblemKind kind =
        switch (e.reason()) {
          case BROKEN, NEEDS_ANSWER -> ProblemKind.FILE_REFUSED;
          case TOO_LARGE -> ProblemKind.TOO_LARGE;
          case UNSUPPORTED -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
        };
    // A refused file has no frame yet, so its findings have no place on the map.
    List<FindingView> findings =
        e.findings().stream()
            .map(
                f ->
                    FindingView.of(
                        new PlacedFinding(
                            f.code(),
                            f.layer(),
                            f.sourceCode(),
                            f.feature(),
                            Optional.empty(),
                            f.words(),
                            f.action())))
            .toList();
    return new Refused(kind, e.words(), findings);
  }
}
