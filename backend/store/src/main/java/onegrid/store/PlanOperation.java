package onegrid.store;

import java.util.List;

/**
 * One small edit, before it has a number.
 *
 * @param verb what was done, in capitals: {@code TRANSFER}
 * @param ids what it was done to
 * @param before JSON
 * @param after JSON
 * @param note for people, may be empty
 */
public record PlanOperation(
    String verb, List<String> ids, String before, String after, String note) {

  public PlanOperation {
    ids = List.copyOf(ids);
    if (!verb.matches("[A-Z_]{1,40}")) {
      throw new IllegalArgumentException("no verb: " + verb);
    }
  }
}
