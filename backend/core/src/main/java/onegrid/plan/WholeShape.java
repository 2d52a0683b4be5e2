package onegrid.plan;

import java.util.List;

/** What no border may cut, and what goes with the ground that it stands on. */
public sealed interface WholeShape extends PlanPart permits PlanBuilding, PlanCompound {

  /** The unit that holds its inside point. */
  String unit();

  /** Its outline, closed rings read by the even-odd rule; none when only a place is known. */
  List<GridLine> rings();

  /** A point inside it. */
  GridPoint inside();

  /** The same in another unit. */
  WholeShape in(String otherUnit);
}
