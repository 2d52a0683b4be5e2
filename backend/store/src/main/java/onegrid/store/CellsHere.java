package onegrid.store;

import java.util.List;

/**
 * The cells of one layer, as drawn, that contain a place.
 *
 * @param layer the layer's name at the time of the merge
 * @param codes the codes of the cells, sorted; none where the layer left the place out
 */
public record CellsHere(
    long layerId, String layer, LayerRole role, String letter, int hue, List<String> codes) {

  public CellsHere {
    codes = List.copyOf(codes);
  }
}
