package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;

/**
 * Makes an input that fails as small as it can while it still fails: takes away layers, buildings,
 * protected borders, cells and divisions, halves first, then one by one.
 */
final class Smallest {
  private static final int MOST_TRIES = 400;

  private final Predicate<MergeInput> fails;
  private MergeInput input;
  private int tries;

  private Smallest(MergeInput input, Predicate<MergeInput> fails) {
    this.input = input;
    this.fails = fails;
  }

  /** A part of an input that still fails. */
  static MergeInput failing(MergeInput input, Predicate<MergeInput> fails) {
    Smallest smallest = new Smallest(input, fails);
    smallest.shrink();
    return smallest.input;
  }

  /** What is left of it, to be drawn: a line for each thing, its shape as WKT. */
  static String told(MergeInput input) {
    StringBuilder told = new StringBuilder();
    input.area().ifPresent(area -> tell(area, told));
    input.layers().forEach(layer -> tell(layer, told));
    input
        .whole()
        .forEach(w -> told.append("\n  whole ").append(w.id()).append(' ').append(w.footprint()));
    input
        .protectedBorders()
        .forEach(b -> told.append("\n  protected ").append(b.name()).append(' ').append(b.line()));
    return told.toString();
  }

  private static void tell(DepartmentLayer layer, StringBuilder told) {
    for (DepartmentCell cell : layer.cells()) {
      told.append("\n  ").append(layer.name()).append(' ').append(cell.code());
      told.append(' ').append(cell.shape());
    }
  }

  private void shrink() {
    MergeInput before;
    do {
      before = input;
      less(
          input.layers(),
          (in, some) ->
              new MergeInput(in.frame(), in.area(), some, in.whole(), in.protectedBorders()));
      less(
          input.whole(),
          (in, some) ->
              new MergeInput(in.frame(), in.area(), in.layers(), some, in.protectedBorders()));
      less(input.protectedBorders(), MergeInput::protecting);
      for (int k = 0; k < input.layers().size(); k++) {
        int at = k;
        less(
            input.layers().get(k).cells(), (in, some) -> in.withLayers(set(in.layers(), at, some)));
      }
      if (input.area().isPresent()) {
        less(
            input.area().get().cells(),
            (in, some) ->
                new MergeInput(
                    in.frame(),
                    in.area().map(area -> new DepartmentLayer(area.name(), area.frame(), some)),
                    in.layers(),
                    in.whole(),
                    in.protectedBorders()));
      }
    } while (input != before && tries < MOST_TRIES);
  }

  private static List<DepartmentLayer> set(
      List<DepartmentLayer> layers, int at, List<DepartmentCell> cells) {
    List<DepartmentLayer> others = new ArrayList<>(layers);
    others.set(at, new DepartmentLayer(layers.get(at).name(), layers.get(at).frame(), cells));
    return others;
  }

  /** Takes away what can be missed of a list. */
  private <T> void less(List<T> all, BiFunction<MergeInput, List<T>, MergeInput> with) {
    List<T> left = new ArrayList<>(all);
    for (int size = left.size(); size >= 1; size /= 2) {
      for (int at = 0; at < left.size() && tries < MOST_TRIES; ) {
        List<T> fewer = new ArrayList<>(left);
        fewer.subList(at, Math.min(left.size(), at + size)).clear();
        MergeInput smaller = with.apply(input, fewer);
        tries++;
        if (fails.test(smaller)) {
          input = smaller;
          left = fewer;
        } else {
          at += size;
        }
      }
    }
  }
}
