package onegrid.plan;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes: {@link #with} gives another one that shares nearly all of it, in the
 * time of a few array copies. A trie over the hashes of the keys, 32 ways at a time. In no order.
 */
final class PersistentMap<K, V> {
  private static final int BITS = 5;
  private static final int DEEPEST = 30;
  private static final Node EMPTY = new Node(0, new Object[0]);

  private final Node root;
  private final int size;

  private PersistentMap(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(EMPTY, 0);
  }

  /** Below the deepest level, keys of one hash stand side by side and {@code map} says nothing. */
  private record Node(int map, Object[] slots) {}

  private record Entry(int hash, Object key, Object value) {}

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  @Nullable V get(K key) {
    Entry found = find(root, 0, hash(key), key);
    return found == null ? null : (V) found.value;
  }

  PersistentMap<K, V> with(K key, V value) {
    boolean known = get(key) != null;
    Entry entry = new Entry(hash(key), key, value);
    return new PersistentMap<>(put(root, 0, entry), known ? size : size + 1);
  }

  PersistentMap<K, V> without(K key) {
    return get(key) == null ? this : new PersistentMap<>(remove(root, 0, hash(key), key), size - 1);
  }

  @SuppressWarnings("unchecked")
  void forEach(BiConsumer<K, V> reader) {
    walk(root, entry -> reader.accept((K) entry.key, (V) entry.value));
  }

  private interface Reader {
    void read(Entry entry);
  }

  private static void walk(Node node, Reader reader) {
    for (Object slot : node.slots) {
      if (slot instanceof Node deeper) {
        walk(deeper, reader);
      } else {
        reader.read((Entry) slot);
      }
    }
  }

  private static int hash(Object key) {
    int h = key.hashCode() * 0x9E3779B9;
    return h ^ (h >>> 15);
  }

  private static int place(Node node, int bit) {
    return Integer.bitCount(node.map & (bit - 1));
  }

  private static int bit(int hash, int shift) {
    return 1 << ((hash >>> shift) & 31);
  }

  private static @Nullable Entry find(Node node, int shift, int hash, Object key) {
    if (shift > DEEPEST) {
      int at = inBucket(node, key);
      return at < 0 ? null : (Entry) node.slots[at];
    }
    int bit = bit(hash, shift);
    if ((node.map & bit) == 0) {
      return null;
    }
    Object slot = node.slots[place(node, bit)];
    if (slot instanceof Node deeper) {
      return find(deeper, shift + BITS, hash, key);
    }
    Entry entry = (Entry) slot;
    return entry.key.equals(key) ? entry : null;
  }

  private static int inBucket(Node node, Object key) {
    for (int i = 0; i < node.slots.length; i++) {
      if (((Entry) node.slots[i]).key.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static Node put(Node node, int shift, Entry entry) {
    if (shift > DEEPEST) {
      int at = inBucket(node, entry.key);
      return new Node(
          0, at < 0 ? inserted(node.slots, node.slots.length, entry) : set(node.slots, at, entry));
    }
    int bit = bit(entry.hash, shift);
    int at = place(node, bit);
    if ((node.map & bit) == 0) {
      return new Node(node.map | bit, inserted(node.slots, at, entry));
    }
    Object slot = node.slots[at];
    Object after;
    if (slot instanceof Node deeper) {
      after = put(deeper, shift + BITS, entry);
    } else if (((Entry) slot).key.equals(entry.key)) {
      after = entry;
    } else {
      after = put(put(EMPTY, shift + BITS, (Entry) slot), shift + BITS, entry);
    }
    return new Node(node.map, set(node.slots, at, after));
  }

  private static Node remove(Node node, int shift, int hash, Object key) {
    if (shift > DEEPEST) {
      return new Node(0, removed(node.slots, inBucket(node, key)));
    }
    int bit = bit(hash, shift);
    int at = place(node, bit);
    if (node.slots[at] instanceof Node deeper) {
      Node left = remove(deeper, shift + BITS, hash, key);
      if (left.slots.length > 0) {
        return new Node(node.map, set(node.slots, at, left));
      }
    }
    return new Node(node.map & ~bit, removed(node.slots, at));
  }

  private static Object[] set(Object[] slots, int at, Object value) {
    Object[] copy = slots.clone();
    copy[at] = value;
    return copy;
  }

  private static Object[] inserted(Object[] slots, int at, Object value) {
    Object[] copy = new Object[slots.length + 1];
    System.arraycopy(slots, 0, copy, 0, at);
    copy[at] = value;
    System.arraycopy(slots, at, copy, at + 1, slots.length - at);
    return copy;
  }

  private static Object[] removed(Object[] slots, int at) {
    Object[] copy = new Object[slots.length - 1];
    System.arraycopy(slots, 0, copy, 0, at);
    System.arraycopy(slots, at + 1, copy, at, copy.length - at);
    return copy;
  }
}
