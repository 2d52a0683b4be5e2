package onegrid.server.coverage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageGround;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.reach.Linker;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.PlaceStore;
import onegrid.store.StoredCoverage;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import onegrid.walk.GateOpening;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRefused;
import onegrid.walk.WalkRules;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Grounds and answers that are warm in memory: the last two grounds and the last four answers. A
 * city of 35,000 buildings takes about 40 MB. Safe across threads.
 */
@Component
class WarmGrounds {
  private static final int MOST_GROUNDS = 2;
  private static final int MOST_ANSWERS = 4;
  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** Begins the names of gates that are tried. */
  static final String NEW_GATE = "~";

  private record GroundKey(long workspaceId, long version) {}

  private record OpeningKey(long coverage, List<Coordinate> places) {}

  private final WorkspaceStore workspaces;
  private final PlaceStore places;
  private final JsonMapper json;
  private final Recent<GroundKey, WarmGround> grounds = new Recent<>(MOST_GROUNDS);
  private final Recent<OpeningKey, WarmAnswer> openings = new Recent<>(MOST_ANSWERS);
  private final Recent<Long, WarmAnswer> answers = new Recent<>(MOST_ANSWERS);

  WarmGrounds(WorkspaceStore workspaces, PlaceStore places, JsonMapper json) {
    this.workspaces = workspaces;
    this.places = places;
    this.json = json;
  }

  /**
   * The ground of a workspace as it is now.
   *
   * @throws Refused if it has no frame, no buildings or no way that can be walked
   */
  WarmGround ground(long workspaceId) {
    Workspace workspace =
        workspaces.find(workspaceId).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    OptionalInt epsg = workspace.epsg();
    if (epsg.isEmpty()) {
      throw unprocessable("工作区还没有底图，请先导入。", "The workspace has no ground yet; import it first.");
    }
    return grounds.get(
        new GroundKey(workspaceId, workspace.version()), () -> read(workspaceId, epsg.getAsInt()));
  }

  private WarmGround read(long workspaceId, int epsg) {
    FrameShapes frame = FrameShapes.of(new LocalFrame(epsg));
    StoredPlaces stored = new StoredPlaces(places, workspaceId, frame);
    try {
      WalkGround walked = stored.ground();
      WalkNetwork network = WalkNetwork.build(walked, WalkRules.USUAL);
      var buildings = stored.buildings();
      if (buildings.isEmpty()) {
        throw unprocessable("工作区没有楼栋，无从计算。", "The workspace has no buildings to ask about.");
      }
      CoverageGround ground =
          CoverageGround.of(
              network, buildings, stored.stations(), Linker.USUAL_LIMIT_METRES, THREADS);
      return new WarmGround(
          ground,
          walked,
          frame,
          stored.subdistrictOf(),
          PlacesVersion.of(ground),
          stored.findings());
    } catch (WalkRefused e) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          new Words(e.words().zh() + "，请先导入道路。", e.words().en() + "; import roads first"),
          List.of());
    }
  }

  /** An answer that is warm already, without a look at the store. */
  Optional<WarmAnswer> warm(long id) {
    return answers.peek(id);
  }

  /**
   * An answer that was kept, ready to be asked on.
   *
   * @throws Refused if the ground is not any more what the answer was made from
   */
  WarmAnswer answer(StoredCoverage kept) {
    WarmAnswer answer =
        answers.get(
            kept.id(),
            () -> {
              WarmGround ground = ground(kept.workspaceId());
              check(kept, ground);
              CoverageOrder order = json.readValue(kept.scenarioJson(), CoverageOrder.class);
              return new WarmAnswer(
                  ground, order, Coverage.of(ground.ground(), order.scenario()), THREADS);
            });
    return answer;
  }

  /**
   * An answer with gates in walls that had none: the network is made anew, and kept for the
   * questions that follow.
   *
   * @param places near the walls, in metres
   * @throws Refused if no wall is near a place, or no way on one side of it
   */
  WarmAnswer opened(long id, WarmAnswer answer, List<Coordinate> places) {
    return openings.get(new OpeningKey(id, places), () -> open(answer, places));
  }

  private static WarmAnswer open(WarmAnswer answer, List<Coordinate> places) {
    WarmGround closed = answer.ground();
    WalkGround walked = closed.walked();
    try {
      for (Coordinate place : places) {
        int number = walked.gates().size() - closed.walked().gates().size() + 1;
        walked = GateOpening.at(walked, place, NEW_GATE + number);
      }
    } catch (WalkRefused e) {
      throw unprocessable(e.words().zh() + "。", e.words().en() + ".");
    }
    CoverageGround ground =
        CoverageGround.of(
            WalkNetwork.build(walked, WalkRules.USUAL),
            closed.ground().buildings(),
            closed.ground().stations(),
            Linker.USUAL_LIMIT_METRES,
            THREADS);
    WarmGround open =
        new WarmGround(
            ground,
            walked,
            closed.frame(),
            closed.subdistrictOf(),
            closed.placesVersion(),
            closed.findings());
    return answer.on(open, Coverage.of(ground, answer.coverage().scenario()), THREADS);
  }

  /** Remembers an answer that was just made. */
  void keep(long id, WarmAnswer answer) {
    answers.put(id, answer);
  }

  static int threads() {
    return THREADS;
  }

  private static void check(StoredCoverage kept, WarmGround ground) {
    if (!ground.ground().network().version().equals(kept.networkVersion())
        || !ground.placesVersion().equals(kept.placesVersion())) {
      throw new Refused(
          ProblemKind.IN_THE_WAY,
          "路网、楼栋或站点在这次计算之后有变化：结果与导出照旧可看，路径与试算请先重新计算。",
          "Roads, buildings or stations have changed since: results and exports stay, but run it"
              + " anew to see ways and try changes.");
    }
  }

  private static Refused unprocessable(String zh, String en) {
    return new Refused(ProblemKind.UNPROCESSABLE, zh, en);
  }
}
