package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onegrid.sample.StreetNet.Ground;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Joins edges of the street net to roads; adds the river, the railway and the ways in compounds.
 */
final class RoadPlan {
  private static final double NAMED_LANE_METRES = 160;

  final List<Road> roads = new ArrayList<>();
  final List<Water> water = new ArrayList<>();
  final List<Railway> railways = new ArrayList<>();
  final List<Footpath> footpaths = new ArrayList<>();

  private final StreetNet net;
  private final ParcelPlan parcels;
  private final Names names;

  RoadPlan(StreetNet net, ParcelPlan parcels, Names names) {
    this.net = net;
    this.parcels = parcels;
    this.names = names;
    roads();
    river();
    railway();
  }

  private void roads() {
    Integer[] order = new Integer[net.edges()];
    Arrays.setAll(order, e -> e);
    Arrays.sort(
        order,
        Comparator.<Integer, Boolean>comparing(e -> net.vertical[e])
            .thenComparing(e -> net.boardLine[e])
            .thenComparing(e -> net.nodeX[net.from[e]] + net.nodeY[net.from[e]]));
    Map<String, String> nameOfLine = new HashMap<>();
    List<Integer> chain = new ArrayList<>();
    for (int edge : order) {
      if (!chain.isEmpty() && !continues(chain.get(chain.size() - 1), edge)) {
        road(chain, nameOfLine);
        chain.clear();
      }
      if (roadClass(edge) > 0) {
        chain.add(edge);
      }
    }
    if (!chain.isEmpty()) {
      road(chain, nameOfLine);
    }
  }

  private boolean continues(int last, int next) {
    return net.to[last] == net.from[next]
        && net.vertical[last] == net.vertical[next]
        && roadClass(last) == roadClass(next)
        && net.bridge[last] == net.bridge[next];
  }

  private int roadClass(int edge) {
    return net.roadClass[edge] > 0 ? net.roadClass[edge] : parcels.isLane(edge) ? 3 : 0;
  }

  private void road(List<Integer> chain, Map<String, String> nameOfLine) {
    int edge = chain.get(0);
    LineString line = line(chain);
    int roadClass = roadClass(edge);
    boolean northSouth = net.vertical[edge];
    String name =
        roadClass < 3
            ? nameOfLine.computeIfAbsent(
                northSouth + " " + net.boardLine[edge], l -> names.road(northSouth, roadClass))
            : line.getLength() < NAMED_LANE_METRES ? "" : names.road(northSouth, 3);
    String code = "R" + Register.digits(5, roads.size() + 1);
    roads.add(new Road(code, name, roadClass, net.bridge[edge], line));
  }

  private LineString line(List<Integer> chain) {
    List<Coordinate> points = new ArrayList<>();
    points.add(new Coordinate(net.line(chain.get(0))[0]));
    for (int edge : chain) {
      Coordinate[] drawn = net.line(edge);
      for (int i = 1; i < drawn.length; i++) {
        points.add(new Coordinate(drawn[i]));
      }
    }
    return Shapes.FACTORY.createLineString(points.toArray(new Coordinate[0]));
  }

  private void river() {
    int[] wet = blocksOf(Ground.WATER);
    Outline outline = new Outline(net);
    String name = names.place("河");
    for (Outline.Face face : outline.faces(wet)) {
      water.add(new Water(name, outline.draw(face, net)));
    }
  }

  private void railway() {
    int[] rails = blocksOf(Ground.RAIL);
    if (rails.length == 0) {
      return;
    }
    int south = Arrays.stream(rails).map(b -> net.board[b][1]).min().orElseThrow();
    int north = Arrays.stream(rails).map(b -> net.board[b][3]).max().orElseThrow();
    double middle = (net.board[rails[0]][0] + net.board[rails[0]][2]) / 2.0;
    int steps = (north - south) / StreetPlan.LATTICE;
    Coordinate[] line = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      line[i] = net.warp.at(middle, south + i * StreetPlan.LATTICE);
    }
    railways.add(new Railway(names.place("铁路"), Shapes.FACTORY.createLineString(line)));
  }

  private int[] blocksOf(Ground ground) {
    return java.util.stream.IntStream.range(0, net.blocks())
        .filter(b -> net.ground[b] == ground)
        .toArray();
  }

  /** Ways from the street through each gate, and from block to block inside. */
  void footpaths(List<CompoundPlan.Draft> drafts, List<Compound> compounds) {
    for (int i = 0; i < drafts.size(); i++) {
      CompoundPlan.Draft draft = drafts.get(i);
      String code = compounds.get(i).code();
      for (CompoundPlan.GateSite gate : draft.gates()) {
        way(code, gate.street(), gate.gate(), net.heart[gate.block()]);
      }
      for (int block : parcels.blocksOfParcel[draft.parcel()]) {
        Set<Integer> seen = new HashSet<>();
        for (int side : net.ring[block]) {
          int other = net.acrossOf(side);
          boolean inside = other > block && parcels.parcelOfBlock[other] == draft.parcel();
          if (inside && seen.add(other)) {
            Coordinate[] shared = net.line(side >= 0 ? side : ~side);
            Coordinate middle =
                shared.length > 2
                    ? shared[shared.length / 2]
                    : Shapes.at((shared[0].x + shared[1].x) / 2, (shared[0].y + shared[1].y) / 2);
            way(code, net.heart[block], middle, net.heart[other]);
          }
        }
      }
    }
  }

  private void way(String compound, Coordinate a, Coordinate b, Coordinate c) {
    Coordinate[] line = {new Coordinate(a), new Coordinate(b), new Coordinate(c)};
    footpaths.add(new Footpath(compound, Shapes.FACTORY.createLineString(line)));
  }
}
