package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import onegrid.server.chromium.Clerk;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The states of 覆盖 in which there is not yet an answer, and the tables of one: nothing to ask
 * about, waiting, a run that failed, a full station, every field of the radius against the network,
 * kinds and service items, the sheet of paper. Each step stands on the one before.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CoverageStatesTest {
  private static final int SHEET_WIDTH = 703;
  private static final int SHEET_HEIGHT = 2600;

  private final RunningServer server = new RunningServer();
  private final PageCheck walk;
  private final Clerk clerk;

  CoverageStatesTest() {
    server.start();
    walk = new PageCheck(server.port());
    clerk = new Clerk(walk.page, "http://127.0.0.1:" + server.port());
  }

  @AfterAll
  void close() {
    walk.close();
    server.close();
  }

  @Test
  @Order(1)
  void withoutAnythingToAskAboutThePageSaysWhatIsNeeded() {
    clerk.setUp(server.setUpToken(), "赵街办", "梧桐-leaf-42-雨");
    clerk.workspace("空白街道");
    walk.page.press("3");
    walk.page.untilSaid("还没有可以计算的底图");
    assertTrue(walk.page.text(".status").contains("导入道路"), walk.page.text(".status"));
    walk.see("60-coverage-empty");
    walk.page.click(".left .empty .primary");
    walk.page.untilSaid("还没有图层");
    walk.isFaultless();
  }

  @Test
  @Order(2)
  void aRunThatFailsSaysWhyAndLetsOneAskAgain() {
    long bare = clerk.workspace("没有道路");
    SquareCity city = new SquareCity(12, 6);
    fill(bare, city, false);
    walk.go("/?w=" + bare);
    walk.page.until("document.querySelector('.frame')");
    walk.rest();
    walk.page.press("3");
    walk.page.until("document.querySelector('.coverage-form')");
    walk.page.click(".coverage-form .primary");
    walk.page.until("document.querySelector('.left .trouble')");
    assertTrue(walk.page.text(".left").contains("请先导入道路"), walk.page.text(".left"));
    walk.page.until("!document.querySelector('.coverage-form .primary').disabled");
    walk.see("61-coverage-failed");
    walk.isFaultless();
  }

  @Test
  @Order(3)
  void whileItReadsItSaysSo() {
    long full = clerk.workspace("齐备街道");
    fill(full, new SquareCity(12, 6), true);
    walk.go("/?w=" + full);
    walk.page.until("document.querySelector('.frame')");
    walk.rest();
    walk.page.value(
        "(() => { const ask = window.fetch; window.fetch = (...a) => String(a[0]).includes('/coverages')"
            + " ? new Promise((go) => (window.letGo = go)).then(() => ask(...a)) : ask(...a); return 1; })()");
    walk.page.press("3");
    walk.page.until("document.querySelector('.left .waiting')");
    walk.page.picture(java.nio.file.Path.of("target", "screenshots", "62-coverage-loading.png"));
    assertTrue(walk.page.text(".left").contains("正在读取"), walk.page.text(".left"));
    walk.go("/?w=" + full);
    walk.page.until("document.querySelector('.frame')");
    walk.rest();
    walk.page.press("3");
    walk.page.until("document.querySelector('.coverage-form')");
    walk.page.type("input[name=capacity]", "60");
    walk.page.click(".coverage-form .primary");
    walk.page.until("document.querySelector('.coverage-summary')");
    walk.page.until("document.querySelector('.pockets li')");
    assertTrue(walk.page.text(".coverage-summary").contains("步行且每站 60 人"));
    walk.see("63-coverage-room");
    walk.isFaultless();
  }

  @Test
  @Order(4)
  void everyFieldOfTheRadiusAgainstTheNetworkIsShownOnTheMap() {
    int all = walk.mapPrint();
    int shown = 0;
    for (String field : List.of("both", "paperOnly", "footOnly", "neither")) {
      String cell = "button.field-cell." + field;
      int people = Integer.parseInt(walk.page.text(cell + " b").replace(",", ""));
      walk.page.click(cell);
      walk.page.until("document.querySelector('" + cell + "[aria-pressed=true]')");
      // Those left out are red without a field too; those reached are drawn only by theirs.
      boolean reached = field.equals("both") || field.equals("footOnly");
      if (people > 0 && reached) {
        shown++;
        walk.page.until("look.mapPrint() !== " + all);
      }
      if (field.equals("both")) {
        walk.see("64-coverage-both");
      }
      walk.page.click(cell);
      walk.page.until("look.mapPrint() === " + all);
    }
    assertTrue(shown >= 1, shown + " fields of people who are reached");
    walk.rest();
    walk.isFaultless();
  }

  @Test
  @Order(5)
  void kindsAndServiceItemsHaveFiguresAndAStationSaysItsItems() {
    choosePart("ITEM");
    walk.page.until("document.querySelector('.parts').innerText.includes('医保')");
    assertTrue(walk.page.text(".parts").contains("社保"), walk.page.text(".parts"));
    walk.see("65-coverage-items");
    choosePart("KIND");
    walk.page.until("document.querySelector('.parts').innerText.includes('红帆驿站')");
    for (int n = 0; n < 3 && !walk.page.has(".station.near"); n++) {
      walk.page.click(".leaflet-control-zoom-in");
      walk.rest();
    }
    walk.page.value("document.querySelector('.station[title*=阳光驿站]').click() ?? true");
    walk.page.until("document.querySelector('.items summary')");
    walk.page.click(".items summary");
    assertTrue(walk.page.text(".items").contains("医保、社保"), walk.page.text(".items"));
    walk.see("66-coverage-station");
    walk.isFaultless();
  }

  private void choosePart(String by) {
    walk.page.value(
        "(() => { const s = document.querySelector('.parts-head select'); s.value = '"
            + by
            + "'; s.dispatchEvent(new Event('change')); return s.value; })()");
  }

  @Test
  @Order(6)
  void theSheetOfPaperHoldsAllUnitsTheAssumptionTheVersionsAndTheTruthOfTheDrawing() {
    walk.page.press("Escape");
    walk.page.value("window.print = () => (window.printed = true)");
    walk.page.click(".result-line button");
    walk.page.until("window.printed");
    walk.page.size(SHEET_WIDTH, SHEET_HEIGHT);
    walk.page.onPaper(true);
    walk.measure("67-coverage-paper");
    String sheet = walk.page.text("body");
    for (String said :
        List.of(
            "口径（人）", "口径（户）", "口径（楼栋）", "步行 1.20 米/秒", "查准", "查全", "路网 ", "内部使用", "分项 · 站点类别")) {
      assertTrue(sheet.contains(said), said + " in " + sheet);
    }
    JsonNode answer = walk.page.value("fetch('/api/coverages/1').then((a) => a.json())");
    for (String version : List.of("networkVersion", "placesVersion")) {
      String start = answer.path(version).asString().substring(0, 12);
      assertTrue(sheet.contains(start), version);
    }
    walk.page.value("dispatchEvent(new Event('afterprint'))");
    walk.page.onPaper(false);
    walk.page.size(1366, 768);
    walk.rest();
    assertFalse(walk.page.has(".printing"));
    assertEquals(List.of(), walk.page.faults());
    walk.stayedAtHome();
  }

  private void fill(long workspace, SquareCity city, boolean roads) {
    var stores = server.stores();
    stores.workspaces().setFrame(workspace, 4548, "test");
    var ground = city.baseMap();
    stores
        .places()
        .load(
            workspace,
            roads ? ground : OpenCity.with(ground, List.of(), ground.stations()),
            "test");
  }
}
