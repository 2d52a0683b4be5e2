package onegrid.server.security;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads numbers in addresses and queries the way they are written: plain digits, finite, in range.
 * The framework alone would take {@code 0x1F}, {@code +1}, blanks, {@code NaN} and {@code
 * Infinity}.
 *
 * <p>These are editors and not converters, because when a converter refuses, the framework tries
 * its own lenient editors next.
 */
@ControllerAdvice
class StrictNumbers {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,20})?");

  @InitBinder
  void register(WebDataBinder binder) {
    binder.registerCustomEditor(long.class, new Editor(StrictNumbers::whole));
    binder.registerCustomEditor(Long.class, new Editor(StrictNumbers::whole));
    binder.registerCustomEditor(int.class, new Editor(StrictNumbers::small));
    binder.registerCustomEditor(Integer.class, new Editor(StrictNumbers::small));
    binder.registerCustomEditor(double.class, new Editor(StrictNumbers::decimal));
    binder.registerCustomEditor(Double.class, new Editor(StrictNumbers::decimal));
  }

  static long whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException("not a whole number");
    }
    return Long.parseLong(text);
  }

  private static Object small(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException("not a whole number");
    }
    return Integer.parseInt(text);
  }

  private static Object decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("not a decimal number");
    }
    return Double.parseDouble(text);
  }

  private static final class Editor extends PropertyEditorSupport {
    private final Function<String, Object> reading;

    Editor(Function<String, Object> reading) {
      this.reading = reading;
    }

    @Override
    public void setAsText(String text) {
      setValue(reading.apply(text));
    }
  }
}
