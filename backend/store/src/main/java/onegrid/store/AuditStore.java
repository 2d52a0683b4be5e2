package onegrid.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who changed what: a log that only grows. Each line carries the hash of the line before it, so
 * that a changed, inserted or missing line shows.
 *
 * <p>The other stores write their lines themselves, in the transaction of the change. Lines are put
 * down just before the commit: writers stand in line for one row of the table, and only for that
 * moment. Someone who may rewrite the whole table and its end can still forge it; keep the newest
 * hash elsewhere to guard against that.
 */
public final class AuditStore {
  private static final String START = "0".repeat(64);

  private static final RowMapper<AuditLine> LINE =
      (row, n) ->
          new AuditLine(
              row.getLong("seq"),
              Database.instant(row, "at"),
              row.getString("actor"),
              row.getString("verb"),
              row.getString("subject"),
              row.getString("detail"),
              row.getString("hash"));

  private final Database database;

  AuditStore(Database database) {
    this.database = database;
  }

  /** Adds a line, in the open transaction when there is one. */
  public void append(String actor, String verb, String subject, String detail) {
    database.write(
        () -> {
          pending().lines.add(new Entry(actor, verb, subject, detail));
          return true;
        });
  }

  /** The newest lines before {@code beforeSeq}, newest first. */
  public List<AuditLine> newest(long beforeSeq, int limit) {
    return database
        .sql(
            """
            SELECT seq, at, actor, verb, subject, detail, hash FROM onegrid.audit
            WHERE seq < :before ORDER BY seq DESC LIMIT :limit
            """)
        .param("before", beforeSeq)
        .param("limit", new Slice(limit, 0).limit())
        .query(LINE)
        .list();
  }

  /** Reads the whole log and checks every hash. */
  public AuditVerdict verify() {
    End end = end("");
    Check check = new Check();
    database.stream(
        """
        SELECT seq, at, actor, verb, subject, detail, hash FROM onegrid.audit
        WHERE seq <= :id ORDER BY seq
        """,
        end.seq,
        LINE,
        check::read);
    if (check.firstBroken == null && !(check.seq == end.seq && check.hash.equals(end.hash))) {
      check.firstBroken = check.seq + 1;
    }
    return new AuditVerdict(check.lines, Optional.ofNullable(check.firstBroken));
  }

  private Pending pending() {
    for (TransactionSynchronization known :
        TransactionSynchronizationManager.getSynchronizations()) {
      if (known instanceof Pending pending && pending.owner() == this) {
        return pending;
      }
    }
    Pending pending = new Pending();
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  private void write(List<Entry> entries) {
    End end = end("FOR UPDATE");
    long seq = end.seq;
    String hash = end.hash;
    for (Entry entry : entries) {
      AuditLine line = entry.line(++seq, Instant.now().truncatedTo(ChronoUnit.MICROS), hash);
      hash = line.hash();
      database
          .sql(
              """
              INSERT INTO onegrid.audit (seq, at, actor, verb, subject, detail, hash)
              VALUES (:seq, :at, :actor, :verb, :subject, :detail, :hash)
              """)
          .param("seq", seq)
          .param("at", OffsetDateTime.ofInstant(line.at(), ZoneOffset.UTC))
          .param("actor", line.actor())
          .param("verb", line.verb())
          .param("subject", line.subject())
          .param("detail", line.detail())
          .param("hash", hash)
          .update();
    }
    database
        .sql("UPDATE onegrid.audit_end SET seq = :seq, hash = :hash")
        .param("seq", seq)
        .param("hash", hash)
        .update();
  }

  private End end(String lock) {
    return database
        .sql("SELECT seq, hash FROM onegrid.audit_end " + lock)
        .query((row, n) -> new End(row.getLong("seq"), row.getString("hash")))
        .single();
  }

  /**
   * SHA-256 over the hash before and every field with its length, so that no two lines are alike.
   */
  private static String hash(
      String before,
      long seq,
      Instant at,
      String actor,
      String verb,
      String subject,
      String detail) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
      digest.update(ByteBuffer.allocate(16).putLong(seq).putLong(micros).array());
      for (String field : List.of(before, actor, verb, subject, detail)) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record End(long seq, String hash) {}

  private record Entry(String actor, String verb, String subject, String detail) {
    AuditLine line(long seq, Instant at, String before) {
      String hash = AuditStore.hash(before, seq, at, actor, verb, subject, detail);
      return new AuditLine(seq, at, actor, verb, subject, detail, hash);
    }
  }

  /** The lines of one transaction, until it commits. */
  private final class Pending implements TransactionSynchronization {
    private final List<Entry> lines = new ArrayList<>();

    AuditStore owner() {
      return AuditStore.this;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      AuditStore.this.write(lines);
    }
  }

  /** Follows the chain from its start. */
  private static final class Check {
    private long lines;
    private long seq;
    private String hash = START;
    private @Nullable Long firstBroken;

    void read(AuditLine line) {
      lines++;
      String expected =
          AuditStore.hash(
              hash,
              line.seq(),
              line.at(),
              line.actor(),
              line.verb(),
              line.subject(),
              line.detail());
      if (firstBroken == null && !(line.seq() == seq + 1 && line.hash().equals(expected))) {
        firstBroken = line.seq() == seq + 1 ? line.seq() : seq + 1;
      }
      seq = line.seq();
      hash = line.hash();
    }
  }
}
