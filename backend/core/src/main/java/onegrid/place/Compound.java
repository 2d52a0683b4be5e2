package onegrid.place;

import org.locationtech.jts.geom.Geometry;

/**
 * A residential compound (小区).
 *
 * @param id its identity in the input
 * @param name what people call it, empty for none
 * @param communityCode the community it lies in, empty when not known
 * @param kind its type as the register words it, for instance COMMERCIAL; empty when not known
 * @param age new or old as the register words it; empty when not known
 * @param walled whether its outline is a wall, entered at its gates only
 * @param shape a polygon or multi-polygon, in metres of the run's frame; never changed
 */
public record Compound(
    String id,
    String name,
    String communityCode,
    String kind,
    String age,
    boolean walled,
    Geometry shape) {}
