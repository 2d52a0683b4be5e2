package onegrid.merge;

import java.util.Optional;
import onegrid.finding.Words;

/**
 * What the shift and the tolerance of a layer rest on, all distances in metres.
 *
 * <p>Points of the layer are asked for the nearest line of a stronger layer. Where both mean the
 * same border they pile up near zero; the even spread of all others is taken away first.
 *
 * @param samples how many points were asked
 * @param near how many of them have a stronger line within {@link #REACH_METRES}
 * @param sameBorder how many of those, about, were drawn for the same border
 * @param modeMetres the distance at which these lie densest
 * @param medianMetres the distance that half of these keep
 * @param p90Metres the distance that nine of ten keep
 * @param p98Metres the distance that 98 of 100 keep
 * @param tolerance why the tolerance is what it is
 * @param foundEastMetres the constant shift that was found, undone or not
 * @param foundNorthMetres the constant shift that was found, undone or not
 * @param shift what was done about it
 * @param datum the datum that makes such a shift here, where it is one that the caller named
 */
public record LayerEvidence(
    String layer,
    int samples,
    int near,
    int sameBorder,
    double modeMetres,
    double medianMetres,
    double p90Metres,
    double p98Metres,
    ToleranceReason tolerance,
    double foundEastMetres,
    double foundNorthMetres,
    ShiftReason shift,
    Optional<String> datum) {

  /** A stronger line that lies farther from a point tells nothing about it. */
  public static final double REACH_METRES = 60;

  /** Why a tolerance is what it is. */
  public enum ToleranceReason {
    FOUND("容下 98% 的同界点，再加四分之一", "holds 98 % of the points of common borders, and a quarter more"),
    AT_LEAST("图层几乎重合，取下限", "the layers nearly coincide: the least there is"),
    AT_MOST("图层相差过大，取上限", "the layers lie far apart: the most there is"),
    NOTHING_NEAR(
        "附近没有更高等级的边界可比，取下限", "no stronger border near to compare with: the least there is"),
    GIVEN("由操作者指定", "asked for"),
    KNOWN("沿用此前测得的值", "known from an earlier merge");

    private final Words words;

    ToleranceReason(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  /** What was done about a shift. */
  public enum ShiftReason {
    NONE("不足 0.2 米，未移动", "less than 0.2 m: left as it is"),
    UNDONE("整体移回", "moved back as a whole"),
    UNCLEAR(
        "可比的边界太少或只有一个方向，未移动", "too few common borders, or of one direction only: left as it is"),
    KNOWN("沿用此前测得的值", "known from an earlier merge");

    private final Words words;

    ShiftReason(String zh, String en) {
      this.words = new Words(zh, en);
    }

    public Words words() {
      return words;
    }
  }

  /** The same, the tolerance being one that was asked for. */
  LayerEvidence withToleranceGiven() {
    return new LayerEvidence(
        layer,
        samples,
        near,
        sameBorder,
        modeMetres,
        medianMetres,
        p90Metres,
        p98Metres,
        ToleranceReason.GIVEN,
        foundEastMetres,
        foundNorthMetres,
        shift,
        datum);
  }

  /** For a layer that was not measured because it is known how it was drawn. */
  static LayerEvidence known(String layer, DrawingError error) {
    return new LayerEvidence(
        layer,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        ToleranceReason.KNOWN,
        error.shiftEastMetres(),
        error.shiftNorthMetres(),
        ShiftReason.KNOWN,
        error.datum());
  }
}
