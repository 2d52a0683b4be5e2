package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import onegrid.sample.ParcelPlan.Use;
import onegrid.sample.StreetNet.Ground;
import org.locationtech.jts.geom.Coordinate;

/** Sets buildings in rows along the blocks, clear of the streets and of each other. */
final class BuildingPlan {
  private static final double GARDEN_METRES = 1.5;
  private static final double LEAST_GAP_METRES = 3;

  /** Buildings that stand so far, with the numbers they will get later. */
  static final class Site {
    final int block;
    final int parcel;
    final Use use;
    final Footprint footprint;
    int floors;
    int people;
    int households;

    Site(int block, int parcel, Use use, Footprint footprint, int floors) {
      this.block = block;
      this.parcel = parcel;
      this.use = use;
      this.footprint = footprint;
      this.floors = floors;
    }
  }

  /** Measures of the rows in a kind of parcel, in metres. */
  private record Rows(
      double shortest, double longest, double depth, double side, double front, double filled) {}

  private final StreetNet net;
  private final ParcelPlan parcels;
  private final Dice dice;
  final List<Site> sites = new ArrayList<>();

  BuildingPlan(StreetNet net, ParcelPlan parcels, boolean[] newParcel, Dice dice) {
    this.net = net;
    this.parcels = parcels;
    this.dice = dice;
    for (int parcel = 0; parcel < parcels.use.length; parcel++) {
      int before = sites.size();
      Rows rows = rows(parcels.use[parcel], newParcel[parcel]);
      for (int block : parcels.blocksOfParcel[parcel]) {
        if (net.ground[block] == Ground.LAND) {
          block(block, parcel, rows);
        }
      }
      boolean housing =
          parcels.use[parcel] == Use.COMPOUND || parcels.use[parcel] == Use.LANE_HOUSING;
      if (housing && sites.size() == before) {
        hut(parcel);
      }
    }
  }

  private Rows rows(Use use, boolean fresh) {
    return switch (use) {
      case COMPOUND ->
          fresh
              ? new Rows(26, 38, 15, 22, dice.between(34, 44), 0.93)
              : new Rows(34, 58, 11, 10, dice.between(17, 23), 0.95);
      case LANE_HOUSING -> new Rows(20, 34, 10, 8, 14, 0.6);
      case SCHOOL -> new Rows(44, 60, 14, 18, 34, 0.5);
      case MARKET -> new Rows(36, 52, 26, 14, 18, 0.45);
      case OFFICE -> new Rows(30, 44, 24, 20, 28, 0.5);
      case INDUSTRY -> new Rows(44, 60, 24, 16, 22, 0.45);
      case PARK, STRIP -> new Rows(10, 10, 10, 10, 10, 0);
    };
  }

  private void block(int block, int parcel, Rows rows) {
    if (rows.filled == 0) {
      return;
    }
    int[] sides = net.ring[block];
    Coordinate[] ring = net.trace(sides, net);
    double[] clearance = clearance(sides, ring.length);
    int[] box = net.board[block];
    double wide = box[2] - box[0] - 14;
    double high = box[3] - box[1] - 14;
    int lines = (int) Math.max(1, Math.floor((high + rows.front) / (rows.depth + rows.front)));
    double wished = dice.between(rows.shortest, rows.longest);
    int along = (int) Math.max(1, Math.floor((wide + rows.side) / (wished + rows.side)));
    double length = Math.min(rows.longest, (wide - (along - 1) * rows.side) / along);
    List<Footprint> standing = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < along; i++) {
        if (!dice.chance(rows.filled)) {
          continue;
        }
        double x = box[0] + 7 + wide * (i + 0.5) / along;
        double y = box[1] + 7 + high * (line + 0.5) / lines;
        Footprint found = place(x, y, length, rows.depth, ring, clearance, standing);
        if (found != null) {
          standing.add(found);
          sites.add(
              new Site(block, parcel, parcels.use[parcel], found, floors(parcels.use[parcel])));
        }
      }
    }
  }

  private @org.jspecify.annotations.Nullable Footprint place(
      double x,
      double y,
      double length,
      double depth,
      Coordinate[] ring,
      double[] clearance,
      List<Footprint> standing) {
    Coordinate centre = net.warp.at(x, y);
    Coordinate east = net.warp.at(x + 10, y);
    double dx = east.x - centre.x;
    double dy = east.y - centre.y;
    double d = Math.sqrt(dx * dx + dy * dy);
    for (double shrink = 1; shrink > 0.5; shrink -= 0.17) {
      Footprint tried =
          new Footprint(centre.x, centre.y, dx / d, dy / d, length * shrink, depth * shrink);
      if (tried.fits(ring, clearance)
          && standing.stream().allMatch(other -> tried.clearOf(other, LEAST_GAP_METRES))) {
        return tried;
      }
    }
    return null;
  }

  private double[] clearance(int[] sides, int stretches) {
    double[] clearance = new double[stretches];
    int next = 0;
    for (int side : sides) {
      int edge = side >= 0 ? side : ~side;
      double metres = parcels.setbackMetres(edge) + GARDEN_METRES;
      for (int i = 1; i < net.line(edge).length; i++) {
        clearance[next++] = metres;
      }
    }
    return clearance;
  }

  /** Every parcel where people live has at least one small house. */
  private void hut(int parcel) {
    int best = parcels.blocksOfParcel[parcel][0];
    for (int block : parcels.blocksOfParcel[parcel]) {
      if (net.areaSquareMetres[block] > net.areaSquareMetres[best]) {
        best = block;
      }
    }
    Coordinate heart = net.heart[best];
    Footprint hut = new Footprint(heart.x, heart.y, 1, 0, 12, 9);
    sites.add(new Site(best, parcel, parcels.use[parcel], hut, 3));
  }

  private int floors(Use use) {
    return switch (use) {
      case COMPOUND, PARK, STRIP -> 1;
      case LANE_HOUSING -> 1 + dice.below(3);
      case SCHOOL -> 3 + dice.below(3);
      case MARKET -> 1 + dice.below(3);
      case OFFICE -> 6 + dice.below(20);
      case INDUSTRY -> 1 + dice.below(2);
    };
  }
}
