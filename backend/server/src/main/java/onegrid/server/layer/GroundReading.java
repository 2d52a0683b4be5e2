package onegrid.server.layer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onegrid.finding.Finding;
import onegrid.geo.LocalFrame;
import onegrid.io.FileRefused;
import onegrid.io.intake.TablePlace;
import onegrid.io.osm.OsmExtract;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.BaseMap;
import onegrid.store.Bounds;
import onegrid.store.GroundPart;
import org.jspecify.annotations.Nullable;

/** From the files of a hand-in of ground to rows of the store. */
final class GroundReading {
  private GroundReading() {}

  /**
   * What was read.
   *
   * @param file what the main file is called
   * @param whole whether barriers and crossings came with the roads
   * @param dataEnds where the data of an extract ends
   */
  record Read(
      String file,
      BaseMap map,
      FrameShapes frame,
      boolean whole,
      Optional<Bounds> dataEnds,
      List<Finding> findings) {}

  /**
   * Reads one part of the ground.
   *
   * @param crs the coordinate system that a person states, null for none
   * @param epsg the frame of the workspace; when it has none the file chooses it
   * @throws Refused if it cannot be read or holds nothing that can be used
   */
  static Read of(GroundPart part, List<Path> files, @Nullable String crs, OptionalInt epsg) {
    Path main = LayerReading.mainFile(files);
    try {
      return OsmExtract.isExtract(main) ? extract(part, main, epsg) : table(part, files, crs, epsg);
    } catch (FileRefused e) {
      throw FileRefusal.of(e);
    }
  }

  private static Read table(
      GroundPart part, List<Path> files, @Nullable String crs, OptionalInt epsg) {
    TablePlace place = LayerReading.readAny(files, crs);
    FrameShapes frame =
        FrameShapes.of(epsg.isPresent() ? new LocalFrame(epsg.getAsInt()) : place.gate().frame());
    GroundRows rows = new GroundRows(place, frame);
    BaseMap map = rows.of(part);
    return new Read(
        String.valueOf(LayerReading.mainFile(files).getFileName()),
        map,
        frame,
        false,
        Optional.empty(),
        rows.findings());
  }

  private static Read extract(GroundPart part, Path file, OptionalInt epsg) {
    if (part != GroundPart.ROADS) {
      throw new Refused(
          ProblemKind.FILE_REFUSED,
          "OpenStreetMap 数据请按“道路”导入：河流、铁路、围墙和过街设施随之一起读入。",
          "Hand in an extract of OpenStreetMap as roads: rivers, railways, walls and crossings come"
              + " with them.");
    }
    OsmExtract extract = OsmExtract.read(file);
    FrameShapes frame =
        FrameShapes.of(epsg.isPresent() ? new LocalFrame(epsg.getAsInt()) : extract.gate().frame());
    WayRows rows = new WayRows(frame);
    rows.withRoads(extract.barriers(frame.gate()));
    BaseMap map =
        BaseMap.empty()
            .withWays(
                rows.roads(extract.ways(frame.gate())),
                rows.walls,
                rows.crossings(extract.spots(frame.gate())));
    if (map.roads().isEmpty()) {
      throw FileRefused.broken("里面没有一条可以步行的道路", "it holds no way that can be walked")
          .of(String.valueOf(file.getFileName()));
    }
    Optional<Bounds> ends =
        extract
            .extent(frame.gate())
            .map(
                box -> {
                  double[] low = frame.gate().toDegrees(box.getMinX(), box.getMinY());
                  double[] high = frame.gate().toDegrees(box.getMaxX(), box.getMaxY());
                  return new Bounds(low[0], low[1], high[0], high[1]);
                });
    return new Read(String.valueOf(file.getFileName()), map, frame, true, ends, List.of());
  }
}
