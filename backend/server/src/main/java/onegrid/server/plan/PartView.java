package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
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
 * A part of a plan as JSON, in answers and in the log. Lines and rings are x and y in turn, in
 * centimetres.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "part")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PartView.Arc.class, name = "ARC"),
  @JsonSubTypes.Type(value = PartView.Unit.class, name = "UNIT"),
  @JsonSubTypes.Type(value = PartView.Cell.class, name = "CELL"),
  @JsonSubTypes.Type(value = PartView.Building.class, name = "BUILDING"),
  @JsonSubTypes.Type(value = PartView.Compound.class, name = "COMPOUND")
})
sealed interface PartView {
  /** Its kind, which says what members it has. */
  @JsonProperty("part")
  PlanKey.Kind part();

  PlanPart toPart();

  /** A border. */
  record Arc(
      String id,
      List<Integer> line,
      String left,
      String right,
      PlanArc.Hold hold,
      long drawnBy,
      boolean locked)
      implements PartView {
    @Override
    public PlanKey.Kind part() {
      return PlanKey.Kind.ARC;
    }

    @Override
    public PlanPart toPart() {
      return new PlanArc(id, PartView.line(line), left, right, hold, drawnBy, locked);
    }
  }

  /** A basic unit; where a layer holds nothing, its source is null. */
  record Unit(String id, String areaCode, String cell, List<@Nullable String> sources)
      implements PartView {
    @Override
    public PlanKey.Kind part() {
      return PlanKey.Kind.UNIT;
    }

    @Override
    public PlanPart toPart() {
      List<Optional<String>> held = new ArrayList<>();
      for (String source : sources) {
        held.add(Optional.ofNullable(source));
      }
      return new PlanUnit(id, areaCode, cell, held);
    }
  }

  /** A grid cell. */
  record Cell(
      String id, String name, PlanCell.Kind kind, String areaCode, boolean locked, boolean retired)
      implements PartView {
    @Override
    public PlanKey.Kind part() {
      return PlanKey.Kind.CELL;
    }

    @Override
    public PlanPart toPart() {
      return new PlanCell(id, name, kind, areaCode, locked, retired);
    }
  }

  /** A building, in the unit it follows. */
  record Building(
      String id,
      String unit,
      List<List<Integer>> rings,
      List<Integer> inside,
      int households,
      int people)
      implements PartView {
    @Override
    public PlanKey.Kind part() {
      return PlanKey.Kind.BUILDING;
    }

    @Override
    public PlanPart toPart() {
      return new PlanBuilding(id, unit, lines(rings), point(inside), households, people);
    }
  }

  /** A compound that is not to be cut, in the unit it follows. */
  record Compound(String id, String unit, List<List<Integer>> rings, List<Integer> inside)
      implements PartView {
    @Override
    public PlanKey.Kind part() {
      return PlanKey.Kind.COMPOUND;
    }

    @Override
    public PlanPart toPart() {
      return new PlanCompound(id, unit, lines(rings), point(inside));
    }
  }

  static PartView of(PlanPart part) {
    if (part instanceof PlanArc a) {
      return new Arc(
          a.id(), list(a.line()), a.left(), a.right(), a.hold(), a.drawnBy(), a.locked());
    }
    if (part instanceof PlanUnit u) {
      List<@Nullable String> sources = new ArrayList<>();
      u.sources().forEach(source -> sources.add(source.orElse(null)));
      return new Unit(u.id(), u.areaCode(), u.cell(), sources);
    }
    if (part instanceof PlanCell c) {
      return new Cell(c.id(), c.name(), c.kind(), c.areaCode(), c.locked(), c.retired());
    }
    WholeShape w = (WholeShape) part;
    List<List<Integer>> rings = w.rings().stream().map(PartView::list).toList();
    List<Integer> inside = List.of(w.inside().x(), w.inside().y());
    return w instanceof PlanBuilding b
        ? new Building(b.id(), b.unit(), rings, inside, b.households(), b.people())
        : new Compound(w.id(), w.unit(), rings, inside);
  }

  /** The parts that a diff changes, as they were. */
  static PartView[] before(PlanDiff diff) {
    return diff.changes().stream()
        .flatMap(c -> c.before().stream())
        .map(PartView::of)
        .toArray(PartView[]::new);
  }

  /** The parts that a diff changes, as they are after it. */
  static PartView[] after(PlanDiff diff) {
    return diff.changes().stream()
        .flatMap(c -> c.after().stream())
        .map(PartView::of)
        .toArray(PartView[]::new);
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

  private static List<GridLine> lines(List<List<Integer>> rings) {
    return rings.stream().map(PartView::line).toList();
  }

  private static GridLine line(List<Integer> xy) {
    return GridLine.of(xy.stream().mapToInt(Integer::intValue).toArray());
  }

  private static GridPoint point(List<Integer> xy) {
    return new GridPoint(xy.get(0), xy.get(1));
  }
}
