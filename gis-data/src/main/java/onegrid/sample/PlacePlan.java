package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Names schools, markets and business buildings: one place for each parcel of such use. */
final class PlacePlan {
  final List<Place> places = new ArrayList<>();

  PlacePlan(Register register, ParcelPlan parcels, Names names) {
    boolean[] named = new boolean[parcels.use.length];
    for (int i = 0; i < register.buildings.size(); i++) {
      Building building = register.buildings.get(i);
      int parcel = parcels.parcelOfBlock[register.blockOfBuilding.get(i)];
      Optional<PlaceKind> kind = kind(building.kind());
      if (kind.isEmpty() || named[parcel]) {
        continue;
      }
      named[parcel] = true;
      Coordinate[] ring = building.geometry().getCoordinates();
      places.add(
          new Place(
              "P" + Register.digits(5, places.size() + 1),
              kind.get(),
              names.place(ending(kind.get(), places.size())),
              building.communityCode(),
              Shapes.FACTORY.createPoint(
                  Shapes.at((ring[0].x + ring[2].x) / 2, (ring[0].y + ring[2].y) / 2))));
    }
  }

  private static Optional<PlaceKind> kind(BuildingKind kind) {
    return switch (kind) {
      case SCHOOL -> Optional.of(PlaceKind.SCHOOL);
      case MARKET -> Optional.of(PlaceKind.MARKET);
      case OFFICE -> Optional.of(PlaceKind.OFFICE);
      case HOUSING, WORKSHOP -> Optional.empty();
    };
  }

  private static String ending(PlaceKind kind, int number) {
    return switch (kind) {
      case SCHOOL -> number % 3 == 0 ? "小学" : number % 3 == 1 ? "中学" : "幼儿园";
      case MARKET -> number % 2 == 0 ? "农贸市场" : "商贸市场";
      case OFFICE -> number % 2 == 0 ? "大厦" : "商务中心";
    };
  }
}
