package onegrid.server.coverage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import onegrid.coverage.Coverage;
import onegrid.coverage.ReachedStations;
import onegrid.io.write.Csv;
import onegrid.place.Station;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.CoverageStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * All buildings with the stations within their limit, nearest first: a table made when asked for.
 */
@RestController
class PairsController {
  private final CoverageStore coverages;
  private final WarmGrounds grounds;

  PairsController(CoverageStore coverages, WarmGrounds grounds) {
    this.coverages = coverages;
    this.grounds = grounds;
  }

  /**
   * Writes the pairs as CSV.
   *
   * @param nearest how many stations of each building, null for all within the limit
   */
  @GetMapping("/api/coverages/{id}/pairs")
  void pairs(
      @PathVariable long id, @RequestParam @Nullable Integer nearest, HttpServletResponse response)
      throws IOException {
    if (nearest != null && nearest < 1) {
      throw new Refused(
          ProblemKind.BAD_PARAMETER, "nearest 应为 1 以上的整数。", "nearest is a number from 1.");
    }
    WarmAnswer answer =
        grounds.answer(coverages.find(id).orElseThrow(() -> Refused.notFound("覆盖结果", "coverage")));
    // Listed under the lock of the answer, written outside of it: a slow reader holds up nobody.
    ReachedStations reached = answer.with(WhatIfWish.NOTHING.on(answer), ReachedStations::of);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("onegrid-coverage-" + id + "-pairs.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    write(answer.coverage(), reached, nearest == null ? Integer.MAX_VALUE : nearest, response);
  }

  private static void write(
      Coverage coverage, ReachedStations reached, int most, HttpServletResponse response)
      throws IOException {
    String assumption = coverage.scenario().shortAssumption().zh();
    String version = coverage.ground().network().version();
    int speed = coverage.scenario().speedMmPerSecond();
    try (Csv out =
        new Csv(
            response.getOutputStream(),
            "building",
            "rank",
            "station",
            "station_name",
            "kind",
            "seconds",
            "assumption",
            "network_version")) {
      for (int b = 0; b < coverage.ground().buildings().size(); b++) {
        for (int rank = 0; rank < Math.min(most, reached.of(b)); rank++) {
          Station station = coverage.stationAt(reached.station(b, rank));
          out.text(coverage.building(b).id())
              .number(rank + 1)
              .text(station.id())
              .text(station.name())
              .text(station.kind())
              .number(((long) reached.costMm(b, rank) + speed - 1) / speed)
              .text(assumption)
              .text(version)
              .endRow();
        }
      }
    }
  }
}
