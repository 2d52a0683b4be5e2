package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import onegrid.sample.StreetNet.Ground;

/**
 * Which cell of one department each block belongs to, before anyone draws a line: the truth.
 *
 * <p>Cells are numbered community by community. {@link #NONE} marks blocks whose cell was never
 * handed in.
 */
final class CellPlan {
  static final int NONE = -1;

  final int[] cellOfBlock;
  final int cells;

  /** The community that a cell was made in; for layers that ignore communities, the largest. */
  final int[] communityOfCell;

  /** Cells with a part inside another cell. */
  final List<Integer> exclaves = new ArrayList<>();

  /** Cells that were never handed in, each with one of the blocks it would have had. */
  final Map<Integer, Integer> missing = new TreeMap<>();

  private final StreetNet net;

  CellPlan(
      StreetNet net,
      Graph blocks,
      CommunityPlan communities,
      ParcelPlan parcels,
      LayerStyle style,
      int averageCells,
      double noise,
      Dice dice) {
    this.net = net;
    int wanted = (int) Math.max(1, Math.round(averageCells * style.cellShare()));
    cellOfBlock = new int[net.blocks()];
    if (style.wholeCompounds()) {
      Graph graph = blocks.contracted(parcels.parcelOfBlock, parcels.use.length);
      int[] cellOfParcel = new int[parcels.use.length];
      int[][] members = CommunityPlan.members(parcels.communityOfParcel, communities.communities());
      cells = group(graph, members, wanted, cellOfParcel, dice);
      Arrays.setAll(cellOfBlock, b -> cellOfParcel[parcels.parcelOfBlock[b]]);
    } else if (style.ownCommunities()) {
      cells = group(blocks, communities.blocksOfCommunity, wanted, cellOfBlock, dice);
    } else {
      int[][] all = {IntStream.range(0, net.blocks()).toArray()};
      cells = group(blocks, all, wanted, cellOfBlock, dice);
    }
    communityOfCell = majority(communities);
    if (!style.wholeCompounds()) {
      exclaves((int) Math.ceil(style.flaws().exclaves() * cells), dice);
    }
    if (noise > 0) {
      leaveOut((int) Math.round(style.flaws().missing() * cells), dice);
    }
  }

  int[][] blocksOfCell() {
    return CommunityPlan.members(cellOfBlock, cells);
  }

  /** Cuts each group of nodes into its share of the cells. */
  private static int group(Graph graph, int[][] groups, int wanted, int[] cellOf, Dice dice) {
    double[] weight = new double[groups.length];
    int[] least = new int[groups.length];
    int[] most = new int[groups.length];
    int room = 0;
    for (int g = 0; g < groups.length; g++) {
      weight[g] = Arrays.stream(groups[g]).mapToDouble(n -> graph.weight[n]).sum();
      least[g] = 1;
      most[g] = groups[g].length;
      room += most[g];
    }
    int total = Math.max(groups.length, Math.min(room, wanted));
    int[] counts = Shares.within(total, weight, least, most);
    Regions regions = new Regions(graph);
    int first = 0;
    for (int g = 0; g < groups.length; g++) {
      double[] quota = new double[counts[g]];
      Arrays.setAll(quota, q -> dice.between(0.6, 1.4));
      int[] region = regions.grow(groups[g], quota, dice);
      for (int i = 0; i < region.length; i++) {
        cellOf[groups[g][i]] = first + region[i];
      }
      first += counts[g];
    }
    return first;
  }

  private int[] majority(CommunityPlan communities) {
    int[] largest = new int[cells];
    int[][] members = CommunityPlan.members(cellOfBlock, cells);
    for (int cell = 0; cell < cells; cell++) {
      double[] area = new double[communities.communities()];
      for (int block : members[cell]) {
        area[communities.communityOfBlock[block]] += net.areaSquareMetres[block];
      }
      for (int c = 1; c < area.length; c++) {
        if (area[c] > area[largest[cell]]) {
          largest[cell] = c;
        }
      }
    }
    return largest;
  }

  /** Gives blocks that lie wholly inside one cell to another cell of the same community. */
  private void exclaves(int count, Dice dice) {
    int[] order = IntStream.range(0, net.blocks()).toArray();
    dice.shuffle(order);
    boolean[] touched = new boolean[cells];
    for (int block : order) {
      if (exclaves.size() >= count) {
        return;
      }
      int host = cellOfBlock[block];
      if (touched[host] || net.ground[block] != Ground.LAND || !insideCell(block)) {
        continue;
      }
      int owner = host + (dice.chance(0.5) ? 1 : -1);
      if (owner < 0
          || owner >= cells
          || touched[owner]
          || communityOfCell[owner] != communityOfCell[host]) {
        continue;
      }
      cellOfBlock[block] = owner;
      touched[host] = true;
      touched[owner] = true;
      exclaves.add(owner);
    }
  }

  /** Whether a block and all that touch it, corners too, are of one cell. */
  private boolean insideCell(int block) {
    int cell = cellOfBlock[block];
    for (int side : net.ring[block]) {
      int other = net.acrossOf(side);
      if (other < 0 || cellOfBlock[other] != cell) {
        return false;
      }
      for (int far : net.ring[other]) {
        int corner = net.acrossOf(far);
        boolean touches =
            net.startOf(far) == net.startOf(side)
                || net.startOf(far) == net.endOf(side)
                || net.endOf(far) == net.startOf(side)
                || net.endOf(far) == net.endOf(side);
        if (touches && (corner < 0 || cellOfBlock[corner] != cell)) {
          return false;
        }
      }
    }
    return true;
  }

  private void leaveOut(int count, Dice dice) {
    int[][] members = blocksOfCell();
    for (int i = 0; i < count; i++) {
      int cell = dice.below(cells);
      if (!exclaves.contains(cell)) {
        missing.put(cell, members[cell][0]);
      }
    }
    for (int block = 0; block < cellOfBlock.length; block++) {
      if (missing.containsKey(cellOfBlock[block])) {
        cellOfBlock[block] = NONE;
      }
    }
  }
}
