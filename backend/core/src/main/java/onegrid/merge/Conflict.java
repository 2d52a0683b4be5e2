package onegrid.merge;

import java.util.List;
import java.util.Optional;
import onegrid.finding.Spot;
import org.locationtech.jts.geom.Polygon;

/**
 * One place where drawings disagree, who drew what there, and the rule that settled it.
 *
 * @param kind how they disagree
 * @param layer the layer that is at odds with itself, empty when layers are at odds with each other
 * @param areaCode the area cell it lies in
 * @param shape the ground in question, in metres of the frame; never changed
 * @param at a point inside it
 * @param areaSquareMetres its area
 * @param widthMetres its mean width, twice the area over the perimeter
 * @param buildings how many buildings stand on it
 * @param households the sum over them
 * @param people the sum over them
 * @param claims who held what here before the rule was applied
 * @param rule what settled it
 * @param givenTo what each layer of {@code claims} holds here now, where the rule gave an answer
 */
public record Conflict(
    ConflictKind kind,
    String layer,
    String areaCode,
    Polygon shape,
    Spot at,
    double areaSquareMetres,
    double widthMetres,
    int buildings,
    int households,
    int people,
    List<Claim> claims,
    MergeRule rule,
    List<Claim> givenTo) {

  public Conflict {
    claims = List.copyOf(claims);
    givenTo = List.copyOf(givenTo);
  }

  /** The code that {@code layer} holds here now, for a conflict of one layer with itself. */
  public Optional<String> answer() {
    return givenTo.stream()
        .filter(claim -> claim.layer().equals(layer))
        .map(Claim::sourceCode)
        .findFirst();
  }
}
