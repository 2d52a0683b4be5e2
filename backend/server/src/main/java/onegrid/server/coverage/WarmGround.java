package onegrid.server.coverage;

import java.util.List;
import java.util.Map;
import onegrid.coverage.CoverageGround;
import onegrid.finding.Finding;
import onegrid.server.frame.FrameShapes;

/**
 * The ground of a workspace, linked and ready to be asked.
 *
 * @param placesVersion a hash of its buildings and stations
 * @param findings what was noticed on reading it from the store
 */
record WarmGround(
    CoverageGround ground,
    FrameShapes frame,
    Map<String, String> subdistrictOf,
    String placesVersion,
    List<Finding> findings) {
  WarmGround {
    subdistrictOf = Map.copyOf(subdistrictOf);
    findings = List.copyOf(findings);
  }
}
