package onegrid.reach;

import java.util.BitSet;

/**
 * Where places meet the network, one entry a place.
 *
 * @param edge the edge, or {@link #NONE}
 * @param offsetMm how far from the edge's first node, in millimetres
 * @param legMm the straight way from the place to the edge, in millimetres
 * @param unclearSide places that lie on the line of a wide road, or at its end: which side they are
 *     on was decided by the lower edge
 */
@SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
public record Links(int[] edge, int[] offsetMm, int[] legMm, BitSet unclearSide) {
  /** The edge of a place that meets the network nowhere within the limit. */
  public static final int NONE = -1;

  public Links {
    if (edge.length != offsetMm.length || edge.length != legMm.length) {
      throw new IllegalArgumentException("links of different lengths: " + edge.length);
    }
  }

  /** No links. */
  public static Links none() {
    return new Links(new int[0], new int[0], new int[0], new BitSet());
  }

  public int size() {
    return edge.length;
  }

  /** The links of some of the places, in the order given. */
  public Links of(int[] places) {
    int[] edges = new int[places.length];
    int[] offsets = new int[places.length];
    int[] legs = new int[places.length];
    BitSet unclear = new BitSet();
    for (int i = 0; i < places.length; i++) {
      edges[i] = edge[places[i]];
      offsets[i] = offsetMm[places[i]];
      legs[i] = legMm[places[i]];
      unclear.set(i, unclearSide.get(places[i]));
    }
    return new Links(edges, offsets, legs, unclear);
  }
}
