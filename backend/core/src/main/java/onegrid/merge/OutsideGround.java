package onegrid.merge;

import java.util.ArrayList;
import java.util.List;

/** How much of each cell, as drawn, lies outside the area. */
final class OutsideGround {
  private OutsideGround() {}

  /**
   * Ground outside for each cell of a layer, in square cells; ground that two pieces of one cell
   * share counts once.
   */
  static double[] of(AreaMosaic area, Drawing drawing, long crossingBudget) {
    SegmentGrid border = area.outerBorder;
    double[] outside = new double[drawing.codes.size()];
    List<Integer> crossing = new ArrayList<>();
    for (int p = 0; p < drawing.pieces(); p++) {
      if (meets(border, drawing, p)) {
        crossing.add(p);
      } else {
        int first = drawing.ringStart[drawing.pieceStart[p]];
        int face = area.map.faceAt(drawing.x[first], drawing.y[first]);
        if (area.tileOf[face] < 0) {
          outside[drawing.cellOf[p]] += drawing.pieceSquareCells(p);
        }
      }
    }
    if (!crossing.isEmpty()) {
      addCrossing(border, drawing, crossing, crossingBudget, outside);
    }
    return outside;
  }

  private static boolean meets(SegmentGrid border, Drawing drawing, int piece) {
    int[] box = drawing.box(piece);
    if (!border.hasWithin(box[0], box[1], box[2], box[3])) {
      return false;
    }
    int last = drawing.ringStart[drawing.pieceStart[piece + 1]];
    for (int i = drawing.ringStart[drawing.pieceStart[piece]]; i < last; i++) {
      int j = drawing.next(i);
      if (border.hasWithin(
          Math.min(drawing.x[i], drawing.x[j]),
          Math.min(drawing.y[i], drawing.y[j]),
          Math.max(drawing.x[i], drawing.x[j]),
          Math.max(drawing.y[i], drawing.y[j]))) {
        return true;
      }
    }
    return false;
  }

  private static void addCrossing(
      SegmentGrid border,
      Drawing drawing,
      List<Integer> pieces,
      long crossingBudget,
      double[] outside) {
    PlaneCut cut = new PlaneCut();
    for (int e = 0; e < border.size(); e++) {
      cut.add(border.x1[e], border.y1[e], border.x2[e], border.y2[e], LayerStack.AREA);
    }
    for (int p : pieces) {
      int last = drawing.ringStart[drawing.pieceStart[p + 1]];
      for (int i = drawing.ringStart[drawing.pieceStart[p]]; i < last; i++) {
        int j = drawing.next(i);
        cut.add(drawing.x[i], drawing.y[i], drawing.x[j], drawing.y[j], p + 1);
      }
    }
    Arrangement map = cut.faces(crossingBudget);
    int[][] claims = FaceClaims.spread(map, 0, -1);
    for (int f = 1; f < map.faces; f++) {
      if (claims[f].length > 0 && claims[f][0] != LayerStack.AREA) {
        IntList cells = new IntList(4);
        for (int piece : claims[f]) {
          int cell = drawing.cellOf[piece - 1];
          if (!cells.contains(cell)) {
            cells.add(cell);
            outside[cell] += map.squareCells[f];
          }
        }
      }
    }
  }
}
