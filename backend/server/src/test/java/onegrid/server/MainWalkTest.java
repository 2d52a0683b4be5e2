package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import onegrid.server.chromium.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The way of a person who opens OneGrid for the first time, in one sitting and in a real Chromium:
 * from the set-up link to the disagreements of a merged district. Each step stands on the one
 * before.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainWalkTest {
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
  void theLinkOfTheTerminalMakesTheAdministrator() {
    walk.go("/#setup=" + server.setUpToken());
    walk.page.untilSaid("建立管理员");
    walk.see("01-setup");
    walk.page.type("#name", "周敏");
    walk.page.type("#password", "short");
    walk.page.type("#again", "different");
    walk.page.click(".gate .primary");
    walk.page.untilSaid("密码至少要 10 个字符");
    walk.see("02-setup-refused");
    walk.page.value("document.querySelector('#password').value = ''");
    walk.page.value("document.querySelector('#again').value = ''");
    walk.page.type("#password", PASSWORD);
    walk.page.type("#again", PASSWORD);
    walk.page.press("Enter");
    walk.page.until("document.querySelector('.frame')");
    assertTrue(walk.page.text(".top").contains("周敏"));
    walk.isFaultless();
  }

  @Test
  @Order(2)
  void theSampleOpensByItselfWithItsLayers() {
    walk.page.until("document.querySelectorAll('.layer').length === 4");
    assertTrue(walk.page.text(".top").contains("虚构样例"));
    for (String department : List.of("社区", "综治", "党建", "城管")) {
      assertTrue(walk.page.text(".layers").contains(department), department);
    }
    walk.see("03-layers");
    assertTrue(walk.page.value("look.labels()").asInt() > 10, "the map names nothing");
    walk.page.click(".layer:nth-child(3) .layer-main");
    walk.page.until("document.querySelector('.findings-box')");
    assertTrue(walk.page.text(".layer.open").contains("来源"));
    walk.see("04-layer-chosen");
    walk.isFaultless();
  }

  @Test
  @Order(3)
  void aMergeRunsAndIsCounted() {
    walk.page.press("2");
    walk.page.untilSaid("开始合并");
    walk.see("05-before-the-first-merge");
    walk.page.value(
        """
        window.reached = [];
        new MutationObserver(() => {
          const bar = document.querySelector('.job progress');
          if (bar) reached.push(bar.value);
        }).observe(document.querySelector('.left'), { subtree: true, childList: true, attributes: true });
        undefined
        """);
    walk.page.click(".merge-form .primary");
    walk.page.until("document.querySelector('.summary .figures')");
    walk.see("06-merged");
    assertTrue(
        walk.page.value("reached.some((share) => share > 0)").asBoolean(), "no progress was seen");
    String figures = walk.page.text(".summary .figures");
    JsonNode mosaic = walk.page.value("fetch('/api/mosaics/1').then((answer) => answer.json())");
    assertEquals(mosaic.path("units").asInt(), number(".summary .figures div:nth-child(1) b"));
    assertEquals(mosaic.path("people").asInt(), number(".summary .figures div:nth-child(3) b"));
    assertTrue(figures.contains("统一单元"), figures);
    assertTrue(mosaic.path("units").asInt() > 100, figures);
    assertTrue(walk.page.text(".conflict-box > header").matches("(?s).*[1-9][0-9,]* 处.*"));
    int all =
        walk.page
            .value("fetch('/api/mosaics/1/conflicts?limit=1').then((answer) => answer.json())")
            .path("total")
            .asInt();
    assertEquals(
        Math.min(100, all),
        walk.page.value("document.querySelectorAll('.conflicts li').length").asInt(),
        "more is read only as one scrolls");
    walk.isFaultless();
  }

  @Test
  @Order(4)
  void spaceHeldShowsWhatWasThereBefore() {
    int after = walk.mapPrint();
    walk.page.keyDown(" ");
    walk.page.until("document.querySelector('.peek[aria-pressed=true]')");
    walk.page.untilSaid("合并前");
    int before = walk.mapPrint();
    assertNotEquals(after, before, "the map does not change");
    walk.measure("07-before-held");
    walk.page.keyUp(" ");
    walk.page.until("document.querySelector('.peek[aria-pressed=false]')");
    assertEquals(after, walk.mapPrint(), "the map does not come back");
    walk.isFaultless();
  }

  @Test
  @Order(5)
  void aDisagreementIsGoneToAndExplained() {
    String place = walk.page.value("location.hash").asString();
    walk.page.click(".conflicts li:first-child");
    walk.page.until("document.querySelector('.conflict-card')");
    walk.page.until("location.hash !== " + Page.quoted(place));
    String card = walk.page.text(".conflict-card");
    for (String words : List.of("谁画了什么", "按哪条规则", "现在归谁")) {
      assertTrue(card.contains(words), card);
    }
    assertTrue(walk.page.text(".conflict-card .rule").length() > 4, card);
    assertTrue(
        walk.page.value("document.querySelectorAll('.conflict-card .claims li').length").asInt()
            > 0,
        card);
    walk.see("08-disagreement");
    walk.page.press("n");
    walk.page.until("document.querySelector('.conflict-card header')?.innerText.includes('2 /')");
    walk.page.press("Escape");
    walk.page.until("!document.querySelector('.conflict-card')");
    walk.page.clickAt(700, 380);
    walk.page.until("document.querySelector('.card .changes, .card .empty-title, .card h2')");
    walk.see("09-unit");
    walk.isFaultless();
  }

  @Test
  @Order(6)
  void everythingIsSaidInEnglishToo() {
    walk.page.press("Escape");
    walk.page.click(".language a:not([aria-current])");
    walk.page.untilSaid("Disagreements");
    walk.page.until("document.querySelector('.summary .figures')");
    walk.see("10-english");
    walk.page.click(".conflicts li:first-child");
    walk.page.untilSaid("Who drew what");
    walk.see("11-english-disagreement");
    walk.page.press("1");
    walk.page.until("document.querySelectorAll('.layer').length === 4");
    walk.see("12-english-layers");
    walk.page.click(".language a:not([aria-current])");
    walk.page.untilSaid("图层");
    walk.isFaultless();
  }

  @Test
  @Order(7)
  void aBrokenFileIsAnsweredAtItsPlace(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("坏文件.geojson"), "{\"type\":\"FeatureColl");
    walk.page.until("document.querySelectorAll('.layer').length === 4");
    walk.page.press("u");
    walk.page.until("document.querySelector('form.upload')");
    walk.see("13-upload");
    walk.page.choose("#files", List.of(file));
    walk.page.untilSaid("坏文件.geojson");
    walk.page.click("form.upload .primary");
    walk.page.until("document.querySelector('.left .trouble')");
    String said = walk.page.text(".left .trouble");
    assertTrue(said.contains("坏文件.geojson") || said.contains("GeoJSON"), said);
    walk.see("14-upload-refused");
    walk.isFaultless();
  }

  @Test
  @Order(8)
  void whatIsEmptySaysSo() {
    walk.page.click(".workspace-button");
    walk.page.until("document.querySelector('.drop:not([hidden])')");
    walk.see("15-workspaces");
    walk.page.type(".drop [name=workspace-name]", "空白街道");
    walk.page.press("Enter");
    walk.page.untilSaid("还没有图层");
    walk.see("16-no-layers");
    walk.page.press("Escape");
    walk.page.click(".rail button:nth-child(2)");
    walk.page.untilSaid("还没有可以合并的图层");
    walk.see("17-nothing-to-merge");
    walk.page.press("?");
    walk.page.until("document.querySelector('.key-sheet:not([hidden])')");
    walk.see("18-keys");
    walk.page.press("?");
    walk.isFaultless();
  }

  @Test
  @Order(9)
  void aWorkspaceGoesOnlyWhenAskedTwice() {
    walk.page.click(".workspace-button");
    walk.page.click(".drop li:nth-child(2) .quiet");
    walk.page.untilSaid("不能恢复");
    walk.see("19-delete-workspace");
    walk.page.click(".drop .danger");
    walk.page.until(
        "document.querySelectorAll('.layer').length === 4 ||"
            + " location.search.includes('mode=merge')");
    walk.page.until("document.querySelectorAll('.drop li').length === 1");
    walk.isFaultless();
  }

  @Test
  @Order(10)
  void everythingIsReachedByKeyboardAlone() {
    for (String mode : List.of("1", "2")) {
      walk.page.value("document.activeElement.blur()");
      walk.page.press(mode);
      walk.rest();
      walk.page.value("window.reachedByTab = new Set(); window.tabFaults = new Set(); undefined");
      int controls = walk.page.value("look.controls().length").asInt();
      for (int i = 0; i < controls + 10; i++) {
        walk.page.press("Tab");
        walk.page.value(
            "reachedByTab.add(document.activeElement);"
                + " if (look.focusFault()) tabFaults.add(look.focusFault()); undefined");
      }
      assertEquals("[]", walk.page.value("[...tabFaults]").toString());
      assertEquals(
          "[]",
          walk.page
              .value("look.controls().filter((c) => !reachedByTab.has(c)).map(look.name)")
              .toString());
    }
  }

  @Test
  @Order(11)
  void whoLeavesIsAskedToSignIn() {
    walk.page.click(".top button.plain:last-child");
    walk.page.untilSaid("请用管理员分配给您的账号登录");
    walk.page.type("#name", "周敏");
    walk.page.type("#password", "not the password");
    walk.page.press("Enter");
    walk.page.untilSaid("用户名或密码不对");
    walk.see("20-sign-in-refused");
    walk.page.click(".language a:not([aria-current])");
    walk.page.untilSaid("Password");
    walk.see("21-english-sign-in");
    walk.isFaultless();
  }

  @Test
  @Order(12)
  void noRequestLeftTheHost() {
    walk.stayedAtHome();
  }

  private int number(String selector) {
    return Integer.parseInt(walk.page.text(selector).replaceAll("[^0-9]", ""));
  }
}
