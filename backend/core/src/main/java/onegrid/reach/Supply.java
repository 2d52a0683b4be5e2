package onegrid.reach;

/**
 * The doors of stations.
 *
 * @param links one a door
 * @param station the station of each door, numbered from 0 in the order in which ties are decided
 */
@SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
public record Supply(Links links, int[] station) {
  public Supply {
    if (links.size() != station.length) {
      throw new IllegalArgumentException(
          links.size() + " links for " + station.length + " doors of stations");
    }
    station = station.clone();
  }

  /** Stations with one door each. */
  public static Supply of(Links links) {
    int[] station = new int[links.size()];
    for (int i = 0; i < station.length; i++) {
      station[i] = i;
    }
    return new Supply(links, station);
  }

  @Override
  public int[] station() {
    return station.clone();
  }

  int stationOf(int door) {
    return station[door];
  }
}
