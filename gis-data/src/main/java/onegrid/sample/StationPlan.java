package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** Service stations: one centre for each division, stations in compounds, and stops in between. */
final class StationPlan {
  /** New, expanded and modular stations of compounds in one district: 226, 300 and 62. */
  private static final double[] WORKS = {226, 300, 62};

  /** Windows for each centre: 115 for 4 subdistricts and 102 communities. */
  private static final double WINDOWS = 115.0 / 106.0;

  final List<Station> stations = new ArrayList<>();

  private final Register register;
  private final List<ServiceItem> items;
  private final Dice dice;
  private final Map<String, List<Building>> hosts = new HashMap<>();

  /**
   * How many stations there are beside the centres.
   *
   * @param compoundStations at most one in a compound
   */
  record Mix(int compoundStations, int restStops, int canteens, int legal, int contactPoints) {}

  StationPlan(
      Register register,
      List<CompoundPlan.Draft> drafts,
      StreetNet net,
      Mix mix,
      List<ServiceItem> items,
      Dice dice) {
    this.register = register;
    this.items = items;
    this.dice = dice;
    for (Building building : register.buildings) {
      boolean open = building.kind() != BuildingKind.WORKSHOP && building.compound().isEmpty();
      if (open) {
        hosts.computeIfAbsent(building.communityCode(), c -> new ArrayList<>()).add(building);
      }
    }
    centres();
    compoundStations(drafts, net, mix.compoundStations());
    spread(StationKind.REST_STOP, mix.restStops());
    spread(StationKind.CANTEEN, mix.canteens());
    spread(StationKind.LEGAL_SERVICE, mix.legal());
    spread(StationKind.CONTACT_POINT, mix.contactPoints());
  }

  private void centres() {
    int count = register.subdistricts.size() + register.communities.size();
    double[] weight = new double[count];
    Arrays.fill(weight, 1);
    for (int i = 0; i < register.subdistricts.size(); i++) {
      weight[i] = 3;
    }
    int total = (int) Math.round(WINDOWS * count);
    int[] least = new int[count];
    int[] most = new int[count];
    Arrays.fill(least, 1);
    Arrays.fill(most, 8);
    int[] windows = Shares.within(total, weight, least, most);
    int next = 0;
    for (Subdistrict subdistrict : register.subdistricts) {
      Community seat =
          register.communities.stream()
              .filter(c -> c.subdistrictCode().equals(subdistrict.code()))
              .max(Comparator.comparingInt(Community::people))
              .orElseThrow();
      add(StationKind.SUBDISTRICT_CENTRE, subdistrict.name(), seat, windows[next++]);
    }
    for (Community community : register.communities) {
      add(StationKind.COMMUNITY_CENTRE, community.name(), community, windows[next++]);
    }
  }

  private void compoundStations(List<CompoundPlan.Draft> drafts, StreetNet net, int count) {
    int[] order = IntStream.range(0, drafts.size()).toArray();
    dice.shuffle(order);
    List<Integer> chosen =
        Arrays.stream(order)
            .limit(count)
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> register.compounds.get(i).age())
                    .reversed()
                    .thenComparing(i -> register.compounds.get(i).people())
                    .thenComparing(i -> i))
            .toList();
    int[] works = Shares.of(count, WORKS);
    for (int i = 0; i < chosen.size(); i++) {
      Compound compound = register.compounds.get(chosen.get(i));
      CompoundPlan.GateSite gate = drafts.get(chosen.get(i)).gates().get(0);
      Coordinate heart = net.heart[gate.block()];
      Point point =
          Shapes.FACTORY.createPoint(
              Shapes.at(
                  gate.gate().x + 0.3 * (heart.x - gate.gate().x),
                  gate.gate().y + 0.3 * (heart.y - gate.gate().y)));
      StationWorks work =
          i < works[2]
              ? StationWorks.MODULAR
              : i < works[2] + works[0] ? StationWorks.NEW : StationWorks.EXPANDED;
      add(
          StationKind.COMPOUND_STATION,
          compound.name(),
          compound.communityCode(),
          Optional.of(compound.code()),
          point,
          0,
          work);
    }
  }

  /** Deals stops out to communities by their people; each stands in a house outside compounds. */
  private void spread(StationKind kind, int count) {
    double[] weight =
        register.communities.stream()
            .mapToDouble(c -> c.people() * dice.between(0.4, 1.6))
            .toArray();
    int[] shares = Shares.of(count, weight);
    for (int c = 0; c < shares.length; c++) {
      for (int i = 0; i < shares[c]; i++) {
        add(kind, register.communities.get(c).name(), register.communities.get(c), 0);
      }
    }
  }

  private void add(StationKind kind, String name, Community community, int windows) {
    List<Building> choices = hosts.getOrDefault(community.code(), register.buildings);
    Coordinate[] ring = choices.get(dice.below(choices.size())).geometry().getCoordinates();
    Point point =
        Shapes.FACTORY.createPoint(
            Shapes.at((ring[0].x + ring[2].x) / 2, (ring[0].y + ring[2].y) / 2));
    add(kind, name, community.code(), Optional.empty(), point, windows, StationWorks.NONE);
  }

  private void add(
      StationKind kind,
      String name,
      String community,
      Optional<String> compound,
      Point point,
      int windows,
      StationWorks works) {
    int number = stations.size() + 1;
    boolean centre = windows > 0;
    String ending =
        centre ? "党群服务中心" : compound.isPresent() ? "党群服务站" : "第" + number + "号" + kind.zh();
    stations.add(
        new Station(
            "S" + Register.digits(5, number),
            kind,
            name + ending,
            community,
            compound,
            point,
            criteria(centre ? 0.995 : works == StationWorks.MODULAR ? 0.85 : 0.95),
            hours(kind),
            windows,
            works,
            offered(kind)));
  }

  private SixCriteria criteria(double share) {
    return new SixCriteria(
        dice.chance(share),
        dice.chance(share),
        dice.chance(share),
        dice.chance(share),
        dice.chance(share),
        dice.chance(share));
  }

  private OpeningHours hours(StationKind kind) {
    return switch (kind) {
      case SUBDISTRICT_CENTRE -> OpeningHours.weekdays(9, 17);
      case COMMUNITY_CENTRE ->
          dice.chance(0.7) ? OpeningHours.everyDay(8, 18) : OpeningHours.weekdays(9, 17);
      case COMPOUND_STATION -> OpeningHours.everyDay(8, dice.chance(0.5) ? 20 : 21);
      case REST_STOP -> dice.chance(0.5) ? OpeningHours.ALWAYS : OpeningHours.everyDay(7, 22);
      case CANTEEN -> OpeningHours.everyDay(6, 19);
      case LEGAL_SERVICE, CONTACT_POINT -> OpeningHours.weekdays(9, 17);
    };
  }

  private List<String> offered(StationKind kind) {
    double share =
        switch (kind) {
          case SUBDISTRICT_CENTRE -> 1;
          case COMMUNITY_CENTRE -> 0.7;
          case COMPOUND_STATION -> 0.2;
          case REST_STOP -> 0.06;
          case CANTEEN -> 0.02;
          case LEGAL_SERVICE, CONTACT_POINT -> 0.05;
        };
    List<String> offered = new ArrayList<>();
    for (ServiceItem item : items) {
      if (dice.chance(share)) {
        offered.add(item.code());
      }
    }
    return offered;
  }
}
