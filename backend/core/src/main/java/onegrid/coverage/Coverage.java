package onegrid.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import onegrid.place.Building;
import onegrid.place.Gate;
import onegrid.place.Station;
import onegrid.reach.Demand;
import onegrid.reach.Links;
import onegrid.reach.Nearest;
import onegrid.reach.Reach;
import onegrid.reach.ReachGraph;
import onegrid.reach.Supply;
import onegrid.walk.WalkNetwork;

/**
 * Front door of coverage: the answer of one scenario for every building.
 *
 * <p>Promises: the nearest station, its cost and the state of a building are those of a plain
 * shortest-path search from that building; the same input gives the same arrays. A building that is
 * not covered is told its nearest station too, as far as an hour's walk.
 *
 * <p>All arrays go by the number of the building in {@link CoverageGround#buildings}; stations are
 * numbers in {@link CoverageGround#stations}, -1 for none.
 */
public final class Coverage {
  /** Nobody asks for a station further away than this. */
  private static final int HORIZON_SECONDS = 3600;

  final CoverageGround ground;
  final Scenario scenario;
  final ReachGraph graph;
  final Demand demand;
  final Supply supply;
  final Nearest nearest;
  final BuildingState[] state;
  final UnknownReason[] reason;

  /** Why nothing could be said of a building if no station reached it. */
  final UnknownReason[] doubt;

  final int[] straightStation;
  final int[] straightMm;
  final boolean[] counts;

  private Coverage(CoverageGround ground, Scenario scenario) {
    this.ground = ground;
    this.scenario = scenario;
    this.graph = graph(ground.network, scenario);
    this.demand = demand(ground);
    this.counts = new boolean[ground.stations.size()];
    for (int s = 0; s < counts.length; s++) {
      counts[s] = scenario.counts(ground.stations.get(s));
    }
    this.supply = supply();
    long horizon =
        Math.max(scenario.limitMm(), HORIZON_SECONDS * (long) scenario.speedMmPerSecond());
    this.nearest =
        new Reach(graph, demand, Math.min(Integer.MAX_VALUE, horizon)).nearest(supply, true);
    int n = ground.buildings.size();
    state = new BuildingState[n];
    reason = new UnknownReason[n];
    doubt = new UnknownReason[n];
    straightStation = new int[n];
    straightMm = new int[n];
    states();
    straight();
  }

  /** Answers a scenario. */
  public static Coverage of(CoverageGround ground, Scenario scenario) {
    return new Coverage(ground, scenario);
  }

  static ReachGraph graph(WalkNetwork network, Scenario scenario) {
    return ReachGraph.of(
        network,
        scenario.speedMmPerSecond(),
        scenario.stepsPercent(),
        openGates(network.gates(), scenario));
  }

  static BitSet openGates(List<Gate> gates, Scenario scenario) {
    BitSet open = new BitSet();
    for (int g = 0; g < gates.size(); g++) {
      Gate gate = gates.get(g);
      open.set(
          g,
          scenario
              .when()
              .map(at -> gate.hours().contains(at.day(), at.time()))
              .orElse(!gate.hours().spans().isEmpty()));
    }
    return open;
  }

  static Demand demand(CoverageGround ground) {
    return Demand.of(ground.buildingLinks, new int[0], ground.compoundOf, ground.network.edges());
  }

  private Supply supply() {
    int[] doors =
        IntStream.range(0, ground.stationOfDoor.length)
            .filter(d -> counts[ground.stationOfDoor[d]])
            .toArray();
    int[] station = IntStream.of(doors).map(d -> ground.stationOfDoor[d]).toArray();
    return new Supply(ground.doorLinks.of(doors), station);
  }

  private void states() {
    BitSet leaving = leavingTheData(graph);
    for (int b = 0; b < state.length; b++) {
      doubt[b] = doubt(b, leaving);
      boolean reached = nearest.costMm()[b] >= 0 && nearest.costMm()[b] <= scenario.limitMm();
      reason[b] = reached ? UnknownReason.NONE : doubt[b];
      state[b] =
          reached
              ? BuildingState.COVERED
              : doubt[b] == UnknownReason.NONE ? BuildingState.NOT_COVERED : BuildingState.UNKNOWN;
    }
  }

  UnknownReason doubt(int building, BitSet leaving) {
    int edge = ground.buildingLinks.edge()[building];
    if (edge == Links.NONE) {
      return UnknownReason.NOT_LINKED;
    }
    if (ground.network.onIsland(ground.network.from(edge))) {
      return UnknownReason.ISLAND;
    }
    return leaving.get(building) ? UnknownReason.DATA_ENDS : UnknownReason.NONE;
  }

  /** Buildings from which one can walk out of the data within the limit. */
  BitSet leavingTheData(ReachGraph over) {
    BitSet leaving = new BitSet();
    WalkNetwork network = ground.network;
    if (!network.hasDataEnds()) {
      return leaving;
    }
    int[] ends = IntStream.range(0, network.nodes()).filter(network::atDataEnd).toArray();
    Nearest out = new Reach(over, demand, scenario.limitMm()).nearestNode(ends);
    for (int b = 0; b < state.length; b++) {
      leaving.set(b, out.costMm()[b] >= 0);
    }
    return leaving;
  }

  private void straight() {
    StraightNearest search = new StraightNearest(ground.doorPlaces, ground.stationOfDoor, counts);
    for (int b = 0; b < straightMm.length; b++) {
      search.find(Doors.x(ground.middles.get(b)), Doors.y(ground.middles.get(b)));
      straightStation[b] = search.nearestStation;
      straightMm[b] = search.metresTimes1000;
    }
  }

  public CoverageGround ground() {
    return ground;
  }

  public Scenario scenario() {
    return scenario;
  }

  /** The state by the way through the network. */
  public BuildingState state(int building) {
    return state[building];
  }

  public UnknownReason unknownReason(int building) {
    return reason[building];
  }

  /** The state by any of the three measures; straight lines know everything. */
  public BuildingState state(Measure measure, int building) {
    boolean reached =
        straightMm[building] >= 0
            && switch (measure) {
              case NETWORK -> false;
              case STRAIGHT -> straightMm[building] <= scenario.radiusMetres() * 1000L;
              case DETOUR ->
                  (long) straightMm[building] * scenario.detourPercent() / 100
                      <= scenario.limitMm();
            };
    return measure == Measure.NETWORK
        ? state[building]
        : reached ? BuildingState.COVERED : BuildingState.NOT_COVERED;
  }

  /** The nearest station on foot, or -1. */
  public int station(int building) {
    return nearest.station()[building];
  }

  /** How long the way to it takes, in seconds rounded up; -1 for none. */
  public int seconds(int building) {
    int cost = nearest.costMm()[building];
    int speed = scenario.speedMmPerSecond();
    return cost < 0 ? -1 : (int) (((long) cost + speed - 1) / speed);
  }

  /** How long the way to it is, in metres; -1 for none. */
  public double metres(int building) {
    return nearest.costMm()[building] < 0 ? -1 : nearest.walkedMm()[building] / 1000.0;
  }

  /** What the way costs, in walking millimetres; -1 for none. */
  public int costMm(int building) {
    return nearest.costMm()[building];
  }

  /** The nearest station as the crow flies, or -1. */
  public int straightStation(int building) {
    return straightStation[building];
  }

  /** How far that is; -1 for none. */
  public double straightMetres(int building) {
    return straightMm[building] < 0 ? -1 : straightMm[building] / 1000.0;
  }

  public Building building(int number) {
    return ground.buildings.get(number);
  }

  public Station stationAt(int number) {
    return ground.stations.get(number);
  }

  /** How many stations the scenario counts. */
  public int countedStations() {
    int n = 0;
    for (boolean each : counts) {
      n += each ? 1 : 0;
    }
    return n;
  }
}
