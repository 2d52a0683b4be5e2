package onegrid.store;

import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Front door: all stores over one data source. Safe for many threads.
 *
 * <p>A data source of a pool is expected; each call takes one connection for as long as it runs.
 * Faults of the database come as Spring's {@link org.springframework.dao.DataAccessException}.
 */
public final class Stores {
  private final Database database;
  private final AuditStore audit;
  private final WorkspaceStore workspaces;
  private final LayerStore layers;
  private final PlaceStore places;
  private final MosaicStore mosaics;
  private final CoverageStore coverages;
  private final JobStore jobs;
  private final AccountStore accounts;
  private final PlanStore plans;
  private final CellStore cells;
  private final TileStore tiles;
  private final TokenStore tokens;
  private final OnceStore once;
  private final GroundStore grounds;

  private Stores(DataSource source) {
    database = new Database(source);
    audit = new AuditStore(database);
    workspaces = new WorkspaceStore(database, audit);
    layers = new LayerStore(database, audit);
    places = new PlaceStore(database, audit);
    mosaics = new MosaicStore(database, audit);
    coverages = new CoverageStore(database, audit);
    jobs = new JobStore(database, audit);
    accounts = new AccountStore(database, audit);
    plans = new PlanStore(database, audit);
    cells = new CellStore(database);
    tiles = new TileStore(database);
    tokens = new TokenStore(database, audit);
    once = new OnceStore(database);
    grounds = new GroundStore(database);
  }

  /** Brings the schema up to date, then hands out its stores. */
  public static Stores open(DataSource source) {
    StoreSchema.migrate(source);
    return over(source);
  }

  /** Hands out the stores of a schema that is up to date. Touches nothing. */
  public static Stores over(DataSource source) {
    return new Stores(source);
  }

  /**
   * Runs several writes as one: all are kept, or none when {@code work} throws. Calls of stores in
   * {@code work} join it when they are made in the same thread.
   *
   * @param work gives no null
   */
  public <T> T inTransaction(Supplier<T> work) {
    return database.write(work);
  }

  public WorkspaceStore workspaces() {
    return workspaces;
  }

  public LayerStore layers() {
    return layers;
  }

  public PlaceStore places() {
    return places;
  }

  public MosaicStore mosaics() {
    return mosaics;
  }

  public CoverageStore coverages() {
    return coverages;
  }

  public JobStore jobs() {
    return jobs;
  }

  public AccountStore accounts() {
    return accounts;
  }

  public PlanStore plans() {
    return plans;
  }

  public CellStore cells() {
    return cells;
  }

  public AuditStore audit() {
    return audit;
  }

  public TileStore tiles() {
    return tiles;
  }

  public TokenStore tokens() {
    return tokens;
  }

  public OnceStore once() {
    return once;
  }

  public GroundStore grounds() {
    return grounds;
  }
}
