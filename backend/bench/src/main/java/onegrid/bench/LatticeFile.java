package onegrid.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import onegrid.geo.LocalFrame;
import onegrid.walk.WalkNetwork;

/** A made-up network as OpenStreetMap XML: what a peer needs to read the same. */
final class LatticeFile {
  private LatticeFile() {}

  /** Writes nodes and edges; bends inside edges are left out. */
  static void write(WalkTown town, Path file) throws IOException {
    WalkNetwork network = town.network;
    double[] at = new double[network.nodes() * 2];
    for (int n = 0; n < network.nodes(); n++) {
      at[n * 2] = LocalFrame.toMetres(network.nodeX(n));
      at[n * 2 + 1] = LocalFrame.toMetres(network.nodeY(n));
    }
    town.gate.toDegrees(at);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n");
      for (int n = 0; n < network.nodes(); n++) {
        out.write(
            String.format(
                Locale.ROOT,
                "<node id=\"%d\" lon=\"%.9f\" lat=\"%.9f\"/>%n",
                n + 1,
                at[n * 2],
                at[n * 2 + 1]));
      }
      for (int e = 0; e < network.edges(); e++) {
        out.write(
            "<way id=\"%d\"><nd ref=\"%d\"/><nd ref=\"%d\"/><tag k=\"highway\" v=\"residential\"/></way>\n"
                .formatted(e + 1, network.from(e) + 1, network.to(e) + 1));
      }
      out.write("</osm>\n");
    }
  }
}
