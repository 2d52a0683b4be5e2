package onegrid.server.layer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import onegrid.server.problem.FindingPage;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.server.security.PageOf;
import onegrid.server.security.SignedIn;
import onegrid.store.Layer;
import onegrid.store.LayerStore;
import onegrid.store.Role;
import onegrid.store.Stores;
import onegrid.store.Workspace;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/layers")
class LayerController {
  record Order(List<Long> ids) {
    Order {
      ids = List.copyOf(ids);
    }
  }

  private final Stores stores;
  private final WorkspaceStore workspaces;
  private final LayerStore layers;

  LayerController(Stores stores, WorkspaceStore workspaces, LayerStore layers) {
    this.stores = stores;
    this.workspaces = workspaces;
    this.layers = layers;
  }

  /** The layers; their ETag is that of the workspace, whose version grows with them. */
  @GetMapping
  ResponseEntity<List<LayerView>> list(@PathVariable long workspaceId) {
    // The version first: what is read after it is at least as new.
    Workspace workspace =
        workspaces.find(workspaceId).orElseThrow(() -> Refused.notFound("工作区", "workspace"));
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(workspace.version()))
        .body(layers.list(workspaceId).stream().map(LayerView::of).toList());
  }

  @PutMapping("/order")
  ResponseEntity<List<LayerView>> order(
      @PathVariable long workspaceId,
      @RequestBody Order order,
      @AuthenticationPrincipal SignedIn user,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    var known = layers.list(workspaceId).stream().map(Layer::id).collect(Collectors.toSet());
    if (!known.containsAll(order.ids())) {
      throw Refused.notFound("图层", "layer");
    }
    if (new HashSet<>(order.ids()).size() < order.ids().size()) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE, "同一图层出现两次。", "One layer stands in the list twice.");
    }
    boolean kept =
        stores.inTransaction(
            () -> {
              workspaces.expect(workspaceId, version);
              return layers.reorder(workspaceId, order.ids(), user.name());
            });
    if (!kept) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "次序须包含全部部门图层，每个一次。",
          "The order names every department layer once.");
    }
    return list(workspaceId);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable long workspaceId,
      @PathVariable long id,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    known(workspaceId, id);
    if (asker.is(Role.CLERK) && !asker.account().departments().contains(layers.department(id))) {
      throw new Refused(
          ProblemKind.FORBIDDEN, "只能删除本部门的图层。", "You may delete layers of your department only.");
    }
    stores.inTransaction(
        () -> {
          workspaces.expect(workspaceId, version);
          return layers.delete(id, asker.name());
        });
  }

  @GetMapping("/{id}/findings")
  FindingPage findings(
      @PathVariable long workspaceId,
      @PathVariable long id,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    known(workspaceId, id);
    return FindingPage.of(
        layers.findings(
            id, Optional.ofNullable(code).map(FindingPage::code), PageOf.list(limit, offset)),
        layers.findingCounts(id));
  }

  private Layer known(long workspaceId, long id) {
    return layers
        .find(id)
        .filter(layer -> layer.workspaceId() == workspaceId)
        .orElseThrow(() -> Refused.notFound("图层", "layer"));
  }
}
