package onegrid.io.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import onegrid.io.table.CrossingCount;
import onegrid.layer.DepartmentCell;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Ground that two sound cells of one layer both claim.
 *
 * <p>Work is bounded: pairs of cells and points of overlays are counted beforehand, and a pair
 * whose borders cross more than {@link #MOST_CROSSINGS} times is told of without an overlay; where
 * a bound is met, that is the last thing told. About a second for a thousand cells.
 */
final class LayerOverlaps {
  /** Below it an overlap is what rounding to centimetres leaves along a border. */
  private static final double LEAST_SQUARE_METRES = 1;

  private static final int MOST_CROSSINGS = 2_000;
  private static final int MOST_PAIRS = 1_000_000;
  private static final long MOST_OVERLAID_POINTS = 3_000_000;

  /**
   * Two cells and what both claim.
   *
   * @param ground in metres; empty where their borders, or those about them, cross too often to be
   *     looked at one by one
   */
  record Overlap(DepartmentCell one, DepartmentCell other, Optional<Geometry> ground) {
    static double widthMetres(Geometry ground) {
      return 2 * ground.getArea() / Math.max(ground.getLength(), 1e-9);
    }
  }

  private final List<DepartmentCell> cells;
  private final List<Overlap> found = new ArrayList<>();

  private LayerOverlaps(List<DepartmentCell> cells) {
    this.cells = cells;
  }

  /** The first of them, in the order of the cells, at most so many. */
  static List<Overlap> find(List<DepartmentCell> sound, int most) {
    LayerOverlaps overlaps = new LayerOverlaps(sound);
    overlaps.look(most);
    return overlaps.found;
  }

  private void look(int most) {
    List<int[]> pairs = nearPairs();
    BitSet suspect = pairs.isEmpty() ? new BitSet() : suspects();
    long points = 0;
    for (int[] pair : pairs) {
      if (found.size() >= most) {
        return;
      }
      // Of a cell that lies inside another only the inner one is off the borders of its neighbours.
      if (suspect.get(pair[0]) || suspect.get(pair[1])) {
        DepartmentCell one = cells.get(pair[0]);
        DepartmentCell other = cells.get(pair[1]);
        points += one.shape().getNumPoints() + other.shape().getNumPoints();
        if (points > MOST_OVERLAID_POINTS) {
          found.add(new Overlap(one, other, Optional.empty()));
          return;
        }
        compare(one, other);
      }
    }
  }

  /** Pairs whose envelopes share ground; none when there are too many, which is told. */
  private List<int[]> nearPairs() {
    STRtree tree = new STRtree();
    for (int i = 0; i < cells.size(); i++) {
      tree.insert(cells.get(i).shape().getEnvelopeInternal(), i);
    }
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      int first = i;
      Envelope here = cells.get(i).shape().getEnvelopeInternal();
      List<Integer> near = new ArrayList<>();
      tree.query(here, item -> near.add((Integer) item));
      near.stream()
          .filter(j -> j > first)
          .filter(j -> here.intersection(cells.get(j).shape().getEnvelopeInternal()).getArea() > 0)
          .sorted()
          .forEach(j -> pairs.add(new int[] {first, j}));
      if (pairs.size() > MOST_PAIRS) {
        DepartmentCell other = cells.get(pairs.get(pairs.size() - 1)[1]);
        found.add(new Overlap(cells.get(i), other, Optional.empty()));
        return List.of();
      }
    }
    return pairs;
  }

  /** Cells whose borders do not meet their neighbours' point by point; most have none such. */
  private BitSet suspects() {
    Geometry[] shapes = cells.stream().map(DepartmentCell::shape).toArray(Geometry[]::new);
    Geometry[] wrong = CoverageValidator.validate(shapes);
    BitSet suspect = new BitSet();
    for (int i = 0; i < wrong.length; i++) {
      suspect.set(i, wrong[i] != null && !wrong[i].isEmpty());
    }
    return suspect;
  }

  private void compare(DepartmentCell one, DepartmentCell other) {
    if (CrossingCount.exceeds(one.shape(), other.shape(), MOST_CROSSINGS)) {
      found.add(new Overlap(one, other, Optional.empty()));
      return;
    }
    Geometry both = OverlayNGRobust.overlay(one.shape(), other.shape(), OverlayNG.INTERSECTION);
    if (both.getArea() >= LEAST_SQUARE_METRES) {
      found.add(new Overlap(one, other, Optional.of(both)));
    }
  }
}
