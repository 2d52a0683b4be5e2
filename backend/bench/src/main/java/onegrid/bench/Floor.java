package onegrid.bench;

import java.util.Arrays;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.merge.MergeInput;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The least that any overlay must do: put all segments on the grid, drop repeated ones, find every
 * crossing. Nothing is snapped, no face is built. What a merge takes is told in multiples of this.
 *
 * <p>It reads what the merge reads: coordinates in memory, all layers together with the area, on
 * the same 1 cm grid. Buildings are left out, since no border is crossed with them. Once warm a
 * pass over lanshan takes less than a tenth of a second; a pass that also pays for the start of
 * Java and for cold code takes three to four times that, which is no measure for a merge that is
 * warm.
 */
final class Floor {
  private static final int BUCKET_CELLS = 2500;

  private long[] from = new long[1024];
  private long[] to = new long[1024];
  private int count;

  private Floor() {}

  /** Counts the proper crossings between distinct segments of all layers. */
  static long crossings(MergeInput input) {
    Floor floor = new Floor();
    input.area().ifPresent(area -> area.cells().forEach(floor::add));
    input.layers().forEach(layer -> layer.cells().forEach(floor::add));
    floor.dropRepeats();
    return floor.count();
  }

  private void add(DepartmentCell cell) {
    Geometry shape = cell.shape();
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      Polygon polygon = (Polygon) shape.getGeometryN(g);
      add(polygon.getExteriorRing());
      for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
        add(polygon.getInteriorRingN(h));
      }
    }
  }

  private void add(LinearRing ring) {
    Coordinate[] coordinates = ring.getCoordinates();
    for (int i = 0; i + 1 < coordinates.length; i++) {
      long p = key(coordinates[i]);
      long q = key(coordinates[i + 1]);
      if (p != q) {
        if (count == from.length) {
          from = Arrays.copyOf(from, count * 2);
          to = Arrays.copyOf(to, count * 2);
        }
        from[count] = Math.min(p, q);
        to[count++] = Math.max(p, q);
      }
    }
  }

  private static long key(Coordinate c) {
    return ((long) LocalFrame.toCells(c.x) << 32) | LocalFrame.toCells(c.y);
  }

  private void dropRepeats() {
    int size = Integer.highestOneBit(Math.max(16, count)) * 4;
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      int slot = (int) ((from[i] * 31 + to[i]) * 0x9E3779B97F4A7C15L >>> 40) & (size - 1);
      while (slots[slot] >= 0 && (from[slots[slot]] != from[i] || to[slots[slot]] != to[i])) {
        slot = (slot + 1) & (size - 1);
      }
      if (slots[slot] < 0) {
        slots[slot] = kept;
        from[kept] = from[i];
        to[kept++] = to[i];
      }
    }
    count = kept;
  }

  private static int x(long key) {
    return (int) (key >> 32);
  }

  private static int y(long key) {
    return (int) key;
  }

  private long count() {
    int minX = Integer.MAX_VALUE;
    int minY = Integer.MAX_VALUE;
    int maxX = Integer.MIN_VALUE;
    int maxY = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      minX = Math.min(minX, x(from[i]));
      maxX = Math.max(maxX, x(to[i]));
      minY = Math.min(minY, Math.min(y(from[i]), y(to[i])));
      maxY = Math.max(maxY, Math.max(y(from[i]), y(to[i])));
    }
    int columns = (maxX - minX) / BUCKET_CELLS + 1;
    int rows = (maxY - minY) / BUCKET_CELLS + 1;
    int[] start = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      forBoxes(i, minX, minY, columns, start, null);
    }
    for (int i = 0; i < columns * rows; i++) {
      start[i + 1] += start[i];
    }
    int[] items = new int[start[columns * rows]];
    int[] fill = Arrays.copyOf(start, columns * rows);
    for (int i = 0; i < count; i++) {
      forBoxes(i, minX, minY, columns, fill, items);
    }
    long crossings = 0;
    for (int at = 0; at < columns * rows; at++) {
      for (int i = start[at]; i < start[at + 1]; i++) {
        for (int j = i + 1; j < start[at + 1]; j++) {
          crossings += cross(items[i], items[j], minX, minY, columns, at) ? 1 : 0;
        }
      }
    }
    return crossings;
  }

  private void forBoxes(
      int i, int minX, int minY, int columns, int[] counter, int @Nullable [] items) {
    int c1 = (x(to[i]) - minX) / BUCKET_CELLS;
    int r0 = (Math.min(y(from[i]), y(to[i])) - minY) / BUCKET_CELLS;
    int r1 = (Math.max(y(from[i]), y(to[i])) - minY) / BUCKET_CELLS;
    for (int r = r0; r <= r1; r++) {
      for (int c = (x(from[i]) - minX) / BUCKET_CELLS; c <= c1; c++) {
        if (items == null) {
          counter[r * columns + c + 1]++;
        } else {
          items[counter[r * columns + c]++] = i;
        }
      }
    }
  }

  /** Whether two segments cross, told only in the bucket where their boxes begin to overlap. */
  private boolean cross(int i, int j, int minX, int minY, int columns, int at) {
    int loX = Math.max(x(from[i]), x(from[j]));
    int loY = Math.max(Math.min(y(from[i]), y(to[i])), Math.min(y(from[j]), y(to[j])));
    if (loX > Math.min(x(to[i]), x(to[j]))
        || loY > Math.min(Math.max(y(from[i]), y(to[i])), Math.max(y(from[j]), y(to[j])))
        || (loY - minY) / BUCKET_CELLS * columns + (loX - minX) / BUCKET_CELLS != at) {
      return false;
    }
    return differ(turn(from[i], to[i], from[j]), turn(from[i], to[i], to[j]))
        && differ(turn(from[j], to[j], from[i]), turn(from[j], to[j], to[i]));
  }

  private static long turn(long a, long b, long c) {
    return (long) (x(b) - x(a)) * (y(c) - y(a)) - (long) (y(b) - y(a)) * (x(c) - x(a));
  }

  private static boolean differ(long s, long t) {
    return (s > 0 && t < 0) || (s < 0 && t > 0);
  }
}
