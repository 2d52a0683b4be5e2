package onegrid.store;

import java.util.List;

/**
 * What one line of a plan's log read and wrote, without the rest of it.
 *
 * @param reads what it depended on
 * @param writes what it changed
 */
public record PlanTouch(long seq, List<String> reads, List<String> writes) {

  public PlanTouch {
    reads = List.copyOf(reads);
    writes = List.copyOf(writes);
  }
}
