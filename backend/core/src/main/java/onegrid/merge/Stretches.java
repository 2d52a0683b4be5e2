package onegrid.merge;

import java.util.Arrays;

/** Which piece's boundary runs along which stretch of which accepted line. */
final class Stretches {
  private int[] items = new int[256];
  private int count;
  private int[] lineStart = {};

  /** Remembers that the boundary of a piece runs along a line between two points on it. */
  void add(int line, int from, int to, int piece) {
    if (count + 4 > items.length) {
      items = Arrays.copyOf(items, items.length * 2);
    }
    items[count++] = line;
    items[count++] = from;
    items[count++] = to;
    items[count++] = piece;
  }

  /** Which lines some boundary still runs along, there and back not counted. */
  boolean[] liveLines(AcceptedNet net) {
    int[] of = byLine(net.lines());
    boolean[] live = new boolean[net.lines()];
    for (int line = 0; line < live.length; line++) {
      live[line] = isLive(net, line, of, lineStart[line], lineStart[line + 1]);
    }
    return live;
  }

  /** The stretches of each line, one line after the other from {@link #lineStart}. */
  private int[] byLine(int lines) {
    lineStart = new int[lines + 1];
    for (int i = 0; i < count; i += 4) {
      lineStart[items[i] + 1]++;
    }
    for (int line = 0; line < lines; line++) {
      lineStart[line + 1] += lineStart[line];
    }
    int[] fill = Arrays.copyOf(lineStart, lines);
    int[] of = new int[count / 4];
    for (int i = 0; i < count; i += 4) {
      of[fill[items[i]]++] = i;
    }
    return of;
  }

  private boolean isLive(AcceptedNet net, int line, int[] of, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isAlone(of, i, from, to)) {
        return true;
      }
    }
    for (int step = 0; from < to && step + 1 < net.count(line); step++) {
      for (int i = from; i < to; i++) {
        if (isOdd(net, line, step, items[of[i] + 3], of, from, to)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether no other stretch on the line is of the same piece. */
  private boolean isAlone(int[] of, int i, int from, int to) {
    for (int j = from; j < to; j++) {
      if (j != i && items[of[j] + 3] == items[of[i] + 3]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the boundary of a piece runs along a step an odd number of times. */
  private boolean isOdd(
      AcceptedNet net, int line, int step, int piece, int[] of, int from, int to) {
    boolean odd = false;
    for (int i = from; i < to; i++) {
      if (items[of[i] + 3] == piece) {
        int p = net.indexOn(line, items[of[i] + 1]);
        int q = net.indexOn(line, items[of[i] + 2]);
        odd ^= Math.min(p, q) <= step && step < Math.max(p, q);
      }
    }
    return odd;
  }

  /** Spells every stretch out in the steps that its line has by now. */
  void spellOut(AcceptedNet net, EdgeSet.Builder out) {
    for (int i = 0; i < count; i += 4) {
      int line = items[i];
      int p = net.indexOn(line, items[i + 1]);
      int q = net.indexOn(line, items[i + 2]);
      for (int k = Math.min(p, q); k < Math.max(p, q); k++) {
        out.toggle(net.pointOn(line, k), net.pointOn(line, k + 1), items[i + 3]);
      }
    }
  }
}
