package onegrid.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.OpeningHours;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * A ground with a gate in a wall where there was none, open to everybody at all hours, and a
 * footpath through it: from the nearest way in sight inside of the compound to the nearest outside.
 * Both ways get a vertex where the path meets them, as if somebody had drawn it so.
 *
 * <p>For ways that are known by their places; a source with node names of its own is not opened.
 * Costs one look at every way.
 */
public final class GateOpening {
  /** How far from a wall one may point. */
  public static final double WALL_METRES = 30;

  /** How long a leg of the footpath may be. */
  public static final double LEG_METRES = 100;

  /** A leg begins this far from the wall that it leaves. */
  private static final double CLEAR_METRES = 0.3;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final WalkGround ground;
  private final Compound compound;
  private final Coordinate inWall;

  private GateOpening(WalkGround ground, Compound compound, Coordinate inWall) {
    this.ground = ground;
    this.compound = compound;
    this.inWall = inWall;
  }

  /** Where a path meets a way. */
  private record Meeting(int way, int segment, Coordinate at, double metres) {}

  /**
   * Opens the nearest wall.
   *
   * @param place near the wall, in metres
   * @param id the identity of the new gate and its path
   * @throws WalkRefused if no wall is near, or no way in sight on one of its sides
   */
  public static WalkGround at(WalkGround ground, Coordinate place, String id) {
    Compound nearest = null;
    Coordinate inWall = place;
    double metres = WALL_METRES;
    for (Compound compound : ground.compounds()) {
      Envelope around = new Envelope(compound.shape().getEnvelopeInternal());
      around.expandBy(WALL_METRES);
      if (compound.walled() && around.contains(place)) {
        DistanceOp op = new DistanceOp(compound.shape().getBoundary(), SHAPES.createPoint(place));
        double far = op.distance();
        if (far < metres || far == metres && nearest == null) {
          metres = far;
          nearest = compound;
          inWall = op.nearestPoints()[0];
        }
      }
    }
    if (nearest == null) {
      throw new WalkRefused(
          new Words("这里 30 米内没有小区围墙", "there is no wall of a compound within 30 metres"));
    }
    return new GateOpening(ground, nearest, onGrid(inWall)).open(id);
  }

  private WalkGround open(String id) {
    List<Meeting> meetings = meetings();
    SimplePointInAreaLocator locator = new SimplePointInAreaLocator(compound.shape());
    Optional<Meeting> inside = Optional.empty();
    Optional<Meeting> outside = Optional.empty();
    for (Meeting meeting : meetings) {
      boolean in = locator.locate(meeting.at) == Location.INTERIOR;
      if ((in ? inside : outside).isEmpty() && sees(meeting.at)) {
        if (in) {
          inside = Optional.of(meeting);
        } else {
          outside = Optional.of(meeting);
        }
      }
    }
    if (inside.isEmpty() || outside.isEmpty()) {
      throw new WalkRefused(
          inside.isEmpty()
              ? new Words("围墙内 100 米没有可接的道路", "no way in sight within 100 metres inside the wall")
              : new Words(
                  "围墙外 100 米没有可接的道路", "no way in sight within 100 metres outside the wall"));
    }
    List<WalkWay> ways = new ArrayList<>(ground.ways());
    meet(ways, inside.get());
    meet(ways, outside.get());
    Coordinate[] path = {inside.get().at, inWall, outside.get().at};
    ways.add(WalkWay.drawn(id, cells(path, true), cells(path, false), WayKind.PATH));
    List<Gate> gates = new ArrayList<>(ground.gates());
    gates.add(
        new Gate(
            id,
            compound.id(),
            LocalFrame.toCells(inWall.x),
            LocalFrame.toCells(inWall.y),
            OpeningHours.ALWAYS,
            false));
    return new WalkGround(
        ground.frame(),
        ways,
        ground.barriers(),
        ground.compounds(),
        gates,
        ground.spots(),
        ground.extent());
  }

  /** The nearest place of every segment within a leg's length, nearest first. */
  private List<Meeting> meetings() {
    Envelope around = new Envelope(inWall);
    around.expandBy(LEG_METRES);
    List<Meeting> meetings = new ArrayList<>();
    for (int w = 0; w < ground.ways().size(); w++) {
      WalkWay way = ground.ways().get(w);
      if (way.level() != 0 || way.kind() == WayKind.OVER_OR_UNDER || way.nodes().length > 0) {
        continue;
      }
      for (int i = 1; i < way.xs().length; i++) {
        LineSegment segment = new LineSegment(vertex(way, i - 1), vertex(way, i));
        if (around.intersects(segment.p0, segment.p1)) {
          Coordinate at = onGrid(segment.closestPoint(inWall));
          double metres = at.distance(inWall);
          if (metres <= LEG_METRES && metres > CLEAR_METRES) {
            meetings.add(new Meeting(w, i, at, metres));
          }
        }
      }
    }
    meetings.sort(
        Comparator.comparingDouble(Meeting::metres)
            .thenComparingInt(Meeting::way)
            .thenComparingInt(Meeting::segment));
    return meetings;
  }

  /** Whether a leg to a place crosses no wall, river or railway. */
  private boolean sees(Coordinate at) {
    Coordinate begin = new LineSegment(inWall, at).pointAlong(CLEAR_METRES / inWall.distance(at));
    LineString leg = SHAPES.createLineString(new Coordinate[] {begin, at});
    Envelope box = leg.getEnvelopeInternal();
    for (Compound other : ground.compounds()) {
      Geometry shape = other.shape();
      if (other.walled()
          && shape.getEnvelopeInternal().intersects(box)
          && (shape.getBoundary().crosses(leg) || other != compound && shape.intersects(leg))) {
        return false;
      }
    }
    for (Barrier barrier : ground.barriers()) {
      int[] xs = barrier.xs();
      int[] ys = barrier.ys();
      for (int i = 1; i < xs.length; i++) {
        Coordinate a = new Coordinate(xs[i - 1] / 100.0, ys[i - 1] / 100.0);
        Coordinate b = new Coordinate(xs[i] / 100.0, ys[i] / 100.0);
        if (box.intersects(a, b)
            && new LineSegment(a, b).intersection(new LineSegment(begin, at)) != null) {
          return false;
        }
      }
    }
    return true;
  }

  /** Gives a way a vertex where it is met. */
  private static void meet(List<WalkWay> ways, Meeting meeting) {
    WalkWay way = ways.get(meeting.way);
    int x = LocalFrame.toCells(meeting.at.x);
    int y = LocalFrame.toCells(meeting.at.y);
    // The way may have got a vertex since: the segment is looked for again.
    int at = 1;
    double least = Double.MAX_VALUE;
    for (int i = 1; i < way.xs().length; i++) {
      double metres = new LineSegment(vertex(way, i - 1), vertex(way, i)).distance(meeting.at);
      if (metres < least) {
        least = metres;
        at = i;
      }
    }
    if (is(way, at, x, y) || is(way, at - 1, x, y)) {
      return;
    }
    ways.set(
        meeting.way,
        new WalkWay(
            way.id(),
            with(way.xs(), at, x),
            with(way.ys(), at, y),
            way.nodes(),
            way.kind(),
            way.level(),
            way.forward(),
            way.backward()));
  }

  private static boolean is(WalkWay way, int i, int x, int y) {
    return way.xs()[i] == x && way.ys()[i] == y;
  }

  private static int[] with(int[] values, int at, int value) {
    int[] more = new int[values.length + 1];
    System.arraycopy(values, 0, more, 0, at);
    more[at] = value;
    System.arraycopy(values, at, more, at + 1, values.length - at);
    return more;
  }

  private static Coordinate vertex(WalkWay way, int i) {
    return new Coordinate(LocalFrame.toMetres(way.xs()[i]), LocalFrame.toMetres(way.ys()[i]));
  }

  private static Coordinate onGrid(Coordinate at) {
    return new Coordinate(
        LocalFrame.toMetres(LocalFrame.toCells(at.x)),
        LocalFrame.toMetres(LocalFrame.toCells(at.y)));
  }

  private static int[] cells(Coordinate[] at, boolean east) {
    int[] cells = new int[at.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = LocalFrame.toCells(east ? at[i].x : at[i].y);
    }
    return cells;
  }
}
