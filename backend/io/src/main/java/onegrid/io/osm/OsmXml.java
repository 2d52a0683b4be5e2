package onegrid.io.osm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.SafeXml;

/** Reads OpenStreetMap XML, plain or gzipped, without document types or outside entities. */
final class OsmXml {
  private final OsmData data;
  private Map<String, String> tags = new HashMap<>();
  private long id;
  private long[] refs = new long[64];
  private int refCount;

  private OsmXml(OsmData data) {
    this.data = data;
  }

  static void read(Path file, boolean gzipped, OsmData data) throws IOException {
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = new Bounded(gzipped ? new GZIPInputStream(plain, 1 << 16) : plain)) {
      XMLStreamReader xml = SafeXml.open(in);
      new OsmXml(data).read(xml);
      xml.close();
    } catch (XMLStreamException | java.util.zip.ZipException | java.io.EOFException e) {
      FileRefused refused = FileRefused.broken("不是完整的 OSM XML", "not OSM XML, or cut off half-way");
      refused.initCause(e);
      throw refused;
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    boolean osm = false;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw FileRefused.broken("OSM XML 不应带 DTD", "OSM XML has no document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!osm && !xml.getLocalName().equals("osm")) {
          throw FileRefused.broken("不是 OSM XML：没有 osm 元素", "not OSM XML: no osm element");
        }
        osm = true;
        start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        end(xml.getLocalName());
      }
    }
  }

  private void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "bounds" ->
          data.bounds(
              number(xml, "minlon"),
              number(xml, "minlat"),
              number(xml, "maxlon"),
              number(xml, "maxlat"));
      case "node" -> {
        begin(xml);
        data.node(id, number(xml, "lon"), number(xml, "lat"));
      }
      case "way", "relation" -> begin(xml);
      case "nd" -> {
        if (refCount == refs.length) {
          refs = Arrays.copyOf(refs, refCount * 2);
        }
        refs[refCount++] = whole(xml, "ref");
      }
      case "tag" -> tags.put(text(xml, "k"), text(xml, "v"));
      default -> {}
    }
  }

  private void begin(XMLStreamReader xml) {
    id = whole(xml, "id");
    tags = new HashMap<>();
    refCount = 0;
  }

  private void end(String element) {
    if (element.equals("node")) {
      data.nodeTags(id, tags);
    } else if (element.equals("way")) {
      OsmData.Use use = data.use(tags);
      if (use != null) {
        data.way(id, Arrays.copyOf(refs, refCount), use);
      }
    }
  }

  private static String text(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static double number(XMLStreamReader xml, String name) {
    try {
      return Double.parseDouble(text(xml, name));
    } catch (NumberFormatException e) {
      throw wrong(name, e);
    }
  }

  private static long whole(XMLStreamReader xml, String name) {
    try {
      return Long.parseLong(text(xml, name));
    } catch (NumberFormatException e) {
      throw wrong(name, e);
    }
  }

  private static FileRefused wrong(String name, NumberFormatException e) {
    FileRefused refused =
        FileRefused.broken("OSM XML 的 " + name + " 不是数字", "OSM XML: " + name + " is no number");
    refused.initCause(e);
    return refused;
  }

  /** Stops a small file that unpacks without end. */
  private static final class Bounded extends java.io.FilterInputStream {
    private long left = ReadLimits.GENEROUS.bytes();

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int n) {
      left -= n;
      if (left < 0) {
        throw FileRefused.tooLarge("解压后过大", "it unpacks to too much");
      }
    }
  }
}
