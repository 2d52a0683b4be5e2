package onegrid.store;

import java.time.Instant;

/**
 * A key for programs, in place of name and password.
 *
 * @param mayWrite whether it may change anything
 */
public record ApiToken(
    long id, long accountId, String name, boolean mayWrite, Instant expiresAt, Instant createdAt) {}
