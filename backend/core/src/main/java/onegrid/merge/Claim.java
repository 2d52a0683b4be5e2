package onegrid.merge;

/**
 * That a department holds a place to be in one of its cells.
 *
 * @param layer the department's layer
 * @param sourceCode its cell
 */
public record Claim(String layer, String sourceCode) {}
