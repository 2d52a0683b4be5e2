package onegrid.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.sample.BuildingPlan.Site;
import onegrid.sample.ParcelPlan.Use;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes divisions, compounds, buildings and groups down with codes, names and sums. */
final class Register {
  final List<Subdistrict> subdistricts = new ArrayList<>();
  final List<Community> communities = new ArrayList<>();
  final List<Compound> compounds = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<Building> buildings = new ArrayList<>();
  final List<BuildingGroup> groups = new ArrayList<>();

  /** The block that each building stands in, in the order of the buildings. */
  final List<Integer> blockOfBuilding = new ArrayList<>();

  private final StreetNet net;
  private final Names names;
  private final Map<Integer, List<Building>> buildingsOfParcel = new HashMap<>();

  Register(StreetNet net, Names names) {
    this.net = net;
    this.names = names;
  }

  void divisions(CommunityPlan plan, List<Site> sites, String countyCode) {
    int[] people = new int[plan.communities()];
    int[] households = new int[plan.communities()];
    for (Site site : sites) {
      people[plan.communityOfBlock[site.block]] += site.people;
      households[plan.communityOfBlock[site.block]] += site.households;
    }
    Outline outline = new Outline(net);
    int subdistrict = -1;
    int sequence = 0;
    List<Integer> members = new ArrayList<>();
    for (int c = 0; c <= plan.communities(); c++) {
      if (c == plan.communities() || plan.subdistrictOfCommunity[c] != subdistrict) {
        if (c > 0) {
          int[] blocks = members.stream().mapToInt(Integer::intValue).toArray();
          Geometry ground = outline.draw(outline.faces(blocks), net);
          String code = countyCode + digits(3, subdistrict + 1);
          subdistricts.add(new Subdistrict(code, names.subdistrict(), ground));
        }
        members.clear();
        subdistrict++;
        sequence = 0;
      }
      if (c < plan.communities()) {
        String parent = countyCode + digits(3, subdistrict + 1);
        int[] blocks = plan.blocksOfCommunity[c];
        for (int block : blocks) {
          members.add(block);
        }
        communities.add(
            new Community(
                parent + digits(3, ++sequence),
                names.community(),
                parent,
                outline.draw(outline.faces(blocks).get(0), net),
                people[c],
                households[c]));
      }
    }
  }

  void compounds(List<CompoundPlan.Draft> drafts, ParcelPlan parcels, List<Site> sites, Dice dice) {
    int[] people = new int[parcels.use.length];
    int[] households = new int[parcels.use.length];
    for (Site site : sites) {
      people[site.parcel] += site.people;
      households[site.parcel] += site.households;
    }
    int[] sequence = new int[communities.size()];
    Map<Integer, String> codeOfParcel = new HashMap<>();
    for (CompoundPlan.Draft draft : drafts) {
      int community = parcels.communityOfParcel[draft.parcel()];
      String parent = communities.get(community).code();
      String code = parent + "-" + digits(3, ++sequence[community]);
      codeOfParcel.put(draft.parcel(), code);
      boolean fresh = draft.age() == CompoundAge.NEW;
      double chance = dice.unit();
      PropertyService service =
          chance < (fresh ? 0.96 : 0.5)
              ? PropertyService.COMPANY
              : chance < (fresh ? 0.99 : 0.7) ? PropertyService.COMMITTEE : PropertyService.NONE;
      compounds.add(
          new Compound(
              code,
              names.compound(draft.kind(), draft.age()),
              parent,
              draft.age(),
              draft.kind(),
              draft.walled(),
              draft.geometry(),
              service,
              dice.chance(fresh ? 0.7 : 0.25),
              1 + (int) (5 * Math.sqrt(dice.unit())),
              people[draft.parcel()],
              households[draft.parcel()]));
      int number = 0;
      for (CompoundPlan.GateSite gate : draft.gates()) {
        boolean residentsOnly = number > 0 && dice.chance(0.4);
        gates.add(
            new Gate(
                code + "-G" + ++number,
                code,
                Shapes.FACTORY.createPoint(gate.gate()),
                number == 1 ? OpeningHours.ALWAYS : OpeningHours.everyDay(6, 22),
                residentsOnly));
      }
    }
    buildings(parcels, sites, codeOfParcel);
  }

  private void buildings(ParcelPlan parcels, List<Site> sites, Map<Integer, String> codeOfParcel) {
    int[] sequence = new int[communities.size()];
    Map<Integer, Integer> numberInParcel = new HashMap<>();
    for (Site site : sites) {
      int community = parcels.communityOfParcel[site.parcel];
      String parent = communities.get(community).code();
      int number = numberInParcel.merge(site.parcel, 1, Integer::sum);
      Polygon footprint = Shapes.FACTORY.createPolygon(site.footprint.ring);
      Building building =
          new Building(
              parent + digits(5, ++sequence[community]),
              site.use == Use.COMPOUND || site.use == Use.LANE_HOUSING
                  ? number + "号楼"
                  : "第" + number + "幢",
              Optional.ofNullable(codeOfParcel.get(site.parcel)),
              parent,
              kind(site.use),
              footprint,
              site.floors,
              site.households,
              site.people);
      buildings.add(building);
      blockOfBuilding.add(site.block);
      buildingsOfParcel.computeIfAbsent(site.parcel, p -> new ArrayList<>()).add(building);
    }
  }

  /** Cuts the buildings of each compound, in their order, into groups of about the same size. */
  void groups(List<CompoundPlan.Draft> drafts, int count) {
    int[] most = new int[drafts.size()];
    int[] least = new int[drafts.size()];
    double[] weight = new double[drafts.size()];
    for (int i = 0; i < most.length; i++) {
      most[i] = buildingsOf(drafts.get(i)).size();
      least[i] = 1;
      weight[i] = compounds.get(i).people() + 100.0;
    }
    int[] counts = Shares.within(count, weight, least, most);
    for (int i = 0; i < counts.length; i++) {
      List<Building> standing = buildingsOf(drafts.get(i));
      Compound compound = compounds.get(i);
      for (int g = 0; g < counts[i]; g++) {
        int from = g * standing.size() / counts[i];
        int to = (g + 1) * standing.size() / counts[i];
        List<Building> part = standing.subList(from, to);
        groups.add(
            new BuildingGroup(
                compound.code() + "-L" + digits(2, g + 1),
                compound.code(),
                compound.name() + "第" + (g + 1) + "楼栋组",
                part.stream().map(Building::id).toList(),
                part.stream().mapToInt(Building::households).sum(),
                part.stream().mapToInt(Building::people).sum()));
      }
    }
  }

  private List<Building> buildingsOf(CompoundPlan.Draft draft) {
    return buildingsOfParcel.getOrDefault(draft.parcel(), List.of());
  }

  private static BuildingKind kind(Use use) {
    return switch (use) {
      case COMPOUND, LANE_HOUSING -> BuildingKind.HOUSING;
      case SCHOOL -> BuildingKind.SCHOOL;
      case MARKET -> BuildingKind.MARKET;
      case OFFICE -> BuildingKind.OFFICE;
      case INDUSTRY, PARK, STRIP -> BuildingKind.WORKSHOP;
    };
  }

  static String digits(int count, int number) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, count - text.length())) + text;
  }
}
