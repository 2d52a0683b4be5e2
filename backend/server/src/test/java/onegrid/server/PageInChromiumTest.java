package onegrid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium, which can reach no other host than this one. */
@Tag("browser")
class PageInChromiumTest {
  @TempDir Path folder = Path.of(".");

  @Test
  void aVisitorIsAskedToSignInOrSetUpInChinese() throws Exception {
    String page = dom("/");
    assertTrue(page.contains("<form"), page);
    assertTrue(page.contains("密码"), page);
    assertFalse(page.contains("undefined"), page);
  }

  @Test
  void thePageSpeaksEnglishToo() throws Exception {
    String page = dom("/?lang=en");
    assertTrue(page.toLowerCase(java.util.Locale.ROOT).contains("password"), page);
  }

  @Test
  void thePageIsDrawnAtTheSizeOfAnOfficeScreen() throws Exception {
    Path picture = folder.resolve("page.png");
    run("--screenshot=" + picture, "--window-size=1366,768", address("/"));
    assertTrue(Files.size(picture) > 5_000, "an empty picture");
  }

  private static String address(String path) {
    return "http://127.0.0.1:" + RunningServer.shared().port() + path;
  }

  private String dom(String path) throws IOException, InterruptedException {
    return run("--dump-dom", address(path));
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
            "--virtual-time-budget=15000",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
            "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err.txt").toFile())
            .start();
    assertTrue(process.waitFor(90, TimeUnit.SECONDS), "Chromium did not end");
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err.txt")));
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
