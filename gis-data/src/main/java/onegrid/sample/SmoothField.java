package onegrid.sample;

/**
 * A smooth displacement of the plane: a few long waves in random directions.
 *
 * <p>No displacement exceeds the amplitude in x or in y. With an amplitude below a ninth of the
 * wavelength no line is folded over another. Uses {@link StrictMath}: the same bits on every
 * machine.
 */
final class SmoothField {
  private static final int WAVES = 3;

  private final double[] kx = new double[2 * WAVES];
  private final double[] ky = new double[2 * WAVES];
  private final double[] phase = new double[2 * WAVES];
  private final double amplitude;

  SmoothField(double wavelengthMetres, double amplitudeMetres, Dice dice) {
    amplitude = amplitudeMetres / WAVES;
    for (int i = 0; i < kx.length; i++) {
      double direction = dice.between(0, 2 * Math.PI);
      double k = 2 * Math.PI / (wavelengthMetres * dice.between(1.0, 1.6));
      kx[i] = k * StrictMath.cos(direction);
      ky[i] = k * StrictMath.sin(direction);
      phase[i] = dice.between(0, 2 * Math.PI);
    }
  }

  double east(double x, double y) {
    return sum(x, y, 0);
  }

  double north(double x, double y) {
    return sum(x, y, WAVES);
  }

  private double sum(double x, double y, int from) {
    double sum = 0;
    for (int i = from; i < from + WAVES; i++) {
      sum += StrictMath.sin(kx[i] * x + ky[i] * y + phase[i]);
    }
    return amplitude * sum;
  }
}
