package onegrid.io.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import onegrid.io.FileRefused;
import onegrid.io.table.ShapeBuilder;

/** Well-known binary of ISO and of PostGIS; no count in it is believed beyond the bytes it has. */
final class WkbShapes {
  private static final int MOST_NESTED = 8;

  private final ByteBuffer wkb;
  private final int feature;
  private final ShapeBuilder shape;

  private WkbShapes(ByteBuffer wkb, int feature, ShapeBuilder shape) {
    this.wkb = wkb;
    this.feature = feature;
    this.shape = shape;
  }

  static void read(ByteBuffer wkb, int feature, ShapeBuilder shape) {
    WkbShapes reader = new WkbShapes(wkb, feature, shape);
    try {
      reader.geometry(0);
    } catch (BufferUnderflowException e) {
      FileRefused refused = reader.wrong();
      refused.initCause(e);
      throw refused;
    }
  }

  private void geometry(int nested) {
    if (nested > MOST_NESTED) {
      throw wrong();
    }
    byte order = wkb.get();
    wkb.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = wkb.getInt();
    boolean extendedZ = (type & 0x80000000) != 0;
    boolean extendedM = (type & 0x40000000) != 0;
    if ((type & 0x20000000) != 0) {
      wkb.getInt();
    }
    int plain = type & 0x0FFFFFFF;
    int iso = plain / 1000;
    int extra = iso == 0 ? (extendedZ ? 1 : 0) + (extendedM ? 1 : 0) : iso == 3 ? 2 : 1;
    if (extra > 0) {
      shape.heights();
    }
    int numbers = 2 + extra;
    switch (plain % 1000) {
      case 1 -> point(numbers);
      case 2 -> {
        int n = count(8 * numbers);
        if (shape.takesLines()) {
          for (int i = 0; i < n; i++) {
            shape.vertex(wkb.getDouble(), wkb.getDouble());
            wkb.position(wkb.position() + 8 * (numbers - 2));
          }
          shape.endLine();
        } else {
          shape.otherKind();
          wkb.position(wkb.position() + n * 8 * numbers);
        }
      }
      case 3 -> polygon(numbers);
      case 4, 5, 6, 7 -> {
        int n = count(5);
        for (int i = 0; i < n; i++) {
          geometry(nested + 1);
        }
      }
      default -> throw wrong();
    }
  }

  private void point(int numbers) {
    double x = wkb.getDouble();
    double y = wkb.getDouble();
    wkb.position(Math.min(wkb.limit(), wkb.position() + 8 * (numbers - 2)));
    if (!(Double.isNaN(x) && Double.isNaN(y))) {
      shape.point(x, y);
    }
  }

  private void polygon(int numbers) {
    int rings = count(4);
    for (int r = 0; r < rings; r++) {
      int n = count(8 * numbers);
      for (int i = 0; i < n; i++) {
        shape.vertex(wkb.getDouble(), wkb.getDouble());
        wkb.position(wkb.position() + 8 * (numbers - 2));
      }
      shape.endRing();
    }
    shape.endPolygon();
  }

  private int count(int bytesEach) {
    int n = wkb.getInt();
    if (n < 0 || (long) n * bytesEach > wkb.remaining()) {
      throw wrong();
    }
    return n;
  }

  private FileRefused wrong() {
    return FileRefused.broken(
        "第 " + feature + " 个要素的图形（WKB）已损坏",
        "feature " + feature + ": the geometry (WKB) is damaged");
  }
}
