package onegrid.io.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.io.table.CrossingCount;
import onegrid.layer.DepartmentCell;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a layer may be taken by those who want nothing mended: every fault that a merge would put
 * right by itself, with row and place, and the ground that two rows both claim.
 *
 * <p>Work is bounded: pairs of cells and points of overlays are counted beforehand, and a pair
 * whose borders cross more than {@link #MOST_CROSSINGS} times is told of without an overlay. What
 * is beyond the bounds is itself a fault. About a second for a thousand cells.
 */
public final class LayerProof {
  /** Faults told of in one answer; who has more has enough to do. */
  public static final int MOST_FAULTS = 100;

  private static final Set<FindingCode> MENDED =
      EnumSet.of(
          FindingCode.AXES_SWAPPED,
          FindingCode.OLD_CRS_MEMBER,
          FindingCode.RING_NOT_CLOSED,
          FindingCode.CODE_REPEATED,
          FindingCode.NUMBER_UNREADABLE,
          FindingCode.DATE_IMPOSSIBLE);

  /** Below it an overlap is what rounding to centimetres leaves along a border. */
  private static final double LEAST_SQUARE_METRES = 1;

  private static final int MOST_CROSSINGS = 2_000;
  private static final int MOST_PAIRS = 1_000_000;
  private static final long MOST_OVERLAID_POINTS = 3_000_000;

  /**
   * One fault.
   *
   * @param shape the ground it is about, in metres, when it is about ground
   */
  public record Fault(Finding finding, Optional<Geometry> shape) {}

  private final LayerIntake intake;
  private final List<Fault> faults = new ArrayList<>();

  private LayerProof(LayerIntake intake) {
    this.intake = intake;
  }

  /** The faults in the order of the file, ground claimed twice last; none when it is sound. */
  public static List<Fault> faults(LayerIntake intake) {
    LayerProof proof = new LayerProof(intake);
    intake.findings().stream()
        .filter(finding -> MENDED.contains(finding.code()))
        .limit(MOST_FAULTS)
        .forEach(finding -> proof.faults.add(new Fault(finding, Optional.empty())));
    proof.overlaps(proof.soundCells());
    return List.copyOf(proof.faults.subList(0, Math.min(proof.faults.size(), MOST_FAULTS)));
  }

  /** Those whose rings stand; the others are faults. */
  private List<DepartmentCell> soundCells() {
    List<DepartmentCell> sound = new ArrayList<>();
    for (DepartmentCell cell : intake.layer().cells()) {
      TopologyValidationError error = new IsValidOp(cell.shape()).getValidationError();
      if (error == null) {
        sound.add(cell);
      } else {
        Coordinate at = error.getCoordinate();
        fault(
            FindingCode.RING_CROSSES_ITSELF,
            cell,
            at == null ? cell.shape().getCoordinate() : at,
            new Words(
                "第 " + cell.feature() + " 个要素的图形不成立:边界自相交、孔洞越界或部分相叠",
                "feature " + cell.feature() + " is not sound: " + error.getMessage()),
            Optional.empty());
      }
    }
    return sound;
  }

  private void overlaps(List<DepartmentCell> sound) {
    List<int[]> pairs = nearPairs(sound);
    Map<Integer, Boolean> suspect = suspects(sound, pairs);
    long points = 0;
    for (int[] pair : pairs) {
      if (faults.size() >= MOST_FAULTS) {
        return;
      }
      if (suspect.getOrDefault(pair[0], false) && suspect.getOrDefault(pair[1], false)) {
        points += sound.get(pair[0]).shape().getNumPoints();
        points += sound.get(pair[1]).shape().getNumPoints();
        if (points > MOST_OVERLAID_POINTS) {
          tangled(sound.get(pair[0]), sound.get(pair[1]));
          return;
        }
        compare(sound.get(pair[0]), sound.get(pair[1]));
      }
    }
  }

  /** Pairs whose envelopes share ground; ends with a fault when there are too many. */
  private List<int[]> nearPairs(List<DepartmentCell> cells) {
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
        tangled(cells.get(i), cells.get(pairs.get(pairs.size() - 1)[1]));
        return List.of();
      }
    }
    return pairs;
  }

  /** Cells whose borders do not meet their neighbours' point by point; most have none such. */
  private static Map<Integer, Boolean> suspects(List<DepartmentCell> cells, List<int[]> pairs) {
    if (pairs.isEmpty()) {
      return Map.of();
    }
    Geometry[] shapes = cells.stream().map(DepartmentCell::shape).toArray(Geometry[]::new);
    Geometry[] wrong = CoverageValidator.validate(shapes);
    Map<Integer, Boolean> suspect = new HashMap<>();
    for (int i = 0; i < wrong.length; i++) {
      suspect.put(i, wrong[i] != null && !wrong[i].isEmpty());
    }
    return suspect;
  }

  private void compare(DepartmentCell one, DepartmentCell other) {
    if (CrossingCount.exceeds(one.shape(), other.shape(), MOST_CROSSINGS)) {
      tangled(one, other);
      return;
    }
    Geometry both = OverlayNGRobust.overlay(one.shape(), other.shape(), OverlayNG.INTERSECTION);
    double widthMetres = 2 * both.getArea() / Math.max(both.getLength(), 1e-9);
    if (both.getArea() >= LEAST_SQUARE_METRES) {
      fault(
          FindingCode.CELLS_OVERLAP,
          one,
          both.getInteriorPoint().getCoordinate(),
          new Words(
              String.format(
                  "第 %d 个与第 %d 个要素(“%s”与“%s”)重叠 %.0f 平方米,平均宽 %.1f 米",
                  one.feature(),
                  other.feature(),
                  one.code(),
                  other.code(),
                  both.getArea(),
                  widthMetres),
              String.format(
                  "features %d and %d (\"%s\" and \"%s\") overlap by %.0f m², %.1f m wide",
                  one.feature(),
                  other.feature(),
                  one.code(),
                  other.code(),
                  both.getArea(),
                  widthMetres)),
          Optional.of(both));
    }
  }

  private void tangled(DepartmentCell one, DepartmentCell other) {
    fault(
        FindingCode.TOO_MANY_CROSSINGS,
        one,
        one.shape().getCoordinate(),
        new Words(
            "第 " + one.feature() + " 个与第 " + other.feature() + " 个要素一带的边界交叉过多,无法逐一核对",
            "borders about features "
                + one.feature()
                + " and "
                + other.feature()
                + " cross too often to be checked one by one"),
        Optional.empty());
  }

  private void fault(
      FindingCode code, DepartmentCell cell, Coordinate at, Words words, Optional<Geometry> shape) {
    faults.add(
        new Fault(
            new Finding(
                code,
                intake.layer().name(),
                cell.code(),
                cell.feature(),
                Optional.of(new Spot(at.x, at.y)),
                words,
                new Words("请改正后重交", "put it right and hand it in again")),
            shape));
  }
}
