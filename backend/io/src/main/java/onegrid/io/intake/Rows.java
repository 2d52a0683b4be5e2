package onegrid.io.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Inward;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.place.OpeningHours;
import org.locationtech.jts.geom.Geometry;

/** The rows of a placed table, one after another, in metres and with typed values. */
final class Rows {
  private static final Set<String> YES = Set.of("yes", "true", "1", "是", "有", "t", "y");
  private static final Set<String> NO = Set.of("no", "false", "0", "否", "无", "f", "n");
  private static final List<String> IDS = List.of("id", "code", "编号", "编码", "osm_id");

  final List<Finding> findings;
  private final TablePlace place;
  private final FeatureTable table;
  private final Inward inward;
  private int at = -1;

  Rows(TablePlace place, CrsGate gate) {
    this.place = place;
    this.table = place.table();
    this.inward = gate.from(place.settled().system());
    this.findings = new ArrayList<>(place.findings(table.fileName(), gate));
  }

  boolean next() {
    return ++at < table.rows().size();
  }

  FeatureRow row() {
    return table.rows().get(at);
  }

  Geometry shape() {
    return LayerIntake.take(table, inward, row(), place.settled().swapped());
  }

  /** The id, or its number in the file. */
  String id() {
    String id = text(IDS);
    return id.isEmpty() ? "#" + row().number() : id;
  }

  boolean has(List<String> names) {
    return table.firstColumn(names).isPresent();
  }

  String text(List<String> names) {
    OptionalInt column = table.firstColumn(names);
    return column.isPresent() ? row().values().get(column.getAsInt()) : "";
  }

  boolean yes(List<String> names, boolean otherwise) {
    String text = text(names).toLowerCase(Locale.ROOT);
    return YES.contains(text) || (otherwise && !NO.contains(text));
  }

  /** A whole number from 0 to a million, or what is taken instead, with a finding. */
  int count(List<String> names, int otherwise) {
    String text = text(names);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= 0 && number <= 1_000_000 && number == Math.rint(number)) {
        return (int) number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with the negative and the broken ones.
    }
    note(
        FindingCode.NUMBER_UNREADABLE,
        new Words(
            "第 " + row().number() + " 个要素的“" + names.get(0) + "”不是非负整数：" + text,
            "feature " + row().number() + ": \"" + names.get(0) + "\" is no count: " + text),
        new Words("按 " + otherwise + " 计", "counted as " + otherwise));
    return otherwise;
  }

  OpeningHours hours(List<String> names) {
    String text = text(names);
    Optional<OpeningHours> hours = HoursText.parse(text);
    if (hours.isEmpty()) {
      note(
          FindingCode.HOURS_UNREADABLE,
          new Words(
              "第 " + row().number() + " 个要素的开放时间看不懂：" + text,
              "feature " + row().number() + ": hours that cannot be read: " + text),
          new Words("按全天开放计", "taken as open day and night"));
    }
    return hours.orElse(OpeningHours.ALWAYS);
  }

  void note(FindingCode code, Words words, Words action) {
    note(code, Optional.empty(), words, action);
  }

  void note(FindingCode code, Optional<Spot> at, Words words, Words action) {
    findings.add(new Finding(code, table.fileName(), id(), row().number(), at, words, action));
  }

  void leftOut(String zh, String en) {
    note(
        FindingCode.GEOMETRY_EMPTY,
        new Words("第 " + row().number() + " 个要素" + zh, "feature " + row().number() + " " + en),
        new Words("未读入该要素", "the feature was left out"));
  }
}
