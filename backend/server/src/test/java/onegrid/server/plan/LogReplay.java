package onegrid.server.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.finding.Severity;
import onegrid.plan.EditOutcome;
import onegrid.plan.Plan;
import onegrid.plan.PlanBytes;
import onegrid.plan.PlanCheck;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanPolicy;
import onegrid.store.PlanLine;
import onegrid.store.Stores;
import tools.jackson.databind.json.JsonMapper;

/** Tells the log of a plan again from its start, wish by wish, without what came of them then. */
public final class LogReplay {
  private static final int PAGE = 500;

  private LogReplay() {}

  /** Checks that every wish gives what it gave, and the end the very bytes; gives their number. */
  public static int check(Stores stores, long id) {
    PlanJson json = new PlanJson(JsonMapper.builder().build());
    PlanStates states = new PlanStates(stores, json);
    onegrid.store.Plan row = stores.plans().find(id).orElseThrow();
    Map<Long, PlanDiff> done = new HashMap<>();
    Plan plan = states.start(id);
    long seq = 0;
    while (seq < row.lastSeq()) {
      List<PlanLine> lines = stores.plans().log(id, seq, PAGE);
      for (PlanLine line : lines) {
        assertEquals(seq + 1, line.seq(), "the log has no gaps");
        EditOutcome.Applied applied =
            assertInstanceOf(
                EditOutcome.Applied.class,
                PlanWords.edit(json.wish(line.operation()), done::get)
                    .applyTo(plan, PlanPolicy.USUAL),
                "operation " + line.seq());
        plan = applied.plan();
        seq = line.seq();
        done.put(seq, applied.diff());
        assertEquals(line.operation().digest(), plan.digest(), "operation " + seq);
        assertEquals(json.diff(line.operation()), applied.diff(), "operation " + seq);
      }
    }
    assertEquals(row.digest(), plan.digest());
    assertArrayEquals(PlanBytes.of(states.of(row)), PlanBytes.of(plan));
    assertEquals(
        0,
        PlanCheck.of(plan).stream().filter(f -> f.severity() == Severity.ERROR).count(),
        "no overlap, no gap");
    return (int) seq;
  }
}
