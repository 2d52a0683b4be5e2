package onegrid.reach;

import java.util.Arrays;

/**
 * Places that ask for the nearest station, in the order of the edges they are linked to. A place
 * may have several links, one a door.
 *
 * <p>Immutable; safe for many threads. Sixteen bytes a link and four an edge.
 */
public final class Demand {
  /** How many places there are; some may have no link. */
  final int places;

  final int[] edge;
  final int[] offsetMm;
  final int[] legMm;
  final int[] place;

  /** Links of an edge: from {@code start[edge]} to {@code start[edge + 1]}. */
  final int[] start;

  /** Compound of each place by its number in the network, or -1. */
  final int[] compound;

  private Demand(Links links, int[] placeOf, int places, int[] compound, int edges) {
    this.places = places;
    this.compound = compound;
    int linked = 0;
    this.start = new int[edges + 1];
    for (int e : links.edge()) {
      if (e != Links.NONE) {
        start[e + 1]++;
        linked++;
      }
    }
    for (int e = 0; e < edges; e++) {
      start[e + 1] += start[e];
    }
    edge = new int[linked];
    offsetMm = new int[linked];
    legMm = new int[linked];
    place = new int[linked];
    int[] next = Arrays.copyOf(start, edges);
    for (int i = 0; i < links.size(); i++) {
      int e = links.edge()[i];
      if (e != Links.NONE) {
        int at = next[e]++;
        edge[at] = e;
        offsetMm[at] = links.offsetMm()[i];
        legMm[at] = links.legMm()[i];
        place[at] = placeOf.length == 0 ? i : placeOf[i];
      }
    }
  }

  /** Places with one link each, of no compound. */
  public static Demand of(Links links, ReachGraph graph) {
    int[] none = new int[links.size()];
    Arrays.fill(none, -1);
    return new Demand(links, new int[0], links.size(), none, graph.network.edges());
  }

  /**
   * Places with several links.
   *
   * @param placeOf the place of each link; empty when link i is that of place i
   * @param compound for each place the number of its compound in the network, or -1
   */
  public static Demand of(Links links, int[] placeOf, int[] compound, int edges) {
    return new Demand(links, placeOf, compound.length, compound, edges);
  }

  public int places() {
    return places;
  }
}
