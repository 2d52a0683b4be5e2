package onegrid.server.mosaic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.store.CellsHere;
import onegrid.store.LayerRole;
import onegrid.store.MosaicInput;
import onegrid.store.MosaicUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a merge says of one place.
 *
 * @param unit the unit there, null outside of all
 * @param before the cells of each layer there, as they were drawn
 */
record PlaceView(@Nullable Unit unit, List<Before> before) {

  record Before(String layer, String letter, int hue, List<String> codes) {}

  record Source(String layer, String letter, int hue, @Nullable String code) {}

  record Unit(
      String id,
      String areaCode,
      double areaSquareMetres,
      int buildings,
      int households,
      int people,
      List<Source> sources,
      Shape geometry) {}

  static PlaceView of(Optional<MosaicUnit> unit, List<CellsHere> before, List<MosaicInput> inputs) {
    return new PlaceView(
        unit.map(found -> unit(found, inputs)).orElse(null),
        before.stream().map(c -> new Before(c.layer(), c.letter(), c.hue(), c.codes())).toList());
  }

  private static Unit unit(MosaicUnit unit, List<MosaicInput> inputs) {
    List<MosaicInput> layers = inputs.stream().filter(i -> i.role() != LayerRole.AREA).toList();
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < layers.size() && i < unit.sources().size(); i++) {
      MosaicInput layer = layers.get(i);
      sources.add(
          new Source(
              layer.report().name(),
              layer.letter(),
              layer.hue(),
              unit.sources().get(i).orElse(null)));
    }
    return new Unit(
        unit.id(),
        unit.areaCode(),
        unit.areaSquareMetres(),
        unit.buildings(),
        unit.households(),
        unit.people(),
        sources,
        Shape.of(unit.shape()));
  }
}
