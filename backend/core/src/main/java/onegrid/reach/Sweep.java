package onegrid.reach;

import java.util.Arrays;

/**
 * Labels nodes with the cheapest way to a station: the cost in the upper 32 bits, the station in
 * the lower, so that comparing labels compares cost first and station second.
 *
 * <p>A queue of buckets of about two metres; inside a bucket nodes may be taken again when their
 * label falls, so the result is the same in whatever order they are taken. Keep one for each thread
 * and use it again: it forgets by visiting only what it touched.
 */
final class Sweep {
  static final long FAR = Long.MAX_VALUE;
  private static final int BUCKET_BITS = 11;

  final long[] label;
  int[] touched = new int[256];
  int touchedCount;

  private final ReachGraph graph;
  private final long limitMm;
  private final int[] heads;

  /** Entries of the queue: the next of its bucket in the upper 32 bits, the node in the lower. */
  private long[] pool = new long[1024];

  private int poolSize;

  /** No bucket below holds anything. */
  private int lowest;

  /** What an overlay changed: node and label before, to be put back. */
  private int[] changedNode = new int[64];

  private long[] changedLabel = new long[64];
  private int changed;

  Sweep(ReachGraph graph, long limitMm) {
    this.graph = graph;
    this.limitMm = limitMm;
    this.label = new long[graph.network.nodes()];
    Arrays.fill(label, FAR);
    this.heads = new int[(int) (limitMm >> BUCKET_BITS) + 1];
    Arrays.fill(heads, -1);
    this.lowest = heads.length;
  }

  static int cost(long label) {
    return (int) (label >>> 32);
  }

  static int station(long label) {
    return (int) label;
  }

  /** Forgets all labels. */
  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      label[touched[i]] = FAR;
    }
    touchedCount = 0;
  }

  /** Begins from the door of a station. */
  void seed(int edge, int offsetMm, int legMm, int station) {
    if (edge == Links.NONE) {
      return;
    }
    if (graph.network.forward(edge)) {
      offer(graph.network.from(edge), (long) legMm + offsetMm, station);
    }
    if (graph.network.backward(edge)) {
      offer(
          graph.network.to(edge), (long) legMm + graph.network.lengthMm(edge) - offsetMm, station);
    }
  }

  /** Begins from a node. */
  void seed(int node, int station) {
    offer(node, 0, station);
  }

  private void offer(int node, long costMm, int station) {
    if (costMm > limitMm) {
      return;
    }
    long offered = costMm << 32 | station;
    if (offered < label[node]) {
      if (label[node] == FAR) {
        touch(node);
      }
      label[node] = offered;
      push(node, (int) costMm);
    }
  }

  private void touch(int node) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = node;
  }

  private void push(int node, int costMm) {
    if (poolSize == pool.length) {
      pool = Arrays.copyOf(pool, poolSize * 2);
    }
    int bucket = costMm >> BUCKET_BITS;
    pool[poolSize] = (long) heads[bucket] << 32 | node;
    heads[bucket] = poolSize++;
    lowest = Math.min(lowest, bucket);
  }

  /**
   * Walks on from all seeds until the limit. Nodes of one bucket lie all over the ground, and
   * waiting for their memory is most of the work: the next one is fetched while one is walked from.
   */
  void run() {
    int[] first = graph.first;
    for (int bucket = lowest; bucket < heads.length; bucket++) {
      while (heads[bucket] >= 0) {
        long entry = pool[heads[bucket]];
        heads[bucket] = -1;
        int node = (int) entry;
        int begin = first[node] * 2;
        int end = first[node + 1] * 2;
        while (node >= 0) {
          int next = (int) (entry >> 32);
          int nextNode = -1;
          int nextBegin = 0;
          int nextEnd = 0;
          if (next >= 0) {
            entry = pool[next];
            nextNode = (int) entry;
            nextBegin = first[nextNode] * 2;
            nextEnd = first[nextNode + 1] * 2;
          }
          walk(node, begin, end, bucket);
          node = nextNode;
          begin = nextBegin;
          end = nextEnd;
        }
      }
    }
    rest();
  }

  private void walk(int node, int begin, int end, int bucket) {
    long from = label[node];
    if (cost(from) >> BUCKET_BITS != bucket) {
      // Its label fell into an earlier bucket, from where it was already taken.
      return;
    }
    int[] arcs = graph.arcs;
    for (int a = begin; a < end; a += 2) {
      int other = arcs[a];
      long offered = from + ((long) arcs[a + 1] << 32);
      long before = label[other];
      if (offered < before && offered >>> 32 <= limitMm) {
        if (before == FAR) {
          touch(other);
        }
        label[other] = offered;
        push(other, cost(offered));
      }
    }
  }

  private void rest() {
    poolSize = 0;
    lowest = heads.length;
  }

  /**
   * Opens a compound's own gates for its people: labels fall where that helps. {@link #withdraw}
   * puts them back.
   */
  void overlay(int[] passages) {
    for (int i = 0; i < passages.length; i += 3) {
      through(passages[i], passages[i + 1], passages[i + 2]);
      through(passages[i + 1], passages[i], passages[i + 2]);
    }
    for (int bucket = lowest; bucket < heads.length; bucket++) {
      while (heads[bucket] >= 0) {
        long entry = pool[heads[bucket]];
        heads[bucket] = (int) (entry >> 32);
        int node = (int) entry;
        if (cost(label[node]) >> BUCKET_BITS != bucket) {
          continue;
        }
        for (int a = graph.first[node] * 2; a < graph.first[node + 1] * 2; a += 2) {
          fall(graph.arcs[a], label[node] + ((long) graph.arcs[a + 1] << 32));
        }
        for (int i = 0; i < passages.length; i += 3) {
          if (passages[i] == node) {
            through(passages[i + 1], node, passages[i + 2]);
          } else if (passages[i + 1] == node) {
            through(passages[i], node, passages[i + 2]);
          }
        }
      }
    }
    rest();
  }

  private void through(int to, int from, int costMm) {
    if (label[from] != FAR) {
      fall(to, label[from] + ((long) costMm << 32));
    }
  }

  private void fall(int node, long offered) {
    if (offered < label[node] && offered >>> 32 <= limitMm) {
      if (changed == changedNode.length) {
        changedNode = Arrays.copyOf(changedNode, changed * 2);
        changedLabel = Arrays.copyOf(changedLabel, changed * 2);
      }
      changedNode[changed] = node;
      changedLabel[changed++] = label[node];
      label[node] = offered;
      push(node, (int) (offered >>> 32));
    }
  }

  /** How many labels the overlay changed, counted each time. */
  int changes() {
    return changed;
  }

  void withdraw() {
    while (changed > 0) {
      changed--;
      label[changedNode[changed]] = changedLabel[changed];
    }
  }
}
