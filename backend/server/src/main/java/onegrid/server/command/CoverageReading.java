package onegrid.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.io.ReadLimits;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.ServiceIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.intake.WalkIntake;
import onegrid.io.osm.OsmExtract;
import onegrid.io.read.FeatureFiles;
import onegrid.io.table.FeatureRow;
import onegrid.io.table.FeatureTable;
import onegrid.io.write.InputFile;
import onegrid.place.Building;
import onegrid.place.Compound;
import onegrid.place.Gate;
import onegrid.place.Station;
import onegrid.walk.Barrier;
import onegrid.walk.WalkGround;
import onegrid.walk.WalkSpot;
import onegrid.walk.WalkWay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** Reads the files of one coverage run into one frame: that of the roads. */
final class CoverageReading {
  final List<InputFile> inputs = new ArrayList<>();
  final List<WalkWay> ways = new ArrayList<>();
  final List<Barrier> barriers = new ArrayList<>();
  final List<Compound> compounds = new ArrayList<>();
  final List<Gate> gates = new ArrayList<>();
  final List<WalkSpot> spots = new ArrayList<>();
  final List<Building> buildings = new ArrayList<>();
  final List<Station> stations = new ArrayList<>();
  final Map<String, String> subdistrictOf = new HashMap<>();
  private final Optional<SourceCrs> told;
  private final ProgressLine progress;
  private @Nullable CrsGate gate;
  private @Nullable Envelope extent;

  CoverageReading(Optional<SourceCrs> told, ProgressLine progress) {
    this.told = told;
    this.progress = progress;
  }

  CrsGate gate() {
    if (gate == null) {
      throw new IllegalStateException("roads are read first");
    }
    return gate;
  }

  WalkGround ground() {
    return new WalkGround(
        gate().frame(), ways, barriers, compounds, gates, spots, Optional.ofNullable(extent));
  }

  void roads(Path file) throws IOException {
    if (OsmExtract.isExtract(file)) {
      progress.show("读取 / reading " + file.getFileName());
      OsmExtract extract = OsmExtract.read(file);
      CrsGate door = gate == null ? extract.gate() : gate;
      gate = door;
      List<WalkWay> found = extract.ways(door);
      ways.addAll(found);
      barriers.addAll(extract.barriers(door));
      spots.addAll(extract.spots(door));
      extract.extent(door).ifPresent(e -> extent = e);
      inputs.add(
          new InputFile(
              "roads",
              "",
              String.valueOf(file.getFileName()),
              "OpenStreetMap",
              "EPSG:4326",
              "",
              found.size(),
              found.stream().mapToInt(w -> w.xs().length).sum(),
              Files.size(file),
              InputFile.sha256(file),
              List.of()));
      return;
    }
    LoadedLayer loaded = load("roads", file, true);
    CrsGate door = gate == null ? loaded.place().gate() : gate;
    gate = door;
    WalkIntake intake = new WalkIntake(door);
    ways.addAll(intake.ways(loaded.place()));
    note(loaded, intake.findings());
  }

  void barriers(Path file) throws IOException {
    LoadedLayer loaded = load("barriers", file, true);
    WalkIntake intake = new WalkIntake(gate());
    barriers.addAll(intake.barriers(loaded.place()));
    note(loaded, intake.findings());
  }

  void compounds(Path file) throws IOException {
    LoadedLayer loaded = load("compounds", file, false);
    WalkIntake intake = new WalkIntake(gate());
    compounds.addAll(intake.compounds(loaded.place()));
    note(loaded, intake.findings());
  }

  void gates(Path file) throws IOException {
    LoadedLayer loaded = load("gates", file, false);
    WalkIntake intake = new WalkIntake(gate());
    gates.addAll(intake.gates(loaded.place()));
    note(loaded, intake.findings());
  }

  void crossings(Path file) throws IOException {
    LoadedLayer loaded = load("crossings", file, false);
    WalkIntake intake = new WalkIntake(gate());
    spots.addAll(intake.crossings(loaded.place()));
    note(loaded, intake.findings());
  }

  void buildings(Path file) throws IOException {
    LoadedLayer loaded = load("buildings", file, false);
    ServiceIntake intake = new ServiceIntake(gate());
    buildings.addAll(intake.buildings(loaded.place()));
    note(loaded, intake.findings());
  }

  void stations(Path file) throws IOException {
    LoadedLayer loaded = load("stations", file, false);
    ServiceIntake intake = new ServiceIntake(gate());
    stations.addAll(intake.stations(loaded.place()));
    note(loaded, intake.findings());
  }

  /** Which subdistrict each community belongs to. */
  void communities(Path file) throws IOException {
    LoadedLayer loaded = load("communities", file, false);
    FeatureTable table = loaded.place().table();
    var code = table.firstColumn(List.of("code", "编码", "社区代码"));
    var subdistrict = table.firstColumn(List.of("subdistrict", "街道", "所属街道"));
    if (code.isPresent() && subdistrict.isPresent()) {
      for (FeatureRow row : table.rows()) {
        subdistrictOf.put(
            row.values().get(code.getAsInt()), row.values().get(subdistrict.getAsInt()));
      }
    }
    note(loaded, List.of());
  }

  private LoadedLayer load(String role, Path file, boolean lines) {
    progress.show("读取 / reading " + file.getFileName());
    ReadLimits limits = lines ? ReadLimits.GENEROUS.withLines() : ReadLimits.GENEROUS;
    return new LoadedLayer(
        role, "", file, TablePlace.settle(FeatureFiles.read(file, limits), told));
  }

  private void note(LoadedLayer loaded, List<Finding> findings) throws IOException {
    inputs.add(loaded.input(loaded.place().settled().system().name(), "", findings));
  }
}
