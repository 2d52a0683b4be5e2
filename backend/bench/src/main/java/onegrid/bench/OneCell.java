package onegrid.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import onegrid.layer.DepartmentCell;
import onegrid.layer.DepartmentLayer;
import onegrid.merge.MergeInput;
import onegrid.merge.MergePolicy;
import onegrid.merge.MergeProgress;
import onegrid.merge.StandingMerge;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A layer handed in again with one cell moved: every layer in turn, with its middle cell.
 *
 * @param medianWallMillis of all runs
 * @param bestWallMillis of all runs
 * @param medianCpuMillis of the whole process
 * @param bestCpuMillis of the whole process
 * @param mostParts the most parts of communities that were made anew
 */
record OneCell(
    double medianWallMillis,
    double bestWallMillis,
    double medianCpuMillis,
    double bestCpuMillis,
    int mostParts) {
  private static final int WARM_UPS = 5;
  private static final int RUNS = 7;
  private static final double MOVED_METRES = 0.37;

  static OneCell of(MergeInput input) {
    StandingMerge standing = StandingMerge.of(input, MergePolicy.automatic(), MergeProgress.SILENT);
    List<DepartmentLayer> again = input.layers().stream().map(OneCell::moved).toList();
    double[] wall = new double[RUNS * again.size()];
    double[] cpu = new double[wall.length];
    int parts = 0;
    for (int run = -WARM_UPS; run < RUNS; run++) {
      for (int k = 0; k < again.size(); k++) {
        long wallStart = System.nanoTime();
        long cpuStart = Bench.processCpu();
        StandingMerge with = standing.with(again.get(k), MergeProgress.SILENT);
        if (run >= 0) {
          cpu[run * again.size() + k] = (Bench.processCpu() - cpuStart) / 1e6;
          wall[run * again.size() + k] = (System.nanoTime() - wallStart) / 1e6;
        }
        parts = Math.max(parts, with.partsComputed());
      }
    }
    Arrays.sort(wall);
    Arrays.sort(cpu);
    return new OneCell(wall[wall.length / 2], wall[0], cpu[cpu.length / 2], cpu[0], parts);
  }

  private static DepartmentLayer moved(DepartmentLayer layer) {
    List<DepartmentCell> cells = new ArrayList<>(layer.cells());
    DepartmentCell cell = cells.get(cells.size() / 2);
    Geometry shape = cell.shape().copy();
    shape.apply((CoordinateFilter) at -> at.x += MOVED_METRES);
    shape.geometryChanged();
    cells.set(
        cells.size() / 2, new DepartmentCell(cell.code(), cell.name(), cell.feature(), shape));
    return new DepartmentLayer(layer.name(), layer.frame(), cells);
  }
}
