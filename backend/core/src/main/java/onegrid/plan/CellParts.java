package onegrid.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts that a cell lies in: units that share a border are in one part. */
public final class CellParts {
  private CellParts() {}

  /** The parts of a cell, the one with most units first; none for a cell without units. */
  public static List<List<PlanUnit>> of(Plan plan, String cell) {
    Map<String, PlanUnit> left = new TreeMap<>();
    plan.unitsOf(cell).forEach(unit -> left.put(unit.id(), unit));
    List<List<PlanUnit>> parts = new ArrayList<>();
    while (!left.isEmpty()) {
      List<PlanUnit> part = new ArrayList<>();
      Deque<String> next = new ArrayDeque<>();
      next.add(left.keySet().iterator().next());
      while (!next.isEmpty()) {
        String id = next.remove();
        PlanUnit unit = left.remove(id);
        if (unit != null) {
          part.add(unit);
          for (PlanArc arc : plan.arcsOf(id)) {
            String other = arc.beyond(id);
            if (left.containsKey(other)) {
              next.add(other);
            }
          }
        }
      }
      part.sort(Comparator.comparing(PlanUnit::id));
      parts.add(part);
    }
    parts.sort(
        Comparator.comparingInt((List<PlanUnit> part) -> -part.size())
            .thenComparing(part -> part.get(0).id()));
    return parts;
  }
}
