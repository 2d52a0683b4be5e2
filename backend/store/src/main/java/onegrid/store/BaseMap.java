package onegrid.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * What stands in one place: the ground under every layer. All shapes in degrees, valid; codes are
 * unique in their list.
 */
public record BaseMap(
    List<Division> divisions,
    List<Compound> compounds,
    List<Building> buildings,
    List<Gate> gates,
    List<Road> roads,
    List<Water> waters,
    List<Railway> railways,
    List<Landmark> landmarks,
    List<Barrier> barriers,
    List<Crossing> crossings,
    List<Border> borders,
    List<Station> stations,
    List<Department> departments,
    List<Post> posts,
    List<Duty> duties) {

  public BaseMap {
    divisions = List.copyOf(divisions);
    compounds = List.copyOf(compounds);
    buildings = List.copyOf(buildings);
    gates = List.copyOf(gates);
    roads = List.copyOf(roads);
    waters = List.copyOf(waters);
    railways = List.copyOf(railways);
    landmarks = List.copyOf(landmarks);
    barriers = List.copyOf(barriers);
    crossings = List.copyOf(crossings);
    borders = List.copyOf(borders);
    stations = List.copyOf(stations);
    departments = List.copyOf(departments);
    posts = List.copyOf(posts);
    duties = List.copyOf(duties);
  }

  /** A map of nothing, to be filled part by part. */
  public static BaseMap empty() {
    return new BaseMap(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The same with other ways, and what lies in their way and across them. */
  public BaseMap withWays(List<Road> ways, List<Barrier> inTheWay, List<Crossing> across) {
    return new BaseMap(
        divisions,
        compounds,
        buildings,
        gates,
        ways,
        waters,
        railways,
        landmarks,
        inTheWay,
        across,
        borders,
        stations,
        departments,
        posts,
        duties);
  }

  /** The same with other rivers and railways. */
  public BaseMap withDrawnBarriers(List<Water> rivers, List<Railway> lines) {
    return new BaseMap(
        divisions,
        compounds,
        buildings,
        gates,
        roads,
        rivers,
        lines,
        landmarks,
        barriers,
        crossings,
        borders,
        stations,
        departments,
        posts,
        duties);
  }

  /** The same with other protected borders. */
  public BaseMap withBorders(List<Border> held) {
    return new BaseMap(
        divisions,
        compounds,
        buildings,
        gates,
        roads,
        waters,
        railways,
        landmarks,
        barriers,
        crossings,
        held,
        stations,
        departments,
        posts,
        duties);
  }

  /** The same with other places to live in and to go to. */
  public BaseMap withPlaces(
      List<Compound> homes, List<Building> houses, List<Gate> doors, List<Station> serving) {
    return new BaseMap(
        divisions,
        homes,
        houses,
        doors,
        roads,
        waters,
        railways,
        landmarks,
        barriers,
        crossings,
        borders,
        serving,
        departments,
        posts,
        duties);
  }

  /** The rungs of 行政区划. */
  public enum DivisionLevel {
    CITY,
    COUNTY,
    SUBDISTRICT,
    COMMUNITY
  }

  /**
   * 行政区划.
   *
   * @param parentCode the division it lies in, empty at the top
   */
  public record Division(
      DivisionLevel level, String code, String name, String parentCode, Geometry shape) {}

  /** New or old, as the renewal register says. */
  public enum CompoundAge {
    NEW,
    OLD
  }

  /**
   * 小区.
   *
   * @param kind its type as the register words it, empty when not known
   * @param walled whether its outline is a wall, entered at its gates only
   */
  public record Compound(
      String code,
      String name,
      CompoundAge age,
      String communityCode,
      String kind,
      boolean walled,
      Geometry shape) {}

  /**
   * 楼栋.
   *
   * @param compoundCode the compound it stands in, empty for none
   */
  public record Building(
      String code,
      Optional<String> compoundCode,
      int floors,
      int households,
      int people,
      Geometry footprint) {}

  /**
   * 出入口 of a compound.
   *
   * @param hours when it is open, as OpenStreetMap writes it; empty for always
   * @param residentsOnly whether only people who live in the compound may pass
   */
  public record Gate(
      String code, String compoundCode, String hours, boolean residentsOnly, Point at) {}

  /**
   * 道路.
   *
   * @param roadClass 1 main, 2 side, 3 lane, 4 footpath, 5 steps
   * @param bridge whether it passes over what it crosses
   * @param tunnel whether it passes under what it crosses
   * @param level how high it lies, 0 on the ground
   * @param oneWay 1 when it is walked along its drawing only, -1 against it only, 0 both ways
   */
  public record Road(
      int roadClass,
      String name,
      boolean bridge,
      boolean tunnel,
      int level,
      int oneWay,
      LineString line) {

    /** A way on the ground, walked both ways. */
    public static Road plain(int roadClass, String name, LineString line) {
      return new Road(roadClass, name, false, false, 0, 0, line);
    }
  }

  /** What a crossing is. */
  public enum CrossingKind {
    CROSSING,
    CROSSING_WITH_LIGHTS,
    LEVEL_CROSSING,
    /** A gate on a way that nobody may pass. */
    CLOSED
  }

  /** Where one crosses a main road, or a railway on the level. */
  public record Crossing(CrossingKind kind, Point at) {}

  /** A river or lake. */
  public record Water(String name, Geometry shape) {}

  /** A railway line. */
  public record Railway(String name, LineString line) {}

  /**
   * 受保护边界: what stays where it is and stays a border when layers are merged.
   *
   * @param shape lines, or areas whose outlines are meant
   */
  public record Border(String name, Geometry shape) {}

  /** What a barrier is. */
  public enum BarrierKind {
    RIVER,
    RAILWAY,
    WALL
  }

  /**
   * What people on foot do not cross and is drawn neither as water nor as a railway.
   *
   * @param withRoads whether it came out of the same extract as the roads
   */
  public record Barrier(BarrierKind kind, String name, boolean withRoads, LineString line) {}

  /** What a landmark is. */
  public enum LandmarkKind {
    SCHOOL,
    MARKET,
    OFFICE
  }

  /** A place that people steer by. */
  public record Landmark(LandmarkKind kind, String name, Point at) {}

  /** 六有: what a station needs to count. */
  public enum Criterion {
    /** 有一定面积. */
    ROOM,
    /** 有显著标识. */
    SIGN,
    /** 有党建氛围. */
    ATMOSPHERE,
    /** 有议事制度. */
    COUNCIL,
    /** 有文体活动. */
    ACTIVITIES,
    /** 有档案资料. */
    RECORDS
  }

  /**
   * 站点.
   *
   * @param kind what it is called: 红帆驿站
   * @param criteria which of the six it meets
   * @param hours when it is open, as OpenStreetMap writes it; empty for always
   * @param items the service items it offers
   * @param capacity how many people it can serve, empty when nobody said
   */
  public record Station(
      String code,
      String name,
      String kind,
      Set<Criterion> criteria,
      String hours,
      List<String> items,
      OptionalInt capacity,
      Point at) {
    public Station {
      criteria = Set.copyOf(criteria);
      items = List.copyOf(items);
    }
  }

  /** 部门. */
  public record Department(String code, String name) {}

  /**
   * 岗位.
   *
   * @param divisionCode where it serves, empty for everywhere
   * @param places how many people it takes
   * @param filled how many it has
   */
  public record Post(
      String code,
      String departmentCode,
      String title,
      String divisionCode,
      int places,
      int filled) {}

  /** 职责: one service item that a department answers for. */
  public record Duty(String code, String departmentCode, String item) {}
}
