package onegrid.sample;

import java.util.OptionalInt;

/**
 * How a department's file is to be written, mistakes included. The geometries do not show these
 * mistakes: whoever writes the file makes them.
 *
 * @param format the kind of file
 * @param charset the encoding of its words
 * @param charsetDeclared whether the file says so
 * @param declaredEpsg the coordinate system that the file claims; none when it is silent
 * @param axesSwapped whether north comes before east
 * @param ringsUnclosed whether the last vertex of each ring is left out
 * @param arcs whether bends come as arcs of CAD
 * @param degreeDecimals decimals of longitude and latitude; none for a file in metres
 * @param codesAsNumbers whether codes are number cells
 */
public record Handover(
    Format format,
    String charset,
    boolean charsetDeclared,
    OptionalInt declaredEpsg,
    boolean axesSwapped,
    boolean ringsUnclosed,
    boolean arcs,
    OptionalInt degreeDecimals,
    boolean codesAsNumbers) {

  /** Kinds of files. */
  public enum Format {
    GEOJSON,
    SHAPEFILE,
    CSV,
    DXF
  }

  /** A file without a mistake. */
  static Handover flawless(int epsgCode) {
    return new Handover(
        Format.GEOJSON,
        "UTF-8",
        true,
        OptionalInt.of(epsgCode),
        false,
        false,
        false,
        OptionalInt.empty(),
        false);
  }
}
