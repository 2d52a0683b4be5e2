package onegrid.store;

import java.util.List;

/** Keeps the grid cells of published versions. They never change. */
public final class CellStore {
  private final Database database;

  CellStore(Database database) {
    this.database = database;
  }

  /**
   * Keeps the cells of a mosaic, in the transaction that makes it, and tells its units which they
   * are of, for the tiles.
   */
  public void save(long mosaicId, List<GridCellRow> cells) {
    database.copy(
        """
        COPY onegrid.grid_cell (mosaic_id, seq, code, name, kind, area_code, retired, units)
        FROM STDIN (FORMAT binary)
        """,
        cells,
        (row, seq, cell) ->
            row.bigint(mosaicId)
                .integer(seq)
                .text(cell.code())
                .text(cell.name())
                .text(cell.kind())
                .text(cell.areaCode())
                .bool(cell.retired())
                .texts(cell.units()));
    database
        .sql(
            """
            UPDATE onegrid.unit u SET cell = c.code
            FROM (SELECT code, unnest(units) AS unit FROM onegrid.grid_cell
              WHERE mosaic_id = :mosaic) c
            WHERE u.mosaic_id = :mosaic AND u.code = c.unit
            """)
        .param("mosaic", mosaicId)
        .update();
  }

  /** The cells of a mosaic, in the order they were kept; none for a merge. */
  public List<GridCellRow> list(long mosaicId) {
    return database
        .sql("SELECT * FROM onegrid.grid_cell WHERE mosaic_id = :mosaic ORDER BY seq")
        .param("mosaic", mosaicId)
        .query(
            (row, n) ->
                new GridCellRow(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("area_code"),
                    row.getBoolean("retired"),
                    Database.texts(row, "units")))
        .list();
  }
}
