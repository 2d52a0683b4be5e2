package onegrid.store;

/** What stands in a workspace, counted. */
public record PlaceCounts(
    int communities, int compounds, int buildings, int households, int people, int stations) {}
