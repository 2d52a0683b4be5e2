package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.GridMerge;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.UnifiedGround;
import onegrid.mosaic.Arc;
import onegrid.sample.Preset;
import onegrid.sample.SampleCity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** {@code Picture FILE}: draws before and after of a few made-up communities as SVG. */
public final class Picture {
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9"
  };
  private static final double SIZE = 460;

  private final Envelope view;
  private final StringBuilder svg = new StringBuilder();

  private Picture(Envelope view) {
    this.view = view;
  }

  public static void main(String[] args) throws IOException {
    SampleCity city = SampleCity.of(Preset.LANSHAN, 1);
    MergeInput input = Sample.of(city);
    UnifiedGround ground = GridMerge.merge(input, MergePolicy.automatic(), MergeProgress.SILENT);
    Envelope view =
        new Envelope(city.communities().get(40).geometry().getCentroid().getCoordinate());
    view.expandBy(330);
    Path out = Path.of(args[0]);
    Files.createDirectories(Optional.ofNullable(out.getParent()).orElse(Path.of(".")));
    Files.writeString(out, new Picture(view).draw(input, ground));
  }

  private String draw(MergeInput input, UnifiedGround ground) {
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 480\" width=\"960\">\n");
    svg.append(
        "<title>虚构数据 made-up data</title>\n<rect width=\"960\" height=\"480\" fill=\"#fff\"/>\n");
    svg.append("<clipPath id=\"c\"><rect width=\"460\" height=\"460\"/></clipPath>\n");
    open(10);
    buildings(input);
    List<DepartmentLayer> layers = input.layers();
    for (int k = layers.size() - 1; k >= 0; k--) {
      svg.append("<g fill=\"none\" stroke=\"")
          .append(COLOURS[k % COLOURS.length])
          .append("\" stroke-width=\"1\">\n");
      layers.get(k).cells().forEach(c -> path(c.shape(), ""));
      svg.append("</g>\n");
    }
    svg.append("</g></g>\n");
    open(490);
    buildings(input);
    for (Arc arc : ground.mosaic().arcs()) {
      double width = arc.isAreaBorder() ? 2.8 : Long.bitCount(arc.drawnBy()) > 1 ? 1.5 : 0.9;
      path(
          arc.line(),
          " fill=\"none\" stroke=\""
              + (arc.isAreaBorder() ? "#23406e" : "#5b7db1")
              + "\" stroke-width=\""
              + width
              + "\"");
    }
    svg.append("</g></g>\n</svg>\n");
    return svg.toString();
  }

  private void open(int x) {
    svg.append("<g transform=\"translate(").append(x).append(" 10)\"><g clip-path=\"url(#c)\">\n");
    svg.append("<rect width=\"460\" height=\"460\" fill=\"#f3f0e8\"/>\n");
  }

  private void buildings(MergeInput input) {
    svg.append("<g fill=\"#ddd5c5\">\n");
    input.whole().forEach(b -> path(b.footprint(), ""));
    svg.append("</g>\n");
  }

  private void path(Geometry shape, String style) {
    if (!view.intersects(shape.getEnvelopeInternal())) {
      return;
    }
    svg.append("<path d=\"");
    for (int g = 0; g < shape.getNumGeometries(); g++) {
      Geometry part = shape.getGeometryN(g);
      if (part instanceof Polygon polygon) {
        ring(polygon.getExteriorRing().getCoordinates());
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
          ring(polygon.getInteriorRingN(h).getCoordinates());
        }
      } else {
        ring(part.getCoordinates());
      }
    }
    svg.append('"').append(style).append("/>\n");
  }

  private void ring(Coordinate[] coordinates) {
    for (int i = 0; i < coordinates.length; i++) {
      double x = (coordinates[i].x - view.getMinX()) / view.getWidth() * SIZE;
      double y = (view.getMaxY() - coordinates[i].y) / view.getHeight() * SIZE;
      svg.append(i == 0 ? 'M' : 'L').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
    }
  }
}
