package onegrid.sample;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A true basic unit: connected ground that every department puts into one cell of its own.
 *
 * @param index its number, counted from 0
 * @param geometry its ground as the streets run, metres
 * @param communityCode the community it lies in
 * @param cellCodes the code of its cell in each layer, in the order of the layers; empty where the
 *     layer has none
 */
public record TruthUnit(int index, Polygon geometry, String communityCode, List<String> cellCodes) {

  public TruthUnit {
    cellCodes = List.copyOf(cellCodes);
  }
}
