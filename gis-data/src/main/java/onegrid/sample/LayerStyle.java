package onegrid.sample;

import java.util.List;

/**
 * How one department draws its cells.
 *
 * @param department its name
 * @param letter one Chinese character that stands for it
 * @param codes how it writes the codes of its cells
 * @param cellShare how many cells it has, as a share of the average layer
 * @param wholeCompounds whether it keeps compounds whole
 * @param ownCommunities whether its cells keep to the communities
 * @param datum the datum of its files
 * @param sketch how faithful its lines are
 * @param flaws what is wrong with it
 */
record LayerStyle(
    String department,
    String letter,
    CodeStyle codes,
    double cellShare,
    boolean wholeCompounds,
    boolean ownCommunities,
    Datum datum,
    Sketch sketch,
    Flaws flaws) {

  /** How a department writes its codes. */
  enum CodeStyle {
    /** Community code and three digits: 15 digits. */
    COMMUNITY_AND_SEQUENCE,
    /** The letters DJ and a running number. */
    LETTERS_AND_SEQUENCE,
    /** 20 digits: object class, county, subdistrict, community, sequence. */
    TWENTY_DIGITS,
    /** A running number and nothing else. */
    NUMBER_ONLY,
    /** Words: the name of the cell is its code. */
    WORDS
  }

  /**
   * How the lines differ from the streets.
   *
   * @param driftMetres largest smooth displacement
   * @param shiftEastMetres constant shift to the east
   * @param shiftNorthMetres constant shift to the north
   * @param gridMetres what coordinates are rounded to
   * @param kept share of the streets' own vertices that were drawn
   * @param added share of stretches that got a vertex of their own
   */
  record Sketch(
      double driftMetres,
      double shiftEastMetres,
      double shiftNorthMetres,
      double gridMetres,
      double kept,
      double added) {
    static final Sketch EXACT = new Sketch(0, 0, 0, 0.01, 1, 0);
    static final Sketch TRACED = new Sketch(0, 0, 0, 0.1, 0.8, 0.3);
    static final Sketch CAREFUL = new Sketch(1, 0, 0, 0.01, 0.75, 0.35);
    static final Sketch SHIFTED = new Sketch(3, 2, -1.5, 0.01, 0.8, 0.35);
    static final Sketch COARSE = new Sketch(5, 0, 0, 0.1, 0.45, 0.1);
    static final Sketch ROUGH = new Sketch(8, -3, 2, 0.01, 0.85, 0.4);

    boolean isExact() {
      return equals(EXACT);
    }
  }

  /**
   * How often something is wrong, as shares of the layer's cells.
   *
   * @param redrawn cells drawn on their own, missing their neighbours' lines
   * @param strips cells with a strip of 3 to 15 m missing or too much along one side
   * @param invalid cells whose ring crosses or repeats itself
   * @param missing cells that were never handed in
   * @param duplicated cells handed in twice
   * @param exclaves cells with a part inside another cell
   */
  record Flaws(
      double redrawn,
      double strips,
      double invalid,
      double missing,
      double duplicated,
      double exclaves) {
    static final Flaws NONE = new Flaws(0, 0, 0, 0, 0, 0.004);
    static final Flaws FEW = new Flaws(0.02, 0.02, 0.003, 0.001, 0.001, 0.006);
    static final Flaws SOME = new Flaws(0.03, 0.035, 0.006, 0.002, 0.001, 0.006);
    static final Flaws MANY = new Flaws(0.05, 0.06, 0.009, 0.003, 0.002, 0.008);
    static final Flaws EVERY = new Flaws(0.06, 0.06, 0.03, 0.012, 0.012, 0.015);
  }

  static final LayerStyle PEACE =
      new LayerStyle(
          "综治",
          "综",
          CodeStyle.COMMUNITY_AND_SEQUENCE,
          1.0,
          true,
          true,
          Datum.CGCS2000,
          Sketch.EXACT,
          Flaws.NONE);
  static final LayerStyle PARTY =
      new LayerStyle(
          "党建",
          "党",
          CodeStyle.LETTERS_AND_SEQUENCE,
          0.9,
          true,
          true,
          Datum.CGCS2000,
          Sketch.TRACED,
          Flaws.FEW);
  static final LayerStyle CIVIL =
      new LayerStyle(
          "民政",
          "民",
          CodeStyle.TWENTY_DIGITS,
          1.05,
          false,
          true,
          Datum.CGCS2000,
          Sketch.CAREFUL,
          Flaws.FEW);
  static final LayerStyle URBAN =
      new LayerStyle(
          "城管",
          "城",
          CodeStyle.NUMBER_ONLY,
          1.1,
          false,
          true,
          Datum.CGCS2000,
          Sketch.SHIFTED,
          Flaws.SOME);
  static final LayerStyle GREEN =
      new LayerStyle(
          "环保",
          "环",
          CodeStyle.LETTERS_AND_SEQUENCE,
          0.85,
          false,
          true,
          Datum.CGCS2000,
          Sketch.COARSE,
          Flaws.SOME);
  static final LayerStyle EMERGENCY =
      new LayerStyle(
          "应急", "应", CodeStyle.WORDS, 1.0, false, false, Datum.CGCS2000, Sketch.ROUGH, Flaws.MANY);
  static final LayerStyle FAMILY =
      new LayerStyle(
          "计生",
          "计",
          CodeStyle.LETTERS_AND_SEQUENCE,
          0.9,
          false,
          true,
          Datum.CGCS2000,
          Sketch.CAREFUL,
          Flaws.FEW);

  static final List<LayerStyle> FENYI = List.of(PEACE, PARTY, URBAN);
  static final List<LayerStyle> LANSHAN = List.of(PEACE, PARTY, CIVIL, URBAN, GREEN, EMERGENCY);
  static final List<LayerStyle> JINING = List.of(PEACE, URBAN, FAMILY);
  static final List<LayerStyle> NANYANG =
      List.of(
          PEACE,
          PARTY.with(Flaws.EVERY),
          CIVIL.with(Flaws.EVERY),
          URBAN.with(Flaws.EVERY).with(Datum.GCJ02),
          GREEN.with(Flaws.EVERY),
          EMERGENCY.with(Flaws.EVERY));

  LayerStyle with(Flaws other) {
    return new LayerStyle(
        department, letter, codes, cellShare, wholeCompounds, ownCommunities, datum, sketch, other);
  }

  LayerStyle with(Datum other) {
    return new LayerStyle(
        department, letter, codes, cellShare, wholeCompounds, ownCommunities, other, sketch, flaws);
  }

  LayerStyle with(Sketch other) {
    return new LayerStyle(
        department, letter, codes, cellShare, wholeCompounds, ownCommunities, datum, other, flaws);
  }
}
