package onegrid.server.security;

import static onegrid.store.GroundStore.Thing.COVERAGE;
import static onegrid.store.GroundStore.Thing.JOB;
import static onegrid.store.GroundStore.Thing.MOSAIC;
import static onegrid.store.GroundStore.Thing.PLAN;
import static onegrid.store.GroundStore.Thing.WORKSPACE;
import static onegrid.store.Role.ADMINISTRATOR;
import static onegrid.store.Role.CLERK;
import static onegrid.store.Role.INSPECTOR;
import static onegrid.store.Role.PLANNER;
import static onegrid.store.Role.REVIEWER;
import static onegrid.store.Role.STREET_OFFICE;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onegrid.store.Role;

/**
 * The one table of who may ask what: a row for every endpoint, under the very pattern that it is
 * mapped by. An endpoint without a row is refused to everyone, and a test that compares this table
 * with the OpenAPI description fails.
 */
public final class EndpointRules {
  private static final Set<Role> ALL = EnumSet.allOf(Role.class);
  private static final Set<Role> ADMIN = EnumSet.of(ADMINISTRATOR);
  private static final Set<Role> WATCHING = EnumSet.of(ADMINISTRATOR, INSPECTOR);
  private static final Set<Role> PLANNING = EnumSet.of(ADMINISTRATOR, PLANNER);
  private static final Set<Role> HANDING_IN = EnumSet.of(ADMINISTRATOR, PLANNER, CLERK);
  private static final Set<Role> ORDERING =
      EnumSet.of(ADMINISTRATOR, PLANNER, CLERK, STREET_OFFICE);

  private static final Set<Role> ASKING = EnumSet.of(ADMINISTRATOR, PLANNER, STREET_OFFICE);
  private static final Set<Role> REVIEWING = EnumSet.of(ADMINISTRATOR, REVIEWER);
  private static final Set<Role> RETURNING = EnumSet.of(ADMINISTRATOR, REVIEWER, PLANNER);

  private static final Map<String, EndpointRule> TABLE = new TreeMap<>();

  static {
    sessions();
    accounts();
    workspaces();
    mosaics();
    coverages();
    plans();
    jobs();
  }

  private EndpointRules() {}

  /** The rule of an endpoint, named by method and path: {@code GET /api/jobs/{id}}. */
  public static Optional<EndpointRule> of(String endpoint) {
    return Optional.ofNullable(TABLE.get(endpoint));
  }

  /** Every endpoint that has a rule, by name. */
  public static Set<String> endpoints() {
    return Set.copyOf(TABLE.keySet());
  }

  private static void sessions() {
    row("GET /api/session", EndpointRule.anyone());
    row("POST /api/login", EndpointRule.anyone());
    row("POST /api/setup", EndpointRule.anyone());
    row("POST /api/logout", EndpointRule.of(ALL));
    row("POST /api/account/password", EndpointRule.of(ALL).ofPersons());
    row("GET /api/account/tokens", EndpointRule.of(ALL).ofPersons());
    row("POST /api/account/tokens", EndpointRule.of(ALL).ofPersons());
    row("DELETE /api/account/tokens/{id}", EndpointRule.of(ALL).ofPersons());
  }

  private static void accounts() {
    row("GET /api/accounts", EndpointRule.of(WATCHING));
    row("POST /api/accounts", EndpointRule.of(ADMIN).ofPersons());
    row("GET /api/accounts/{id}", EndpointRule.of(WATCHING));
    row("PATCH /api/accounts/{id}", EndpointRule.of(ADMIN).withIfMatch().ofPersons());
    row("PUT /api/accounts/{id}/password", EndpointRule.of(ADMIN).withIfMatch().ofPersons());
    row("GET /api/divisions", EndpointRule.of(ALL));
    row("GET /api/audit", EndpointRule.of(WATCHING));
    row("GET /api/audit/verdict", EndpointRule.of(WATCHING));
  }

  private static void workspaces() {
    row("GET /api/workspaces", EndpointRule.of(ALL));
    row("POST /api/workspaces", EndpointRule.of(PLANNING));
    row("GET /api/workspaces/{id}", EndpointRule.of(ALL).sees(WORKSPACE, "id"));
    row(
        "PATCH /api/workspaces/{id}",
        EndpointRule.of(PLANNING).changes(WORKSPACE, "id").withIfMatch());
    row(
        "DELETE /api/workspaces/{id}",
        EndpointRule.of(PLANNING).changes(WORKSPACE, "id").withIfMatch());
    String layers = "/api/workspaces/{workspaceId}/layers";
    row("GET " + layers, EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("POST " + layers, EndpointRule.of(HANDING_IN).changes(WORKSPACE, "workspaceId"));
    row(
        "PUT " + layers + "/order",
        EndpointRule.of(PLANNING).changes(WORKSPACE, "workspaceId").withIfMatch());
    row(
        "DELETE " + layers + "/{id}",
        EndpointRule.of(HANDING_IN).changes(WORKSPACE, "workspaceId").withIfMatch());
    row("GET " + layers + "/{id}/findings", EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    String ground = "/api/workspaces/{workspaceId}/ground";
    row("GET " + ground, EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("GET " + ground + "/{part}/findings", EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("POST " + ground + "/{part}", EndpointRule.of(PLANNING).changes(WORKSPACE, "workspaceId"));
    String tiles = "GET /api/workspaces/{workspaceId}/tiles/";
    row(tiles + "base/{z}/{x}/{y}", EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row(tiles + "layer/{id}/{z}/{x}/{y}", EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row(
        "POST /api/workspaces/{workspaceId}/merges",
        EndpointRule.of(PLANNING).changes(WORKSPACE, "workspaceId"));
  }

  private static void mosaics() {
    row(
        "GET /api/workspaces/{workspaceId}/mosaics",
        EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    String mosaic = "GET /api/mosaics/{id}";
    for (String part :
        new String[] {
          "", "/conflicts", "/findings", "/at", "/files/{name}", "/tiles/{z}/{x}/{y}"
        }) {
      row(mosaic + part, EndpointRule.of(ALL).sees(MOSAIC, "id"));
    }
  }

  /** An answer changes nothing of the ground, so who sees the ground and works on it may ask. */
  private static void coverages() {
    String all = "/api/workspaces/{workspaceId}/coverages";
    row("POST " + all, EndpointRule.of(ASKING).sees(WORKSPACE, "workspaceId"));
    row("GET " + all, EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("GET " + all + "/choices", EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    String coverage = "/api/coverages/{id}";
    for (String part :
        new String[] {
          "",
          "/pockets",
          "/findings",
          "/stations",
          "/gates",
          "/building",
          "/files/{name}",
          "/tiles/{z}/{x}/{y}"
        }) {
      row("GET " + coverage + part, EndpointRule.of(ALL).sees(COVERAGE, "id"));
    }
    row("POST " + coverage + "/what-if", EndpointRule.of(ALL).sees(COVERAGE, "id"));
  }

  private static void plans() {
    row(
        "GET /api/workspaces/{workspaceId}/plans",
        EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("POST /api/mosaics/{id}/plans", EndpointRule.of(PLANNING).changes(MOSAIC, "id"));
    String plan = "/api/plans/{id}";
    for (String part :
        new String[] {
          "", "/ground", "/operations", "/comparison", "/crosswalk", "/findings", "/left-behind"
        }) {
      row("GET " + plan + part, EndpointRule.of(ALL).sees(PLAN, "id"));
    }
    EndpointRule drawing = EndpointRule.of(PLANNING).changes(PLAN, "id").withIfMatch();
    row("PATCH " + plan, drawing);
    row("DELETE " + plan, drawing);
    row("POST " + plan + "/operations", drawing);
    row("POST " + plan + "/carry", drawing);
    row("POST " + plan + "/submit", drawing);
    row("POST " + plan + "/return", EndpointRule.of(RETURNING).changes(PLAN, "id").withIfMatch());
    row("POST " + plan + "/review", EndpointRule.of(REVIEWING).changes(PLAN, "id").withIfMatch());
    EndpointRule ruling = EndpointRule.of(ADMIN).changes(PLAN, "id").withIfMatch();
    row("POST " + plan + "/file", ruling);
    row("POST " + plan + "/publish", ruling);
    row("POST " + plan + "/retire", ruling);
  }

  private static void jobs() {
    row(
        "GET /api/workspaces/{workspaceId}/jobs",
        EndpointRule.of(ALL).sees(WORKSPACE, "workspaceId"));
    row("GET /api/jobs/{id}", EndpointRule.of(ALL).sees(JOB, "id"));
    row("GET /api/jobs/{id}/events", EndpointRule.of(ALL).sees(JOB, "id"));
    row("DELETE /api/jobs/{id}", EndpointRule.of(ORDERING).sees(JOB, "id"));
  }

  private static void row(String endpoint, EndpointRule rule) {
    if (TABLE.put(endpoint, rule) != null) {
      throw new IllegalStateException("two rows for " + endpoint);
    }
  }
}
