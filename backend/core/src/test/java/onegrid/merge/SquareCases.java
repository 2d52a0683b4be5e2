package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import onegrid.layer.DepartmentLayer;
import onegrid.mosaic.BasicUnit;
import onegrid.place.Indivisible;

/**
 * Cases that can be drawn on paper: one division, a square of 200 m, and what layers draw on it.
 */
final class SquareCases {
  static final DepartmentLayer SQUARE =
      Districts.layer("社区", "C", "POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))");

  private SquareCases() {}

  /** Merges at a tolerance, in metres; the laws hold. */
  static UnifiedGround merge(double tolerance, DepartmentLayer... layers) {
    return merge(tolerance, List.of(), layers);
  }

  static UnifiedGround merge(double tolerance, List<Indivisible> whole, DepartmentLayer... layers) {
    return merge(
        tolerance, new MergeInput(Districts.FRAME, Optional.of(SQUARE), List.of(layers), whole));
  }

  static UnifiedGround merge(double tolerance, MergeInput input) {
    UnifiedGround ground =
        GridMerge.merge(
            input, new MergePolicy(OptionalDouble.of(tolerance), 1), MergeProgress.SILENT);
    MosaicLaws.check("case", input, ground);
    return ground;
  }

  /** The units as "cell|cell ground", in their order. */
  static List<String> sources(UnifiedGround ground) {
    List<String> out = new ArrayList<>();
    for (BasicUnit u : ground.mosaic().units()) {
      out.add(
          String.join("|", u.sources().stream().map(s -> s.orElse("-")).toList())
              + " "
              + Math.round(u.areaSquareMetres()));
    }
    return out;
  }

  static List<Conflict> conflicts(UnifiedGround ground, ConflictKind kind) {
    return ground.conflicts().stream().filter(c -> c.kind() == kind).toList();
  }

  /** A layer of a left and a right cell, the border between them at some x. */
  static DepartmentLayer halves(String layer, String left, String right, double x) {
    return Districts.layer(
        layer,
        left,
        "POLYGON ((0 0, %1$s 0, %1$s 200, 0 200, 0 0))".formatted(x),
        right,
        "POLYGON ((%1$s 0, 200 0, 200 200, %1$s 200, %1$s 0))".formatted(x));
  }
}
