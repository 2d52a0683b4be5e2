package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/** Bends the straight drawing board into the ground: long curves, bends, and small wiggles. */
final class Warp {
  private final double centreX;
  private final double centreY;
  private final double boardX;
  private final double boardY;
  private final SmoothField[] fields;

  /** Puts the middle of a board of the given size on a place. */
  Warp(double centreX, double centreY, int boardWidth, int boardHeight, Dice dice) {
    this.centreX = centreX;
    this.centreY = centreY;
    this.boardX = boardWidth / 2.0;
    this.boardY = boardHeight / 2.0;
    double longest = Math.max(1200, Math.min(5000, 0.5 * Math.max(boardWidth, boardHeight)));
    // Amplitudes keep the sum of the gradients below 0.7, so nothing folds.
    fields =
        new SmoothField[] {
          new SmoothField(longest, longest / 15, dice),
          new SmoothField(900, 16, dice),
          new SmoothField(260, 3.5, dice)
        };
  }

  Coordinate at(double x, double y) {
    double east = x;
    double north = y;
    for (SmoothField field : fields) {
      east += field.east(x, y);
      north += field.north(x, y);
    }
    return Shapes.at(centreX - boardX + east, centreY - boardY + north);
  }
}
