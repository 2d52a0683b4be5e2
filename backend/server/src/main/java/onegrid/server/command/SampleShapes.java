package onegrid.server.command;

import static onegrid.server.command.SampleText.hours;
import static onegrid.server.command.SampleText.yes;

import java.io.IOException;
import java.util.Optional;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Datum;
import onegrid.io.write.GeoJsonWriter;
import onegrid.io.write.Outbox;
import onegrid.sample.Building;
import onegrid.sample.Community;
import onegrid.sample.Compound;
import onegrid.sample.Footpath;
import onegrid.sample.Gate;
import onegrid.sample.Place;
import onegrid.sample.Railway;
import onegrid.sample.Road;
import onegrid.sample.SampleCity;
import onegrid.sample.Subdistrict;
import onegrid.sample.TruthUnit;
import onegrid.sample.Water;

/** The ground of a made-up district as GeoJSON, one file a subject. */
final class SampleShapes {
  /** The class of a way inside a compound; streets have 1 to 3. */
  private static final int FOOTPATH_CLASS = 4;

  private final SampleCity city;
  private final CrsGate gate;
  private final Outbox outbox;

  SampleShapes(SampleCity city, CrsGate gate, Outbox outbox) {
    this.city = city;
    this.gate = gate;
    this.outbox = outbox;
  }

  void write() throws IOException {
    subdistricts();
    communities();
    compounds();
    gates();
    buildings();
    roads();
    places();
    truth();
    try (GeoJsonWriter out = writer("water.geojson")) {
      water(out);
    }
    try (GeoJsonWriter out = writer("railways.geojson")) {
      railways(out);
    }
    try (GeoJsonWriter out = writer("barriers.geojson")) {
      water(out);
      railways(out);
    }
  }

  private void subdistricts() throws IOException {
    try (GeoJsonWriter out = writer("subdistricts.geojson")) {
      for (Subdistrict each : city.subdistricts()) {
        out.begin(each.geometry()).value("code", each.code()).value("name", each.name()).end();
      }
    }
  }

  private void communities() throws IOException {
    try (GeoJsonWriter out = writer("communities.geojson")) {
      for (Community community : city.communities()) {
        out.begin(community.geometry())
            .value("code", community.code())
            .value("name", community.name())
            .value("subdistrict", community.subdistrictCode())
            .value("households", community.households())
            .value("population", community.people())
            .end();
      }
    }
  }

  private void compounds() throws IOException {
    try (GeoJsonWriter out = writer("compounds.geojson")) {
      for (Compound compound : city.compounds()) {
        out.begin(compound.geometry())
            .value("id", compound.code())
            .value("name", compound.name())
            .value("community", compound.communityCode())
            .value("age", compound.age().name())
            .value("kind", compound.kind().name())
            .value("walled", yes(compound.walled()))
            .value("property", compound.propertyService().name())
            .value("owners", yes(compound.ownersCommittee()))
            .value("stars", compound.stars())
            .value("households", compound.households())
            .value("population", compound.people())
            .end();
      }
    }
  }

  private void gates() throws IOException {
    try (GeoJsonWriter out = writer("gates.geojson")) {
      for (Gate each : city.gates()) {
        out.begin(each.point())
            .value("id", each.id())
            .value("compound", each.compoundCode())
            .value("hours", hours(each.hours()))
            .value("residentsOnly", yes(each.residentsOnly()))
            .end();
      }
    }
  }

  private void buildings() throws IOException {
    try (GeoJsonWriter out = writer("buildings.geojson")) {
      for (Building building : city.buildings()) {
        out.begin(building.geometry())
            .value("id", building.id())
            .value("name", building.name())
            .value("kind", building.kind().name())
            .value("compound", building.compound())
            .value("community", building.communityCode())
            .value("floors", building.floors())
            .value("households", building.households())
            .value("population", building.people())
            .end();
      }
    }
  }

  /** Streets and footpaths together are the network that people walk on. */
  private void roads() throws IOException {
    try (GeoJsonWriter out = writer("roads.geojson")) {
      for (Road road : city.roads()) {
        out.begin(road.line())
            .value("id", road.code())
            .value("name", road.name())
            .value("class", road.roadClass())
            .value("bridge", yes(road.bridge()))
            .value("compound", Optional.empty())
            .end();
      }
      int number = 0;
      for (Footpath path : city.footpaths()) {
        out.begin(path.line())
            .value("id", String.format("F%05d", ++number))
            .value("name", "")
            .value("class", FOOTPATH_CLASS)
            .value("bridge", "no")
            .value("compound", Optional.of(path.compoundCode()))
            .end();
      }
    }
  }

  private void water(GeoJsonWriter out) {
    int number = 0;
    for (Water water : city.water()) {
      out.begin(water.geometry())
          .value("id", "W" + ++number)
          .value("kind", "RIVER")
          .value("name", water.name())
          .end();
    }
  }

  private void railways(GeoJsonWriter out) {
    int number = 0;
    for (Railway railway : city.railways()) {
      out.begin(railway.line())
          .value("id", "T" + ++number)
          .value("kind", "RAILWAY")
          .value("name", railway.name())
          .end();
    }
  }

  private void places() throws IOException {
    try (GeoJsonWriter out = writer("places.geojson")) {
      for (Place place : city.places()) {
        out.begin(place.point())
            .value("id", place.code())
            .value("name", place.name())
            .value("kind", place.kind().name())
            .value("community", place.communityCode())
            .end();
      }
    }
  }

  private void truth() throws IOException {
    try (GeoJsonWriter out = writer("truth.geojson")) {
      for (TruthUnit unit : city.truth().units()) {
        out.begin(unit.geometry()).value("id", unit.index()).value("area", unit.communityCode());
        for (int i = 0; i < city.truth().layers().size(); i++) {
          String code = unit.cellCodes().get(i);
          out.value(city.truth().layers().get(i), Optional.of(code).filter(c -> !c.isEmpty()));
        }
        out.end();
      }
    }
  }

  private GeoJsonWriter writer(String name) throws IOException {
    return GeoJsonWriter.withNotice(outbox.file(name), gate, Datum.CGCS2000, SampleText.NOTICE);
  }
}
