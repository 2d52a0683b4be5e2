package onegrid.plan;

/**
 * What a place decides for itself.
 *
 * @param exclavesRefused whether an edit that leaves a cell in more parts than before is refused;
 *     otherwise it is done, with a finding
 */
public record PlanPolicy(boolean exclavesRefused) {

  /** Exclaves (飞地) are told, not refused. */
  public static final PlanPolicy USUAL = new PlanPolicy(false);
}
