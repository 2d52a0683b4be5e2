package onegrid.server.tile;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import onegrid.server.problem.Refused;
import onegrid.server.tile.TileMemory.Key;
import onegrid.store.CoverageStore;
import onegrid.store.Layer;
import onegrid.store.LayerStore;
import onegrid.store.MosaicStore;
import onegrid.store.TileAddress;
import onegrid.store.TileStore;
import onegrid.store.WorkspaceStore;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Vector tiles. Layers, mosaics and answers never change, so their tiles are asked for once. */
@RestController
class TileController {
  private static final MediaType MVT = new MediaType("application", "vnd.mapbox-vector-tile");
  private static final byte[] NOTHING = {};
  private static final int NEAREST_ZOOM = 18;
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
  private static final CacheControl ASK_AGAIN = CacheControl.noCache().cachePrivate();

  private final TileStore tiles;
  private final TileMemory memory;
  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final MosaicStore mosaics;
  private final CoverageStore coverages;

  TileController(
      TileStore tiles,
      TileMemory memory,
      WorkspaceStore workspaces,
      LayerStore layers,
      MosaicStore mosaics,
      CoverageStore coverages) {
    this.tiles = tiles;
    this.memory = memory;
    this.workspaces = workspaces;
    this.layers = layers;
    this.mosaics = mosaics;
    this.coverages = coverages;
  }

  @GetMapping("/api/workspaces/{workspaceId}/tiles/base/{z}/{x}/{y}")
  ResponseEntity<byte[]> base(
      @PathVariable long workspaceId,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y) {
    TileAddress address = address(z, x, y);
    long version =
        workspaces
            .find(workspaceId)
            .orElseThrow(() -> Refused.notFound("工作区", "workspace"))
            .version();
    Key key = new Key(TileMemory.Of.GROUND, workspaceId, version, address);
    return answer(memory.tile(key, () -> tiles.base(workspaceId, address)), ASK_AGAIN);
  }

  @GetMapping("/api/workspaces/{workspaceId}/tiles/layer/{id}/{z}/{x}/{y}")
  ResponseEntity<byte[]> layer(
      @PathVariable long workspaceId,
      @PathVariable long id,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y) {
    TileAddress address = address(z, x, y);
    Layer layer =
        layers
            .find(id)
            .filter(found -> found.workspaceId() == workspaceId)
            .orElseThrow(() -> Refused.notFound("图层", "layer"));
    Key key = new Key(TileMemory.Of.LAYER, layer.id(), 0, address);
    return answer(memory.tile(key, () -> tiles.layer(workspaceId, layer.id(), address)), FOR_EVER);
  }

  @GetMapping("/api/mosaics/{id}/tiles/{z}/{x}/{y}")
  ResponseEntity<byte[]> mosaic(
      @PathVariable long id, @PathVariable int z, @PathVariable int x, @PathVariable int y) {
    TileAddress address = address(z, x, y);
    if (mosaics.find(id).isEmpty()) {
      throw Refused.notFound("合并结果", "mosaic");
    }
    Key key = new Key(TileMemory.Of.MOSAIC, id, 0, address);
    return answer(memory.tile(key, () -> tiles.mosaic(id, address)), FOR_EVER);
  }

  @GetMapping("/api/coverages/{id}/tiles/{z}/{x}/{y}")
  ResponseEntity<byte[]> coverage(
      @PathVariable long id, @PathVariable int z, @PathVariable int x, @PathVariable int y) {
    TileAddress address = address(z, x, y);
    if (coverages.find(id).isEmpty()) {
      throw Refused.notFound("覆盖结果", "coverage");
    }
    Key key = new Key(TileMemory.Of.COVERAGE, id, 0, address);
    return answer(memory.tile(key, () -> tiles.coverage(id, address)), FOR_EVER);
  }

  private static TileAddress address(int z, int x, int y) {
    if (z < 0 || z > NEAREST_ZOOM || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Refused.notFound("瓦片", "tile");
    }
    return new TileAddress(z, x, y);
  }

  /** The ETag is weak because the container compresses on the way out. */
  private static ResponseEntity<byte[]> answer(Optional<byte[]> drawn, CacheControl cache) {
    byte[] tile = drawn.orElse(NOTHING);
    if (tile.length == 0) {
      return ResponseEntity.noContent().cacheControl(cache).build();
    }
    CRC32 sum = new CRC32();
    sum.update(tile);
    String etag = "W/\"" + HexFormat.of().toHexDigits(sum.getValue(), 8) + tile.length + '"';
    return ResponseEntity.ok().contentType(MVT).cacheControl(cache).eTag(etag).body(tile);
  }
}
