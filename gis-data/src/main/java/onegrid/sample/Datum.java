package onegrid.sample;

/** The datum that a department's file is written in; coordinates here are always true metres. */
public enum Datum {
  /** The national datum, equal to WGS 84 at our accuracy. */
  CGCS2000,
  /** The shifted datum of public maps: whoever writes the file applies the shift. */
  GCJ02
}
