package onegrid.server.layer;

import java.util.ArrayList;
import java.util.List;
import onegrid.geo.LocalFrame;
import onegrid.io.intake.WalkIntake.DrawnBarrier;
import onegrid.server.frame.FrameShapes;
import onegrid.store.BaseMap;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkWay;
import onegrid.walk.WayKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Ways, what lies in their way, and crossings, as rows of the store: in degrees. */
final class WayRows {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  final List<BaseMap.Barrier> walls = new ArrayList<>();
  final List<BaseMap.Water> rivers = new ArrayList<>();
  final List<BaseMap.Railway> railways = new ArrayList<>();
  private final FrameShapes frame;

  WayRows(FrameShapes frame) {
    this.frame = frame;
  }

  /** Roads; a way of no length is left out. */
  List<BaseMap.Road> roads(List<WalkWay> ways) {
    List<BaseMap.Road> roads = new ArrayList<>();
    for (WalkWay way : ways) {
      LineString line = line(way.xs(), way.ys());
      if (line.getLength() > 0) {
        roads.add(road(way, line));
      }
    }
    return roads;
  }

  private BaseMap.Road road(WalkWay way, LineString line) {
    boolean lifted = way.kind() == WayKind.OVER_OR_UNDER;
    int roadClass =
        switch (way.kind()) {
          case WIDE_ROAD -> 1;
          case PATH -> 4;
          case STEPS -> 5;
          default -> 2;
        };
    return new BaseMap.Road(
        roadClass,
        "",
        lifted && way.level() >= 0,
        lifted && way.level() < 0,
        way.level(),
        way.forward() && way.backward() ? 0 : way.forward() ? 1 : -1,
        (LineString) kept(line));
  }

  /** Rivers with banks become water, railway lines railways, everything else barriers. */
  void barriers(List<DrawnBarrier> drawn) {
    for (DrawnBarrier each : drawn) {
      if (each.kind() == BarrierKind.RIVER && each.shape().getDimension() == 2) {
        Geometry sound = each.shape().isValid() ? each.shape() : each.shape().buffer(0);
        rivers.add(new BaseMap.Water(each.name(), kept(sound)));
        continue;
      }
      for (int i = 0; i < each.shape().getNumGeometries(); i++) {
        Geometry part = each.shape().getGeometryN(i);
        if (part instanceof LineString line) {
          line(each, line);
        } else if (part instanceof Polygon polygon) {
          line(each, polygon.getExteriorRing());
          for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
            line(each, polygon.getInteriorRingN(k));
          }
        }
      }
    }
  }

  private void line(DrawnBarrier drawn, LineString line) {
    if (line.getLength() == 0) {
      return;
    }
    LineString plain = SHAPES.createLineString(line.getCoordinateSequence());
    if (drawn.kind() == BarrierKind.RAILWAY) {
      railways.add(new BaseMap.Railway(drawn.name(), (LineString) kept(plain)));
    } else {
      wall(drawn.kind(), drawn.name(), false, plain);
    }
  }

  /** What an extract has beside its roads. */
  void withRoads(List<Barrier> barriers) {
    for (Barrier barrier : barriers) {
      LineString line = line(barrier.xs(), barrier.ys());
      if (line.getLength() > 0) {
        wall(barrier.kind(), barrier.name(), true, line);
      }
    }
  }

  private void wall(BarrierKind kind, String name, boolean withRoads, LineString line) {
    walls.add(
        new BaseMap.Barrier(
            BaseMap.BarrierKind.valueOf(kind.name()), name, withRoads, (LineString) kept(line)));
  }

  List<BaseMap.Crossing> crossings(List<WalkSpot> spots) {
    List<BaseMap.Crossing> crossings = new ArrayList<>();
    for (WalkSpot spot : spots) {
      Coordinate at = new Coordinate(LocalFrame.toMetres(spot.x()), LocalFrame.toMetres(spot.y()));
      crossings.add(
          new BaseMap.Crossing(
              BaseMap.CrossingKind.valueOf(spot.kind().name()),
              (Point) kept(SHAPES.createPoint(at))));
    }
    return crossings;
  }

  private static LineString line(int[] xs, int[] ys) {
    Coordinate[] at = new Coordinate[xs.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = new Coordinate(LocalFrame.toMetres(xs[i]), LocalFrame.toMetres(ys[i]));
    }
    return SHAPES.createLineString(at);
  }

  private Geometry kept(Geometry metres) {
    Geometry degrees = frame.shape(metres);
    LayerImport.check(0, degrees);
    return degrees;
  }
}
