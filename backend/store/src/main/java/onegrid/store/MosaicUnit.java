package onegrid.store;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * A basic unit, as {@link onegrid.mosaic.BasicUnit}, its shape in degrees.
 *
 * @param sources the cell that each layer holds here, in the order of the inputs without the area
 */
public record MosaicUnit(
    String id,
    String areaCode,
    Polygon shape,
    double areaSquareMetres,
    List<Optional<String>> sources,
    int buildings,
    int households,
    int people) {

  public MosaicUnit {
    sources = List.copyOf(sources);
    Numbers.finite("areaSquareMetres", areaSquareMetres);
  }
}
