/**
 * Who reaches whom on foot, exactly.
 *
 * <p>A place (a building's door, a station's door, a cell of a raster) is <em>linked</em> to the
 * network once: to the nearest edge whose straight access leg crosses no barrier ({@link
 * onegrid.reach.Linker}). A {@link onegrid.reach.ReachGraph} is the network at one walking speed
 * and one hour of the week. {@link onegrid.reach.Reach} answers for all places at once, with one
 * sweep from all stations; {@link onegrid.reach.Pairs} keeps every pair within the limit.
 *
 * <p>All costs are whole <em>walking millimetres</em>: a wait of one second costs as many as one
 * walks in a second. Between two stations at the same cost the one that comes first wins. So there
 * is exactly one right answer, and it does not depend on threads, the order of edges, or the
 * method; the tests compute it a second time, station by station, in another way.
 *
 * <p>Direction: people walk from their home to the station.
 */
@NullMarked
package onegrid.reach;

import org.jspecify.annotations.NullMarked;
