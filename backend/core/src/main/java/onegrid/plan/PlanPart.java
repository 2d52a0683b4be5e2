package onegrid.plan;

/** What a plan is made of: every part has an id that is unique among its kind. */
public sealed interface PlanPart permits PlanArc, PlanUnit, PlanCell, WholeShape {

  String id();

  /** Its id with its kind. */
  default PlanKey key() {
    return new PlanKey(PlanKey.Kind.of(this), id());
  }
}
