package onegrid.server.layer;

import java.util.List;
import onegrid.finding.Words;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.LayerProof;
import onegrid.io.intake.LayerProof.Fault;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.GroundShape;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.PlacedFinding;

/**
 * Refuses a layer that would have to be mended, unless whoever hands it in wants that: then each
 * fault becomes a finding of the layer, and a merge puts it right.
 */
final class LayerFaults {
  private LayerFaults() {}

  /**
   * Lets a sound layer through.
   *
   * @throws Refused with every fault, its row and its place, when there is one
   */
  static void refuse(LayerIntake intake, FrameShapes frame) {
    List<Fault> faults = LayerProof.faults(intake);
    if (faults.isEmpty()) {
      return;
    }
    String more = faults.size() < LayerProof.MOST_FAULTS ? "" : "+";
    throw new Refused(
        ProblemKind.FILE_REFUSED,
        new Words(
            "文件有 "
                + faults.size()
                + more
                + " 处问题，未导入，见清单。请改正后重交；或加上 mend=true 交由系统清理：照样接收，逐条列为问题，合并时处理。",
            "The file has "
                + faults.size()
                + more
                + " faults and was not taken; see the list. Put them right, or hand it in with"
                + " mend=true: it is then taken, each fault is listed, and a merge mends it."),
        faults.stream().map(fault -> view(fault, frame)).toList());
  }

  private static FindingView view(Fault fault, FrameShapes frame) {
    FindingView view = FindingView.of(PlacedFinding.of(fault.finding(), frame));
    return fault.shape().map(shape -> view.on(GroundShape.of(frame.shape(shape)))).orElse(view);
  }
}
