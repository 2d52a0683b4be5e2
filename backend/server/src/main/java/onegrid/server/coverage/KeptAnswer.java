package onegrid.server.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onegrid.coverage.BuildingState;
import onegrid.coverage.CapacityShare;
import onegrid.coverage.Coverage;
import onegrid.coverage.CoverageReport;
import onegrid.coverage.Measure;
import onegrid.coverage.ServiceArea;
import onegrid.coverage.Tally;
import onegrid.coverage.UncoveredPocket;
import onegrid.finding.Finding;
import onegrid.io.write.CoverageFiles;
import onegrid.io.write.InputFile;
import onegrid.place.Building;
import onegrid.server.frame.FrameShapes;
import onegrid.store.CoverageBand;
import onegrid.store.CoverageBuilding;
import onegrid.store.CoverageDraft;
import onegrid.store.CoveragePocket;
import onegrid.store.LonLat;
import onegrid.store.PlacedFinding;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** An answer as the store keeps it: in degrees, with the same files as the command line writes. */
final class KeptAnswer {
  private static final double POINT_HALF_METRES = 0.5;

  private final WarmAnswer answer;
  private final Coverage coverage;
  private final CoverageReport report;
  private final List<ServiceArea> areas;
  private final FrameShapes frame;

  KeptAnswer(WarmAnswer answer, CoverageReport report, List<ServiceArea> areas) {
    this.answer = answer;
    this.coverage = answer.coverage();
    this.report = report;
    this.areas = areas;
    this.frame = answer.ground().frame();
  }

  CoverageDraft draft(long workspaceId, String scenarioJson, double wallSeconds) {
    Map<String, byte[]> files = files();
    byte[] numbers = files.getOrDefault("report.json", new byte[0]);
    Tally walked = report.by(Measure.NETWORK);
    return new CoverageDraft(
        workspaceId,
        scenarioJson,
        coverage.ground().network().version(),
        answer.ground().placesVersion(),
        new CoverageDraft.Totals(
            (int) walked.allBuildings(),
            (int) walked.buildings(BuildingState.COVERED),
            walked.allPeople(),
            walked.people(BuildingState.COVERED),
            walked.people(BuildingState.UNKNOWN)),
        new String(numbers, StandardCharsets.UTF_8),
        wallSeconds,
        buildings(),
        bands(),
        pockets(),
        findings(),
        files);
  }

  private List<PlacedFinding> findings() {
    List<Finding> noticed = new ArrayList<>(answer.ground().findings());
    noticed.addAll(coverage.ground().network().findings());
    noticed.addAll(coverage.ground().findings());
    return noticed.stream().map(finding -> PlacedFinding.of(finding, frame)).toList();
  }

  private Map<String, byte[]> files() {
    try {
      Path folder = Files.createTempDirectory("onegrid-coverage");
      try {
        write(folder);
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> written = Files.list(folder)) {
          for (Path file : written.toList()) {
            files.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
          }
        }
        return files;
      } finally {
        try (Stream<Path> written = Files.list(folder)) {
          for (Path file : written.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path folder) throws IOException {
    InputFile ground =
        new InputFile(
            "ground",
            "",
            "workspace",
            "PostGIS",
            "EPSG:4490",
            "",
            coverage.ground().buildings().size(),
            0,
            0,
            answer.ground().placesVersion(),
            answer.ground().findings());
    Integer room = answer.order().capacityPeople();
    Optional<CapacityShare> share =
        room == null
            ? Optional.empty()
            : Optional.of(
                answer.with(WhatIfWish.NOTHING.on(answer), w -> CapacityShare.of(w, room)));
    CoverageFiles.write(
        coverage,
        report,
        share,
        Measure.NETWORK,
        areas,
        frame.gate(),
        List.of(ground),
        List.of(),
        folder);
  }

  private List<CoverageBuilding> buildings() {
    List<CoverageBuilding> buildings = new ArrayList<>();
    for (int b = 0; b < coverage.ground().buildings().size(); b++) {
      Building building = coverage.building(b);
      buildings.add(
          new CoverageBuilding(
              building.id(),
              coverage.state(b).ordinal(),
              coverage.state(Measure.STRAIGHT, b) == BuildingState.COVERED,
              coverage.unknownReason(b).name(),
              station(coverage.station(b)),
              coverage.seconds(b),
              coverage.metres(b),
              station(coverage.straightStation(b)),
              coverage.straightMetres(b),
              building.households(),
              building.people(),
              frame.shape(area(building))));
    }
    return buildings;
  }

  private static Geometry area(Building building) {
    if (building.footprint() instanceof Point point) {
      var around = point.getEnvelopeInternal();
      around.expandBy(POINT_HALF_METRES);
      return new GeometryFactory().toGeometry(around);
    }
    return building.footprint();
  }

  private String station(int number) {
    return number < 0 ? "" : coverage.stationAt(number).id();
  }

  private List<CoverageBand> bands() {
    List<CoverageBand> bands = new ArrayList<>();
    for (ServiceArea area : areas) {
      for (int i = 0; i < area.shape().getNumGeometries(); i++) {
        if (area.shape().getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
          bands.add(new CoverageBand(area.limitSeconds(), (Polygon) frame.shape(part)));
        }
      }
    }
    return bands;
  }

  private List<CoveragePocket> pockets() {
    List<CoveragePocket> pockets = new ArrayList<>();
    for (UncoveredPocket pocket : report.pockets()) {
      Coordinate at = new Coordinate(pocket.at().eastMetres(), pocket.at().northMetres());
      double[] degrees = frame.gate().toDegrees(at.x, at.y);
      pockets.add(
          new CoveragePocket(
              pockets.size() + 1,
              pocket.name(),
              pocket.compoundId(),
              pocket.communityCode(),
              "",
              pocket.buildings().size(),
              pocket.households(),
              pocket.people(),
              station(pocket.station()),
              pocket.seconds(),
              pocket.metres(),
              station(pocket.straightStation()),
              pocket.straightMetres(),
              pocket.obstacle().kind().name(),
              pocket.obstacle().name(),
              new LonLat(degrees[0], degrees[1])));
    }
    return pockets;
  }
}
