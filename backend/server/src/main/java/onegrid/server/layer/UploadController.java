package onegrid.server.layer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.PlainName;
import onegrid.store.LayerRole;
import onegrid.store.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class UploadController {
  /**
   * What became of an upload.
   *
   * @param jobId the job that imports it, or imported the same files before
   * @param layerId the layer that came from the same files, null when this is the first time
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(@Nullable Long jobId, @Nullable Long layerId) {}

  private final LayerUpload upload;

  UploadController(LayerUpload upload) {
    this.upload = upload;
  }

  @PostMapping(
      path = "/api/workspaces/{workspaceId}/layers",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> hand(
      @PathVariable long workspaceId,
      @RequestPart List<MultipartFile> files,
      @RequestParam String name,
      @RequestParam String role,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable String crs,
      @RequestParam @Nullable String department,
      @RequestParam(defaultValue = "false") boolean mend,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker) {
    LayerRole wanted = role(role);
    LayerUpload.Sheet sheet =
        new LayerUpload.Sheet(name, wanted, code, crs, department(department, wanted, asker), mend);
    LayerUpload.Taken taken = upload.queue(workspaceId, files, sheet, asker.name());
    String layers = "/api/workspaces/" + workspaceId + "/layers";
    return taken.layerId() != null
        ? ResponseEntity.ok()
            .header("Location", layers + "/" + taken.layerId())
            .body(new Answer(taken.jobId(), taken.layerId()))
        : ResponseEntity.accepted()
            .header("Location", "/api/jobs/" + taken.jobId())
            .body(new Answer(taken.jobId(), null));
  }

  /** A clerk hands in for a department of her own; of a single one she need not say which. */
  private static String department(@Nullable String given, LayerRole role, Asker asker) {
    String department = given == null || given.isBlank() ? "" : PlainName.of(given);
    if (!asker.is(Role.CLERK)) {
      return department;
    }
    Set<String> own = asker.account().departments();
    if (department.isEmpty() && own.size() == 1) {
      department = own.iterator().next();
    }
    if (role != LayerRole.DEPARTMENT || !own.contains(department)) {
      throw new Refused(
          ProblemKind.FORBIDDEN,
          "您只能提交本部门的图层，请选择部门。",
          "You hand in layers of your own department; say which.");
    }
    return department;
  }

  private static LayerRole role(String name) {
    return Arrays.stream(LayerRole.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.UNPROCESSABLE,
                    "图层类别须为 AREA（管辖范围）或 DEPARTMENT（部门网格）。",
                    "The role is AREA or DEPARTMENT."));
  }
}
