package onegrid.store;

import onegrid.finding.Spot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The way from the metres of one frame to degrees, given by the caller: the stores know none.
 *
 * <p>It must give shapes of the same type, leave its argument alone, and turn equal vertices into
 * equal vertices, so that shared borders stay shared.
 */
@FunctionalInterface
public interface ToLonLat {

  /** For what is in degrees already. */
  ToLonLat AS_IT_IS = shape -> shape;

  /** The same shape in degrees, longitude first. */
  Geometry shape(Geometry metres);

  /** The same place in degrees. */
  default LonLat place(Spot spot) {
    Coordinate at =
        shape(Shapes.FACTORY.createPoint(new Coordinate(spot.eastMetres(), spot.northMetres())))
            .getCoordinate();
    return new LonLat(at.x, at.y);
  }
}
