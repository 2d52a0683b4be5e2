package onegrid.sample;

import java.util.Arrays;

/** Places with a position and a weight, and which of them are neighbours. */
final class Graph {
  final double[] x;
  final double[] y;
  final double[] weight;
  private final int[] start;
  private final int[] neighbour;

  /** Takes pairs {@code a[i], b[i]}; a pair may repeat. */
  Graph(double[] x, double[] y, double[] weight, int[] a, int[] b) {
    this.x = x;
    this.y = y;
    this.weight = weight;
    start = new int[x.length + 1];
    for (int i = 0; i < a.length; i++) {
      start[a[i] + 1]++;
      start[b[i] + 1]++;
    }
    for (int i = 0; i < x.length; i++) {
      start[i + 1] += start[i];
    }
    neighbour = new int[2 * a.length];
    int[] next = Arrays.copyOf(start, x.length);
    for (int i = 0; i < a.length; i++) {
      neighbour[next[a[i]]++] = b[i];
      neighbour[next[b[i]]++] = a[i];
    }
  }

  int size() {
    return x.length;
  }

  int[] neighbours(int node) {
    return Arrays.copyOfRange(neighbour, start[node], start[node + 1]);
  }

  /** The graph in which nodes of the same group are one node; group -1 is left out. */
  Graph contracted(int[] group, int groups) {
    double[] gx = new double[groups];
    double[] gy = new double[groups];
    double[] gw = new double[groups];
    int[] a = new int[neighbour.length / 2];
    int[] b = new int[neighbour.length / 2];
    int links = 0;
    for (int node = 0; node < size(); node++) {
      int own = group[node];
      if (own < 0) {
        continue;
      }
      gx[own] += x[node] * weight[node];
      gy[own] += y[node] * weight[node];
      gw[own] += weight[node];
      for (int i = start[node]; i < start[node + 1]; i++) {
        int other = group[neighbour[i]];
        if (other > own) {
          a[links] = own;
          b[links++] = other;
        }
      }
    }
    for (int i = 0; i < groups; i++) {
      gx[i] /= gw[i];
      gy[i] /= gw[i];
    }
    return new Graph(gx, gy, gw, Arrays.copyOf(a, links), Arrays.copyOf(b, links));
  }

  /** Numbers the connected parts of the nodes with {@code wanted}; the others get -1. */
  int[] components(boolean[] wanted) {
    int[] component = new int[size()];
    Arrays.fill(component, -1);
    int[] stack = new int[size()];
    int count = 0;
    for (int first = 0; first < size(); first++) {
      if (!wanted[first] || component[first] >= 0) {
        continue;
      }
      int top = 0;
      stack[top++] = first;
      component[first] = count;
      while (top > 0) {
        int node = stack[--top];
        for (int i = start[node]; i < start[node + 1]; i++) {
          int other = neighbour[i];
          if (wanted[other] && component[other] < 0) {
            component[other] = count;
            stack[top++] = other;
          }
        }
      }
      count++;
    }
    return component;
  }
}
