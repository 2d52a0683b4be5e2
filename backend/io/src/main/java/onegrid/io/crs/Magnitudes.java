package onegrid.io.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.io.FileRefused;
import onegrid.io.ReadNotice;
import org.locationtech.jts.geom.Envelope;

/**
 * What the size of the numbers says about their coordinate system. Deterministic; sees the bounds
 * only. What is certain is used and noted, what is not is asked: no guess goes further.
 */
public final class Magnitudes {

  /**
   * How to read the numbers of a file.
   *
   * @param system what they are in
   * @param swapped whether north comes before east in the file
   * @param notices what the reader should know about it
   */
  public record Settled(SourceCrs system, boolean swapped, List<ReadNotice> notices) {
    public Settled {
      notices = List.copyOf(notices);
    }
  }

  private enum Look {
    CHINA_DEGREES,
    CHINA_DEGREES_SWAPPED,
    DEGREES,
    DEGREES_SWAPPED,
    ZONED,
    ZONED_SWAPPED,
    ZONE_LOST,
    ZONE_LOST_SWAPPED,
    MERCATOR,
    OTHER
  }

  private Magnitudes() {}

  /**
   * Settles how to read a file.
   *
   * @param bounds of its numbers, as they stand in it
   * @param stated the system it states, or that a person states for it
   * @param degreesByFormat whether its format means longitude and latitude unless it says otherwise
   * @throws FileRefused if the numbers contradict what is stated, or nothing is stated and the
   *     numbers do not tell
   */
  public static Settled settle(
      Envelope bounds, Optional<SourceCrs> stated, boolean degreesByFormat) {
    Look look = look(bounds);
    return stated
        .map(system -> compare(bounds, look, system))
        .orElseGet(() -> infer(bounds, look, degreesByFormat));
  }

  private static Settled infer(Envelope bounds, Look look, boolean degreesByFormat) {
    switch (look) {
      case CHINA_DEGREES:
        return plain(SourceCrs.lonLat());
      case CHINA_DEGREES_SWAPPED:
        return swapped(SourceCrs.lonLat());
      case DEGREES:
        if (degreesByFormat) {
          return plain(SourceCrs.lonLat());
        }
        break;
      case DEGREES_SWAPPED:
        if (degreesByFormat) {
          return swapped(SourceCrs.lonLat());
        }
        break;
      case ZONED:
        return zoned(bounds.getMinX(), false);
      case ZONED_SWAPPED:
        return zoned(bounds.getMinY(), true);
      case ZONE_LOST:
      case ZONE_LOST_SWAPPED:
        throw FileRefused.needsAnswer(
            "坐标是米，" + show(bounds) + "，但缺少带号，不知是哪一条中央经线；请用 --crs 说明，例如 EPSG:4548（中央经线 117°）",
            "the numbers are metres, "
                + show(bounds)
                + ", but the zone number is missing; state the system, e.g. EPSG:4548 for 117°E");
      case MERCATOR:
        throw FileRefused.needsAnswer(
            "坐标像网络墨卡托或百度墨卡托，" + show(bounds) + "；如确为前者，请用 --crs EPSG:3857 说明",
            "the numbers look like Web Mercator or Baidu's, "
                + show(bounds)
                + "; if the former, state EPSG:3857");
      default:
        break;
    }
    throw FileRefused.needsAnswer(
        "文件没有说明坐标系，从坐标值也看不出来（" + show(bounds) + "）；请用 --crs 说明，例如 EPSG:4490 或 EPSG:4548",
        "the file states no coordinate system and its numbers do not tell ("
            + show(bounds)
            + "); state one, e.g. EPSG:4490 or EPSG:4548");
  }

  private static Settled compare(Envelope bounds, Look look, SourceCrs system) {
    if (system.inDegrees()) {
      return switch (look) {
        case CHINA_DEGREES, DEGREES -> plain(system);
        case CHINA_DEGREES_SWAPPED, DEGREES_SWAPPED -> swapped(system);
        default -> throw contradiction(bounds, system);
      };
    }
    boolean small = look.ordinal() <= Look.DEGREES_SWAPPED.ordinal();
    if (small) {
      throw contradiction(bounds, system);
    }
    int prefix = zonePrefix(system);
    if (prefix < 0) {
      return plain(system);
    }
    boolean north = bounds.getMinY() > 3e5 && bounds.getMaxY() < 6.1e6;
    boolean northFirst = bounds.getMinX() > 3e5 && bounds.getMaxX() < 6.1e6;
    if (north && isEasting(bounds.getMinX(), bounds.getMaxX(), prefix)) {
      return plain(system);
    }
    if (northFirst && isEasting(bounds.getMinY(), bounds.getMaxY(), prefix)) {
      return swapped(system);
    }
    throw contradiction(bounds, system);
  }

  /** The zone number in front of the eastings of a CGCS2000 zone: 0 for none, -1 for others. */
  private static int zonePrefix(SourceCrs system) {
    int code = system.epsgCode().orElse(0);
    if (4491 <= code && code <= 4501) {
      return code - 4491 + 13;
    }
    if (4513 <= code && code <= 4533) {
      return code - 4513 + 25;
    }
    return (4502 <= code && code <= 4512) || (4534 <= code && code <= 4554) ? 0 : -1;
  }

  private static boolean isEasting(double low, double high, int prefix) {
    double origin = prefix * 1e6;
    return low > origin && high < origin + 1e6;
  }

  private static Look look(Envelope b) {
    if (within(b, 73, 136, 3, 54)) {
      return Look.CHINA_DEGREES;
    }
    if (within(b, 3, 54, 73, 136)) {
      return Look.CHINA_DEGREES_SWAPPED;
    }
    if (within(b, -180, 180, -90, 90)) {
      return Look.DEGREES;
    }
    if (within(b, -90, 90, -180, 180)) {
      return Look.DEGREES_SWAPPED;
    }
    if (northing(b.getMinY(), b.getMaxY())) {
      if (prefixed(b.getMinX(), b.getMaxX())) {
        return Look.ZONED;
      }
      if (unprefixed(b.getMinX(), b.getMaxX())) {
        return Look.ZONE_LOST;
      }
    }
    if (northing(b.getMinX(), b.getMaxX())) {
      if (prefixed(b.getMinY(), b.getMaxY())) {
        return Look.ZONED_SWAPPED;
      }
      if (unprefixed(b.getMinY(), b.getMaxY())) {
        return Look.ZONE_LOST_SWAPPED;
      }
    }
    if (within(b, 8e6, 1.52e7, 3e5, 7.2e6)) {
      return Look.MERCATOR;
    }
    return Look.OTHER;
  }

  private static boolean within(Envelope b, double x0, double x1, double y0, double y1) {
    return b.getMinX() >= x0 && b.getMaxX() <= x1 && b.getMinY() >= y0 && b.getMaxY() <= y1;
  }

  private static boolean northing(double low, double high) {
    return low >= 1e6 && high <= 6.1e6;
  }

  private static boolean unprefixed(double low, double high) {
    return low >= 1e5 && high <= 9e5;
  }

  private static boolean prefixed(double low, double high) {
    int zone = (int) (low / 1e6);
    boolean known = (zone >= 13 && zone <= 23) || (zone >= 25 && zone <= 45);
    return known && isEasting(low, high, zone) && unprefixed(low - zone * 1e6, high - zone * 1e6);
  }

  private static Settled zoned(double easting, boolean swapped) {
    int zone = (int) (easting / 1e6);
    if (zone <= 15) {
      throw FileRefused.needsAnswer(
          "坐标可能是六度带第 " + zone + " 带，也可能是网络墨卡托；请用 --crs 说明（EPSG:" + (4478 + zone) + " 或 EPSG:3857）",
          "the numbers may be 6-degree zone "
              + zone
              + " or Web Mercator; state EPSG:"
              + (4478 + zone)
              + " or EPSG:3857");
    }
    int code = zone >= 25 ? 4513 + zone - 25 : 4491 + zone - 13;
    ReadNotice notice =
        ReadNotice.of(
            FindingCode.ZONE_UNCLEAR,
            0,
            new Words(
                "文件没有说明坐标系；东坐标以带号 " + zone + " 开头",
                "the file states no coordinate system; its eastings begin with zone " + zone),
            new Words("按 EPSG:" + code + " 读取", "read as EPSG:" + code));
    List<ReadNotice> notices =
        new ArrayList<>(swapped ? swapped(SourceCrs.ofEpsg(code)).notices() : List.of());
    notices.add(notice);
    return new Settled(SourceCrs.ofEpsg(code), swapped, notices);
  }

  private static Settled plain(SourceCrs system) {
    return new Settled(system, false, List.of());
  }

  private static Settled swapped(SourceCrs system) {
    return new Settled(
        system,
        true,
        List.of(
            ReadNotice.of(
                FindingCode.AXES_SWAPPED,
                0,
                new Words("文件把北（纬度）写在东（经度）之前", "the file writes north before east"),
                new Words("已对调后读取", "read with the two exchanged"))));
  }

  private static FileRefused contradiction(Envelope bounds, SourceCrs system) {
    return FileRefused.needsAnswer(
        "说明的坐标系是 " + system.name() + "，但坐标值为 " + show(bounds) + "，两者不符；请核对 .prj、crs 成员或 --crs",
        "the stated system is "
            + system.name()
            + " but the numbers are "
            + show(bounds)
            + ": they contradict; check the .prj, the crs member or --crs");
  }

  private static String show(Envelope b) {
    return String.format(
        Locale.ROOT,
        "x %s…%s, y %s…%s",
        trim(b.getMinX()),
        trim(b.getMaxX()),
        trim(b.getMinY()),
        trim(b.getMaxY()));
  }

  private static String trim(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.4f" : "%.0f", value);
  }
}
