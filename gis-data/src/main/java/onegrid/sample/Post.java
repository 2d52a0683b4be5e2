package onegrid.sample;

/**
 * A post, never a person: a role that is filled or vacant.
 *
 * @param code the department's letter, G and five digits
 * @param department its name
 * @param role for instance 网格员
 * @param communityCode the community it works in
 * @param cellCode the cell of its department, empty for a post of the whole community
 * @param filled whether somebody holds it
 */
public record Post(
    String code,
    String department,
    String role,
    String communityCode,
    String cellCode,
    boolean filled) {}
