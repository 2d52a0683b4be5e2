package onegrid.store;

/**
 * A group of buildings that a kept answer leaves uncovered.
 *
 * @param seq its rank, from 1: most people first
 * @param communityName empty when no division has that code
 * @param station the nearest on foot, empty for none within an hour
 * @param seconds how long that takes, -1 for none
 * @param metres how far that is, -1 for none
 * @param straightStation the nearest as the crow flies, empty for none
 * @param straightMetres how far that is, -1 for none
 * @param obstacle what is in the way, as core names it
 */
public record CoveragePocket(
    int seq,
    String name,
    String compoundCode,
    String communityCode,
    String communityName,
    int buildings,
    long households,
    long people,
    String station,
    int seconds,
    double metres,
    String straightStation,
    double straightMetres,
    String obstacle,
    String obstacleName,
    LonLat at) {}
