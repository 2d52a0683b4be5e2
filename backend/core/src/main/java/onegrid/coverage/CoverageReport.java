package onegrid.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import onegrid.place.Building;
import onegrid.place.Compound;

/**
 * The figures of one answer: by three measures, by building, household and person, for the whole
 * and for every community, subdistrict, type and age of compound.
 *
 * @param whole all buildings, measure by measure
 * @param groups the same for parts, in the order of their kinds and keys
 * @param table by the radius (covered or not) and by the network (three states): who is on paper
 *     only, who is reached though the radius does not say so
 * @param pockets groups of buildings that are not covered, most people first
 */
@SuppressWarnings("ArrayRecordComponent") // two rows
public record CoverageReport(
    Map<Measure, Tally> whole, List<Group> groups, Tally[] table, List<UncoveredPocket> pockets) {

  /** By what a part is formed. */
  public enum Division {
    SUBDISTRICT,
    COMMUNITY,
    COMPOUND_KIND,
    COMPOUND_AGE
  }

  /**
   * One part.
   *
   * @param by what kind of part it is
   * @param key its code; empty for buildings that belong to none
   * @param measures its figures
   */
  public record Group(Division by, String key, Map<Measure, Tally> measures) {

    /** The figures by one measure. */
    public Tally by(Measure measure) {
      return Objects.requireNonNull(measures.get(measure));
    }
  }

  /** The figures of the whole by one measure. */
  public Tally by(Measure measure) {
    return Objects.requireNonNull(whole.get(measure));
  }

  /** Of the table: the row of the radius's verdict. */
  public Tally byRadius(boolean covered) {
    return table[covered ? 0 : 1];
  }

  /**
   * Sums up an answer.
   *
   * @param subdistrictOf the subdistrict of each community's code; may be empty
   */
  public static CoverageReport of(Coverage coverage, Map<String, String> subdistrictOf) {
    int n = coverage.ground().buildings().size();
    Map<Measure, Tally> whole = measures();
    Tally[] table = {new Tally(), new Tally()};
    List<Map<String, Map<Measure, Tally>>> parts = new ArrayList<>();
    for (int i = 0; i < Division.values().length; i++) {
      parts.add(new TreeMap<>());
    }
    IntFunction<String[]> keys = b -> keys(coverage, b, subdistrictOf);
    for (int b = 0; b < n; b++) {
      Building building = coverage.building(b);
      String[] key = keys.apply(b);
      for (Measure measure : Measure.values()) {
        BuildingState state = coverage.state(measure, b);
        Objects.requireNonNull(whole.get(measure)).add(state, building, 1);
        for (int i = 0; i < key.length; i++) {
          Map<Measure, Tally> part = parts.get(i).computeIfAbsent(key[i], k -> measures());
          Objects.requireNonNull(part.get(measure)).add(state, building, 1);
        }
      }
      boolean onPaper = coverage.state(Measure.STRAIGHT, b) == BuildingState.COVERED;
      table[onPaper ? 0 : 1].add(coverage.state(b), building, 1);
    }
    List<Group> groups = new ArrayList<>();
    for (Division by : Division.values()) {
      Map<String, Map<Measure, Tally>> found = parts.get(by.ordinal());
      boolean known = found.size() > 1 || !found.containsKey("");
      if (known) {
        found.forEach((key, tallies) -> groups.add(new Group(by, key, tallies)));
      }
    }
    return new CoverageReport(whole, groups, table, Pockets.of(coverage));
  }

  private static String[] keys(Coverage coverage, int b, Map<String, String> subdistrictOf) {
    Building building = coverage.building(b);
    int number = coverage.ground().compoundOf[b];
    Optional<Compound> compound =
        number < 0
            ? Optional.empty()
            : Optional.of(coverage.ground().network().compounds().get(number));
    String community =
        building.communityCode().isEmpty()
            ? compound.map(Compound::communityCode).orElse("")
            : building.communityCode();
    return new String[] {
      subdistrictOf.getOrDefault(community, ""),
      community,
      compound.map(Compound::kind).orElse(""),
      compound.map(Compound::age).orElse("")
    };
  }

  private static Map<Measure, Tally> measures() {
    Map<Measure, Tally> measures = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      measures.put(measure, new Tally());
    }
    return measures;
  }
}
