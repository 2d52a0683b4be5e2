package onegrid.server.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import onegrid.plan.Plan;
import onegrid.plan.PlanBytes;
import onegrid.store.PlanLine;
import onegrid.store.PlanSnapshot;
import onegrid.store.PlanStore;
import onegrid.store.Stores;
import org.springframework.stereotype.Component;

/**
 * What plans are, told from their logs: from the newest snapshot on, or from what was last known.
 *
 * <p>Some plans are remembered. A memory is a hint only: it counts when the digest of the plan's
 * row says that it is the truth, so neither a transaction that was rolled back nor another server
 * can make it a lie.
 */
@Component
class PlanStates {
  /** So many operations, and the plan is written down as a whole. */
  static final int SNAPSHOT_EVERY = 256;

  private static final int REMEMBERED = 64;
  private static final int STARTS = 8;
  private static final int AT_ONCE = 500;

  private final PlanStore plans;
  private final PlanJson json;
  private final Map<Long, Memory> known = newest(REMEMBERED);

  /** Plans before their first operation, by their digest: drafts of one version begin alike. */
  private final Map<String, SoftReference<Plan>> starts = newest(STARTS);

  PlanStates(Stores stores, PlanJson json) {
    this.plans = stores.plans();
    this.json = json;
  }

  private record Known(long seq, Plan plan) {}

  /**
   * Given up before memory runs out: a plan of 14,000 units takes about 20 MB, and one that began
   * like another shares with it what neither has changed.
   */
  private record Memory(long seq, SoftReference<Plan> plan) {}

  /**
   * The plan as its row says that it is.
   *
   * @throws IllegalStateException if its log tells another one
   */
  Plan of(onegrid.store.Plan row) {
    Optional<Plan> plan = remembered(row.id(), row.lastSeq()).flatMap(from -> told(row, from));
    if (plan.isEmpty()) {
      plan = told(row, snapshot(row.id(), row.lastSeq()));
    }
    Plan found =
        plan.orElseThrow(
            () -> new IllegalStateException("plan " + row.id() + " is not what its log tells"));
    remember(row.id(), row.lastSeq(), found);
    return found;
  }

  /** The frame of a plan, which never changes; without the rest of it when that is remembered. */
  int epsgCode(onegrid.store.Plan row) {
    return remembered(row.id(), Long.MAX_VALUE)
        .map(Known::plan)
        .orElseGet(() -> of(row))
        .epsgCode();
  }

  /** The plan before its first operation. */
  Plan start(long id) {
    return snapshot(id, 0).plan;
  }

  private Known snapshot(long id, long seq) {
    PlanSnapshot snapshot =
        plans
            .snapshot(id, seq)
            .orElseThrow(() -> new IllegalStateException("plan " + id + " has no start"));
    if (snapshot.seq() > 0) {
      return new Known(snapshot.seq(), read(id, snapshot));
    }
    synchronized (starts) {
      SoftReference<Plan> alike = starts.get(snapshot.digest());
      Plan plan = alike == null ? null : alike.get();
      if (plan == null) {
        plan = read(id, snapshot);
        starts.put(snapshot.digest(), new SoftReference<>(plan));
      }
      return new Known(0, plan);
    }
  }

  private static Plan read(long id, PlanSnapshot snapshot) {
    Plan plan = PlanBytes.read(unpacked(snapshot.bytes()));
    if (!plan.digest().equals(snapshot.digest())) {
      throw new IllegalStateException(
          "plan " + id + ": snapshot " + snapshot.seq() + " is damaged");
    }
    return plan;
  }

  /** A map that keeps so many of those asked for last. */
  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  /** Tells the log on from a known place; empty when that does not lead to what the row says. */
  private Optional<Plan> told(onegrid.store.Plan row, Known from) {
    Plan plan = from.plan;
    long seq = from.seq;
    try {
      while (seq < row.lastSeq()) {
        List<PlanLine> lines = plans.log(row.id(), seq, AT_ONCE);
        if (lines.isEmpty()) {
          return Optional.empty();
        }
        for (PlanLine line : lines) {
          if (line.seq() <= row.lastSeq()) {
            plan = plan.with(json.diff(line.operation()));
            seq = line.seq();
          }
        }
      }
    } catch (IllegalStateException notAsTheDiffExpects) {
      return Optional.empty();
    }
    return plan.digest().equals(row.digest()) ? Optional.of(plan) : Optional.empty();
  }

  private Optional<Known> remembered(long id, long notAfter) {
    synchronized (known) {
      Memory memory = known.get(id);
      Plan plan = memory == null ? null : memory.plan.get();
      return memory == null || plan == null || memory.seq > notAfter
          ? Optional.empty()
          : Optional.of(new Known(memory.seq, plan));
    }
  }

  void remember(long id, long seq, Plan plan) {
    synchronized (known) {
      known.put(id, new Memory(seq, new SoftReference<>(plan)));
    }
  }

  static PlanSnapshot snapshot(long seq, Plan plan) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(PlanBytes.of(plan));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PlanSnapshot(seq, plan.digest(), packed.toByteArray());
  }

  private static byte[] unpacked(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
