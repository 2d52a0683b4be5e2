package onegrid.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import onegrid.geo.LocalFrame;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * A datum that a layer may have been drawn on although all is measured on another, such as those of
 * public maps. The merge knows no degrees: the caller, who does, says how to undo it.
 *
 * @param name what findings call it, "GCJ-02"
 * @param undo moves places, given as metres east, north, east, north …, from where the datum puts
 *     them to where they are
 */
public record MapDatum(String name, Consumer<double[]> undo) {

  /** The layer as it is without the datum, on the 1 cm grid. */
  DepartmentLayer undone(DepartmentLayer layer) {
    GeometryTransformer transformer =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence at, Geometry parent) {
            double[] places = new double[2 * at.size()];
            for (int i = 0; i < at.size(); i++) {
              places[2 * i] = at.getX(i);
              places[2 * i + 1] = at.getY(i);
            }
            undo.accept(places);
            for (int i = 0; i < places.length; i++) {
              places[i] = LocalFrame.toMetres(LocalFrame.toCells(places[i]));
            }
            return new PackedCoordinateSequence.Double(places, 2, 0);
          }
        };
    List<DepartmentCell> cells = new ArrayList<>();
    for (DepartmentCell cell : layer.cells()) {
      cells.add(
          new DepartmentCell(
              cell.code(), cell.name(), cell.feature(), transformer.transform(cell.shape())));
    }
    return new DepartmentLayer(layer.name(), layer.frame(), cells);
  }
}
