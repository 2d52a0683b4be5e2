package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import onegrid.sample.LayerStyle.Flaws;
import onegrid.sample.LayerStyle.Sketch;

/**
 * A very small made-up district for tests of laws: a few dozen blocks, one to four communities, two
 * to four layers, every mistake likely, the truth known. Takes a few milliseconds.
 *
 * <p>The district stands near 10 km east, 20 km north of no place at all.
 *
 * @param seed which district
 * @param noise how badly the departments drew
 * @param communities they tile the district
 * @param buildings each inside one true unit
 * @param layers strongest first
 * @param truth what a perfect merge would find
 * @param defects what was spoilt on purpose
 */
public record SmallDistrict(
    long seed,
    double noise,
    List<Community> communities,
    List<Building> buildings,
    List<SampleLayer> layers,
    Truth truth,
    List<PlantedDefect> defects) {
  /** The zone its layers claim to be drawn in. */
  public static final int EPSG_CODE = 4548;

  private static final Sketch[] SKETCHES = {
    Sketch.EXACT, Sketch.TRACED, Sketch.CAREFUL, Sketch.SHIFTED, Sketch.COARSE, Sketch.ROUGH
  };
  private static final Flaws LIKELY = new Flaws(0.08, 0.12, 0.08, 0.04, 0.05, 0.06);

  public SmallDistrict {
    communities = List.copyOf(communities);
    buildings = List.copyOf(buildings);
    layers = List.copyOf(layers);
    defects = List.copyOf(defects);
  }

  /** A district with everything left to chance. */
  public static SmallDistrict of(long seed) {
    Dice dice = Dice.of(seed, 77);
    double noise = dice.chance(0.15) ? 0 : dice.between(0.1, 1.2);
    return of(seed, 1 + dice.below(4), 2 + dice.below(3), noise);
  }

  /**
   * A district of a wanted size.
   *
   * @param communities 1 to 4
   * @param layers 1 to 6
   * @param noise 0 to 4; 0 gives layers without a fault
   */
  public static SmallDistrict of(long seed, int communities, int layers, double noise) {
    if (communities < 1 || communities > 4 || layers < 1 || layers > 6) {
      throw new IllegalArgumentException(communities + " communities, " + layers + " layers");
    }
    CityPlan plan = plan(seed, communities, layers, noise);
    return new SmallDistrict(
        seed,
        noise,
        plan.register.communities,
        plan.register.buildings,
        plan.layers,
        plan.truth(),
        plan.defects);
  }

  static CityPlan plan(long seed, int communities, int layers, double noise) {
    Dice dice = Dice.of(seed, 78);
    StreetPlan.Size size = new StreetPlan.Size(communities > 2 ? 2 : 1, 1, 8, 12, false);
    Scale.Counts counts =
        new Scale.Counts(
            1,
            communities,
            0,
            0,
            communities,
            communities / 2,
            1000 + dice.below(2000),
            communities,
            new StationPlan.Mix(0, 0, 0, 0, 0),
            0,
            communities * (3 + dice.below(3)));
    List<LayerStyle> styles = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      Sketch sketch = i == 0 ? Sketch.EXACT : dice.oneOf(SKETCHES);
      styles.add(LayerStyle.LANSHAN.get(i).with(sketch).with(i == 0 ? Flaws.NONE : LIKELY));
    }
    return new CityPlan(
        new Scale(size, counts, styles, "999999", EPSG_CODE, 10_000, 20_000, false),
        dice.next(),
        noise);
  }
}
