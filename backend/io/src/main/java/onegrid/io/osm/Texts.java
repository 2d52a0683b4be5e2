package onegrid.io.osm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a block, made only when somebody asks for them: most are names of keys and streets
 * that nobody does.
 */
final class Texts {
  private static final byte KEPT = 1;
  private static final byte LEFT_OUT = 2;

  private Proto[] raw = new Proto[256];
  private @Nullable String[] made = {};
  private byte[] kept = {};
  private int size;

  /** Reads a table of texts. */
  static Texts of(Proto table) {
    Texts texts = new Texts();
    while (table.next()) {
      if (table.field == 1) {
        if (texts.size == texts.raw.length) {
          texts.raw = Arrays.copyOf(texts.raw, texts.size * 2);
        }
        texts.raw[texts.size++] = table.message();
      } else {
        table.skip();
      }
    }
    texts.made = new String[texts.size];
    texts.kept = new byte[texts.size];
    return texts;
  }

  String get(int number) {
    check(number);
    String text = made[number];
    if (text == null) {
      text = raw[number].whole();
      made[number] = text;
    }
    return text;
  }

  /** Whether a text is a key that matters here. */
  boolean isKept(int number) {
    check(number);
    if (kept[number] == 0) {
      kept[number] = OsmData.KEYS.contains(get(number)) ? KEPT : LEFT_OUT;
    }
    return kept[number] == KEPT;
  }

  private void check(int number) {
    if (number < 0 || number >= size) {
      throw Proto.broken();
    }
  }
}
