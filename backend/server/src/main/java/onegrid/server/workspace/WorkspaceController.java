package onegrid.server.workspace;

import java.util.List;
import onegrid.server.problem.Refused;
import onegrid.server.security.PlainName;
import onegrid.server.security.SignedIn;
import onegrid.store.WorkspaceStore;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {
  record Wish(String name) {}

  private final WorkspaceStore workspaces;

  WorkspaceController(WorkspaceStore workspaces) {
    this.workspaces = workspaces;
  }

  @GetMapping
  List<WorkspaceView> list() {
    return workspaces.list().stream().map(w -> WorkspaceView.of(w, null)).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WorkspaceView create(@RequestBody Wish wish, @AuthenticationPrincipal SignedIn user) {
    String name = PlainName.of(wish.name());
    return WorkspaceView.of(workspaces.create(name, false, user.name()), null);
  }

  @GetMapping("/{id}")
  WorkspaceView one(@PathVariable long id) {
    return workspaces
        .find(id)
        .map(w -> WorkspaceView.of(w, workspaces.counts(id)))
        .orElseThrow(WorkspaceController::unknown);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id, @AuthenticationPrincipal SignedIn user) {
    if (!workspaces.delete(id, user.name())) {
      throw unknown();
    }
  }

  private static Refused unknown() {
    return Refused.notFound("工作区", "workspace");
  }
}
