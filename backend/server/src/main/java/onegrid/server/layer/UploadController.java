package onegrid.server.layer;

import java.util.Arrays;
import java.util.List;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.SignedIn;
import onegrid.store.LayerRole;
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

@RestController
class UploadController {
  record Queued(long jobId) {}

  private final LayerUpload upload;

  UploadController(LayerUpload upload) {
    this.upload = upload;
  }

  @PostMapping(
      path = "/api/workspaces/{workspaceId}/layers",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued hand(
      @PathVariable long workspaceId,
      @RequestPart List<MultipartFile> files,
      @RequestParam String name,
      @RequestParam String role,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable String crs,
      @AuthenticationPrincipal SignedIn user) {
    return new Queued(upload.queue(workspaceId, files, name, role(role), code, crs, user.name()));
  }

  private static LayerRole role(String name) {
    return Arrays.stream(LayerRole.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.UNPROCESSABLE,
                    "图层类别须为 AREA(管辖范围)或 DEPARTMENT(部门网格)。",
                    "The role is AREA or DEPARTMENT."));
  }
}
