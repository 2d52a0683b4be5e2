package onegrid.store;

import onegrid.merge.MergeReport.LayerReport;

/**
 * A layer that went into a merge, with what happened to it. It stays readable when the layer is
 * deleted.
 *
 * @param layerId the layer that was merged
 * @param role what it was to the merge
 * @param letter its letter then
 * @param hue its hue then
 * @param report the numbers; {@code report.name()} is its name then
 */
public record MosaicInput(
    long layerId, LayerRole role, String letter, int hue, LayerReport report) {

  /** The input that a layer becomes. */
  public static MosaicInput of(Layer layer, LayerReport report) {
    return new MosaicInput(layer.id(), layer.role(), layer.letter(), layer.hue(), report);
  }
}
