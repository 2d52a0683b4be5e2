package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onegrid.place.OpeningHours;

/**
 * Opening hours as OpenStreetMap writes them, as far as offices use them: {@code 24/7}, {@code
 * Mo-Fr 09:00-17:00}, {@code Mo,We 08:00-12:00,14:00-18:00; Sa 09:00-12:00}, {@code off}. Holidays,
 * months and weeks are not read.
 */
public final class HoursText {
  private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
  private static final int ALL_DAYS = 0b1111111;

  private HoursText() {}

  /** The hours; empty when the text cannot be read. */
  public static Optional<OpeningHours> parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty() || plain.equals("24/7")) {
      return Optional.of(OpeningHours.ALWAYS);
    }
    if (plain.equals("off") || plain.equals("closed")) {
      return Optional.of(OpeningHours.NEVER);
    }
    List<OpeningHours.Span> spans = new ArrayList<>();
    for (String rule : plain.split(";", -1)) {
      if (!rule.isBlank() && !rule(rule.strip(), spans)) {
        return Optional.empty();
      }
    }
    return spans.isEmpty() ? Optional.empty() : Optional.of(new OpeningHours(spans));
  }

  /** Writes hours so that {@link #parse} reads the same. */
  public static String write(OpeningHours hours) {
    if (hours.equals(OpeningHours.ALWAYS)) {
      return "24/7";
    }
    if (hours.spans().isEmpty()) {
      return "off";
    }
    List<String> rules = new ArrayList<>();
    for (OpeningHours.Span span : hours.spans()) {
      List<String> days = new ArrayList<>();
      for (int d = 0; d < DAYS.size(); d++) {
        if ((span.days() >> d & 1) == 1) {
          days.add(DAYS.get(d).substring(0, 1).toUpperCase(Locale.ROOT) + DAYS.get(d).charAt(1));
        }
      }
      int to = span.toMinute() > 24 * 60 ? span.toMinute() - 24 * 60 : span.toMinute();
      rules.add(String.join(",", days) + " " + time(span.fromMinute()) + "-" + time(to));
    }
    return String.join("; ", rules);
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static boolean rule(String rule, List<OpeningHours.Span> spans) {
    int days = ALL_DAYS;
    String times = rule;
    if (!Character.isDigit(rule.charAt(0))) {
      int space = rule.indexOf(' ');
      if (space < 0) {
        return false;
      }
      days = days(rule.substring(0, space));
      times = rule.substring(space + 1).strip();
    }
    if (days == 0) {
      return false;
    }
    for (String time : times.split(",", -1)) {
      Matcher m = TIME.matcher(time.strip());
      if (!m.matches()) {
        return false;
      }
      int from = Integer.parseInt(m.group(1)) * 60 + Integer.parseInt(m.group(2));
      int to = Integer.parseInt(m.group(3)) * 60 + Integer.parseInt(m.group(4));
      to = to <= from ? to + 1440 : to;
      if (from >= 1440 || to > 2880) {
        return false;
      }
      spans.add(new OpeningHours.Span(days, from, to));
    }
    return true;
  }

  private static int days(String text) {
    int days = 0;
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      int from = DAYS.indexOf(ends[0]);
      int to = DAYS.indexOf(ends[ends.length - 1]);
      if (from < 0 || to < 0 || ends.length > 2) {
        return 0;
      }
      for (int d = from; ; d = (d + 1) % 7) {
        days |= 1 << d;
        if (d == to) {
          break;
        }
      }
    }
    return days;
  }
}
