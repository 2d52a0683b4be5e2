package onegrid.store;

import java.util.List;

/**
 * A layer about to be kept.
 *
 * @param workspaceId where it belongs
 * @param name how people call it, 1 to 100 letters
 * @param role what it is to a merge
 * @param source what it was read from, for people: a file name
 * @param crs the coordinate system it was handed in with, for people: {@code EPSG:4548}
 * @param areaSquareMetres the sum over its cells, measured in the metric frame
 * @param cells in the order of the file
 * @param findings what was seen while reading it
 */
public record LayerDraft(
    long workspaceId,
    String name,
    LayerRole role,
    String source,
    String crs,
    double areaSquareMetres,
    List<DrawnCell> cells,
    List<PlacedFinding> findings) {

  public LayerDraft {
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
    Numbers.finite("areaSquareMetres", areaSquareMetres);
  }
}
