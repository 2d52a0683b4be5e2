package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Finds the true basic units: connected blocks whose community and cells are all the same. */
final class TruthPlan {
  final int[] unitOfBlock;
  private final List<TruthUnit> units = new ArrayList<>();
  private final List<String> layers;

  TruthPlan(
      StreetNet net,
      int[] communityOfBlock,
      List<Community> communities,
      List<String> layers,
      List<CellPlan> plans,
      List<CellNames> names) {
    this.layers = layers;
    unitOfBlock = new int[net.blocks()];
    Arrays.fill(unitOfBlock, -1);
    Outline outline = new Outline(net);
    int[] stack = new int[net.blocks()];
    int[] members = new int[net.blocks()];
    for (int first = 0; first < net.blocks(); first++) {
      if (unitOfBlock[first] >= 0) {
        continue;
      }
      int unit = units.size();
      int top = 0;
      int count = 0;
      stack[top++] = first;
      unitOfBlock[first] = unit;
      while (top > 0) {
        int block = stack[--top];
        members[count++] = block;
        for (int side : net.ring[block]) {
          int other = net.acrossOf(side);
          if (other >= 0
              && unitOfBlock[other] < 0
              && communityOfBlock[other] == communityOfBlock[block]
              && sameCells(plans, block, other)) {
            unitOfBlock[other] = unit;
            stack[top++] = other;
          }
        }
      }
      int[] blocks = Arrays.copyOf(members, count);
      List<String> cells = new ArrayList<>();
      for (int layer = 0; layer < plans.size(); layer++) {
        int cell = plans.get(layer).cellOfBlock[first];
        cells.add(cell == CellPlan.NONE ? "" : names.get(layer).code(cell));
      }
      units.add(
          new TruthUnit(
              unit,
              outline.draw(outline.faces(blocks).get(0), net),
              communities.get(communityOfBlock[first]).code(),
              cells));
    }
  }

  Truth truth(Map<String, Integer> unitOfBuilding) {
    return new Truth(layers, units, unitOfBuilding);
  }

  private static boolean sameCells(List<CellPlan> plans, int a, int b) {
    for (CellPlan plan : plans) {
      if (plan.cellOfBlock[a] != plan.cellOfBlock[b]) {
        return false;
      }
    }
    return true;
  }
}
