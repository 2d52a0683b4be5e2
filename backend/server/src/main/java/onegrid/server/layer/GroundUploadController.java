package onegrid.server.layer;

import java.util.Arrays;
import java.util.List;
import onegrid.io.ReadLimits;
import onegrid.server.job.Jobs;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.SignedIn;
import onegrid.store.GroundPart;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Handing in the ground: roads, stations, buildings, compounds, gates, protected borders. */
@RestController
class GroundUploadController {
  /** No city has a tenth of them; beyond it something else was handed in. */
  private static final int MOST_STATIONS = 100_000;

  record Queued(long jobId) {}

  private final WorkspaceStore workspaces;
  private final UploadFolder folder;
  private final GroundImport work;
  private final Jobs jobs;

  GroundUploadController(
      WorkspaceStore workspaces, UploadFolder folder, GroundImport work, Jobs jobs) {
    this.workspaces = workspaces;
    this.folder = folder;
    this.work = work;
    this.jobs = jobs;
  }

  @PostMapping(
      path = "/api/workspaces/{workspaceId}/ground/{part}",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued hand(
      @PathVariable long workspaceId,
      @PathVariable String part,
      @RequestPart List<MultipartFile> files,
      @RequestParam @Nullable String crs,
      @AuthenticationPrincipal SignedIn user) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
    GroundPart wanted =
        Arrays.stream(GroundPart.values())
            .filter(each -> each.name().equals(part))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        ProblemKind.UNPROCESSABLE,
                        "底图类别须为 ROADS、STATIONS、BUILDINGS、COMPOUNDS、GATES 或 BORDERS。",
                        "The part is ROADS, STATIONS, BUILDINGS, COMPOUNDS, GATES or BORDERS."));
    FeatureQuota.check(
        files, wanted == GroundPart.STATIONS ? MOST_STATIONS : ReadLimits.UPLOAD.features());
    String system = LayerUpload.field(crs);
    String upload = folder.keep(files);
    try {
      return new Queued(
          jobs.queue(work, workspaceId, new GroundOrder(upload, wanted, system), user.name()));
    } catch (RuntimeException e) {
      folder.clear(upload);
      throw e;
    }
  }
}
