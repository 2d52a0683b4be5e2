package onegrid.store;

import java.util.List;
import onegrid.merge.Claim;
import onegrid.merge.ConflictKind;
import onegrid.merge.MergeRule;
import org.locationtech.jts.geom.Polygon;

/**
 * A place where drawings disagree, as {@link onegrid.merge.Conflict}, its shape in degrees.
 *
 * @param id its place in the list of the merge, counted from 1
 */
public record MosaicConflict(
    int id,
    ConflictKind kind,
    String layer,
    String areaCode,
    Polygon shape,
    LonLat at,
    double areaSquareMetres,
    double widthMetres,
    int buildings,
    int households,
    int people,
    List<Claim> claims,
    MergeRule rule,
    List<Claim> givenTo) {

  public MosaicConflict {
    claims = List.copyOf(claims);
    givenTo = List.copyOf(givenTo);
    Numbers.finite("areaSquareMetres", areaSquareMetres);
    Numbers.finite("widthMetres", widthMetres);
  }

  /** The same at another place of a list. */
  public MosaicConflict numbered(int number) {
    return new MosaicConflict(
        number,
        kind,
        layer,
        areaCode,
        shape,
        at,
        areaSquareMetres,
        widthMetres,
        buildings,
        households,
        people,
        claims,
        rule,
        givenTo);
  }
}
