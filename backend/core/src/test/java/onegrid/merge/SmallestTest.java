package onegrid.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.sample.SmallDistrict;
import org.junit.jupiter.api.Test;

/** A failing district comes down to the two cells that make it fail. */
class SmallestTest {
  @Test
  void onlyWhatFailsIsLeft() {
    MergeInput input = Districts.input(SmallDistrict.of(8, 3, 4, 1));
    DepartmentCell one = input.layers().get(1).cells().get(2);
    DepartmentCell other = input.layers().get(3).cells().get(0);
    MergeInput left =
        Smallest.failing(
            input, in -> holds(in, 1, one) && holds(in, in.layers().size() - 1, other));
    assertEquals(2, left.layers().stream().mapToInt(layer -> layer.cells().size()).sum());
    assertEquals(0, left.whole().size());
    assertEquals(0, left.area().map(DepartmentLayer::cells).map(c -> c.size()).orElse(1));
    String told = Smallest.told(left);
    assertTrue(told.contains(one.shape().toText()) && told.contains(other.shape().toText()), told);
  }

  private static boolean holds(MergeInput input, int layer, DepartmentCell cell) {
    return layer < input.layers().size()
        && input.layers().stream().anyMatch(l -> l.cells().contains(cell));
  }

  @Test
  void aMergeThatKeepsTheLawsIsNotBlamed() {
    assertEquals(Optional.empty(), MosaicLaws.broken(Districts.input(SmallDistrict.of(4))));
  }
}
