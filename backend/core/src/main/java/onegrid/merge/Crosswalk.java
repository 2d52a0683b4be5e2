package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.mosaic.BasicUnit;

/** Accounts for every source cell: which units it became, and what of it lies outside. */
final class Crosswalk {
  /** Less ground outside than this is the rounding of a border, not ground. */
  private static final double ROUNDING_SQUARE_METRES = 0.005;

  private final LayerStack stack;
  private final List<BasicUnit> units;
  private final double[][] outside;

  /** Buildings in no unit. */
  private final List<Integer> homeless;

  Crosswalk(LayerStack stack, List<BasicUnit> units, double[][] outside, List<Integer> homeless) {
    this.stack = stack;
    this.units = units;
    this.outside = outside;
    this.homeless = homeless;
  }

  private static final class Sums {
    double squareMetres;
    int buildings;
    int households;
    int people;
  }

  /** All rows, by layer, source code, unit; what lies outside last. */
  List<CrosswalkRow> rows() {
    List<CrosswalkRow> rows = new ArrayList<>();
    for (int k = 0; k < stack.count(); k++) {
      addLayer(k, rows);
    }
    return rows;
  }

  private void addLayer(int layer, List<CrosswalkRow> rows) {
    Drawing drawing = stack.drawing(layer);
    TreeMap<String, List<BasicUnit>> unitsOf = new TreeMap<>();
    for (BasicUnit unit : units) {
      unit.sources()
          .get(layer)
          .ifPresent(code -> unitsOf.computeIfAbsent(code, c -> new ArrayList<>()).add(unit));
    }
    Sums[] beyond = beyond(layer);
    for (int cell = 0; cell < drawing.codes.size(); cell++) {
      String code = drawing.codes.get(cell);
      List<BasicUnit> own = unitsOf.getOrDefault(code, List.of());
      Sums rest = beyond[cell];
      double metres = outside[layer][cell] / 10_000;
      rest.squareMetres = metres < ROUNDING_SQUARE_METRES ? 0 : metres;
      double ground = rest.squareMetres;
      long people = rest.people;
      for (BasicUnit unit : own) {
        ground += unit.areaSquareMetres();
        people += unit.people();
      }
      for (BasicUnit unit : own) {
        rows.add(
            new CrosswalkRow(
                drawing.name,
                code,
                Optional.of(unit.id()),
                unit.areaSquareMetres(),
                unit.buildings(),
                unit.households(),
                unit.people(),
                share(unit.people(), unit.areaSquareMetres(), people, ground)));
      }
      if (rest.squareMetres > 0 || rest.buildings > 0) {
        rows.add(
            new CrosswalkRow(
                drawing.name,
                code,
                Optional.empty(),
                rest.squareMetres,
                rest.buildings,
                rest.households,
                rest.people,
                share(rest.people, rest.squareMetres, people, ground)));
      }
    }
  }

  private static double share(int people, double metres, long allPeople, double allMetres) {
    if (allPeople > 0) {
      return (double) people / allPeople;
    }
    return allMetres > 0 ? metres / allMetres : 0;
  }

  /** What of each cell's buildings stands in no unit. */
  private Sums[] beyond(int layer) {
    Drawing drawing = stack.drawing(layer);
    Sums[] sums = new Sums[drawing.codes.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new Sums();
    }
    IntList found = new IntList();
    for (int b : homeless) {
      LayerStack.Footprint footprint = stack.buildings.get(b);
      found.clear();
      stack.piecesAt(layer, footprint.inside()[0], footprint.inside()[1], found);
      if (found.size > 0) {
        Sums of = sums[stack.cellOf(found.get(0), layer)];
        of.buildings++;
        of.households += footprint.source().households();
        of.people += footprint.source().people();
      }
    }
    return sums;
  }
}
