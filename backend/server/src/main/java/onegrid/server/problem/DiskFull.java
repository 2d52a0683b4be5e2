package onegrid.server.problem;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether something went wrong because a disk of the server is full. */
final class DiskFull {
  private DiskFull() {}

  /** Linux and Java have no class for it; the words are those of the C library. */
  static boolean causes(@Nullable Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      String said = String.valueOf(at.getMessage());
      if (at instanceof IOException
          && (said.contains("No space left on device") || said.contains("Disk quota exceeded"))) {
        return true;
      }
    }
    return false;
  }
}
