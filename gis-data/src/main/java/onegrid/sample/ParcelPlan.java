package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import onegrid.sample.StreetNet.Ground;

/** Divides the quarters of each community into parcels and gives each parcel its use. */
final class ParcelPlan {
  /** Blocks in an average parcel. */
  private static final double PARCEL_BLOCKS = 4.2;

  final int[] parcelOfBlock;
  final int[][] blocksOfParcel;
  final Use[] use;
  final int[] communityOfParcel;
  final int[] parcelsOfCompounds;

  /** What a parcel is used for. */
  enum Use {
    COMPOUND,
    LANE_HOUSING,
    SCHOOL,
    MARKET,
    OFFICE,
    INDUSTRY,
    PARK,
    STRIP
  }

  private final StreetNet net;
  private final List<Integer> communityOf = new ArrayList<>();

  ParcelPlan(StreetNet net, Graph blocks, CommunityPlan communities, int compounds, Dice dice) {
    this.net = net;
    parcelOfBlock = new int[net.blocks()];
    int[] wanted = compoundsOf(communities, compounds, dice);
    Regions regions = new Regions(blocks);
    List<Integer> compoundParcels = new ArrayList<>();
    List<Use> uses = new ArrayList<>();
    for (int community = 0; community < communities.communities(); community++) {
      int first = communityOf.size();
      cut(communities.blocksOfCommunity[community], wanted[community], community, regions, dice);
      List<Integer> land = new ArrayList<>();
      for (int parcel = first; parcel < communityOf.size(); parcel++) {
        uses.add(Use.STRIP);
      }
      for (int block : communities.blocksOfCommunity[community]) {
        int parcel = parcelOfBlock[block];
        if (net.ground[block] == Ground.LAND && !land.contains(parcel)) {
          land.add(parcel);
        }
      }
      int[] order = land.stream().mapToInt(Integer::intValue).toArray();
      dice.shuffle(order);
      for (int i = 0; i < order.length; i++) {
        uses.set(
            order[i], i < wanted[community] ? Use.COMPOUND : other(i - wanted[community], dice));
      }
      for (int parcel = first; parcel < communityOf.size(); parcel++) {
        if (uses.get(parcel) == Use.COMPOUND) {
          compoundParcels.add(parcel);
        }
      }
    }
    use = uses.toArray(new Use[0]);
    communityOfParcel = communityOf.stream().mapToInt(Integer::intValue).toArray();
    blocksOfParcel = CommunityPlan.members(parcelOfBlock, use.length);
    parcelsOfCompounds = compoundParcels.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The nearest distance that walls and houses keep from the middle of a street. */
  double setbackMetres(int edge) {
    if (net.roadClass[edge] > 0) {
      return new double[] {12, 8, 4}[net.roadClass[edge] - 1];
    }
    int a = net.left[edge];
    int b = net.right[edge];
    boolean strip = a < 0 || b < 0 || net.ground[a] != Ground.LAND || net.ground[b] != Ground.LAND;
    return strip ? 6 : isLane(edge) ? 4 : 0;
  }

  /** Whether a lane runs between two parcels here. */
  boolean isLane(int edge) {
    int a = net.left[edge];
    int b = net.right[edge];
    return net.roadClass[edge] == 3
        || (net.roadClass[edge] == 0
            && a >= 0
            && b >= 0
            && net.ground[a] == Ground.LAND
            && net.ground[b] == Ground.LAND
            && parcelOfBlock[a] != parcelOfBlock[b]);
  }

  private int[] compoundsOf(CommunityPlan communities, int compounds, Dice dice) {
    int count = communities.communities();
    double[] weight = new double[count];
    int[] least = new int[count];
    int[] most = new int[count];
    for (int c = 0; c < count; c++) {
      long land =
          Arrays.stream(communities.blocksOfCommunity[c])
              .filter(b -> net.ground[b] == Ground.LAND)
              .count();
      weight[c] = land * dice.between(0.85, 1.15);
      boolean large = communities.oversized[c];
      least[c] = (int) Math.min(large ? 20 : 1, land / 2);
      most[c] = (int) Math.min(large ? 26 : 17, land / 2);
    }
    return Shares.within(compounds, weight, least, most);
  }

  private void cut(int[] blocks, int compounds, int community, Regions regions, Dice dice) {
    int[] sorted =
        Arrays.stream(blocks)
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(b -> net.quarter[b]).thenComparing(b -> b))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> quarters = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || net.quarter[sorted[i]] != net.quarter[sorted[from]]) {
        quarters.add(Arrays.copyOfRange(sorted, from, i));
        from = i;
      }
    }
    double size = PARCEL_BLOCKS;
    while (parcels(quarters, size) < compounds * 1.25 && size > 1) {
      size *= 0.9;
    }
    for (int[] quarter : quarters) {
      int count = Math.max(1, (int) Math.round(quarter.length / size));
      double[] quota = new double[count];
      Arrays.setAll(quota, q -> dice.between(0.7, 1.3));
      int[] region = regions.grow(quarter, quota, dice);
      for (int i = 0; i < quarter.length; i++) {
        parcelOfBlock[quarter[i]] = communityOf.size() + region[i];
      }
      for (int i = 0; i < count; i++) {
        communityOf.add(community);
      }
    }
  }

  private int parcels(List<int[]> quarters, double size) {
    int count = 0;
    for (int[] quarter : quarters) {
      if (net.ground[quarter[0]] == Ground.LAND) {
        count += (int) Math.max(1, Math.round(quarter.length / size));
      }
    }
    return count;
  }

  /** The first parcels that are no compound make sure that a community has what it needs. */
  private static Use other(int number, Dice dice) {
    if (number == 0) {
      return Use.LANE_HOUSING;
    }
    if (number == 1) {
      return Use.SCHOOL;
    }
    if (number == 2) {
      return Use.MARKET;
    }
    double chance = dice.unit();
    return chance < 0.22
        ? Use.LANE_HOUSING
        : chance < 0.30
            ? Use.SCHOOL
            : chance < 0.36
                ? Use.MARKET
                : chance < 0.56 ? Use.OFFICE : chance < 0.82 ? Use.INDUSTRY : Use.PARK;
  }
}
