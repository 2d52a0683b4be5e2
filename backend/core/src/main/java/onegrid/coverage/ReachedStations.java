package onegrid.coverage;

import java.util.Arrays;

/**
 * Every building with the stations that it reaches within the limit, nearest first, of two equally
 * near ones the lower. Immutable; eight bytes a pair.
 */
public final class ReachedStations {
  private final int[] start;
  private final long[] near;

  private ReachedStations(WhatIf ground) {
    start = new int[ground.coverage().ground().buildings().size() + 1];
    for (int s = 0; s < ground.stations(); s++) {
      for (int b : ground.reachOf(s).place()) {
        start[b + 1]++;
      }
    }
    for (int b = 1; b < start.length; b++) {
      start[b] += start[b - 1];
    }
    int[] next = start.clone();
    near = new long[start[start.length - 1]];
    for (int s = 0; s < ground.stations(); s++) {
      int[] places = ground.reachOf(s).place();
      for (int i = 0; i < places.length; i++) {
        near[next[places[i]]++] = (long) ground.reachOf(s).costMm()[i] << 32 | s;
      }
    }
    for (int b = 1; b < start.length; b++) {
      Arrays.sort(near, start[b - 1], start[b]);
    }
  }

  /** Lists all pairs as things stand. */
  public static ReachedStations of(WhatIf ground) {
    return new ReachedStations(ground);
  }

  /** How many stations a building reaches. */
  public int of(int building) {
    return start[building + 1] - start[building];
  }

  /** A station of a building, 0 for the nearest. */
  public int station(int building, int rank) {
    return (int) near[start[building] + rank];
  }

  /** What the way to it costs, in walking millimetres. */
  public int costMm(int building, int rank) {
    return (int) (near[start[building] + rank] >>> 32);
  }
}
