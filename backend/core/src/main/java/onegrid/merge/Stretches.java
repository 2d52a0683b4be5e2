package onegrid.merge;

import java.util.Arrays;

/** Which piece's boundary runs along which stretch of which accepted line. */
final class Stretches {
  private int[] items = new int[256];
  private int count;

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
    boolean[] live = new boolean[net.lines()];
    EdgeSet.Builder builder = new EdgeSet.Builder();
    spellOut(net, builder);
    EdgeSet edges = builder.build();
    for (int line = 0; line < live.length; line++) {
      for (int i = 0; i + 1 < net.count(line) && !live[line]; i++) {
        live[line] = edges.contains(net.pointOn(line, i), net.pointOn(line, i + 1));
      }
    }
    return live;
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
