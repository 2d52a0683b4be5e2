package onegrid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import onegrid.reach.Links;
import onegrid.reach.Nearest;
import onegrid.walk.WalkNetwork;
import onegrid.walk.WayKind;

/**
 * The same question put to pgRouting, its own way: the network as a table of edges, every station a
 * node with an edge to either end of the one it is linked to, one {@code pgr_drivingDistance} from
 * all of them, then the least of either end for every building. Loading does not count.
 */
final class PgRoutingSide {
  private static final double LIMIT_METRES = CoverageBench.LIMIT_MM / 1000.0;
  private static final int BATCH = 10_000;
  private static final int RUNS = 3;
  private static final double TICKS_A_SECOND = 100;

  private static final String TABLES =
      """
      CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE;
      DROP TABLE IF EXISTS ways, doors, buildings;
      CREATE TABLE ways (id bigint, source bigint, target bigint, cost float8, reverse_cost float8);
      CREATE TABLE doors (node bigint);
      CREATE TABLE buildings (id int, a bigint, cost_a float8, z bigint, cost_z float8);
      """;

  private static final String NEAREST =
      """
      WITH reached AS MATERIALIZED (
        SELECT node, min(agg_cost) AS cost
        FROM pgr_drivingDistance(
          'SELECT id, source, target, cost, reverse_cost FROM ways',
          (SELECT array_agg(node) FROM doors), ?, true)
        GROUP BY node)
      SELECT b.id, least(a.cost + b.cost_a, z.cost + b.cost_z) AS metres
      FROM buildings b LEFT JOIN reached a ON a.node = b.a LEFT JOIN reached z ON z.node = b.z
      WHERE least(a.cost + b.cost_a, z.cost + b.cost_z) <= ?
      """;

  private final Connection connection;

  private PgRoutingSide(Connection connection) {
    this.connection = connection;
  }

  static void measure(String url, WalkNetwork network, Links doors, Links places, Nearest answer)
      throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url)) {
      PgRoutingSide side = new PgRoutingSide(connection);
      side.load(network, doors, places);
      side.run(answer);
    }
  }

  private void load(WalkNetwork network, Links doors, Links places) throws SQLException {
    connection.setAutoCommit(false);
    execute(TABLES);
    try (PreparedStatement ways =
        connection.prepareStatement("INSERT INTO ways VALUES (?, ?, ?, ?, ?)")) {
      int rows = 0;
      for (int e = 0; e < network.edges(); e++) {
        // Distances run from the stations, people walk towards them: one way turns into the other.
        double metres = metres(network, e);
        row(ways, e, network.from(e), network.to(e), network.backward(e) ? metres : -1);
        ways.setDouble(5, network.forward(e) ? metres : -1);
        ways.addBatch();
        rows = flush(ways, rows);
      }
      for (int s = 0; s < doors.size(); s++) {
        int e = doors.edge()[s];
        if (e >= 0) {
          int id = network.edges() + s * 2;
          double leg = doors.legMm()[s] / 1000.0;
          double before = leg + doors.offsetMm()[s] / 1000.0;
          double behind = leg + (network.lengthMm(e) - doors.offsetMm()[s]) / 1000.0;
          row(ways, id, network.nodes() + s, network.from(e), network.forward(e) ? before : -1);
          ways.setDouble(5, -1);
          ways.addBatch();
          row(ways, id + 1, network.nodes() + s, network.to(e), network.backward(e) ? behind : -1);
          ways.setDouble(5, -1);
          ways.addBatch();
          rows = flush(ways, rows + 1);
        }
      }
      ways.executeBatch();
    }
    execute(
        "INSERT INTO doors SELECT DISTINCT source FROM ways WHERE source >= " + network.nodes());
    try (PreparedStatement rows =
        connection.prepareStatement("INSERT INTO buildings VALUES (?, ?, ?, ?, ?)")) {
      int n = 0;
      for (int p = 0; p < places.size(); p++) {
        int e = places.edge()[p];
        if (e >= 0) {
          double leg = places.legMm()[p] / 1000.0;
          double offset = places.offsetMm()[p] / 1000.0;
          double rest = network.lengthMm(e) / 1000.0 - offset;
          rows.setInt(1, p);
          rows.setLong(2, network.from(e));
          end(rows, 3, network.backward(e), offset + leg);
          rows.setLong(4, network.to(e));
          end(rows, 5, network.forward(e), rest + leg);
          rows.addBatch();
          n = flush(rows, n);
        }
      }
      rows.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
    execute("ANALYZE ways; ANALYZE buildings");
    // One process does all the work, so that what it spends can be read.
    execute("SET max_parallel_workers_per_gather = 0");
  }

  private static void end(PreparedStatement rows, int column, boolean walked, double metres)
      throws SQLException {
    if (walked) {
      rows.setDouble(column, metres);
    } else {
      rows.setNull(column, java.sql.Types.DOUBLE);
    }
  }

  private static void row(PreparedStatement ways, long id, long source, long target, double metres)
      throws SQLException {
    ways.setLong(1, id);
    ways.setLong(2, source);
    ways.setLong(3, target);
    ways.setDouble(4, metres);
  }

  private static int flush(PreparedStatement rows, int before) throws SQLException {
    if ((before + 1) % BATCH == 0) {
      rows.executeBatch();
    }
    return before + 1;
  }

  private static double metres(WalkNetwork network, int e) {
    double length = network.lengthMm(e);
    length = network.kind(e) == WayKind.STEPS ? length * 1.5 : length;
    return (length + (double) network.waitSeconds(e) * CoverageBench.SPEED_MM) / 1000;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void run(Nearest answer) throws SQLException, IOException {
    long pid = backend();
    double[] cpu = new double[RUNS];
    double[] wall = new double[RUNS];
    int covered = 0;
    int otherwise = 0;
    for (int run = -1; run < RUNS; run++) {
      double before = cpuSeconds(pid);
      long started = System.nanoTime();
      boolean[] found = ask(answer.costMm().length);
      if (run >= 0) {
        wall[run] = (System.nanoTime() - started) / 1e6;
        cpu[run] = (cpuSeconds(pid) - before) * 1000;
      }
      covered = 0;
      otherwise = 0;
      for (int p = 0; p < found.length; p++) {
        covered += found[p] ? 1 : 0;
        otherwise += found[p] != (answer.costMm()[p] >= 0) ? 1 : 0;
      }
    }
    Arrays.sort(cpu);
    Arrays.sort(wall);
    CoverageBench.row(
        "2,000 stations, nearest of " + answer.costMm().length + " buildings, pgRouting",
        "%.0f ms CPU of its server, %.0f ms wall, %d covered, %d judged unlike ours (its question"
            + " sees nodes only)",
        cpu[RUNS / 2],
        wall[RUNS / 2],
        covered,
        otherwise);
  }

  private boolean[] ask(int places) throws SQLException {
    boolean[] found = new boolean[places];
    try (PreparedStatement question = connection.prepareStatement(NEAREST)) {
      question.setDouble(1, LIMIT_METRES);
      question.setDouble(2, LIMIT_METRES);
      try (ResultSet rows = question.executeQuery()) {
        while (rows.next()) {
          found[rows.getInt(1)] = true;
        }
      }
    }
    return found;
  }

  private long backend() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** User and system time of one process, from Linux. */
  private static double cpuSeconds(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
  }
}
