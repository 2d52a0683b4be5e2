package onegrid.server.coverage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import onegrid.coverage.CoverageGround;
import onegrid.place.Building;
import onegrid.place.Station;
import org.locationtech.jts.geom.Coordinate;

/** A hash of who lives and serves where: equal versions are equal buildings and stations. */
final class PlacesVersion {
  private final MessageDigest digest;

  private PlacesVersion() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(CoverageGround ground) {
    PlacesVersion version = new PlacesVersion();
    for (Building building : ground.buildings()) {
      version.line(
          building.id(),
          building.households(),
          building.people(),
          building.compoundId(),
          building.communityCode());
      for (Coordinate at : building.footprint().getCoordinates()) {
        version.line(at.x, at.y);
      }
    }
    for (Station station : ground.stations()) {
      version.line(
          station.id(),
          station.name(),
          station.kind(),
          station.hours(),
          station.qualified(),
          station.serviceItems().stream().sorted().toList(),
          station.capacityPeople());
      for (Coordinate at : station.entrances()) {
        version.line(at.x, at.y);
      }
    }
    return HexFormat.of().formatHex(version.digest.digest()).substring(0, 32);
  }

  private void line(Object... values) {
    for (Object value : values) {
      digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    digest.update((byte) 1);
  }
}
