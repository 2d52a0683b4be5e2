package onegrid.server.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.geo.LocalFrame;
import onegrid.plan.EditOutcome;
import onegrid.plan.Plan;
import onegrid.plan.PlanDiff;
import onegrid.plan.PlanKey;
import onegrid.plan.PlanPolicy;
import onegrid.plan.Touched;
import onegrid.server.frame.FrameShapes;
import onegrid.server.problem.FindingView;
import onegrid.server.problem.ProblemKind;
import onegrid.server.problem.Refused;
import onegrid.store.LonLat;
import onegrid.store.PlacedFinding;
import onegrid.store.PlanLine;
import onegrid.store.PlanStore;
import onegrid.store.PlanTouch;
import org.jspecify.annotations.Nullable;

/**
 * What others did to a draft after its writer had read it, and where that meets what the writer
 * sends.
 *
 * <p>It meets where an operation changed what the writer's speaks of, or where the writer's could
 * have been done as the plan was read and can be done no more. All else goes together.
 */
final class LaterWork {
  /** So much of the log is looked through. */
  static final int MOST = 1000;

  private final PlanStore plans;
  private final PlanJson json;
  private final onegrid.store.Plan row;
  private final Plan now;
  private final long seen;
  private final List<PlanTouch> unseen;
  private final List<OperationWish> wishes;

  /** The lines that the writer had not seen, once they are needed as a whole. */
  private @Nullable List<PlanLine> lines;

  /** The plan as the writer had read it, once it is needed. */
  private @Nullable Plan asSeen;

  /**
   * @param row locked
   * @param now the plan after all of its log
   * @param seen the newest line that the writer had seen, at most {@link #MOST} before the last
   * @param wishes what the writer sends
   */
  LaterWork(
      PlanStore plans,
      PlanJson json,
      onegrid.store.Plan row,
      Plan now,
      long seen,
      List<OperationWish> wishes) {
    this.plans = plans;
    this.json = json;
    this.row = row;
    this.now = now;
    this.seen = seen;
    this.unseen = seen == row.lastSeq() ? List.of() : plans.touched(row.id(), seen, MOST);
    this.wishes = wishes;
  }

  /**
   * Holds what a wish speaks of against what others changed.
   *
   * @param index of the wish
   * @throws Meets if an operation changed it
   */
  void meetsNone(int index, Touched touched) {
    Set<PlanKey> parts = new TreeSet<>();
    List<Integer> theirs = new ArrayList<>();
    for (int i = 0; i < unseen.size(); i++) {
      Set<PlanKey> common = touched.meeting(PlanJson.touched(unseen.get(i)));
      if (!common.isEmpty()) {
        parts.addAll(common);
        theirs.add(i);
      }
    }
    if (!theirs.isEmpty()) {
      throw new Meets(
          () -> met(index, parts, theirs.stream().map(i -> lines().get(i)).toList(), List.of()));
    }
  }

  /** A wish meets later work; what is to be told of both is found when it is asked for. */
  static final class Meets extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<OperationProblem.Raised> telling;

    private Meets(Supplier<OperationProblem.Raised> telling) {
      // Thrown for every third edit of a busy draft: where from is no question.
      super("met later work", null, false, false);
      this.telling = telling;
    }

    /** Reads the log again, which may be longer by now; what the writer met stays as it was. */
    OperationProblem.Raised told() {
      return telling.get();
    }
  }

  /**
   * Finds whose work it is that a wish cannot be done; returns when it is nobody's.
   *
   * @throws OperationProblem.Raised if it could have been done before that
   */
  void refusedForNone(int index, EditOutcome.Refused refused) {
    builtOnByNobody(index, refused);
    if (unseen.isEmpty() || !isDone(index, asSeen())) {
      return;
    }
    // Before the first it could be done, after the last it cannot: in between there is one that
    // made the difference.
    List<Plan> after = new ArrayList<>(List.of(asSeen()));
    lines()
        .forEach(line -> after.add(after.get(after.size() - 1).with(json.diff(line.operation()))));
    int could = 0;
    int cannot = unseen.size();
    while (cannot - could > 1) {
      int middle = (could + cannot) / 2;
      if (isDone(index, after.get(middle))) {
        could = middle;
      } else {
        cannot = middle;
      }
    }
    PlanLine theirs = lines().get(cannot - 1);
    throw met(index, keys(theirs.operation().ids()), List.of(theirs), refused.findings());
  }

  /** What cannot be taken back because of later operations is answered with those. */
  private void builtOnByNobody(int index, EditOutcome.Refused refused) {
    Long undone = wishes.get(index).seq();
    if (undone == null || refused.findings().get(0).code() != FindingCode.CHANGED_SINCE) {
      return;
    }
    Set<PlanKey> parts = new TreeSet<>();
    List<PlanLine> theirs = new ArrayList<>();
    List<PlanLine> later = plans.log(row.id(), undone - 1, MOST);
    for (PlanLine line : later.subList(Math.min(1, later.size()), later.size())) {
      Set<PlanKey> common = keys(later.get(0).operation().ids());
      common.retainAll(keys(line.operation().ids()));
      if (!common.isEmpty()) {
        parts.addAll(common);
        theirs.add(line);
      }
    }
    if (!theirs.isEmpty()) {
      throw met(index, parts, theirs, List.of());
    }
  }

  private static Set<PlanKey> keys(List<String> texts) {
    Set<PlanKey> keys = new TreeSet<>();
    texts.forEach(text -> keys.add(PlanKey.parse(text)));
    return keys;
  }

  private List<PlanLine> lines() {
    if (lines == null) {
      lines =
          plans.log(row.id(), seen, MOST).stream()
              .filter(line -> line.seq() <= row.lastSeq())
              .toList();
      if (lines.size() < unseen.size()) {
        // Deleted since the lock was let go.
        throw Refused.notFound("方案", "plan");
      }
    }
    return lines;
  }

  private Plan asSeen() {
    if (asSeen == null) {
      Plan plan = now;
      for (int i = lines().size() - 1; i >= 0; i--) {
        plan = plan.with(json.diff(lines().get(i).operation()).inverse());
      }
      asSeen = plan;
    }
    return asSeen;
  }

  private boolean isDone(int index, Plan plan) {
    return diff(index, plan).isPresent();
  }

  /** What a wish does to a plan after the wishes before it. */
  private Optional<PlanDiff> diff(int index, Plan start) {
    Plan plan = start;
    List<PlanDiff> done = new ArrayList<>();
    LongFunction<PlanDiff> diffs =
        seq -> {
          long own = seq - row.lastSeq() - 1;
          return own >= 0 && own < done.size() ? done.get((int) own) : logged(seq);
        };
    for (int i = 0; i <= index; i++) {
      if (!(PlanWords.edit(wishes.get(i), diffs).applyTo(plan, PlanPolicy.USUAL)
          instanceof EditOutcome.Applied applied)) {
        return Optional.empty();
      }
      done.add(applied.diff());
      plan = applied.plan();
    }
    return Optional.of(done.get(index));
  }

  /** What an operation of the log did. */
  PlanDiff logged(long seq) {
    return plans.log(row.id(), seq - 1, 1).stream()
        .filter(line -> line.seq() == seq)
        .findFirst()
        .map(line -> json.diff(line.operation()))
        .orElseThrow(() -> PlanWords.unknown(seq));
  }

  private OperationProblem.Raised met(
      int index, Set<PlanKey> parts, List<PlanLine> theirs, List<Finding> why) {
    Optional<PlanDiff> mine = diff(index, asSeen());
    FrameShapes frame = FrameShapes.of(new LocalFrame(now.epsgCode()));
    List<FindingView> findings =
        why.stream().map(f -> FindingView.of(PlacedFinding.of(f, frame))).toList();
    Optional<LonLat> place =
        why.stream()
            .flatMap(f -> f.at().stream())
            .findFirst()
            .map(frame::place)
            .or(() -> PlanPlaces.of(parts, now, asSeen()));
    Words words = words(theirs, why);
    ProblemKind kind = ProblemKind.PLAN_CONFLICT;
    return new OperationProblem.Raised(
        new PlanConflict(
            kind.type(),
            kind.title().zh(),
            kind.title().en(),
            kind.status(),
            words.zh(),
            words.en(),
            row.lastSeq(),
            List.of(
                new PlanConflict.Meeting(
                    new PlanConflict.Mine(
                        index,
                        wishes.get(index),
                        mine.map(PartView::before).map(List::of).orElse(List.of()),
                        mine.map(PartView::after).map(List::of).orElse(List.of())),
                    theirs.stream().map(OperationView::of).toList(),
                    parts.stream().map(PlanKey::text).toList(),
                    findings,
                    place.map(LonLat::lon).orElse(null),
                    place.map(LonLat::lat).orElse(null)))));
  }

  private static Words words(List<PlanLine> theirs, List<Finding> why) {
    String names = String.join("、", new TreeSet<>(theirs.stream().map(PlanLine::who).toList()));
    if (why.isEmpty()) {
      return new Words(
          names + " 在您之后改动了同一处，您的操作没有执行。请对照两边，再决定怎样改。",
          names
              + " changed the same place meanwhile; nothing of yours was done. Compare, then"
              + " decide.");
    }
    Words reason = why.get(0).words();
    return new Words(
        names + " 在您之后改动了附近，您的操作已不能执行：" + reason.zh() + "。请对照两边，再决定怎样改。",
        names
            + " changed something near by meanwhile, and yours can be done no more: "
            + reason.en()
            + ". Compare, then decide.");
  }
}
