package onegrid.server.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import onegrid.server.security.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SessionController {
  record Credentials(String name, String password) {
    Credentials {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }
  }

  record FirstAccount(String token, String name, String password) {
    FirstAccount {
      Objects.requireNonNull(token, "token");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(password, "password");
    }
  }

  record NewPassword(String before, String after) {
    NewPassword {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  private final SignIn signIn;
  private final FirstAccountSetUp setUp;

  SessionController(SignIn signIn, FirstAccountSetUp setUp) {
    this.signIn = signIn;
    this.setUp = setUp;
  }

  @GetMapping("/api/session")
  SessionView session(
      @AuthenticationPrincipal @Nullable SignedIn user,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signIn.view(user, request, response);
  }

  @PostMapping("/api/login")
  SessionView login(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn user =
        signIn.check(credentials.name(), credentials.password(), request.getRemoteAddr());
    return signIn.enter(user, request, response);
  }

  @PostMapping("/api/setup")
  @ResponseStatus(HttpStatus.CREATED)
  SessionView setUp(
      @RequestBody FirstAccount account, HttpServletRequest request, HttpServletResponse response) {
    SignedIn user =
        setUp.create(account.token(), account.name(), account.password(), request.getRemoteAddr());
    return signIn.enter(user, request, response);
  }

  @PostMapping("/api/logout")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logout(HttpServletRequest request) {
    signIn.leave(request);
  }

  @PostMapping("/api/account/password")
  SessionView changePassword(
      @RequestBody NewPassword change,
      @AuthenticationPrincipal SignedIn user,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignedIn again =
        signIn.changePassword(user, change.before(), change.after(), request.getRemoteAddr());
    return signIn.enter(again, request, response);
  }
}
