package onegrid.server.security;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import onegrid.store.GroundStore.Thing;
import onegrid.store.Role;

/**
 * Who may ask one endpoint.
 *
 * @param open whether nobody needs to have signed in
 * @param roles which roles may ask
 * @param thing what the address names, when that lies on someone's ground
 * @param variable the variable of the path that holds its number
 * @param changes whether the whole ground must be the asker's to change, not only to see
 * @param ifMatch whether the version that the asker has read must be named
 * @param personal whether only a person may ask, never a token
 */
public record EndpointRule(
    boolean open,
    Set<Role> roles,
    Optional<Thing> thing,
    String variable,
    boolean changes,
    boolean ifMatch,
    boolean personal) {

  public EndpointRule {
    roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
  }

  static EndpointRule anyone() {
    return new EndpointRule(true, Set.of(), Optional.empty(), "", false, false, false);
  }

  static EndpointRule of(Set<Role> roles) {
    return new EndpointRule(false, roles, Optional.empty(), "", false, false, false);
  }

  /** About a thing that the asker must be able to see. */
  EndpointRule sees(Thing what, String pathVariable) {
    return new EndpointRule(open, roles, Optional.of(what), pathVariable, false, ifMatch, personal);
  }

  /** About a thing on ground that the asker must be able to change as a whole. */
  EndpointRule changes(Thing what, String pathVariable) {
    return new EndpointRule(open, roles, Optional.of(what), pathVariable, true, ifMatch, personal);
  }

  EndpointRule withIfMatch() {
    return new EndpointRule(open, roles, thing, variable, changes, true, personal);
  }

  EndpointRule ofPersons() {
    return new EndpointRule(open, roles, thing, variable, changes, ifMatch, true);
  }
}
