package onegrid.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.io.crs.CrsGate;
import onegrid.io.crs.SourceCrs;
import onegrid.io.intake.BorderIntake;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.intake.WholeIntake;
import onegrid.io.read.FeatureFiles;
import onegrid.io.write.InputFile;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MergeInput;
import onegrid.merge.ProtectedBorder;
import onegrid.place.Indivisible;
import org.jspecify.annotations.Nullable;

/** Reads the files of one merge into one frame: that of the area, or of the first layer. */
final class MergeReading {
  private static final String AREA = "管辖范围";

  private final Optional<SourceCrs> told;
  private final ProgressLine progress;
  private final List<InputFile> inputs = new ArrayList<>();
  private @Nullable CrsGate gate;

  MergeReading(Optional<SourceCrs> told, ProgressLine progress) {
    this.told = told;
    this.progress = progress;
  }

  MergeInput read(
      Optional<Path> area,
      Optional<String> areaCode,
      Map<String, Path> layers,
      Map<String, String> codes,
      List<Path> whole,
      List<Path> protect)
      throws IOException {
    Optional<DepartmentLayer> bounds = Optional.empty();
    if (area.isPresent()) {
      LoadedLayer loaded = load("area", AREA, area.get());
      LayerIntake intake = LayerIntake.take(loaded.place(), AREA, areaCode, gateOf(loaded));
      note(loaded, intake);
      bounds = Optional.of(intake.layer());
    }
    List<DepartmentLayer> taken = new ArrayList<>();
    for (Map.Entry<String, Path> layer : layers.entrySet()) {
      String name = layer.getKey();
      LoadedLayer loaded = load("layer", name, layer.getValue());
      CrsGate door = gateOf(loaded);
      LayerIntake intake =
          LayerIntake.take(loaded.place(), name, Optional.ofNullable(codes.get(name)), door);
      if (bounds.isPresent()) {
        intake = intake.withDatumSettled(bounds.get(), door);
      }
      note(loaded, intake);
      taken.add(intake.layer());
    }
    List<Indivisible> shapes = new ArrayList<>();
    for (Path file : whole) {
      LoadedLayer loaded = load("whole", "", file);
      WholeIntake intake = WholeIntake.take(loaded.place(), gateOf(loaded));
      inputs.add(loaded.input(intake.crs(), "", intake.findings()));
      shapes.addAll(intake.shapes());
    }
    List<ProtectedBorder> borders = new ArrayList<>();
    for (Path file : protect) {
      LoadedLayer loaded = load("protect", "", file);
      BorderIntake intake = BorderIntake.take(loaded.place(), gateOf(loaded));
      inputs.add(loaded.input(intake.crs(), "", intake.findings()));
      borders.addAll(intake.borders());
    }
    return new MergeInput(gate().frame(), bounds, taken, shapes, borders);
  }

  /** The gate of the frame that everything was read into. */
  CrsGate gate() {
    if (gate == null) {
      throw new IllegalStateException("nothing was read yet");
    }
    return gate;
  }

  List<InputFile> inputs() {
    return inputs;
  }

  private LoadedLayer load(String role, String name, Path path) {
    progress.show("读取 / reading " + path);
    return new LoadedLayer(role, name, path, TablePlace.settle(FeatureFiles.read(path), told));
  }

  private CrsGate gateOf(LoadedLayer first) {
    if (gate == null) {
      gate = first.place().gate();
    }
    return gate;
  }

  private void note(LoadedLayer loaded, LayerIntake intake) throws IOException {
    inputs.add(loaded.input(intake.crs(), intake.codeField(), intake.findings()));
  }
}
