package onegrid.merge;

import java.util.Arrays;

/**
 * Faces joined to groups of one opinion: adjacent faces on which every layer holds the same cell.
 * Groups only grow; each keeps its ground and its faces.
 */
final class FaceGroups {
  static final int NONE = -1;

  private final Arrangement map;
  private final boolean[] inside;
  private final boolean[] walls;
  private final int layers;

  /** What layer k holds on face f: {@code held[f * layers + k]}, {@link #NONE} for nothing. */
  private final int[] held;

  private final int[] parent;
  private final int[] nextFace;
  private final int[] lastFace;
  private final double[] ground;

  /** At least the length around each group. */
  private final double[] around;

  private final int[] lowestFace;

  FaceGroups(Arrangement map, boolean[] inside, boolean[] walls, int[] held, int layers) {
    this.map = map;
    this.inside = inside;
    this.walls = walls;
    this.held = held;
    this.layers = layers;
    this.parent = new int[map.faces];
    this.nextFace = new int[map.faces];
    this.lastFace = new int[map.faces];
    this.lowestFace = new int[map.faces];
    this.ground = map.squareCells.clone();
    this.around = new double[map.faces];
    for (int h = 0; h < map.faceOf.length; h++) {
      around[map.faceOf[h]] += map.length(h >> 1);
    }
    Arrays.fill(nextFace, -1);
    for (int f = 0; f < map.faces; f++) {
      parent[f] = lastFace[f] = lowestFace[f] = f;
    }
    for (int e = 0; e < map.edges.size(); e++) {
      int left = map.faceOf[2 * e];
      int right = map.faceOf[2 * e + 1];
      if (left != right && mayJoin(e) && agree(left, right)) {
        join(left, right);
      }
    }
  }

  /** Whether an edge lies between two faces inside and nothing forbids to join them. */
  boolean mayJoin(int edge) {
    return inside[map.faceOf[2 * edge]] && inside[map.faceOf[2 * edge + 1]] && !walls[edge];
  }

  int root(int face) {
    int r = face;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  double squareCells(int root) {
    return ground[root];
  }

  /** The length around a group is at most this. */
  double aroundAtMost(int root) {
    return around[root];
  }

  /** Tells what the length around a group is. */
  void measured(int root, double length) {
    around[root] = length;
  }

  int lowestFace(int root) {
    return lowestFace[root];
  }

  int held(int root, int layer) {
    return held[root * layers + layer];
  }

  int nextFace(int face) {
    return nextFace[face];
  }

  int[] faces(int root) {
    IntList list = new IntList();
    for (int f = root; f >= 0; f = nextFace[f]) {
      list.add(f);
    }
    return list.toArray();
  }

  boolean agree(int face, int other) {
    for (int k = 0; k < layers; k++) {
      if (held[face * layers + k] != held[other * layers + k]) {
        return false;
      }
    }
    return true;
  }

  int agreements(int face, int other) {
    int n = 0;
    for (int k = 0; k < layers; k++) {
      n += held[face * layers + k] == held[other * layers + k] ? 1 : 0;
    }
    return n;
  }

  /** Gives a group to another, which keeps its opinion, and joins what now agrees around it. */
  int absorb(int root, int into) {
    for (int f = root; f >= 0; f = nextFace[f]) {
      System.arraycopy(held, into * layers, held, f * layers, layers);
    }
    int[] faces = faces(root);
    int joined = join(root, into);
    for (int f : faces) {
      for (int i = map.halfStart[f]; i < map.halfStart[f + 1]; i++) {
        int h = map.halves[i];
        int other = root(map.otherFace(h));
        if (other != joined && mayJoin(h >> 1) && agree(other, joined)) {
          joined = join(other, joined);
        }
      }
    }
    return joined;
  }

  private int join(int one, int other) {
    int keep = root(one);
    int give = root(other);
    if (keep == give) {
      return keep;
    }
    if (give < keep) {
      int t = keep;
      keep = give;
      give = t;
    }
    parent[give] = keep;
    ground[keep] += ground[give];
    around[keep] += around[give];
    lowestFace[keep] = Math.min(lowestFace[keep], lowestFace[give]);
    nextFace[lastFace[keep]] = give;
    lastFace[keep] = lastFace[give];
    return keep;
  }
}
