package onegrid.walk;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which OpenStreetMap ways people may walk, and what they are, by their tags.
 *
 * <p>Sources: the OSM wiki's pages "Key:highway", "OSM tags for routing/Access restrictions"
 * (default table for foot: motorways no, everything else yes), "Key:foot", "Key:access",
 * "Key:sidewalk", "Key:layer", "Key:oneway:foot". Where the wiki leaves it to the country we take:
 * trunk and primary are wide roads; {@code sidewalk=separate} means that the pavement is a way of
 * its own and the roadway is not walked.
 *
 * @param kind what the way is
 * @param level its {@code layer}, 0 on the ground
 * @param forward whether it is walked along its drawing
 * @param backward whether it is walked against it
 */
public record WalkTags(WayKind kind, int level, boolean forward, boolean backward) {
  /** The tags that it depends on. */
  public static final Set<String> KEYS =
      Set.of(
          "access",
          "bridge",
          "conveying",
          "foot",
          "highway",
          "indoor",
          "layer",
          "man_made",
          "motorroad",
          "oneway:foot",
          "sidewalk",
          "sidewalk:both",
          "tunnel");

  private static final Set<String> WIDE = Set.of("trunk", "primary");
  private static final Set<String> STREETS =
      Set.of(
          "trunk_link",
          "primary_link",
          "secondary",
          "secondary_link",
          "tertiary",
          "tertiary_link",
          "unclassified",
          "residential",
          "living_street",
          "service",
          "road",
          "track");
  private static final Set<String> PATHS =
      Set.of("footway", "path", "pedestrian", "cycleway", "bridleway", "corridor", "platform");
  private static final Set<String> FORBIDDEN =
      Set.of("no", "private", "use_sidepath", "discouraged", "military", "restricted");
  private static final Set<String> PASSAGES = Set.of("no", "building_passage");
  private static final int MOST_LEVELS = 20;

  /** What a way is for people on foot; empty when they may not walk it. */
  public static Optional<WalkTags> of(Map<String, String> tags) {
    String highway = tags.getOrDefault("highway", "");
    String foot = tags.getOrDefault("foot", "");
    boolean invited = foot.equals("yes") || foot.equals("designated") || foot.equals("permissive");
    Optional<WayKind> kind = kind(highway, tags);
    if (kind.isEmpty()
        || FORBIDDEN.contains(foot)
        || (FORBIDDEN.contains(tags.getOrDefault("access", "")) && !invited)
        || (tags.getOrDefault("motorroad", "").equals("yes") && !invited)
        || tags.getOrDefault("indoor", "").equals("yes")
        || (separatePavement(tags) && !invited)) {
      return Optional.empty();
    }
    int level = level(tags.getOrDefault("layer", "0"));
    boolean bridge = !tags.getOrDefault("bridge", "no").equals("no");
    boolean tunnel = !PASSAGES.contains(tags.getOrDefault("tunnel", "no"));
    WayKind as = bridge || tunnel ? WayKind.OVER_OR_UNDER : kind.get();
    if (level == 0 && (bridge || tunnel)) {
      level = bridge ? 1 : -1;
    }
    String oneWay = tags.getOrDefault("oneway:foot", escalator(tags));
    return Optional.of(
        new WalkTags(
            as,
            level,
            !oneWay.equals("-1"),
            oneWay.isEmpty() || oneWay.equals("no") || oneWay.equals("-1")));
  }

  private static String escalator(Map<String, String> tags) {
    String conveying = tags.getOrDefault("conveying", "");
    return conveying.equals("forward") ? "yes" : conveying.equals("backward") ? "-1" : "";
  }

  private static Optional<WayKind> kind(String highway, Map<String, String> tags) {
    if (highway.equals("steps")) {
      return Optional.of(WayKind.STEPS);
    }
    if (PATHS.contains(highway)) {
      return Optional.of(WayKind.PATH);
    }
    if (STREETS.contains(highway)) {
      return Optional.of(WayKind.STREET);
    }
    if (WIDE.contains(highway)) {
      return Optional.of(WayKind.WIDE_ROAD);
    }
    boolean pier = tags.getOrDefault("man_made", "").equals("pier");
    return pier ? Optional.of(WayKind.PATH) : Optional.empty();
  }

  private static boolean separatePavement(Map<String, String> tags) {
    return tags.getOrDefault("sidewalk", "").equals("separate")
        || tags.getOrDefault("sidewalk:both", "").equals("separate");
  }

  private static int level(String layer) {
    if (layer.equals("0")) {
      return 0;
    }
    try {
      double level = Double.parseDouble(layer.strip());
      return Math.abs(level) <= MOST_LEVELS ? (int) Math.round(level) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
