package onegrid.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import onegrid.sample.LayerStyle.CodeStyle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;

/** The rarer mistakes of departments: in codes, in files, in the kind of geometry. */
final class Carelessness {
  private static final double FAR_OUTSIDE_METRES = 30_000;

  private final List<PlantedDefect> defects;

  Carelessness(List<PlantedDefect> defects) {
    this.defects = defects;
  }

  /** Codes and names as they were typed; the truth uses them to the letter. */
  CellNames typed(CellNames names, LayerStyle style, CellPlan plan, StreetNet net) {
    List<String> codes = new ArrayList<>(names.codes());
    List<String> written = new ArrayList<>(names.names());
    int[][] blocks = plan.blocksOfCell();
    for (int cell = 0; cell < plan.cells; cell++) {
      if (blocks[cell].length == 0) {
        continue;
      }
      DefectKind kind = null;
      String code = codes.get(cell);
      if (style.codes() == CodeStyle.TWENTY_DIGITS && cell % 60 == 31) {
        codes.set(cell, code.substring(0, 18) + "O" + code.charAt(19));
        kind = DefectKind.CODE_FORMAT;
      } else if (style.codes() == CodeStyle.TWENTY_DIGITS && cell % 90 == 11) {
        codes.set(cell, code.substring(0, 15) + "988" + Register.digits(2, cell / 90));
        kind = DefectKind.UNKNOWN_PARENT;
      } else if (style.codes() == CodeStyle.TWENTY_DIGITS && cell % 90 == 52) {
        codes.set(cell, code.substring(0, 15) + "099" + Register.digits(2, cell / 90));
        written.set(cell, written.get(cell) + "（社区已撤销）");
        kind = DefectKind.STALE_VINTAGE;
      } else if (style.codes() == CodeStyle.LETTERS_AND_SEQUENCE && cell % 70 == 23) {
        written.set(cell, fullWidth(written.get(cell)) + " ");
        kind = DefectKind.NAME_VARIANT;
      } else if (style.codes() == CodeStyle.NUMBER_ONLY && cell % 150 == 149) {
        codes.set(cell, codes.get(cell / 2));
        kind = DefectKind.CODE_DUPLICATE;
      }
      if (kind != null) {
        plant(kind, style.department(), codes.get(cell), 0, net.heart[blocks[cell][0]]);
      }
    }
    return new CellNames(List.copyOf(codes), List.copyOf(written));
  }

  /** Adds cells that are none, turns rings round, lifts some into the air. */
  SampleLayer handedIn(SampleLayer layer, int rank, int epsgCode) {
    List<SampleCell> cells = new ArrayList<>(layer.cells());
    String department = layer.department();
    if (rank == 2) {
      Geometry turned = cells.get(7).geometry().reverse();
      cells.set(7, with(cells.get(7), turned));
      plant(DefectKind.WRONG_ORIENTATION, department, cells.get(7).code(), 8, at(turned));
    }
    if (rank == 3) {
      Coordinate p = at(cells.get(3).geometry());
      Coordinate[] sliver = {
        new Coordinate(p), Shapes.at(p.x + 0.3, p.y), Shapes.at(p.x, p.y + 0.2), new Coordinate(p)
      };
      append(cells, "碎片-1", Shapes.FACTORY.createPolygon(sliver), DefectKind.TINY_AREA, layer, p);
      append(cells, "空-1", Shapes.FACTORY.createPolygon(), DefectKind.EMPTY_GEOMETRY, layer, p);
    }
    if (rank == 4) {
      Geometry far = cells.get(5).geometry().copy();
      far.apply(
          (Coordinate c) -> {
            c.x = Shapes.snap(c.x + FAR_OUTSIDE_METRES);
          });
      append(cells, "外-1", far, DefectKind.OUTSIDE_AREA, layer, at(far));
    }
    if (rank == 5) {
      for (int i = 10; i < 14; i++) {
        Geometry lifted = cells.get(i).geometry().copy();
        lifted.apply((Coordinate c) -> c.setZ(86.5));
        cells.set(i, with(cells.get(i), lifted));
        plant(DefectKind.HEIGHTS, department, cells.get(i).code(), i + 1, at(lifted));
      }
    }
    Handover handover = handover(rank, epsgCode, layer);
    return new SampleLayer(
        department,
        layer.letter(),
        layer.rank(),
        layer.datum(),
        layer.ignoresCommunities(),
        handover,
        cells);
  }

  private Handover handover(int rank, int epsgCode, SampleLayer layer) {
    OptionalInt own = OptionalInt.of(epsgCode);
    OptionalInt none = OptionalInt.empty();
    Coordinate p = at(layer.cells().get(0).geometry());
    List<DefectKind> kinds =
        switch (rank) {
          case 1 -> List.of(DefectKind.ENCODING);
          case 2 -> List.of(DefectKind.CRS_MISSING, DefectKind.CODES_AS_NUMBERS);
          case 3 -> List.of(DefectKind.AXES_SWAPPED, DefectKind.FEW_DECIMALS);
          case 4 -> List.of(DefectKind.SHIFTED_DATUM);
          case 5 -> List.of(DefectKind.WRONG_ZONE, DefectKind.UNCLOSED_RING, DefectKind.CAD_ARCS);
          default -> List.of(DefectKind.CRS_CONTRADICTS);
        };
    kinds.forEach(kind -> plant(kind, layer.department(), "", 0, p));
    return switch (rank) {
      case 1 -> handover(Handover.Format.SHAPEFILE, "GB18030", own, false, none);
      case 2 ->
          new Handover(Handover.Format.CSV, "UTF-8", true, none, false, false, false, none, true);
      case 3 ->
          handover(Handover.Format.GEOJSON, "UTF-8", OptionalInt.of(4490), true, OptionalInt.of(4));
      case 4 ->
          handover(
              Handover.Format.GEOJSON, "UTF-8", OptionalInt.of(4490), false, OptionalInt.of(9));
      case 5 ->
          new Handover(
              Handover.Format.DXF,
              "GB18030",
              true,
              OptionalInt.of(epsgCode - 1),
              false,
              true,
              true,
              none,
              false);
      default -> handover(Handover.Format.SHAPEFILE, "UTF-8", OptionalInt.of(4490), false, none);
    };
  }

  private static Handover handover(
      Handover.Format format,
      String charset,
      OptionalInt epsg,
      boolean axesSwapped,
      OptionalInt decimals) {
    boolean declared = !charset.equals("GB18030");
    return new Handover(
        format, charset, declared, epsg, axesSwapped, false, false, decimals, false);
  }

  private void append(
      List<SampleCell> cells,
      String code,
      Geometry geometry,
      DefectKind kind,
      SampleLayer layer,
      Coordinate at) {
    cells.add(new SampleCell(code, "", geometry, cells.size() + 1));
    plant(kind, layer.department(), code, cells.size(), at);
  }

  /** A post on a cell that does not exist, and a cell that loses its post. */
  List<Post> posts(List<Post> posts) {
    List<Post> kept = new ArrayList<>(posts);
    for (int i = posts.size() - 1; i > 0; i -= 211) {
      Post post = posts.get(i);
      if (post.cellCode().isEmpty()) {
        continue;
      }
      if (i % 2 == 0) {
        kept.remove(i);
        plant(DefectKind.CELL_WITHOUT_POST, post.department(), post.cellCode(), 0, nowhere());
      } else {
        String unknown = post.cellCode() + "-旧";
        kept.set(
            i,
            new Post(
                post.code(),
                post.department(),
                post.role(),
                post.communityCode(),
                unknown,
                post.filled()));
        plant(DefectKind.POST_WITHOUT_CELL, post.department(), unknown, 0, nowhere());
      }
    }
    return kept;
  }

  /** Finds some of the buildings that borders run through, and those that lie in no cell. */
  void buildings(List<Building> buildings, List<SampleLayer> layers) {
    for (SampleLayer layer : layers) {
      int found = 0;
      for (int i = layer.rank(); i < buildings.size() && found < 12; i += 7) {
        Geometry footprint = buildings.get(i).geometry();
        boolean covered = false;
        for (SampleCell cell : layer.cells()) {
          Geometry drawn = cell.geometry();
          if (!drawn.getEnvelopeInternal().intersects(footprint.getEnvelopeInternal())) {
            continue;
          }
          covered = true;
          if (drawn.getBoundary().intersects(footprint)) {
            plant(
                DefectKind.BUILDING_CUT,
                layer.department(),
                cell.code(),
                cell.ordinal(),
                at(footprint));
            found++;
            break;
          }
        }
        if (!covered) {
          plant(DefectKind.BUILDING_UNCOVERED, layer.department(), "", 0, at(footprint));
          found++;
        }
      }
    }
  }

  private static SampleCell with(SampleCell cell, Geometry geometry) {
    return new SampleCell(cell.code(), cell.name(), geometry, cell.ordinal());
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
    }
    return wide.toString();
  }

  private static Coordinate at(Geometry geometry) {
    return geometry.isEmpty() ? nowhere() : geometry.getCoordinate();
  }

  private static Coordinate nowhere() {
    return new CoordinateXY(0, 0);
  }

  private void plant(DefectKind kind, String layer, String cell, int ordinal, Coordinate at) {
    defects.add(PlantedDefect.at(kind, layer, cell, ordinal, at, 0));
  }
}
