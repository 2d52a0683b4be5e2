package onegrid.server.mosaic;

import java.util.List;
import java.util.Map;
import onegrid.merge.ConflictKind;
import onegrid.merge.MergeRule;
import onegrid.store.MosaicConflict;

/** A conflict as it goes over the wire. */
record ConflictView(
    int id,
    ConflictKind kind,
    String title,
    String titleEn,
    String layer,
    String areaCode,
    double lon,
    double lat,
    List<Double> bounds,
    Shape geometry,
    double areaSquareMetres,
    double widthMetres,
    int buildings,
    int households,
    int people,
    List<Sign.Held> claims,
    MergeRule rule,
    String ruleWords,
    String ruleWordsEn,
    List<Sign.Held> givenTo) {

  /** Some conflicts of many. */
  record Page(int total, List<ConflictView> items) {}

  static ConflictView of(MosaicConflict c, Map<String, Sign> signs) {
    return new ConflictView(
        c.id(),
        c.kind(),
        c.kind().title().zh(),
        c.kind().title().en(),
        c.layer(),
        c.areaCode(),
        c.at().lon(),
        c.at().lat(),
        Shape.bounds(c.shape()),
        Shape.of(c.shape()),
        c.areaSquareMetres(),
        c.widthMetres(),
        c.buildings(),
        c.households(),
        c.people(),
        c.claims().stream().map(claim -> Sign.held(claim, signs)).toList(),
        c.rule(),
        c.rule().words().zh(),
        c.rule().words().en(),
        c.givenTo().stream().map(claim -> Sign.held(claim, signs)).toList());
  }
}
