package onegrid.server;

import static onegrid.server.Browser.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.store.Role;
import org.jspecify.annotations.Nullable;

/** People of every role, with rights to one division or another; each signs in once. */
final class Personas {
  static final String PASSWORD = "槐树-river-77-雪";

  private static @Nullable Personas shared;

  private final Map<String, Browser> signedIn = new HashMap<>();
  private final RunningServer server;

  Personas(RunningServer server) {
    this.server = server;
  }

  /** Those of the shared server. */
  static synchronized Personas shared() {
    if (shared == null) {
      shared = new Personas(RunningServer.shared());
    }
    return shared;
  }

  static String name(Role role, String division) {
    return role.name() + "-" + division;
  }

  /** Someone of a role with a right to a division, and a clerk to the department 综治. */
  Browser of(Role role, String division) {
    return signedIn.computeIfAbsent(
        name(role, division),
        name -> {
          json(
              server
                  .administrator()
                  .write(
                      "POST",
                      "/api/accounts",
                      Map.of(
                          "name",
                          name,
                          "password",
                          PASSWORD,
                          "role",
                          role.name(),
                          "divisions",
                          List.of(division),
                          "departments",
                          List.of("综治"))),
              201);
          return server.stranger().signIn(name, PASSWORD);
        });
  }
}
