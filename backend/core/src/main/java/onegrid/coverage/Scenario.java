package onegrid.coverage;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import onegrid.finding.Words;
import onegrid.place.Station;

/**
 * What is asked.
 *
 * @param speedMmPerSecond how fast people walk
 * @param limitSeconds how long they walk at most
 * @param when the hour of the week at which stations and gates must be open; none for any
 * @param kinds kinds of stations that count; empty for all
 * @param serviceItem what people want done; none for anything
 * @param qualifiedOnly whether only stations that meet all six criteria count
 * @param radiusMetres the straight radius to compare with
 * @param detourPercent how much longer a way is than the straight line, in percent, where no
 *     network is asked
 * @param stepsPercent how long steps take, in percent of level ground
 */
public record Scenario(
    int speedMmPerSecond,
    int limitSeconds,
    Optional<Moment> when,
    Set<String> kinds,
    Optional<String> serviceItem,
    boolean qualifiedOnly,
    int radiusMetres,
    int detourPercent,
    int stepsPercent) {

  /** An hour of the week. */
  public record Moment(DayOfWeek day, LocalTime time) {}

  /** Ordinary walking, as most planning studies take it. */
  public static final double USUAL_METRES_PER_SECOND = 1.2;

  /** Walking of the elderly: 3.39 km/h, from a study of living circles in Shanghai. */
  public static final double ELDERLY_METRES_PER_SECOND = 0.94;

  private static final double MOST_MINUTES = 120;
  private static final int USUAL_DETOUR_PERCENT = 130;
  private static final int USUAL_STEPS_PERCENT = 150;

  public Scenario {
    kinds = Set.copyOf(kinds);
    if (speedMmPerSecond <= 0 || limitSeconds < 0 || radiusMetres < 0 || detourPercent < 100) {
      throw new IllegalArgumentException("absurd scenario: " + speedMmPerSecond + " mm/s");
    }
  }

  /** Ten minutes at the usual pace, all stations, at any hour. */
  public static Scenario usual() {
    return of(10, USUAL_METRES_PER_SECOND);
  }

  /**
   * So many minutes at such a speed, all stations, at any hour.
   *
   * @param minutes above 0 up to 120; rounded to whole seconds
   * @param metresPerSecond from 0.2 to 3
   * @throws CoverageRefused if either is no number or out of range
   */
  public static Scenario of(double minutes, double metresPerSecond) {
    if (!(minutes > 0 && minutes <= MOST_MINUTES) || Math.round(minutes * 60) == 0) {
      throw new CoverageRefused(
          "步行时间应大于 0、不超过 120 分钟：" + minutes, "minutes must be above 0 and at most 120: " + minutes);
    }
    if (!(metresPerSecond >= 0.2 && metresPerSecond <= 3)) {
      throw new CoverageRefused(
          "步行速度应在每秒 0.2 到 3 米之间：" + metresPerSecond,
          "walking speed must be 0.2 to 3 metres a second: " + metresPerSecond);
    }
    return new Scenario(
        (int) Math.round(metresPerSecond * 1000),
        (int) Math.round(minutes * 60),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        false,
        officialRadiusMetres(minutes),
        USUAL_DETOUR_PERCENT,
        USUAL_STEPS_PERCENT);
  }

  /** 300, 500 and 1000 m for 5, 10 and 15 minutes (GB 50180-2018); between them in proportion. */
  static int officialRadiusMetres(double minutes) {
    if (minutes <= 5) {
      return (int) Math.round(60 * minutes);
    }
    if (minutes <= 10) {
      return (int) Math.round(300 + 40 * (minutes - 5));
    }
    return (int) Math.round(500 + 100 * (minutes - 10));
  }

  public Scenario at(DayOfWeek day, LocalTime time) {
    return new Scenario(
        speedMmPerSecond,
        limitSeconds,
        Optional.of(new Moment(day, time)),
        kinds,
        serviceItem,
        qualifiedOnly,
        radiusMetres,
        detourPercent,
        stepsPercent);
  }

  /** The same for some stations only. */
  public Scenario counting(Set<String> onlyKinds, Optional<String> item, boolean onlyQualified) {
    return new Scenario(
        speedMmPerSecond,
        limitSeconds,
        when,
        onlyKinds,
        item,
        onlyQualified,
        radiusMetres,
        detourPercent,
        stepsPercent);
  }

  /** The same for people who walk longer or shorter. */
  public Scenario within(int seconds) {
    return new Scenario(
        speedMmPerSecond,
        seconds,
        when,
        kinds,
        serviceItem,
        qualifiedOnly,
        radiusMetres,
        detourPercent,
        stepsPercent);
  }

  /** The same with another straight radius. */
  public Scenario withRadius(int metres) {
    return new Scenario(
        speedMmPerSecond,
        limitSeconds,
        when,
        kinds,
        serviceItem,
        qualifiedOnly,
        metres,
        detourPercent,
        stepsPercent);
  }

  /** How far one gets, in walking millimetres. */
  public long limitMm() {
    return (long) speedMmPerSecond * limitSeconds;
  }

  /** Whether a station counts. */
  public boolean counts(Station station) {
    return (kinds.isEmpty() || kinds.contains(station.kind()))
        && serviceItem.map(station.serviceItems()::contains).orElse(true)
        && (!qualifiedOnly || station.qualified())
        && when.map(at -> station.hours().contains(at.day(), at.time())).orElse(true);
  }

  /** What is assumed, for the foot of every table and sheet. */
  public Words assumption() {
    double speed = speedMmPerSecond / 1000.0;
    String hour = when.map(at -> day(at.day()) + " " + at.time()).orElse("");
    String hourEn = when.map(at -> at.day() + " " + at.time()).orElse("");
    return new Words(
        "步行 %.2f 米/秒、%s 分钟内到达；直线半径 %d 米；绕行系数 %.2f；台阶按平地 %.1f 倍时间；%s；%s"
            .formatted(
                speed,
                minutes(),
                radiusMetres,
                detourPercent / 100.0,
                stepsPercent / 100.0,
                hour.isEmpty() ? "不限时间，出入口视为全部开放（常闭者除外）" : "时间 " + hour,
                stationsThatCount().zh()),
        "walking %.2f m/s for %s minutes; straight radius %d m; detour factor %.2f; steps take %.1f times level ground; %s; %s"
            .formatted(
                speed,
                minutes(),
                radiusMetres,
                detourPercent / 100.0,
                stepsPercent / 100.0,
                hour.isEmpty()
                    ? "any hour, all gates open but those that never are"
                    : "on " + hourEn,
                stationsThatCount().en()));
  }

  /** The same in few words, for tables in which every row says it. */
  public Words shortAssumption() {
    double speed = speedMmPerSecond / 1000.0;
    String hour = when.map(at -> " " + day(at.day()) + " " + at.time()).orElse("");
    String hourEn = when.map(at -> " " + at.day() + " " + at.time()).orElse("");
    return new Words(
        "%.2f 米/秒 %s 分钟%s %s".formatted(speed, minutes(), hour, stationsThatCount().zh()),
        "%.2f m/s %s min%s %s".formatted(speed, minutes(), hourEn, stationsThatCount().en()));
  }

  private Words stationsThatCount() {
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    if (!kinds.isEmpty()) {
      String named = String.join("、", new TreeSet<>(kinds));
      zh.add("只计" + named + "类站点");
      en.add("only stations of the kind " + named);
    }
    serviceItem.ifPresent(
        item -> {
          zh.add("只计可办“" + item + "”的站点");
          en.add("only stations for " + item);
        });
    if (qualifiedOnly) {
      zh.add("只计达标站点（六有）");
      en.add("qualified stations only");
    }
    return zh.isEmpty()
        ? new Words("计入全部站点", "all stations")
        : new Words(String.join(",", zh), String.join(", ", en));
  }

  private static String day(DayOfWeek day) {
    return "周" + "一二三四五六日".charAt(day.getValue() - 1);
  }

  private String minutes() {
    return limitSeconds % 60 == 0
        ? Integer.toString(limitSeconds / 60)
        : "%.2f".formatted(limitSeconds / 60.0);
  }
}
