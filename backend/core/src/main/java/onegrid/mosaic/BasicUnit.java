package onegrid.mosaic;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground on which every department is of one mind: a face of a {@link Mosaic}.
 *
 * @param id unique in its mosaic: the code of its area, a hyphen, a number counted from 1
 * @param areaCode the code of the area cell (community) it lies in; empty when the merge had no
 *     area
 * @param polygon its shape in metres on the 1 cm grid, every vertex shared with its neighbours;
 *     never changed
 * @param areaSquareMetres the area of the polygon
 * @param sources the cell that each layer holds here, in the order of the layers
 * @param buildings how many indivisible shapes are counted here
 * @param households the sum over them
 * @param people the sum over them
 */
public record BasicUnit(
    String id,
    String areaCode,
    Polygon polygon,
    double areaSquareMetres,
    List<Optional<String>> sources,
    int buildings,
    int households,
    int people) {

  public BasicUnit {
    sources = List.copyOf(sources);
  }
}
