package onegrid.io.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;

/**
 * A zip that has been looked through before anything is unpacked: how many entries, how large, how
 * named. Entries are read into memory and never written under a name of their own.
 */
final class Archive implements AutoCloseable {
  /** Text and geometry seldom shrink beyond a hundredth; a bomb shrinks to a thousandth. */
  private static final long MOST_RATIO = 1_000;

  private static final long RATIO_FROM_BYTES = 10_000_000;

  private final ZipFile zip;
  private final ReadLimits limits;
  private final List<? extends ZipEntry> entries;
  private long unpacked;

  private Archive(ZipFile zip, ReadLimits limits) {
    this.zip = zip;
    this.limits = limits;
    this.entries = Collections.list(zip.entries());
  }

  static Archive open(Path file, ReadLimits limits) throws IOException {
    Archive archive = new Archive(zip(file), limits);
    try {
      archive.inspect();
      return archive;
    } catch (RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        FileRefused locked =
            FileRefused.needsAnswer(
                "压缩包设有密码，请解密后重新压缩再交", "the archive has a password; pack it again without one");
        locked.initCause(e);
        throw locked;
      }
      try {
        // Windows in China writes names in GBK without saying so.
        return new ZipFile(file.toFile(), Charset.forName("GB18030"));
      } catch (ZipException again) {
        FileRefused refused = FileRefused.broken("不是完好的 zip 压缩包", "not an intact zip archive");
        refused.initCause(again);
        throw refused;
      }
    }
  }

  private void inspect() {
    if (entries.size() > limits.entries()) {
      throw FileRefused.tooLarge(
          "压缩包里有 " + entries.size() + " 个文件，超过上限 " + limits.entries(),
          "the archive has " + entries.size() + " entries, more than " + limits.entries());
    }
    long total = 0;
    long packed = 0;
    for (ZipEntry entry : entries) {
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/")
          || name.matches("^[A-Za-z]:.*")
          || ("/" + name + "/").contains("/../")) {
        throw FileRefused.broken(
            "压缩包里有越出目录的文件名，拒绝读取", "the archive has a name that leaves its folder");
      }
      total += Math.max(0, entry.getSize());
      packed += Math.max(0, entry.getCompressedSize());
    }
    if (total > limits.bytes() || (total > RATIO_FROM_BYTES && total / MOST_RATIO > packed)) {
      throw FileRefused.tooLarge(
          "压缩包展开后有 " + total + " 字节，过大或压缩比异常",
          "the archive unpacks to " + total + " bytes: too many, or suspiciously many");
    }
    if (entries.stream().allMatch(ZipEntry::isDirectory)) {
      throw FileRefused.broken("压缩包是空的", "the archive is empty");
    }
  }

  /** The names of the files that end so, in any letter case, without what the Mac adds. */
  List<String> ending(String kind) {
    return entries.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .filter(name -> !name.startsWith("__MACOSX") && !name.contains("/._"))
        .filter(name -> FeatureFiles.kind(name).equals(kind))
        .sorted()
        .toList();
  }

  /** The bytes of a file; what its header promised is not believed. */
  byte[] read(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw FileRefused.broken("压缩包里找不到 " + name, "no " + name + " in the archive");
    }
    try (InputStream in = zip.getInputStream(entry);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      byte[] block = new byte[1 << 16];
      int n = in.read(block);
      while (n >= 0) {
        unpacked += n;
        if (unpacked > limits.bytes() || out.size() > Integer.MAX_VALUE - 2 * block.length) {
          throw FileRefused.tooLarge(
              "压缩包展开后超过 " + limits.bytes() + " 字节",
              "the archive unpacks to more than " + limits.bytes() + " bytes");
        }
        out.write(block, 0, n);
        n = in.read(block);
      }
      return out.toByteArray();
    } catch (ZipException | java.io.EOFException e) {
      FileRefused refused =
          FileRefused.broken("压缩包已损坏（" + name + "）", "the archive is damaged at " + name);
      refused.initCause(e);
      throw refused;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
