package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.sample.BuildingPlan.Site;
import onegrid.sample.ParcelPlan.Use;

/**
 * Deals the people of the town out to communities, parcels and buildings, to the last person, and
 * gives buildings the floors that so many people need.
 */
final class PeoplePlan {
  private static final double SQUARE_METRES_A_PERSON = 38;
  private static final int LEAST_CROWDED = 20_500;
  private static final int MOST_ELSEWHERE = 19_600;

  private PeoplePlan() {}

  static void settle(
      ParcelPlan parcels,
      CommunityPlan communities,
      List<Site> sites,
      boolean[] newParcel,
      int people,
      int crowded,
      Dice dice) {
    List<List<Site>> sitesOfParcel = new ArrayList<>();
    for (int parcel = 0; parcel < parcels.use.length; parcel++) {
      sitesOfParcel.add(new ArrayList<>());
    }
    for (Site site : sites) {
      if (site.use == Use.COMPOUND || site.use == Use.LANE_HOUSING) {
        sitesOfParcel.get(site.parcel).add(site);
      }
    }
    double[] weightOfParcel = new double[parcels.use.length];
    for (int parcel = 0; parcel < weightOfParcel.length; parcel++) {
      double floor = sitesOfParcel.get(parcel).stream().mapToDouble(PeoplePlan::ground).sum();
      double density = parcels.use[parcel] == Use.COMPOUND ? (newParcel[parcel] ? 9 : 4.5) : 1.2;
      weightOfParcel[parcel] = floor * density * dice.between(0.8, 1.2);
    }
    int[] ofCommunity = ofCommunities(parcels, communities, weightOfParcel, people, crowded);
    for (int community = 0; community < communities.communities(); community++) {
      int own = community;
      int[] homes =
          java.util.stream.IntStream.range(0, parcels.use.length)
              .filter(p -> parcels.communityOfParcel[p] == own && weightOfParcel[p] > 0)
              .toArray();
      double[] weight = Arrays.stream(homes).mapToDouble(p -> weightOfParcel[p]).toArray();
      int[] shares = Shares.of(ofCommunity[community], weight);
      for (int i = 0; i < homes.length; i++) {
        parcel(sitesOfParcel.get(homes[i]), shares[i], dice);
      }
    }
  }

  private static int[] ofCommunities(
      ParcelPlan parcels, CommunityPlan communities, double[] weights, int people, int crowded) {
    int count = communities.communities();
    double[] weight = new double[count];
    for (int parcel = 0; parcel < weights.length; parcel++) {
      weight[parcels.communityOfParcel[parcel]] += weights[parcel];
    }
    int[] least = new int[count];
    int[] most = new int[count];
    double[] evened = new double[count];
    double mean = Arrays.stream(weight).average().orElse(1);
    for (int c = 0; c < count; c++) {
      most[c] = MOST_ELSEWHERE;
      least[c] = Math.min(600, people / (2 * count));
      // Half way to the mean: communities differ, but none stands empty.
      evened[c] = weight[c] + mean;
    }
    for (int rank = 0; rank < crowded; rank++) {
      int best = -1;
      for (int c = 0; c < count; c++) {
        boolean free = communities.oversized[c] && least[c] < LEAST_CROWDED;
        if (free && (best < 0 || weight[c] > weight[best])) {
          best = c;
        }
      }
      least[best] = LEAST_CROWDED + 800 * (crowded - 1 - rank);
      most[best] = 27_000;
    }
    return Shares.within(people, evened, least, most);
  }

  private static double ground(Site site) {
    return site.footprint.areaSquareMetres;
  }

  private static void parcel(List<Site> sites, int people, Dice dice) {
    double ground = sites.stream().mapToDouble(PeoplePlan::ground).sum();
    boolean compound = sites.get(0).use == Use.COMPOUND;
    int typical = (int) Math.round(people * SQUARE_METRES_A_PERSON / ground);
    double[] weight = new double[sites.size()];
    for (int i = 0; i < weight.length; i++) {
      Site site = sites.get(i);
      if (compound) {
        site.floors = Math.max(2, Math.min(33, typical + dice.below(3) - 1));
      }
      weight[i] = ground(site) * site.floors;
    }
    int[] shares = Shares.of(people, weight);
    double household = dice.between(2.35, 2.85);
    for (int i = 0; i < shares.length; i++) {
      Site site = sites.get(i);
      site.people = shares[i];
      site.households =
          shares[i] == 0 ? 0 : (int) Math.max(1, Math.min(shares[i], shares[i] / household));
    }
  }
}
