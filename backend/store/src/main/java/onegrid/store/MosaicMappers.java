package onegrid.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.merge.Claim;
import onegrid.merge.ConflictKind;
import onegrid.merge.CrosswalkRow;
import onegrid.merge.DriftUndone;
import onegrid.merge.MergePhase;
import onegrid.merge.MergeReport.LayerReport;
import onegrid.merge.MergeReport.PhaseReport;
import onegrid.merge.MergeRule;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.springframework.jdbc.core.RowMapper;

/** Reads the rows of mosaics. */
final class MosaicMappers {
  static final RowMapper<StoredMosaic> MOSAIC =
      (row, n) ->
          new StoredMosaic(
              row.getLong("id"),
              row.getLong("workspace_id"),
              Database.instant(row, "created_at"),
              row.getInt("units"),
              row.getInt("conflicts"),
              row.getInt("findings"),
              row.getDouble("area_square_metres"),
              row.getInt("buildings"),
              row.getInt("households"),
              row.getInt("people"),
              Database.bounds(row),
              row.getDouble("wall_seconds"));

  static final RowMapper<MosaicInput> INPUT =
      (row, n) ->
          new MosaicInput(
              row.getLong("layer_id"),
              LayerRole.valueOf(row.getString("role")),
              row.getString("letter"),
              row.getInt("hue"),
              new LayerReport(
                  row.getString("name"),
                  row.getInt("cells"),
                  row.getInt("vertices"),
                  row.getDouble("tolerance_metres"),
                  row.getDouble("shift_east_metres"),
                  row.getDouble("shift_north_metres"),
                  row.getDouble("largest_movement_metres"),
                  row.getDouble("p99_movement_metres"),
                  row.getDouble("outside_square_metres"),
                  row.getDouble("gained_square_metres"),
                  row.getDouble("lost_square_metres"),
                  row.getInt("gained_people"),
                  row.getInt("lost_people"),
                  new DriftUndone(
                      row.getDouble("largest_drift_metres"),
                      row.getDouble("mean_drift_metres"),
                      row.getInt("drift_matches"))));

  static final RowMapper<PhaseReport> PHASE =
      (row, n) ->
          new PhaseReport(
              MergePhase.valueOf(row.getString("phase")),
              row.getDouble("wall_seconds"),
              row.getDouble("cpu_seconds"));

  static final RowMapper<MosaicUnit> UNIT =
      (row, n) ->
          new MosaicUnit(
              row.getString("code"),
              row.getString("area_code"),
              (Polygon) Shapes.read(row, "shape"),
              row.getDouble("area_square_metres"),
              Database.maybeTexts(row, "sources"),
              row.getInt("buildings"),
              row.getInt("households"),
              row.getInt("people"));

  static final RowMapper<MosaicArc> ARC =
      (row, n) ->
          new MosaicArc(
              (LineString) Shapes.read(row, "shape"),
              row.getInt("left_unit"),
              row.getInt("right_unit"),
              row.getLong("drawn_by"));

  static final RowMapper<CrosswalkRow> CROSSWALK =
      (row, n) ->
          new CrosswalkRow(
              row.getString("layer"),
              row.getString("source_code"),
              Optional.ofNullable(row.getString("unit_code")),
              row.getDouble("area_square_metres"),
              row.getInt("buildings"),
              row.getInt("households"),
              row.getInt("people"),
              row.getDouble("weight"));

  static final RowMapper<MosaicConflict> CONFLICT =
      (row, n) ->
          new MosaicConflict(
              row.getInt("seq"),
              ConflictKind.valueOf(row.getString("kind")),
              row.getString("layer"),
              row.getString("area_code"),
              (Polygon) Shapes.read(row, "shape"),
              new LonLat(row.getDouble("lon"), row.getDouble("lat")),
              row.getDouble("area_square_metres"),
              row.getDouble("width_metres"),
              row.getInt("buildings"),
              row.getInt("households"),
              row.getInt("people"),
              claims(row, "claim_layers", "claim_codes"),
              MergeRule.valueOf(row.getString("rule")),
              claims(row, "given_layers", "given_codes"));

  private MosaicMappers() {}

  private static List<Claim> claims(ResultSet row, String layers, String codes)
      throws SQLException {
    List<String> layer = Database.texts(row, layers);
    List<String> code = Database.texts(row, codes);
    List<Claim> claims = new ArrayList<>(layer.size());
    for (int i = 0; i < layer.size(); i++) {
      claims.add(new Claim(layer.get(i), code.get(i)));
    }
    return claims;
  }
}
