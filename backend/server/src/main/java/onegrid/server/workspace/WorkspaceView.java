package onegrid.server.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import onegrid.store.Bounds;
import onegrid.store.PlaceCounts;
import onegrid.store.Workspace;
import org.jspecify.annotations.Nullable;

/** A workspace as it goes over the wire. */
record WorkspaceView(
    long id,
    String name,
    boolean madeUp,
    @Nullable Integer epsg,
    @Nullable List<Double> bounds,
    int layerCount,
    @Nullable Long latestMosaicId,
    String divisionCode,
    long version,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable PlaceCounts counts) {

  static WorkspaceView of(Workspace workspace, @Nullable PlaceCounts counts) {
    return new WorkspaceView(
        workspace.id(),
        workspace.name(),
        workspace.madeUp(),
        workspace.epsg().isPresent() ? workspace.epsg().getAsInt() : null,
        workspace.bounds().map(Bounds::toList).orElse(null),
        workspace.layerCount(),
        workspace.latestMosaicId().orElse(null),
        workspace.divisionCode(),
        workspace.version(),
        counts);
  }
}
