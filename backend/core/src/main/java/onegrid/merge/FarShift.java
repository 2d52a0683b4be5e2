package onegrid.merge;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;

/**
 * Looks for a layer's true place when it lies hundreds of metres from it: on another datum that the
 * caller named, or shifted by any constant of up to {@link #MOST_METRES}.
 *
 * <p>A layer in its place has clearly more of its borders beside stronger ones than it would have a
 * few hundred metres away; then nothing more is looked at. Otherwise each named datum is tried,
 * then all constant shifts, on a picture of the stronger borders. What is found must lead clearly
 * over staying, over chance and, for a constant shift, over any other shift.
 *
 * <p>Cost: a few thousand look-ups for a layer in its place; some ten million for one that is not.
 */
final class FarShift {
  /** How far a layer is looked for. */
  static final double MOST_METRES = 1500;

  private static final int NEAR_CELLS = 1500;
  private static final int MOST_SAMPLES = 400;
  private static final int LEAST_SAMPLES = 30;

  /** A layer leads over chance by this where it lies in its place, more or less. */
  private static final double IN_PLACE_LEAD = 0.15;

  private static final double LEAST_SHARE = 0.3;
  private static final double CLEAR_LEAD = 0.2;

  /** Another shift that is nearly as good makes both doubtful: streets repeat. */
  private static final double LEAD_OVER_OTHERS = 0.1;

  private static final int OTHER_STEPS = 4;
  private static final int STEP_CELLS = 2000;
  private static final int PIXEL_CELLS = 1000;

  private final List<SegmentGrid> references;

  /** Middles of segments, as x, y, x, y …: a corner lies near some line however it is shifted. */
  private final int[] samples;

  private FarShift(Drawing drawing, List<SegmentGrid> references) {
    this.references = references;
    int n = drawing.segments();
    samples = new int[2 * Math.min(n, MOST_SAMPLES)];
    for (int k = 0; 2 * k < samples.length; k++) {
      int i = (int) ((long) k * n / (samples.length / 2));
      int j = drawing.next(i);
      samples[2 * k] = drawing.x[i] + Math.floorDiv(drawing.x[j] - drawing.x[i], 2);
      samples[2 * k + 1] = drawing.y[i] + Math.floorDiv(drawing.y[j] - drawing.y[i], 2);
    }
  }

  /**
   * Where a layer lies.
   *
   * @param datum the named datum it was drawn on
   * @param shiftX how far it lies east of where it should, in cells, roughly; 0 with a datum
   * @param shiftY how far it lies north of where it should
   */
  record Place(Optional<MapDatum> datum, int shiftX, int shiftY) {
    static final Place RIGHT = new Place(Optional.empty(), 0, 0);
  }

  /** Finds where a layer lies against the borders of stronger ones. */
  static Place of(Drawing drawing, List<SegmentGrid> references, List<MapDatum> datums) {
    if (drawing.segments() < LEAST_SAMPLES || references.stream().allMatch(g -> g.size() == 0)) {
      return Place.RIGHT;
    }
    return new FarShift(drawing, references).place(datums);
  }

  private Place place(List<MapDatum> datums) {
    double stay = share(samples, 0, 0);
    double chance = chance();
    if (stay >= chance + IN_PLACE_LEAD) {
      return Place.RIGHT;
    }
    double needed = Math.max(LEAST_SHARE, Math.max(stay, chance) + CLEAR_LEAD);
    Optional<MapDatum> best = Optional.empty();
    double bestShare = needed;
    for (MapDatum datum : datums) {
      double share = share(undone(datum), 0, 0);
      if (share >= bestShare) {
        bestShare = share;
        best = Optional.of(datum);
      }
    }
    return best.isPresent() ? new Place(best, 0, 0) : constant(needed);
  }

  /** How many of the samples lie near a stronger border where the layer does not belong. */
  private double chance() {
    double sum = 0;
    int[][] away = {{41_700, 20_300}, {-20_900, 43_100}, {-44_300, -21_700}, {22_100, -40_900}};
    for (int[] shift : away) {
      sum += share(samples, shift[0], shift[1]);
    }
    return sum / away.length;
  }

  private double share(int[] places, int shiftX, int shiftY) {
    int near = 0;
    for (int i = 0; i < places.length; i += 2) {
      near += isNear(places[i] - shiftX, places[i + 1] - shiftY) ? 1 : 0;
    }
    return near / (places.length / 2.0);
  }

  private boolean isNear(int x, int y) {
    for (SegmentGrid g : references) {
      if (g.nearest(x, y, NEAR_CELLS) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int[] undone(MapDatum datum) {
    double[] places = new double[samples.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = LocalFrame.toMetres(samples[i]);
    }
    datum.undo().accept(places);
    int[] cells = new int[places.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = LocalFrame.toCells(places[i]);
    }
    return cells;
  }

  /** The constant shift under which most samples lie near, if it leads clearly. */
  private Place constant(double needed) {
    Picture picture = new Picture();
    int reach = (int) (MOST_METRES / LocalFrame.CELL_METRES / STEP_CELLS);
    int width = 2 * reach + 1;
    int[] near = new int[width * width];
    int best = 0;
    for (int at = 0; at < near.length; at++) {
      CallOff.check();
      int dx = (at % width - reach) * STEP_CELLS;
      int dy = (at / width - reach) * STEP_CELLS;
      for (int i = 0; i < samples.length; i += 2) {
        near[at] += picture.isNear(samples[i] - dx, samples[i + 1] - dy) ? 1 : 0;
      }
      best = near[at] > near[best] ? at : best;
    }
    int second = 0;
    for (int at = 0; at < near.length; at++) {
      boolean other =
          Math.abs(at % width - best % width) > OTHER_STEPS
              || Math.abs(at / width - best / width) > OTHER_STEPS;
      second = other ? Math.max(second, near[at]) : second;
    }
    int x = (best % width - reach) * STEP_CELLS;
    int y = (best / width - reach) * STEP_CELLS;
    double lead = (near[best] - second) / (samples.length / 2.0);
    boolean clear = lead >= LEAD_OVER_OTHERS && share(samples, x, y) >= needed;
    return clear ? new Place(Optional.empty(), x, y) : Place.RIGHT;
  }

  /** The stronger borders as pixels of ten metres, each marked that a border is near. */
  private final class Picture {
    private final long minX;
    private final long minY;
    private final long pixel;
    private final int columns;
    private final int rows;
    private final BitSet marked = new BitSet();

    Picture() {
      long margin = (long) (MOST_METRES / LocalFrame.CELL_METRES) + PIXEL_CELLS;
      long loX = Long.MAX_VALUE;
      long loY = Long.MAX_VALUE;
      long hiX = Long.MIN_VALUE;
      long hiY = Long.MIN_VALUE;
      for (int i = 0; i < samples.length; i += 2) {
        loX = Math.min(loX, samples[i]);
        loY = Math.min(loY, samples[i + 1]);
        hiX = Math.max(hiX, samples[i]);
        hiY = Math.max(hiY, samples[i + 1]);
      }
      minX = loX - margin;
      minY = loY - margin;
      pixel = Math.max(PIXEL_CELLS, Math.max(hiX - loX, hiY - loY) / 8000);
      columns = (int) ((hiX + margin - minX) / pixel) + 1;
      rows = (int) ((hiY + margin - minY) / pixel) + 1;
      for (SegmentGrid g : references) {
        for (int s = 0; s < g.size(); s++) {
          draw(g.x1[s], g.y1[s], g.x2[s], g.y2[s]);
        }
      }
    }

    private void draw(int ax, int ay, int bx, int by) {
      if (Math.max(ax, bx) < minX
          || Math.max(ay, by) < minY
          || Math.min(ax, bx) > minX + columns * pixel
          || Math.min(ay, by) > minY + rows * pixel) {
        return;
      }
      long steps = 1 + Math.max(Math.abs((long) bx - ax), Math.abs((long) by - ay)) / pixel;
      for (long t = 0; t <= steps; t++) {
        long c = Math.floorDiv(ax + ((long) bx - ax) * t / steps - minX, pixel);
        long r = Math.floorDiv(ay + ((long) by - ay) * t / steps - minY, pixel);
        for (long row = Math.max(0, r - 1); row <= Math.min(rows - 1, r + 1); row++) {
          for (long col = Math.max(0, c - 1); col <= Math.min(columns - 1, c + 1); col++) {
            marked.set((int) (row * columns + col));
          }
        }
      }
    }

    boolean isNear(int x, int y) {
      long c = Math.floorDiv(x - minX, pixel);
      long r = Math.floorDiv(y - minY, pixel);
      return c >= 0 && r >= 0 && c < columns && r < rows && marked.get((int) (r * columns + c));
    }
  }
}
