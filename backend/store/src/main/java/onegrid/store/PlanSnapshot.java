package onegrid.store;

/**
 * All of a plan after one of its operations.
 *
 * @param seq after which; 0 for its start
 * @param bytes as core writes them
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record PlanSnapshot(long seq, String digest, byte[] bytes) {}
