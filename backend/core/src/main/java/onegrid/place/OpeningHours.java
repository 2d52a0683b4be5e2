package onegrid.place;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

/**
 * When something is open in an ordinary week. Holidays are not known to it.
 *
 * @param spans stretches of the week; none means never open
 */
public record OpeningHours(List<Span> spans) {
  private static final int DAY_MINUTES = 24 * 60;

  /** Open day and night. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(List.of(new Span(0b1111111, 0, DAY_MINUTES)));

  /** Never open. */
  public static final OpeningHours NEVER = new OpeningHours(List.of());

  /**
   * The same hours on several days.
   *
   * @param days bit 0 is Monday, bit 6 is Sunday
   * @param fromMinute minute of the day, 0 to 1439
   * @param toMinute up to but not including this minute, 1 to 2880; beyond 1440 it runs into the
   *     next day
   */
  public record Span(int days, int fromMinute, int toMinute) {
    public Span {
      if (days < 0 || days > 0b1111111) {
        throw new IllegalArgumentException("not days of a week: " + days);
      }
      if (fromMinute < 0
          || fromMinute >= DAY_MINUTES
          || toMinute <= fromMinute
          || toMinute > 2 * DAY_MINUTES) {
        throw new IllegalArgumentException("not hours: " + fromMinute + " to " + toMinute);
      }
    }

    private boolean contains(int day, int minute) {
      boolean today = (days >> day & 1) == 1 && minute >= fromMinute && minute < toMinute;
      int yesterday = (day + 6) % 7;
      boolean sinceYesterday =
          (days >> yesterday & 1) == 1
              && minute + DAY_MINUTES >= fromMinute
              && minute + DAY_MINUTES < toMinute;
      return today || sinceYesterday;
    }
  }

  public OpeningHours {
    spans = List.copyOf(spans);
  }

  /** Whether it is open on a day at a time. */
  public boolean contains(DayOfWeek day, LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    int index = day.getValue() - 1;
    return spans.stream().anyMatch(span -> span.contains(index, minute));
  }
}
