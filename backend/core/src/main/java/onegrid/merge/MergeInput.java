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
 * @param protectedBorders lines that stay where they are and stay borders
 */
public record MergeInput(
    LocalFrame frame,
    Optional<DepartmentLayer> area,
    List<DepartmentLayer> layers,
    List<Indivisible> whole,
    List<ProtectedBorder> protectedBorders) {

  /** How many layers one merge takes: {@link onegrid.mosaic.Arc#drawnBy} has a bit for each. */
  public static final int MOST_LAYERS = 62;

  public MergeInput {
    layers = List.copyOf(layers);
    whole = List.copyOf(whole);
    protectedBorders = List.copyOf(protectedBorders);
    if (layers.size() > MOST_LAYERS) {
      throw new IllegalArgumentException("more than " + MOST_LAYERS + " layers: " + layers.size());
    }
  }

  /** No border is protected but those of the area. */
  public MergeInput(
      LocalFrame frame,
      Optional<DepartmentLayer> area,
      List<DepartmentLayer> layers,
      List<Indivisible> whole) {
    this(frame, area, layers, whole, List.of());
  }

  /** The same, other layers. */
  public MergeInput withLayers(List<DepartmentLayer> others) {
    return new MergeInput(frame, area, others, whole, protectedBorders);
  }

  /** The same, some borders protected. */
  public MergeInput protecting(List<ProtectedBorder> borders) {
    return new MergeInput(frame, area, layers, whole, borders);
  }
}
