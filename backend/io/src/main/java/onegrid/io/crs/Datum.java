package onegrid.io.crs;

import onegrid.finding.Words;

/** Where a layer's zero is: the truth, or the truth as public maps shift it. */
public enum Datum {
  /** Unshifted. */
  CGCS2000("CGCS2000", "CGCS2000") {
    @Override
    public void shift(double[] lonLat) {}

    @Override
    public void unshift(double[] lonLat) {}
  },
  /** The shift of Amap, Tencent and others. */
  GCJ02("火星坐标 GCJ-02（高德、腾讯）", "GCJ-02 (Amap, Tencent)") {
    @Override
    public void shift(double[] lonLat) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        Gcj02.fromCgcs2000(lonLat, i);
      }
    }

    @Override
    public void unshift(double[] lonLat) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        Gcj02.toCgcs2000(lonLat, i);
      }
    }
  },
  /** The shift of Baidu, on top of GCJ-02. */
  BD09("百度坐标 BD-09", "BD-09 (Baidu)") {
    @Override
    public void shift(double[] lonLat) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        Gcj02.fromCgcs2000(lonLat, i);
        Bd09.fromGcj02(lonLat, i);
      }
    }

    @Override
    public void unshift(double[] lonLat) {
      for (int i = 0; i + 1 < lonLat.length; i += 2) {
        Bd09.toGcj02(lonLat, i);
        Gcj02.toCgcs2000(lonLat, i);
      }
    }
  };

  private final Words title;

  Datum(String zh, String en) {
    this.title = new Words(zh, en);
  }

  public Words title() {
    return title;
  }

  /** From CGCS2000 to this, in place; longitudes and latitudes alternate. */
  public abstract void shift(double[] lonLat);

  /** From this to CGCS2000 within a millimetre, in place; longitudes and latitudes alternate. */
  public abstract void unshift(double[] lonLat);
}
