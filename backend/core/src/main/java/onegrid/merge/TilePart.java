package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.mosaic.BasicUnit;

/**
 * A tile as it goes into the whole, finished but for what its neighbours decide: the arcs on its
 * border, and the number of its first unit. Source cells are told by their codes, so that a part
 * stays good while cells elsewhere come and go.
 */
final class TilePart {
  final String areaCode;

  /** The number of the first unit in its division, from 1. */
  final int firstNumber;

  final List<BasicUnit> units;

  /** For each layer who holds what, by code. */
  final List<List<Holding>> holdings;

  /** Arcs between units of this tile, which are numbered from 0. */
  final ArcRun innerArcs;

  /** Steps with one side in this tile, as {@link TileResult#steps}. */
  final int[] borderSteps;

  /** Where inner arcs end on the border, as x, y, x, y … */
  final int[] landings;

  /** In the order of the whole list. */
  final List<Conflict> conflicts;

  /** The sums over the units. */
  final int buildings;

  final int households;
  final int people;

  /** Buildings that came to another cell of each layer, and that left: {gained, lost}. */
  final int[][] buildingsMoved;

  /** The people in them. */
  final int[][] peopleMoved;

  private TilePart(TilePart like, int firstNumber) {
    this.areaCode = like.areaCode;
    this.firstNumber = firstNumber;
    List<BasicUnit> units = new ArrayList<>(like.units.size());
    for (BasicUnit u : like.units) {
      units.add(
          new BasicUnit(
              id(areaCode, firstNumber + units.size()),
              u.areaCode(),
              u.polygon(),
              u.areaSquareMetres(),
              u.sources(),
              u.buildings(),
              u.households(),
              u.people()));
    }
    this.units = List.copyOf(units);
    this.holdings = holdings(this.units, like.holdings.size());
    this.innerArcs = like.innerArcs;
    this.borderSteps = like.borderSteps;
    this.landings = like.landings;
    this.conflicts = like.conflicts;
    this.buildings = like.buildings;
    this.households = like.households;
    this.people = like.people;
    this.buildingsMoved = like.buildingsMoved;
    this.peopleMoved = like.peopleMoved;
  }

  /** Finishes what merging gave in a tile of a division. */
  TilePart(LayerStack stack, String areaCode, TileResult result) {
    this.areaCode = areaCode;
    this.firstNumber = 1;
    List<BasicUnit> units = new ArrayList<>(result.units().size());
    for (UnitDraft draft : result.units()) {
      units.add(unit(stack, draft, areaCode, 1 + units.size()));
    }
    this.units = List.copyOf(units);
    this.holdings = holdings(this.units, stack.count());
    ArcChains chains = new ArcChains();
    chains.expect(result.steps().length / 7);
    chains.add(result.steps(), 0);
    chains.close();
    this.innerArcs = chains.innerArcs();
    this.borderSteps = chains.openSteps();
    this.landings = chains.landings();
    this.conflicts = result.conflicts().stream().sorted(ConflictList.ORDER).toList();
    this.buildings = units.stream().mapToInt(BasicUnit::buildings).sum();
    this.households = units.stream().mapToInt(BasicUnit::households).sum();
    this.people = units.stream().mapToInt(BasicUnit::people).sum();
    this.buildingsMoved = new int[stack.count()][2];
    this.peopleMoved = new int[stack.count()][2];
    for (UnitDraft draft : result.units()) {
      countMoved(stack, draft);
    }
  }

  /** The same part, its units numbered from another number on. */
  TilePart from(int number) {
    return number == firstNumber ? this : new TilePart(this, number);
  }

  private static String id(String areaCode, int number) {
    return (areaCode.isEmpty() ? "unit" : areaCode) + "-" + number;
  }

  private static BasicUnit unit(LayerStack stack, UnitDraft draft, String areaCode, int number) {
    List<Optional<String>> sources = new ArrayList<>(stack.count());
    for (int k = 0; k < stack.count(); k++) {
      int cell = draft.held()[k];
      sources.add(
          cell == FaceGroups.NONE
              ? Optional.empty()
              : Optional.of(stack.drawing(k).codes.get(cell)));
    }
    int households = 0;
    int people = 0;
    for (int b : draft.buildings()) {
      households += stack.buildings.get(b).source().households();
      people += stack.buildings.get(b).source().people();
    }
    return new BasicUnit(
        id(areaCode, number),
        areaCode,
        draft.polygon(),
        draft.squareCells() / 10_000,
        sources,
        draft.buildings().length,
        households,
        people);
  }

  private static List<List<Holding>> holdings(List<BasicUnit> units, int layers) {
    List<List<Holding>> all = new ArrayList<>(layers);
    for (int k = 0; k < layers; k++) {
      TreeMap<String, List<BasicUnit>> unitsOf = new TreeMap<>();
      for (BasicUnit unit : units) {
        Optional<String> code = unit.sources().get(k);
        if (code.isPresent()) {
          unitsOf.computeIfAbsent(code.get(), c -> new ArrayList<>()).add(unit);
        }
      }
      all.add(unitsOf.entrySet().stream().map(e -> new Holding(e.getKey(), e.getValue())).toList());
    }
    return all;
  }

  private void countMoved(LayerStack stack, UnitDraft draft) {
    for (int b : draft.buildings()) {
      LayerStack.Footprint building = stack.buildings.get(b);
      int x = building.inside()[0];
      int y = building.inside()[1];
      int people = building.source().people();
      for (int k = 0; k < stack.count(); k++) {
        LaidLayer layer = stack.layers.get(k);
        int now = draft.held()[k];
        if (now == FaceGroups.NONE || !layer.cellHolds(now, x, y)) {
          boolean isGained = now != FaceGroups.NONE;
          boolean isLost = layer.someCellHolds(x, y);
          peopleMoved[k][0] += isGained ? people : 0;
          peopleMoved[k][1] += isLost ? people : 0;
          buildingsMoved[k][0] += isGained ? 1 : 0;
          buildingsMoved[k][1] += isLost ? 1 : 0;
        }
      }
    }
  }
}
