package onegrid.io.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CSV for Excel and WPS: UTF-8 with a byte order mark, lines ended by CR LF, text always in quotes,
 * numbers bare. Text that a spreadsheet would run as a formula gets an apostrophe in front; other
 * text, codes above all, is kept to the letter.
 *
 * <p>Known limit: a spreadsheet that opens a CSV by double click still takes a code of 16 and more
 * digits for a number; import it with that column as text.
 */
public final class Csv implements AutoCloseable {
  private static final int BLOCK = 1 << 15;
  private static final double SURE = 1e13;
  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

  private final OutputStream stream;
  private final Writer out;
  private final StringBuilder line = new StringBuilder(256);
  private boolean first = true;

  /** Begins a file with its heading. */
  public Csv(Path file, String... heading) throws IOException {
    this.stream = Files.newOutputStream(file);
    this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    line.append('\uFEFF');
    for (String name : heading) {
      part();
      line.append(name);
    }
    endRow();
  }

  public Csv text(String value) throws IOException {
    part();
    line.append('"');
    if (runs(value)) {
      line.append('\'');
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        line.append('"');
      }
      line.append(c < ' ' ? ' ' : c);
    }
    line.append('"');
    return this;
  }

  public Csv number(long value) throws IOException {
    part();
    line.append(Long.toString(value));
    return this;
  }

  public Csv decimal(double value, int places) throws IOException {
    part();
    line.append(number(value, places));
    return this;
  }

  /** An empty place. */
  public Csv none() throws IOException {
    part();
    return this;
  }

  public void endRow() throws IOException {
    line.append("\r\n");
    // Blocks of rows: a writer takes a lock for every piece it is given.
    if (line.length() >= BLOCK) {
      flush();
    }
    first = true;
  }

  @Override
  public void close() throws IOException {
    // On a full disk a writer of Java 17 throws before it closes what it writes to.
    try (OutputStream held = stream) {
      flush();
      out.close();
      held.flush();
    }
  }

  private void flush() throws IOException {
    out.append(line);
    line.setLength(0);
  }

  /** A number in plain digits with at most that many decimals. */
  static String number(double value, int places) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a number to write: " + value);
    }
    double scaled = value * POWERS[places];
    double whole = Math.rint(scaled);
    // Plain arithmetic, a tenth of the cost, wherever it is beyond doubt which way decimals round.
    if (Math.abs(whole) < SURE && Math.abs(scaled - whole) < 0.49) {
      return plain((long) whole, places);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String plain(long units, int places) {
    long rest = Math.abs(units);
    int decimals = places;
    while (decimals > 0 && rest % 10 == 0) {
      rest /= 10;
      decimals--;
    }
    char[] text = new char[24];
    int at = text.length;
    for (int i = 0; i < decimals || rest > 0 || i == decimals; i++) {
      if (i == decimals && i > 0) {
        text[--at] = '.';
      }
      text[--at] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    if (units < 0) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at);
  }

  private void part() throws IOException {
    if (!first) {
      line.append(',');
    }
    first = false;
  }

  private static boolean runs(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
  }
}
