package onegrid.plan;

import java.util.Arrays;

/**
 * Something that an edit reads or writes: a part of the plan, or one side of a cell that people
 * change for itself.
 */
public record PlanKey(Kind kind, String id) implements Comparable<PlanKey> {

  /** What is named. The letters stand in the store. */
  public enum Kind {
    /** An arc: its line, its sides, its lock. */
    ARC('a'),
    /** A unit: that it is there, and its cell. Its shape is that of its arcs. */
    UNIT('u'),
    /** A cell: that it is there. */
    CELL('c'),
    /** Which units a cell holds. */
    MEMBERS('m'),
    /** What a cell is called. */
    NAME('n'),
    /** Whether a cell is locked. */
    LOCK('l'),
    /** A building: its unit. */
    BUILDING('b'),
    /** A compound that is kept whole: that it is, and its unit. */
    COMPOUND('k');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    static Kind of(PlanPart part) {
      if (part instanceof PlanArc) {
        return ARC;
      }
      if (part instanceof PlanUnit) {
        return UNIT;
      }
      if (part instanceof PlanCell) {
        return CELL;
      }
      return part instanceof PlanBuilding ? BUILDING : COMPOUND;
    }
  }

  /** A letter and the id: {@code a17}. */
  public String text() {
    return kind.letter + id;
  }

  /** The key that {@link #text} wrote. */
  public static PlanKey parse(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> !text.isEmpty() && kind.letter == text.charAt(0))
        .findFirst()
        .map(kind -> new PlanKey(kind, text.substring(1)))
        .orElseThrow(() -> new IllegalArgumentException("no key: " + text));
  }

  @Override
  public int compareTo(PlanKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }
}
