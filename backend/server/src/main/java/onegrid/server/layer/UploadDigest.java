package onegrid.server.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** SHA-256 over the files of an upload and what is said about them, in whatever order they came. */
final class UploadDigest {
  private UploadDigest() {}

  static String of(List<MultipartFile> files, @Nullable String... words) {
    MessageDigest digest = sha256();
    for (String word : words) {
      put(digest, String.valueOf(word));
    }
    List<MultipartFile> sorted =
        files.stream()
            .sorted(Comparator.comparing(file -> String.valueOf(file.getOriginalFilename())))
            .toList();
    for (MultipartFile file : sorted) {
      put(digest, String.valueOf(file.getOriginalFilename()));
      try (InputStream in = file.getInputStream();
          OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        in.transferTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void put(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
