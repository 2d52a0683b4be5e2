package onegrid.server.layer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import onegrid.io.ReadLimits;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.springframework.web.multipart.MultipartFile;

/**
 * Looks over a GeoJSON file before anything is made of it: its letters, and by a scan for one word,
 * at the speed of the disk, the number of its features.
 */
final class FeatureQuota {
  private static final byte[] WORD = "\"geometry\"".getBytes(StandardCharsets.US_ASCII);

  private FeatureQuota() {}

  /**
   * Lets files through that are within the quota.
   *
   * @throws Refused with 413 when one has more features than an upload may have, with 415 when it
   *     is in UTF-16
   */
  static void check(List<MultipartFile> files) {
    check(files, ReadLimits.UPLOAD.features());
  }

  /** As above, with fewer features than an upload may have. */
  static void check(List<MultipartFile> files, int most) {
    for (MultipartFile file : files) {
      String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
      if (name.endsWith("json") && isOver(file, most)) {
        throw new Refused(
            ProblemKind.TOO_LARGE,
            "要素超过 " + most + " 个，请分批提交。",
            "More than " + most + " features; hand it in by parts.");
      }
    }
  }

  private static boolean isOver(MultipartFile file, int most) {
    int found = 0;
    try (InputStream in = new BufferedInputStream(file.getInputStream(), 1 << 16)) {
      int matched = 0;
      int first = in.read();
      if (first == 0xfe || first == 0xff) {
        throw new Refused(
            ProblemKind.UNSUPPORTED_MEDIA_TYPE,
            "GeoJSON 须用 UTF-8 编码，请另存后再交。",
            "GeoJSON is written in UTF-8; save it so, then hand it in.");
      }
      for (int b = first; b >= 0; b = in.read()) {
        matched = b == WORD[matched] ? matched + 1 : b == WORD[0] ? 1 : 0;
        if (matched == WORD.length) {
          matched = 0;
          if (++found > most) {
            return true;
          }
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
