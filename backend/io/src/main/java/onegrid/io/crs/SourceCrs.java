package onegrid.io.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onegrid.io.FileRefused;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate system that a file is in, axes always east then north. Equal only to itself.
 *
 * <p>Beijing 1954 and Xian 1980 are refused: the way from them to CGCS2000 differs from city to
 * city by up to a hundred metres and its parameters are held by the survey office.
 */
public final class SourceCrs {
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)^(?:EPSG:|urn:(?:ogc|x-ogc):def:crs:EPSG:[0-9.]*:"
              + "|https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/)?(\\d{4,6})$");
  private static final Pattern CRS84 = Pattern.compile("(?i)^.*(?:CRS84h?|CRS:84)$");
  private static final Pattern OLD_DATUM =
      Pattern.compile("(?i)beijing|pulkovo[ _]1942|krasovsk|xian|xi'an|北京|西安");
  private static final Pattern AXIS =
      Pattern.compile("(?i),\\s*AXIS\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*\\w+\\s*]");
  private static final int LONGEST_WKT = 20_000;

  private final String name;
  private final OptionalInt epsgCode;
  private final boolean inDegrees;

  /** Not there for a known code until it is asked for: most files never need it. */
  private @Nullable CoordinateReferenceSystem system;

  private SourceCrs(int knownCode) {
    this.name = "EPSG:" + knownCode;
    this.epsgCode = OptionalInt.of(knownCode);
    this.inDegrees = KnownSystems.isLonLat(knownCode);
  }

  private SourceCrs(String name, OptionalInt epsgCode, CoordinateReferenceSystem system) {
    this.name = name;
    this.epsgCode = epsgCode;
    this.system = system;
    this.inDegrees = system instanceof GeographicCRS;
  }

  /** Longitude and latitude on CGCS2000, which is also what WGS 84 is taken for. */
  public static SourceCrs lonLat() {
    return ofEpsg(4490);
  }

  /**
   * A system by what people and files write: {@code EPSG:4548}, {@code 4548}, the URN or the URL of
   * OGC, {@code CRS84}.
   *
   * @throws FileRefused if it names no system
   */
  public static SourceCrs parse(String text) {
    String trimmed = text.strip();
    if (CRS84.matcher(trimmed).matches()) {
      return ofEpsg(4326);
    }
    Matcher m = CODE.matcher(trimmed);
    if (!m.matches()) {
      String shown = trimmed.substring(0, Math.min(80, trimmed.length()));
      throw FileRefused.needsAnswer(
          "看不懂坐标系“" + shown + "”，请写成 EPSG:4490 或 EPSG:4548 这样的代码",
          "cannot read the coordinate system \"" + shown + "\"; write a code such as EPSG:4548");
    }
    return ofEpsg(Integer.parseInt(m.group(1)));
  }

  /**
   * A system by its EPSG code.
   *
   * @throws FileRefused if there is no such system or it is one of the old datums
   */
  public static SourceCrs ofEpsg(int epsgCode) {
    if (KnownSystems.isLonLat(epsgCode) || KnownSystems.zone(epsgCode).isPresent()) {
      return new SourceCrs(epsgCode);
    }
    return new SourceCrs("EPSG:" + epsgCode, OptionalInt.of(epsgCode), look(epsgCode));
  }

  private static CoordinateReferenceSystem look(int epsgCode) {
    String known = KnownSystems.wkt(epsgCode).orElse("");
    try {
      CoordinateReferenceSystem system;
      if (known.isEmpty()) {
        EpsgDatabase.settle();
        system = CRS.decode("EPSG:" + epsgCode, true);
      } else {
        system = CRS.parseWKT(known);
      }
      refuseOldDatum(system.toWKT());
      return horizontal(system);
    } catch (FactoryException e) {
      throw refused(
          "没有代码为 EPSG:" + epsgCode + " 的坐标系，请核对", "there is no system EPSG:" + epsgCode, e);
    }
  }

  /**
   * A system as a {@code .prj} file describes it.
   *
   * @throws FileRefused if the description cannot be read or names one of the old datums
   */
  public static SourceCrs ofWkt(String wkt) {
    String text = wkt.strip();
    if (text.length() > LONGEST_WKT) {
      throw FileRefused.broken("坐标系说明过长", "the description of the coordinate system is too long");
    }
    refuseOldDatum(text);
    try {
      // A file's first number is east whatever its .prj says about axes.
      CoordinateReferenceSystem system = CRS.parseWKT(AXIS.matcher(text).replaceAll(""));
      return new SourceCrs(system.getName().getCode(), OptionalInt.empty(), horizontal(system));
    } catch (FactoryException | RuntimeException e) {
      if (e instanceof FileRefused refused) {
        throw refused;
      }
      String start = text.substring(0, Math.min(60, text.length())).replaceAll("\\s+", " ");
      throw refused(
          "看不懂 .prj 中的坐标系（" + start + "…），请另行说明，例如 EPSG:4548",
          "cannot read the coordinate system of the .prj (" + start + "…); state it by code",
          e);
    }
  }

  /** The text for the {@code .prj} of a file in that system, which is one of the common ones. */
  public static String prj(int epsgCode) {
    return KnownSystems.wkt(epsgCode)
        .orElseThrow(() -> new IllegalArgumentException("not a common system: " + epsgCode));
  }

  /** How to call it: a code, or the name in the file. */
  public String name() {
    return name;
  }

  public OptionalInt epsgCode() {
    return epsgCode;
  }

  /** Whether its numbers are degrees. */
  public boolean inDegrees() {
    return inDegrees;
  }

  /** Whether it is longitude and latitude on CGCS2000 or WGS 84. */
  boolean isPlainLonLat() {
    return inDegrees() && isPlain();
  }

  /** Whether its datum is CGCS2000 or WGS 84. */
  boolean isPlain() {
    if (epsgCode.isPresent()
        && (KnownSystems.isLonLat(epsgCode.getAsInt()) || zone().isPresent())) {
      return true;
    }
    if (!(system() instanceof SingleCRS single)) {
      return false;
    }
    String datum = single.getDatum().getName().getCode().toLowerCase(Locale.ROOT);
    return datum.contains("china") || datum.contains("wgs") || datum.contains("1984");
  }

  synchronized CoordinateReferenceSystem system() {
    if (system == null) {
      system = look(epsgCode.orElseThrow());
    }
    return system;
  }

  /**
   * From the longitude and latitude that a projection is made of. Its own formula where it is in
   * the usual order of axes: asking GeoTools to find a way opens the EPSG database, half a second.
   */
  MathTransform fromDegrees() throws FactoryException {
    Optional<KnownSystems.Zone> zone = zone();
    if (zone.isPresent()) {
      return ZoneProjection.of(zone.get());
    }
    if (!(system() instanceof ProjectedCRS projected)) {
      throw new IllegalStateException("not projected: " + name);
    }
    GeographicCRS base = projected.getBaseCRS();
    if (base.getCoordinateSystem().getAxis(0).getDirection().equals(AxisDirection.EAST)
        && projected.getCoordinateSystem().getAxis(0).getDirection().equals(AxisDirection.EAST)) {
      return projected.getConversionFromBase().getMathTransform();
    }
    return CRS.findMathTransform(base, projected, true);
  }

  private Optional<KnownSystems.Zone> zone() {
    return epsgCode.isPresent() ? KnownSystems.zone(epsgCode.getAsInt()) : Optional.empty();
  }

  private static CoordinateReferenceSystem horizontal(CoordinateReferenceSystem system) {
    CoordinateReferenceSystem flat = CRS.getHorizontalCRS(system);
    if (flat instanceof GeographicCRS || flat instanceof ProjectedCRS) {
      return flat;
    }
    throw FileRefused.needsAnswer(
        "坐标系“" + system.getName().getCode() + "”不是经纬度或平面直角坐标系",
        "\"" + system.getName().getCode() + "\" is neither geographic nor projected");
  }

  private static void refuseOldDatum(String wkt) {
    if (OLD_DATUM.matcher(wkt).find()) {
      throw FileRefused.needsAnswer(
          "文件采用北京54或西安80坐标系，各地转换参数不同，差错可达百米；请由测绘部门转换到 CGCS2000（EPSG:4490）后再交",
          "the file is in Beijing 1954 or Xian 1980, whose shift to CGCS2000 differs from place to"
              + " place; have the survey office transform it to CGCS2000 (EPSG:4490)");
    }
  }

  private static FileRefused refused(String zh, String en, Exception cause) {
    FileRefused refused = FileRefused.needsAnswer(zh, en);
    refused.initCause(cause);
    return refused;
  }
}
