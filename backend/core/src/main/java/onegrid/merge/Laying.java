package onegrid.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentLayer;

/**
 * Lays the layers of a merge on the grid, strongest first; of layers that rank alike, the better
 * drawn first.
 *
 * <p>How well one of several equals is drawn is told by the tolerance it would have beside all that
 * is stronger than their rank, or beside each other where nothing is. So their order does not
 * depend on the order in which they were handed in; names decide between layers drawn equally well.
 */
final class Laying {
  /** The layers in the order they were laid. */
  final MergeInput input;

  final LayerStack stack;

  private final MergePolicy policy;
  private final List<SegmentGrid> stronger = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Laying(MergeInput given, MergePolicy policy, Ground ground, MergeRun run) {
    this.policy = policy;
    ground.area.ifPresent(a -> stronger.add(a.map.grid()));
    stronger.add(ground.protectedLines.grid);
    List<LaidLayer> laid = new ArrayList<>();
    while (laid.size() < given.layers().size()) {
      for (DepartmentLayer layer : betterFirst(given.alikeFrom(laid.size()))) {
        LaidLayer next = LaidLayer.of(layer, stronger, policy);
        if (ground.area.isEmpty()) {
          Ground.refuseEmpty(next.drawing);
        }
        laid.add(next);
        stronger.add(next.grid);
        run.tell((double) laid.size() / given.layers().size());
      }
    }
    this.input = given.inOrder(laid.stream().map(layer -> layer.drawing.name).toList());
    this.stack = new LayerStack(laid, ground.footprints, ground.protectedLines, findings);
  }

  /** A layer, and the tolerance by which it finds its place among its equals. */
  private record Drawn(DepartmentLayer layer, double toleranceCells) {
    String told() {
      return String.format(
          Locale.ROOT, "%s %.2f m", layer.name(), toleranceCells * LocalFrame.CELL_METRES);
    }
  }

  private List<DepartmentLayer> betterFirst(List<DepartmentLayer> alike) {
    if (alike.size() == 1) {
      return alike;
    }
    boolean strongest = stronger.stream().allMatch(SegmentGrid::isEmpty);
    List<Drawn> order = new ArrayList<>();
    for (DepartmentLayer layer : alike) {
      List<SegmentGrid> beside = strongest ? others(layer, alike) : stronger;
      order.add(new Drawn(layer, LaidLayer.of(layer, beside, policy).measured.toleranceCells()));
    }
    order.sort(
        Comparator.comparingDouble(Drawn::toleranceCells).thenComparing(d -> d.layer().name()));
    findings.add(ranked(order));
    return order.stream().map(Drawn::layer).toList();
  }

  private static List<SegmentGrid> others(DepartmentLayer layer, List<DepartmentLayer> alike) {
    return alike.stream()
        .filter(other -> other != layer)
        .map(other -> Drawing.of(other, new ArrayList<>()).grid())
        .toList();
  }

  private static Finding ranked(List<Drawn> order) {
    String told = order.stream().map(Drawn::told).collect(Collectors.joining(", "));
    return new Finding(
        FindingCode.RANKED_BY_DRAWING,
        order.get(0).layer().name(),
        "",
        0,
        Optional.empty(),
        new Words(
            "等级相同的图层，画得准的排在前面：" + told, "layers of one rank, the better drawn first: " + told),
        new Words("如要另定先后，请指定各图层的等级", "give the layers ranks of their own to have another order"));
  }
}
