package onegrid.walk;

/**
 * What is assumed about walking where the data does not say.
 *
 * @param twoSides whether wide roads have two sides that are joined at crossings only
 * @param junctionsAreCrossings whether a wide road can be crossed wherever another way meets it,
 *     marked or not; few maps hold every crossing
 * @param lightsWaitSeconds mean wait at lights and at unmarked junctions of wide roads (no
 *     standard: half of a red phase of a minute)
 * @param crossingWaitSeconds mean wait at a crossing without lights
 * @param crossingMetres how wide a wide road is to cross
 * @param stepsPercent how long steps take, in percent of level ground
 * @param gateReachMetres how far from its wall's crossing a gate may be drawn
 * @param fragmentMetres a network fragment shorter than this carries no building: nobody leaves
 *     home by an unconnected garden path
 */
public record WalkRules(
    boolean twoSides,
    boolean junctionsAreCrossings,
    int lightsWaitSeconds,
    int crossingWaitSeconds,
    int crossingMetres,
    int stepsPercent,
    int gateReachMetres,
    int fragmentMetres) {

  /** What is used when nobody says otherwise. */
  public static final WalkRules USUAL = new WalkRules(true, true, 30, 10, 12, 150, 3, 100);

  /** Lines as they are: no sides, no waits, every fragment counts. */
  public static final WalkRules PLAIN = new WalkRules(false, true, 0, 0, 1, 100, 3, 0);

  public WalkRules {
    if (lightsWaitSeconds < 0
        || crossingWaitSeconds < 0
        || lightsWaitSeconds > 600
        || crossingWaitSeconds > 600
        || crossingMetres < 0
        || crossingMetres > 200
        || stepsPercent < 50
        || stepsPercent > 1000
        || gateReachMetres < 0
        || gateReachMetres > 100
        || fragmentMetres < 0) {
      throw new IllegalArgumentException("absurd rules of walking: " + lightsWaitSeconds);
    }
  }
}
