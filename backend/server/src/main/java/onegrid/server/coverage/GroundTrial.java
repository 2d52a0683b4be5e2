package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onegrid.coverage.CoverageGround;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.reach.Linker;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.BaseMap;
import onegrid.store.GroundPart;
import onegrid.store.PlaceStore;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WalkRefused;
import onegrid.walk.WalkRules;

/**
 * How one would walk on a ground with one part of it anew: what is noticed about that part. Costs
 * as much as building the network and linking what stands there.
 */
public final class GroundTrial {
  private GroundTrial() {}

  /**
   * What is noticed about a part before it is kept.
   *
   * @param fresh holds nothing but that part
   * @throws Refused if nobody could walk anywhere with it
   */
  public static List<Finding> of(
      PlaceStore places, long workspaceId, FrameShapes frame, GroundPart part, BaseMap fresh) {
    StoredPlaces ground = new StoredPlaces(places, workspaceId, frame, part, fresh);
    if (part == GroundPart.BORDERS) {
      return List.of();
    }
    WalkGround walked = ground.ground();
    if (walked.ways().isEmpty()) {
      return List.of();
    }
    try {
      WalkNetwork network = WalkNetwork.build(walked, WalkRules.USUAL);
      List<Finding> noticed = new ArrayList<>(network.findings());
      if (part == GroundPart.BUILDINGS || part == GroundPart.STATIONS) {
        noticed.addAll(
            CoverageGround.of(
                    network,
                    ground.buildings(),
                    ground.stations(),
                    Linker.USUAL_LIMIT_METRES,
                    WarmGrounds.threads())
                .findings());
      }
      Set<FindingCode> own = about(part);
      noticed.removeIf(finding -> !own.contains(finding.code()));
      return noticed;
    } catch (WalkRefused e) {
      throw new Refused(
          ProblemKind.FILE_REFUSED,
          new Words(e.words().zh() + "。", e.words().en() + "."),
          List.of());
    }
  }

  /** What a part of the ground can be the reason of. */
  private static Set<FindingCode> about(GroundPart part) {
    return switch (part) {
      case ROADS ->
          EnumSet.of(
              FindingCode.WAY_CUT_BY_BARRIER,
              FindingCode.NETWORK_ISLAND,
              FindingCode.CROSSING_MISSING,
              FindingCode.GATE_UNCONNECTED);
      case BARRIERS -> EnumSet.of(FindingCode.WAY_CUT_BY_BARRIER, FindingCode.NETWORK_ISLAND);
      case CROSSINGS -> EnumSet.of(FindingCode.CROSSING_MISSING);
      case COMPOUNDS ->
          EnumSet.of(
              FindingCode.WAY_CUT_BY_BARRIER,
              FindingCode.NETWORK_ISLAND,
              FindingCode.GATE_UNCONNECTED,
              FindingCode.GATE_WITHOUT_COMPOUND);
      case GATES -> EnumSet.of(FindingCode.GATE_UNCONNECTED, FindingCode.GATE_WITHOUT_COMPOUND);
      case BUILDINGS -> EnumSet.of(FindingCode.BUILDING_NOT_LINKED, FindingCode.SIDE_AMBIGUOUS);
      case STATIONS -> EnumSet.of(FindingCode.STATION_NOT_LINKED);
      case BORDERS -> EnumSet.noneOf(FindingCode.class);
    };
  }
}
