package onegrid.store;

import java.util.List;

/**
 * One small edit that was done, before it has a number.
 *
 * @param verb what was done, in capitals: {@code TRANSFER}
 * @param ids the parts of the plan that it changed
 * @param edit JSON: the wish
 * @param before JSON: those parts before
 * @param after JSON: those parts after
 * @param reads what it depended on
 * @param writes what it changed
 * @param digest of the plan after it
 * @param note for people, may be empty
 */
public record PlanOperation(
    String verb,
    List<String> ids,
    String edit,
    String before,
    String after,
    List<String> reads,
    List<String> writes,
    String digest,
    String note) {

  public PlanOperation {
    ids = List.copyOf(ids);
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
    if (!verb.matches("[A-Z_]{1,40}")) {
      throw new IllegalArgumentException("no verb: " + verb);
    }
  }
}
