package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** The second line of defence: what the tables say to someone who goes around the gate. */
class ShapeConstraintTest {
  private static final String GOOD =
      "ST_GeomFromText('POLYGON((118 35,118.1 35,118.1 35.1,118 35))',4490)";
  private static final DataSource SOURCE = TestDatabase.empty();
  private static final Stores STORES = Stores.open(SOURCE);
  private static final Database DATABASE = new Database(SOURCE);
  private static final long WORKSPACE = STORES.workspaces().create("甲", true, "test").id();
  private static final long MOSAIC =
      STORES.mosaics().save(new SquareCity(1, 1).mosaic(WORKSPACE, List.of(), 0), "test").id();
  private static final long LAYER =
      STORES.layers().save(new SquareCity(2, 1).layer(WORKSPACE, "综治"), "test").id();
  private static int seq = 100;

  @Test
  void aGoodShapeIsKept() {
    assertDoesNotThrow(() -> unit(GOOD));
    assertDoesNotThrow(() -> cell("ST_Multi(" + GOOD + ")"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // A NaN and an infinity in the middle of the ring, where no bounding box shows them.
        "ST_SetPoint(%s,1,ST_MakePoint('NaN',35))",
        "ST_SetPoint(%s,1,ST_MakePoint('Infinity',35))",
        "ST_SetPoint(%s,1,ST_MakePoint(118.1,'-Infinity'))",
        // Web mercator, a swapped pair, the zero point.
        "ST_SetPoint(%s,1,ST_MakePoint(13135000,35))",
        "ST_SetPoint(%s,1,ST_MakePoint(35,118))",
        "ST_SetPoint(%s,1,ST_MakePoint(0,0))"
      })
  void noBadVertexIsKept(String change) {
    String ring = change.formatted("ST_ExteriorRing(" + GOOD + ")");
    String polygon = "ST_SetSRID(ST_MakePolygon(" + ring + "),4490)";
    assertThrows(DataAccessException.class, () -> unit(polygon));
    assertThrows(DataAccessException.class, () -> cell("ST_Multi(" + polygon + ")"));
  }

  @Test
  void nothingHugeAndNothingEmptyIsKept() {
    String huge = "ST_Segmentize(" + GOOD + ", 0.000002)";
    assertThrows(DataAccessException.class, () -> unit(huge));
    assertThrows(DataAccessException.class, () -> cell("ST_Multi(" + huge + ")"));
    assertThrows(DataAccessException.class, () -> unit("ST_GeomFromText('POLYGON EMPTY',4490)"));
  }

  @Test
  void anotherFrameIsRefusedByTheType() {
    assertThrows(DataAccessException.class, () -> unit("ST_SetSRID(" + GOOD + ",4326)"));
    assertThrows(DataAccessException.class, () -> unit("ST_SetSRID(" + GOOD + ",4548)"));
  }

  @Test
  void onlyCellsMayCrossThemselves() {
    String bowTie = "ST_GeomFromText('POLYGON((118 35,118.1 35.1,118.1 35,118 35.1,118 35))',4490)";
    assertThrows(DataAccessException.class, () -> unit(bowTie));
    assertDoesNotThrow(() -> cell("ST_Multi(" + bowTie + ")"));
  }

  @Test
  void anArcHasALength() {
    assertDoesNotThrow(() -> arc("LINESTRING(118 35,118.1 35)"));
    assertThrows(DataAccessException.class, () -> arc("LINESTRING(118 35,118 35)"));
    assertThrows(DataAccessException.class, () -> arc("LINESTRING(118 35,NaN 35,118.1 35)"));
  }

  private static void unit(String shape) {
    DATABASE
        .sql(
            """
            INSERT INTO onegrid.unit (mosaic_id, seq, code, area_code, area_square_metres, sources,
              buildings, households, people, tint, shape)
            VALUES (:id, :seq, 'u', '', 1, '{}', 0, 0, 0, 0, %s)
            """
                .formatted(shape))
        .param("id", MOSAIC)
        .param("seq", seq++)
        .update();
  }

  private static void cell(String shape) {
    DATABASE
        .sql(
            """
            INSERT INTO onegrid.cell (layer_id, seq, code, name, feature, tint, shape)
            VALUES (:id, :seq, 'c', '', 1, 0, %s)
            """
                .formatted(shape))
        .param("id", LAYER)
        .param("seq", seq++)
        .update();
  }

  private static void arc(String line) {
    DATABASE
        .sql(
            """
            INSERT INTO onegrid.arc (mosaic_id, seq, left_unit, right_unit, drawn_by, layers, shape)
            VALUES (:id, :seq, 0, -1, 1, 1, ST_GeomFromText('%s', 4490))
            """
                .formatted(line))
        .param("id", MOSAIC)
        .param("seq", seq++)
        .update();
  }
}
