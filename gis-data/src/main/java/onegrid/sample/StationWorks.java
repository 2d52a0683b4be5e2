package onegrid.sample;

/** How a compound's station came to be. */
public enum StationWorks {
  /** 新建 */
  NEW,
  /** 扩建 */
  EXPANDED,
  /** 装配式: a movable unit for a small old compound without room. */
  MODULAR,
  /** Stood already. */
  NONE
}
