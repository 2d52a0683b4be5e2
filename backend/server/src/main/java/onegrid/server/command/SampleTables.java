package onegrid.server.command;

import static onegrid.server.command.SampleText.MADE_UP;
import static onegrid.server.command.SampleText.hours;
import static onegrid.server.command.SampleText.yes;

import java.io.IOException;
import java.util.Map;
import onegrid.io.crs.CrsGate;
import onegrid.io.write.Csv;
import onegrid.io.write.Outbox;
import onegrid.sample.BuildingGroup;
import onegrid.sample.Department;
import onegrid.sample.Duty;
import onegrid.sample.PlantedDefect;
import onegrid.sample.Post;
import onegrid.sample.RosterRow;
import onegrid.sample.SampleCity;
import onegrid.sample.ServiceItem;
import onegrid.sample.SixCriteria;
import onegrid.sample.Station;

/** What a made-up district knows without a shape of its own, as CSV, one file a subject. */
final class SampleTables {
  private static final int DEGREE_DECIMALS = 9;

  private final SampleCity city;
  private final CrsGate gate;
  private final Outbox outbox;

  SampleTables(SampleCity city, CrsGate gate, Outbox outbox) {
    this.city = city;
    this.gate = gate;
    this.outbox = outbox;
  }

  void write() throws IOException {
    stations();
    serviceItems();
    departments();
    duties();
    posts();
    groups();
    roster();
    truthOfBuildings();
    defects();
  }

  private void stations() throws IOException {
    try (Csv out =
        csv(
            "stations.csv",
            "id,name,kind,community,compound,lon,lat,qualified,room,sign,atmosphere,council,"
                + "recreation,archive,hours,windows,works,items")) {
      for (Station station : city.stations()) {
        out.text(station.id())
            .text(station.name())
            .text(station.kind().name())
            .text(station.communityCode())
            .text(station.compound().orElse(""));
        place(out, station.point().getX(), station.point().getY());
        SixCriteria six = station.criteria();
        out.text(yes(six.allMet()))
            .text(yes(six.room()))
            .text(yes(six.sign()))
            .text(yes(six.atmosphere()))
            .text(yes(six.council()))
            .text(yes(six.recreation()))
            .text(yes(six.archive()))
            .text(hours(station.hours()))
            .number(station.windows())
            .text(station.works().name())
            .text(String.join(" ", station.serviceItems()));
        end(out);
      }
    }
  }

  private void serviceItems() throws IOException {
    try (Csv out = csv("service-items.csv", "code,name,department")) {
      for (ServiceItem item : city.serviceItems()) {
        end(out.text(item.code()).text(item.name()).text(item.department()));
      }
    }
  }

  private void departments() throws IOException {
    try (Csv out = csv("departments.csv", "name,letter,rank")) {
      for (Department department : city.departments()) {
        end(out.text(department.name()).text(department.letter()).number(department.rank()));
      }
    }
  }

  private void duties() throws IOException {
    try (Csv out = csv("duties.csv", "code,department,name,cadence")) {
      for (Duty duty : city.duties()) {
        end(
            out.text(duty.code())
                .text(duty.department())
                .text(duty.name())
                .text(duty.cadence().name()));
      }
    }
  }

  private void posts() throws IOException {
    try (Csv out = csv("posts.csv", "code,department,role,community,cell,filled")) {
      for (Post post : city.posts()) {
        end(
            out.text(post.code())
                .text(post.department())
                .text(post.role())
                .text(post.communityCode())
                .text(post.cellCode())
                .text(yes(post.filled())));
      }
    }
  }

  private void groups() throws IOException {
    try (Csv out =
        csv("building-groups.csv", "code,name,compound,households,population,buildings")) {
      for (BuildingGroup group : city.buildingGroups()) {
        end(
            out.text(group.code())
                .text(group.name())
                .text(group.compoundCode())
                .number(group.households())
                .number(group.people())
                .text(String.join(" ", group.buildingIds())));
      }
    }
  }

  private void roster() throws IOException {
    try (Csv out =
        csv(
            "roster.csv",
            "ordinal,communityCode,community,compoundCode,compound,households,population,since,"
                + "bounds")) {
      for (RosterRow row : city.roster()) {
        end(
            out.number(row.ordinal())
                .text(row.communityCode())
                .text(row.community())
                .text(row.compoundCode())
                .text(row.compound())
                .text(row.households())
                .text(row.people())
                .text(row.since())
                .text(row.bounds()));
      }
    }
  }

  private void truthOfBuildings() throws IOException {
    try (Csv out = csv("truth-buildings.csv", "building,unit")) {
      for (Map.Entry<String, Integer> building : city.truth().unitOfBuilding().entrySet()) {
        end(out.text(building.getKey()).number(building.getValue()));
      }
    }
  }

  private void defects() throws IOException {
    try (Csv out = csv("defects.csv", "defect,kind,layer,code,feature,lon,lat,metres")) {
      for (PlantedDefect defect : city.defects()) {
        out.text(defect.kind().catalogue())
            .text(defect.kind().name())
            .text(defect.layer())
            .text(defect.cell())
            .number(defect.ordinal());
        if (defect.x() == 0 && defect.y() == 0) {
          out.none().none();
        } else {
          place(out, defect.x(), defect.y());
        }
        end(out.decimal(defect.sizeMetres(), 2));
      }
    }
  }

  private void place(Csv out, double x, double y) throws IOException {
    double[] at = gate.toDegrees(x, y);
    out.decimal(at[0], DEGREE_DECIMALS).decimal(at[1], DEGREE_DECIMALS);
  }

  private Csv csv(String name, String heading) throws IOException {
    return new Csv(outbox.file(name), (heading + ",note").split(","));
  }

  private static void end(Csv out) throws IOException {
    out.text(MADE_UP).endRow();
  }
}
