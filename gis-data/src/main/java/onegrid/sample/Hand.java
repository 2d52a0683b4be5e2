package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import onegrid.sample.LayerStyle.Sketch;
import org.locationtech.jts.geom.Coordinate;

/**
 * One department's hand: draws every street of the net once, with vertices of its own, a smooth
 * drift, a constant shift and its own rounding. Two cells of the department that share a street
 * share this line.
 */
final class Hand implements Drawing {
  /** The trembling of a hand, as a share of its drift. */
  private static final double JITTER_SHARE = 0.12;

  /** Both axes at their largest come to the drift. */
  private static final double AXIS_SHARE = 0.7;

  private final StreetNet net;
  private final Sketch sketch;
  private final double noise;
  private final long salt;
  private final SmoothField drift;
  private final Coordinate[][] drawn;

  private Hand(StreetNet net, Sketch sketch, double noise, Dice dice) {
    this.net = net;
    this.sketch = sketch;
    this.noise = noise;
    this.salt = dice.next();
    this.drift = new SmoothField(260, AXIS_SHARE * sketch.driftMetres() * noise, dice);
    this.drawn = new Coordinate[net.edges()][];
  }

  /** The streets as they are when nothing disturbs the hand. */
  static Drawing of(StreetNet net, Sketch sketch, double noise, Dice dice) {
    return noise == 0 || sketch.isExact() ? net : new Hand(net, sketch, noise, dice);
  }

  @Override
  public Coordinate[] line(int edge) {
    if (drawn[edge] == null) {
      drawn[edge] = draw(edge);
    }
    return drawn[edge];
  }

  private Coordinate[] draw(int edge) {
    Coordinate[] street = net.line(edge);
    List<Coordinate> line = new ArrayList<>();
    line.add(place(street[0], 0));
    int vertex = 16 * edge + 1;
    for (int i = 1; i < street.length; i++) {
      if (Dice.unit(salt, 3, vertex) < sketch.added()) {
        double share = 0.25 + 0.5 * Dice.unit(salt, 4, vertex);
        line.add(place(between(street[i - 1], street[i], share), vertex));
      }
      vertex++;
      boolean last = i == street.length - 1;
      if (last) {
        line.add(place(street[i], 0));
      } else if (Dice.unit(salt, 5, vertex) < sketch.kept()) {
        line.add(place(street[i], vertex));
      }
      vertex++;
    }
    return line.toArray(new Coordinate[0]);
  }

  private static Coordinate between(Coordinate a, Coordinate b, double share) {
    return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
  }

  /** Where the hand puts a point; a junction (vertex 0) comes out the same from every street. */
  private Coordinate place(Coordinate p, int vertex) {
    double x = p.x + noise * sketch.shiftEastMetres() + drift.east(p.x, p.y);
    double y = p.y + noise * sketch.shiftNorthMetres() + drift.north(p.x, p.y);
    if (vertex > 0) {
      double jitter = JITTER_SHARE * sketch.driftMetres() * noise;
      x += jitter * (2 * Dice.unit(salt, 1, vertex) - 1);
      y += jitter * (2 * Dice.unit(salt, 2, vertex) - 1);
    }
    double grid = Math.max(0.01, sketch.gridMetres());
    return Shapes.at(Math.rint(x / grid) * grid, Math.rint(y / grid) * grid);
  }
}
