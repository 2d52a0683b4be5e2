package onegrid.server.coverage;

import java.util.List;
import onegrid.store.BaseMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Finds the community that a shape lies in, in degrees. */
final class Communities {
  private record One(String code, IndexedPointInAreaLocator area) {}

  private final STRtree tree = new STRtree();

  Communities(List<BaseMap.Division> communities) {
    communities.forEach(
        c ->
            tree.insert(
                c.shape().getEnvelopeInternal(),
                new One(c.code(), new IndexedPointInAreaLocator(c.shape()))));
    tree.build();
  }

  /** Its code, the lower of two; empty for none. */
  String at(Geometry shape) {
    Coordinate place = shape.getInteriorPoint().getCoordinate();
    String found = "";
    for (Object each : tree.query(new Envelope(place))) {
      One one = (One) each;
      if ((found.isEmpty() || one.code().compareTo(found) < 0)
          && one.area().locate(place) != Location.EXTERIOR) {
        found = one.code();
      }
    }
    return found;
  }
}
