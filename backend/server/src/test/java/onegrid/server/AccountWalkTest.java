package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import onegrid.server.chromium.Clerk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The page of accounts in a real Chromium: people and their rights, jobs, the trail, one's own
 * password and tokens; every refusal where it belongs. Each step stands on the one before.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountWalkTest {
  private static final String ROWS = "document.querySelectorAll('tbody tr').length";

  private final RunningServer server = new RunningServer();
  private final PageCheck walk;
  private final Clerk clerk;

  AccountWalkTest() {
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
  void theNameInTheCornerLeadsToPeopleAndTheirRights() {
    clerk.setUp(server.setUpToken(), "赵主任", "梧桐-leaf-42-雨");
    walk.rest();
    walk.page.click(".top a[href^='/account']");
    walk.page.until("document.querySelector('.office form.sheet')");
    walk.page.until(ROWS + " === 1");
    walk.see("70-account-people");
    walk.isFaultless();
  }

  @Test
  @Order(2)
  void aWeakPasswordIsRefusedInTheFormAndAGoodOneMakesTheAccount() {
    walk.page.type(".sheet label:nth-child(1) input", "李街办");
    walk.page.type(".sheet label:nth-child(2) input", "123456");
    walk.page.type(".sheet label:nth-child(4) input", "371302001");
    walk.page.click(".sheet .primary");
    walk.page.until("document.querySelector('.sheet .trouble')");
    walk.see("71-account-refused");
    walk.page.type(".sheet label:nth-child(2) input", "垂柳-river-17-风");
    walk.page.click(".sheet .primary");
    walk.page.until(ROWS + " === 2");
    assertTrue(walk.page.text("tbody").contains("李街办"), walk.page.text("tbody"));
    assertTrue(walk.page.text("tbody").contains("街道办"), walk.page.text("tbody"));
    assertTrue(walk.page.text("tbody").contains("371302001"), walk.page.text("tbody"));
    walk.isFaultless();
  }

  @Test
  @Order(3)
  void rightsAreChangedAndAnAccountIsSwitchedOff() {
    // In the order of names: 李街办, then the administrator.
    walk.page.click("tbody tr:nth-child(1) button:nth-child(1)");
    walk.page.until("document.querySelectorAll('.office form.sheet').length === 2");
    walk.see("72-account-change");
    walk.page.click(".office form.sheet .primary");
    walk.page.until("document.querySelectorAll('.office form.sheet').length === 1");
    walk.page.click("tbody tr:nth-child(1) button:nth-child(2)");
    walk.page.untilSaid("已停用");
    // The last administrator stays one.
    walk.page.click("tbody tr:nth-child(2) button:nth-child(2)");
    walk.page.until("document.querySelector('.office .trouble')");
    assertTrue(walk.page.text(".office .trouble").contains("最后一个可用的管理员"));
    walk.isFaultless();
  }

  @Test
  @Order(4)
  void jobsAreListedWithWhatBecameOfThem() throws IOException {
    Path file = Scratch.folder("onegrid-account-").resolve("综治.geojson");
    Files.write(file, new Drawings().cell("1", 0, 0, 1, 1).file("a.geojson").get(0).content());
    walk.go("/");
    clerk.workspace("城区");
    clerk.upload(file, "综治", "DEPARTMENT", "");
    walk.go("/account.html#jobs");
    walk.page.until(ROWS + " === 1");
    walk.see("73-account-jobs");
    assertTrue(walk.page.text("tbody").contains("导入"), walk.page.text("tbody"));
    walk.isFaultless();
  }

  @Test
  @Order(5)
  void theTrailSaysInWordsWhoDidWhatAndThatItIsWhole() {
    walk.page.click("#tab-trail");
    walk.page.until(ROWS + " > 4");
    walk.page.click("[role=tabpanel] button.small");
    walk.page.untilSaid("记录完整");
    walk.see("74-account-trail");
    for (String verb : List.of("新增账号", "修改权限", "新建工作区", "提交任务", "存入图层")) {
      assertTrue(walk.page.text("tbody").contains(verb), verb);
    }
    walk.isFaultless();
  }

  @Test
  @Order(6)
  void aTokenIsShownOnceAndAWrongPasswordIsToldOfInItsForm() {
    walk.page.click("#tab-own");
    walk.page.untilSaid("没有。");
    walk.page.type(".sheet label:nth-child(1) input", "not the password");
    walk.page.type(".sheet label:nth-child(2) input", "垂柳-river-17-风");
    walk.page.click(".sheet .primary");
    walk.page.until("document.querySelector('.sheet .trouble')");
    walk.page.type("section > .sheet ~ .sheet label:nth-child(1) input", "报表程序");
    walk.page.click("section > .sheet ~ .sheet .primary");
    walk.page.until("document.querySelector('.secret')");
    walk.page.until(ROWS + " === 1");
    walk.see("75-account-own");
    String secret = walk.page.text(".secret");
    walk.go("/");
    walk.page.until("document.querySelector('.frame')");
    walk.go("/account.html#own");
    walk.page.until(ROWS + " === 1");
    assertFalse(walk.page.text("body").contains(secret), "a token is shown again");
    walk.isFaultless();
  }

  @Test
  @Order(7)
  void whoMayNotSeesNeitherPeopleNorTrail() {
    Browser admin = server.stranger().signIn("赵主任", "梧桐-leaf-42-雨");
    admin.write(
        "POST",
        "/api/accounts",
        Map.of(
            "name", "王浏览", "password", "白杨-cloud-88-霜", "role", "VIEWER", "divisions", List.of()));
    walk.page.value(
        "fetch('/api/session').then((a) => a.json()).then((s) => fetch('/api/logout',"
            + " {method: 'POST', headers: {[s.csrf.header]: s.csrf.token}})).then(() => { window.left = true; }), 1");
    walk.page.until("window.left");
    walk.go("/account.html");
    walk.page.untilSaid("请先在地图页登录");
    walk.see("76-account-signed-out");
    clerk.signIn("王浏览", "白杨-cloud-88-霜");
    walk.go("/account.html");
    walk.page.until("document.querySelector('#tab-own')");
    assertFalse(walk.page.has("#tab-people"));
    assertFalse(walk.page.has("#tab-trail"));
    walk.isFaultless();
    walk.stayedAtHome();
  }
}
