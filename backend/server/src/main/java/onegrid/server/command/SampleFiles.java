package onegrid.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.Datum;
import onegrid.io.write.Csv;
import onegrid.io.write.GeoJsonWriter;
import onegrid.io.write.Outbox;
import onegrid.sample.Building;
import onegrid.sample.Community;
import onegrid.sample.Compound;
import onegrid.sample.Gate;
import onegrid.sample.PlantedDefect;
import onegrid.sample.SampleCell;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;
import onegrid.sample.TruthUnit;

/** Writes a made-up district as the files that its departments would hand in. */
final class SampleFiles {
  private final SampleCity city;
  private final CrsGate gate;
  private final Outbox outbox;

  private SampleFiles(SampleCity city, Outbox outbox) {
    this.city = city;
    this.gate = CrsGate.of(new LocalFrame(city.epsgCode()));
    this.outbox = outbox;
  }

  /** Writes all files and gives the command that merges them. */
  static String write(SampleCity city, Path out) throws IOException {
    try (Outbox outbox = Outbox.towards(out)) {
      SampleFiles files = new SampleFiles(city, outbox);
      files.communities();
      files.layers();
      files.compounds();
      files.gates();
      files.buildings();
      files.truth();
      files.defects();
      String command = files.command(out);
      Files.writeString(outbox.file("README.md"), files.readme(command));
      outbox.deliver();
      return command;
    }
  }

  static String layerFile(int number) {
    return "layer" + number + ".geojson";
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

  private void layers() throws IOException {
    int number = 0;
    for (SampleLayer layer : city.layers()) {
      Datum datum = Datum.valueOf(layer.datum().name());
      try (GeoJsonWriter out = new GeoJsonWriter(outbox.file(layerFile(++number)), gate, datum)) {
        for (SampleCell cell : layer.cells()) {
          out.begin(cell.geometry()).value("code", cell.code()).value("name", cell.name()).end();
        }
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
            .value("walled", compound.walled() ? "yes" : "no")
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
            .value("residentsOnly", each.residentsOnly() ? "yes" : "no")
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

  private void defects() throws IOException {
    try (Csv out =
        new Csv(
            outbox.file("defects.csv"),
            "kind",
            "layer",
            "code",
            "feature",
            "lon",
            "lat",
            "metres")) {
      for (PlantedDefect defect : city.defects()) {
        double[] at = gate.toDegrees(defect.x(), defect.y());
        out.text(defect.kind().name())
            .text(defect.layer())
            .text(defect.cell())
            .number(defect.ordinal())
            .decimal(at[0], 7)
            .decimal(at[1], 7)
            .decimal(defect.sizeMetres(), 2)
            .endRow();
      }
    }
  }

  private String command(Path out) {
    StringBuilder command =
        new StringBuilder(
            "scripts/onegrid merge --area " + quoted(out.resolve("communities.geojson")));
    int number = 0;
    for (SampleLayer layer : city.layers()) {
      command
          .append(" \\\n  --layer ")
          .append(layer.department())
          .append('=')
          .append(quoted(out.resolve(layerFile(++number))));
    }
    return command
        .append(" \\\n  --whole ")
        .append(quoted(out.resolve("buildings.geojson")))
        .append(" --out ")
        .append(quoted(out.resolve("merged")))
        .toString();
  }

  private String readme(String command) {
    return """
        # %s(虚构) / made-up district

        %s
        %s

        规模 preset `%s`,种子 seed %d,噪声 noise %s。

        | file | |
        |---|---|
        | communities.geojson | 社区,管辖范围 / communities, the area of a merge |
        | layer1.geojson … layer%d.geojson | 部门图层,强者在前 / department layers, strongest first |
        | compounds.geojson, gates.geojson | 小区与出入口 / compounds and their gates |
        | buildings.geojson | 楼栋,户数与人口 / buildings with households and population |
        | truth.geojson | 正确答案 / what a perfect merge would find |
        | defects.csv | 有意放入的错误 / mistakes made on purpose |

        ```
        %s
        ```
        """
        .formatted(
            city.preset().title(),
            SampleCity.NOTICE_ZH,
            SampleCity.NOTICE_EN,
            city.preset().key(),
            city.seed(),
            city.noise(),
            city.layers().size(),
            command);
  }

  private GeoJsonWriter writer(String name) throws IOException {
    return new GeoJsonWriter(outbox.file(name), gate);
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
