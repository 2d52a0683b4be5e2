package onegrid.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds a town step by step and keeps the drawing board, which the finished city does not. */
final class CityPlan {
  final Scale scale;
  final double noise;
  final StreetNet net;
  final Graph blocks;
  final CommunityPlan communities;
  final ParcelPlan parcels;
  final List<CompoundPlan.Draft> drafts;
  final Register register;
  final List<CellPlan> cells = new ArrayList<>();
  final List<CellNames> cellNames = new ArrayList<>();
  final List<SampleLayer> layers = new ArrayList<>();
  final List<PlantedDefect> defects = new ArrayList<>();
  final Names names;

  private final long seed;

  CityPlan(Scale scale, long seed, double noise) {
    if (!(noise >= 0 && noise <= 4)) {
      throw new IllegalArgumentException("noise must lie between 0 and 4: " + noise);
    }
    this.scale = scale;
    this.seed = seed;
    this.noise = noise;
    Scale.Counts counts = scale.counts();
    StreetPlan plan = new StreetPlan(scale.size(), dice(1));
    Warp warp =
        new Warp(
            scale.centreEastMetres(), scale.centreNorthMetres(), plan.width, plan.height, dice(2));
    net = StreetNetBuilder.build(plan, warp);
    blocks = net.graph();
    communities =
        new CommunityPlan(
            net, blocks, counts.subdistricts(), counts.communities(), counts.oversized(), dice(3));
    parcels = new ParcelPlan(net, blocks, communities, counts.compounds(), dice(4));
    boolean[] fresh = CompoundPlan.newest(net, parcels, counts.newCompounds(), warp, dice(5));
    drafts = new CompoundPlan(net, parcels).drafts(fresh, dice(6));
    BuildingPlan buildings = new BuildingPlan(net, parcels, fresh, dice(7));
    PeoplePlan.settle(
        parcels, communities, buildings.sites, fresh, counts.people(), counts.crowded(), dice(8));
    names = new Names(dice(9));
    register = new Register(net, names);
    register.divisions(communities, buildings.sites, scale.countyCode());
    register.compounds(drafts, parcels, buildings.sites, dice(10));
    register.groups(drafts, counts.buildingGroups());
    layers(counts.cells());
  }

  private void layers(int averageCells) {
    Carelessness carelessness = new Carelessness(defects);
    int rank = 0;
    for (LayerStyle style : scale.layers()) {
      rank++;
      CellPlan plan =
          new CellPlan(
              net, blocks, communities, parcels, style, averageCells, noise, dice(20, rank));
      CellNames codes = CellNames.of(plan, style, register.communities, scale.countyCode());
      if (isCareless()) {
        codes = carelessness.typed(codes, style, plan, net);
      }
      SampleLayer layer =
          Drift.draw(
              net, plan, codes, style, rank, scale.epsgCode(), noise, dice(30, rank), defects);
      cells.add(plan);
      cellNames.add(codes);
      layers.add(isCareless() ? carelessness.handedIn(layer, rank, scale.epsgCode()) : layer);
    }
    if (isCareless()) {
      carelessness.buildings(register.buildings, layers);
    }
  }

  /** Whether every mistake there is gets made. */
  boolean isCareless() {
    return scale.careless() && noise > 0;
  }

  List<RosterRow> roster() {
    return new RosterPlan(register, isCareless(), dice(42), defects).rows;
  }

  List<Post> posts(ServicePlan services) {
    return isCareless() ? new Carelessness(defects).posts(services.posts) : services.posts;
  }

  ServicePlan services() {
    return new ServicePlan(
        scale.layers(),
        layers,
        register.communities,
        cells,
        cellNames,
        scale.counts().serviceItems(),
        dice(40));
  }

  Truth truth() {
    List<String> names = layers.stream().map(SampleLayer::department).toList();
    TruthPlan plan =
        new TruthPlan(
            net, communities.communityOfBlock, register.communities, names, cells, cellNames);
    Map<String, Integer> unitOfBuilding = new HashMap<>();
    for (int i = 0; i < register.buildings.size(); i++) {
      unitOfBuilding.put(
          register.buildings.get(i).id(), plan.unitOfBlock[register.blockOfBuilding.get(i)]);
    }
    return plan.truth(unitOfBuilding);
  }

  Dice dice(long... path) {
    return Dice.of(seed, path);
  }
}
