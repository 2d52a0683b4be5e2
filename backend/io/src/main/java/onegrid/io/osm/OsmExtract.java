package onegrid.io.osm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.crs.CrsGate;
import onegrid.walk.Barrier;
import onegrid.walk.BarrierKind;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkTags;
import onegrid.walk.WalkWay;
import org.locationtech.jts.geom.Envelope;

/**
 * The ways, barriers and crossings of an OpenStreetMap extract, in the metres of one frame.
 *
 * <p>Ways keep the extract's node ids, so they meet where the map says. A way that runs out of the
 * extract ends at its last node that is inside.
 */
public final class OsmExtract {
  private final OsmData data;
  private final Envelope bounds;

  private OsmExtract(OsmData data) {
    this.data = data;
    this.bounds = data.bounds == null ? new Envelope() : data.bounds;
  }

  /** Whether a file looks like an extract by its name. */
  public static boolean isExtract(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".pbf") || name.endsWith(".osm") || name.endsWith(".osm.gz");
  }

  /**
   * Reads an extract.
   *
   * @throws FileRefused if it cannot be read whole; the words begin with the file's name
   */
  public static OsmExtract read(Path file) {
    String name = String.valueOf(file.getFileName());
    OsmData data = new OsmData();
    try {
      if (!Files.isRegularFile(file)) {
        throw FileRefused.broken("没有这个文件，请核对路径", "there is no such file");
      }
      if (Files.size(file) > ReadLimits.GENEROUS.bytes()) {
        throw FileRefused.tooLarge("文件过大，请先裁剪到本市", "too large; cut out the city first");
      }
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".pbf")) {
        OsmPbf.read(file, data);
      } else {
        OsmXml.read(file, lower.endsWith(".gz"), data);
      }
    } catch (FileRefused e) {
      throw e.of(name);
    } catch (IOException e) {
      FileRefused refused =
          FileRefused.broken("无法读取（" + e.getMessage() + "）", "cannot be read: " + e.getMessage());
      refused.initCause(e);
      throw refused.of(name);
    }
    data.sort();
    if (data.ways.isEmpty()) {
      throw FileRefused.broken("里面没有一条可以步行的道路", "it holds no way that can be walked").of(name);
    }
    return new OsmExtract(data);
  }

  /** The gate of the frame that suits the middle of the extract. */
  public CrsGate gate() {
    if (!bounds.isNull()) {
      return CrsGate.forPlace(bounds.centre().x, bounds.centre().y);
    }
    int node = data.find(data.ways.get(0).nodes()[0]);
    return node < 0 ? CrsGate.forPlace(0, 0) : CrsGate.forPlace(data.lon(node), data.lat(node));
  }

  /** Where the data ends, in metres; none when it does not say. */
  public Optional<Envelope> extent(CrsGate gate) {
    if (bounds.isNull()) {
      return Optional.empty();
    }
    double[] corners = {
      bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY(),
      bounds.getMinX(), bounds.getMaxY(), bounds.getMaxX(), bounds.getMinY()
    };
    gate.toMetres(corners);
    // The largest box inside: a tilted border is not a dead end.
    return Optional.of(
        new Envelope(
            Math.max(corners[0], corners[4]),
            Math.min(corners[2], corners[6]),
            Math.max(corners[1], corners[7]),
            Math.min(corners[3], corners[5])));
  }

  /** The ways that people may walk. */
  public List<WalkWay> ways(CrsGate gate) {
    List<WalkWay> ways = new ArrayList<>(data.ways.size());
    for (OsmData.Way way : data.ways) {
      WalkTags tags = Objects.requireNonNull(way.use().walk());
      String id = Long.toString(way.id());
      for (int[] inside : inside(way.nodes())) {
        int[][] at = cells(inside, gate);
        ways.add(
            new WalkWay(
                id,
                at[0],
                at[1],
                names(inside),
                tags.kind(),
                tags.level(),
                tags.forward(),
                tags.backward()));
      }
    }
    return ways;
  }

  /** Rivers, railways and walls. */
  public List<Barrier> barriers(CrsGate gate) {
    List<Barrier> barriers = new ArrayList<>();
    for (OsmData.Way way : data.barriers) {
      BarrierKind kind = Objects.requireNonNull(way.use().barrier());
      for (int[] inside : inside(way.nodes())) {
        int[][] at = cells(inside, gate);
        barriers.add(new Barrier(Long.toString(way.id()), way.use().name(), kind, at[0], at[1]));
      }
    }
    return barriers;
  }

  /** Crossings, level crossings and closed gates. */
  public List<WalkSpot> spots(CrsGate gate) {
    List<WalkSpot> spots = new ArrayList<>();
    add(data.lights, WalkSpot.Kind.CROSSING_WITH_LIGHTS, gate, spots);
    add(data.crossings, WalkSpot.Kind.CROSSING, gate, spots);
    add(data.levelCrossings, WalkSpot.Kind.LEVEL_CROSSING, gate, spots);
    add(data.closed, WalkSpot.Kind.CLOSED, gate, spots);
    return spots;
  }

  private void add(List<Long> nodes, WalkSpot.Kind kind, CrsGate gate, List<WalkSpot> spots) {
    for (long node : nodes) {
      int found = data.find(node);
      if (found >= 0) {
        int[][] at = cells(new int[] {found}, gate);
        spots.add(new WalkSpot(kind, node, at[0][0], at[1][0]));
      }
    }
  }

  /** Footprints of buildings: rings of x and y in cells. */
  public List<int[][]> buildings(CrsGate gate) {
    List<int[][]> rings = new ArrayList<>();
    for (OsmData.Way way : data.buildings) {
      long[] nodes = way.nodes();
      if (nodes.length > 3 && nodes[0] == nodes[nodes.length - 1]) {
        List<int[]> whole = inside(nodes);
        if (whole.size() == 1 && whole.get(0).length == nodes.length) {
          rings.add(cells(whole.get(0), gate));
        }
      }
    }
    return rings;
  }

  /** The stretches of a way whose nodes the extract holds, each of two nodes at least. */
  private List<int[]> inside(long[] nodes) {
    int[] found = new int[nodes.length];
    int missing = 0;
    int near = -1;
    for (int i = 0; i < nodes.length; i++) {
      near = data.find(nodes[i], near);
      found[i] = near;
      missing += near < 0 ? 1 : 0;
    }
    if (missing == 0 && found.length > 1) {
      return List.of(found);
    }
    List<int[]> stretches = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= found.length; i++) {
      if (i == found.length || found[i] < 0) {
        if (i - start > 1) {
          stretches.add(Arrays.copyOfRange(found, start, i));
        }
        start = i + 1;
      }
    }
    return stretches;
  }

  private long[] names(int[] nodes) {
    long[] names = new long[nodes.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = data.id(nodes[i]);
    }
    return names;
  }

  private int[][] cells(int[] nodes, CrsGate gate) {
    double[] points = new double[nodes.length * 2];
    for (int i = 0; i < nodes.length; i++) {
      points[i * 2] = data.lon(nodes[i]);
      points[i * 2 + 1] = data.lat(nodes[i]);
    }
    gate.toMetres(points);
    int[][] cells = new int[2][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      cells[0][i] = LocalFrame.toCells(points[i * 2]);
      cells[1][i] = LocalFrame.toCells(points[i * 2 + 1]);
    }
    return cells;
  }
}
