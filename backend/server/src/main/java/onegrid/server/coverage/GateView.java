package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.List;
import onegrid.coverage.Scenario;
import onegrid.place.Gate;

/**
 * A gate that not everybody may pass.
 *
 * @param compound the code of its compound
 * @param residentsOnly whether the people of the compound may
 */
record GateView(String id, String compound, double lon, double lat, boolean residentsOnly) {

  /** The gates that were tried in walls that have none. */
  static List<GateView> tried(WarmAnswer answer) {
    List<GateView> tried = new ArrayList<>();
    for (Gate gate : answer.ground().ground().network().gates()) {
      if (gate.id().startsWith(WarmGrounds.NEW_GATE)) {
        double[] at = answer.ground().frame().gate().toDegrees(gate.x() / 100.0, gate.y() / 100.0);
        tried.add(new GateView(gate.id(), gate.compoundId(), at[0], at[1], false));
      }
    }
    return tried;
  }

  static List<GateView> shut(WarmAnswer answer) {
    Scenario scenario = answer.coverage().scenario();
    List<GateView> shut = new ArrayList<>();
    for (Gate gate : answer.ground().ground().network().gates()) {
      boolean open =
          scenario
              .when()
              .map(at -> gate.hours().contains(at.day(), at.time()))
              .orElse(!gate.hours().spans().isEmpty());
      if (!open || gate.residentsOnly()) {
        double[] at = answer.ground().frame().gate().toDegrees(gate.x() / 100.0, gate.y() / 100.0);
        shut.add(
            new GateView(gate.id(), gate.compoundId(), at[0], at[1], open && gate.residentsOnly()));
      }
    }
    return shut;
  }
}
