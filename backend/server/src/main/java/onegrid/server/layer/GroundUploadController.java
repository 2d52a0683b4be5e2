package onegrid.server.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onegrid.io.ReadLimits;
import onegrid.server.job.Jobs;
import onegrid.server.problem.FindingPage;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PageOf;
import onegrid.server.security.SignedIn;
import onegrid.store.GroundPart;
import onegrid.store.GroundParts;
import onegrid.store.PlaceStore;
import onegrid.store.StoredGround;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The ground of a workspace part by part: handing it in, what stands there, what was noticed. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/ground")
class GroundUploadController {
  /** No city has a tenth of them; beyond it something else was handed in. */
  private static final int MOST_STATIONS = 100_000;

  record Queued(long jobId) {}

  private final WorkspaceStore workspaces;
  private final PlaceStore places;
  private final UploadFolder folder;
  private final GroundImport work;
  private final Jobs jobs;

  GroundUploadController(
      WorkspaceStore workspaces,
      PlaceStore places,
      UploadFolder folder,
      GroundImport work,
      Jobs jobs) {
    this.workspaces = workspaces;
    this.places = places;
    this.folder = folder;
    this.work = work;
    this.jobs = jobs;
  }

  /** The parts, in the order in which they are best handed in. */
  @GetMapping
  List<GroundView> list(@PathVariable long workspaceId) {
    known(workspaceId);
    Map<GroundPart, Integer> things = places.parts().things(workspaceId);
    Map<GroundPart, StoredGround> handIns =
        places.parts().list(workspaceId).stream()
            .collect(Collectors.toMap(StoredGround::part, each -> each));
    return Arrays.stream(GroundPart.values())
        .map(
            part ->
                GroundView.of(
                    part, things.getOrDefault(part, 0), Optional.ofNullable(handIns.get(part))))
        .toList();
  }

  @GetMapping("/{part}/findings")
  FindingPage findings(
      @PathVariable long workspaceId,
      @PathVariable String part,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    known(workspaceId);
    GroundPart wanted = part(part);
    GroundParts parts = places.parts();
    Optional<StoredGround> handIn =
        parts.list(workspaceId).stream().filter(each -> each.part() == wanted).findFirst();
    if (handIn.isEmpty()) {
      return new FindingPage(0, List.of(), List.of());
    }
    long id = handIn.get().id();
    return FindingPage.of(
        parts.findings(
            id, Optional.ofNullable(code).map(FindingPage::code), PageOf.list(limit, offset)),
        parts.findingCounts(id));
  }

  @PostMapping(path = "/{part}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued hand(
      @PathVariable long workspaceId,
      @PathVariable String part,
      @RequestPart List<MultipartFile> files,
      @RequestParam @Nullable String crs,
      @AuthenticationPrincipal SignedIn user) {
    Workspace workspace = known(workspaceId);
    GroundPart wanted = part(part);
    FeatureQuota.check(
        files, wanted == GroundPart.STATIONS ? MOST_STATIONS : ReadLimits.UPLOAD.features());
    String system = LayerUpload.field(crs);
    String upload = folder.keep(files);
    try {
      LayerReading.look(
          folder.files(upload),
          found ->
              new GroundChecks(places, workspace)
                  .check(GroundReading.of(wanted, found, system, workspace.epsg()).map()));
      return new Queued(
          jobs.queue(work, workspaceId, new GroundOrder(upload, wanted, system), user.name()));
    } catch (RuntimeException | Error e) {
      folder.clear(upload);
      throw e;
    }
  }

  private static GroundPart part(String name) {
    return Arrays.stream(GroundPart.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.UNPROCESSABLE,
                    "底图类别须为 ROADS、BARRIERS、CROSSINGS、COMPOUNDS、GATES、BUILDINGS、STATIONS 或 BORDERS。",
                    "The part is ROADS, BARRIERS, CROSSINGS, COMPOUNDS, GATES, BUILDINGS, STATIONS"
                        + " or BORDERS."));
  }

  private Workspace known(long workspaceId) {
    return workspaces.find(workspaceId).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
  }
}
