package onegrid.merge;

import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentLayer;
import onegrid.place.Indivisible;

/**
 * What is to be merged.
 *
 * @param frame what every coordinate is measured in
 * @param area the divisions (communities) inside which units are made and whose borders never move;
 *     without it the union of the layers is the area
 * @param layers at most 62 layers in the order of their rank, strongest first
 * @param whole shapes that no border may cut
 */
public record MergeInput(
    LocalFrame frame,
    Optional<DepartmentLayer> area,
    List<DepartmentLayer> layers,
    List<Indivisible> whole) {

  /** How many layers one merge takes: {@link onegrid.mosaic.Arc#drawnBy} has a bit for each. */
  public static final int MOST_LAYERS = 62;

  public MergeInput {
    layers = List.copyOf(layers);
    whole = List.copyOf(whole);
    if (layers.size() > MOST_LAYERS) {
      throw new IllegalArgumentException("more than " + MOST_LAYERS + " layers: " + layers.size());
    }
  }
}
