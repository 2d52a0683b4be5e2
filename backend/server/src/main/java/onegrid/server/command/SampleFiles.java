package onegrid.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import onegrid.geo.LocalFrame;
import onegrid.io.crs.CrsGate;
import onegrid.io.write.Outbox;
import onegrid.sample.SampleCity;
import onegrid.sample.SampleLayer;

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
      new SampleShapes(city, files.gate, outbox).write();
      new SampleTables(city, files.gate, outbox).write();
      HandoverFiles layers = new HandoverFiles(city, files.gate, outbox);
      for (int i = 0; i < city.layers().size(); i++) {
        layers.write(i + 1, city.layers().get(i));
      }
      String command = files.command(out);
      Files.writeString(outbox.file("README.md"), files.readme(command));
      outbox.deliver();
      return command;
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
          .append(quoted(out.resolve(HandoverFiles.name(++number, layer))));
      if (!HandoverFiles.codeField(layer).equals("code")) {
        command.append(" --code ").append(layer.department()).append('=');
        command.append(HandoverFiles.codeField(layer));
      }
    }
    if (city.layers().stream().anyMatch(HandoverFiles::needsCrs)) {
      command.append(" \\\n  --crs EPSG:").append(city.epsgCode());
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
    | communities.geojson, subdistricts.geojson | 社区(管辖范围)与街道 / the area of a merge |
    | layer1 … layer%d | 部门图层,强者在前 / department layers, strongest first |
    | compounds.geojson, gates.geojson | 小区与出入口 / compounds and their gates |
    | buildings.geojson, building-groups.csv | 楼栋,户数与人口;楼栋组 / buildings and groups of them |
    | roads.geojson | 道路与小区步道,步行网络 / streets and footpaths, the walking network |
    | water.geojson, railways.geojson | 河流与铁路 / river and railway |
    | barriers.geojson | 上两者合一,只在桥上可过 / both, crossed on bridges only |
    | places.geojson | 学校、市场、商务楼宇 / schools, markets, business buildings |
    | stations.csv, service-items.csv | 服务站点(六有、开放时间、事项)/ service stations |
    | departments.csv, duties.csv, posts.csv | 部门、职责、岗位 / departments, duties, posts |
    | roster.csv | 街道填报的小区花名册 / the table of compounds as it was typed |
    | truth.geojson, truth-buildings.csv | 正确答案 / what a perfect merge would find |
    | defects.csv | 有意放入的错误 / mistakes made on purpose |

    每一列的含义见 `gis-data/DICTIONARY.md`。The columns are told there.

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

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
