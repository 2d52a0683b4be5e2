package onegrid.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * The areas of 5, 10 and 15 minutes and of the scenario's own limit, as every map shows them. One
 * answer as far as the widest of them tells about all.
 */
public final class Bands {
  private static final List<Integer> USUAL_SECONDS = List.of(300, 600, 900);

  private Bands() {}

  /**
   * Draws them.
   *
   * @param drawn told how many are done, before each one
   * @return the widest last
   */
  public static List<ServiceArea> of(Coverage coverage, int threads, IntConsumer drawn) {
    TreeSet<Integer> limits = new TreeSet<>(USUAL_SECONDS);
    limits.add(coverage.scenario().limitSeconds());
    Scenario widest = coverage.scenario().within(limits.last());
    ServiceAreas areas = ServiceAreas.of(Coverage.of(coverage.ground(), widest), threads);
    List<ServiceArea> bands = new ArrayList<>();
    for (int seconds : limits) {
      drawn.accept(bands.size());
      bands.add(areas.all(seconds));
    }
    return bands;
  }
}
