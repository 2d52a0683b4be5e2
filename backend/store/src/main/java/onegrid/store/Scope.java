package onegrid.store;

import java.util.Map;
import java.util.Set;

/**
 * Whose eyes the stores look through. A workspace, layer, mosaic or job that is out of scope is
 * treated by every store as if it did not exist, in lists and counts too.
 *
 * <p>The scope belongs to the thread. Work of the service itself (start, jobs, the command line)
 * sees everything; what answers a request binds {@link #NOTHING} first and the scope of an account
 * once that is known, so that code which forgets to ask fails closed.
 *
 * <p>Row level security would say the same a second time but switches the spatial index off, since
 * {@code &&} is not leakproof; measured 3,700 times slower.
 *
 * @param all whether everything is seen
 * @param accountId whose workspaces are their own, 0 for nobody
 * @param divisions codes of 行政区划 that the account has a right to
 * @param reviews whether submitted plans are seen
 */
public record Scope(boolean all, long accountId, Set<String> divisions, boolean reviews) {

  public static final Scope EVERYTHING = new Scope(true, 0, Set.of(), true);
  public static final Scope NOTHING = new Scope(false, 0, Set.of(), false);

  /**
   * The condition on a row {@code w} of the table workspace: made-up ground is open to every
   * account; other ground to its owner and to rights on its division, on one above or on one below.
   */
  static final String SEES =
      """
      (:scope_all OR :scope_account > 0 AND (w.made_up OR w.owner_id = :scope_account
        OR w.division_code <> '' AND EXISTS (
          SELECT 1 FROM unnest(:scope_divisions::text[]) AS d (code)
          WHERE left(w.division_code, length(d.code)) = d.code
            OR left(d.code, length(w.division_code)) = w.division_code)))
      """;

  /** As {@link #SEES}, but a right on a division below is not enough to change the whole. */
  static final String CHANGES =
      """
      (:scope_all OR :scope_account > 0 AND (w.made_up OR w.owner_id = :scope_account
        OR w.division_code <> '' AND EXISTS (
          SELECT 1 FROM unnest(:scope_divisions::text[]) AS d (code)
          WHERE left(w.division_code, length(d.code)) = d.code)))
      """;

  private static final ThreadLocal<Scope> CURRENT = ThreadLocal.withInitial(() -> EVERYTHING);

  /**
   * The condition on a plan {@code p} of ground that is seen: a draft is its owner's, and of those
   * the owner lets work on it; what is submitted is seen by reviewers, too; what was in force once,
   * by everyone.
   */
  static final String SEES_PLAN =
      """
      (:scope_all OR p.owner_id = :scope_account OR :scope_account = ANY (p.editors)
        OR p.state IN ('FILED', 'IN_FORCE', 'RETIRED')
        OR :scope_reviews AND p.state IN ('SUBMITTED', 'REVIEWED'))
      """;

  public Scope {
    divisions = Set.copyOf(divisions);
  }

  /** Of someone who reviews no plans. */
  public Scope(boolean all, long accountId, Set<String> divisions) {
    this(all, accountId, divisions, false);
  }

  /** The scope of this thread. */
  public static Scope current() {
    return CURRENT.get();
  }

  /** Looks through these eyes from now on, in this thread. */
  public static void bind(Scope scope) {
    CURRENT.set(scope);
  }

  /** Ends what {@link #bind} began. */
  public static void unbind() {
    CURRENT.remove();
  }

  /** Whether the account has a right to a division: to it, or to one above it. */
  public boolean covers(String divisionCode) {
    return all || !divisionCode.isEmpty() && divisions.stream().anyMatch(divisionCode::startsWith);
  }

  /** The parameters of {@link #SEES} and {@link #CHANGES} for this thread. */
  static Map<String, Object> parameters() {
    Scope scope = current();
    return Map.of(
        "scope_all",
        scope.all,
        "scope_account",
        scope.accountId,
        "scope_divisions",
        scope.divisions.toArray(new String[0]),
        "scope_reviews",
        scope.reviews);
  }

  /** A condition on a column that refers to a workspace. */
  static String seesWorkspace(String column) {
    return " EXISTS (SELECT 1 FROM onegrid.workspace w WHERE w.id = "
        + column
        + " AND "
        + SEES
        + ") ";
  }
}
