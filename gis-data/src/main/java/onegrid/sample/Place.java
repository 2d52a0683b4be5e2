package onegrid.sample;

import org.locationtech.jts.geom.Point;

/**
 * A made-up school, market or business building.
 *
 * @param code P and five digits
 * @param kind what it is
 * @param name its invented name
 * @param communityCode the community it lies in
 * @param point the middle of its first building, metres
 */
public record Place(String code, PlaceKind kind, String name, String communityCode, Point point) {}
