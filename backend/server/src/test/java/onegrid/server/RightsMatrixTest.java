package onegrid.server;

import static onegrid.server.Browser.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import onegrid.server.security.EndpointRules;
import onegrid.store.Role;
import onegrid.store.SquareCity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint of the OpenAPI description, asked by every role, about its own ground, ground that
 * it has a right to a part of only, foreign ground, and ground that nobody was given yet. The rows
 * say again, by hand, what the table of the server says: two who must agree.
 */
class RightsMatrixTest {
  private static final String COUNTY = "371302";
  private static final String STREET = "371302001";
  private static final String ELSEWHERE = "510104";

  /**
   * Roles: A administrator, P planner, R reviewer, S street office, C clerk, I inspector, V viewer.
   * Kind: o open; - about no ground; s to see ground; c to change it; l to lead it (jobs of
   * others); d about a draft of the administrator's, which nobody else may know of but who sees
   * all.
   */
  private static final String ROWS =
      """
      GET /api/session                                             o
      POST /api/login                                              o
      POST /api/setup                                              o
      POST /api/logout                                             - APRSCIV
      POST /api/account/password                                   - APRSCIV
      GET /api/account/tokens                                      - APRSCIV
      POST /api/account/tokens                                     - APRSCIV
      DELETE /api/account/tokens/{id}                              - APRSCIV
      GET /api/accounts                                            - AI
      POST /api/accounts                                           - A
      GET /api/accounts/{id}                                       - AI
      PATCH /api/accounts/{id}                                     - A
      PUT /api/accounts/{id}/password                              - A
      GET /api/divisions                                           - APRSCIV
      GET /api/audit                                               - AI
      GET /api/audit/verdict                                       - AI
      GET /api/workspaces                                          - APRSCIV
      POST /api/workspaces                                         - AP
      GET /api/workspaces/{id}                                     s APRSCIV
      PATCH /api/workspaces/{id}                                   c AP
      DELETE /api/workspaces/{id}                                  c AP
      GET /api/workspaces/{workspaceId}/layers                     s APRSCIV
      POST /api/workspaces/{workspaceId}/layers                    c APC
      PUT /api/workspaces/{workspaceId}/layers/order               c AP
      DELETE /api/workspaces/{workspaceId}/layers/{id}             c APC
      GET /api/workspaces/{workspaceId}/layers/{id}/findings       s APRSCIV
      GET /api/workspaces/{workspaceId}/tiles/base/{z}/{x}/{y}     s APRSCIV
      GET /api/workspaces/{workspaceId}/tiles/layer/{id}/{z}/{x}/{y} s APRSCIV
      POST /api/workspaces/{workspaceId}/merges                    c AP
      GET /api/workspaces/{workspaceId}/mosaics                    s APRSCIV
      GET /api/workspaces/{workspaceId}/jobs                       s APRSCIV
      GET /api/mosaics/{id}                                        s APRSCIV
      GET /api/mosaics/{id}/conflicts                              s APRSCIV
      GET /api/mosaics/{id}/findings                               s APRSCIV
      GET /api/mosaics/{id}/at                                     s APRSCIV
      GET /api/mosaics/{id}/files/{name}                           s APRSCIV
      GET /api/mosaics/{id}/tiles/{z}/{x}/{y}                      s APRSCIV
      GET /api/workspaces/{workspaceId}/ground                     s APRSCIV
      GET /api/workspaces/{workspaceId}/ground/{part}/findings     s APRSCIV
      POST /api/workspaces/{workspaceId}/ground/{part}             c AP
      POST /api/workspaces/{workspaceId}/coverages                 s APS
      GET /api/workspaces/{workspaceId}/coverages                  s APRSCIV
      GET /api/workspaces/{workspaceId}/coverages/choices          s APRSCIV
      GET /api/coverages/{id}                                      s APRSCIV
      GET /api/coverages/{id}/pockets                              s APRSCIV
      GET /api/coverages/{id}/findings                             s APRSCIV
      GET /api/coverages/{id}/stations                             s APRSCIV
      GET /api/coverages/{id}/gates                                s APRSCIV
      GET /api/coverages/{id}/building                             s APRSCIV
      GET /api/coverages/{id}/files/{name}                         s APRSCIV
      GET /api/coverages/{id}/tiles/{z}/{x}/{y}                    s APRSCIV
      POST /api/coverages/{id}/what-if                             s APRSCIV
      GET /api/workspaces/{workspaceId}/plans                      s APRSCIV
      POST /api/mosaics/{id}/plans                                 c AP
      GET /api/plans/{id}                                          d APRSCIV
      PATCH /api/plans/{id}                                        d AP
      DELETE /api/plans/{id}                                       d AP
      GET /api/plans/{id}/ground                                   d APRSCIV
      GET /api/plans/{id}/operations                               d APRSCIV
      POST /api/plans/{id}/operations                              d AP
      GET /api/plans/{id}/comparison                               d APRSCIV
      GET /api/plans/{id}/findings                                 d APRSCIV
      GET /api/plans/{id}/crosswalk                                d APRSCIV
      GET /api/plans/{id}/left-behind                              d APRSCIV
      POST /api/plans/{id}/carry                                   d AP
      POST /api/plans/{id}/submit                                  d AP
      POST /api/plans/{id}/return                                  d APR
      POST /api/plans/{id}/review                                  d AR
      POST /api/plans/{id}/file                                    d A
      POST /api/plans/{id}/publish                                 d A
      POST /api/plans/{id}/retire                                  d A
      GET /api/jobs/{id}                                           s APRSCIV
      GET /api/jobs/{id}/events                                    s APRSCIV
      DELETE /api/jobs/{id}                                        l APSC
      """;

  private enum Relation {
    OWN(COUNTY, false),
    PART(STREET, false),
    FOREIGN(ELSEWHERE, false),
    /** Rights where the others are, but the ground was given to no division. */
    PRIVATE(COUNTY, true);

    private final String right;
    private final boolean privateGround;

    Relation(String right, boolean privateGround) {
      this.right = right;
      this.privateGround = privateGround;
    }
  }

  /** Set up once for all tests of this class. */
  private static final class Stage {
    static final RunningServer SERVER = RunningServer.shared();
    static final Browser ADMIN = SERVER.administrator();
    static final Personas PERSONAS = Personas.shared();
    static final Ground COUNTY_GROUND = Ground.make(ADMIN, "区").in(ADMIN, COUNTY);
    static final Ground UNSHARED = Ground.make(ADMIN, "未公开");
    static final long COUNTY_COVERAGE = coverage(COUNTY_GROUND);
    static final long UNSHARED_COVERAGE = coverage(UNSHARED);

    /** An answer about the ground, made from a base map that is loaded into it. */
    private static long coverage(Ground ground) {
      SERVER.stores().places().load(ground.workspace(), new SquareCity(3, 2).baseMap(), "test");
      return CoverageServiceTest.asked(ground.workspace(), Map.of());
    }

    private Stage() {}
  }

  private record Row(String endpoint, String kind, String roles) {
    String method() {
      return endpoint.substring(0, endpoint.indexOf(' '));
    }

    String path() {
      return endpoint.substring(endpoint.indexOf(' ') + 1);
    }
  }

  private static final Map<String, Row> TABLE = table();

  private final RunningServer server = Stage.SERVER;
  private final Browser admin = Stage.ADMIN;
  private final Personas personas = Stage.PERSONAS;
  private final Ground county = Stage.COUNTY_GROUND;
  private final Ground unshared = Stage.UNSHARED;
  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyEndpointHasARowHereAndARuleThere() {
    JsonNode paths = json(admin.get("/api/openapi"), 200).path("paths");
    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        described.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    assertEquals(described, new TreeSet<>(TABLE.keySet()), "endpoints and rows of this test");
    assertEquals(described, new TreeSet<>(EndpointRules.endpoints()), "endpoints and rules");
  }

  @Test
  void everyRoleGetsWhatItsRowSays() {
    int asked = 0;
    for (Relation relation : Relation.values()) {
      for (Role role : Role.values()) {
        Browser someone = personas.of(role, relation.right);
        for (Row row : TABLE.values()) {
          if (!row.kind.equals("o") && !row.path().equals("/api/logout")) {
            ask(row, role, relation, someone);
            asked++;
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + " of " + asked + ":\n" + String.join("\n", wrong));
    System.out.println("rights: " + asked + " answers as their rows say");
    assertEquals(200, admin.get("/api/workspaces/" + county.workspace()).statusCode());
  }

  @Test
  void strangersAndThoseWhoAreOutGetNothing() {
    Browser stranger = server.stranger();
    stranger.session();
    Browser out = server.stranger();
    long id =
        json(
                admin.write(
                    "POST",
                    "/api/accounts",
                    Map.of("name", "离职", "password", Personas.PASSWORD, "role", "ADMINISTRATOR")),
                201)
            .path("id")
            .asLong();
    out.signIn("离职", Personas.PASSWORD);
    assertEquals(200, out.get("/api/accounts").statusCode());
    json(admin.write("PATCH", "/api/accounts/" + id, Map.of("enabled", false)), 200);
    for (Row row : TABLE.values()) {
      if (!row.kind.equals("o")) {
        for (Browser nobody : List.of(stranger, out)) {
          int status = send(row, county, nobody);
          // A write of a stranger fails at its CSRF token first.
          if (status != 401 && !(status == 403 && !row.method().equals("GET"))) {
            wrong.add(row.endpoint + ": " + status + " instead of 401");
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), String.join("\n", wrong));
  }

  @Test
  void listsAndCountsKnowNothingOfForeignGround() {
    for (Role role : List.of(Role.PLANNER, Role.CLERK, Role.VIEWER)) {
      Browser foreign = personas.of(role, ELSEWHERE);
      JsonNode list = json(foreign.get("/api/workspaces"), 200);
      list.forEach(
          one -> assertTrue(one.path("id").asLong() != county.workspace(), one.toString()));
      String missing = Browser.text(foreign.get("/api/workspaces/" + county.workspace()));
      assertEquals(missing, Browser.text(foreign.get("/api/workspaces/999999999")));
      Browser own = personas.of(role, COUNTY);
      assertEquals(200, own.get("/api/workspaces/" + county.workspace()).statusCode());
    }
  }

  private void ask(Row row, Role role, Relation relation, Browser someone) {
    int status = send(row, relation.privateGround ? unshared : county, someone);
    int expected = expected(row, role, relation);
    boolean fits =
        expected == 0 ? status != 401 && status != 403 && status != 404 : status == expected;
    if (!fits) {
      wrong.add(
          String.format(
              "%s as %s on %s ground: %d instead of %s",
              row.endpoint, role, relation, status, expected == 0 ? "more" : expected));
    }
    if (status >= 500) {
      wrong.add(row.endpoint + ": " + status);
    }
  }

  /** The refusal that must come, or 0 when none of 401, 403, 404 may. */
  private static int expected(Row row, Role role, Relation relation) {
    if (row.roles.indexOf(letter(role)) < 0) {
      return 403;
    }
    boolean all = role == Role.ADMINISTRATOR || role == Role.INSPECTOR;
    boolean sees = all || relation == Relation.OWN || relation == Relation.PART;
    boolean changes = role == Role.ADMINISTRATOR || relation == Relation.OWN;
    boolean leads = role == Role.ADMINISTRATOR || role == Role.PLANNER && changes;
    return switch (row.kind) {
      case "-" -> 0;
      case "s" -> sees ? 0 : 404;
      case "c" -> sees ? changes ? 0 : 403 : 404;
      case "d" -> all ? 0 : 404;
      case "l" -> sees ? leads ? 0 : 403 : 404;
      default -> throw new IllegalStateException(row.kind);
    };
  }

  /** Asks without a body or version that could have an effect. */
  private int send(Row row, Ground ground, Browser someone) {
    String path = row.path();
    String id = "999999";
    if (path.contains("/layers/{id}") || path.contains("/layer/{id}")) {
      id = "" + ground.layer();
    } else if (path.startsWith("/api/workspaces/")) {
      id = "" + ground.workspace();
    } else if (path.startsWith("/api/mosaics/")) {
      id = "" + ground.mosaic();
    } else if (path.startsWith("/api/coverages/")) {
      id = "" + (ground == county ? Stage.COUNTY_COVERAGE : Stage.UNSHARED_COVERAGE);
    } else if (path.startsWith("/api/plans/")) {
      id = "" + ground.plan();
    } else if (path.startsWith("/api/jobs/")) {
      id = "" + ground.job();
    } else if (path.startsWith("/api/accounts/")) {
      id = json(admin.get("/api/accounts"), 200).get(0).path("id").toString();
    } else if (path.startsWith("/api/account/tokens/")) {
      id = ownToken(someone);
    }
    String at =
        path.replace("{workspaceId}", "" + ground.workspace())
            .replace("{id}", id)
            .replace("{name}", "report.json")
            .replace("{part}", "ROADS")
            .replace("{z}/{x}/{y}", Drawings.tile(14));
    if (path.endsWith("/at")) {
      at += "?lon=118.351&lat=35.051";
    }
    if (path.endsWith("/building")) {
      at += "?code=B00000";
    }
    if (path.endsWith("/coverages") && !row.method().equals("GET")) {
      // An empty order is a good one: this one is refused behind the gate.
      return someone.writeBlindly("POST", at, "{\"minutes\":0}").statusCode();
    }
    if (row.method().equals("GET")) {
      return someone.get(at).statusCode();
    }
    if (path.endsWith("/layers") || path.endsWith("/ground/{part}")) {
      return someone.upload(at, Map.of(), List.of()).statusCode();
    }
    return someone.writeBlindly(row.method(), at, "{}").statusCode();
  }

  private static String ownToken(Browser someone) {
    var made =
        someone.write(
            "POST", "/api/account/tokens", Map.of("name", "t", "mayWrite", false, "days", 1));
    return made.statusCode() == 201 ? json(made, 201).path("token").path("id").toString() : "1";
  }

  private static char letter(Role role) {
    return switch (role) {
      case STREET_OFFICE -> 'S';
      default -> role.name().charAt(0);
    };
  }

  private static Map<String, Row> table() {
    Map<String, Row> table = new TreeMap<>();
    for (String line : ROWS.strip().split("\n")) {
      String[] words = line.strip().split(" +");
      Row row = new Row(words[0] + " " + words[1], words[2], words.length > 3 ? words[3] : "");
      table.put(row.endpoint, row);
    }
    return table;
  }
}
