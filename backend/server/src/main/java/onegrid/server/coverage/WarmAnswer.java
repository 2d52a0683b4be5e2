package onegrid.server.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import onegrid.coverage.BuildingState;
import onegrid.coverage.Coverage;
import onegrid.coverage.NearStation;
import onegrid.coverage.NearStations;
import onegrid.coverage.WhatIf;
import org.locationtech.jts.geom.Coordinate;

/**
 * An answer that can be asked what would be if. Several people may ask in turn: each question names
 * all of its changes, and the ground is taken there from where the last one left it. Safe across
 * threads.
 */
final class WarmAnswer {
  private final WarmGround ground;
  private final CoverageOrder order;
  private final Coverage coverage;

  /** What the figures are compared with: the answer that was kept. */
  private final Coverage first;

  private final WhatIf whatIf;
  private final Map<String, Integer> stationNumbers = new HashMap<>();
  private final Map<String, Integer> gateNumbers = new HashMap<>();
  private final Map<String, Integer> buildingNumbers = new HashMap<>();

  /** How the ground stands. */
  private final Map<Integer, Coordinate> moved = new HashMap<>();

  private final Set<Integer> closed = new HashSet<>();
  private final Set<Integer> opened = new HashSet<>();
  private final List<Coordinate> added = new ArrayList<>();
  private final int stations;
  private final FiguresView before;

  WarmAnswer(WarmGround ground, CoverageOrder order, Coverage coverage, int threads) {
    this(ground, order, coverage, coverage, threads);
  }

  private WarmAnswer(
      WarmGround ground, CoverageOrder order, Coverage coverage, Coverage first, int threads) {
    this.ground = ground;
    this.order = order;
    this.coverage = coverage;
    this.first = first;
    this.whatIf = WhatIf.of(coverage, threads);
    this.before = FiguresView.of((first == coverage ? whatIf : WhatIf.of(first, threads)).tally());
    this.stations = ground.ground().stations().size();
    for (int s = 0; s < stations; s++) {
      stationNumbers.put(ground.ground().stations().get(s).id(), s);
    }
    var gates = ground.ground().network().gates();
    for (int g = 0; g < gates.size(); g++) {
      gateNumbers.put(gates.get(g).id(), g);
    }
    for (int b = 0; b < ground.ground().buildings().size(); b++) {
      buildingNumbers.put(ground.ground().buildings().get(b).id(), b);
    }
  }

  /** The same answer on a ground that was changed; compared with this one. */
  WarmAnswer on(WarmGround changed, Coverage there, int threads) {
    return new WarmAnswer(changed, order, there, first, threads);
  }

  WarmGround ground() {
    return ground;
  }

  Coverage coverage() {
    return coverage;
  }

  CoverageOrder order() {
    return order;
  }

  /** What to try, in numbers of the ground and in metres. */
  record Changes(
      Map<Integer, Coordinate> moves,
      Set<Integer> closes,
      Set<Integer> gates,
      List<Coordinate> adds) {}

  Map<String, Integer> stationNumbers() {
    return stationNumbers;
  }

  Map<String, Integer> gateNumbers() {
    return gateNumbers;
  }

  Map<String, Integer> buildingNumbers() {
    return buildingNumbers;
  }

  /** The figures of the answer itself. */
  FiguresView before() {
    return before;
  }

  /** Takes the ground to some changes and asks it there. */
  synchronized <T> T with(Changes changes, Function<WhatIf, T> question) {
    take(changes);
    return question.apply(whatIf);
  }

  /** The stations that a building walks to under some changes, with their ways. */
  List<NearStation> near(Changes changes, int building, int most) {
    return with(changes, ground -> NearStations.on(ground).of(building, most));
  }

  /** The buildings whose state is another than the answer's. Call it inside of a question. */
  List<Integer> changed() {
    List<Integer> changed = new ArrayList<>();
    for (int b = 0; b < ground.ground().buildings().size(); b++) {
      BuildingState now = whatIf.state(b);
      if (now != first.state(b)) {
        changed.add(b);
      }
    }
    return changed;
  }

  private void take(Changes changes) {
    for (int gate : Set.copyOf(opened)) {
      if (!changes.gates().contains(gate)) {
        whatIf.leaveGate(gate);
        opened.remove(gate);
      }
    }
    for (int gate : changes.gates()) {
      if (opened.add(gate)) {
        whatIf.openGate(gate);
      }
    }
    Set<Integer> before = new HashSet<>(moved.keySet());
    before.addAll(closed);
    for (int station : before) {
      if (!changes.moves().containsKey(station) && !changes.closes().contains(station)) {
        whatIf.restore(station);
        moved.remove(station);
        closed.remove(station);
      }
    }
    for (int station : changes.closes()) {
      if (closed.add(station)) {
        whatIf.close(station);
        moved.remove(station);
      }
    }
    changes
        .moves()
        .forEach(
            (station, to) -> {
              boolean reopened = closed.remove(station);
              if (!to.equals(moved.put(station, to)) || reopened) {
                whatIf.move(station, List.of(to));
              }
            });
    for (int i = 0; i < Math.max(added.size(), changes.adds().size()); i++) {
      add(i, changes.adds());
    }
    while (added.size() > changes.adds().size()) {
      added.remove(added.size() - 1);
    }
  }

  private void add(int i, List<Coordinate> wanted) {
    if (i >= wanted.size()) {
      whatIf.close(stations + i);
    } else if (i >= added.size()) {
      if (stations + i < whatIf.stations()) {
        whatIf.move(stations + i, List.of(wanted.get(i)));
      } else {
        whatIf.add(List.of(wanted.get(i)));
      }
      added.add(wanted.get(i));
    } else if (!added.get(i).equals(wanted.get(i))) {
      whatIf.move(stations + i, List.of(wanted.get(i)));
      added.set(i, wanted.get(i));
    }
  }
}
