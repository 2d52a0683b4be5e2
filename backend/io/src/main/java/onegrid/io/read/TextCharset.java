package onegrid.io.read;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import onegrid.io.FileRefused;

/**
 * Finds the charset in which all the texts of a file can be read: what it states, then UTF-8, then
 * GB18030. What none of them reads is refused; gibberish is never shown.
 */
final class TextCharset {
  static final Charset GB18030 = Charset.forName("GB18030");
  private static final int LDID_GBK = 0x4D;
  private static final int LDID_BIG5 = 0x4F;

  /** Someone who takes texts as spans of bytes. */
  interface Span {
    void take(byte[] bytes, int offset, int length);
  }

  private TextCharset() {}

  /** The charset of a dBASE table; {@code texts} shows every text to whom it is given. */
  static Charset ofDbf(Optional<byte[]> cpg, int ldid, Consumer<Span> texts) {
    List<Charset> candidates = new ArrayList<>();
    cpg.flatMap(TextCharset::named).ifPresent(candidates::add);
    if (ldid == LDID_GBK) {
      // Tools write this byte by habit. UTF-8 in three bytes a character is no accident.
      if (hasThreeByteLead(texts)) {
        candidates.add(StandardCharsets.UTF_8);
      }
      candidates.add(GB18030);
    } else if (ldid == LDID_BIG5) {
      candidates.add(Charset.forName("Big5"));
    }
    candidates.add(StandardCharsets.UTF_8);
    candidates.add(GB18030);
    for (Charset charset : candidates) {
      if (readsAll(charset, texts)) {
        return charset;
      }
    }
    throw unclear();
  }

  /** A whole text file, with or without a byte order mark. */
  static String decode(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return strict(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE)
          .orElseThrow(TextCharset::unclear);
    }
    boolean marked =
        bytes.length >= 3
            && (bytes[0] & 0xFF) == 0xEF
            && (bytes[1] & 0xFF) == 0xBB
            && (bytes[2] & 0xFF) == 0xBF;
    int from = marked ? 3 : 0;
    return strict(bytes, from, bytes.length - from, StandardCharsets.UTF_8)
        .or(() -> strict(bytes, 0, bytes.length, GB18030))
        .orElseThrow(TextCharset::unclear);
  }

  /** Decodes a field, without the half character that a fixed width may have left at its end. */
  static String decodeCut(byte[] bytes, int offset, int length, Charset charset) {
    for (int cut = 0; cut <= 3 && cut <= length; cut++) {
      Optional<String> text = strict(bytes, offset, length - cut, charset);
      if (text.isPresent()) {
        return text.get();
      }
    }
    throw unclear();
  }

  private static Optional<Charset> named(byte[] cpg) {
    String name = new String(cpg, StandardCharsets.US_ASCII).strip().toUpperCase(Locale.ROOT);
    try {
      if (name.equals("936")
          || name.equals("GBK")
          || name.equals("GB2312")
          || name.equals("CP936")) {
        return Optional.of(GB18030);
      }
      if (name.equals("65001")) {
        return Optional.of(StandardCharsets.UTF_8);
      }
      return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean readsAll(Charset charset, Consumer<Span> texts) {
    boolean[] reads = {true};
    texts.accept(
        (bytes, offset, length) -> {
          if (reads[0] && !isAscii(bytes, offset, length)) {
            reads[0] = readsCut(bytes, offset, length, charset);
          }
        });
    return reads[0];
  }

  private static boolean hasThreeByteLead(Consumer<Span> texts) {
    boolean[] seen = {false};
    texts.accept(
        (bytes, offset, length) -> {
          for (int i = offset; i < offset + length; i++) {
            seen[0] |= (bytes[i] & 0xF0) == 0xE0;
          }
        });
    return seen[0];
  }

  private static boolean readsCut(byte[] bytes, int offset, int length, Charset charset) {
    // Only a field that is full to its last byte can have been cut.
    int most = bytes[offset + length - 1] < 0 ? 3 : 0;
    for (int cut = 0; cut <= most && cut < length; cut++) {
      if (strict(bytes, offset, length - cut, charset).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> strict(byte[] bytes, int offset, int length, Charset charset) {
    if (isAscii(bytes, offset, length) && !charset.equals(StandardCharsets.UTF_16LE)) {
      return Optional.of(new String(bytes, offset, length, StandardCharsets.US_ASCII));
    }
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, offset, length));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static FileRefused unclear() {
    return FileRefused.needsAnswer(
        "文字编码既不是 UTF-8 也不是 GBK/GB18030，无法确定；请另存为 UTF-8",
        "the text is neither UTF-8 nor GB18030; save it as UTF-8");
  }
}
