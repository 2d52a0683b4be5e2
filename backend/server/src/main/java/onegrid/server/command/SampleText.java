package onegrid.server.command;

import java.time.DayOfWeek;
import java.time.LocalTime;
import onegrid.sample.OpeningHours;
import onegrid.sample.SampleCity;

/** How the values of a made-up district are written in its files. */
final class SampleText {
  /** Stands in every row of a table, because a row may be copied without its file. */
  static final String MADE_UP = "虚构";

  static final String NOTICE = SampleCity.NOTICE_ZH + " " + SampleCity.NOTICE_EN;

  private SampleText() {}

  static String yes(boolean holds) {
    return holds ? "yes" : "no";
  }

  /** Opening hours as OpenStreetMap writes them: {@code 24/7}, {@code Mo-Fr 09:00-17:00}. */
  static String hours(OpeningHours hours) {
    if (hours.equals(OpeningHours.ALWAYS)) {
      return "24/7";
    }
    String days = hours.days().contains(DayOfWeek.SUNDAY) ? "Mo-Su" : "Mo-Fr";
    String closes = hours.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : hours.closes().toString();
    return days + " " + hours.opens() + "-" + closes;
  }
}
