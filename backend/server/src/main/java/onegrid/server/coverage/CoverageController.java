package onegrid.server.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onegrid.coverage.Scenario;
import onegrid.server.job.Jobs;
import onegrid.server.problem.FindingPage;
import onegrid.server.problem.Refused;
import onegrid.server.security.PageOf;
import onegrid.server.security.SignedIn;
import onegrid.store.BaseMap.DivisionLevel;
import onegrid.store.CoveragePocket;
import onegrid.store.CoverageStore;
import onegrid.store.Page;
import onegrid.store.PlaceStore;
import onegrid.store.StoredCoverage;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Asking for an answer, and the answers that are kept. */
@RestController
class CoverageController {
  record Queued(long jobId) {}

  private final WorkspaceStore workspaces;
  private final PlaceStore places;
  private final CoverageStore coverages;
  private final CoverageRun work;
  private final Jobs jobs;
  private final JsonMapper json;

  CoverageController(
      WorkspaceStore workspaces,
      PlaceStore places,
      CoverageStore coverages,
      CoverageRun work,
      Jobs jobs,
      JsonMapper json) {
    this.workspaces = workspaces;
    this.places = places;
    this.coverages = coverages;
    this.work = work;
    this.jobs = jobs;
    this.json = json;
  }

  @PostMapping("/api/workspaces/{workspaceId}/coverages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued start(
      @PathVariable long workspaceId,
      @RequestBody CoverageOrder order,
      @AuthenticationPrincipal SignedIn user) {
    known(workspaceId);
    order.scenario();
    return new Queued(jobs.queue(work, workspaceId, order, user.name()));
  }

  @GetMapping("/api/workspaces/{workspaceId}/coverages")
  List<CoverageView.Entry> list(@PathVariable long workspaceId) {
    known(workspaceId);
    return coverages.list(workspaceId).stream()
        .map(kept -> CoverageView.Entry.of(kept, scenario(kept).assumption()))
        .toList();
  }

  /** What can be chosen in a question about this workspace. */
  @GetMapping("/api/workspaces/{workspaceId}/coverages/choices")
  ChoicesView choices(@PathVariable long workspaceId) {
    known(workspaceId);
    return ChoicesView.of(places.stations(workspaceId));
  }

  @GetMapping("/api/coverages/{id}")
  CoverageView one(@PathVariable long id) {
    StoredCoverage kept = kept(id);
    Map<String, String> names = new TreeMap<>();
    for (DivisionLevel level : List.of(DivisionLevel.SUBDISTRICT, DivisionLevel.COMMUNITY)) {
      places.divisions(kept.workspaceId(), level).forEach(d -> names.put(d.code(), d.name()));
    }
    Scenario scenario = scenario(kept);
    return CoverageView.of(
        kept,
        scenario.assumption(),
        scenario.limitSeconds(),
        coverages.reportJson(id).orElse("{}"),
        names);
  }

  @GetMapping("/api/coverages/{id}/pockets")
  Page<CoveragePocket> pockets(
      @PathVariable long id,
      @RequestParam @Nullable String community,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    kept(id);
    return coverages.pockets(id, community == null ? "" : community, PageOf.list(limit, offset));
  }

  /** What was noticed about the ground when the answer was made. */
  @GetMapping("/api/coverages/{id}/findings")
  FindingPage findings(
      @PathVariable long id,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    kept(id);
    return FindingPage.of(
        coverages.findings(
            id, Optional.ofNullable(code).map(FindingPage::code), PageOf.list(limit, offset)),
        coverages.findingCounts(id));
  }

  private void known(long workspaceId) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
  }

  private StoredCoverage kept(long id) {
    return coverages.find(id).orElseThrow(() -> Refused.notFound("覆盖结果", "coverage"));
  }

  private Scenario scenario(StoredCoverage kept) {
    return json.readValue(kept.scenarioJson(), CoverageOrder.class).scenario();
  }
}
