package onegrid.io.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadNotice;
import onegrid.io.table.TableBuilder;

/** The values of a dBASE III table, in the charset that its bytes bear out. */
final class DbfValues {
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final Pattern DAY = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})$");

  private record Field(String name, char type, int offset, int length) {}

  private final byte[] bytes;
  private final int rows;
  private final int headerBytes;
  private final int recordBytes;
  private final List<Field> fields = new ArrayList<>();
  private final Charset charset;

  private DbfValues(byte[] bytes, Optional<byte[]> cpg) {
    this.bytes = bytes;
    if (bytes.length < HEADER_BYTES + 1) {
      throw broken();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.rows = header.getInt(4);
    this.headerBytes = header.getShort(8) & 0xFFFF;
    this.recordBytes = header.getShort(10) & 0xFFFF;
    if (rows < 0
        || headerBytes > bytes.length
        || recordBytes < 1
        || (long) rows * recordBytes > (long) bytes.length - headerBytes) {
      throw broken();
    }
    this.charset = TextCharset.ofDbf(cpg, bytes[29] & 0xFF, this::eachText);
    int offset = 1;
    for (int at = HEADER_BYTES;
        at + FIELD_BYTES <= headerBytes && bytes[at] != 0x0D;
        at += FIELD_BYTES) {
      int length = bytes[at + 16] & 0xFF;
      String name = TextCharset.decodeCut(bytes, at, nameLength(at), charset);
      fields.add(new Field(unique(name), (char) bytes[at + 11], offset, length));
      offset += length;
    }
    if (offset > recordBytes) {
      throw broken();
    }
  }

  static DbfValues read(byte[] bytes, Optional<byte[]> cpg) {
    return new DbfValues(bytes, cpg);
  }

  /** A remark when the file does not say its charset and has more than ASCII in it. */
  Optional<ReadNotice> charsetNotice(boolean stated) {
    if (stated || bytes[29] != 0) {
      return Optional.empty();
    }
    String[] sample = {""};
    eachText(
        (all, offset, length) -> {
          int n = filled(offset, length);
          for (int i = offset; i < offset + n && sample[0].isEmpty(); i++) {
            sample[0] = all[i] < 0 ? TextCharset.decodeCut(all, offset, n, charset).strip() : "";
          }
        });
    if (sample[0].isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ReadNotice.of(
            FindingCode.ENCODING_UNDECLARED,
            0,
            new Words(
                ".dbf 没有说明文字编码（无 .cpg），例如“" + sample[0] + "”",
                "the .dbf does not state its encoding (no .cpg), for instance \""
                    + sample[0]
                    + "\""),
            new Words("按 " + charset + " 读取，请核对", "read as " + charset + "; please check")));
  }

  int rows() {
    return rows;
  }

  List<String> columns() {
    return fields.stream().map(Field::name).toList();
  }

  /** Puts the values of a row, counted from 0, into the feature being built. */
  void put(int row, TableBuilder table) {
    int start = headerBytes + row * recordBytes;
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      int from = start + field.offset;
      int length = filled(from, field.length);
      if (length == 0) {
        continue;
      }
      String text = TextCharset.decodeCut(bytes, from, length, charset).replace('\0', ' ').strip();
      if (text.isEmpty()) {
        continue;
      }
      if ((field.type == 'N' || field.type == 'F') && !isNumber(text)) {
        table.notice(
            ReadNotice.of(
                FindingCode.NUMBER_UNREADABLE,
                table.feature(),
                new Words(
                    "第 " + table.feature() + " 个要素的“" + field.name + "”不是数字：" + text,
                    "feature "
                        + table.feature()
                        + ": \""
                        + field.name
                        + "\" is no number: "
                        + text),
                new Words("按空值处理", "taken as empty")));
        continue;
      }
      table.value(i, written(field.type, text));
    }
  }

  /** Every text in the table as (offset, length), for judging the charset. */
  private void eachText(TextCharset.Span span) {
    List<int[]> texts = new ArrayList<>();
    int offset = 1;
    for (int at = HEADER_BYTES;
        at + FIELD_BYTES <= headerBytes && bytes[at] != 0x0D;
        at += FIELD_BYTES) {
      span.take(bytes, at, nameLength(at));
      int length = bytes[at + 16] & 0xFF;
      if (bytes[at + 11] == 'C') {
        texts.add(new int[] {offset, length});
      }
      offset += length;
    }
    if (offset > recordBytes) {
      throw broken();
    }
    for (int row = 0; row < rows; row++) {
      for (int[] text : texts) {
        span.take(bytes, headerBytes + row * recordBytes + text[0], text[1]);
      }
    }
  }

  /** How much of a field is more than padding; most of a wide field is. */
  private int filled(int from, int length) {
    int n = length;
    while (n > 0 && (bytes[from + n - 1] == ' ' || bytes[from + n - 1] == 0)) {
      n--;
    }
    return n;
  }

  private int nameLength(int at) {
    int n = 0;
    while (n < 11 && bytes[at + n] != 0) {
      n++;
    }
    return n;
  }

  private String unique(String name) {
    String base = name.isBlank() ? "field" + (fields.size() + 1) : name.strip();
    String candidate = base;
    int n = 2;
    while (columns().contains(candidate)) {
      candidate = base + "_" + n++;
    }
    return candidate;
  }

  private static String written(char type, String text) {
    return switch (type) {
      case 'N' -> plain(text);
      case 'D' -> DAY.matcher(text).replaceFirst("$1-$2-$3");
      default -> text;
    };
  }

  /** A whole number that was written with decimals of zero is that whole number. */
  private static String plain(String number) {
    int dot = number.indexOf('.');
    if (dot > 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      String decimals = number.substring(dot + 1);
      if (decimals.chars().allMatch(c -> c == '0')) {
        return number.substring(0, dot);
      }
    }
    return number;
  }

  private static boolean isNumber(String text) {
    if (text.length() < 18 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return true;
    }
    try {
      return Double.isFinite(Double.parseDouble(text))
          && !text.endsWith("d")
          && !text.endsWith("f");
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static FileRefused broken() {
    return FileRefused.broken(".dbf 已损坏或被截断", "the .dbf is damaged or cut off");
  }
}
