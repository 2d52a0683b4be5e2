package onegrid.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Severity;

/**
 * The last hand-in of a part of the ground.
 *
 * @param file what its file was called
 * @param things how many things of its kind it brought
 * @param dataEnds where the data of roads ends, when it says so
 * @param findings how many of each severity
 */
public record StoredGround(
    long id,
    GroundPart part,
    String file,
    int things,
    Instant handedInAt,
    String handedInBy,
    Optional<Bounds> dataEnds,
    Map<Severity, Integer> findings) {
  public StoredGround {
    findings = Map.copyOf(findings);
  }
}
