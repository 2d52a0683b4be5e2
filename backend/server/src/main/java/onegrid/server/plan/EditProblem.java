package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.GridLine;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457) for an operation that a rule forbids.
 *
 * @param findings the rule, and where
 * @param crossing the stretches of border that would lie where they may not; null for other rules
 */
record EditProblem(
    String type,
    String title,
    String titleEn,
    int status,
    String detail,
    String detailEn,
    List<FindingView> findings,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Lines crossing) {

  /** GeoJSON: lines of longitudes and latitudes. */
  record Lines(String type, List<List<List<Double>>> coordinates) {}

  static EditProblem of(
      Words words, List<FindingView> findings, List<GridLine> crossing, FrameShapes frame) {
    ProblemKind kind = ProblemKind.EDIT_REFUSED;
    return new EditProblem(
        kind.type(),
        kind.title().zh(),
        kind.title().en(),
        kind.status(),
        words.zh(),
        words.en(),
        findings,
        crossing.isEmpty() ? null : lines(crossing, frame));
  }

  private static Lines lines(List<GridLine> crossing, FrameShapes frame) {
    List<List<List<Double>>> lines = new ArrayList<>();
    for (GridLine line : crossing) {
      double[] points = new double[2 * line.size()];
      for (int i = 0; i < line.size(); i++) {
        points[2 * i] = LocalFrame.toMetres(line.x(i));
        points[2 * i + 1] = LocalFrame.toMetres(line.y(i));
      }
      frame.gate().toDegrees(points);
      List<List<Double>> degrees = new ArrayList<>();
      for (int i = 0; i < points.length; i += 2) {
        degrees.add(List.of(points[i], points[i + 1]));
      }
      lines.add(degrees);
    }
    return new Lines("MultiLineString", lines);
  }

  /** Ends the transaction of operations of which a rule forbids one. */
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient EditProblem problem;

    Raised(EditProblem problem) {
      super(problem.detailEn, null, false, false);
      this.problem = problem;
    }

    EditProblem problem() {
      return problem;
    }
  }
}
