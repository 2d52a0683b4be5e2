package onegrid.sample;

import java.util.List;

/**
 * What a town is built from.
 *
 * @param size how large the drawing board is
 * @param counts how many of everything
 * @param layers how the departments draw, strongest first
 * @param countyCode six digits
 * @param epsgCode the zone of the coordinates
 * @param centreEastMetres easting of the middle
 * @param centreNorthMetres northing of the middle
 * @param careless whether departments make every mistake there is
 */
record Scale(
    StreetPlan.Size size,
    Counts counts,
    List<LayerStyle> layers,
    String countyCode,
    int epsgCode,
    double centreEastMetres,
    double centreNorthMetres,
    boolean careless) {

  /**
   * How many of everything there are; each is met exactly.
   *
   * @param oversized communities with too many people or compounds
   * @param crowded those of them with more than 20,000 people
   * @param cells cells of an average department layer, before defects
   */
  record Counts(
      int subdistricts,
      int communities,
      int oversized,
      int crowded,
      int compounds,
      int newCompounds,
      int people,
      int buildingGroups,
      StationPlan.Mix stations,
      int serviceItems,
      int cells) {}

  /** The figures of the four places; what no article says was chosen to fit. */
  static Scale of(Preset preset) {
    return switch (preset) {
      case FENYI ->
          scale(
              preset,
              new StreetPlan.Size(5, 5, 16, 23, true),
              new Counts(
                  1, 12, 0, 0, 115, 46, 62_000, 430, new StationPlan.Mix(30, 8, 3, 2, 4), 39, 93),
              LayerStyle.FENYI);
      case LANSHAN ->
          scale(
              preset,
              new StreetPlan.Size(18, 17, 18, 24, true),
              new Counts(
                  4,
                  102,
                  12,
                  4,
                  1105,
                  446,
                  1_200_000,
                  4853,
                  new StationPlan.Mix(588, 54, 52, 20, 80),
                  109,
                  1482),
              LayerStyle.LANSHAN);
      case JINING ->
          scale(
              preset,
              new StreetPlan.Size(22, 20, 18, 24, true),
              new Counts(
                  14,
                  248,
                  0,
                  0,
                  1980,
                  790,
                  1_880_000,
                  8300,
                  new StationPlan.Mix(900, 500, 60, 60, 104),
                  39,
                  1984),
              LayerStyle.JINING);
      case NANYANG ->
          scale(
              preset,
              new StreetPlan.Size(9, 8, 16, 23, true),
              new Counts(
                  3,
                  26,
                  2,
                  1,
                  280,
                  105,
                  310_000,
                  1120,
                  new StationPlan.Mix(70, 20, 6, 5, 10),
                  39,
                  340),
              LayerStyle.NANYANG);
    };
  }

  private static Scale scale(
      Preset preset, StreetPlan.Size size, Counts counts, List<LayerStyle> layers) {
    return new Scale(
        size,
        counts,
        layers,
        preset.countyCode(),
        preset.epsgCode(),
        preset.centreEastMetres(),
        preset.centreNorthMetres(),
        preset == Preset.NANYANG);
  }
}
