package onegrid.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import onegrid.finding.Finding;
import onegrid.finding.FindingCode;
import onegrid.finding.Words;
import onegrid.plan.PlanKey.Kind;

/**
 * An edit on its way: what it has read, what it wants to change. At the end all rules are asked,
 * the same for every edit and for taking one back: see {@link EditRules}.
 */
final class EditDraft {
  private final Plan plan;
  private final PlanPolicy policy;
  private final Map<PlanKey, Optional<PlanPart>> wanted = new TreeMap<>();
  private final Set<PlanKey> reads = new TreeSet<>();
  private final Set<PlanKey> writes = new TreeSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private EditDraft(Plan plan, PlanPolicy policy) {
    this.plan = plan;
    this.policy = policy;
  }

  /** Applies an edit, which says what it wants by calling this draft. */
  static EditOutcome run(Plan plan, PlanPolicy policy, Consumer<EditDraft> edit) {
    EditDraft draft = new EditDraft(plan, policy);
    try {
      edit.accept(draft);
      return draft.settle();
    } catch (Refusal refusal) {
      return new EditOutcome.Refused(
          draft.touched(), List.of(refusal.finding()), refusal.crossing());
    }
  }

  private EditOutcome settle() {
    if (diff().changes().isEmpty()) {
      throw new Refusal(
          FindingCode.EDIT_IDLE,
          "",
          Optional.empty(),
          new Words("这一步没有改变任何东西", "this changes nothing"),
          Words.NONE);
    }
    new EditRules(this, policy).ask();
    PlanDiff diff = diff();
    return new EditOutcome.Applied(plan.with(diff), diff, touched(), findings);
  }

  private Touched touched() {
    return new Touched(reads, writes);
  }

  /** The plan before. */
  Plan plan() {
    return plan;
  }

  PlanDiff diff() {
    List<PlanDiff.Change> changes = new ArrayList<>();
    wanted.forEach(
        (key, after) -> {
          Optional<PlanPart> before = plan.part(key);
          if (!before.equals(after)) {
            changes.add(new PlanDiff.Change(before, after));
          }
        });
    return new PlanDiff(changes);
  }

  void find(Finding finding) {
    findings.add(finding);
  }

  void read(Kind kind, String id) {
    reads.add(new PlanKey(kind, id));
  }

  /** Changes what nobody else may have changed. */
  void write(Kind kind, String id) {
    read(kind, id);
    writes.add(new PlanKey(kind, id));
  }

  /** Changes what others may change beside it. */
  void writeBeside(Kind kind, String id) {
    writes.add(new PlanKey(kind, id));
  }

  PlanArc arc(String id) {
    read(Kind.ARC, id);
    return plan.arc(id).orElseThrow(() -> unknown(id, "界线", "border"));
  }

  PlanUnit unit(String id) {
    read(Kind.UNIT, id);
    return plan.unit(id).orElseThrow(() -> unknown(id, "单元", "unit"));
  }

  /** A cell that is in use. */
  PlanCell cell(String id) {
    read(Kind.CELL, id);
    return plan.cell(id)
        .filter(cell -> !cell.retired())
        .orElseThrow(() -> unknown(id, "网格", "cell"));
  }

  PlanCompound compound(String id) {
    read(Kind.COMPOUND, id);
    return plan.compound(id).orElseThrow(() -> unknown(id, "整体小区", "compound kept whole"));
  }

  /** The arcs around a unit, when the wish is about all of them. */
  List<PlanArc> face(String unit) {
    read(Kind.UNIT, unit);
    List<PlanArc> arcs = plan.arcsOf(unit);
    arcs.forEach(arc -> read(Kind.ARC, arc.id()));
    return arcs;
  }

  /** Says how a part is to be from now on. */
  void put(PlanPart part) {
    if (!wanted.containsKey(part.key()) && plan.part(part.key()).equals(Optional.of(part))) {
      return;
    }
    wanted.put(part.key(), Optional.of(part));
    wrote(part);
  }

  /** Says that a part is to be no more. */
  void remove(PlanPart part) {
    wanted.put(part.key(), Optional.empty());
    wrote(part);
  }

  private void wrote(PlanPart part) {
    Optional<PlanPart> before = plan.part(part.key());
    Optional<PlanPart> after = wanted.getOrDefault(part.key(), Optional.empty());
    if (!(part instanceof PlanCell)) {
      write(part.key().kind(), part.id());
    } else if (before.isPresent() && after.isPresent()) {
      PlanCell old = (PlanCell) before.get();
      PlanCell now = (PlanCell) after.get();
      if (!old.name().equals(now.name())) {
        write(Kind.NAME, part.id());
      }
      if (old.locked() != now.locked()) {
        write(Kind.LOCK, part.id());
      }
      if (old.retired() != now.retired()) {
        write(Kind.CELL, part.id());
        write(Kind.NAME, part.id());
        write(Kind.LOCK, part.id());
      }
    } else {
      write(Kind.CELL, part.id());
      write(Kind.NAME, part.id());
      write(Kind.LOCK, part.id());
    }
  }

  private static Refusal unknown(String id, String zh, String en) {
    return new Refusal(
        FindingCode.PLAN_PART_UNKNOWN,
        id,
        Optional.empty(),
        new Words("方案中没有" + zh + " " + id, "the plan has no " + en + " " + id),
        new Words("可能已被他人拆分、合并或停用，请刷新", "others may have split, joined or retired it; reload"));
  }
}
