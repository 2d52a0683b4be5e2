package onegrid.store;

import java.time.Instant;

/**
 * One line of the log of who changed what.
 *
 * @param seq 1, 2, 3 … without a gap
 * @param actor the account
 * @param verb what was done: {@code layer.save}
 * @param subject what it was done to: {@code layer 7}
 * @param detail more, for people; never a payload
 * @param hash SHA-256 over this line and the hash before it, in hexadecimal
 */
public record AuditLine(
    long seq, Instant at, String actor, String verb, String subject, String detail, String hash) {}
