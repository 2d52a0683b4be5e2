package onegrid.merge;

import java.util.List;

/**
 * What a merge did, in numbers.
 *
 * @param layers the area layer first (when there was one), then the layers by rank
 * @param units how many units came out
 * @param areaSquareMetres the ground they cover
 * @param buildings how many indivisible shapes were counted on them
 * @param households the sum over them
 * @param people the sum over them
 * @param phases what each step took
 * @param evidence for each layer but the area what its shift and tolerance rest on; none where the
 *     report was read back from a store
 */
public record MergeReport(
    List<LayerReport> layers,
    int units,
    double areaSquareMetres,
    int buildings,
    int households,
    int people,
    List<PhaseReport> phases,
    List<LayerEvidence> evidence) {

  public MergeReport {
    layers = List.copyOf(layers);
    phases = List.copyOf(phases);
    evidence = List.copyOf(evidence);
  }

  /**
   * What happened to one layer.
   *
   * @param toleranceMetres how far its borders were allowed to move to meet stronger ones
   * @param shiftEastMetres the constant shift that was undone, 0 for none
   * @param shiftNorthMetres the constant shift that was undone, 0 for none
   * @param largestMovementMetres how far a vertex moved at most, the shift not counted; for the
   *     area how far a point on a border lies from the border as drawn
   * @param p99MovementMetres how far 99 of 100 moved at most
   * @param outsideSquareMetres how much of its ground lies outside the area
   * @param gainedSquareMetres the sum over the cells that hold more ground now than as drawn
   * @param lostSquareMetres the sum over the cells that hold less ground now than as drawn
   * @param gainedBuildings buildings that came to a cell they were not drawn in
   * @param lostBuildings buildings that left every cell they were drawn in
   * @param gainedPeople people in buildings that came to a cell they were not drawn in
   * @param lostPeople people in buildings that left every cell they were drawn in
   * @param drift what was undone of a drift that is not the same everywhere
   */
  public record LayerReport(
      String name,
      int cells,
      int vertices,
      double toleranceMetres,
      double shiftEastMetres,
      double shiftNorthMetres,
      double largestMovementMetres,
      double p99MovementMetres,
      double outsideSquareMetres,
      double gainedSquareMetres,
      double lostSquareMetres,
      int gainedBuildings,
      int lostBuildings,
      int gainedPeople,
      int lostPeople,
      DriftUndone drift) {

    /** How many buildings changed hands is not known. */
    public LayerReport(
        String name,
        int cells,
        int vertices,
        double toleranceMetres,
        double shiftEastMetres,
        double shiftNorthMetres,
        double largestMovementMetres,
        double p99MovementMetres,
        double outsideSquareMetres,
        double gainedSquareMetres,
        double lostSquareMetres,
        int gainedPeople,
        int lostPeople,
        DriftUndone drift) {
      this(
          name,
          cells,
          vertices,
          toleranceMetres,
          shiftEastMetres,
          shiftNorthMetres,
          largestMovementMetres,
          p99MovementMetres,
          outsideSquareMetres,
          gainedSquareMetres,
          lostSquareMetres,
          0,
          0,
          gainedPeople,
          lostPeople,
          drift);
    }
  }

  /**
   * What one step took.
   *
   * @param wallSeconds from its start to its end
   * @param cpuSeconds over all threads that worked on it; not those of compiler and collector
   * @param peakHeapBytes the most that the process held on its heap meanwhile, garbage included:
   *     the sum over the heap's pools, each at its own worst moment; 0 where it is not known.
   *     Merges that run beside each other in one process count each other's
   */
  public record PhaseReport(
      MergePhase phase, double wallSeconds, double cpuSeconds, long peakHeapBytes) {

    /** Its memory is not known. */
    public PhaseReport(MergePhase phase, double wallSeconds, double cpuSeconds) {
      this(phase, wallSeconds, cpuSeconds, 0);
    }
  }
}
