package onegrid.bench;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** One person on the map page, who looks, thinks, asks, and now and then edits. */
final class LoadUser {
  private static final int TILES = 7;
  private static final int READS = 2;
  private static final double COVERAGE = 0.8;
  private static final double EDITS = 0.2;
  private static final int NEAREST = 17;
  private static final int FURTHEST = 12;

  private final Visitor visitor;
  private final Random random;
  private final LoadTally tally;
  private final LoadDraft draft;
  private final long mosaic;
  private final long coverage;
  private final List<Long> layers;
  private final double[] box;

  LoadUser(
      Visitor visitor,
      Random random,
      LoadTally tally,
      LoadDraft draft,
      long mosaic,
      long coverage,
      List<Long> layers,
      double[] box) {
    this.visitor = visitor;
    this.random = random;
    this.tally = tally;
    this.draft = draft;
    this.mosaic = mosaic;
    this.coverage = coverage;
    this.layers = layers;
    this.box = box;
  }

  /** Works until then; thinks first, so that not all begin at once. */
  void work(long end, double thinkSeconds) {
    double pause = random.nextDouble() * thinkSeconds;
    while (System.nanoTime() + pause * 1e9 < end) {
      Visitor.pause((long) (pause * 1000));
      look();
      pause = -Math.log(1 - random.nextDouble()) * thinkSeconds;
    }
  }

  private void look() {
    double lon = box[0] + random.nextDouble() * (box[2] - box[0]);
    double lat = box[1] + random.nextDouble() * (box[3] - box[1]);
    int zoom = FURTHEST + random.nextInt(NEAREST - FURTHEST + 1);
    for (int i = 0; i < TILES; i++) {
      ask(LoadTally.Kind.TILE, tiles(i) + tile(zoom, lon, lat, i));
    }
    for (int i = 0; i < READS; i++) {
      ask(LoadTally.Kind.READ, read(lon, lat));
    }
    if (random.nextDouble() < COVERAGE) {
      reach(lon, lat);
    }
    if (random.nextDouble() < EDITS) {
      tally.add(LoadTally.Kind.EDIT, draft.edit(visitor));
    }
  }

  /**
   * Of seven tiles three are of the mosaic, two of the ground, one of a layer, one of who is
   * reached.
   */
  private String tiles(int i) {
    return switch (i) {
      case 0, 2, 4 -> "/api/mosaics/" + mosaic + "/tiles/";
      case 1, 3 -> "/api/workspaces/1/tiles/base/";
      case 5 -> "/api/workspaces/1/tiles/layer/" + layers.get(random.nextInt(layers.size())) + "/";
      default -> "/api/coverages/" + coverage + "/tiles/";
    };
  }

  private static String tile(int zoom, double lon, double lat, int i) {
    int n = 1 << zoom;
    double phi = Math.toRadians(lat);
    int x = (int) ((lon + 180) / 360 * n) + i % 2;
    int y = (int) ((1 - Math.log(Math.tan(phi) + 1 / Math.cos(phi)) / Math.PI) / 2 * n) + i / 4;
    return zoom + "/" + x + "/" + y;
  }

  private String read(double lon, double lat) {
    String at = "/api/mosaics/" + mosaic;
    return switch (random.nextInt(8)) {
      case 0 -> "/api/workspaces";
      case 1 -> "/api/workspaces/1/layers";
      case 2 -> at;
      case 3 -> at + "/conflicts?limit=50";
      case 4 -> at + "/findings?limit=50";
      case 5 -> draft.address();
      case 6 -> "/api/workspaces/1/jobs";
      default -> at + "/at?lon=" + lon + "&lat=" + lat;
    };
  }

  private void reach(double lon, double lat) {
    String at = "/api/coverages/" + coverage;
    switch (random.nextInt(3)) {
      case 0 -> ask(LoadTally.Kind.COVERAGE, at + "/pockets?limit=50");
      case 1 -> ask(LoadTally.Kind.COVERAGE, at + "/building?lon=" + lon + "&lat=" + lat);
      default ->
          tally.add(
              LoadTally.Kind.COVERAGE,
              visitor.post(
                  at + "/what-if", Map.of("adds", List.of(Map.of("lon", lon, "lat", lat)))));
    }
  }

  private void ask(LoadTally.Kind kind, String path) {
    tally.add(kind, visitor.get(path));
  }
}
