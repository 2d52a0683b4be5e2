package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import onegrid.sample.StreetNet.Ground;

/**
 * Groups quarters, all bounded by streets, into communities, and communities into subdistricts.
 * Communities stop at the middle of the river and at the railway.
 *
 * <p>Communities are numbered subdistrict by subdistrict, from north to south and west to east.
 */
final class CommunityPlan {
  final int[] communityOfBlock;
  final int[] subdistrictOfCommunity;

  /** Whether the community was made too large on purpose. */
  final boolean[] oversized;

  final int[][] blocksOfCommunity;

  CommunityPlan(
      StreetNet net, Graph blocks, int subdistricts, int communities, int large, Dice dice) {
    int[] grown = grow(net, blocks, communities, large, dice);
    addStrips(net, grown);
    Graph neighbours = blocks.contracted(grown, communities);
    int[] all = IntStream.range(0, communities).toArray();
    double[] quota = new double[subdistricts];
    Arrays.setAll(quota, s -> dice.between(0.85, 1.15));
    int[] subdistrict = new Regions(neighbours).grow(all, quota, dice);

    double[] north = new double[subdistricts];
    for (int c = 0; c < communities; c++) {
      north[subdistrict[c]] = Math.max(north[subdistrict[c]], neighbours.y[c]);
    }
    Integer[] order = new Integer[communities];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(c -> -north[subdistrict[c]])
            .thenComparingInt(c -> subdistrict[c])
            .thenComparingInt(c -> -(int) Math.floor(neighbours.y[c] / 900))
            .thenComparingDouble(c -> neighbours.x[c])
            .thenComparingInt(c -> c));
    int[] number = new int[communities];
    subdistrictOfCommunity = new int[communities];
    int next = -1;
    for (int i = 0; i < communities; i++) {
      if (i == 0 || subdistrict[order[i]] != subdistrict[order[i - 1]]) {
        next++;
      }
      number[order[i]] = i;
      subdistrictOfCommunity[i] = next;
    }
    communityOfBlock = Arrays.stream(grown).map(c -> number[c]).toArray();
    blocksOfCommunity = members(communityOfBlock, communities);
    oversized = largest(net, large);
  }

  int communities() {
    return blocksOfCommunity.length;
  }

  /** The blocks of each group, in ascending order; group -1 is left out. */
  static int[][] members(int[] groupOfBlock, int groups) {
    int[] count = new int[groups];
    for (int group : groupOfBlock) {
      if (group >= 0) {
        count[group]++;
      }
    }
    int[][] members = new int[groups][];
    Arrays.setAll(members, g -> new int[count[g]]);
    Arrays.fill(count, 0);
    for (int block = 0; block < groupOfBlock.length; block++) {
      int group = groupOfBlock[block];
      if (group >= 0) {
        members[group][count[group]++] = block;
      }
    }
    return members;
  }

  private static int[] grow(StreetNet net, Graph blocks, int communities, int large, Dice dice) {
    int[] quarter = new int[net.blocks()];
    boolean[] land = new boolean[net.quarters];
    for (int block = 0; block < net.blocks(); block++) {
      boolean dry = net.ground[block] == Ground.LAND;
      quarter[block] = dry ? net.quarter[block] : -1;
      land[net.quarter[block]] = dry;
    }
    Graph quarters = blocks.contracted(quarter, net.quarters);
    int[][] banks =
        members(
            quarters.components(land),
            1 + Arrays.stream(quarters.components(land)).max().orElse(0));
    double[] weight = new double[banks.length];
    int[] least = new int[banks.length];
    int[] most = new int[banks.length];
    for (int bank = 0; bank < banks.length; bank++) {
      weight[bank] = Arrays.stream(banks[bank]).mapToDouble(q -> quarters.weight[q]).sum();
      least[bank] = 1;
      most[bank] = banks[bank].length;
    }
    int[] counts = Shares.within(communities, weight, least, most);
    boolean[] wide = new boolean[communities];
    Arrays.fill(wide, 0, large, true);
    int[] shuffled = IntStream.range(0, communities).toArray();
    dice.shuffle(shuffled);

    int[] communityOfQuarter = new int[net.quarters];
    Regions regions = new Regions(quarters);
    int first = 0;
    for (int bank = 0; bank < banks.length; bank++) {
      double[] quota = new double[counts[bank]];
      for (int i = 0; i < quota.length; i++) {
        quota[i] = wide[shuffled[first + i]] ? 1.9 : dice.between(0.85, 1.15);
      }
      int[] region = regions.grow(banks[bank], quota, dice);
      for (int i = 0; i < region.length; i++) {
        communityOfQuarter[banks[bank][i]] = first + region[i];
      }
      first += counts[bank];
    }
    return Arrays.stream(quarter).map(q -> q < 0 ? -1 : communityOfQuarter[q]).toArray();
  }

  /** The railway goes to the community west of it, each half of the river to that on its bank. */
  private static void addStrips(StreetNet net, int[] community) {
    List<Integer> open = new ArrayList<>();
    for (int block = 0; block < net.blocks(); block++) {
      if (net.ground[block] == Ground.RAIL) {
        open.add(block);
      }
    }
    for (int block = 0; block < net.blocks(); block++) {
      if (net.ground[block] == Ground.WATER) {
        open.add(block);
      }
    }
    for (int strip : open) {
      boolean rail = net.ground[strip] == Ground.RAIL;
      int best = -1;
      int longest = 0;
      for (int side : net.ring[strip]) {
        int other = net.acrossOf(side);
        boolean bank = other >= 0 && net.ground[other] != net.ground[strip];
        boolean west = other >= 0 && net.board[other][2] == net.board[strip][0];
        int edge = side >= 0 ? side : ~side;
        int length =
            Math.abs(net.nodeX[net.to[edge]] - net.nodeX[net.from[edge]])
                + Math.abs(net.nodeY[net.to[edge]] - net.nodeY[net.from[edge]]);
        if (bank && (!rail || west) && community[other] >= 0 && length > longest) {
          longest = length;
          best = community[other];
        }
      }
      if (best < 0) {
        throw new IllegalStateException("no bank beside block " + strip);
      }
      community[strip] = best;
    }
  }

  private boolean[] largest(StreetNet net, int count) {
    boolean[] chosen = new boolean[communities()];
    IntStream.range(0, communities())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(
                    c -> -Arrays.stream(blocksOfCommunity[c]).mapToDouble(b -> land(net, b)).sum())
                .thenComparing(c -> c))
        .limit(count)
        .forEach(c -> chosen[c] = true);
    return chosen;
  }

  private static double land(StreetNet net, int block) {
    return net.ground[block] == Ground.LAND ? net.areaSquareMetres[block] : 0;
  }
}
