package onegrid.server.layer;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.store.Bounds;
import onegrid.store.Layer;
import onegrid.store.LayerRole;
import org.jspecify.annotations.Nullable;

/** A layer as it goes over the wire. */
record LayerView(
    long id,
    String name,
    LayerRole role,
    String letter,
    int hue,
    int rank,
    int cells,
    int vertices,
    double areaSquareMetres,
    String source,
    OffsetDateTime importedAt,
    String crs,
    Findings findings,
    @Nullable List<Double> bounds) {

  record Findings(int error, int warning, int info) {}

  static LayerView of(Layer layer) {
    return new LayerView(
        layer.id(),
        layer.name(),
        layer.role(),
        layer.letter(),
        layer.hue(),
        layer.rank(),
        layer.cells(),
        layer.vertices(),
        layer.areaSquareMetres(),
        layer.source(),
        layer.importedAt().atZone(ZoneId.systemDefault()).toOffsetDateTime(),
        layer.crs(),
        new Findings(layer.errors(), layer.warnings(), layer.infos()),
        layer.bounds().map(Bounds::toList).orElse(null));
  }
}
