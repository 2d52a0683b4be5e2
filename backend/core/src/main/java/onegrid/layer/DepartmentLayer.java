package onegrid.layer;

import java.util.List;
import onegrid.geo.LocalFrame;

/**
 * The cells of one department, or of the divisions that bound a merge.
 *
 * @param name how people call the layer, for instance 综治
 * @param frame what its coordinates are measured in
 * @param cells in the order of the file; codes may repeat when a department wrote one cell as
 *     several features
 */
public record DepartmentLayer(String name, LocalFrame frame, List<DepartmentCell> cells) {

  public DepartmentLayer {
    cells = List.copyOf(cells);
  }
}
