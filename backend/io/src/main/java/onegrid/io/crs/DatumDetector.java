package onegrid.io.crs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MapDatum;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Whether a layer carries the shift of a public map, seen by laying its borders over borders that
 * are known to be true.
 *
 * <p>Points are taken along the true borders and moved as each datum would move them; the datum
 * under which most of them have a border of the layer near by is the layer's. What a wrong
 * direction of the same length would find is the measure of chance, so that a dense layer, which
 * has a border near everything, is not taken for a shifted one.
 *
 * <p>Limits: needs borders that both layers share; a layer that shares none is left as it is. Costs
 * one pass over the layer's vertices.
 */
public final class DatumDetector {
  /** How near a border counts as the same, in metres. */
  public static final double NEAR_METRES = 15;

  private static final int SAMPLES = 2_000;
  private static final double LEAST_SHARE = 0.3;
  private static final double CLEAR_LEAD = 0.2;

  /**
   * What was found.
   *
   * @param datum the layer's datum; {@link Datum#CGCS2000} also when nothing is clear
   * @param samples how many points of the true borders were asked
   * @param shares by datum, the share of them with a border of the layer within {@link
   *     #NEAR_METRES}
   * @param chance the same share for shifts in wrong directions
   * @param eastMetres how far the datum lies from the truth here, to the east
   * @param northMetres the same to the north
   */
  public record Evidence(
      Datum datum,
      int samples,
      Map<Datum, Double> shares,
      double chance,
      double eastMetres,
      double northMetres) {

    public Evidence {
      shares = Map.copyOf(shares);
    }
  }

  private DatumDetector() {}

  /**
   * Compares a layer with true borders. Both must be in the gate's frame, in China.
   *
   * @param truth borders known to be on CGCS2000, for instance of the communities
   */
  public static Evidence detect(DepartmentLayer truth, DepartmentLayer layer, CrsGate gate) {
    double[] samples = samples(truth);
    List<Datum> datums = List.of(Datum.values());
    List<double[]> sets = new ArrayList<>();
    for (Datum datum : datums) {
      double[] points = samples.clone();
      gate.toDegrees(points);
      datum.shift(points);
      gate.toMetres(points);
      sets.add(points);
    }
    for (int d = 1; d < datums.size(); d++) {
      sets.add(turned(samples, sets.get(d), -1, 0));
      sets.add(turned(samples, sets.get(d), 0, 1));
    }
    NearnessProbe probe = new NearnessProbe(NEAR_METRES, sets);
    for (DepartmentCell cell : layer.cells()) {
      probe.pass(cell.shape());
    }
    List<Double> found = probe.shares();
    Map<Datum, Double> shares = new EnumMap<>(Datum.class);
    for (Datum datum : datums) {
      shares.put(datum, found.get(datum.ordinal()));
    }
    double chance =
        found.stream().skip(datums.size()).mapToDouble(Double::doubleValue).max().orElse(0);
    Datum best = best(shares, chance);
    double[] middle = middleShift(samples, sets.get(best.ordinal()));
    return new Evidence(best, samples.length / 2, shares, chance, middle[0], middle[1]);
  }

  /** The layer on CGCS2000, its vertices on the 1 cm grid again. */
  public static DepartmentLayer undo(DepartmentLayer layer, Datum datum, CrsGate gate) {
    GeometryTransformer unshift =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence coords, Geometry parent) {
            double[] points = points(coords);
            gate.toDegrees(points);
            datum.unshift(points);
            gate.toMetres(points);
            for (int i = 0; i < points.length; i++) {
              points[i] = LocalFrame.toMetres(LocalFrame.toCells(points[i]));
            }
            return new PackedCoordinateSequence.Double(points, 2, 0);
          }
        };
    List<DepartmentCell> cells = new ArrayList<>();
    for (DepartmentCell cell : layer.cells()) {
      cells.add(
          new DepartmentCell(
              cell.code(), cell.name(), cell.feature(), unshift.transform(cell.shape())));
    }
    return new DepartmentLayer(layer.name(), layer.frame(), cells);
  }

  /**
   * The datums of public maps, for a merge to try on a layer that does not lie where the stronger
   * ones do; none outside China.
   */
  public static List<MapDatum> namedDatums(CrsGate gate) {
    int epsgCode = gate.frame().epsgCode();
    if (epsgCode < 4502 || epsgCode > 4554) {
      return List.of();
    }
    return List.of(named("GCJ-02", Datum.GCJ02, gate), named("BD-09", Datum.BD09, gate));
  }

  private static MapDatum named(String name, Datum datum, CrsGate gate) {
    return new MapDatum(
        name,
        places -> {
          gate.toDegrees(places);
          datum.unshift(places);
          gate.toMetres(places);
        });
  }

  private static Datum best(Map<Datum, Double> shares, double chance) {
    Datum best = Datum.CGCS2000;
    double stay = shares.getOrDefault(Datum.CGCS2000, 0.0);
    for (Datum datum : List.of(Datum.GCJ02, Datum.BD09)) {
      double share = shares.getOrDefault(datum, 0.0);
      if (share >= LEAST_SHARE
          && share >= Math.max(stay, chance) + CLEAR_LEAD
          && share > shares.getOrDefault(best, 0.0)) {
        best = datum;
      }
    }
    return best;
  }

  private static double[] turned(double[] from, double[] to, int cos, int sin) {
    double[] points = new double[from.length];
    for (int i = 0; i < from.length; i += 2) {
      double east = to[i] - from[i];
      double north = to[i + 1] - from[i + 1];
      points[i] = from[i] + cos * east - sin * north;
      points[i + 1] = from[i + 1] + sin * east + cos * north;
    }
    return points;
  }

  private static double[] middleShift(double[] from, double[] to) {
    double east = 0;
    double north = 0;
    for (int i = 0; i < from.length; i += 2) {
      east += to[i] - from[i];
      north += to[i + 1] - from[i + 1];
    }
    int n = Math.max(1, from.length / 2);
    return new double[] {east / n, north / n};
  }

  /** Points at equal steps along all the rings of a layer. */
  private static double[] samples(DepartmentLayer truth) {
    List<LineString> rings = new ArrayList<>();
    double length = 0;
    for (DepartmentCell cell : truth.cells()) {
      if (cell.shape() instanceof Polygon || cell.shape() instanceof MultiPolygon) {
        for (int i = 0; i < cell.shape().getNumGeometries(); i++) {
          LineString ring = ((Polygon) cell.shape().getGeometryN(i)).getExteriorRing();
          rings.add(ring);
          length += ring.getLength();
        }
      }
    }
    double step = length / SAMPLES;
    double[] points = new double[2 * SAMPLES + 2];
    int n = 0;
    double next = step / 2;
    double walked = 0;
    for (LineString ring : rings) {
      CoordinateSequence at = ring.getCoordinateSequence();
      for (int i = 1; i < at.size(); i++) {
        double dx = at.getX(i) - at.getX(i - 1);
        double dy = at.getY(i) - at.getY(i - 1);
        double d = Math.hypot(dx, dy);
        while (next <= walked + d && n + 1 < points.length && d > 0) {
          double share = (next - walked) / d;
          points[n++] = at.getX(i - 1) + share * dx;
          points[n++] = at.getY(i - 1) + share * dy;
          next += step;
        }
        walked += d;
      }
    }
    return Arrays.copyOf(points, n);
  }

  private static double[] points(CoordinateSequence sequence) {
    double[] points = new double[2 * sequence.size()];
    for (int i = 0; i < sequence.size(); i++) {
      points[2 * i] = sequence.getX(i);
      points[2 * i + 1] = sequence.getY(i);
    }
    return points;
  }
}
