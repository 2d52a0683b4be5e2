package onegrid.store;

import java.util.List;
import onegrid.merge.Claim;
import onegrid.merge.MergeReport.LayerReport;
import onegrid.mosaic.Arc;

/** Writes the result of a merge, table by table. */
final class MosaicRows {
  private final Database database;
  private final long mosaicId;

  MosaicRows(Database database, long mosaicId) {
    this.database = database;
    this.mosaicId = mosaicId;
  }

  void write(MosaicDraft draft) {
    inputs(draft);
    units(draft);
    copy(
        "arc (mosaic_id, seq, left_unit, right_unit, drawn_by, layers, shape)",
        draft.arcs(),
        (row, arc) ->
            row.integer(arc.left())
                .integer(arc.right())
                .bigint(arc.drawnBy())
                .smallint(Long.bitCount(arc.drawnBy() & ~Arc.PROTECTED))
                .shape(arc.line()));
    copy(
        """
        crosswalk (mosaic_id, seq, layer, source_code, unit_code, area_square_metres,
          buildings, households, people, weight)\
        """,
        draft.crosswalk(),
        (row, cross) ->
            row.text(cross.layer())
                .text(cross.sourceCode())
                .text(cross.unitId())
                .real(cross.areaSquareMetres())
                .integer(cross.buildings())
                .integer(cross.households())
                .integer(cross.people())
                .real(cross.weight()));
    conflicts(draft);
  }

  private void inputs(MosaicDraft draft) {
    copy(
        """
        mosaic_input (mosaic_id, seq, layer_id, role, letter, hue, name, cells, vertices,
          tolerance_metres, shift_east_metres, shift_north_metres, largest_movement_metres,
          p99_movement_metres, outside_square_metres, gained_square_metres, lost_square_metres,
          gained_people, lost_people, largest_drift_metres, mean_drift_metres, drift_matches)\
        """,
        draft.inputs(),
        (row, input) -> {
          LayerReport report = input.report();
          row.bigint(input.layerId()).text(input.role().name()).text(input.letter());
          row.smallint(input.hue()).text(report.name());
          row.integer(report.cells()).integer(report.vertices());
          row.real(report.toleranceMetres());
          row.real(report.shiftEastMetres()).real(report.shiftNorthMetres());
          row.real(report.largestMovementMetres()).real(report.p99MovementMetres());
          row.real(report.outsideSquareMetres());
          row.real(report.gainedSquareMetres()).real(report.lostSquareMetres());
          row.integer(report.gainedPeople()).integer(report.lostPeople());
          row.real(report.drift().largestMetres()).real(report.drift().meanMetres());
          row.integer(report.drift().matches());
        });
    copy(
        "mosaic_phase (mosaic_id, seq, phase, wall_seconds, cpu_seconds)",
        draft.report().phases(),
        (row, phase) ->
            row.text(phase.phase().name()).real(phase.wallSeconds()).real(phase.cpuSeconds()));
  }

  private void units(MosaicDraft draft) {
    byte[] tints = Tints.byArcs(draft.units().size(), draft.arcs());
    database.copy(
        """
        COPY onegrid.unit (mosaic_id, seq, code, area_code, area_square_metres, sources,
          buildings, households, people, tint, shape) FROM STDIN (FORMAT binary)
        """,
        draft.units(),
        (row, seq, unit) ->
            row.bigint(mosaicId)
                .integer(seq)
                .text(unit.id())
                .text(unit.areaCode())
                .real(unit.areaSquareMetres())
                .maybeTexts(unit.sources())
                .integer(unit.buildings())
                .integer(unit.households())
                .integer(unit.people())
                .smallint(tints[seq])
                .shape(unit.shape()));
  }

  private void conflicts(MosaicDraft draft) {
    database.copy(
        """
        COPY onegrid.conflict (mosaic_id, seq, kind, layer, area_code, lon, lat,
          area_square_metres, width_metres, buildings, households, people, claim_layers,
          claim_codes, rule, given_layers, given_codes, shape) FROM STDIN (FORMAT binary)
        """,
        draft.conflicts(),
        (row, seq, conflict) -> {
          row.bigint(mosaicId).integer(conflict.id()).text(conflict.kind().name());
          row.text(conflict.layer()).text(conflict.areaCode());
          row.real(conflict.at().lon()).real(conflict.at().lat());
          row.real(conflict.areaSquareMetres()).real(conflict.widthMetres());
          row.integer(conflict.buildings()).integer(conflict.households());
          row.integer(conflict.people());
          claims(row, conflict.claims());
          row.text(conflict.rule().name());
          claims(row, conflict.givenTo());
          row.shape(conflict.shape());
        });
  }

  private static void claims(CopyRow row, List<Claim> claims) {
    row.texts(claims.stream().map(Claim::layer).toList());
    row.texts(claims.stream().map(Claim::sourceCode).toList());
  }

  /** Every table begins with the mosaic and a number counted from 0. */
  private <T> void copy(String target, List<T> items, Fields<T> fields) {
    database.copy(
        "COPY onegrid." + target + " FROM STDIN (FORMAT binary)",
        items,
        (row, seq, item) -> fields.write(row.bigint(mosaicId).integer(seq), item));
  }

  private interface Fields<T> {
    void write(CopyRow row, T item);
  }
}
