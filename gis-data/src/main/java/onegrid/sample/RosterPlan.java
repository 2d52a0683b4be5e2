package onegrid.sample;

import java.util.ArrayList;
import java.util.List;

/** Fills in the table of compounds, with or without the mistakes that tables have. */
final class RosterPlan {
  private static final String TABLE = "小区花名册";

  final List<RosterRow> rows = new ArrayList<>();

  private final Register register;
  private final List<PlantedDefect> defects;

  RosterPlan(Register register, boolean careless, Dice dice, List<PlantedDefect> defects) {
    this.register = register;
    this.defects = defects;
    int next = 0;
    for (int c = 0; c < register.communities.size(); c++) {
      Community community = register.communities.get(c);
      int people = 0;
      int households = 0;
      int first = next;
      while (next < register.compounds.size()
          && register.compounds.get(next).communityCode().equals(community.code())) {
        Compound compound = register.compounds.get(next++);
        people += compound.people();
        households += compound.households();
        row(community, compound, careless ? next : 0, dice);
      }
      int wrong = careless && c % 9 == 4 ? 113 : 0;
      if (next > first) {
        add(community.code(), community.name(), "", "", households, people + wrong, "", "");
        note(wrong > 0, DefectKind.SUM_MISMATCH, community.code(), next - 1);
      }
    }
  }

  /** One compound; the number of the row, when careless, decides what goes wrong. */
  private void row(Community community, Compound compound, int number, Dice dice) {
    int year = compound.age() == CompoundAge.NEW ? 2006 + dice.below(18) : 1978 + dice.below(26);
    String since = year + "-" + Register.digits(2, 1 + dice.below(12)) + "-01";
    String code = community.code();
    String name = community.name();
    String bounds = "";
    int kind = number % 23;
    DefectKind planted = null;
    if (kind == 5) {
      name = " " + name.replace("社区", "居委会");
      planted = DefectKind.NAME_VARIANT;
    } else if (kind == 9) {
      code = code.substring(0, 9) + "988";
      planted = DefectKind.UNKNOWN_PARENT;
    } else if (kind == 13) {
      bounds = "东至大道，西至河沿，南至巷口，北至围墙";
      planted = DefectKind.BOUNDS_IN_WORDS;
    } else if (kind == 17) {
      since = Integer.toString(25569 + (year - 1970) * 365);
      planted = DefectKind.DATE_AS_NUMBER;
    }
    add(
        code,
        name,
        compound.code(),
        compound.name(),
        compound.households(),
        compound.people(),
        since,
        bounds);
    int index = register.compounds.indexOf(compound);
    if (planted != null) {
      note(true, planted, compound.code(), index);
    }
    if (kind == 21) {
      Community other =
          register.communities.get(
              (register.communities.indexOf(community) + 1) % register.communities.size());
      add(
          other.code(),
          other.name(),
          compound.code(),
          compound.name(),
          compound.households(),
          compound.people(),
          since,
          "");
      note(true, DefectKind.COMPOUND_IN_TWO_COMMUNITIES, compound.code(), index);
    }
  }

  private void add(
      String communityCode,
      String community,
      String compoundCode,
      String compound,
      int households,
      int people,
      String since,
      String bounds) {
    rows.add(
        new RosterRow(
            rows.size() + 1,
            communityCode,
            community,
            compoundCode,
            compound,
            Integer.toString(households),
            Integer.toString(people),
            since,
            bounds));
  }

  private void note(boolean planted, DefectKind kind, String code, int compound) {
    if (planted) {
      defects.add(
          PlantedDefect.at(
              kind,
              TABLE,
              code,
              rows.size(),
              register.compounds.get(compound).geometry().getCoordinate(),
              0));
    }
  }
}
