package onegrid.server.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.io.intake.LayerIntake;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import onegrid.server.frame.FrameShapes;
import onegrid.server.job.JobResult;
import onegrid.server.job.JobRun;
import onegrid.server.job.JobWork;
import onegrid.store.BaseMap;
import onegrid.store.JobKind;
import onegrid.store.LayerDraft;
import onegrid.store.LayerRole;
import onegrid.store.LayerStore;
import onegrid.store.PlaceStore;
import onegrid.store.WorkspaceStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes a city up and keeps it whole: the ground, the communities, and what departments drew. */
@Component
class SampleLoad implements JobWork {
  /** Which city; the same order gives the same city on every machine. */
  record Order(Preset preset, long seed) {}

  private static final Words MAKE = new Words("生成虚构城市", "make a city up");
  private static final Words TAKE = new Words("读入各部门图层", "take in the layers");
  private static final Words KEEP = new Words("保存底图与图层", "keep ground and layers");

  private final WorkspaceStore workspaces;
  private final PlaceStore places;
  private final LayerStore layers;
  private final JsonMapper json;

  SampleLoad(WorkspaceStore workspaces, PlaceStore places, LayerStore layers, JsonMapper json) {
    this.workspaces = workspaces;
    this.places = places;
    this.layers = layers;
    this.json = json;
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public JobKind kind() {
    return JobKind.IMPORT;
  }

  @Override
  public Supplier<JobResult> run(JobRun run) {
    Order order = json.readValue(run.order(), Order.class);
    run.reached(MAKE, 0.05);
    SampleCity city = SampleCity.of(order.preset(), order.seed());
    run.reached(TAKE, 0.4);
    FrameShapes frame = FrameShapes.of(new LocalFrame(city.epsgCode()));
    SampleLayers drawn = new SampleLayers(city, frame, run.workspaceId());
    LayerIntake area = drawn.area();
    List<LayerDraft> drafts = new ArrayList<>();
    drafts.add(drawn.draft(area, LayerRole.AREA));
    for (SampleLayer layer : city.layers()) {
      run.reached(TAKE, 0.4 + 0.3 * drafts.size() / (city.layers().size() + 1));
      drafts.add(drawn.draft(drawn.department(layer, area.layer()), LayerRole.DEPARTMENT));
    }
    run.reached(KEEP, 0.7);
    BaseMap ground = SampleGround.of(city, frame);
    run.check();
    return () -> {
      workspaces.setFrame(run.workspaceId(), city.epsgCode(), run.orderedBy());
      places.load(run.workspaceId(), ground, run.orderedBy());
      drafts.forEach(draft -> layers.save(draft, run.orderedBy()));
      return JobResult.nothing();
    };
  }
}
