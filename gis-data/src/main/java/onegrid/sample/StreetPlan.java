package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.sample.StreetNet.Ground;

/**
 * Lays the streets out on a straight board in whole metres: main roads cut it into superblocks,
 * lanes cut these into quarters and blocks; a river and a railway take strips of their own.
 *
 * <p>All lines keep to a lattice of 30 m, so junctions are either one or at least that far apart.
 */
final class StreetPlan {
  static final int LATTICE = 30;
  private static final int RAIL_WIDTH = LATTICE;
  private static final int HALF_RIVER_WIDTH = 2 * LATTICE;

  /** A rectangle of the board that becomes a block. */
  record Leaf(int x0, int y0, int x1, int y1, Ground ground, int quarter) {}

  /**
   * What runs along a line of the board.
   *
   * @param roadClass 1 or 2, 0 for none
   * @param crossing whether the road goes on over river and railway
   */
  record Line(int roadClass, boolean crossing) {}

  /**
   * How large a town is drawn.
   *
   * @param columns superblocks from west to east
   * @param rows superblocks from south to north
   * @param narrowest least width of a superblock, in lattice steps
   * @param widest largest width of a superblock, in lattice steps
   * @param strips whether a river and a railway cross it
   */
  record Size(int columns, int rows, int narrowest, int widest, boolean strips) {}

  private record Band(int from, int to, Ground ground, int index) {
    double middle() {
      return (from + to) / 2.0;
    }
  }

  final List<Leaf> leaves = new ArrayList<>();
  final Map<Integer, Line> columnLines = new TreeMap<>();
  final Map<Integer, Line> rowLines = new TreeMap<>();
  final int width;
  final int height;
  private final Dice dice;
  private final double[] roundness = new double[4];
  private int quarters;

  StreetPlan(Size size, Dice dice) {
    this.dice = dice;
    for (int i = 0; i < 4; i++) {
      roundness[i] = dice.between(2.2, 3.6);
    }
    int railAfter = size.strips ? Math.max(1, (int) Math.round(size.columns * 0.32)) : -1;
    int riverAfter = size.strips ? Math.max(1, (int) Math.round(size.rows * 0.58)) : -1;
    List<Band> columns = bands(size.columns, size, railAfter, Ground.RAIL);
    List<Band> rows = bands(size.rows, size, riverAfter, Ground.WATER);
    width = columns.get(columns.size() - 1).to;
    height = rows.get(rows.size() - 1).to;
    lines(columns, columnLines);
    lines(rows, rowLines);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < columns.size(); column++) {
        cell(columns, column, rows, row, size.strips);
      }
    }
  }

  int quarters() {
    return quarters;
  }

  private List<Band> bands(int count, Size size, int stripAfter, Ground strip) {
    List<Band> bands = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (i == stripAfter) {
        int strips = strip == Ground.WATER ? 2 : 1;
        for (int s = 0; s < strips; s++) {
          int wide = strip == Ground.WATER ? HALF_RIVER_WIDTH : RAIL_WIDTH;
          bands.add(new Band(at, at + wide, strip, bands.size()));
          at += wide;
        }
      }
      int wide = LATTICE * (size.narrowest + dice.below(size.widest - size.narrowest + 1));
      bands.add(new Band(at, at + wide, Ground.LAND, bands.size()));
      at += wide;
    }
    return bands;
  }

  private void lines(List<Band> bands, Map<Integer, Line> lines) {
    int main = dice.below(3);
    lines.put(0, new Line(2, false));
    for (int i = 1; i < bands.size(); i++) {
      Ground before = bands.get(i - 1).ground;
      Ground after = bands.get(i).ground;
      if (before == Ground.LAND && after == Ground.LAND) {
        boolean first = i % 3 == main;
        lines.put(bands.get(i).from, new Line(first ? 1 : 2, first && dice.chance(0.8)));
      } else {
        boolean bank = (before == Ground.WATER) != (after == Ground.WATER);
        lines.put(bands.get(i).from, new Line(bank ? 2 : 0, false));
      }
    }
    lines.put(bands.get(bands.size() - 1).to, new Line(2, false));
    if (lines.values().stream().noneMatch(Line::crossing)) {
      lines.replaceAll((at, line) -> line.roadClass == 0 ? line : new Line(line.roadClass, true));
    }
  }

  private void cell(List<Band> columns, int column, List<Band> rows, int row, boolean rounded) {
    Band c = columns.get(column);
    Band r = rows.get(row);
    if (rounded && !inside(landBeside(columns, c), landBeside(rows, r))) {
      return;
    }
    if (r.ground == Ground.WATER) {
      strip(c.from, r.from, c.to, r.to, true, Ground.WATER);
    } else if (c.ground == Ground.RAIL) {
      strip(c.from, r.from, c.to, r.to, false, Ground.RAIL);
    } else {
      cut(c.from, r.from, c.to, r.to, 0);
    }
  }

  /** A strip belongs to the land on its own bank; the railway to the land west of it. */
  private static Band landBeside(List<Band> bands, Band band) {
    if (band.ground == Ground.LAND) {
      return band;
    }
    boolean southern =
        band.ground == Ground.RAIL || bands.get(band.index + 1).ground == Ground.WATER;
    return bands.get(band.index + (southern ? -1 : 1));
  }

  /** The outline of the district: a rounded box, each corner rounded in its own way. */
  private boolean inside(Band column, Band row) {
    double u = 2 * column.middle() / width - 1;
    double v = 2 * row.middle() / height - 1;
    double exponent = roundness[(u > 0 ? 1 : 0) + (v > 0 ? 2 : 0)];
    return StrictMath.pow(Math.abs(u), exponent) + StrictMath.pow(Math.abs(v), exponent) <= 1.08;
  }

  private void strip(int x0, int y0, int x1, int y1, boolean along, Ground ground) {
    int middle = LATTICE * ((along ? x0 + x1 : y0 + y1) / (2 * LATTICE));
    if (along && x1 - x0 > 240) {
      leaves.add(new Leaf(x0, y0, middle, y1, ground, quarters++));
      leaves.add(new Leaf(middle, y0, x1, y1, ground, quarters++));
    } else if (!along && y1 - y0 > 240) {
      leaves.add(new Leaf(x0, y0, x1, middle, ground, quarters++));
      leaves.add(new Leaf(x0, middle, x1, y1, ground, quarters++));
    } else {
      leaves.add(new Leaf(x0, y0, x1, y1, ground, quarters++));
    }
  }

  /** Cuts a rectangle in two until it is a block; after two cuts it is a quarter. */
  private void cut(int x0, int y0, int x1, int y1, int depth) {
    int wide = (x1 - x0) / LATTICE;
    int high = (y1 - y0) / LATTICE;
    if (depth == 2) {
      quarters++;
    }
    boolean across = wide == high ? dice.chance(0.5) : wide > high;
    int longSide = Math.max(wide, high);
    boolean small = wide * high <= 9 && longSide <= 4;
    if (longSide < 4 || (small && dice.chance(wide * high <= 6 ? 0.95 : 0.6))) {
      if (depth < 2) {
        quarters++;
      }
      leaves.add(new Leaf(x0, y0, x1, y1, Ground.LAND, quarters - 1));
      return;
    }
    int cut = (int) Math.round(longSide * dice.between(0.36, 0.64));
    cut = LATTICE * Math.max(2, Math.min(longSide - 2, cut));
    if (across) {
      cut(x0, y0, x0 + cut, y1, depth + 1);
      cut(x0 + cut, y0, x1, y1, depth + 1);
    } else {
      cut(x0, y0, x1, y0 + cut, depth + 1);
      cut(x0, y0 + cut, x1, y1, depth + 1);
    }
  }
}
