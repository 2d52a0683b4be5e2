package onegrid.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.plan.GridPoint;
import onegrid.plan.PlanCell;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanEdit;
import onegrid.server.frame.FrameShapes;
import onegrid.server.plan.OperationWish.Place;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import org.jspecify.annotations.Nullable;

/**
 * The gate between what people send and what core takes: every verb with exactly its members, every
 * number finite and in range, no list longer than a person would make it.
 */
final class PlanWords {
  private static final int MOST_UNITS = 2000;
  private static final int MOST_POINTS = 1000;
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_NOTE = 500;

  /** The members of each verb; all of them are needed. */
  private static final Map<String, Set<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("TRANSFER", Set.of("units", "cell")),
          Map.entry("OPEN_CELL", Set.of("cell", "name", "kind", "units")),
          Map.entry("JOIN_CELLS", Set.of("into", "from")),
          Map.entry("RENAME", Set.of("cell", "name")),
          Map.entry("LOCK_CELL", Set.of("cell")),
          Map.entry("UNLOCK_CELL", Set.of("cell")),
          Map.entry("LOCK_ARC", Set.of("arc")),
          Map.entry("UNLOCK_ARC", Set.of("arc")),
          Map.entry("MOVE_VERTEX", Set.of("arc", "at", "to")),
          Map.entry("INSERT_VERTEX", Set.of("arc", "after", "at")),
          Map.entry("DELETE_VERTEX", Set.of("arc", "at")),
          Map.entry("SPLIT_UNIT", Set.of("unit", "line")),
          Map.entry("JOIN_UNITS", Set.of("units")),
          Map.entry("FREE_COMPOUND", Set.of("compound")),
          Map.entry("UNDO", Set.of("seq")));

  /** What other programs call taking a cell away; here all ground always belongs to one. */
  private static final Set<String> DELETIONS = Set.of("DELETE_CELL", "DELETE_UNIT", "DELETE");

  private PlanWords() {}

  /**
   * The wish with every place in centimetres, as it is kept in the log.
   *
   * @throws Refused if it is not one
   */
  static OperationWish checked(OperationWish wish, int epsgCode) {
    if (DELETIONS.contains(wish.verb())) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "网格不能删除：其中的地块和楼栋仍指向它。请用 JOIN_CELLS 并入相邻网格。",
          "A cell is not deleted: its ground and buildings point to it. Join it to another by"
              + " JOIN_CELLS.");
    }
    Set<String> given = given(wish);
    Set<String> members = MEMBERS.get(wish.verb());
    if (members == null || !members.equals(given)) {
      throw unprocessable(
          members == null
              ? "没有这种操作。"
              : "操作 " + wish.verb() + " 须带且只带：" + String.join("、", new TreeSet<>(members)) + "。",
          members == null
              ? "There is no such operation."
              : wish.verb() + " takes exactly: " + String.join(", ", new TreeSet<>(members)) + ".");
    }
    ids(wish);
    String note = wish.note();
    String name = wish.name();
    return new OperationWish(
        wish.verb(),
        wish.units(),
        wish.unit(),
        wish.cell(),
        name == null ? null : PlainName.of(name),
        wish.kind(),
        wish.into(),
        wish.from(),
        wish.arc(),
        wish.compound(),
        cells(wish.at(), epsgCode),
        cells(wish.to(), epsgCode),
        cells(wish.after(), epsgCode),
        line(wish.line(), epsgCode),
        wish.seq(),
        note == null ? null : note(note));
  }

  /** A remark of people without what cannot be seen. */
  static String note(String note) {
    if (note.length() > LONGEST_NOTE) {
      throw unprocessable(
          "说明最多 " + LONGEST_NOTE + " 个字。", "A note has at most " + LONGEST_NOTE + " characters.");
    }
    return PlainName.stripped(note).strip();
  }

  private static Set<String> given(OperationWish wish) {
    Set<String> given = new TreeSet<>();
    add(given, "units", wish.units());
    add(given, "unit", wish.unit());
    add(given, "cell", wish.cell());
    add(given, "name", wish.name());
    add(given, "kind", wish.kind());
    add(given, "into", wish.into());
    add(given, "from", wish.from());
    add(given, "arc", wish.arc());
    add(given, "compound", wish.compound());
    add(given, "at", wish.at());
    add(given, "to", wish.to());
    add(given, "after", wish.after());
    add(given, "line", wish.line());
    add(given, "seq", wish.seq());
    return given;
  }

  private static void add(Set<String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.add(name);
    }
  }

  private static void ids(OperationWish wish) {
    List<String> units = wish.units() == null ? List.of() : wish.units();
    if (units.size() > MOST_UNITS) {
      throw unprocessable(
          "一次最多 " + MOST_UNITS + " 个单元。", "At most " + MOST_UNITS + " units at a time.");
    }
    List<@Nullable String> ids = new ArrayList<>(units);
    ids.add(wish.unit());
    ids.add(wish.cell());
    ids.add(wish.into());
    ids.add(wish.from());
    ids.add(wish.arc());
    ids.add(wish.compound());
    for (String id : ids) {
      if (id != null
          && (id.isBlank() || id.length() > LONGEST_ID || !PlainName.stripped(id).equals(id))) {
        throw unprocessable(
            "编码须为 1 到 " + LONGEST_ID + " 个可见字符。",
            "A code has 1 to " + LONGEST_ID + " characters that can be seen.");
      }
    }
    String kind = wish.kind();
    if (kind != null && !kind.equals("BASE") && !kind.equals("EXCLUSIVE")) {
      throw unprocessable("网格类型须为 BASE 或 EXCLUSIVE。", "The kind is BASE or EXCLUSIVE.");
    }
  }

  private static @Nullable List<Place> line(@Nullable List<Place> line, int epsgCode) {
    if (line == null) {
      return null;
    }
    if (line.size() > MOST_POINTS) {
      throw unprocessable(
          "一条线最多 " + MOST_POINTS + " 个点。", "A line has at most " + MOST_POINTS + " points.");
    }
    List<Place> cells = new ArrayList<>();
    for (Place place : line) {
      cells.add(place(point(place, epsgCode)));
    }
    return cells;
  }

  private static @Nullable Place cells(@Nullable Place place, int epsgCode) {
    return place == null ? null : place(point(place, epsgCode));
  }

  private static Place place(GridPoint p) {
    return new Place(p.x(), p.y(), null, null);
  }

  private static GridPoint point(Place place, int epsgCode) {
    Integer x = place.x();
    Integer y = place.y();
    Double lon = place.lon();
    Double lat = place.lat();
    try {
      if (x != null && y != null && lon == null && lat == null) {
        return new GridPoint(x, y);
      }
      if (x == null && y == null && lon != null && lat != null) {
        if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 85)) {
          throw new IllegalArgumentException("no place on the map");
        }
        double[] metres = FrameShapes.of(new LocalFrame(epsgCode)).gate().toMetres(lon, lat);
        return new GridPoint(LocalFrame.toCells(metres[0]), LocalFrame.toCells(metres[1]));
      }
    } catch (IllegalArgumentException | FileRefused e) {
      throw unprocessable("点的坐标超出范围。", "A place is out of range.");
    }
    throw unprocessable("点须写成 x、y（厘米）或 lon、lat（度）。", "A place has x and y, or lon and lat.");
  }

  /**
   * What core is asked for by a checked wish.
   *
   * @param done gives what an operation of the log did
   */
  static PlanEdit edit(OperationWish wish, LongFunction<PlanDiff> done) {
    return switch (wish.verb()) {
      case "TRANSFER" -> new PlanEdit.Transfer(need(wish.units()), need(wish.cell()));
      case "OPEN_CELL" ->
          new PlanEdit.OpenCell(
              need(wish.cell()),
              need(wish.name()),
              PlanCell.Kind.valueOf(need(wish.kind())),
              need(wish.units()));
      case "JOIN_CELLS" -> new PlanEdit.JoinCells(need(wish.into()), need(wish.from()));
      case "RENAME" -> new PlanEdit.Rename(need(wish.cell()), need(wish.name()));
      case "LOCK_CELL" -> new PlanEdit.LockCell(need(wish.cell()), true);
      case "UNLOCK_CELL" -> new PlanEdit.LockCell(need(wish.cell()), false);
      case "LOCK_ARC" -> new PlanEdit.LockArc(need(wish.arc()), true);
      case "UNLOCK_ARC" -> new PlanEdit.LockArc(need(wish.arc()), false);
      case "MOVE_VERTEX" ->
          new PlanEdit.MoveVertex(need(wish.arc()), grid(wish.at()), grid(wish.to()));
      case "INSERT_VERTEX" ->
          new PlanEdit.InsertVertex(need(wish.arc()), grid(wish.after()), grid(wish.at()));
      case "DELETE_VERTEX" -> new PlanEdit.DeleteVertex(need(wish.arc()), grid(wish.at()));
      case "SPLIT_UNIT" ->
          new PlanEdit.SplitUnit(
              need(wish.unit()), need(wish.line()).stream().map(PlanWords::grid).toList());
      case "JOIN_UNITS" -> new PlanEdit.JoinUnits(need(wish.units()));
      case "FREE_COMPOUND" -> new PlanEdit.FreeCompound(need(wish.compound()));
      case "UNDO" -> new PlanEdit.Undo(done.apply(need(wish.seq())));
      default -> throw new IllegalArgumentException("no verb: " + wish.verb());
    };
  }

  private static <T> T need(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("an operation that was not checked");
    }
    return value;
  }

  static GridPoint grid(@Nullable Place place) {
    return new GridPoint(need(need(place).x()), need(need(place).y()));
  }

  /** For a number that is not in the log. */
  static Refused unknown(long seq) {
    return unprocessable("没有第 " + seq + " 步操作。", "There is no operation " + seq + ".");
  }

  private static Refused unprocessable(String zh, String en) {
    return new Refused(ProblemKind.UNPROCESSABLE, zh, en);
  }
}
