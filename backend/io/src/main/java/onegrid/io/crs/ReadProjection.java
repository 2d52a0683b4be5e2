package onegrid.io.crs;

import onegrid.io.FileRefused;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;

/** A projection as GeoTools reads it. */
record ReadProjection(MathTransform there, MathTransform back) implements Projection {
  static ReadProjection of(MathTransform there) throws NoninvertibleTransformException {
    return new ReadProjection(there, there.inverse());
  }

  @Override
  public void toMetres(double[] points) {
    take(there, points);
  }

  @Override
  public void toDegrees(double[] points) {
    take(back, points);
  }

  static void take(MathTransform way, double[] points) {
    try {
      way.transform(points, 0, points, 0, points.length / 2);
    } catch (TransformException | ArithmeticException e) {
      FileRefused refused = outside();
      refused.initCause(e);
      throw refused;
    }
  }

  static FileRefused outside() {
    return FileRefused.needsAnswer(
        "坐标超出该坐标系的适用范围,坐标系很可能说错了",
        "coordinates lie outside the range of their system; it is probably misstated");
  }
}
