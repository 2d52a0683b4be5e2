package onegrid.server.coverage;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.coverage.CoverageRefused;
import onegrid.coverage.Scenario;
import onegrid.finding.Words;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a workspace; kept with the job and the answer as JSON. Whatever is not said is
 * as usual.
 *
 * @param minutes how long people walk at most, null for 10
 * @param speedMetresPerSecond null for 1.2
 * @param day of the week, as MONDAY; null for any hour
 * @param time of the day, as 09:30; null for any hour
 * @param kinds kinds of stations that count, null or empty for all
 * @param item what people want done, null for anything
 * @param qualifiedOnly whether only stations that meet all six criteria count
 * @param radiusMetres the straight radius to compare with, null for the official one
 * @param capacityPeople how many people a station serves that does not say, null for all who come
 */
record CoverageOrder(
    @Nullable Double minutes,
    @Nullable Double speedMetresPerSecond,
    @Nullable String day,
    @Nullable String time,
    @Nullable List<String> kinds,
    @Nullable String item,
    @Nullable Boolean qualifiedOnly,
    @Nullable Integer radiusMetres,
    @Nullable Integer capacityPeople) {
  private static final int MOST_KINDS = 50;
  private static final int LONGEST_WORD = 100;
  private static final int WIDEST_RADIUS_METRES = 100_000;
  private static final int MOST_CAPACITY = 10_000_000;

  /**
   * The scenario that was asked for.
   *
   * @throws Refused if a part of it is absurd
   */
  Scenario scenario() {
    List<String> wanted = kinds == null ? List.of() : kinds;
    if (wanted.size() > MOST_KINDS
        || wanted.stream().anyMatch(k -> k == null || k.length() > LONGEST_WORD)
        || item != null && item.length() > LONGEST_WORD) {
      throw refused("站点类别最多 50 个，名称不超过 100 字。", "At most 50 kinds, names of at most 100 letters.");
    }
    if (radiusMetres != null && (radiusMetres < 1 || radiusMetres > WIDEST_RADIUS_METRES)) {
      throw refused("直线半径应在 1 到 100000 米之间。", "The radius is 1 to 100,000 metres.");
    }
    if (capacityPeople != null && (capacityPeople < 0 || capacityPeople > MOST_CAPACITY)) {
      throw refused("每站可服务人数应在 0 到 1000 万之间。", "A station serves 0 to 10 million people.");
    }
    Scenario scenario = of();
    if (day != null || time != null) {
      scenario = scenario.at(dayOfWeek(), timeOfDay());
    }
    scenario =
        scenario.counting(
            Set.copyOf(wanted),
            Optional.ofNullable(item).filter(i -> !i.isBlank()),
            Boolean.TRUE.equals(qualifiedOnly));
    return radiusMetres == null ? scenario : scenario.withRadius(radiusMetres);
  }

  private Scenario of() {
    try {
      return Scenario.of(
          minutes == null ? 10 : minutes,
          speedMetresPerSecond == null ? Scenario.USUAL_METRES_PER_SECOND : speedMetresPerSecond);
    } catch (CoverageRefused e) {
      throw new Refused(ProblemKind.BAD_PARAMETER, e.words(), List.of());
    }
  }

  private DayOfWeek dayOfWeek() {
    for (DayOfWeek each : DayOfWeek.values()) {
      if (each.name().equals(day)) {
        return each;
      }
    }
    throw refused("星期应为 MONDAY 到 SUNDAY，并与时刻一起给出。", "A day, MONDAY to SUNDAY, goes with a time.");
  }

  private LocalTime timeOfDay() {
    try {
      return LocalTime.parse(time == null ? "" : time);
    } catch (DateTimeParseException e) {
      throw refused("时刻应写成 09:30，并与星期一起给出。", "A time, written 09:30, goes with a day.");
    }
  }

  private static Refused refused(String zh, String en) {
    return new Refused(ProblemKind.BAD_PARAMETER, new Words(zh, en), List.of());
  }
}
