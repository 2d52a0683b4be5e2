package onegrid.sample;

/**
 * Towns at the scale of four places. Only the counts follow published figures; every street, name
 * and number is made up.
 */
public enum Preset {
  /** One subdistrict with 115 compounds. */
  FENYI("fenyi", "虚构小城甲", "360599", 4547, 567_989, 3_077_577),
  /** Four subdistricts, 102 communities, 1,105 compounds, 1.2 million people. */
  LANSHAN("lanshan", "虚构大城乙", "371399", 4548, 621_328, 3_882_058),
  /** 248 communities and 1,886 stations. */
  JINING("jining", "虚构大城丙", "370899", 4548, 462_759, 3_920_157),
  /** Six layers with every defect that department files are known for. */
  NANYANG("nanyang", "虚构县城丁", "411399", 4547, 362_617, 3_653_708);

  private final String key;
  private final String title;
  private final String countyCode;
  private final int epsgCode;
  private final double centreEastMetres;
  private final double centreNorthMetres;

  Preset(
      String key,
      String title,
      String countyCode,
      int epsgCode,
      double centreEastMetres,
      double centreNorthMetres) {
    this.key = key;
    this.title = title;
    this.countyCode = countyCode;
    this.epsgCode = epsgCode;
    this.centreEastMetres = centreEastMetres;
    this.centreNorthMetres = centreNorthMetres;
  }

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

  /** Easting of the middle of the town. */
  public double centreEastMetres() {
    return centreEastMetres;
  }

  /** Northing of the middle of the town. */
  public double centreNorthMetres() {
    return centreNorthMetres;
  }
}
