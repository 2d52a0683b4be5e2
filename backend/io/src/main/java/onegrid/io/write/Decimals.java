package onegrid.io.write;

/** Degrees with at most nine decimals, a tenth of a millimetre; equal numbers give equal text. */
final class Decimals {
  private static final double NANO = 1e9;
  private static final long BILLION = 1_000_000_000L;

  private final char[] text = new char[24];
  private int start;

  /** Formats; the text stands in {@link #text} from {@link #start} to its end. */
  void format(double degrees) {
    long nano = Math.round(degrees * NANO);
    boolean negative = nano < 0;
    long rest = Math.abs(nano);
    long whole = rest / BILLION;
    long part = rest % BILLION;
    int at = text.length;
    int digits = 9;
    while (digits > 0 && part % 10 == 0) {
      part /= 10;
      digits--;
    }
    if (digits > 0) {
      for (int i = 0; i < digits; i++) {
        text[--at] = (char) ('0' + part % 10);
        part /= 10;
      }
      text[--at] = '.';
    }
    do {
      text[--at] = (char) ('0' + whole % 10);
      whole /= 10;
    } while (whole > 0);
    if (negative) {
      text[--at] = '-';
    }
    start = at;
  }

  char[] text() {
    return text;
  }

  int start() {
    return start;
  }

  int length() {
    return text.length - start;
  }

  /** The same as a string. */
  static String of(double degrees) {
    Decimals decimals = new Decimals();
    decimals.format(degrees);
    return new String(decimals.text, decimals.start, decimals.length());
  }
}
