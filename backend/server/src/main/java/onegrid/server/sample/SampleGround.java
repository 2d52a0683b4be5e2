package onegrid.server.sample;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onegrid.sample.OpeningHours;
import onegrid.sample.Post;
import onegrid.sample.SampleCity;
import onegrid.sample.ServiceItem;
import onegrid.sample.SixCriteria;
import onegrid.sample.Station;
import onegrid.server.frame.FrameShapes;
import onegrid.store.BaseMap;
import onegrid.store.BaseMap.CompoundAge;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.BaseMap.DivisionLevel;
import onegrid.store.BaseMap.LandmarkKind;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** The ground of a made-up city as the store keeps it: in degrees, departments by code. */
final class SampleGround {
  private static final int FOOTPATH_CLASS = 4;

  private final SampleCity city;
  private final FrameShapes frame;
  private final Map<String, String> itemNames;

  private SampleGround(SampleCity city, FrameShapes frame) {
    this.city = city;
    this.frame = frame;
    this.itemNames =
        city.serviceItems().stream()
            .collect(Collectors.toMap(ServiceItem::code, ServiceItem::name, (a, b) -> a));
  }

  static BaseMap of(SampleCity city, FrameShapes frame) {
    return new SampleGround(city, frame).map();
  }

  private BaseMap map() {
    return new BaseMap(
        divisions(),
        city.compounds().stream()
            .map(
                c ->
                    new BaseMap.Compound(
                        c.code(),
                        c.name(),
                        CompoundAge.valueOf(c.age().name()),
                        c.communityCode(),
                        c.kind().name(),
                        c.walled(),
                        frame.shape(c.geometry())))
            .toList(),
        city.buildings().stream()
            .map(
                b ->
                    new BaseMap.Building(
                        b.id(),
                        b.compound(),
                        b.floors(),
                        b.households(),
                        b.people(),
                        frame.shape(b.geometry())))
            .toList(),
        city.gates().stream()
            .map(
                g ->
                    new BaseMap.Gate(
                        g.id(),
                        g.compoundCode(),
                        hours(g.hours()),
                        g.residentsOnly(),
                        point(g.point())))
            .toList(),
        Stream.concat(
                city.roads().stream()
                    .map(
                        r ->
                            new BaseMap.Road(
                                r.roadClass(),
                                r.name(),
                                r.bridge(),
                                false,
                                r.bridge() ? 1 : 0,
                                0,
                                line(r.line()))),
                city.footpaths().stream()
                    .map(f -> BaseMap.Road.plain(FOOTPATH_CLASS, "", line(f.line()))))
            .toList(),
        city.water().stream()
            .map(w -> new BaseMap.Water(w.name(), frame.shape(w.geometry())))
            .toList(),
        city.railways().stream().map(r -> new BaseMap.Railway(r.name(), line(r.line()))).toList(),
        city.places().stream()
            .map(
                p ->
                    new BaseMap.Landmark(
                        LandmarkKind.valueOf(p.kind().name()), p.name(), point(p.point())))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        city.stations().stream().map(this::station).toList(),
        city.departments().stream().map(d -> new BaseMap.Department(d.name(), d.name())).toList(),
        posts(),
        city.duties().stream()
            .map(d -> new BaseMap.Duty(d.code(), d.department(), d.name()))
            .toList());
  }

  private List<BaseMap.Division> divisions() {
    List<BaseMap.Division> divisions = new ArrayList<>();
    city.subdistricts()
        .forEach(
            s ->
                divisions.add(
                    new BaseMap.Division(
                        DivisionLevel.SUBDISTRICT,
                        s.code(),
                        s.name(),
                        "",
                        frame.shape(s.geometry()))));
    city.communities()
        .forEach(
            c ->
                divisions.add(
                    new BaseMap.Division(
                        DivisionLevel.COMMUNITY,
                        c.code(),
                        c.name(),
                        c.subdistrictCode(),
                        frame.shape(c.geometry()))));
    return divisions;
  }

  private BaseMap.Station station(Station s) {
    return new BaseMap.Station(
        s.id(),
        s.name(),
        s.kind().zh(),
        criteria(s.criteria()),
        hours(s.hours()),
        s.serviceItems().stream().map(code -> itemNames.getOrDefault(code, code)).toList(),
        OptionalInt.empty(),
        point(s.point()));
  }

  /** Only departments with cells of their own are rows; posts of others have nothing to hang on. */
  private List<BaseMap.Post> posts() {
    Map<String, Boolean> known = new HashMap<>();
    city.departments().forEach(d -> known.put(d.name(), true));
    return city.posts().stream()
        .filter(post -> known.containsKey(post.department()))
        .map(SampleGround::post)
        .toList();
  }

  private static BaseMap.Post post(Post p) {
    return new BaseMap.Post(
        p.code(), p.department(), p.role(), p.communityCode(), 1, p.filled() ? 1 : 0);
  }

  private static Set<Criterion> criteria(SixCriteria six) {
    Set<Criterion> met = EnumSet.noneOf(Criterion.class);
    Map.of(
            Criterion.ROOM, six.room(),
            Criterion.SIGN, six.sign(),
            Criterion.ATMOSPHERE, six.atmosphere(),
            Criterion.COUNCIL, six.council(),
            Criterion.ACTIVITIES, six.recreation(),
            Criterion.RECORDS, six.archive())
        .forEach(
            (criterion, holds) -> {
              if (holds) {
                met.add(criterion);
              }
            });
    return met;
  }

  /** As OpenStreetMap writes it: {@code Mo-Fr 09:00-17:00}. */
  private static String hours(OpeningHours hours) {
    if (hours.equals(OpeningHours.ALWAYS)) {
      return "24/7";
    }
    String days = hours.days().size() == 7 ? "Mo-Su" : "Mo-Fr";
    String closes = hours.closes().equals(LocalTime.MIDNIGHT) ? "24:00" : "" + hours.closes();
    return days + " " + hours.opens() + "-" + closes;
  }

  private Point point(Point metres) {
    return (Point) frame.shape(metres);
  }

  private LineString line(LineString metres) {
    return (LineString) frame.shape(metres);
  }
}
