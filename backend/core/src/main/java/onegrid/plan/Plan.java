package onegrid.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft of grid cells: units with the cell of each, the arcs between them, the buildings in them.
 *
 * <p>Never changes; {@link #with} gives the plan after a diff and shares the rest, in a time that
 * grows with the diff and hardly with the plan. Safe for many threads.
 */
public final class Plan {
  private final int epsgCode;
  private final PersistentMap<String, PlanArc> arcs;
  private final PersistentMap<String, PlanUnit> units;
  private final PersistentMap<String, PlanCell> cells;
  private final PersistentMap<String, PlanBuilding> buildings;
  private final PersistentMap<String, PlanCompound> compounds;
  private final PersistentMap<String, List<String>> arcsOf;
  private final PersistentMap<GridPoint, List<String>> arcsAt;
  private final PersistentMap<String, List<String>> unitsOf;
  private final PersistentMap<String, List<String>> buildingsOf;
  private final PersistentMap<String, List<String>> compoundsOf;
  private final PlanDigest digest;

  private Plan(Draft d) {
    epsgCode = d.epsgCode;
    arcs = d.arcs;
    units = d.units;
    cells = d.cells;
    buildings = d.buildings;
    compounds = d.compounds;
    arcsOf = d.arcsOf;
    arcsAt = d.arcsAt;
    unitsOf = d.unitsOf;
    buildingsOf = d.buildingsOf;
    compoundsOf = d.compoundsOf;
    digest = d.digest;
  }

  /** A plan of parts that belong together. Checks no borders: see {@link PlanCheck}. */
  public static Plan of(int epsgCode, Collection<? extends PlanPart> parts) {
    Draft draft = new Draft(epsgCode);
    parts.forEach(draft::add);
    return new Plan(draft);
  }

  /** The metric coordinate system of its centimetres. */
  public int epsgCode() {
    return epsgCode;
  }

  public Optional<PlanArc> arc(String id) {
    return Optional.ofNullable(arcs.get(id));
  }

  public Optional<PlanUnit> unit(String id) {
    return Optional.ofNullable(units.get(id));
  }

  public Optional<PlanCell> cell(String id) {
    return Optional.ofNullable(cells.get(id));
  }

  public Optional<PlanBuilding> building(String id) {
    return Optional.ofNullable(buildings.get(id));
  }

  public Optional<PlanCompound> compound(String id) {
    return Optional.ofNullable(compounds.get(id));
  }

  Optional<PlanPart> part(PlanKey key) {
    return Optional.ofNullable(
        switch (key.kind()) {
          case ARC -> arcs.get(key.id());
          case UNIT -> units.get(key.id());
          case CELL -> cells.get(key.id());
          case BUILDING -> buildings.get(key.id());
          case COMPOUND -> compounds.get(key.id());
          case MEMBERS, NAME, LOCK -> throw new IllegalArgumentException(key + " is no part");
        });
  }

  /** All arcs, by id. */
  public List<PlanArc> arcs() {
    return sorted(arcs);
  }

  /** All units, by id. */
  public List<PlanUnit> units() {
    return sorted(units);
  }

  /** All cells, by id, the retired among them. */
  public List<PlanCell> cells() {
    return sorted(cells);
  }

  /** All buildings, by id. */
  public List<PlanBuilding> buildings() {
    return sorted(buildings);
  }

  /** All compounds that are kept whole, by id. */
  public List<PlanCompound> compounds() {
    return sorted(compounds);
  }

  /** The arcs around a unit, by id. */
  public List<PlanArc> arcsOf(String unit) {
    return all(arcsOf.get(unit), arcs);
  }

  /** The arcs that end at a point, by id. */
  public List<PlanArc> arcsAt(GridPoint point) {
    return all(arcsAt.get(point), arcs);
  }

  /** The units of a cell, by id. */
  public List<PlanUnit> unitsOf(String cell) {
    return all(unitsOf.get(cell), units);
  }

  /** The buildings in a unit, by id. */
  public List<PlanBuilding> buildingsOf(String unit) {
    return all(buildingsOf.get(unit), buildings);
  }

  /** What no border may cut in a unit: buildings, then compounds. */
  List<WholeShape> wholesOf(String unit) {
    List<WholeShape> wholes = new ArrayList<>(buildingsOf(unit));
    wholes.addAll(all(compoundsOf.get(unit), compounds));
    return wholes;
  }

  /** Twice the area of a unit in square cells, exact. */
  public long doubledArea(String unit) {
    long sum = 0;
    for (PlanArc arc : arcsOf(unit)) {
      sum += arc.left().equals(unit) ? arc.line().crossSum() : -arc.line().crossSum();
    }
    return sum;
  }

  /** The digest of its parts, 64 hex digits: equal for equal plans, however they came about. */
  public String digest() {
    return digest.text();
  }

  /** Whether every part is as a diff expects it. */
  boolean fits(PlanDiff diff) {
    return diff.changes().stream().allMatch(c -> part(c.key()).equals(c.before()));
  }

  /**
   * The plan after a diff.
   *
   * @throws IllegalStateException if a part is not as the diff expects it
   */
  public Plan with(PlanDiff diff) {
    Draft draft = new Draft(this);
    for (PlanDiff.Change change : diff.changes()) {
      if (!part(change.key()).equals(change.before())) {
        throw new IllegalStateException(
            change.key().text() + " is " + part(change.key()) + ", not " + change.before());
      }
      change.before().ifPresent(draft::remove);
    }
    diff.changes().forEach(change -> change.after().ifPresent(draft::add));
    return new Plan(draft);
  }

  private static <T extends PlanPart> List<T> sorted(PersistentMap<String, T> map) {
    List<T> all = new ArrayList<>(map.size());
    map.forEach((id, part) -> all.add(part));
    all.sort(Comparator.comparing(PlanPart::id));
    return all;
  }

  private static <T> List<T> all(@Nullable List<String> ids, PersistentMap<String, T> map) {
    List<T> found = new ArrayList<>();
    if (ids != null) {
      for (String id : ids) {
        T part = map.get(id);
        if (part == null) {
          throw new IllegalStateException("listed, but not there: " + id);
        }
        found.add(part);
      }
    }
    return found;
  }

  /** A plan while it is put together. */
  private static final class Draft {
    final int epsgCode;
    PersistentMap<String, PlanArc> arcs = PersistentMap.empty();
    PersistentMap<String, PlanUnit> units = PersistentMap.empty();
    PersistentMap<String, PlanCell> cells = PersistentMap.empty();
    PersistentMap<String, PlanBuilding> buildings = PersistentMap.empty();
    PersistentMap<String, PlanCompound> compounds = PersistentMap.empty();
    PersistentMap<String, List<String>> arcsOf = PersistentMap.empty();
    PersistentMap<GridPoint, List<String>> arcsAt = PersistentMap.empty();
    PersistentMap<String, List<String>> unitsOf = PersistentMap.empty();
    PersistentMap<String, List<String>> buildingsOf = PersistentMap.empty();
    PersistentMap<String, List<String>> compoundsOf = PersistentMap.empty();
    PlanDigest digest = PlanDigest.EMPTY;

    Draft(int epsgCode) {
      this.epsgCode = epsgCode;
    }

    Draft(Plan plan) {
      epsgCode = plan.epsgCode;
      arcs = plan.arcs;
      units = plan.units;
      cells = plan.cells;
      buildings = plan.buildings;
      compounds = plan.compounds;
      arcsOf = plan.arcsOf;
      arcsAt = plan.arcsAt;
      unitsOf = plan.unitsOf;
      buildingsOf = plan.buildingsOf;
      compoundsOf = plan.compoundsOf;
      digest = plan.digest;
    }

    void add(PlanPart part) {
      digest = digest.plus(part);
      if (part instanceof PlanArc arc) {
        arcs = arcs.with(unknown(arcs, arc), arc);
        // Nobody asks for the arcs around all of the outside, and there are many.
        for (String side : arc.sides()) {
          arcsOf = Lists.with(arcsOf, side, arc.id());
        }
        arcsAt = Lists.with(arcsAt, arc.line().first(), arc.id());
        if (!arc.line().isClosed()) {
          arcsAt = Lists.with(arcsAt, arc.line().last(), arc.id());
        }
      } else if (part instanceof PlanUnit unit) {
        units = units.with(unknown(units, unit), unit);
        unitsOf = Lists.with(unitsOf, unit.cell(), unit.id());
      } else if (part instanceof PlanCell cell) {
        cells = cells.with(unknown(cells, cell), cell);
      } else if (part instanceof PlanBuilding building) {
        buildings = buildings.with(unknown(buildings, building), building);
        buildingsOf = Lists.with(buildingsOf, building.unit(), building.id());
      } else if (part instanceof PlanCompound compound) {
        compounds = compounds.with(unknown(compounds, compound), compound);
        compoundsOf = Lists.with(compoundsOf, compound.unit(), compound.id());
      }
    }

    void remove(PlanPart part) {
      digest = digest.minus(part);
      if (part instanceof PlanArc arc) {
        arcs = arcs.without(arc.id());
        for (String side : arc.sides()) {
          arcsOf = Lists.without(arcsOf, side, arc.id());
        }
        arcsAt = Lists.without(arcsAt, arc.line().first(), arc.id());
        arcsAt = Lists.without(arcsAt, arc.line().last(), arc.id());
      } else if (part instanceof PlanUnit unit) {
        units = units.without(unit.id());
        unitsOf = Lists.without(unitsOf, unit.cell(), unit.id());
      } else if (part instanceof PlanCell cell) {
        cells = cells.without(cell.id());
      } else if (part instanceof PlanBuilding building) {
        buildings = buildings.without(building.id());
        buildingsOf = Lists.without(buildingsOf, building.unit(), building.id());
      } else if (part instanceof PlanCompound compound) {
        compounds = compounds.without(compound.id());
        compoundsOf = Lists.without(compoundsOf, compound.unit(), compound.id());
      }
    }

    private static <T> String unknown(PersistentMap<String, T> map, PlanPart part) {
      if (map.get(part.id()) != null) {
        throw new IllegalArgumentException("twice in a plan: " + part.key().text());
      }
      return part.id();
    }
  }

  /** Sorted lists of ids in a map. */
  private static final class Lists {
    private Lists() {}

    static <K> PersistentMap<K, List<String>> with(
        PersistentMap<K, List<String>> map, K key, String id) {
      List<String> before = map.get(key);
      List<String> after = before == null ? new ArrayList<>(1) : new ArrayList<>(before);
      int at = Collections.binarySearch(after, id);
      if (at < 0) {
        after.add(-at - 1, id);
      }
      return map.with(key, after);
    }

    static <K> PersistentMap<K, List<String>> without(
        PersistentMap<K, List<String>> map, K key, String id) {
      List<String> before = map.get(key);
      if (before == null) {
        return map;
      }
      List<String> after = new ArrayList<>(before);
      after.remove(id);
      return after.isEmpty() ? map.without(key) : map.with(key, after);
    }
  }
}
