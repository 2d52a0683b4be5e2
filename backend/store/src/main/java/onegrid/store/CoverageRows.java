package onegrid.store;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;

/** Writes and reads the rows of an answer. */
final class CoverageRows {
  static final RowMapper<CoveragePocket> POCKET =
      (row, n) ->
          new CoveragePocket(
              row.getInt("seq"),
              row.getString("name"),
              row.getString("compound_code"),
              row.getString("community_code"),
              row.getString("community_name"),
              row.getInt("buildings"),
              row.getLong("households"),
              row.getLong("people"),
              row.getString("station"),
              row.getInt("seconds"),
              row.getDouble("metres"),
              row.getString("straight_station"),
              row.getDouble("straight_metres"),
              row.getString("obstacle"),
              row.getString("obstacle_name"),
              new LonLat(row.getDouble("lon"), row.getDouble("lat")));

  static final RowMapper<CoverageBuilding> BUILDING =
      (row, n) ->
          new CoverageBuilding(
              row.getString("code"),
              row.getInt("state"),
              row.getBoolean("on_paper"),
              row.getString("reason"),
              row.getString("station"),
              row.getInt("seconds"),
              row.getDouble("metres"),
              row.getString("straight_station"),
              row.getDouble("straight_metres"),
              row.getInt("households"),
              row.getInt("people"),
              Shapes.area(row, "shape"));

  private final Database database;
  private final long id;

  CoverageRows(Database database, long id) {
    this.database = database;
    this.id = id;
  }

  void write(CoverageDraft draft) {
    copy(
        "coverage_building (coverage_id, seq, code, state, on_paper, reason, station, seconds,"
            + " metres, straight_station, straight_metres, households, people, shape)",
        draft.buildings(),
        (row, seq, b) ->
            row.integer(seq)
                .text(b.code())
                .smallint(b.state())
                .bool(b.onPaper())
                .text(b.reason())
                .text(b.station())
                .integer(b.seconds())
                .real(b.metres())
                .text(b.straightStation())
                .real(b.straightMetres())
                .integer(b.households())
                .integer(b.people())
                .shape(Shapes.multi(b.footprint())));
    copy(
        "coverage_band (coverage_id, seq, limit_seconds, shape)",
        draft.bands(),
        (row, seq, band) -> row.integer(seq).integer(band.limitSeconds()).shape(band.part()));
    copy(
        "coverage_pocket (coverage_id, seq, name, compound_code, community_code, buildings,"
            + " households, people, station, seconds, metres, straight_station, straight_metres,"
            + " obstacle, obstacle_name, lon, lat)",
        draft.pockets(),
        (row, seq, p) ->
            row.integer(p.seq())
                .text(p.name())
                .text(p.compoundCode())
                .text(p.communityCode())
                .integer(p.buildings())
                .bigint(p.households())
                .bigint(p.people())
                .text(p.station())
                .integer(p.seconds())
                .real(p.metres())
                .text(p.straightStation())
                .real(p.straightMetres())
                .text(p.obstacle())
                .text(p.obstacleName())
                .real(p.at().lon())
                .real(p.at().lat()));
  }

  private <T> void copy(String target, List<T> items, Database.RowWriter<T> writer) {
    database.copy(
        "COPY onegrid." + target + " FROM STDIN (FORMAT binary)",
        items,
        (row, seq, item) -> writer.write(row.bigint(id), seq, item));
  }
}
