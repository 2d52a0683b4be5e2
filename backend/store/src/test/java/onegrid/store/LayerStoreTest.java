package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.springframework.dao.DataIntegrityViolationException;

class LayerStoreTest {
  private static final Stores STORES = TestDatabase.stores();
  private static final SquareCity CITY = new SquareCity(3, 2);
  private long workspace;

  @BeforeEach
  void open() {
    workspace = STORES.workspaces().create("兰山", true, "test").id();
  }

  @Test
  void cellsComeBackAsTheyWereDrawn() {
    LayerDraft draft = CITY.layer(workspace, "综治");
    Layer layer = STORES.layers().save(draft, "test");
    List<DrawnCell> cells = STORES.layers().cells(layer.id());
    assertEquals(6, cells.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(draft.cells().get(i).code(), cells.get(i).code());
      assertTrue(draft.cells().get(i).shape().equalsExact(cells.get(i).shape()));
    }
    assertEquals("首格", cells.get(0).name());
    assertFalse(cells.get(1).shape().isValid());
  }

  @Test
  void partsStayParts() {
    MultiPolygon two =
        SquareCity.FACTORY.createMultiPolygon(
            new Polygon[] {SquareCity.square(0, 0, 1), SquareCity.square(5, 5, 1)});
    Layer layer = STORES.layers().save(only(two), "test");
    assertTrue(two.equalsExact(STORES.layers().cells(layer.id()).get(0).shape()));
  }

  @Test
  void theHeaderSaysWhatTheLayerIs() {
    Layer layer = STORES.layers().save(CITY.layer(workspace, "综治"), "test");
    assertEquals(layer, STORES.layers().find(layer.id()).orElseThrow());
    assertEquals("综", layer.letter());
    assertEquals(6, layer.cells());
    assertEquals(30, layer.vertices());
    assertEquals(60_000, layer.areaSquareMetres());
    assertEquals(List.of(0, 2, 1), List.of(layer.errors(), layer.warnings(), layer.infos()));
    Bounds bounds = layer.bounds().orElseThrow();
    assertEquals(SquareCity.WEST, bounds.west());
    assertEquals(SquareCity.SOUTH + 2 * SquareCity.SIDE, bounds.north());
    assertEquals(Optional.of(bounds), STORES.workspaces().find(workspace).orElseThrow().bounds());
  }

  @Test
  void everyLayerHasARankAHueAndALetterOfItsOwn() {
    for (String name : List.of("综治", "综合执法", "城管")) {
      STORES.layers().save(CITY.layer(workspace, name), "test");
    }
    STORES.layers().save(CITY.area(workspace), "test");
    List<Layer> layers = STORES.layers().list(workspace);
    assertEquals(List.of("社", "综", "合", "城"), layers.stream().map(Layer::letter).toList());
    assertEquals(List.of(0, 0, 1, 2), layers.stream().map(Layer::rank).toList());
    assertEquals(List.of(3, 0, 1, 2), layers.stream().map(Layer::hue).toList());
  }

  @Test
  void ranksAreGivenOnlyToTheWholeList() {
    long a = STORES.layers().save(CITY.layer(workspace, "甲"), "test").id();
    long b = STORES.layers().save(CITY.layer(workspace, "乙"), "test").id();
    assertFalse(STORES.layers().reorder(workspace, List.of(b), "test"));
    assertFalse(STORES.layers().reorder(workspace, List.of(b, b), "test"));
    assertTrue(STORES.layers().reorder(workspace, List.of(b, a), "test"));
    assertEquals(List.of(b, a), STORES.layers().list(workspace).stream().map(Layer::id).toList());
  }

  @Test
  void findingsAreCountedAndTurnedPageByPage() {
    long id = STORES.layers().save(CITY.layer(workspace, "综治"), "test").id();
    assertEquals(
        List.of(
            new FindingCount(FindingCode.CODE_REPEATED, 2),
            new FindingCount(FindingCode.RING_CROSSES_ITSELF, 1)),
        STORES.layers().findingCounts(id));
    Page<PlacedFinding> page =
        STORES.layers().findings(id, Optional.of(FindingCode.CODE_REPEATED), new Slice(1, 1));
    assertEquals(2, page.total());
    assertEquals(1, page.items().size());
    assertEquals(
        SquareCity.finding(FindingCode.RING_CROSSES_ITSELF, "综治", Optional.of(CITY.middle(1, 0))),
        STORES.layers().findings(id, Optional.empty(), new Slice(10, 0)).items().get(0));
  }

  @Test
  void nothingIsLeftOfALayerThatIsRefused() {
    LayerDraft good = CITY.layer(workspace, "综治");
    Polygon far = SquareCity.square(1e6, 0, 1);
    assertThrows(ShapeRefused.class, () -> STORES.layers().save(only(far), "test"));
    LayerDraft nul =
        new LayerDraft(
            workspace,
            "坏",
            LayerRole.DEPARTMENT,
            "",
            "",
            0,
            good.cells(),
            List.of(SquareCity.finding(FindingCode.CODE_MISSING, "\0", Optional.empty())));
    assertThrows(IllegalArgumentException.class, () -> STORES.layers().save(nul, "test"));
    assertThrows(
        DataIntegrityViolationException.class,
        () -> STORES.layers().save(CITY.layer(-1, "综治"), "test"));
    assertTrue(STORES.layers().list(workspace).isEmpty());
  }

  @Test
  void aDeletedLayerIsGone() {
    long id = STORES.layers().save(CITY.layer(workspace, "综治"), "test").id();
    assertTrue(STORES.layers().delete(id, "test"));
    assertFalse(STORES.layers().delete(id, "test"));
    assertTrue(STORES.layers().cells(id).isEmpty());
    assertTrue(STORES.layers().findingCounts(id).isEmpty());
  }

  @Test
  void neighboursMostlyDiffer() {
    List<Geometry> squares = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      squares.add(SquareCity.square(i % 20, i / 20, 1));
    }
    byte[] tints = Tints.byBoxes(squares);
    int alike = 0;
    for (int i = 0; i < 380; i++) {
      alike += tints[i] == tints[i + 20] ? 1 : 0;
      alike += i % 20 < 19 && tints[i] == tints[i + 1] ? 1 : 0;
    }
    assertTrue(alike < 40, alike + " of 760 pairs are alike");
  }

  private LayerDraft only(Geometry shape) {
    return new LayerDraft(
        workspace,
        "民政",
        LayerRole.DEPARTMENT,
        "m.kml",
        "EPSG:4490",
        1,
        List.of(new DrawnCell("1", "", 1, shape)),
        List.of());
  }

  @Test
  void theGateSaysWhatIsWrong() {
    Polygon metres =
        SquareCity.FACTORY.createPolygon(
            new Coordinate[] {
              new Coordinate(500_000, 3_900_000),
              new Coordinate(500_100, 3_900_000),
              new Coordinate(500_000, 3_900_100),
              new Coordinate(500_000, 3_900_000)
            });
    assertTrue(ShapeGate.refusal(metres).orElseThrow().en().contains("500000.0"));
    Polygon nan = SquareCity.square(0, 0, Double.NaN);
    assertTrue(ShapeGate.refusal(nan).isPresent());
    Polygon framed = SquareCity.square(0, 0, 1);
    framed.setSRID(4548);
    assertTrue(ShapeGate.refusal(framed).orElseThrow().en().contains("EPSG:4548"));
    assertTrue(ShapeGate.refusal(SquareCity.FACTORY.createPolygon()).isPresent());
    assertTrue(ShapeGate.refusal(SquareCity.bowTie()).isEmpty());
  }
}
