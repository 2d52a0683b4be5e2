package onegrid.sample;

import java.util.Optional;
import org.locationtech.jts.geom.Polygon;

/**
 * A made-up building (楼栋). It stands inside one block, clear of the streets.
 *
 * @param id community code and five digits
 * @param name its number, or what it is
 * @param compound the code of the compound it stands in
 * @param communityCode the community it stands in
 * @param kind what it is used for
 * @param geometry its footprint, metres
 * @param floors how many
 * @param households how many live in it
 * @param people how many live in it
 */
public record Building(
    String id,
    String name,
    Optional<String> compound,
    String communityCode,
    BuildingKind kind,
    Polygon geometry,
    int floors,
    int households,
    int people) {}
