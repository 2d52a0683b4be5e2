package onegrid.server.security;

import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;

/**
 * Reads numbers in addresses and queries the way they are written: plain digits, finite, in range.
 * The framework alone would take {@code 0x1F}, {@code +1}, blanks, {@code NaN} and {@code
 * Infinity}.
 */
final class StrictNumbers {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");

  private StrictNumbers() {}

  static void register(FormatterRegistry registry) {
    registry.addConverter(String.class, Long.class, (Converter<String, Long>) StrictNumbers::whole);
    registry.addConverter(
        String.class,
        Integer.class,
        (Converter<String, Integer>) text -> Math.toIntExact(whole(text)));
    registry.addConverter(
        String.class, Double.class, (Converter<String, Double>) StrictNumbers::decimal);
  }

  private static long whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException("not a whole number");
    }
    return Long.parseLong(text);
  }

  private static double decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("not a decimal number");
    }
    return Double.parseDouble(text);
  }
}
