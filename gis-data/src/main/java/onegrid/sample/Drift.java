package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import onegrid.sample.LayerStyle.Flaws;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Draws the cells of one department in its own way and makes its mistakes. */
final class Drift {
  private static final double NARROWEST_STRIP_METRES = 3;
  private static final double WIDEST_STRIP_METRES = 15;

  private final StreetNet net;
  private final Outline outline;
  private final LayerStyle style;
  private final double noise;
  private final Dice dice;
  private final List<SampleCell> cells = new ArrayList<>();
  private final List<PlantedDefect> defects;

  private Drift(
      StreetNet net, LayerStyle style, double noise, Dice dice, List<PlantedDefect> defects) {
    this.net = net;
    this.outline = new Outline(net);
    this.style = style;
    this.noise = noise;
    this.dice = dice;
    this.defects = defects;
  }

  /** Draws a layer; what goes wrong on the way is added to {@code defects}. */
  static SampleLayer draw(
      StreetNet net,
      CellPlan plan,
      CellNames names,
      LayerStyle style,
      int rank,
      int epsgCode,
      double noise,
      Dice dice,
      List<PlantedDefect> defects) {
    Drift drift = new Drift(net, style, noise, dice, defects);
    drift.cells(plan, names);
    return new SampleLayer(
        style.department(),
        style.letter(),
        rank,
        style.datum(),
        !style.ownCommunities(),
        Handover.flawless(epsgCode),
        drift.cells);
  }

  private void cells(CellPlan plan, CellNames names) {
    Drawing hand = Hand.of(net, style.sketch(), noise, dice);
    Flaws flaws = style.flaws();
    int[][] blocks = plan.blocksOfCell();
    for (int cell = 0; cell < plan.cells; cell++) {
      String code = names.code(cell);
      Integer missing = plan.missing.get(cell);
      if (missing != null) {
        plant(DefectKind.MISSING_CELL, code, 0, net.heart[missing], 0);
        continue;
      }
      List<Outline.Face> faces = outline.faces(blocks[cell]);
      Geometry drawn = outline.draw(faces, hand);
      int ordinal = cells.size() + 1;
      note(faces, code, ordinal);
      if (noise > 0) {
        drawn = spoil(drawn, code, ordinal, flaws);
      }
      cells.add(new SampleCell(code, names.name(cell), drawn, ordinal));
      if (noise > 0 && dice.chance(flaws.duplicated())) {
        cells.add(new SampleCell(code, names.name(cell), drawn.copy(), ordinal + 1));
        plant(DefectKind.DUPLICATE, code, ordinal + 1, drawn.getCoordinate(), 0);
      }
    }
  }

  private void note(List<Outline.Face> faces, String code, int ordinal) {
    for (int i = 1; i < faces.size(); i++) {
      plant(DefectKind.EXCLAVE, code, ordinal, net.heart[faces.get(i).blocks()[0]], 0);
    }
    for (Outline.Face face : faces) {
      for (int i = 1; i < face.rings().size(); i++) {
        int inside = net.acrossOf(face.rings().get(i)[0]);
        plant(
            DefectKind.HOLE,
            code,
            ordinal,
            inside < 0 ? net.heart[face.blocks()[0]] : net.heart[inside],
            0);
      }
    }
  }

  private Geometry spoil(Geometry drawn, String code, int ordinal, Flaws flaws) {
    Geometry spoilt = drawn;
    if (dice.chance(flaws.redrawn())) {
      double reach = Math.max(1, 0.7 * style.sketch().driftMetres()) * noise;
      SmoothField field = new SmoothField(150, reach, dice);
      spoilt = withShell(spoilt, RingMistake.redraw(shell(spoilt), field));
      plant(DefectKind.REDRAWN, code, ordinal, spoilt.getCoordinate(), reach);
    }
    if (dice.chance(flaws.strips())) {
      Coordinate[] ring = shell(spoilt);
      int count = Math.max(2, (int) (ring.length * dice.between(0.15, 0.35)));
      int from = dice.below(ring.length - 1);
      double width = dice.between(NARROWEST_STRIP_METRES, WIDEST_STRIP_METRES) * noise;
      boolean missing = dice.chance(0.5);
      spoilt = withShell(spoilt, RingMistake.strip(ring, from, count, missing ? -width : width));
      plant(
          missing ? DefectKind.MISSING_STRIP : DefectKind.OVERLAPPING_STRIP,
          code,
          ordinal,
          ring[(from + count / 2) % (ring.length - 1)],
          width);
    }
    if (dice.chance(flaws.invalid())) {
      spoilt = invalid(spoilt, code, ordinal);
    }
    return spoilt;
  }

  private Geometry invalid(Geometry drawn, String code, int ordinal) {
    Coordinate[] ring = shell(drawn);
    int at = 1 + dice.below(ring.length - 3);
    double size = dice.between(8, 30);
    int crossing = RingMistake.bowTieAt(ring, at);
    return switch (dice.below(4)) {
      case 0 -> {
        if (crossing == 0) {
          yield drawn;
        }
        plant(DefectKind.BOW_TIE, code, ordinal, ring[crossing], 0);
        yield withShell(drawn, RingMistake.bowTie(ring, crossing));
      }
      case 1 -> {
        plant(DefectKind.SPIKE, code, ordinal, ring[at], size);
        yield withShell(drawn, RingMistake.spike(ring, at, size));
      }
      case 2 -> {
        plant(DefectKind.LOOP, code, ordinal, ring[at], size);
        yield withShell(drawn, RingMistake.loop(ring, at, size));
      }
      default -> {
        plant(DefectKind.REPEATED_POINT, code, ordinal, ring[at], 0);
        yield withShell(drawn, RingMistake.repeatedPoint(ring, at));
      }
    };
  }

  private void plant(DefectKind kind, String code, int ordinal, Coordinate at, double size) {
    defects.add(PlantedDefect.at(kind, style.department(), code, ordinal, at, size));
  }

  private static Coordinate[] shell(Geometry drawn) {
    return ((Polygon) drawn.getGeometryN(0)).getExteriorRing().getCoordinates();
  }

  /** The same shape with another outer ring round its first part. */
  private static Geometry withShell(Geometry drawn, Coordinate[] ring) {
    Polygon[] parts = new Polygon[drawn.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (Polygon) drawn.getGeometryN(i);
    }
    LinearRing[] holes = new LinearRing[parts[0].getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = parts[0].getInteriorRingN(i);
    }
    LinearRing shell = Shapes.FACTORY.createLinearRing(ring);
    parts[0] = Shapes.FACTORY.createPolygon(shell, holes);
    return parts.length == 1 ? parts[0] : Shapes.FACTORY.createMultiPolygon(parts);
  }
}
