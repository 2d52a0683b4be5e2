package onegrid.sample;

import org.locationtech.jts.geom.Polygon;

/**
 * A made-up compound (小区).
 *
 * @param code community code, a hyphen and three digits
 * @param name its invented name
 * @param communityCode the community it lies in
 * @param age newly developed or old
 * @param kind one of four
 * @param walled whether it has a wall; then it is entered at its gates only
 * @param geometry the ground within its wall, a few metres inside the streets round it, metres
 * @param propertyService who looks after it
 * @param ownersCommittee whether the owners have elected a committee
 * @param stars 1 to 5, from the half-yearly rating
 * @param people the sum of its buildings
 * @param households the sum of its buildings
 */
public record Compound(
    String code,
    String name,
    String communityCode,
    CompoundAge age,
    CompoundKind kind,
    boolean walled,
    Polygon geometry,
    PropertyService propertyService,
    boolean ownersCommittee,
    int stars,
    int people,
    int households) {}
