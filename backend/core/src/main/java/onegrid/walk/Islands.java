package onegrid.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;

/** Parts of a network that hang together, all gates open; the small ones are islands. */
final class Islands {
  /** A part this much shorter than the largest is an island. */
  private static final int TIMES_SHORTER = 20;

  /** Nodes on islands. */
  final BitSet nodes = new BitSet();

  final List<Finding> findings = new ArrayList<>();

  private final int[] parent;

  Islands(NetworkArrays arrays, WalkRules rules) {
    int n = arrays.nodeX.length;
    parent = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
    }
    for (int e = 0; e < arrays.from.length; e++) {
      int a = root(arrays.from[e]);
      int b = root(arrays.to[e]);
      // The lower number stays on top, so that an island is known by its first node.
      parent[Math.max(a, b)] = Math.min(a, b);
    }
    long[] lengthMm = new long[n];
    int[] edges = new int[n];
    long longest = 0;
    for (int e = 0; e < arrays.from.length; e++) {
      int root = root(arrays.from[e]);
      edges[root]++;
      lengthMm[root] += arrays.lengthMm[e];
      longest = Math.max(longest, lengthMm[root]);
    }
    for (int i = 0; i < n; i++) {
      if (lengthMm[root(i)] < longest / TIMES_SHORTER) {
        nodes.set(i);
      }
    }
    for (int i = 0; i < n; i++) {
      if (parent[i] == i && nodes.get(i)) {
        report(arrays, i, edges[i], lengthMm[i], lengthMm[i] < rules.fragmentMetres() * 1000L);
      }
    }
    for (int e = 0; e < arrays.from.length; e++) {
      if (lengthMm[root(arrays.from[e])] < rules.fragmentMetres() * 1000L) {
        arrays.bits[e] &= (byte) ~WalkNetwork.ENTERED;
      }
    }
  }

  private int root(int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private void report(NetworkArrays arrays, int node, int edges, long lengthMm, boolean fragment) {
    long metres = Math.round(lengthMm / 1000.0);
    findings.add(
        new Finding(
            FindingCode.NETWORK_ISLAND,
            "",
            "",
            0,
            Spots.at(arrays.nodeX[node], arrays.nodeY[node]),
            new Words(
                "一片路网与其余部分不相连：" + edges + " 段，共 " + metres + " 米",
                "a part of the network is cut off: " + edges + " edges, " + metres + " m"),
            fragment
                ? new Words("过短，楼栋不接入", "too short: no building is linked to it")
                : new Words("其上的楼栋按“无法判定”列出", "buildings on it are listed as unknown")));
  }
}
