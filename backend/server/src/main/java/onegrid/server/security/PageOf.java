package onegrid.server.security;

import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.Slice;
import org.jspecify.annotations.Nullable;

/** Which part of a list a query asks for, within limits. */
public final class PageOf {
  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int FURTHEST = 10_000_000;

  private PageOf() {}

  /**
   * The part asked for; more than 500 at once are clamped.
   *
   * @param limit how many, null for 100
   * @param offset after how many, null for none
   * @throws Refused if a number is out of range
   */
  public static Slice list(@Nullable Integer limit, @Nullable Integer offset) {
    int most = limit == null ? USUAL : limit;
    int after = offset == null ? 0 : offset;
    if (most < 1 || after < 0 || after > FURTHEST) {
      throw new Refused(
          ProblemKind.BAD_PARAMETER,
          "limit 须不小于 1，offset 须不小于 0。",
          "limit is at least 1, offset at least 0.");
    }
    return new Slice(Math.min(most, MOST), after);
  }
}
