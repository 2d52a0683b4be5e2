package onegrid.server.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import onegrid.finding.Words;

/**
 * What to say when a disk does not do what it should: it is nobody's input and no fault of ours.
 */
final class DiskTrouble {
  private DiskTrouble() {}

  /** The words, when a disk is the reason of a failure. */
  static Optional<Words> words(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String said = String.valueOf(at.getMessage());
      if (!(at instanceof IOException)) {
        continue;
      }
      if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
        return Optional.of(
            new Words(
                "磁盘已满，没有写出任何结果；请清理后重试，或用 --out 换一个磁盘",
                "the disk is full and nothing was written; make room, or choose another disk with"
                    + " --out"));
      }
      if (said.contains("Read-only file system") || at instanceof AccessDeniedException) {
        return Optional.of(new Words("没有权限读写：" + said, "no permission to read or write: " + said));
      }
      if (at instanceof FileSystemException) {
        return Optional.of(new Words("磁盘读写失败：" + said, "a disk failed: " + said));
      }
    }
    return Optional.empty();
  }
}
