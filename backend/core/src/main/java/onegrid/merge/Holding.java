package onegrid.merge;

import java.util.List;
import onegrid.mosaic.BasicUnit;

/** The units of one tile on which a layer holds one cell. Equal only to itself. */
final class Holding {
  final String code;
  final List<BasicUnit> units;

  Holding(String code, List<BasicUnit> units) {
    this.code = code;
    this.units = List.copyOf(units);
  }
}
