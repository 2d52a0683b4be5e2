package onegrid.store;

import java.util.List;

/** Writes a base map, table by table. */
final class PlaceRows {
  private final Database database;
  private final long workspaceId;

  PlaceRows(Database database, long workspaceId) {
    this.database = database;
    this.workspaceId = workspaceId;
  }

  void write(BaseMap map) {
    copy(
        "division (workspace_id, code, level, name, parent_code, shape)",
        map.divisions(),
        (row, seq, division) ->
            row.text(division.code())
                .text(division.level().name())
                .text(division.name())
                .text(division.parentCode())
                .shape(Shapes.multi(division.shape())));
    copy(
        "compound (workspace_id, code, name, age, community_code, kind, walled, shape)",
        map.compounds(),
        (row, seq, compound) ->
            row.text(compound.code())
                .text(compound.name())
                .text(compound.age().name())
                .text(compound.communityCode())
                .text(compound.kind())
                .bool(compound.walled())
                .shape(Shapes.multi(compound.shape())));
    copy(
        "building (workspace_id, code, compound_code, floors, households, people, shape)",
        map.buildings(),
        (row, seq, building) ->
            row.text(building.code())
                .text(building.compoundCode())
                .integer(building.floors())
                .integer(building.households())
                .integer(building.people())
                .shape(Shapes.multi(building.footprint())));
    copy(
        "gate (workspace_id, code, compound_code, hours, own_people_only, shape)",
        map.gates(),
        (row, seq, gate) ->
            row.text(gate.code())
                .text(gate.compoundCode())
                .text(gate.hours())
                .bool(gate.residentsOnly())
                .shape(gate.at()));
    ways(map);
    stations(map);
    staff(map);
  }

  private void ways(BaseMap map) {
    copy(
        "road (workspace_id, seq, class, name, bridge, tunnel, level, one_way, shape)",
        map.roads(),
        (row, seq, road) ->
            row.integer(seq)
                .smallint(road.roadClass())
                .text(road.name())
                .bool(road.bridge())
                .bool(road.tunnel())
                .smallint(road.level())
                .smallint(road.oneWay())
                .shape(road.line()));
    copy(
        "crossing (workspace_id, seq, kind, shape)",
        map.crossings(),
        (row, seq, crossing) -> row.integer(seq).text(crossing.kind().name()).shape(crossing.at()));
    copy(
        "protected_border (workspace_id, seq, name, shape)",
        map.borders(),
        (row, seq, border) -> row.integer(seq).text(border.name()).shape(border.shape()));
    copy(
        "water (workspace_id, seq, name, shape)",
        map.waters(),
        (row, seq, water) ->
            row.integer(seq).text(water.name()).shape(Shapes.multi(water.shape())));
    copy(
        "railway (workspace_id, seq, name, shape)",
        map.railways(),
        (row, seq, railway) -> row.integer(seq).text(railway.name()).shape(railway.line()));
    copy(
        "barrier (workspace_id, seq, kind, name, with_roads, shape)",
        map.barriers(),
        (row, seq, barrier) ->
            row.integer(seq)
                .text(barrier.kind().name())
                .text(barrier.name())
                .bool(barrier.withRoads())
                .shape(barrier.line()));
    copy(
        "landmark (workspace_id, seq, kind, name, shape)",
        map.landmarks(),
        (row, seq, landmark) ->
            row.integer(seq)
                .text(landmark.kind().name())
                .text(landmark.name())
                .shape(landmark.at()));
  }

  private void stations(BaseMap map) {
    copy(
        "station (workspace_id, code, name, kind, criteria, hours, items, capacity, shape)",
        map.stations(),
        (row, seq, station) ->
            row.text(station.code())
                .text(station.name())
                .text(station.kind())
                .texts(station.criteria().stream().map(Enum::name).sorted().toList())
                .text(station.hours())
                .texts(station.items())
                .integer(station.capacity())
                .shape(station.at()));
  }

  private void staff(BaseMap map) {
    copy(
        "department (workspace_id, code, name)",
        map.departments(),
        (row, seq, department) -> row.text(department.code()).text(department.name()));
    copy(
        "post (workspace_id, code, department_code, title, division_code, places, filled)",
        map.posts(),
        (row, seq, post) ->
            row.text(post.code())
                .text(post.departmentCode())
                .text(post.title())
                .text(post.divisionCode())
                .integer(post.places())
                .integer(post.filled()));
    copy(
        "duty (workspace_id, code, department_code, item)",
        map.duties(),
        (row, seq, duty) -> row.text(duty.code()).text(duty.departmentCode()).text(duty.item()));
  }

  /** Every table begins with the workspace. */
  private <T> void copy(String target, List<T> items, Database.RowWriter<T> writer) {
    database.copy(
        "COPY onegrid." + target + " FROM STDIN (FORMAT binary)",
        items,
        (row, seq, item) -> writer.write(row.bigint(workspaceId), seq, item));
  }
}
