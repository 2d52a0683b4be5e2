package onegrid.io.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onegrid.io.FileRefused;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkTags;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** What of an extract matters to people on foot, in degrees. */
final class OsmData {
  private static final int MOST_NODES = 60_000_000;
  private static final Set<String> WATERWAYS = Set.of("river", "canal");
  private static final Set<String> RAILWAYS =
      Set.of("rail", "light_rail", "narrow_gauge", "subway");
  private static final Set<String> WALLS = Set.of("wall", "city_wall", "fence", "retaining_wall");
  private static final Set<String> GATES =
      Set.of("gate", "lift_gate", "swing_gate", "hampshire_gate", "sliding_gate", "kissing_gate");

  /** Tags that anything here depends on; a reader may leave out all others. */
  static final Set<String> KEYS =
      Stream.concat(
              WalkTags.KEYS.stream(),
              Stream.of("building", "waterway", "railway", "barrier", "name", "crossing"))
          .collect(Collectors.toUnmodifiableSet());

  /** What a way is here: to be walked, or in the way, or else a building. */
  record Use(@Nullable WalkTags walk, @Nullable BarrierKind barrier, String name) {}

  /** A way with its nodes. */
  @SuppressWarnings("ArrayRecordComponent") // a city of objects would not fit
  record Way(long id, long[] nodes, Use use) {}

  final List<Way> ways = new ArrayList<>();
  final List<Way> barriers = new ArrayList<>();
  final List<Way> buildings = new ArrayList<>();
  final List<Long> lights = new ArrayList<>();
  final List<Long> crossings = new ArrayList<>();
  final List<Long> levelCrossings = new ArrayList<>();
  final List<Long> closed = new ArrayList<>();
  @Nullable Envelope bounds;

  private static final Use BUILDING = new Use(null, null, "");

  private long[] ids = new long[1 << 16];
  private double[] lons = new double[1 << 16];
  private double[] lats = new double[1 << 16];
  private int nodes;
  private boolean sorted = true;

  void bounds(double west, double south, double east, double north) {
    if (west < east && south < north) {
      bounds = new Envelope(west, east, south, north);
    }
  }

  void node(long id, double lon, double lat) {
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
      throw FileRefused.broken(
          "节点 " + id + " 的经纬度超出范围：" + lon + ", " + lat,
          "node " + id + " is nowhere on earth: " + lon + ", " + lat);
    }
    if (nodes == ids.length) {
      if (nodes >= MOST_NODES) {
        throw FileRefused.tooLarge(
            "节点超过 " + MOST_NODES + " 个，请先裁剪到本市", "too many nodes; cut out the city first");
      }
      ids = Arrays.copyOf(ids, nodes * 2);
      lons = Arrays.copyOf(lons, nodes * 2);
      lats = Arrays.copyOf(lats, nodes * 2);
    }
    sorted &= nodes == 0 || ids[nodes - 1] < id;
    ids[nodes] = id;
    lons[nodes] = lon;
    lats[nodes++] = lat;
  }

  void nodeTags(long id, Map<String, String> tags) {
    if (tags.isEmpty()) {
      return;
    }
    String highway = tags.getOrDefault("highway", "");
    String crossing = tags.getOrDefault("crossing", "");
    if (highway.equals("crossing") || highway.equals("traffic_signals")) {
      boolean signals = highway.equals("traffic_signals") || crossing.equals("traffic_signals");
      if (!crossing.equals("no")) {
        (signals ? lights : crossings).add(id);
      }
    }
    String railway = tags.getOrDefault("railway", "");
    if (railway.equals("level_crossing") || railway.equals("crossing")) {
      levelCrossings.add(id);
    }
    if (GATES.contains(tags.getOrDefault("barrier", ""))) {
      String access = tags.getOrDefault("foot", tags.getOrDefault("access", ""));
      if (access.equals("no") || access.equals("private")) {
        closed.add(id);
      }
    }
  }

  /** What a way with these tags is; none when it is not kept. */
  @Nullable Use use(Map<String, String> tags) {
    if (tags.isEmpty()) {
      return null;
    }
    Optional<WalkTags> walk = WalkTags.of(tags);
    if (walk.isPresent()) {
      return new Use(walk.get(), null, "");
    }
    if (isBarrier(tags)) {
      BarrierKind kind =
          tags.containsKey("waterway")
              ? BarrierKind.RIVER
              : tags.containsKey("railway") ? BarrierKind.RAILWAY : BarrierKind.WALL;
      return new Use(null, kind, tags.getOrDefault("name", ""));
    }
    return tags.containsKey("building") ? BUILDING : null;
  }

  static boolean isBarrier(Map<String, String> tags) {
    boolean under =
        !tags.getOrDefault("tunnel", "no").equals("no")
            || !tags.getOrDefault("bridge", "no").equals("no")
            || tags.getOrDefault("layer", "0").startsWith("-");
    return !under
        && (WATERWAYS.contains(tags.getOrDefault("waterway", ""))
            || RAILWAYS.contains(tags.getOrDefault("railway", ""))
            || WALLS.contains(tags.getOrDefault("barrier", "")));
  }

  void way(long id, long[] refs, Use use) {
    Way way = new Way(id, refs, use);
    if (use.walk() != null) {
      ways.add(way);
    } else if (use.barrier() != null) {
      barriers.add(way);
    } else {
      buildings.add(way);
    }
  }

  /** Puts the nodes in the order of their ids, for {@link #find}. */
  void sort() {
    if (sorted) {
      return;
    }
    Integer[] order = new Integer[nodes];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(ids[a], ids[b]));
    long[] newIds = new long[nodes];
    double[] newLons = new double[nodes];
    double[] newLats = new double[nodes];
    for (int i = 0; i < nodes; i++) {
      newIds[i] = ids[order[i]];
      newLons[i] = lons[order[i]];
      newLats[i] = lats[order[i]];
    }
    ids = newIds;
    lons = newLons;
    lats = newLats;
    sorted = true;
  }

  /** The place of a node among the nodes, negative when the extract does not hold it. */
  int find(long id) {
    return Arrays.binarySearch(ids, 0, nodes, id);
  }

  /** The same for a node that probably stands near another, as those of one way do. */
  int find(long id, int near) {
    if (near < 0) {
      return find(id);
    }
    int low = Math.max(0, near - 16);
    int high = Math.min(nodes, near + 16);
    return ids[low] <= id && id <= ids[high - 1]
        ? Arrays.binarySearch(ids, low, high, id)
        : id > ids[high - 1]
            ? Arrays.binarySearch(ids, high, nodes, id)
            : Arrays.binarySearch(ids, 0, low, id);
  }

  long id(int node) {
    return ids[node];
  }

  double lon(int node) {
    return lons[node];
  }

  double lat(int node) {
    return lats[node];
  }
}
