package onegrid.server.merge;

import java.util.HashSet;
import java.util.List;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which layers to merge, and how; kept with the job as JSON.
 *
 * @param areaLayerId the layer whose borders never move, null for the union of the layers
 * @param layerIds by rank, strongest first
 * @param ranks the rank of each layer, the smaller the stronger, where the order of the ids is not
 *     it; of equals the better drawn comes first. Null for the order of the ids
 * @param toleranceMetres null to find it from the data
 * @param wholeCompounds whether no border may cut a compound either; null for no
 */
record MergeOrder(
    @Nullable Long areaLayerId,
    List<Long> layerIds,
    @Nullable List<Integer> ranks,
    @Nullable Double toleranceMetres,
    @Nullable Boolean wholeCompounds) {

  MergeOrder {
    layerIds = List.copyOf(layerIds);
    ranks = ranks == null ? null : List.copyOf(ranks);
  }

  /** Refuses what no merge could take, before anything is looked up. */
  void check() {
    if (layerIds.isEmpty() || layerIds.size() > MergeInput.MOST_LAYERS) {
      throw unprocessable(
          "请选择 1 到 " + MergeInput.MOST_LAYERS + " 个部门图层。",
          "Choose 1 to " + MergeInput.MOST_LAYERS + " department layers.");
    }
    if (new HashSet<>(layerIds).size() < layerIds.size()
        || areaLayerId != null && layerIds.contains(areaLayerId)) {
      throw unprocessable("同一图层选了两次。", "One layer is chosen twice.");
    }
    if (ranks != null
        && (ranks.size() != layerIds.size() || ranks.stream().anyMatch(r -> r < 1 || r > 9999))) {
      throw unprocessable(
          "等级须与图层一一对应，为 1 到 9999 的整数。", "One rank for each layer, a whole number from 1 to 9999.");
    }
    if (toleranceMetres != null
        && !(toleranceMetres > 0 && toleranceMetres <= MergePolicy.WIDEST_TOLERANCE_METRES)) {
      throw unprocessable(
          "容差须大于 0 且不超过 " + MergePolicy.WIDEST_TOLERANCE_METRES + " 米。",
          "The tolerance is more than 0 and at most "
              + MergePolicy.WIDEST_TOLERANCE_METRES
              + " metres.");
    }
  }

  private static Refused unprocessable(String zh, String en) {
    return new Refused(ProblemKind.UNPROCESSABLE, zh, en);
  }
}
