package onegrid.io.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import onegrid.io.ReadNotice;
import onegrid.io.crs.SourceCrs;
import org.locationtech.jts.geom.Envelope;

/**
 * What a file holds, whatever its format.
 *
 * @param fileName how people call it
 * @param format its kind, for instance GeoJSON
 * @param columns names of the values, personal columns already dropped
 * @param rows features that have a shape, in the order of the file
 * @param statedCrs what the file says it is in
 * @param degreesByFormat whether its format means longitude and latitude unless it says otherwise
 * @param notices what was seen while reading
 */
public record FeatureTable(
    String fileName,
    String format,
    List<String> columns,
    List<FeatureRow> rows,
    Optional<SourceCrs> statedCrs,
    boolean degreesByFormat,
    List<ReadNotice> notices) {

  public FeatureTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notices = List.copyOf(notices);
  }

  /** The column of that name, letter case aside. */
  public OptionalInt column(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equalsIgnoreCase(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The first of the names that is a column. */
  public OptionalInt firstColumn(List<String> names) {
    return names.stream()
        .map(this::column)
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  /** The bounds of all shapes, in the file's own numbers. */
  public Envelope bounds() {
    Envelope bounds = new Envelope();
    for (FeatureRow row : rows) {
      bounds.expandToInclude(row.shape().getEnvelopeInternal());
    }
    return bounds;
  }

  public int vertices() {
    return rows.stream().mapToInt(row -> row.shape().getNumPoints()).sum();
  }
}
