package onegrid.sample;

/**
 * 六有: what a station must have to count.
 *
 * @param room 有一定面积
 * @param sign 有显著标识
 * @param atmosphere 有党建氛围
 * @param council 有议事制度
 * @param recreation 有文体活动
 * @param archive 有档案资料
 */
public record SixCriteria(
    boolean room,
    boolean sign,
    boolean atmosphere,
    boolean council,
    boolean recreation,
    boolean archive) {

  /** Whether the station counts: it has all six. */
  public boolean allMet() {
    return room && sign && atmosphere && council && recreation && archive;
  }
}
