package onegrid.server.coverage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Keeps the few things that were asked for last. What is missing is made once, however many ask for
 * it at the same time; what could not be made is forgotten.
 */
final class Recent<K, V> {
  private final int most;
  private final Map<K, FutureTask<V>> kept = new LinkedHashMap<>(16, 0.75f, true);

  Recent(int most) {
    this.most = most;
  }

  /** The thing under a key, made by {@code maker} when it is not there. */
  V get(K key, Supplier<V> maker) {
    FutureTask<V> task;
    boolean mine = false;
    synchronized (kept) {
      FutureTask<V> found = kept.get(key);
      if (found == null) {
        found = new FutureTask<>(maker::get);
        mine = true;
        kept.put(key, found);
        Iterator<K> oldest = kept.keySet().iterator();
        while (kept.size() > most && oldest.hasNext()) {
          oldest.next();
          oldest.remove();
        }
      }
      task = found;
    }
    if (mine) {
      task.run();
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      synchronized (kept) {
        kept.remove(key, task);
      }
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The thing under a key when it is there and made. */
  Optional<V> peek(K key) {
    FutureTask<V> task;
    synchronized (kept) {
      task = kept.get(key);
    }
    try {
      return task != null && task.isDone() ? Optional.of(task.get()) : Optional.empty();
    } catch (ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Puts a thing under a key that was made elsewhere. */
  void put(K key, V value) {
    get(key, () -> value);
  }
}
