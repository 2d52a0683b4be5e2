package onegrid.io.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.layer.DepartmentCell;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a layer may be taken by those who want nothing mended: every fault that a merge would put
 * right by itself, with row and place, and the ground that two rows both claim.
 *
 * <p>Work is bounded as that of {@link LayerOverlaps} is; what is beyond its bounds is itself a
 * fault.
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
    int left = Math.max(0, MOST_FAULTS - proof.faults.size());
    LayerOverlaps.find(proof.soundCells(), left).forEach(proof::overlap);
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
                "第 " + cell.feature() + " 个要素的图形不成立：边界自相交、孔洞越界或部分相叠",
                "feature " + cell.feature() + " is not sound: " + error.getMessage()),
            Optional.empty());
      }
    }
    return sound;
  }

  private void overlap(LayerOverlaps.Overlap overlap) {
    DepartmentCell one = overlap.one();
    DepartmentCell other = overlap.other();
    if (overlap.ground().isEmpty()) {
      tangled(one, other);
      return;
    }
    Geometry both = overlap.ground().get();
    double widthMetres = LayerOverlaps.Overlap.widthMetres(both);
    fault(
        FindingCode.CELLS_OVERLAP,
        one,
        both.getInteriorPoint().getCoordinate(),
        new Words(
            String.format(
                "第 %d 个与第 %d 个要素（“%s”与“%s”）重叠 %.0f 平方米，平均宽 %.1f 米",
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

  private void tangled(DepartmentCell one, DepartmentCell other) {
    fault(
        FindingCode.TOO_MANY_CROSSINGS,
        one,
        one.shape().getCoordinate(),
        new Words(
            "第 " + one.feature() + " 个与第 " + other.feature() + " 个要素一带的边界交叉过多，无法逐一核对",
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
