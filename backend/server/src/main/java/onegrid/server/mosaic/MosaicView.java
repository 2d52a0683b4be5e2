package onegrid.server.mosaic;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import onegrid.merge.ConflictKind;
import onegrid.merge.MergePhase;
import onegrid.merge.MergeReport;
import onegrid.server.problem.FindingPage.CodeCount;
import onegrid.store.Bounds;
import onegrid.store.ConflictCount;
import onegrid.store.FindingCount;
import onegrid.store.LayerRole;
import onegrid.store.MosaicInput;
import onegrid.store.StoredMosaic;
import org.jspecify.annotations.Nullable;

/** A merge that is kept, in numbers, as it goes over the wire. */
record MosaicView(
    long id,
    long workspaceId,
    OffsetDateTime createdAt,
    int units,
    double areaSquareMetres,
    int buildings,
    int households,
    int people,
    @Nullable List<Double> bounds,
    List<Input> inputs,
    List<KindCount> conflictsByKind,
    List<CodeCount> findingsByCode,
    List<Phase> phases,
    double wallSeconds) {

  /** A mosaic in a list. */
  record Entry(long id, OffsetDateTime createdAt, int units, int conflicts, int findings) {
    static Entry of(StoredMosaic m) {
      return new Entry(m.id(), time(m), m.units(), m.conflicts(), m.findings());
    }
  }

  record Input(
      long layerId,
      String name,
      LayerRole role,
      String letter,
      int hue,
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
      double largestDriftMetres,
      double meanDriftMetres,
      int driftMatches) {

    static Input of(MosaicInput input) {
      MergeReport.LayerReport report = input.report();
      return new Input(
          input.layerId(),
          report.name(),
          input.role(),
          input.letter(),
          input.hue(),
          report.cells(),
          report.vertices(),
          report.toleranceMetres(),
          report.shiftEastMetres(),
          report.shiftNorthMetres(),
          report.largestMovementMetres(),
          report.p99MovementMetres(),
          report.outsideSquareMetres(),
          report.gainedSquareMetres(),
          report.lostSquareMetres(),
          report.gainedPeople(),
          report.lostPeople(),
          report.drift().largestMetres(),
          report.drift().meanMetres(),
          report.drift().matches());
    }
  }

  record KindCount(
      ConflictKind kind,
      String title,
      String titleEn,
      int count,
      int people,
      double areaSquareMetres) {

    static KindCount of(ConflictCount c) {
      return new KindCount(
          c.kind(),
          c.kind().title().zh(),
          c.kind().title().en(),
          c.count(),
          c.people(),
          c.areaSquareMetres());
    }
  }

  record Phase(
      MergePhase phase, String title, String titleEn, double wallSeconds, double cpuSeconds) {

    static Phase of(MergeReport.PhaseReport report) {
      MergePhase phase = report.phase();
      return new Phase(
          phase, phase.title().zh(), phase.title().en(), report.wallSeconds(), report.cpuSeconds());
    }
  }

  static MosaicView of(
      StoredMosaic m,
      List<MosaicInput> inputs,
      List<ConflictCount> conflicts,
      List<FindingCount> findings,
      List<MergeReport.PhaseReport> phases) {
    return new MosaicView(
        m.id(),
        m.workspaceId(),
        time(m),
        m.units(),
        m.areaSquareMetres(),
        m.buildings(),
        m.households(),
        m.people(),
        m.bounds().map(Bounds::toList).orElse(null),
        inputs.stream().map(Input::of).toList(),
        conflicts.stream().map(KindCount::of).toList(),
        findings.stream().map(CodeCount::of).toList(),
        phases.stream().map(Phase::of).toList(),
        m.wallSeconds());
  }

  private static OffsetDateTime time(StoredMosaic m) {
    return m.createdAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
  }
}
