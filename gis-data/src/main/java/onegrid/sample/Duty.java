package onegrid.sample;

/**
 * What a department does in each of its cells.
 *
 * @param code the department's letter, Z and two digits
 * @param department its name
 * @param name what is to be done
 * @param cadence how often
 */
public record Duty(String code, String department, String name, Cadence cadence) {

  /** How often a duty falls due. */
  public enum Cadence {
    DAILY,
    WEEKLY,
    MONTHLY,
    ON_CALL
  }
}
