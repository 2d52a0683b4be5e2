package onegrid.sample;

import java.util.List;

/**
 * Towns at the scale of four places. Only the counts come from published figures; every street,
 * name and number of people is made up.
 */
public enum Preset {
  /** One subdistrict with 115 compounds. */
  FENYI(
      "fenyi",
      "虚构小城甲",
      "360599",
      4547,
      567989,
      3077577,
      new StreetPlan.Size(5, 5, 16, 23, true),
      new Counts(1, 12, 0, 0, 115, 46, 62_000, 430, 60, 39, 93),
      LayerStyle.FENYI),
  /** Four subdistricts, 102 communities, 1,105 compounds, 1.2 million people. */
  LANSHAN(
      "lanshan",
      "虚构大城乙",
      "371399",
      4548,
      621328,
      3882058,
      new StreetPlan.Size(18, 17, 18, 24, true),
      new Counts(4, 102, 12, 4, 1105, 446, 1_200_000, 4853, 900, 109, 1482),
      LayerStyle.LANSHAN),
  /** 248 communities and 1,886 stations. */
  JINING(
      "jining",
      "虚构大城丙",
      "370899",
      4548,
      462759,
      3920157,
      new StreetPlan.Size(22, 20, 18, 24, true),
      new Counts(14, 248, 0, 0, 1980, 790, 1_880_000, 8300, 1886, 39, 1984),
      LayerStyle.JINING),
  /** Six layers with every defect that department files are known for. */
  NANYANG(
      "nanyang",
      "虚构县城丁",
      "411399",
      4547,
      362617,
      3653708,
      new StreetPlan.Size(9, 8, 16, 23, true),
      new Counts(3, 26, 2, 1, 280, 105, 310_000, 1120, 140, 39, 340),
      LayerStyle.NANYANG);

  private final String key;
  private final String title;
  private final String countyCode;
  private final int epsgCode;
  private final double centreEast;
  private final double centreNorth;
  private final StreetPlan.Size size;
  private final Counts counts;
  private final List<LayerStyle> layers;

  Preset(
      String key,
      String title,
      String countyCode,
      int epsgCode,
      double centreEast,
      double centreNorth,
      StreetPlan.Size size,
      Counts counts,
      List<LayerStyle> layers) {
    this.key = key;
    this.title = title;
    this.countyCode = countyCode;
    this.epsgCode = epsgCode;
    this.centreEast = centreEast;
    this.centreNorth = centreNorth;
    this.size = size;
    this.counts = counts;
    this.layers = layers;
  }

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
      int stations,
      int serviceItems,
      int cells) {}

  Scale scale() {
    return new Scale(size, counts, layers, countyCode, centreEast, centreNorth);
  }

  /** What a town is built from. */
  record Scale(
      StreetPlan.Size size,
      Counts counts,
      List<LayerStyle> layers,
      String countyCode,
      double centreEastMetres,
      double centreNorthMetres) {}

  /** The word for the command line. */
  public String key() {
    return key;
  }

  /** The made-up town's name, which says that it is made up. */
  public String title() {
    return title;
  }

  /** A six-digit county code that belongs to no real county. */
  public String countyCode() {
    return countyCode;
  }

  /** The CGCS2000 3-degree zone, without zone number, that the coordinates are in. */
  public int epsgCode() {
    return epsgCode;
  }

  /** Easting of the middle of the town, metres. */
  public double centreEastMetres() {
    return centreEast;
  }

  /** Northing of the middle of the town, metres. */
  public double centreNorthMetres() {
    return centreNorth;
  }
}
