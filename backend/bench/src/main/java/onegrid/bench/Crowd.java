package onegrid.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MergeInput;
import onegrid.place.Indivisible;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** One made-up district many times side by side, or a part of it: inputs of every size. */
final class Crowd {
  private static final double ROOM_METRES = 500;

  private Crowd() {}

  /** The western part of a district: a share of its communities and all that lies in them. */
  static MergeInput part(MergeInput district, double share) {
    DepartmentLayer area = district.area().orElseThrow();
    List<DepartmentCell> communities =
        area.cells().stream()
            .sorted(Comparator.comparingDouble(c -> c.shape().getCentroid().getX()))
            .limit(Math.max(1, Math.round(area.cells().size() * share)))
            .toList();
    List<PreparedGeometry> ground =
        communities.stream().map(c -> PreparedGeometryFactory.prepare(c.shape())).toList();
    List<DepartmentLayer> layers =
        district.layers().stream()
            .map(
                l ->
                    new DepartmentLayer(
                        l.name(),
                        l.frame(),
                        l.cells().stream().filter(c -> isOn(ground, c.shape())).toList()))
            .toList();
    return new MergeInput(
        district.frame(),
        Optional.of(new DepartmentLayer(area.name(), area.frame(), communities)),
        layers,
        district.whole().stream().filter(b -> isOn(ground, b.footprint())).toList());
  }

  private static boolean isOn(List<PreparedGeometry> ground, Geometry shape) {
    Geometry middle = shape.getInteriorPoint();
    return ground.stream().anyMatch(g -> g.contains(middle));
  }

  /** A district {@code copies} times, in rows of four, some room between. */
  static MergeInput of(MergeInput district, int copies) {
    DepartmentLayer area = district.area().orElseThrow();
    Envelope box = new Envelope();
    area.cells().forEach(c -> box.expandToInclude(c.shape().getEnvelopeInternal()));
    List<DepartmentCell> communities = new ArrayList<>();
    List<List<DepartmentCell>> cells = new ArrayList<>();
    district.layers().forEach(l -> cells.add(new ArrayList<>()));
    List<Indivisible> whole = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      String name = "%02d-".formatted(copy);
      AffineTransformation move =
          AffineTransformation.translationInstance(
              Math.ceil(box.getWidth() + ROOM_METRES) * (copy % 4),
              Math.ceil(box.getHeight() + ROOM_METRES) * (copy / 4));
      area.cells().forEach(c -> communities.add(moved(c, name, move)));
      for (int k = 0; k < cells.size(); k++) {
        List<DepartmentCell> layer = cells.get(k);
        district.layers().get(k).cells().forEach(c -> layer.add(moved(c, name, move)));
      }
      district
          .whole()
          .forEach(
              b ->
                  whole.add(
                      new Indivisible(
                          name + b.id(),
                          move.transform(b.footprint()),
                          b.households(),
                          b.people())));
    }
    List<DepartmentLayer> layers = new ArrayList<>();
    for (int k = 0; k < cells.size(); k++) {
      layers.add(
          new DepartmentLayer(district.layers().get(k).name(), district.frame(), cells.get(k)));
    }
    return new MergeInput(
        district.frame(),
        Optional.of(new DepartmentLayer(area.name(), district.frame(), communities)),
        layers,
        whole);
  }

  private static DepartmentCell moved(DepartmentCell cell, String name, AffineTransformation move) {
    return new DepartmentCell(
        name + cell.code(), cell.name(), cell.feature(), move.transform(cell.shape()));
  }
}
