package onegrid.sample;

import org.locationtech.jts.geom.Coordinate;

/** How somebody drew the streets: a line for each edge of the street net. */
interface Drawing {

  /** The line of an edge from its first node to its second, both included; never changed. */
  Coordinate[] line(int edge);
}
