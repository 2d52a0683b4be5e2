package onegrid.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import onegrid.finding.FindingCode;
import onegrid.finding.Severity;
import onegrid.finding.Words;
import org.springframework.jdbc.core.RowMapper;

/** The findings of layers, of mosaics, of hand-ins of the ground or of answers. */
final class FindingRows {
  private static final RowMapper<PlacedFinding> FINDING =
      (row, n) ->
          new PlacedFinding(
              FindingCode.valueOf(row.getString("code")),
              row.getString("layer"),
              row.getString("source_code"),
              row.getInt("feature"),
              row.getObject("lon") == null
                  ? Optional.empty()
                  : Optional.of(new LonLat(row.getDouble("lon"), row.getDouble("lat"))),
              new Words(row.getString("words_zh"), row.getString("words_en")),
              new Words(row.getString("action_zh"), row.getString("action_en")));

  private final Database database;
  private final String owner;

  private FindingRows(Database database, String owner) {
    this.database = database;
    this.owner = owner;
  }

  static FindingRows ofLayers(Database database) {
    return new FindingRows(database, "layer_id");
  }

  static FindingRows ofMosaics(Database database) {
    return new FindingRows(database, "mosaic_id");
  }

  static FindingRows ofGrounds(Database database) {
    return new FindingRows(database, "ground_id");
  }

  static FindingRows ofCoverages(Database database) {
    return new FindingRows(database, "coverage_id");
  }

  void save(long ownerId, List<PlacedFinding> findings) {
    database.copy(
        """
        COPY onegrid.finding (%s, seq, code, layer, source_code, feature, lon, lat,
          words_zh, words_en, action_zh, action_en) FROM STDIN (FORMAT binary)
        """
            .formatted(owner),
        findings,
        (row, seq, finding) -> {
          row.bigint(ownerId).integer(seq).text(finding.code().name());
          row.text(finding.layer()).text(finding.sourceCode()).integer(finding.feature());
          finding
              .at()
              .ifPresentOrElse(at -> row.real(at.lon()).real(at.lat()), () -> row.none().none());
          row.text(finding.words().zh()).text(finding.words().en());
          row.text(finding.action().zh()).text(finding.action().en());
        });
  }

  /** In the order they were written, of one code or of all. */
  Page<PlacedFinding> page(long ownerId, Optional<FindingCode> code, Slice slice) {
    String name = code.map(Enum::name).orElse("");
    int total =
        counts(ownerId).stream()
            .filter(count -> code.isEmpty() || code.get() == count.code())
            .mapToInt(FindingCount::count)
            .sum();
    return new Page<>(
        total,
        database
            .sql(
                """
                SELECT * FROM onegrid.finding
                WHERE %s = :owner AND (:code = '' OR code = :code)
                ORDER BY seq LIMIT :limit OFFSET :offset
                """
                    .formatted(owner))
            .param("owner", ownerId)
            .param("code", name)
            .param("limit", slice.limit())
            .param("offset", slice.offset())
            .query(FINDING)
            .list());
  }

  /** Errors first, then the most frequent. */
  List<FindingCount> counts(long ownerId) {
    List<FindingCount> counts =
        new ArrayList<>(
            database
                .sql(
                    """
                    SELECT code, count(*) AS n FROM onegrid.finding
                    WHERE %s = :owner GROUP BY code ORDER BY n DESC, code
                    """
                        .formatted(owner))
                .param("owner", ownerId)
                .query(
                    (row, n) ->
                        new FindingCount(
                            FindingCode.valueOf(row.getString("code")), row.getInt("n")))
                .list());
    counts.sort((a, b) -> a.code().severity().compareTo(b.code().severity()));
    return counts;
  }

  /** How many of each severity, for each owner that has any in a workspace. */
  static Map<Severity, Integer> bySeverity(List<FindingCount> counts) {
    Map<Severity, Integer> sums = new EnumMap<>(Severity.class);
    for (FindingCount count : counts) {
      sums.merge(count.code().severity(), count.count(), Integer::sum);
    }
    return sums;
  }

  void stream(long ownerId, Consumer<PlacedFinding> reader) {
    database.stream(
        "SELECT * FROM onegrid.finding WHERE %s = :id ORDER BY seq".formatted(owner),
        ownerId,
        FINDING,
        reader);
  }
}
