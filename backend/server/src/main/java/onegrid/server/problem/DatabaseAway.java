package onegrid.server.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that does not answer from one that answers no. */
public final class DatabaseAway {
  /** What every Unix calls ENOSPC; Java has no exception of its own for it. */
  private static final String NO_SPACE = "No space left on device";

  private DatabaseAway() {}

  /** Whether the cause is a lost, refused or timed-out connection, which another try may mend. */
  public static boolean causes(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof CannotGetJdbcConnectionException
          || t instanceof CannotCreateTransactionException
          || t instanceof DataAccessResourceFailureException && !isFull(e)
          || t instanceof SQLTransientConnectionException
          || t instanceof SQLException sql && isConnectionState(sql.getSQLState())
          || t instanceof TransactionSystemException && isClosedByThePool(t.getCause())) {
        return true;
      }
    }
    return false;
  }

  /** Answers that another try may succeed. */
  static void answer(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "3");
    ProblemWriter.write(
        response,
        ProblemKind.UNAVAILABLE,
        "数据库暂时连接不上，请稍后重试。",
        "The database cannot be reached for now; try again shortly.");
  }

  /** Answers that there is no room. */
  static void answerFull(HttpServletResponse response) throws IOException {
    ProblemWriter.write(
        response,
        ProblemKind.STORAGE_FULL,
        "磁盘已满，没有写入任何内容。请联系管理员。",
        "The disk is full; nothing was written. Call the administrator.");
  }

  /** Whether there is no room left: SQLSTATE 53100 of the database, or our own disk. */
  static boolean isFull(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && "53100".equals(sql.getSQLState())
          || t instanceof IOException && String.valueOf(t.getMessage()).contains(NO_SPACE)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Of a connection that broke in a transaction only its rollback is heard, and that from the pool,
   * which had closed it already: it gives no state, as the driver and the server always do.
   */
  private static boolean isClosedByThePool(@Nullable Throwable cause) {
    return cause instanceof SQLException sql && sql.getSQLState() == null;
  }

  /** Class 08 is a connection fault, 57P01 to 57P03 a server that shuts down or starts up. */
  private static boolean isConnectionState(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
