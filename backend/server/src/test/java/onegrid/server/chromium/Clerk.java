package onegrid.server.chromium;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Someone at the page who does the main job with mouse and keyboard: sets up, uploads, merges. */
public final class Clerk {
  private final Page page;
  private final String host;

  /**
   * Sits down at a page.
   *
   * @param host where the service is, without a slash at the end
   */
  public Clerk(Page page, String host) {
    this.page = page;
    this.host = host;
  }

  /** Makes the first account with the token of the set-up link, and stands at the workbench. */
  public void setUp(String token, String name, String password) {
    page.go(host + "/#setup=" + token);
    page.type("#name", name);
    page.type("#password", password);
    page.type("#again", password);
    page.press("Enter");
    page.until("document.querySelector('.frame')");
  }

  public void signIn(String name, String password) {
    page.go(host + "/");
    page.type("#name", name);
    page.type("#password", password);
    page.press("Enter");
    page.until("document.querySelector('.frame')");
  }

  /** Makes a workspace, which then is open, and answers its number. */
  public long workspace(String name) {
    page.until("document.querySelector('.workspace-button, [name=workspace-name]')");
    page.click(".workspace-button");
    page.type(".drop [name=workspace-name]", name);
    page.press("Enter");
    page.until(
        "document.querySelector('.workspace-name').innerText === "
            + Page.quoted(name)
            + " && !document.querySelector('.left > .panel-body > .waiting')");
    return Long.parseLong(page.value("new URLSearchParams(location.search).get('w')").asString());
  }

  /**
   * Hands a layer in and waits until it is in the list.
   *
   * @param role {@code AREA} or {@code DEPARTMENT}
   * @param code the field of the codes, empty for the usual one
   */
  public void upload(Path file, String name, String role, String code) {
    if (!page.has("form.upload")) {
      page.click(".add");
    }
    page.until("document.querySelector('form.upload')");
    page.choose("#files", List.of(file));
    page.until("document.querySelector('#layer-name').value !== ''");
    page.value("document.querySelector('#layer-name').value = ''");
    page.type("#layer-name", name);
    page.click("form.upload input[value=" + role + "]");
    if (!code.isEmpty()) {
      page.type("#layer-code", code);
    }
    page.click("form.upload .primary");
    page.until(
        "[...document.querySelectorAll('.layer-name')].some((e) => e.innerText === "
            + Page.quoted(name)
            + ") || document.querySelector('.left .trouble')");
    if (page.has(".left .trouble")) {
      throw new AssertionError(page.text(".left .trouble"));
    }
  }

  /** Merges all layers as they stand, and waits for the result on the page. */
  public JsonNode merge() {
    page.click(".rail button:nth-child(2)");
    page.click(".merge-form .primary");
    page.until("document.querySelector('.summary .figures')");
    return page.value(
        "(async () => { const w = new URLSearchParams(location.search).get('w');"
            + " const all = await (await fetch(`/api/workspaces/${w}/mosaics`)).json();"
            + " return (await fetch(`/api/mosaics/${all[0].id}`)).json(); })()");
  }
}
