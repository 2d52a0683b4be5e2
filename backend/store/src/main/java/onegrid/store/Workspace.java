package onegrid.store;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * 工作区: one place with one set of layers.
 *
 * @param id its number
 * @param name how people call it
 * @param madeUp whether its data was generated
 * @param epsg the metric frame that areas and lengths are measured in, empty until it is known
 * @param bounds the box around its base map and layers, empty when it has neither
 * @param layerCount how many layers it has
 * @param latestMosaicId the newest merge, when there is one
 * @param divisionCode the 行政区划 it lies in, empty for none: then it is its owner's own
 * @param version grows with every change of the workspace or its layers, for {@code If-Match}
 */
public record Workspace(
    long id,
    String name,
    boolean madeUp,
    OptionalInt epsg,
    Optional<Bounds> bounds,
    int layerCount,
    Optional<Long> latestMosaicId,
    String divisionCode,
    long version) {}
