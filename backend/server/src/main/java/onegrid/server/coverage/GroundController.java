package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.NearStation;
import onegrid.coverage.ServiceFigures;
import onegrid.coverage.Tally;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.CoverageBuilding;
import onegrid.store.CoverageStore;
import onegrid.store.LonLat;
import onegrid.store.StoredCoverage;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an answer's ground tells while it is warm: stations, gates, ways, and what would be if. */
@RestController
class GroundController {
  private static final int MOST_STATIONS_SHOWN = 5;
  private static final int MOST_CHANGED = 20_000;

  private final CoverageStore coverages;
  private final WarmGrounds grounds;

  GroundController(CoverageStore coverages, WarmGrounds grounds) {
    this.coverages = coverages;
    this.grounds = grounds;
  }

  @GetMapping("/api/coverages/{id}/stations")
  List<StationView> stations(@PathVariable long id) {
    return StationView.all(grounds.answer(kept(id)));
  }

  /** Gates that not everybody may pass at the hour of the answer. */
  @GetMapping("/api/coverages/{id}/gates")
  List<GateView> gates(@PathVariable long id) {
    return GateView.shut(grounds.answer(kept(id)));
  }

  /** One kind of stations or one service item by itself, and the figures for it. */
  record ServiceView(
      ServiceFigures.Service by,
      String key,
      int stations,
      FiguresView.Counts buildings,
      FiguresView.Counts households,
      FiguresView.Counts people) {
    static ServiceView of(ServiceFigures.Line line) {
      FiguresView figures = FiguresView.of(line.tally());
      return new ServiceView(
          line.by(),
          line.key(),
          line.stations(),
          figures.buildings(),
          figures.households(),
          figures.people());
    }
  }

  /** The figures for every kind of stations and every service item of the answer's stations. */
  @GetMapping("/api/coverages/{id}/services")
  List<ServiceView> services(@PathVariable long id) {
    WarmAnswer answer = grounds.answer(kept(id));
    return answer.with(WhatIfWish.NOTHING.on(answer), ServiceFigures::of).stream()
        .map(ServiceView::of)
        .toList();
  }

  /** One building, by its code or by a place inside of it. */
  @GetMapping("/api/coverages/{id}/building")
  BuildingView building(
      @PathVariable long id,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable Double lon,
      @RequestParam @Nullable Double lat) {
    StoredCoverage kept = kept(id);
    Optional<CoverageBuilding> found;
    if (code != null) {
      found = coverages.building(id, code);
    } else if (lon != null && lat != null && Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
      found = coverages.buildingAt(id, new LonLat(lon, lat));
    } else {
      throw new Refused(
          ProblemKind.BAD_PARAMETER,
          "请给出楼栋编号 code，或经纬度 lon、lat。",
          "Give a building's code, or lon and lat.");
    }
    if (found.isEmpty()) {
      return BuildingView.NONE;
    }
    WarmAnswer answer = grounds.answer(kept);
    Integer number = answer.buildingNumbers().get(found.get().code());
    List<NearStation> near =
        number == null
            ? List.of()
            : answer.near(WhatIfWish.NOTHING.on(answer), number, MOST_STATIONS_SHOWN);
    return BuildingView.of(found.get(), answer, number == null ? -1 : number, near);
  }

  /**
   * The figures under some changes.
   *
   * @param tookMicroseconds of this server, without the way over the wire
   * @param newGates where the new gates stand in their walls
   * @param changed buildings whose state is another than the answer's; the first 20,000
   * @param withRoom the figures when stations fill up, null when nobody asked for it
   */
  record WhatIfView(
      FiguresView before,
      FiguresView after,
      @Nullable FiguresView withRoom,
      List<GateView> newGates,
      List<Changed> changed,
      long tookMicroseconds) {}

  /** A building by its code, and its state now: 0 covered, 1 not covered, 2 unknown. */
  record Changed(String code, int state) {}

  @PostMapping("/api/coverages/{id}/what-if")
  WhatIfView whatIf(@PathVariable long id, @RequestBody WhatIfWish wish) {
    // Whoever may ask has been looked up by the gate; while a hand drags, every question counts.
    WarmAnswer kept = grounds.warm(id).orElseGet(() -> grounds.answer(kept(id)));
    List<Coordinate> openings = wish.openings(kept);
    WarmAnswer answer = openings.isEmpty() ? kept : grounds.opened(id, kept, openings);
    List<GateView> newGates = openings.isEmpty() ? List.of() : GateView.tried(answer);
    WarmAnswer.Changes changes = wish.on(answer);
    long start = System.nanoTime();
    FiguresView before = answer.before();
    Integer room = answer.order().capacityPeople();
    return answer.with(
        changes,
        ground -> {
          List<Changed> changed = new ArrayList<>();
          for (int b : answer.changed()) {
            if (changed.size() < MOST_CHANGED) {
              changed.add(
                  new Changed(answer.coverage().building(b).id(), ground.state(b).ordinal()));
            }
          }
          Tally shared = room == null ? null : CapacityShare.of(ground, room).tally();
          return new WhatIfView(
              before,
              FiguresView.of(ground.tally()),
              shared == null ? null : FiguresView.of(shared),
              newGates,
              changed,
              (System.nanoTime() - start) / 1000);
        });
  }

  private StoredCoverage kept(long id) {
    return coverages.find(id).orElseThrow(() -> Refused.notFound("覆盖结果", "coverage"));
  }
}
