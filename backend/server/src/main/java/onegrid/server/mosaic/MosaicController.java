package onegrid.server.mosaic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.merge.ConflictKind;
import onegrid.server.problem.FindingPage;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.server.security.PageOf;
import onegrid.store.LonLat;
import onegrid.store.MosaicConflict;
import onegrid.store.MosaicInput;
import onegrid.store.MosaicStore;
import onegrid.store.Page;
import onegrid.store.StoredMosaic;
import onegrid.store.WorkspaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MosaicController {
  private final WorkspaceStore workspaces;
  private final MosaicStore mosaics;

  MosaicController(WorkspaceStore workspaces, MosaicStore mosaics) {
    this.workspaces = workspaces;
    this.mosaics = mosaics;
  }

  @GetMapping("/api/workspaces/{workspaceId}/mosaics")
  List<MosaicView.Entry> list(@PathVariable long workspaceId) {
    if (workspaces.find(workspaceId).isEmpty()) {
      throw Refused.notFound("工作区", "workspace");
    }
    return mosaics.list(workspaceId).stream().map(MosaicView.Entry::of).toList();
  }

  @GetMapping("/api/mosaics/{id}")
  MosaicView one(@PathVariable long id) {
    return MosaicView.of(
        known(id),
        mosaics.inputs(id),
        mosaics.conflictCounts(id),
        mosaics.findingCounts(id),
        mosaics.phases(id));
  }

  @GetMapping("/api/mosaics/{id}/conflicts")
  ConflictView.Page conflicts(
      @PathVariable long id,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String layer,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    Optional<ConflictKind> wanted = Optional.ofNullable(kind).map(MosaicController::kind);
    known(id);
    Map<String, Sign> signs = Sign.of(mosaics.inputs(id));
    Page<MosaicConflict> page =
        mosaics.conflicts(id, wanted, Optional.ofNullable(layer), PageOf.list(limit, offset));
    return new ConflictView.Page(
        page.total(), page.items().stream().map(c -> ConflictView.of(c, signs)).toList());
  }

  @GetMapping("/api/mosaics/{id}/findings")
  FindingPage findings(
      @PathVariable long id,
      @RequestParam @Nullable String code,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Integer offset) {
    known(id);
    return FindingPage.of(
        mosaics.findings(
            id, Optional.ofNullable(code).map(FindingPage::code), PageOf.list(limit, offset)),
        mosaics.findingCounts(id));
  }

  @GetMapping("/api/mosaics/{id}/at")
  PlaceView at(@PathVariable long id, @RequestParam double lon, @RequestParam double lat) {
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
      throw new Refused(
          ProblemKind.BAD_PARAMETER,
          "经度须在 ±180、纬度须在 ±90 之内。",
          "Longitude is within 180 degrees, latitude within 90.");
    }
    known(id);
    LonLat place = new LonLat(lon, lat);
    List<MosaicInput> inputs = mosaics.inputs(id);
    return PlaceView.of(mosaics.unitAt(id, place), mosaics.cellsAt(id, place), inputs);
  }

  private StoredMosaic known(long id) {
    return mosaics.find(id).orElseThrow(() -> Refused.notFound("合并结果", "mosaic"));
  }

  private static ConflictKind kind(String name) {
    return Arrays.stream(ConflictKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ProblemKind.BAD_PARAMETER, "没有这种冲突类型。", "There is no such kind of conflict."));
  }
}
