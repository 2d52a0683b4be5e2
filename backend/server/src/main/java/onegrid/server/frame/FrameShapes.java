package onegrid.server.frame;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.store.ToLonLat;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Whole shapes through {@link CrsGate}: the stores keep degrees, core works in the metres of one
 * frame. There and back leaves every vertex on its centimetre. Safe across threads.
 */
public final class FrameShapes implements ToLonLat {
  private static final Map<Integer, FrameShapes> KNOWN = new ConcurrentHashMap<>();

  private final CrsGate gate;

  private FrameShapes(CrsGate gate) {
    this.gate = gate;
  }

  /** The shapes of a frame; the first of a frame costs about a second. */
  public static FrameShapes of(LocalFrame frame) {
    return KNOWN.computeIfAbsent(
        frame.epsgCode(), code -> new FrameShapes(CrsGate.of(new LocalFrame(code))));
  }

  public CrsGate gate() {
    return gate;
  }

  @Override
  public Geometry shape(Geometry metres) {
    return moved(metres, gate::toDegrees);
  }

  /** The same shape in metres, every vertex on the 1 cm grid. */
  public Geometry toMetres(Geometry degrees) {
    return moved(
        degrees,
        points -> {
          gate.toMetres(points);
          for (int i = 0; i < points.length; i++) {
            points[i] = LocalFrame.toMetres(LocalFrame.toCells(points[i]));
          }
        });
  }

  /** A copy whose vertices have gone a way that takes x and y in turn, in place. */
  public static Geometry moved(Geometry shape, Consumer<double[]> way) {
    Geometry moved = shape.copy();
    moved.apply(new WholeSequences(way));
    return moved;
  }

  /** Moves a sequence at its first vertex, all at once: a call for each vertex costs ten times. */
  private record WholeSequences(Consumer<double[]> way) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      if (index > 0) {
        return;
      }
      double[] points = new double[2 * sequence.size()];
      for (int i = 0; i < sequence.size(); i++) {
        points[2 * i] = sequence.getX(i);
        points[2 * i + 1] = sequence.getY(i);
      }
      way.accept(points);
      for (int i = 0; i < sequence.size(); i++) {
        sequence.setOrdinate(i, CoordinateSequence.X, points[2 * i]);
        sequence.setOrdinate(i, CoordinateSequence.Y, points[2 * i + 1]);
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
