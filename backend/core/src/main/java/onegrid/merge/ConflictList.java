package onegrid.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import onegrid.finding.Spot;
import onegrid.geo.LocalFrame;
import org.locationtech.jts.geom.Polygon;

/** Puts what was settled in a tile into words, shapes and numbers of people. */
final class ConflictList {
  /** Most people first, then most ground, then by place. */
  static final Comparator<Conflict> ORDER =
      (one, other) -> {
        int c = Integer.compare(other.people(), one.people());
        c = c != 0 ? c : Double.compare(other.areaSquareMetres(), one.areaSquareMetres());
        c = c != 0 ? c : Double.compare(one.at().eastMetres(), other.at().eastMetres());
        c = c != 0 ? c : Double.compare(one.at().northMetres(), other.at().northMetres());
        c = c != 0 ? c : one.kind().compareTo(other.kind());
        return c != 0 ? c : one.layer().compareTo(other.layer());
      };

  /** Less ground than this is no matter for people; in square metres. */
  private static final double LEAST_SQUARE_METRES = 1;

  private final LayerStack stack;
  private final Arrangement map;
  private final String areaCode;
  private final Outlines outlines;
  private final TreeMap<Integer, IntList> buildingsOn = new TreeMap<>();
  private final List<Conflict> list = new ArrayList<>();

  /** {@code home[i]} is the face of building {@code own.get(i)}. */
  ConflictList(LayerStack stack, Arrangement map, String areaCode, List<Integer> own, int[] home) {
    this.stack = stack;
    this.map = map;
    this.areaCode = areaCode;
    this.outlines = new Outlines(map);
    for (int i = 0; i < home.length; i++) {
      buildingsOn.computeIfAbsent(home[i], f -> new IntList(4)).add(own.get(i));
    }
  }

  List<Conflict> list() {
    return list;
  }

  /** Adds where layers were at odds with themselves; {@code held} is what was settled on faces. */
  void addDisputes(List<LabelSettlement.Dispute> disputes, int[] held, int[][] claims) {
    for (LabelSettlement.Dispute d : disputes) {
      String layer = name(d.layer());
      List<Claim> given = Arrays.stream(d.winners()).mapToObj(c -> claim(d.layer(), c)).toList();
      if (d.claimants().length > 0) {
        List<Claim> claimed =
            Arrays.stream(d.claimants()).mapToObj(c -> claim(d.layer(), c)).toList();
        add(ConflictKind.OVERLAP, layer, d.faces(), claimed, d.rule(), given);
      } else if (d.rule() != MergeRule.LEFT_OPEN || !allUnclaimed(d.faces(), held)) {
        add(ConflictKind.GAP, layer, d.faces(), othersOn(d, held), d.rule(), given);
      }
    }
  }

  /** Adds the units that no layer holds. */
  void addUnclaimed(FaceGroups groups, boolean[] inside) {
    for (int f = 0; f < map.faces; f++) {
      if (inside[f] && groups.root(f) == f && isUnclaimed(groups, f)) {
        add(ConflictKind.UNCLAIMED, "", groups.faces(f), List.of(), MergeRule.LEFT_OPEN, List.of());
      }
    }
  }

  private boolean isUnclaimed(FaceGroups groups, int root) {
    for (int k = 0; k < stack.count(); k++) {
      if (groups.held(root, k) != FaceGroups.NONE) {
        return false;
      }
    }
    return true;
  }

  private boolean allUnclaimed(int[] faces, int[] held) {
    for (int f : faces) {
      for (int k = 0; k < stack.count(); k++) {
        if (held[f * stack.count() + k] != FaceGroups.NONE) {
          return false;
        }
      }
    }
    return true;
  }

  /** What the other layers hold on the largest face of a gap. */
  private List<Claim> othersOn(LabelSettlement.Dispute gap, int[] held) {
    int largest = gap.faces()[0];
    for (int f : gap.faces()) {
      largest = map.squareCells[f] > map.squareCells[largest] ? f : largest;
    }
    List<Claim> claims = new ArrayList<>();
    for (int k = 0; k < stack.count(); k++) {
      int cell = held[largest * stack.count() + k];
      if (k != gap.layer() && cell != FaceGroups.NONE) {
        claims.add(claim(k, cell));
      }
    }
    return claims;
  }

  void addSlivers(List<SliverSettlement.Sliver> slivers) {
    for (SliverSettlement.Sliver s : slivers) {
      addChange(ConflictKind.STRIP, s.faces(), new int[][] {s.held()}, s.given(), s.rule());
    }
  }

  void addBuildings(List<BuildingSettlement.Moved> buildings) {
    for (BuildingSettlement.Moved b : buildings) {
      addChange(
          ConflictKind.CUT_BUILDING,
          b.faces(),
          b.heldThere(),
          b.given(),
          MergeRule.MOST_OF_BUILDING);
    }
  }

  /** Adds ground that was given away; {@code held} is what was held on its parts. */
  private void addChange(
      ConflictKind kind, int[] faces, int[][] held, int[] given, MergeRule rule) {
    Set<Claim> claims = new LinkedHashSet<>();
    List<Claim> answers = new ArrayList<>();
    for (int k = 0; k < stack.count(); k++) {
      boolean changed = false;
      for (int[] part : held) {
        changed |= part[k] != given[k];
        if (part[k] != given[k] && part[k] != FaceGroups.NONE) {
          claims.add(claim(k, part[k]));
        }
      }
      if (changed && given[k] != FaceGroups.NONE) {
        answers.add(claim(k, given[k]));
      }
    }
    add(kind, "", faces, List.copyOf(claims), rule, answers);
  }

  private void add(
      ConflictKind kind,
      String layer,
      int[] faces,
      List<Claim> claims,
      MergeRule rule,
      List<Claim> given) {
    CallOff.check();
    double squareMetres = 0;
    for (int f : faces) {
      squareMetres += map.squareCells[f] / 10_000;
    }
    int[] people = peopleOn(faces);
    if (squareMetres < LEAST_SQUARE_METRES && people[0] == 0) {
      return;
    }
    Polygon largest =
        outlines.of(faces).stream()
            .max((p, q) -> Double.compare(p.getArea(), q.getArea()))
            .orElseThrow();
    int face = faces[0];
    for (int f : faces) {
      face = map.squareCells[f] > map.squareCells[face] ? f : face;
    }
    int[] at = FaceClaims.pointInside(map, face);
    list.add(
        new Conflict(
            kind,
            layer,
            areaCode,
            largest,
            new Spot(LocalFrame.toMetres(at[0]), LocalFrame.toMetres(at[1])),
            squareMetres,
            2 * largest.getArea() / largest.getLength(),
            people[0],
            people[1],
            people[2],
            claims,
            rule,
            given));
  }

  /** {buildings, households, people} on some faces. */
  private int[] peopleOn(int[] faces) {
    int[] sum = new int[3];
    for (int f : faces) {
      IntList buildings = buildingsOn.get(f);
      for (int i = 0; buildings != null && i < buildings.size; i++) {
        LayerStack.Footprint b = stack.buildings.get(buildings.get(i));
        sum[0]++;
        sum[1] += b.source().households();
        sum[2] += b.source().people();
      }
    }
    return sum;
  }

  private Claim claim(int layer, int cell) {
    return new Claim(name(layer), stack.drawing(layer).codes.get(cell));
  }

  private String name(int layer) {
    return stack.drawing(layer).name;
  }
}
