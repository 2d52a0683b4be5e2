package onegrid.store;

import java.time.Instant;

/** Someone who may sign in. The hash of the password is read apart, by {@link AccountStore}. */
public record Account(long id, String name, Role role, Instant createdAt) {}
