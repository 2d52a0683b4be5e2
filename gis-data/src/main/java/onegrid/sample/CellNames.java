package onegrid.sample;

import java.util.List;

/** Codes and names of one department's cells. */
record CellNames(List<String> codes, List<String> names) {

  String code(int cell) {
    return codes.get(cell);
  }

  String name(int cell) {
    return names.get(cell);
  }

  /** Writes codes in the department's own way; cells are counted within their community. */
  static CellNames of(
      CellPlan plan, LayerStyle style, List<Community> communities, String countyCode) {
    String[] codes = new String[plan.cells];
    String[] names = new String[plan.cells];
    int[] sequence = new int[communities.size()];
    for (int cell = 0; cell < plan.cells; cell++) {
      int own = plan.communityOfCell[cell];
      Community community = communities.get(own);
      int number = ++sequence[own];
      names[cell] = community.name().replace("社区", "") + style.department() + "第" + number + "网格";
      codes[cell] =
          switch (style.codes()) {
            case COMMUNITY_AND_SEQUENCE -> community.code() + Register.digits(3, number);
            case LETTERS_AND_SEQUENCE ->
                (style.letter().equals("党") ? "DJ" : "HB") + "-" + Register.digits(4, cell + 1);
            case TWENTY_DIGITS ->
                "010101" + countyCode + community.code().substring(6) + Register.digits(2, number);
            case NUMBER_ONLY -> Integer.toString(1000 + cell);
            case WORDS ->
                style.department() + Register.digits(2, own + 1) + "-" + Register.digits(3, number);
          };
    }
    return new CellNames(List.of(codes), List.of(names));
  }
}
