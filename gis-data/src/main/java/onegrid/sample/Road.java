package onegrid.sample;

import org.locationtech.jts.geom.LineString;

/**
 * A stretch of a made-up road, along its middle. Roads meet in shared vertices, so they form a
 * network as they are.
 *
 * @param code R and five digits
 * @param name its invented name, empty for short lanes
 * @param roadClass 1 main road, 2 secondary road, 3 lane
 * @param bridge whether it leads over the river or the railway
 * @param line metres
 */
public record Road(String code, String name, int roadClass, boolean bridge, LineString line) {}
