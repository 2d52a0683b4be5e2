package onegrid.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Spot;
import onegrid.finding.Words;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Station;
import onegrid.reach.Linker;
import onegrid.reach.Links;
import onegrid.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * A network with the buildings and stations that stand on it, each linked once: everything that
 * does not change from one scenario to the next.
 *
 * <p>Buildings and stations are put in the order of their ids, so results do not depend on the
 * order of files. Immutable; safe for many threads.
 */
public final class CoverageGround {
  final WalkNetwork network;
  final Linker linker;
  final List<Building> buildings;
  final List<Station> stations;
  final List<Coordinate> middles;

  /** One link a building. */
  final Links buildingLinks;

  /** One link a door of a station. */
  final Links doorLinks;

  final int[] stationOfDoor;
  final List<Coordinate> doorPlaces;

  /** Compound of each building by its number in the network, or -1. */
  final int[] compoundOf;

  private final List<Finding> findings = new ArrayList<>();

  private CoverageGround(
      WalkNetwork network,
      List<Building> givenBuildings,
      List<Station> givenStations,
      int limitMetres,
      int threads) {
    this.network = network;
    this.linker = Linker.of(network);
    this.buildings = givenBuildings.stream().sorted(Comparator.comparing(Building::id)).toList();
    this.stations = givenStations.stream().sorted(Comparator.comparing(Station::id)).toList();
    this.middles = buildings.stream().map(Doors::middle).toList();
    this.buildingLinks = linkBuildings(limitMetres, threads);
    this.compoundOf = compounds();
    doorPlaces = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int s = 0; s < stations.size(); s++) {
      for (Coordinate at : stations.get(s).entrances()) {
        doorPlaces.add(at);
        owners.add(s);
      }
    }
    stationOfDoor = owners.stream().mapToInt(s -> s).toArray();
    doorLinks = link(doorPlaces, limitMetres, threads);
    report();
  }

  /**
   * Links buildings and stations to a network.
   *
   * @param limitMetres no access leg is longer
   * @param threads does not change the result
   */
  public static CoverageGround of(
      WalkNetwork network,
      List<Building> buildings,
      List<Station> stations,
      int limitMetres,
      int threads) {
    return new CoverageGround(network, buildings, stations, limitMetres, threads);
  }

  public WalkNetwork network() {
    return network;
  }

  /** In the order of their ids. */
  public List<Building> buildings() {
    return buildings;
  }

  /** In the order of their ids. */
  public List<Station> stations() {
    return stations;
  }

  /** Where a building stands, in metres. */
  public Coordinate middle(int building) {
    return middles.get(building);
  }

  /** Where each building meets the network, one link a building. */
  public Links buildingLinks() {
    return buildingLinks;
  }

  /** Where the doors of the stations meet the network, one link a door. */
  public Links doorLinks() {
    return doorLinks;
  }

  /** The station that a door belongs to. */
  public int stationOfDoor(int door) {
    return stationOfDoor[door];
  }

  /** The number in the network of the compound that a building stands in, or -1. */
  public int compoundOf(int building) {
    return compoundOf[building];
  }

  /** Buildings and stations that are linked to nothing, or to an unclear side of a road. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Links places to the network as stations are linked. */
  public Links link(List<Coordinate> places, int limitMetres, int threads) {
    int[] xs = places.stream().mapToInt(Doors::x).toArray();
    int[] ys = places.stream().mapToInt(Doors::y).toArray();
    return linker.link(xs, ys, limitMetres, threads);
  }

  private Links linkBuildings(int limitMetres, int threads) {
    List<Coordinate> doors = new ArrayList<>();
    int[] firstDoor = new int[buildings.size() + 1];
    for (int b = 0; b < buildings.size(); b++) {
      doors.addAll(Doors.of(buildings.get(b)));
      firstDoor[b + 1] = doors.size();
    }
    Links all = link(doors, limitMetres, threads);
    int[] chosen = new int[buildings.size()];
    for (int b = 0; b < chosen.length; b++) {
      int best = firstDoor[b];
      for (int d = firstDoor[b] + 1; d < firstDoor[b + 1]; d++) {
        if (nearer(all, d, best)) {
          best = d;
        }
      }
      chosen[b] = best;
    }
    return all.of(chosen);
  }

  private static boolean nearer(Links links, int d, int best) {
    if (links.edge()[d] == Links.NONE) {
      return false;
    }
    return links.edge()[best] == Links.NONE
        || links.legMm()[d] < links.legMm()[best]
        || (links.legMm()[d] == links.legMm()[best] && links.edge()[d] < links.edge()[best]);
  }

  private int[] compounds() {
    Map<String, Integer> numbers = new HashMap<>();
    STRtree tree = new STRtree();
    for (int c = 0; c < network.compounds().size(); c++) {
      Compound compound = network.compounds().get(c);
      numbers.put(compound.id(), c);
      tree.insert(compound.shape().getEnvelopeInternal(), c);
    }
    tree.build();
    GeometryFactory shapes = new GeometryFactory();
    int[] compound = new int[buildings.size()];
    for (int b = 0; b < compound.length; b++) {
      Integer named = numbers.get(buildings.get(b).compoundId());
      compound[b] = named == null ? -1 : named;
      if (named == null && !numbers.isEmpty()) {
        for (Object c : tree.query(new Envelope(middles.get(b)))) {
          boolean inside =
              network
                  .compounds()
                  .get((Integer) c)
                  .shape()
                  .contains(shapes.createPoint(middles.get(b)));
          if (inside && (compound[b] < 0 || (Integer) c < compound[b])) {
            compound[b] = (Integer) c;
          }
        }
      }
    }
    return compound;
  }

  private void report() {
    for (int b = 0; b < buildings.size(); b++) {
      if (buildingLinks.edge()[b] == Links.NONE) {
        findings.add(
            finding(
                FindingCode.BUILDING_NOT_LINKED,
                buildings.get(b).id(),
                middles.get(b),
                "楼栋 " + buildings.get(b).id() + " 附近没有可达的道路（隔着围墙、河流或铁路，或太远）",
                "no way in sight of building " + buildings.get(b).id(),
                "按“无法判定”列出",
                "listed as unknown"));
      } else if (buildingLinks.unclearSide().get(b)) {
        findings.add(
            finding(
                FindingCode.SIDE_AMBIGUOUS,
                buildings.get(b).id(),
                middles.get(b),
                "楼栋 " + buildings.get(b).id() + " 在主干路的哪一侧不明",
                "building " + buildings.get(b).id() + " lies on neither side of its main road",
                "按编号较小的一侧计",
                "taken for the side with the lower number"));
      }
    }
    BitSet linked = new BitSet();
    for (int d = 0; d < stationOfDoor.length; d++) {
      linked.set(stationOfDoor[d], linked.get(stationOfDoor[d]) || doorLinks.edge()[d] >= 0);
    }
    for (int s = 0; s < stations.size(); s++) {
      if (!linked.get(s)) {
        String id = stations.get(s).id();
        findings.add(
            finding(
                FindingCode.STATION_NOT_LINKED,
                id,
                stations.get(s).entrances().get(0),
                "站点 " + id + " 附近没有可达的道路（在河里、墙内无路，或太远）",
                "no way in sight of station " + id + ": in a river, behind a wall, or too far",
                "步行不可达，不服务任何楼栋",
                "cannot be reached on foot: serves nobody"));
      }
    }
  }

  private static Finding finding(
      FindingCode code,
      String id,
      Coordinate at,
      String zh,
      String en,
      String doneZh,
      String doneEn) {
    return new Finding(
        code,
        "",
        id,
        0,
        Optional.of(new Spot(at.x, at.y)),
        new Words(zh, en),
        new Words(doneZh, doneEn));
  }
}
