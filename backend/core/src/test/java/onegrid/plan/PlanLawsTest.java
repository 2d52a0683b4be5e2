package onegrid.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onegrid.finding.Finding;
import onegrid.finding.Severity;
import onegrid.mosaic.Arc;
import onegrid.mosaic.BasicUnit;
import onegrid.mosaic.Mosaic;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.IsValidOp;

/** What must hold of every edit of every plan, in whatever order they come. */
class PlanLawsTest {
  private static final int PLANS = Integer.getInteger("onegrid.plans", 20);
  private static final int EDITS = 250;

  @Test
  void anyEditsKeepThePlanSoundAndCanBeTakenBackAndReplayed() {
    Map<String, int[]> counts = new TreeMap<>();
    for (int seed = 1; seed <= PLANS; seed++) {
      sequence(seed, counts);
    }
    counts.forEach(
        (verb, n) ->
            assertTrue(n[0] > 0 && (n[1] > 0 || verb.equals("LockCell")), verb + ": never both"));
    counts.forEach(
        (verb, n) -> System.out.println(verb + ": " + n[0] + " done, " + n[1] + " refused"));
  }

  private static void sequence(int seed, Map<String, int[]> counts) {
    Plan start = PlanGround.make(seed, 6, 4);
    assertSound("seed " + seed, start);
    final long ground = ground(start);
    final int people = people(start);
    RandomEdits wishes = new RandomEdits(new Random(seed));
    List<PlanEdit> done = new ArrayList<>();
    List<PlanDiff> diffs = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    Plan plan = start;
    for (int i = 0; i < EDITS; i++) {
      PlanEdit edit = wishes.next(plan, diffs);
      String what = "seed " + seed + ", edit " + i + " " + edit;
      byte[] before = PlanBytes.of(plan);
      EditOutcome outcome = edit.applyTo(plan, PlanPolicy.USUAL);
      int[] count = counts.computeIfAbsent(edit.getClass().getSimpleName(), v -> new int[2]);
      if (outcome instanceof EditOutcome.Applied applied) {
        count[0]++;
        assertSound(what, applied.plan());
        assertEquals(ground, ground(applied.plan()), what);
        assertEquals(people, people(applied.plan()), what);
        EditOutcome.Applied back =
            assertInstanceOf(
                EditOutcome.Applied.class,
                new PlanEdit.Undo(applied.diff()).applyTo(applied.plan(), PlanPolicy.USUAL),
                what);
        assertArrayEquals(before, PlanBytes.of(back.plan()), what);
        assertEquals(plan.digest(), back.plan().digest(), what);
        done.add(edit);
        diffs.add(applied.diff());
        digests.add(applied.plan().digest());
        plan = applied.plan();
      } else if (outcome instanceof EditOutcome.Refused refused) {
        count[1]++;
        assertFalse(refused.findings().isEmpty(), what);
        assertFalse(refused.findings().get(0).words().zh().isEmpty(), what);
      }
      assertArrayEquals(before, PlanBytes.of(outcomeBefore(plan, outcome, before)), what);
    }
    replay("seed " + seed, start, done, digests, plan);
  }

  /** A plan is never changed: what it was before an edit it is after. */
  private static Plan outcomeBefore(Plan plan, EditOutcome outcome, byte[] before) {
    return outcome instanceof EditOutcome.Applied ? PlanBytes.read(before) : plan;
  }

  private static void replay(
      String what, Plan start, List<PlanEdit> done, List<String> digests, Plan end) {
    Plan plan = PlanBytes.read(PlanBytes.of(start));
    for (int i = 0; i < done.size(); i++) {
      plan =
          assertInstanceOf(
                  EditOutcome.Applied.class, done.get(i).applyTo(plan, PlanPolicy.USUAL), what)
              .plan();
      assertEquals(digests.get(i), plan.digest(), what + ", edit " + i);
    }
    assertArrayEquals(PlanBytes.of(end), PlanBytes.of(plan), what);
    assertEquals(end.digest(), PlanBytes.read(PlanBytes.of(end)).digest(), what);
  }

  @Test
  void independentEditsGiveTheSamePlanInEitherOrder() {
    int independent = 0;
    int notTogether = 0;
    int met = 0;
    for (int seed = 1; seed <= PLANS; seed++) {
      Random random = new Random(seed);
      RandomEdits wishes = new RandomEdits(random);
      Plan plan = PlanGround.make(seed, 6, 4);
      List<PlanDiff> diffs = new ArrayList<>();
      for (int i = 0; i < EDITS; i++) {
        PlanEdit first = wishes.next(plan, diffs);
        PlanEdit second = wishes.next(plan, diffs);
        if (first.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied one
            && second.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied two) {
          if (one.touched().isIndependentOf(two.touched())) {
            String what = "seed " + seed + ", " + first + " and " + second;
            EditOutcome oneTwo = second.applyTo(one.plan(), PlanPolicy.USUAL);
            EditOutcome twoOne = first.applyTo(two.plan(), PlanPolicy.USUAL);
            assertEquals(oneTwo.getClass(), twoOne.getClass(), what + ": " + oneTwo + twoOne);
            if (oneTwo instanceof EditOutcome.Applied a
                && twoOne instanceof EditOutcome.Applied b) {
              independent++;
              assertArrayEquals(PlanBytes.of(a.plan()), PlanBytes.of(b.plan()), what);
              assertEquals(two.touched().writes(), a.touched().writes(), what);
              assertEquals(two.diff().ids(), a.diff().ids(), what);
            } else {
              notTogether++;
            }
          } else {
            met++;
          }
          diffs.add(one.diff());
          plan = one.plan();
        }
      }
    }
    String counts = independent + " independent, " + notTogether + " one or the other, " + met;
    System.out.println("pairs of edits: " + counts + " met");
    assertTrue(independent > 10 * PLANS && met > 2 * PLANS, counts);
  }

  /** Around one unit, with moves so far that its borders often would cross each other. */
  @Test
  void neighboursEditedAtOnceGiveTheSamePlanInEitherOrder() {
    int independent = 0;
    int notTogether = 0;
    for (int seed = 1; seed <= PLANS; seed++) {
      Random random = new Random(seed);
      RandomEdits wishes = new RandomEdits(random);
      Plan plan = PlanGround.make(seed, 4, 3);
      for (int i = 0; i < EDITS; i++) {
        String unit = plan.units().get(random.nextInt(plan.units().size())).id();
        PlanEdit first = wishes.boldly(plan, unit);
        PlanEdit second = wishes.boldly(plan, unit);
        if (first.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied one
            && second.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied two
            && one.touched().isIndependentOf(two.touched())) {
          String what = "seed " + seed + ", " + first + " and " + second;
          EditOutcome oneTwo = second.applyTo(one.plan(), PlanPolicy.USUAL);
          EditOutcome twoOne = first.applyTo(two.plan(), PlanPolicy.USUAL);
          assertEquals(oneTwo.getClass(), twoOne.getClass(), what + ": " + oneTwo + twoOne);
          if (oneTwo instanceof EditOutcome.Applied a && twoOne instanceof EditOutcome.Applied b) {
            independent++;
            assertSound(what, a.plan());
            assertArrayEquals(PlanBytes.of(a.plan()), PlanBytes.of(b.plan()), what);
          } else {
            notTogether++;
          }
        }
        if (random.nextInt(4) == 0
            && first.applyTo(plan, PlanPolicy.USUAL) instanceof EditOutcome.Applied on) {
          plan = on.plan();
        }
      }
    }
    System.out.println("neighbours: " + independent + " together, " + notTogether + " not");
    assertTrue(independent > PLANS && notTogether > PLANS / 2, independent + " and " + notTogether);
  }

  private static long ground(Plan plan) {
    return plan.units().stream().mapToLong(unit -> plan.doubledArea(unit.id())).sum();
  }

  private static int people(Plan plan) {
    return plan.units().stream()
        .flatMap(unit -> plan.buildingsOf(unit.id()).stream())
        .mapToInt(PlanBuilding::people)
        .sum();
  }

  /** By our own check, and as a mosaic of polygons by another. */
  private static void assertSound(String what, Plan plan) {
    List<Finding> wrong =
        PlanCheck.of(plan).stream().filter(f -> f.severity() == Severity.ERROR).toList();
    assertEquals(List.of(), wrong, what);
    Mosaic mosaic = PlanMosaic.of(plan);
    long doubled = 0;
    Map<Set<Coordinate>, Integer> sides = new HashMap<>();
    for (BasicUnit unit : mosaic.units()) {
      IsValidOp valid = new IsValidOp(unit.polygon());
      assertTrue(valid.isValid(), () -> what + ": " + unit.id() + valid.getValidationError());
      doubled += Math.round(unit.polygon().getArea() * 20_000);
      count(unit.polygon().getExteriorRing(), sides);
      for (int h = 0; h < unit.polygon().getNumInteriorRing(); h++) {
        count(unit.polygon().getInteriorRingN(h), sides);
      }
    }
    assertEquals(ground(plan), doubled, what);
    Map<Set<Coordinate>, Integer> known = new HashMap<>();
    for (Arc arc : mosaic.arcs()) {
      for (int i = 0; i + 1 < arc.line().getNumPoints(); i++) {
        known.merge(
            Set.of(arc.line().getCoordinateN(i), arc.line().getCoordinateN(i + 1)),
            (arc.left() >= 0 ? 1 : 0) + (arc.right() >= 0 ? 1 : 0),
            Integer::sum);
      }
    }
    assertEquals(known, sides, what + ": every inner edge on two sides");
    Set<String> buildings =
        plan.units().stream()
            .flatMap(unit -> plan.buildingsOf(unit.id()).stream())
            .map(PlanBuilding::id)
            .collect(Collectors.toSet());
    assertEquals(plan.buildings().size(), buildings.size(), what);
  }

  private static void count(LineString ring, Map<Set<Coordinate>, Integer> sides) {
    for (int i = 0; i + 1 < ring.getNumPoints(); i++) {
      sides.merge(Set.of(ring.getCoordinateN(i), ring.getCoordinateN(i + 1)), 1, Integer::sum);
    }
  }
}
