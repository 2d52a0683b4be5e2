package onegrid.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SmallDistrictTest {

  @Test
  void manyDistrictsKeepTheLaws() {
    Set<Integer> communityCounts = new HashSet<>();
    Set<Integer> layerCounts = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      SmallDistrict district = SmallDistrict.of(seed);
      communityCounts.add(district.communities().size());
      layerCounts.add(district.layers().size());
      Tiling communities = new Tiling();
      district.communities().forEach(c -> communities.add(c.geometry()));
      Tiling units = new Tiling();
      district.truth().units().forEach(u -> units.add(u.geometry()));
      assertEquals(communities.border(), units.border(), "seed " + seed);
      for (Building building : district.buildings()) {
        assertTrue(
            district.truth().unitOf(building).geometry().contains(building.geometry()),
            "seed " + seed + " " + building.id());
      }
    }
    assertEquals(Set.of(1, 2, 3, 4), communityCounts);
    assertEquals(Set.of(2, 3, 4), layerCounts);
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(
          Fingerprint.of(SmallDistrict.of(seed)),
          Fingerprint.of(SmallDistrict.of(seed)),
          "seed " + seed);
    }
  }
}
