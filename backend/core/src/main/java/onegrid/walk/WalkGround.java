package onegrid.walk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.place.Compound;
import onegrid.place.Gate;
import org.locationtech.jts.geom.Envelope;

/**
 * Everything that a walking network is made from.
 *
 * @param frame what all coordinates are measured in
 * @param ways lines that people may walk
 * @param barriers lines that they may not cross; walls of compounds are not listed here
 * @param compounds their outlines are walls when they are {@link Compound#walled}
 * @param gates openings in those walls
 * @param spots crossings and the like
 * @param extent where the data ends, in metres; none when it is whole
 */
public record WalkGround(
    LocalFrame frame,
    List<WalkWay> ways,
    List<Barrier> barriers,
    List<Compound> compounds,
    List<Gate> gates,
    List<WalkSpot> spots,
    Optional<Envelope> extent) {

  public WalkGround {
    ways = List.copyOf(ways);
    barriers = List.copyOf(barriers);
    compounds = List.copyOf(compounds);
    gates = List.copyOf(gates);
    spots = List.copyOf(spots);
  }

  /** The same with gates, compounds and barriers in the order of their names. */
  WalkGround sorted() {
    return new WalkGround(
        frame,
        ways,
        barriers.stream().sorted(Comparator.comparing(Barrier::id)).toList(),
        compounds.stream().sorted(Comparator.comparing(Compound::id)).toList(),
        gates.stream().sorted(Comparator.comparing(Gate::id)).toList(),
        spots,
        extent);
  }
}
