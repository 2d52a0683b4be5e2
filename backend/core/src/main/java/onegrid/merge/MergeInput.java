package onegrid.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentLayer;
import onegrid.place.Indivisible;

/**
 * What is to be merged.
 *
 * @param frame what every coordinate is measured in
 * @param area the divisions (communities) inside which units are made and whose borders never move;
 *     without it the union of the layers is the area
 * @param layers at most 62 layers in the order of their rank, strongest first, no two of one name
 * @param ranks the rank of each layer, never falling; of layers whose rank is equal the one that is
 *     better drawn comes first in the merge, however they stand here
 * @param whole shapes that no border may cut
 * @param protectedBorders lines that stay where they are and stay borders
 */
public record MergeInput(
    LocalFrame frame,
    Optional<DepartmentLayer> area,
    List<DepartmentLayer> layers,
    List<Integer> ranks,
    List<Indivisible> whole,
    List<ProtectedBorder> protectedBorders) {

  /** How many layers one merge takes: {@link onegrid.mosaic.Arc#drawnBy} has a bit for each. */
  public static final int MOST_LAYERS = 62;

  public MergeInput {
    layers = List.copyOf(layers);
    ranks = List.copyOf(ranks);
    whole = List.copyOf(whole);
    protectedBorders = List.copyOf(protectedBorders);
    if (layers.size() > MOST_LAYERS) {
      throw new IllegalArgumentException("more than " + MOST_LAYERS + " layers: " + layers.size());
    }
    if (layers.stream().map(DepartmentLayer::name).distinct().count() < layers.size()) {
      throw new IllegalArgumentException("two layers of one name");
    }
    if (ranks.size() != layers.size() || !ranks.equals(ranks.stream().sorted().toList())) {
      throw new IllegalArgumentException(
          "ranks of " + layers.size() + " layers, strongest first: " + ranks);
    }
  }

  /** No two layers rank alike. */
  public MergeInput(
      LocalFrame frame,
      Optional<DepartmentLayer> area,
      List<DepartmentLayer> layers,
      List<Indivisible> whole,
      List<ProtectedBorder> protectedBorders) {
    this(frame, area, layers, oneByOne(layers.size()), whole, protectedBorders);
  }

  /** No border is protected but those of the area. */
  public MergeInput(
      LocalFrame frame,
      Optional<DepartmentLayer> area,
      List<DepartmentLayer> layers,
      List<Indivisible> whole) {
    this(frame, area, layers, whole, List.of());
  }

  private static List<Integer> oneByOne(int layers) {
    return IntStream.range(0, layers).boxed().toList();
  }

  /** The same, as many other layers of the same ranks. */
  public MergeInput withLayers(List<DepartmentLayer> others) {
    return new MergeInput(frame, area, others, ranks, whole, protectedBorders);
  }

  /** The same, some borders protected. */
  public MergeInput protecting(List<ProtectedBorder> borders) {
    return new MergeInput(frame, area, layers, ranks, whole, borders);
  }

  /**
   * The same layers ranked anew, in any order: the smaller the stronger.
   *
   * @param wished the rank of each layer as the layers stand
   */
  public MergeInput ranked(List<Integer> wished) {
    List<Integer> order =
        IntStream.range(0, layers.size())
            .boxed()
            .sorted(Comparator.comparing(wished::get))
            .toList();
    return new MergeInput(
        frame,
        area,
        order.stream().map(layers::get).toList(),
        order.stream().map(wished::get).toList(),
        whole,
        protectedBorders);
  }

  /** The same, every layer weaker than the one before it. */
  MergeInput rankedAsTheyStand() {
    return new MergeInput(frame, area, layers, whole, protectedBorders);
  }

  /** The layers that rank like the one at {@code first}, from there on. */
  List<DepartmentLayer> alikeFrom(int first) {
    return layers.subList(first, ranks.lastIndexOf(ranks.get(first)) + 1);
  }

  /** The same, layers in the order of these names. */
  MergeInput inOrder(List<String> names) {
    return withLayers(
        layers.stream()
            .sorted(Comparator.comparingInt(layer -> names.indexOf(layer.name())))
            .toList());
  }
}
