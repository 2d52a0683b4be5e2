package onegrid.io.table;

import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.noding.MCIndexSegmentSetMutualIntersector;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.SegmentStringUtil;

/**
 * Whether the borders of two shapes cross more often than an overlay of them is worth: that takes
 * the time of what comes out of it, not of what goes in.
 */
public final class CrossingCount implements SegmentIntersector {
  private final LineIntersector meeting = new RobustLineIntersector();
  private final int most;
  private int found;

  private CrossingCount(int most) {
    this.most = most;
  }

  /** Stops counting at the limit; shared borders and touches are no crossings. */
  public static boolean exceeds(Geometry one, Geometry other, int most) {
    CrossingCount count = new CrossingCount(most);
    new MCIndexSegmentSetMutualIntersector(SegmentStringUtil.extractSegmentStrings(one))
        .process(SegmentStringUtil.extractSegmentStrings(other), count);
    return count.isDone();
  }

  @Override
  public void processIntersections(SegmentString a, int i, SegmentString b, int j) {
    meeting.computeIntersection(
        a.getCoordinate(i), a.getCoordinate(i + 1), b.getCoordinate(j), b.getCoordinate(j + 1));
    if (meeting.hasIntersection() && meeting.isProper()) {
      found++;
    }
  }

  @Override
  public boolean isDone() {
    return found > most;
  }
}
