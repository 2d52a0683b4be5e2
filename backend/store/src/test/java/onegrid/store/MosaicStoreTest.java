package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.finding.FindingCode;
import onegrid.merge.ConflictKind;
import onegrid.merge.CrosswalkRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class MosaicStoreTest {
  private static final Stores STORES = TestDatabase.stores();
  private static final SquareCity CITY = new SquareCity(20, 10);

  private long workspace;
  private List<MosaicInput> inputs = List.of();
  private MosaicDraft draft = CITY.mosaic(1, List.of(), 0);
  private long mosaic;

  @BeforeEach
  void save() {
    workspace = STORES.workspaces().create("兰山", true, "test").id();
    Layer area = STORES.layers().save(CITY.area(workspace), "test");
    Layer drawn = STORES.layers().save(CITY.layer(workspace, "综治"), "test");
    inputs =
        List.of(
            MosaicInput.of(area, SquareCity.report("社区")),
            MosaicInput.of(drawn, SquareCity.report("综治")));
    draft = CITY.mosaic(workspace, inputs, 30);
    mosaic = STORES.mosaics().save(draft, "test").id();
  }

  @Test
  void theNumbersComeBack() {
    StoredMosaic found = STORES.mosaics().find(mosaic).orElseThrow();
    assertEquals(200, found.units());
    assertEquals(30, found.conflicts());
    assertEquals(2, found.findings());
    assertEquals(200 * 10_000.25, found.areaSquareMetres());
    assertEquals(6000, found.people());
    assertEquals(4.25, found.wallSeconds());
    assertEquals(SquareCity.WEST, found.bounds().orElseThrow().west());
    assertEquals(inputs, STORES.mosaics().inputs(mosaic));
    assertEquals(draft.report().phases(), STORES.mosaics().phases(mosaic));
    assertEquals(Optional.of("{ \"units\":  200 }"), STORES.mosaics().reportJson(mosaic));
    assertEquals(List.of(found), STORES.mosaics().list(workspace));
  }

  @Test
  void everyRowComesBackInItsOrder() {
    List<MosaicUnit> units = new ArrayList<>();
    STORES.mosaics().units(mosaic, units::add);
    assertEquals(draft.units(), units);
    List<MosaicArc> arcs = new ArrayList<>();
    STORES.mosaics().arcs(mosaic, arcs::add);
    assertEquals(draft.arcs(), arcs);
    List<CrosswalkRow> crosswalk = new ArrayList<>();
    STORES.mosaics().crosswalk(mosaic, crosswalk::add);
    assertEquals(draft.crosswalk(), crosswalk);
    List<MosaicConflict> conflicts = new ArrayList<>();
    STORES.mosaics().conflicts(mosaic, conflicts::add);
    assertEquals(draft.conflicts(), conflicts);
    List<PlacedFinding> findings = new ArrayList<>();
    STORES.mosaics().findings(mosaic, findings::add);
    assertEquals(draft.findings(), findings);
  }

  @Test
  void conflictsWithMostPeopleComeFirst() {
    Page<MosaicConflict> page =
        STORES.mosaics().conflicts(mosaic, Optional.empty(), Optional.empty(), new Slice(5, 0));
    assertEquals(30, page.total());
    assertEquals(List.of(7, 14, 21, 28, 6), page.items().stream().map(MosaicConflict::id).toList());
    assertEquals(
        15,
        STORES
            .mosaics()
            .conflicts(
                mosaic, Optional.of(ConflictKind.OVERLAP), Optional.of("党建"), new Slice(5, 0))
            .total());
    assertEquals(
        0,
        STORES
            .mosaics()
            .conflicts(mosaic, Optional.empty(), Optional.of("城管"), new Slice(5, 0))
            .total());
    assertEquals(
        30, STORES.mosaics().conflictCounts(mosaic).stream().mapToInt(ConflictCount::count).sum());
  }

  @Test
  void findingsAreCountedByCode() {
    assertEquals(
        List.of(
            new FindingCount(FindingCode.UNCLAIMED, 1),
            new FindingCount(FindingCode.LAYER_SHIFTED, 1)),
        STORES.mosaics().findingCounts(mosaic));
    assertEquals(
        1,
        STORES
            .mosaics()
            .findings(mosaic, Optional.of(FindingCode.UNCLAIMED), new Slice(9, 0))
            .total());
  }

  @Test
  void aPlaceHasOneUnitAndTheCellsThatWereDrawnThere() {
    assertEquals(
        draft.units().get(43), STORES.mosaics().unitAt(mosaic, CITY.middle(3, 2)).orElseThrow());
    assertTrue(STORES.mosaics().unitAt(mosaic, CITY.middle(-1, 2)).isEmpty());
    LonLat corner =
        new LonLat(SquareCity.WEST + 3 * SquareCity.SIDE, SquareCity.SOUTH + 2 * SquareCity.SIDE);
    assertTrue(STORES.mosaics().unitAt(mosaic, corner).isPresent());
    List<CellsHere> here = STORES.mosaics().cellsAt(mosaic, CITY.middle(3, 2));
    assertEquals(List.of("社区", "综治"), here.stream().map(CellsHere::layer).toList());
    assertEquals(List.of("371302001100"), here.get(0).codes());
    assertEquals(List.of("综治43"), here.get(1).codes());
    assertTrue(STORES.mosaics().cellsAt(mosaic, CITY.middle(-5, 0)).get(1).codes().isEmpty());
  }

  @Test
  void aMosaicOutlivesItsLayers() {
    STORES.layers().delete(inputs.get(1).layerId(), "test");
    assertEquals(inputs, STORES.mosaics().inputs(mosaic));
    assertTrue(STORES.mosaics().cellsAt(mosaic, CITY.middle(3, 2)).get(1).codes().isEmpty());
  }

  @Test
  void nothingIsLeftOfAMosaicThatIsRefusedOrDeleted() {
    List<MosaicUnit> crossed = new ArrayList<>(draft.units());
    MosaicUnit last = crossed.get(199);
    crossed.set(
        199,
        new MosaicUnit(
            last.id(), last.areaCode(), SquareCity.bowTie(), 1, last.sources(), 0, 0, 0));
    MosaicDraft bad =
        new MosaicDraft(
            workspace,
            inputs,
            crossed,
            draft.arcs(),
            draft.crosswalk(),
            draft.conflicts(),
            draft.findings(),
            draft.report(),
            draft.reportJson(),
            1);
    assertThrows(DataIntegrityViolationException.class, () -> STORES.mosaics().save(bad, "test"));
    assertEquals(1, STORES.mosaics().list(workspace).size());
    assertTrue(STORES.mosaics().delete(mosaic, "test"));
    assertFalse(STORES.mosaics().delete(mosaic, "test"));
    List<Object> left = new ArrayList<>();
    STORES.mosaics().units(mosaic, left::add);
    STORES.mosaics().arcs(mosaic, left::add);
    STORES.mosaics().crosswalk(mosaic, left::add);
    STORES.mosaics().conflicts(mosaic, left::add);
    STORES.mosaics().findings(mosaic, left::add);
    assertEquals(List.of(), left);
  }

  @Test
  void aWholeDistrictIsKeptInSeconds() {
    SquareCity district = new SquareCity(120, 118);
    MosaicDraft big = district.mosaic(workspace, inputs, 8_000);
    long start = System.nanoTime();
    StoredMosaic saved = STORES.mosaics().save(big, "test");
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d units, %d arcs, %d crosswalk rows, %d conflicts kept in %.2f s%n",
        saved.units(), big.arcs().size(), big.crosswalk().size(), saved.conflicts(), seconds);
    assertTrue(seconds < 15, seconds + " s");
  }
}
