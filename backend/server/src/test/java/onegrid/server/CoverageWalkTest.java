package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import onegrid.server.chromium.Clerk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * The way of a street officer, in one sitting and in a real Chromium: who is outside the ten-minute
 * circle, why, and what a new station would change. Each step stands on the one before.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CoverageWalkTest {
  /** Who is covered on foot, in the unit that is chosen; the others are for paper. */
  private static final String SHOWN = ".measures:not(.paper-only) .main td:nth-child(2)";

  private static final String PASSWORD = "梧桐-leaf-42-雨";

  private final WalkStage stage = new WalkStage("fenyi");
  private final RunningServer server = stage.server;
  private final PageCheck walk = stage.walk;

  @AfterAll
  void close() {
    stage.close();
  }

  @Test
  @Order(1)
  void theSampleCanBeAskedAtOnce() {
    new Clerk(walk.page, "http://127.0.0.1:" + server.port())
        .setUp(server.setUpToken(), "赵街办", PASSWORD);
    walk.page.until("document.querySelectorAll('.layer').length === 4");
    walk.page.until("document.querySelectorAll('.ground-part').length === 8");
    walk.page.press("u");
    walk.page.until("document.querySelector('.ground-roles')");
    walk.page.click("input[value=GATES]");
    walk.see("29-ground");
    long begun = System.nanoTime();
    walk.page.press("3");
    walk.page.until("document.querySelector('.coverage-form')");
    said("from pressing 覆盖 to the question", begun);
    walk.see("30-coverage-question");
    begun = System.nanoTime();
    walk.page.click(".coverage-form .primary");
    walk.page.until("document.querySelector('.coverage-summary')");
    said("from asking to the figures", begun);
    walk.page.until("document.querySelector('.pockets li')");
    walk.rest();
    said("from asking to the whole picture", begun);
    walk.see("31-coverage");
    walk.isFaultless();
  }

  private static void said(String what, long begunNanos) {
    System.out.printf("%s: %.0f ms%n", what, (System.nanoTime() - begunNanos) / 1e6);
  }

  @Test
  @Order(2)
  void thePageSaysTheNumbersOfTheAnswer() {
    JsonNode answer = walk.page.value("fetch('/api/coverages/1').then((a) => a.json())");
    JsonNode figures = answer.path("report").path("figures");
    long covered = 0;
    for (JsonNode figure : figures) {
      if (figure.path("by").asString().equals("ALL")
          && figure.path("measure").asString().equals("NETWORK")) {
        covered = figure.path("people").path("covered").asLong();
      }
    }
    assertEquals(covered, number(SHOWN));
    JsonNode inside = answer.path("report").path("radiusAgainstNetwork").get(0).path("people");
    assertEquals(inside.path("covered").asLong(), number(".field-cell.both b"));
    assertEquals(inside.path("notCovered").asLong(), number(".field-cell.paperOnly b"));
    assertTrue(walk.page.text(".assumption").contains("步行 1.20 米/秒"));
    int all = walk.mapPrint();
    walk.page.click("button.field-cell.footOnly");
    assertEquals(
        "true",
        walk.page
            .value("document.querySelector('.field-cell.footOnly').getAttribute('aria-pressed')")
            .asString());
    walk.page.click("button.field-cell.footOnly");
    assertTrue(all != 0);
    walk.page.click(".unit-switch button:nth-child(3)");
    assertNotEquals(covered, number(SHOWN));
    walk.page.click(".unit-switch button:nth-child(1)");
    walk.isFaultless();
  }

  @Test
  @Order(3)
  void aPocketIsShownWithItsWayAndABuildingWithItsStations() {
    walk.page.press("n");
    walk.page.until("document.querySelector('.conflict-card')");
    walk.page.until("document.querySelector('.leaflet-marks-pane path[stroke-dasharray]')");
    walk.see("32-pocket");
    double[] ringed = ringed();
    walk.page.clickAt(ringed[0], ringed[1]);
    walk.page.until("document.querySelector('.building-card')");
    assertTrue(walk.page.text(".building-card h2").contains("未覆盖"));
    assertTrue(walk.page.has(".near button"));
    walk.see("33-building");
    walk.isFaultless();
  }

  @Test
  @Order(4)
  void aNewStationMovesTheFiguresAndIsTakenBack() {
    String before = walk.page.text(".try-bar");
    walk.page.press("a");
    double[] middle = mapMiddle();
    walk.page.clickAt(middle[0] + 60, middle[1] + 40);
    walk.page.until("document.querySelector('.try-figures .better')");
    walk.page.until("document.querySelector('.station.added')");
    assertTrue(number(".try-figures b") > 0, walk.page.text(".try-bar"));
    walk.see("34-new-station");
    walk.page.press("z");
    walk.page.until("document.querySelector('.try-figures b').hidden");
    assertEquals(before, walk.page.text(".try-bar"));
    walk.isFaultless();
  }

  @Test
  @Order(5)
  void draggingIsFollowedWithinFiftyMilliseconds() {
    JsonNode took =
        walk.page.value(
            """
            (async () => {
              const { whatIfs, coverageStations } = await import('/server/coverages.js');
              const station = (await coverageStations(1))[0];
              const all = [];
              const inside = [];
              let told = () => {};
              const asking = whatIfs(1, (answer) => told(answer), (error) => { throw error; });
              for (let i = 0; i < 60; i++) {
                const begun = performance.now();
                const question = { moves: [{ station: station.id, lon: station.lon + i * 2e-5, lat: station.lat }], adds: [], closes: [], gates: [], newGates: [] };
                const answer = await new Promise((done) => { told = done; asking.ask(question); });
                all.push(performance.now() - begun);
                inside.push(answer.tookMicroseconds / 1000);
              }
              asking.end();
              const rising = (a, b) => a - b;
              return [...all.sort(rising), ...inside.sort(rising)];
            })()
            """);
    double median = took.get(30).asDouble();
    System.out.printf(
        "what if, page to page: median %.1f ms, worst %.1f ms; in the engine %.1f and %.1f ms%n",
        median, took.get(59).asDouble(), took.get(90).asDouble(), took.get(119).asDouble());
    assertTrue(median <= 50, "median of 60 questions: " + median + " ms");
  }

  @Test
  @Order(6)
  void whatWasNoticedAboutTheGroundIsShownAndAGateIsTriedInAWall() {
    walk.page.click(".noticed");
    walk.page.until("document.querySelector('.ground-findings .findings li')");
    walk.see("37-ground-findings");
    walk.page.click(".ground-findings header button");
    walk.page.press("n");
    walk.page.until("document.querySelector('.conflict-card')");
    double[] pocket = ringed();
    // From the middle of a walled compound outwards: where no wall is near, the page says so.
    for (int away = 0; away < 9 && !walk.page.has(".gate-mark.new"); away++) {
      walk.page.value("document.querySelector('.left .trouble')?.remove() ?? true");
      walk.page.press("g");
      walk.page.until("document.querySelector('.placing')");
      long begun = System.nanoTime();
      walk.page.clickAt(pocket[0], pocket[1] - 30 * away);
      walk.page.until(
          "document.querySelector('.gate-mark.new') || document.querySelector('.left .trouble')");
      said("a new gate tried", begun);
    }
    assertTrue(walk.page.has(".gate-mark.new"), walk.page.text(".left .trouble"));
    walk.see("38-new-gate");
    walk.page.press("z");
    walk.isFaultless();
  }

  @Test
  @Order(7)
  void anotherQuestionIsAskedInEnglishToo() {
    walk.page.click(".language a:nth-child(2)");
    walk.page.until("document.querySelector('.coverage-summary')");
    walk.page.until("document.querySelector('.pockets li')");
    walk.see("35-english");
    walk.page.click(".again summary");
    walk.page.value("document.querySelector('select[name=minutes]').value = '5'");
    walk.page.click(".coverage-form .primary");
    walk.page.until("document.querySelectorAll('.result-line option').length === 2");
    walk.page.until("document.querySelector('.pockets li')");
    assertTrue(walk.page.text(".assumption").contains("for 5 minutes"));
    walk.see("36-five-minutes");
    walk.isFaultless();
    walk.stayedAtHome();
  }

  /** Where the ring around the pocket stands; other sizes of the page have moved the map. */
  private double[] ringed() {
    walk.rest();
    JsonNode at =
        walk.page.value(
            "(() => { const b = document.querySelector('.leaflet-marks-pane path[d*=\"a15\"]')"
                + ".getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()");
    return new double[] {at.get(0).asDouble(), at.get(1).asDouble()};
  }

  private double[] mapMiddle() {
    walk.rest();
    JsonNode box =
        walk.page.value(
            "(() => { const b = document.querySelector('.map').getBoundingClientRect();"
                + " return [b.x + b.width / 2, b.y + b.height / 2]; })()");
    return new double[] {box.get(0).asDouble(), box.get(1).asDouble()};
  }

  /** The first number of a text: of 1,234 / 5,678 the part that is covered. */
  private long number(String selector) {
    String first = walk.page.text(selector).replaceAll("(?s)^[^0-9]*([0-9,]*).*$", "$1");
    return Long.parseLong(first.replace(",", ""));
  }
}
