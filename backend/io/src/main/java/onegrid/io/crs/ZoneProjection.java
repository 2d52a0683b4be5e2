package onegrid.io.crs;

import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.referencing.operation.projection.TransverseMercator;

/**
 * GeoTools' transverse Mercator for a known zone, from longitude and latitude in degrees to metres:
 * to the last bit what reading the zone's WKT would give, without what reading it loads.
 */
final class ZoneProjection extends TransverseMercator {
  private static final long serialVersionUID = 1;
  private static final double SEMI_MAJOR_METRES = 6378137;

  private ZoneProjection(ParameterValueGroup parameters) {
    super(parameters);
  }

  static ZoneProjection of(KnownSystems.Zone zone) {
    ParameterValueGroup parameters = new Provider().getParameters().createValue();
    parameters.parameter("semi_major").setValue(SEMI_MAJOR_METRES);
    parameters
        .parameter("semi_minor")
        .setValue(SEMI_MAJOR_METRES * (1 - 1 / zone.inverseFlattening()));
    parameters.parameter("central_meridian").setValue((double) zone.meridianDegrees());
    parameters.parameter("latitude_of_origin").setValue(0.0);
    parameters.parameter("scale_factor").setValue(zone.scale());
    parameters.parameter("false_easting").setValue((double) zone.eastMetres());
    parameters.parameter("false_northing").setValue((double) zone.northMetres());
    return new ZoneProjection(parameters);
  }
}
