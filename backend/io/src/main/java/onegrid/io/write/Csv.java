package onegrid.io.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
  private final OutputStream stream;
  private final BufferedWriter out;
  private boolean first = true;

  /** Begins a file with its heading. */
  public Csv(Path file, String... heading) throws IOException {
    this.stream = Files.newOutputStream(file);
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write('\uFEFF');
    for (String name : heading) {
      part();
      out.write(name);
    }
    endRow();
  }

  public Csv text(String value) throws IOException {
    part();
    out.write('"');
    if (runs(value)) {
      out.write('\'');
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        out.write('"');
      }
      out.write(c < ' ' ? ' ' : c);
    }
    out.write('"');
    return this;
  }

  public Csv number(long value) throws IOException {
    part();
    out.write(Long.toString(value));
    return this;
  }

  public Csv decimal(double value, int places) throws IOException {
    part();
    out.write(number(value, places));
    return this;
  }

  /** An empty place. */
  public Csv none() throws IOException {
    part();
    return this;
  }

  public void endRow() throws IOException {
    out.write("\r\n");
    first = true;
  }

  @Override
  public void close() throws IOException {
    // On a full disk a writer of Java 17 throws before it closes what it writes to.
    try (OutputStream held = stream) {
      out.close();
      held.flush();
    }
  }

  /** A number in plain digits with at most that many decimals. */
  static String number(double value, int places) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a number to write: " + value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private void part() throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
  }

  private static boolean runs(String value) {
    return !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0;
  }
}
