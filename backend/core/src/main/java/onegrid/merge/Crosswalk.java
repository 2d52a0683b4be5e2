package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.mosaic.BasicUnit;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for every source cell: which units it became, and what of it lies outside. Kept, so that
 * the rows of a cell that nothing happened to need not be made again.
 */
final class Crosswalk {
  /** Less ground outside than this is the rounding of a border, not ground. */
  private static final double ROUNDING_SQUARE_METRES = 0.005;

  private final LayerStack stack;

  /** For each layer and cell who holds it, in the order of the units. */
  private final List<List<List<Holding>>> holders = new ArrayList<>();

  private final List<Map<String, CellAccount>> accounts = new ArrayList<>();

  /** What of a cell is in no unit. */
  private record Beyond(double squareMetres, int buildings, int households, int people) {
    static final Beyond NOTHING = new Beyond(0, 0, 0, 0);

    Beyond with(LayerStack.Footprint building) {
      return new Beyond(
          squareMetres,
          buildings + 1,
          households + building.source().households(),
          people + building.source().people());
    }

    Beyond with(double squareCells) {
      double metres = squareCells / 10_000;
      return new Beyond(
          metres < ROUNDING_SQUARE_METRES ? 0 : metres, buildings, households, people);
    }

    boolean isSomething() {
      return squareMetres > 0 || buildings > 0;
    }
  }

  /** The rows of a cell, and all that they follow from. */
  private record CellAccount(List<Holding> from, Beyond beyond, List<CrosswalkRow> rows) {
    boolean follows(List<Holding> holders, Beyond beyond) {
      return from.equals(holders) && this.beyond.equals(beyond);
    }
  }

  /**
   * Accounts for all cells.
   *
   * @param outside for each layer and cell its ground outside, in square cells
   * @param homeless buildings in no unit
   * @param before the accounts of an earlier merge of layers of the same names
   */
  Crosswalk(
      LayerStack stack,
      List<TilePart> parts,
      double[][] outside,
      List<Integer> homeless,
      @Nullable Crosswalk before) {
    this.stack = stack;
    for (int k = 0; k < stack.count(); k++) {
      holders.add(holders(k, parts));
      Beyond[] beyond = beyond(k, homeless);
      List<String> codes = stack.drawing(k).codes;
      Map<String, CellAccount> of = new HashMap<>(codes.size() * 2);
      for (int cell = 0; cell < codes.size(); cell++) {
        String code = codes.get(cell);
        List<Holding> from = holders.get(k).get(cell);
        Beyond rest = beyond[cell].with(outside[k][cell]);
        CellAccount known = before == null ? null : before.accounts.get(k).get(code);
        of.put(
            code,
            known != null && known.follows(from, rest)
                ? known
                : new CellAccount(from, rest, rows(k, code, from, rest)));
      }
      accounts.add(of);
    }
  }

  /** Who holds a cell of a layer, in the order of the units. */
  List<Holding> holders(int layer, int cell) {
    return holders.get(layer).get(cell);
  }

  /** All rows, by layer, source code, unit; what lies outside last. */
  List<CrosswalkRow> rows() {
    int n = 0;
    for (Map<String, CellAccount> of : accounts) {
      for (CellAccount account : of.values()) {
        n += account.rows.size();
      }
    }
    List<CrosswalkRow> rows = new ArrayList<>(n);
    for (int k = 0; k < stack.count(); k++) {
      for (String code : stack.drawing(k).codes) {
        CellAccount account = accounts.get(k).get(code);
        if (account != null) {
          rows.addAll(account.rows);
        }
      }
    }
    return rows;
  }

  private List<List<Holding>> holders(int layer, List<TilePart> parts) {
    List<String> codes = stack.drawing(layer).codes;
    Map<String, List<Holding>> of = new HashMap<>(codes.size() * 2);
    for (TilePart part : parts) {
      for (Holding holding : part.holdings.get(layer)) {
        of.computeIfAbsent(holding.code, c -> new ArrayList<>(2)).add(holding);
      }
    }
    return codes.stream().map(code -> of.getOrDefault(code, List.of())).toList();
  }

  private List<CrosswalkRow> rows(int layer, String code, List<Holding> holders, Beyond rest) {
    String name = stack.drawing(layer).name;
    double ground = rest.squareMetres;
    long people = rest.people;
    for (Holding holding : holders) {
      for (BasicUnit unit : holding.units) {
        ground += unit.areaSquareMetres();
        people += unit.people();
      }
    }
    List<CrosswalkRow> rows = new ArrayList<>();
    for (Holding holding : holders) {
      for (BasicUnit unit : holding.units) {
        rows.add(
            new CrosswalkRow(
                name,
                code,
                Optional.of(unit.id()),
                unit.areaSquareMetres(),
                unit.buildings(),
                unit.households(),
                unit.people(),
                share(unit.people(), unit.areaSquareMetres(), people, ground)));
      }
    }
    if (rest.isSomething()) {
      rows.add(
          new CrosswalkRow(
              name,
              code,
              Optional.empty(),
              rest.squareMetres,
              rest.buildings,
              rest.households,
              rest.people,
              share(rest.people, rest.squareMetres, people, ground)));
    }
    return rows;
  }

  private static double share(int people, double metres, long allPeople, double allMetres) {
    if (allPeople > 0) {
      return (double) people / allPeople;
    }
    return allMetres > 0 ? metres / allMetres : 0;
  }

  /** What of each cell's buildings stands in no unit. */
  private Beyond[] beyond(int layer, List<Integer> homeless) {
    Beyond[] beyond = new Beyond[stack.drawing(layer).codes.size()];
    Arrays.fill(beyond, Beyond.NOTHING);
    IntList found = new IntList();
    for (int b : homeless) {
      LayerStack.Footprint footprint = stack.buildings.get(b);
      found.clear();
      stack.piecesAt(layer, footprint.inside()[0], footprint.inside()[1], found);
      if (found.size > 0) {
        int cell = stack.cellOf(found.get(0), layer);
        beyond[cell] = beyond[cell].with(footprint);
      }
    }
    return beyond;
  }
}
