package onegrid.server.coverage;

import java.util.List;
import java.util.Map;
import onegrid.coverage.CoverageGround;
import onegrid.finding.Finding;
import onegrid.server.frame.FrameShapes;
import onegrid.walk.WalkGround;

/**
 * The ground of a workspace, linked and ready to be asked.
 *
 * @param walked what the network was made from, for opening gates in it
 * @param placesVersion a hash of its buildings and stations
 * @param findings what was noticed on reading it from the store
 */
record WarmGround(
    CoverageGround ground,
    WalkGround walked,
    FrameShapes frame,
    Map<String, String> subdistrictOf,
    String placesVersion,
    List<Finding> findings) {
  WarmGround {
    subdistrictOf = Map.copyOf(subdistrictOf);
    findings = List.copyOf(findings);
  }
}
