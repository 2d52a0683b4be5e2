package onegrid.server.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.EditOutcome;
import onegrid.plan.GridPoint;
import onegrid.plan.Plan;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanKey;
import onegrid.plan.PlanPolicy;
import onegrid.plan.SameGround;
import onegrid.server.frame.FrameShapes;
import onegrid.server.plan.OperationWish.Place;
import onegrid.server.problem.FindingView;
import onegrid.store.LonLat;
import onegrid.store.PlacedFinding;
import onegrid.store.PlanLine;
import onegrid.store.PlanOperation;
import org.jspecify.annotations.Nullable;

/**
 * The log of a draft told again on another ground, wish by wish. What is not there any more, or
 * breaks a rule there, is left behind with the reason and the place; what took it back goes with
 * it.
 */
final class CarriedDraft {
  private final PlanJson json;
  private final FrameShapes frame;
  private Plan was;
  private Plan now;

  /** What was carried did, by its number in the old log. */
  private final Map<Long, PlanDiff> done = new HashMap<>();

  /** The number in the new log, by that in the old one. */
  private final Map<Long, Long> seqs = new HashMap<>();

  private final List<PlanOperation> operations = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<LeftBehind> leftBehind = new ArrayList<>();

  /**
   * An operation that was not carried.
   *
   * @param seq its number in the log of the draft that was carried
   * @param findings why not
   * @param lon where that is, null when it has no place
   * @param lat where that is, null when it has no place
   */
  record LeftBehind(
      long seq,
      String who,
      OperationWish edit,
      List<FindingView> findings,
      @Nullable Double lon,
      @Nullable Double lat) {}

  CarriedDraft(PlanJson json, Plan oldStart, Plan newStart) {
    this.json = json;
    this.was = oldStart;
    this.now = newStart;
    this.frame = FrameShapes.of(new LocalFrame(newStart.epsgCode()));
  }

  /** Carries the next line of the log. */
  void carry(PlanLine line) {
    OperationWish wish = json.wish(line.operation());
    try {
      OperationWish there = there(wish);
      EditOutcome outcome =
          PlanWords.edit(there, seq -> taken(wish)).applyTo(now, PlanPolicy.USUAL);
      if (outcome instanceof EditOutcome.Applied applied) {
        operations.add(json.operation(there, applied));
        authors.add(line.who());
        done.put(line.seq(), applied.diff());
        seqs.put(line.seq(), (long) operations.size());
        now = applied.plan();
      } else {
        leave(line, wish, ((EditOutcome.Refused) outcome).findings());
      }
    } catch (NotThere gone) {
      leave(line, wish, List.of(gone.finding));
    }
    was = was.with(json.diff(line.operation()));
  }

  private PlanDiff taken(OperationWish wish) {
    Long seq = wish.seq();
    PlanDiff diff = seq == null ? null : done.get(seq);
    if (diff == null) {
      throw new IllegalStateException("operation " + seq + " was not carried");
    }
    return diff;
  }

  /** The same wish, as it is said on the new ground. */
  private OperationWish there(OperationWish wish) {
    SameGround ground = new SameGround(was, now);
    List<String> units = new ArrayList<>(wish.units() == null ? List.of() : wish.units());
    if (wish.unit() != null) {
      units.add(wish.unit());
    }
    for (String unit : units) {
      if (!ground.hasUnit(unit)) {
        throw new NotThere(
            unit, "单元 " + unit + " 在新版本中已不是同一块地", "unit " + unit + " is other ground there");
      }
    }
    Long seq = wish.seq();
    Long newSeq = seq == null ? null : seqs.get(seq);
    if (seq != null && newSeq == null) {
      throw new NotThere("", "要撤销的那一步没有移过来", "the operation that it takes back was not carried");
    }
    String arc = wish.arc();
    if (arc == null) {
      return wish.renamed(null, wish.after(), newSeq);
    }
    List<GridPoint> vertices = new ArrayList<>();
    Place after = wish.after();
    if (after != null) {
      vertices.add(PlanWords.grid(after));
    } else if (wish.at() != null) {
      vertices.add(PlanWords.grid(wish.at()));
    }
    String other = ground.arc(arc, vertices).orElseThrow(() -> otherBorder(arc));
    if (after != null) {
      GridPoint first =
          ground.stretch(arc, vertices.get(0), other).orElseThrow(() -> otherBorder(arc));
      after = new Place(first.x(), first.y(), null, null);
    }
    return wish.renamed(other, after, newSeq);
  }

  private static NotThere otherBorder(String arc) {
    return new NotThere(arc, "这段界线在新版本中已改变", "this border is another one in the new version");
  }

  private void leave(PlanLine line, OperationWish wish, List<Finding> why) {
    List<PlanKey> parts = line.operation().ids().stream().map(PlanKey::parse).toList();
    Optional<LonLat> place =
        why.stream()
            .flatMap(f -> f.at().stream())
            .findFirst()
            .map(frame::place)
            .or(() -> PlanPlaces.of(parts, was, now));
    leftBehind.add(
        new LeftBehind(
            line.seq(),
            line.who(),
            wish,
            why.stream().map(f -> FindingView.of(PlacedFinding.of(f, frame))).toList(),
            place.map(LonLat::lon).orElse(null),
            place.map(LonLat::lat).orElse(null)));
  }

  List<PlanOperation> operations() {
    return operations;
  }

  /** Who did each of the operations first. */
  List<String> authors() {
    return authors;
  }

  List<LeftBehind> leftBehind() {
    return leftBehind;
  }

  Plan plan() {
    return now;
  }

  /** Ends the telling of one wish. */
  private static final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    NotThere(String id, String zh, String en) {
      super(en, null, false, false);
      finding =
          new Finding(
              FindingCode.CHANGED_SINCE,
              "",
              id,
              0,
              Optional.empty(),
              new Words(zh, en),
              new Words("请在新草案上重新画这一步", "draw this anew on the new draft"));
    }
  }
}
