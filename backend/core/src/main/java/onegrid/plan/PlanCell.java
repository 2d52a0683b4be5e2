package onegrid.plan;

/**
 * 网格: some units of one community that have one grid leader.
 *
 * @param id its code; never given to another cell, not even after it is retired
 * @param name what people call it
 * @param kind 综合网格 or 专属网格
 * @param areaCode the community it lies in; empty when there is no area
 * @param locked whether people have locked it, its name, its units and all their borders
 * @param retired whether it was joined to another and holds no units any more
 */
public record PlanCell(
    String id, String name, Kind kind, String areaCode, boolean locked, boolean retired)
    implements PlanPart {

  public PlanCell {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a cell needs a code");
    }
  }

  /** What a cell is for. */
  public enum Kind {
    /** 综合网格: ground with its residents. */
    BASE,
    /** 专属网格: a school, a market, a works. */
    EXCLUSIVE
  }

  PlanCell named(String other) {
    return new PlanCell(id, other, kind, areaCode, locked, retired);
  }

  PlanCell withLock(boolean lock) {
    return new PlanCell(id, name, kind, areaCode, lock, retired);
  }

  PlanCell retire() {
    return new PlanCell(id, name, kind, areaCode, locked, true);
  }
}
