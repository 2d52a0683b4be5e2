package onegrid.server.mosaic;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onegrid.merge.Claim;
import onegrid.store.MosaicInput;

/**
 * How a layer is shown wherever a merge speaks of it: by name, letter and hue.
 *
 * @param hue index 0 to 5 into the palette of the page
 */
record Sign(String layer, String letter, int hue) {

  /** A cell that a layer holds somewhere. */
  record Held(String layer, String letter, int hue, String sourceCode) {}

  /** The signs of a merge, by the name of the layer. */
  static Map<String, Sign> of(List<MosaicInput> inputs) {
    return inputs.stream()
        .map(input -> new Sign(input.report().name(), input.letter(), input.hue()))
        .collect(Collectors.toMap(Sign::layer, Function.identity(), (first, second) -> first));
  }

  static Held held(Claim claim, Map<String, Sign> signs) {
    Sign sign = signs.getOrDefault(claim.layer(), new Sign(claim.layer(), "?", 0));
    return new Held(claim.layer(), sign.letter(), sign.hue(), claim.sourceCode());
  }
}
