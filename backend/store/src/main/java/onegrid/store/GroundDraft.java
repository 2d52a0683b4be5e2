package onegrid.store;

import java.util.List;
import java.util.Optional;

/**
 * A part of the ground that is to take the place of the one before.
 *
 * @param file what its file was called
 * @param map holds nothing but that part; roads may bring barriers and crossings with them
 * @param whole whether barriers and crossings came with the roads, and take those places too
 * @param dataEnds where the data of roads ends, when it says so
 * @param findings what was noticed on reading and trying it
 */
public record GroundDraft(
    GroundPart part,
    String file,
    BaseMap map,
    boolean whole,
    Optional<Bounds> dataEnds,
    List<PlacedFinding> findings) {
  public GroundDraft {
    findings = List.copyOf(findings);
  }

  /** How many things of the part there are. */
  public int things() {
    return switch (part) {
      case ROADS -> map.roads().size();
      case BARRIERS -> map.barriers().size() + map.waters().size() + map.railways().size();
      case CROSSINGS -> map.crossings().size();
      case COMPOUNDS -> map.compounds().size();
      case GATES -> map.gates().size();
      case BUILDINGS -> map.buildings().size();
      case STATIONS -> map.stations().size();
      case BORDERS -> map.borders().size();
    };
  }
}
