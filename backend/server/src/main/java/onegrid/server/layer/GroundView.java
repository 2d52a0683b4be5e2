package onegrid.server.layer;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Severity;
import onegrid.store.GroundPart;
import onegrid.store.StoredGround;
import org.jspecify.annotations.Nullable;

/**
 * A part of the ground as it stands.
 *
 * @param things how many there are
 * @param file the file it came in, null when it came with the whole ground
 * @param findings how many were noticed, by severity
 */
record GroundView(
    GroundPart part,
    int things,
    @Nullable String file,
    @Nullable OffsetDateTime handedInAt,
    @Nullable String handedInBy,
    Counts findings) {

  record Counts(int error, int warning, int info) {}

  static GroundView of(GroundPart part, int things, Optional<StoredGround> handIn) {
    Map<Severity, Integer> counts = handIn.map(StoredGround::findings).orElse(Map.of());
    return new GroundView(
        part,
        things,
        handIn.map(StoredGround::file).orElse(null),
        handIn
            .map(h -> h.handedInAt().atZone(ZoneId.systemDefault()).toOffsetDateTime())
            .orElse(null),
        handIn.map(StoredGround::handedInBy).orElse(null),
        new Counts(
            counts.getOrDefault(Severity.ERROR, 0),
            counts.getOrDefault(Severity.WARNING, 0),
            counts.getOrDefault(Severity.INFO, 0)));
  }
}
