package onegrid.store;

import java.util.ArrayList;
import java.util.List;
import onegrid.store.BaseMap.Barrier;
import onegrid.store.BaseMap.BarrierKind;
import onegrid.store.BaseMap.Crossing;
import onegrid.store.BaseMap.CrossingKind;
import onegrid.store.BaseMap.Gate;
import onegrid.store.BaseMap.Railway;
import onegrid.store.BaseMap.Road;
import onegrid.store.BaseMap.Water;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.springframework.jdbc.core.RowMapper;

/** Reads what one walks on in a workspace, through which gates, and what lies in the way. */
public final class WalkPlaces {
  private final Database database;

  WalkPlaces(Database database) {
    this.database = database;
  }

  /** The roads, in the order in which they were handed in. */
  public List<Road> roads(long workspaceId) {
    return all(
        """
        SELECT class, name, bridge, tunnel, level, one_way, shape FROM onegrid.road
        WHERE workspace_id = :id ORDER BY seq
        """,
        workspaceId,
        (row, n) ->
            new Road(
                row.getInt("class"),
                row.getString("name"),
                row.getBoolean("bridge"),
                row.getBoolean("tunnel"),
                row.getInt("level"),
                row.getInt("one_way"),
                (LineString) Shapes.read(row, "shape")));
  }

  /** The gates, by code. */
  public List<Gate> gates(long workspaceId) {
    return all(
        """
        SELECT code, compound_code, hours, own_people_only, shape FROM onegrid.gate
        WHERE workspace_id = :id ORDER BY code
        """,
        workspaceId,
        (row, n) ->
            new Gate(
                row.getString("code"),
                row.getString("compound_code"),
                row.getString("hours"),
                row.getBoolean("own_people_only"),
                (Point) Shapes.read(row, "shape")));
  }

  /** The crossings, in the order in which they were handed in. */
  public List<Crossing> crossings(long workspaceId) {
    return all(
        "SELECT kind, shape FROM onegrid.crossing WHERE workspace_id = :id ORDER BY seq",
        workspaceId,
        (row, n) ->
            new Crossing(
                CrossingKind.valueOf(row.getString("kind")), (Point) Shapes.read(row, "shape")));
  }

  /** Rivers and lakes, in the order in which they were handed in. */
  public List<Water> waters(long workspaceId) {
    return all(
        "SELECT name, shape FROM onegrid.water WHERE workspace_id = :id ORDER BY seq",
        workspaceId,
        (row, n) -> new Water(row.getString("name"), Shapes.area(row, "shape")));
  }

  /** Railways, in the order in which they were handed in. */
  public List<Railway> railways(long workspaceId) {
    return all(
        "SELECT name, shape FROM onegrid.railway WHERE workspace_id = :id ORDER BY seq",
        workspaceId,
        (row, n) -> new Railway(row.getString("name"), (LineString) Shapes.read(row, "shape")));
  }

  /** Other barriers, in the order in which they were handed in. */
  public List<Barrier> barriers(long workspaceId) {
    return all(
        """
        SELECT kind, name, with_roads, shape FROM onegrid.barrier
        WHERE workspace_id = :id ORDER BY with_roads, seq
        """,
        workspaceId,
        (row, n) ->
            new Barrier(
                BarrierKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("with_roads"),
                (LineString) Shapes.read(row, "shape")));
  }

  private <T> List<T> all(String sql, long workspaceId, RowMapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    database.stream(sql, workspaceId, mapper, rows::add);
    return rows;
  }
}
