package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps buildings whole: where a border would run through a building, or through buildings that
 * share ground, all of it goes to the group that holds most of it.
 */
final class BuildingSettlement {
  private static final IntList NO_FACES = new IntList(1);

  private final Arrangement map;
  private final LayerStack stack;
  private final boolean[] inside;
  private final boolean[] walls;
  private final int[][] claims;
  private final int[] held;
  private final FaceGroups groups;

  /**
   * A building, or several that share ground, given to one group.
   *
   * @param faces its ground
   * @param lost its faces that were on another side
   * @param heldThere what each layer held on the lost faces, largest first
   * @param given what each layer holds on all of it now
   */
  record Moved(int[] faces, int[] lost, int[][] heldThere, int[] given) {}

  BuildingSettlement(
      Arrangement map,
      LayerStack stack,
      boolean[] inside,
      boolean[] walls,
      int[][] claims,
      int[] held,
      FaceGroups groups) {
    this.map = map;
    this.stack = stack;
    this.inside = inside;
    this.walls = walls;
    this.claims = claims;
    this.held = held;
    this.groups = groups;
  }

  /** Settles all buildings by changing what is held on their faces. */
  List<Moved> run() {
    int[] cluster = new int[map.faces];
    Arrays.fill(cluster, -1);
    TreeMap<Integer, IntList> facesOf = new TreeMap<>();
    for (int f = 0; f < map.faces; f++) {
      if (inside[f]) {
        for (int piece : claims[f]) {
          if (piece >= stack.firstBuilding()) {
            facesOf.computeIfAbsent(piece, p -> new IntList(4)).add(f);
          }
        }
      }
    }
    List<Moved> moved = new ArrayList<>();
    for (IntList seed : facesOf.values()) {
      if (cluster[seed.get(0)] < 0) {
        for (int[] side : sides(clusterOf(seed, facesOf, cluster))) {
          settle(side, moved);
        }
      }
    }
    return moved;
  }

  private int[] clusterOf(IntList seed, TreeMap<Integer, IntList> facesOf, int[] cluster) {
    IntList queue = new IntList();
    int mark = seed.get(0);
    add(seed, queue, cluster, mark);
    for (int i = 0; i < queue.size; i++) {
      for (int piece : claims[queue.get(i)]) {
        if (piece >= stack.firstBuilding()) {
          add(facesOf.getOrDefault(piece, NO_FACES), queue, cluster, mark);
        }
      }
    }
    return queue.toArray();
  }

  private static void add(IntList faces, IntList queue, int[] cluster, int mark) {
    for (int i = 0; i < faces.size; i++) {
      if (cluster[faces.get(i)] < 0) {
        cluster[faces.get(i)] = mark;
        queue.add(faces.get(i));
      }
    }
  }

  /** The faces of a cluster on each side of the walls that run through it. */
  private List<int[]> sides(int[] faces) {
    if (!stack.hasProtected()) {
      return List.of(faces);
    }
    TreeSet<Integer> left = new TreeSet<>();
    for (int f : faces) {
      left.add(f);
    }
    List<int[]> sides = new ArrayList<>();
    for (Integer seed = left.pollFirst(); seed != null; seed = left.pollFirst()) {
      IntList side = new IntList();
      side.add(seed);
      for (int i = 0; i < side.size; i++) {
        int face = side.get(i);
        for (int k = map.halfStart[face]; k < map.halfStart[face + 1]; k++) {
          int h = map.halves[k];
          if (!walls[h >> 1] && left.remove(map.otherFace(h))) {
            side.add(map.otherFace(h));
          }
        }
      }
      sides.add(side.toArray());
    }
    return sides;
  }

  private void settle(int[] faces, List<Moved> moved) {
    TreeMap<Integer, Double> groundOf = new TreeMap<>();
    for (int f : faces) {
      groundOf.merge(groups.root(f), map.squareCells[f], Double::sum);
    }
    if (groundOf.size() < 2) {
      return;
    }
    int winner = -1;
    for (int root : groundOf.keySet()) {
      if (winner < 0 || isBetter(groundOf, root, winner)) {
        winner = root;
      }
    }
    int layers = stack.count();
    int[] given = new int[layers];
    for (int k = 0; k < layers; k++) {
      given[k] = groups.held(winner, k);
    }
    int won = winner;
    int[] lost =
        Arrays.stream(faces)
            .filter(f -> groups.root(f) != won)
            .boxed()
            .sorted(
                (f, g) -> {
                  int c = Double.compare(map.squareCells[g], map.squareCells[f]);
                  return c != 0 ? c : Integer.compare(f, g);
                })
            .mapToInt(Integer::intValue)
            .toArray();
    int[][] heldThere = new int[lost.length][];
    for (int i = 0; i < lost.length; i++) {
      heldThere[i] = Arrays.copyOfRange(held, lost[i] * layers, (lost[i] + 1) * layers);
    }
    moved.add(new Moved(faces, lost, heldThere, given));
    for (int f : faces) {
      System.arraycopy(given, 0, held, f * layers, layers);
    }
  }

  private boolean isBetter(TreeMap<Integer, Double> groundOf, int one, int other) {
    int c = Double.compare(groundOf.getOrDefault(one, 0.0), groundOf.getOrDefault(other, 0.0));
    return c != 0 ? c > 0 : groups.lowestFace(one) < groups.lowestFace(other);
  }
}
