package onegrid.finding;

/**
 * One sentence for people, in both languages.
 *
 * @param zh the Chinese sentence, shown first
 * @param en the English sentence
 */
public record Words(String zh, String en) {

  /** Nothing to say. */
  public static final Words NONE = new Words("", "");
}
