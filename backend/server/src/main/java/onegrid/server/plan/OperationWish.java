package onegrid.server.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One operation as it goes over the wire and into the log. Which members belong to it depends on
 * its verb, see {@link PlanWords}.
 *
 * @param seq the operation that is taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OperationWish(
    String verb,
    @Nullable List<String> units,
    @Nullable String unit,
    @Nullable String cell,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String into,
    @Nullable String from,
    @Nullable String arc,
    @Nullable String compound,
    @Nullable Place at,
    @Nullable Place to,
    @Nullable Place after,
    @Nullable List<Place> line,
    @Nullable Long seq,
    @Nullable String note) {

  OperationWish {
    Objects.requireNonNull(verb, "verb");
    if (units != null) {
      units = List.copyOf(units);
    }
    if (line != null) {
      line = List.copyOf(line);
    }
  }

  /** The same with another border, vertex before, and operation that is taken back. */
  OperationWish renamed(
      @Nullable String otherArc, @Nullable Place otherAfter, @Nullable Long otherSeq) {
    return new OperationWish(
        verb,
        units,
        unit,
        cell,
        name,
        kind,
        into,
        from,
        otherArc,
        compound,
        at,
        to,
        otherAfter,
        line,
        otherSeq,
        note);
  }

  /**
   * A place, either in whole centimetres of the plan's frame or in degrees, which are brought to
   * the nearest centimetre.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Place(
      @Nullable Integer x, @Nullable Integer y, @Nullable Double lon, @Nullable Double lat) {}
}
