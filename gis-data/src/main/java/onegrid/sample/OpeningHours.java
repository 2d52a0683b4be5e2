package onegrid.sample;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * When something is open: the same hours on each of its days.
 *
 * @param days on which it opens
 * @param opens from this time
 * @param closes until this time; midnight means the end of the day
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
  /** Open day and night. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  public OpeningHours {
    // In the order of the week: Set.copyOf would shuffle them from run to run.
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /** Whether it is open on a day at a time. */
  public boolean contains(DayOfWeek day, LocalTime time) {
    return days.contains(day)
        && !time.isBefore(opens)
        && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
  }

  static OpeningHours everyDay(int from, int to) {
    return new OpeningHours(
        EnumSet.allOf(DayOfWeek.class), LocalTime.of(from, 0), LocalTime.of(to % 24, 0));
  }

  static OpeningHours weekdays(int from, int to) {
    return new OpeningHours(
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
        LocalTime.of(from, 0),
        LocalTime.of(to % 24, 0));
  }
}
