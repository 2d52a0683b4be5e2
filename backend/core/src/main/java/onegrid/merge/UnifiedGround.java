package onegrid.merge;

import java.util.List;
import onegrid.finding.Finding;
import onegrid.geo.LocalFrame;
import onegrid.mosaic.Mosaic;

/**
 * What a merge gives: the mosaic of basic units, with proof of where everything went.
 *
 * @param frame what its coordinates are measured in
 * @param layerNames the layers by rank; {@link onegrid.mosaic.BasicUnit#sources} has this order
 * @param mosaic units and arcs
 * @param crosswalk sorted by layer, source code, unit
 * @param conflicts sorted by people (most first), then ground, then place
 * @param findings everything else that a reader should know
 * @param report the numbers
 */
public record UnifiedGround(
    LocalFrame frame,
    List<String> layerNames,
    Mosaic mosaic,
    List<CrosswalkRow> crosswalk,
    List<Conflict> conflicts,
    List<Finding> findings,
    MergeReport report) {

  public UnifiedGround {
    layerNames = List.copyOf(layerNames);
    crosswalk = List.copyOf(crosswalk);
    conflicts = List.copyOf(conflicts);
    findings = List.copyOf(findings);
  }
}
