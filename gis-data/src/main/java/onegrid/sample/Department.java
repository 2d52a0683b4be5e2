package onegrid.sample;

/**
 * A department with cells of its own. Departments are rows, not a closed set.
 *
 * @param name for instance 综治
 * @param letter one Chinese character that stands for it
 * @param rank 1 for the one whose layer wins
 */
public record Department(String name, String letter, int rank) {}
