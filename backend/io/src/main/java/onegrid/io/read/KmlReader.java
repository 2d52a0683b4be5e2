package onegrid.io.read;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.SafeXml;
import onegrid.io.crs.SourceCrs;
import onegrid.io.table.FeatureTable;
import onegrid.io.table.TableBuilder;

/**
 * KML: placemarks with polygons or points, their name and extended data. A document type is refused
 * outright, so no entity is ever expanded. Longitude and latitude on WGS 84 by definition.
 */
final class KmlReader {
  private final XMLStreamReader xml;
  private final TableBuilder table;
  private final ReadLimits limits;
  private int depth;

  private KmlReader(XMLStreamReader xml, ReadLimits limits) {
    this.xml = xml;
    this.limits = limits;
    this.table = new TableBuilder(limits);
  }

  static FeatureTable read(byte[] bytes, String name, ReadLimits limits) {
    try {
      XMLStreamReader xml = SafeXml.open(new ByteArrayInputStream(bytes));
      KmlReader reader = new KmlReader(xml, limits);
      reader.document();
      return reader.table.build(name, "KML", Optional.of(SourceCrs.ofEpsg(4326)), true);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      FileRefused refused =
          FileRefused.broken("不是合格的 KML（第 " + line + " 行）", "not well-formed KML, line " + line);
      refused.initCause(e);
      throw refused;
    }
  }

  private void document() throws XMLStreamException {
    while (xml.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Placemark")) {
        placemark();
      }
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD) {
      throw FileRefused.broken("KML 带有 DOCTYPE，拒绝读取", "the KML has a DOCTYPE and is refused");
    }
    if (event == XMLStreamConstants.START_ELEMENT && ++depth > limits.nesting()) {
      throw FileRefused.broken("KML 嵌套过深", "the KML is nested too deeply");
    }
    if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }

  private void placemark() throws XMLStreamException {
    table.beginFeature();
    int level = depth;
    String data = "";
    while (depth >= level) {
      if (next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "name" -> {
          if (depth == level + 1) {
            table.value("name", text());
          }
        }
        case "Data", "SimpleData" -> {
          String attribute = xml.getAttributeValue(null, "name");
          data = attribute == null ? "" : attribute;
          if (xml.getLocalName().equals("SimpleData") && !data.isEmpty()) {
            table.value(data, text());
          }
        }
        case "value" -> {
          if (!data.isEmpty()) {
            table.value(data, text());
          }
        }
        case "Polygon" -> polygon();
        case "Point" -> point();
        case "LineString", "Track", "Model" -> table.shape().otherKind();
        default -> {}
      }
    }
    table.endFeature();
  }

  private void polygon() throws XMLStreamException {
    int level = depth;
    while (depth >= level) {
      if (next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("coordinates")) {
        PlaceList.each(text(), table.feature(), table.shape(), table.shape()::vertex);
        table.shape().endRing();
      }
    }
    table.shape().endPolygon();
  }

  private void point() throws XMLStreamException {
    int level = depth;
    while (depth >= level) {
      if (next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("coordinates")) {
        PlaceList.each(text(), table.feature(), table.shape(), table.shape()::point);
      }
    }
  }

  /** The text of an element that has no elements; leaves it. */
  private String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int level = depth;
    while (depth >= level) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      }
    }
    return text.toString();
  }
}
