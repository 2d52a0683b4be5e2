package onegrid.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onegrid.store.BaseMap.Border;
import onegrid.store.BaseMap.Building;
import onegrid.store.BaseMap.Compound;
import onegrid.store.BaseMap.CompoundAge;
import onegrid.store.BaseMap.Criterion;
import onegrid.store.BaseMap.Division;
import onegrid.store.BaseMap.DivisionLevel;
import onegrid.store.BaseMap.Station;
import org.locationtech.jts.geom.Point;

/** Keeps what stands in a workspace: the ground under every layer. */
public final class PlaceStore {
  private static final List<String> TABLES =
      List.of(
          "division",
          "compound",
          "building",
          "gate",
          "road",
          "water",
          "railway",
          "barrier",
          "crossing",
          "protected_border",
          "landmark",
          "station",
          "duty",
          "post",
          "department",
          "ground");

  private final Database database;
  private final AuditStore audit;

  PlaceStore(Database database, AuditStore audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * Puts a base map in the place of the one before, all or nothing.
   *
   * @throws ShapeRefused if a shape cannot be kept
   * @throws org.springframework.dao.DataIntegrityViolationException if a shape is not valid, a code
   *     is repeated, or there is no such workspace
   */
  public void load(long workspaceId, BaseMap map, String actor) {
    database.write(
        () -> {
          for (String table : TABLES) {
            database
                .sql("DELETE FROM onegrid." + table + " WHERE workspace_id = :id")
                .param("id", workspaceId)
                .update();
          }
          new PlaceRows(database, workspaceId).write(map);
          Shapes.Box box = new Shapes.Box();
          map.divisions().forEach(division -> box.accept(division.shape()));
          map.buildings().forEach(building -> box.accept(building.footprint()));
          map.roads().forEach(road -> box.accept(road.line()));
          Database.box(
                  database.sql(
                      """
                      UPDATE onegrid.workspace SET west = :west::float8, south = :south::float8,
                        east = :east::float8, north = :north::float8, version = version + 1,
                        division_code = CASE division_code WHEN '' THEN :division
                          ELSE division_code END
                      WHERE id = :id
                      """),
                  box.envelope)
              .param("id", workspaceId)
              .param("division", top(map))
              .update();
          audit.append(
              actor,
              "place.load",
              "workspace " + workspaceId,
              map.divisions().size() + " divisions, " + map.buildings().size() + " buildings");
          return true;
        });
  }

  /** The parts of the ground that can be handed in by themselves. */
  public GroundParts parts() {
    return new GroundParts(database, audit);
  }

  /** The one county of a map; empty when there are more or none, or its code is not one. */
  private static String top(BaseMap map) {
    List<String> counties =
        map.divisions().stream()
            .filter(division -> division.level() == DivisionLevel.COUNTY)
            .map(Division::code)
            .filter(code -> code.matches("[0-9]{2,15}"))
            .toList();
    return counties.size() == 1 ? counties.get(0) : "";
  }

  /** The divisions above communities on all ground in scope, by code. */
  public List<DivisionName> divisionNames() {
    return database
        .sql(
            """
            SELECT DISTINCT ON (v.code) v.code, v.name, v.level FROM onegrid.division v
            JOIN onegrid.workspace w ON w.id = v.workspace_id
            WHERE v.level <> 'COMMUNITY' AND\s"""
                + Scope.SEES
                + " ORDER BY v.code, v.workspace_id LIMIT 5000")
        .params(Scope.parameters())
        .query(
            (row, n) ->
                new DivisionName(
                    row.getString("code"),
                    row.getString("name"),
                    DivisionLevel.valueOf(row.getString("level"))))
        .list();
  }

  /** Whether a department, by code or name, is one of the place or of an account. */
  public boolean knowsDepartment(long workspaceId, String department) {
    return database
        .sql(
            """
            SELECT EXISTS (SELECT 1 FROM onegrid.department
                WHERE workspace_id = :id AND :department IN (code, name))
              OR EXISTS (SELECT 1 FROM onegrid.account WHERE :department = ANY (departments))
            """)
        .param("id", workspaceId)
        .param("department", department)
        .query(Boolean.class)
        .single();
  }

  /** What a division is called. */
  public record DivisionName(String code, String name, DivisionLevel level) {}

  /** The buildings with the households and people in them, by code. */
  public List<Building> buildings(long workspaceId) {
    List<Building> buildings = new ArrayList<>();
    database.stream(
        """
        SELECT code, compound_code, floors, households, people, shape FROM onegrid.building
        WHERE workspace_id = :id ORDER BY code
        """,
        workspaceId,
        (row, n) ->
            new Building(
                row.getString("code"),
                Optional.ofNullable(row.getString("compound_code")),
                row.getInt("floors"),
                row.getInt("households"),
                row.getInt("people"),
                Shapes.area(row, "shape")),
        buildings::add);
    return buildings;
  }

  /** The divisions of one level, by code. */
  public List<Division> divisions(long workspaceId, DivisionLevel level) {
    return database
        .sql(
            """
            SELECT code, name, parent_code, shape FROM onegrid.division
            WHERE workspace_id = :id AND level = :level ORDER BY code
            """)
        .param("id", workspaceId)
        .param("level", level.name())
        .query(
            (row, n) ->
                new Division(
                    level,
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("parent_code"),
                    Shapes.area(row, "shape")))
        .list();
  }

  /** The compounds, by code. */
  public List<Compound> compounds(long workspaceId) {
    return database
        .sql(
            """
            SELECT code, name, age, community_code, kind, walled, shape FROM onegrid.compound
            WHERE workspace_id = :id ORDER BY code
            """)
        .param("id", workspaceId)
        .query(
            (row, n) ->
                new Compound(
                    row.getString("code"),
                    row.getString("name"),
                    CompoundAge.valueOf(row.getString("age")),
                    row.getString("community_code"),
                    row.getString("kind"),
                    row.getBoolean("walled"),
                    Shapes.area(row, "shape")))
        .list();
  }

  /** The protected borders, in the order in which they were handed in. */
  public List<Border> borders(long workspaceId) {
    return database
        .sql(
            """
            SELECT name, shape FROM onegrid.protected_border
            WHERE workspace_id = :id ORDER BY seq
            """)
        .param("id", workspaceId)
        .query((row, n) -> new Border(row.getString("name"), Shapes.read(row, "shape")))
        .list();
  }

  /** What one walks on, through, over and around. */
  public WalkPlaces walks() {
    return new WalkPlaces(database);
  }

  /** The stations, by code. */
  public List<Station> stations(long workspaceId) {
    return database
        .sql(
            """
            SELECT code, name, kind, criteria, hours, items, capacity, shape FROM onegrid.station
            WHERE workspace_id = :id ORDER BY code
            """)
        .param("id", workspaceId)
        .query(
            (row, n) ->
                new Station(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("kind"),
                    Database.texts(row, "criteria").stream()
                        .map(Criterion::valueOf)
                        .collect(Collectors.toSet()),
                    row.getString("hours"),
                    Database.texts(row, "items"),
                    Database.maybeInt(row, "capacity"),
                    (Point) Shapes.read(row, "shape")))
        .list();
  }
}
