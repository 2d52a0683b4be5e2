package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import onegrid.plan.GridLine;
import onegrid.plan.GridPoint;
import onegrid.plan.PlanArc;
import onegrid.plan.PlanBuilding;
import onegrid.plan.PlanCell;
import onegrid.plan.PlanCompound;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanKey;
import onegrid.plan.PlanPart;
import onegrid.plan.PlanUnit;
import onegrid.plan.WholeShape;
import org.jspecify.annotations.Nullable;

/**
 * A part of a plan as JSON, in answers and in the log: members by its kind, the others left out.
 *
 * @param part ARC, UNIT, CELL, BUILDING or COMPOUND
 * @param line x and y in turn, in centimetres
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartView(
    PlanKey.Kind part,
    String id,
    @Nullable List<Integer> line,
    @Nullable String left,
    @Nullable String right,
    PlanArc.@Nullable Hold hold,
    @Nullable Long drawnBy,
    @Nullable Boolean locked,
    @Nullable String areaCode,
    @Nullable String cell,
    @Nullable List<@Nullable String> sources,
    @Nullable String name,
    PlanCell.@Nullable Kind kind,
    @Nullable Boolean retired,
    @Nullable String unit,
    @Nullable List<List<Integer>> rings,
    @Nullable List<Integer> inside,
    @Nullable Integer households,
    @Nullable Integer people) {

  static PartView of(PlanPart part) {
    if (part instanceof PlanArc a) {
      return new PartView(
          PlanKey.Kind.ARC,
          a.id(),
          list(a.line()),
          a.left(),
          a.right(),
          a.hold(),
          a.drawnBy(),
          a.locked(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    if (part instanceof PlanUnit u) {
      List<@Nullable String> sources = new ArrayList<>();
      u.sources().forEach(source -> sources.add(source.orElse(null)));
      return new PartView(
          PlanKey.Kind.UNIT,
          u.id(),
          null,
          null,
          null,
          null,
          null,
          null,
          u.areaCode(),
          u.cell(),
          sources,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
    if (part instanceof PlanCell c) {
      return new PartView(
          PlanKey.Kind.CELL,
          c.id(),
          null,
          null,
          null,
          null,
          null,
          c.locked(),
          c.areaCode(),
          null,
          null,
          c.name(),
          c.kind(),
          c.retired(),
          null,
          null,
          null,
          null,
          null);
    }
    WholeShape w = (WholeShape) part;
    return new PartView(
        w.key().kind(),
        w.id(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        w.unit(),
        w.rings().stream().map(PartView::list).toList(),
        List.of(w.inside().x(), w.inside().y()),
        w instanceof PlanBuilding b ? b.households() : null,
        w instanceof PlanBuilding b ? b.people() : null);
  }

  PlanPart toPart() {
    return switch (part) {
      case ARC ->
          new PlanArc(
              id,
              line(need(line)),
              need(left),
              need(right),
              need(hold),
              need(drawnBy),
              need(locked));
      case UNIT -> {
        List<Optional<String>> held = new ArrayList<>();
        for (String source : need(sources)) {
          held.add(Optional.ofNullable(source));
        }
        yield new PlanUnit(id, need(areaCode), need(cell), held);
      }
      case CELL ->
          new PlanCell(id, need(name), need(kind), need(areaCode), need(locked), need(retired));
      case BUILDING ->
          new PlanBuilding(id, need(unit), outline(), at(), need(households), need(people));
      case COMPOUND -> new PlanCompound(id, need(unit), outline(), at());
      case MEMBERS, NAME, LOCK -> throw new IllegalArgumentException(part + " is no part");
    };
  }

  private List<GridLine> outline() {
    return need(rings).stream().map(PartView::line).toList();
  }

  private GridPoint at() {
    return new GridPoint(need(inside).get(0), need(inside).get(1));
  }

  /** The parts that a diff changes, as they were. */
  static List<PartView> before(PlanDiff diff) {
    return diff.changes().stream().flatMap(c -> c.before().stream()).map(PartView::of).toList();
  }

  /** The parts that a diff changes, as they are after it. */
  static List<PartView> after(PlanDiff diff) {
    return diff.changes().stream().flatMap(c -> c.after().stream()).map(PartView::of).toList();
  }

  /** The diff between parts before and after. */
  static PlanDiff diff(PartView[] before, PartView[] after) {
    Map<PlanKey, PlanPart> was = parts(before);
    Map<PlanKey, PlanPart> is = parts(after);
    TreeSet<PlanKey> keys = new TreeSet<>(was.keySet());
    keys.addAll(is.keySet());
    return new PlanDiff(
        keys.stream()
            .map(
                key ->
                    new PlanDiff.Change(
                        Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key))))
            .toList());
  }

  private static Map<PlanKey, PlanPart> parts(PartView[] views) {
    Map<PlanKey, PlanPart> parts = new HashMap<>();
    Arrays.stream(views).map(PartView::toPart).forEach(part -> parts.put(part.key(), part));
    return parts;
  }

  private static List<Integer> list(GridLine line) {
    return Arrays.stream(line.toArray()).boxed().toList();
  }

  private static GridLine line(List<Integer> xy) {
    return GridLine.of(xy.stream().mapToInt(Integer::intValue).toArray());
  }

  private static <T> T need(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a part of a plan lacks a member");
    }
    return value;
  }
}
