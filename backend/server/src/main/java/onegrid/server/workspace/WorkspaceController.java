package onegrid.server.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.Asker;
import onegrid.server.security.IfMatch;
import onegrid.server.security.PlainName;
import onegrid.server.security.SignedIn;
import onegrid.store.Account;
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
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces")
class WorkspaceController {
  record Wish(String name) {
    Wish {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * What to change of a workspace.
   *
   * @param name null to leave it
   * @param divisionCode null to leave it, empty to take it back to its owner alone
   */
  record Change(@Nullable String name, @Nullable String divisionCode) {}

  private final Stores stores;
  private final WorkspaceStore workspaces;

  WorkspaceController(Stores stores, WorkspaceStore workspaces) {
    this.stores = stores;
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
  ResponseEntity<WorkspaceView> one(@PathVariable long id) {
    Workspace workspace = workspaces.find(id).orElseThrow(WorkspaceController::unknown);
    return ResponseEntity.ok()
        .eTag(IfMatch.etag(workspace.version()))
        .body(WorkspaceView.of(workspace, workspaces.counts(id)));
  }

  @PatchMapping("/{id}")
  ResponseEntity<WorkspaceView> change(
      @PathVariable long id,
      @RequestBody Change change,
      @RequestAttribute(Asker.ATTRIBUTE) Asker asker,
      HttpServletRequest request) {
    long version = IfMatch.version(request);
    String given = change.name();
    Optional<String> name = Optional.ofNullable(given).map(PlainName::of);
    String division = change.divisionCode();
    if (division != null && !mayStandIn(division, asker.account())) {
      throw new Refused(
          ProblemKind.UNPROCESSABLE,
          "区划代码须是 2 到 15 位数字，并在您负责的区划之内。",
          "A division has 2 to 15 digits and lies within what you answer for.");
    }
    stores.inTransaction(
        () -> {
          workspaces.expect(id, version);
          Workspace before = workspaces.find(id).orElseThrow(WorkspaceController::unknown);
          return workspaces.change(
              id,
              name.orElse(before.name()),
              division == null ? before.divisionCode() : division,
              asker.name());
        });
    return one(id);
  }

  /** Nobody may give a workspace away to where they have no right themselves. */
  private static boolean mayStandIn(String division, Account account) {
    return division.isEmpty()
        || division.matches("[0-9]{2,15}")
            && (account.role() == Role.ADMINISTRATOR || account.scope().covers(division));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable long id, @AuthenticationPrincipal SignedIn user, HttpServletRequest request) {
    long version = IfMatch.version(request);
    stores.inTransaction(
        () -> {
          workspaces.expect(id, version);
          return workspaces.delete(id, user.name());
        });
  }

  private static Refused unknown() {
    return Refused.notFound("工作区", "workspace");
  }
}
