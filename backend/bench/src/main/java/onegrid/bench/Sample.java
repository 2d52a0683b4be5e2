package onegrid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MergeInput;
import onegrid.place.Indivisible;
import onegrid.sample.SampleCity;

/** A made-up district as input of a merge. */
final class Sample {
  private Sample() {}

  static MergeInput of(SampleCity city) {
    LocalFrame frame = new LocalFrame(city.epsgCode());
    List<DepartmentCell> areas = new ArrayList<>();
    city.communities()
        .forEach(
            c -> areas.add(new DepartmentCell(c.code(), c.name(), areas.size() + 1, c.geometry())));
    List<DepartmentLayer> layers =
        city.layers().stream()
            .map(
                layer ->
                    new DepartmentLayer(
                        layer.department(),
                        frame,
                        layer.cells().stream()
                            .map(
                                c ->
                                    new DepartmentCell(
                                        c.code(), c.name(), c.ordinal(), c.geometry()))
                            .toList()))
            .toList();
    List<Indivisible> whole =
        city.buildings().stream()
            .map(b -> new Indivisible(b.id(), b.geometry(), b.households(), b.people()))
            .toList();
    return new MergeInput(
        frame, Optional.of(new DepartmentLayer("社区", frame, areas)), layers, whole);
  }
}
