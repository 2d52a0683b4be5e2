/**
 * 服务圈: whom the service stations reach, building by building, and why they do not reach the rest.
 *
 * <p>A {@link onegrid.coverage.CoverageGround} links buildings and stations to the network once. A
 * {@link onegrid.coverage.Scenario} says how fast people walk, how long, when, and which stations
 * count. {@link onegrid.coverage.Coverage#of} answers for every building, by three measures side by
 * side: the straight radius of the standard, the straight line lengthened by a detour factor, and
 * the way through the network. {@link onegrid.coverage.CoverageReport} sums it up; {@link
 * onegrid.coverage.ServiceAreas} draws it. The drawing is never the answer.
 */
@NullMarked
package onegrid.coverage;

import org.jspecify.annotations.NullMarked;
