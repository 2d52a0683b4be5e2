package onegrid.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A layer that is kept.
 *
 * @param letter one Chinese character that stands for it on the map, different from the others of
 *     its workspace while its name has one left
 * @param hue index 0 to 5 into the palette of the map
 * @param rank 0 for the strongest department; areas are 0
 * @param cells how many cells
 * @param vertices how many vertices they have together
 * @param errors findings of that severity
 * @param warnings findings of that severity
 * @param infos findings of that severity
 * @param bounds the box around its cells, empty when it has none
 */
public record Layer(
    long id,
    long workspaceId,
    String name,
    LayerRole role,
    String letter,
    int hue,
    int rank,
    int cells,
    int vertices,
    double areaSquareMetres,
    String source,
    String crs,
    Instant importedAt,
    int errors,
    int warnings,
    int infos,
    Optional<Bounds> bounds) {}
