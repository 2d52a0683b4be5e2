package onegrid.server.merge;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import onegrid.server.job.Jobs;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.SignedIn;
import onegrid.store.Layer;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
import onegrid.store.WorkspaceStore;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MergeController {
  record Queued(long jobId) {}

  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final MergeRun work;
  private final Jobs jobs;

  MergeController(WorkspaceStore workspaces, LayerStore layers, MergeRun work, Jobs jobs) {
    this.workspaces = workspaces;
    this.layers = layers;
    this.work = work;
    this.jobs = jobs;
  }

  @PostMapping("/api/workspaces/{workspaceId}/merges")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Queued merge(
      @PathVariable long workspaceId,
      @RequestBody MergeOrder order,
      @AuthenticationPrincipal SignedIn user) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
    order.check();
    Map<Long, Layer> known =
        layers.list(workspaceId).stream().collect(Collectors.toMap(Layer::id, Function.identity()));
    Long area = order.areaLayerId();
    if (!known.keySet().containsAll(order.layerIds()) || area != null && !known.containsKey(area)) {
      throw Refused.notFound("图层", "layer");
    }
    if (order.layerIds().stream().anyMatch(id -> role(known, id) == LayerRole.AREA)
        || area != null && role(known, area) != LayerRole.AREA) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "管辖范围与部门图层选反了，请核对。",
          "Area and department layers are mixed up; check the choice.");
    }
    return new Queued(jobs.queue(work, workspaceId, order, user.name()));
  }

  private static LayerRole role(Map<Long, Layer> known, long id) {
    Layer layer = known.get(id);
    return layer == null ? LayerRole.DEPARTMENT : layer.role();
  }
}
