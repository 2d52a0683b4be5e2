package onegrid.mosaic;

import java.util.List;

/**
 * A planar partition: units that meet without overlap or gap, and the arcs between them.
 *
 * @param units the faces, in the order of their ids
 * @param arcs every border once, in a canonical order
 */
public record Mosaic(List<BasicUnit> units, List<Arc> arcs) {

  public Mosaic {
    units = List.copyOf(units);
    arcs = List.copyOf(arcs);
  }
}
