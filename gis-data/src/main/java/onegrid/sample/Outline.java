package onegrid.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Finds the rings round groups of blocks; not for use by several threads. */
final class Outline {
  private final StreetNet net;
  private final int[] part;

  Outline(StreetNet net) {
    this.net = net;
    this.part = new int[net.blocks()];
    Arrays.fill(part, -1);
  }

  /** A connected group of blocks and its rings of sides. */
  static final class Face {
    private final int[] blocks;
    private final List<int[]> rings;

    Face(int[] blocks, List<int[]> rings) {
      this.blocks = blocks;
      this.rings = rings;
    }

    int[] blocks() {
      return blocks;
    }

    /** The outer ring first, then the holes. */
    List<int[]> rings() {
      return rings;
    }
  }

  /** The connected parts of a group of blocks; blocks that meet in a corner only are not. */
  List<Face> faces(int[] blocks) {
    for (int block : blocks) {
      part[block] = Integer.MAX_VALUE;
    }
    List<int[]> parts = new ArrayList<>();
    int[] stack = new int[blocks.length];
    for (int first : blocks) {
      if (part[first] != Integer.MAX_VALUE) {
        continue;
      }
      int number = parts.size();
      int top = 0;
      int count = 0;
      int[] found = new int[blocks.length];
      stack[top++] = first;
      part[first] = number;
      while (top > 0) {
        int block = stack[--top];
        found[count++] = block;
        for (int side : net.ring[block]) {
          int other = net.acrossOf(side);
          if (other >= 0 && part[other] == Integer.MAX_VALUE) {
            part[other] = number;
            stack[top++] = other;
          }
        }
      }
      int[] members = Arrays.copyOf(found, count);
      Arrays.sort(members);
      parts.add(members);
    }
    List<Face> faces = new ArrayList<>();
    for (int[] members : parts) {
      faces.add(new Face(members, rings(members)));
    }
    for (int block : blocks) {
      part[block] = -1;
    }
    return faces;
  }

  /** A polygon, or a multi-polygon when the faces are several. */
  Geometry draw(List<Face> faces, Drawing drawing) {
    Polygon[] polygons = new Polygon[faces.size()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = draw(faces.get(i), drawing);
    }
    return polygons.length == 1 ? polygons[0] : Shapes.FACTORY.createMultiPolygon(polygons);
  }

  Polygon draw(Face face, Drawing drawing) {
    LinearRing[] holes = new LinearRing[face.rings.size() - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = Shapes.FACTORY.createLinearRing(net.trace(face.rings.get(i + 1), drawing));
    }
    Coordinate[] shell = net.trace(face.rings.get(0), drawing);
    return Shapes.FACTORY.createPolygon(Shapes.FACTORY.createLinearRing(shell), holes);
  }

  private List<int[]> rings(int[] members) {
    Map<Integer, List<Integer>> leaving = new HashMap<>();
    List<Integer> border = new ArrayList<>();
    for (int block : members) {
      for (int side : net.ring[block]) {
        int other = net.acrossOf(side);
        if (other < 0 || part[other] != part[block]) {
          border.add(side);
          leaving.computeIfAbsent(net.startOf(side), n -> new ArrayList<>(2)).add(side);
        }
      }
    }
    List<int[]> rings = new ArrayList<>();
    for (int side : border) {
      List<Integer> starts = leaving.getOrDefault(net.startOf(side), List.of());
      if (starts.contains(side)) {
        walk(side, leaving, rings);
      }
    }
    rings.sort((a, b) -> Boolean.compare(boardArea(a) < 0, boardArea(b) < 0));
    return rings;
  }

  /**
   * Walks along the border with the group on the left and cuts a ring off whenever a node comes a
   * second time, so that no ring touches itself.
   */
  private void walk(int first, Map<Integer, List<Integer>> leaving, List<int[]> rings) {
    List<Integer> path = new ArrayList<>();
    Map<Integer, Integer> visited = new HashMap<>();
    int side = first;
    while (true) {
      int start = net.startOf(side);
      visited.put(start, path.size());
      leaving.getOrDefault(start, List.of()).remove((Integer) side);
      path.add(side);
      int end = net.endOf(side);
      Integer since = visited.get(end);
      if (since != null) {
        List<Integer> loop = path.subList(since, path.size());
        rings.add(loop.stream().mapToInt(Integer::intValue).toArray());
        loop.forEach(s -> visited.remove(net.startOf(s)));
        loop.clear();
        if (path.isEmpty()) {
          return;
        }
      }
      side = next(side, leaving.getOrDefault(end, List.of()));
    }
  }

  /** Where two corners of the group touch in one node, the border stays with its own block. */
  private int next(int side, List<Integer> choices) {
    for (int choice : choices) {
      if (net.ownerOf(choice) == net.ownerOf(side)) {
        return choice;
      }
    }
    return choices.get(0);
  }

  /** Twice the signed area on the board, exact. */
  private long boardArea(int[] ring) {
    long sum = 0;
    for (int side : ring) {
      long x0 = net.nodeX[net.startOf(side)];
      long y0 = net.nodeY[net.startOf(side)];
      sum += x0 * net.nodeY[net.endOf(side)] - net.nodeX[net.endOf(side)] * y0;
    }
    return sum;
  }
}
