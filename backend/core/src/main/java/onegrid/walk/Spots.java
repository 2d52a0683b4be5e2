package onegrid.walk;

import java.util.Optional;
import onegrid.finding.Spot;
import onegrid.geo.LocalFrame;

/** From cells to the places of findings. */
final class Spots {
  private Spots() {}

  static Optional<Spot> at(int x, int y) {
    return Optional.of(new Spot(LocalFrame.toMetres(x), LocalFrame.toMetres(y)));
  }
}
