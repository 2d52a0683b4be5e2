package onegrid.plan;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A digest of many parts that follows each change without looking at the others: the sum of the
 * SHA-256 of every part's bytes, in four lanes of 64 bits. In no order, so equal for equal plans.
 *
 * <p>It tells faults, not forgers: who can choose parts at will could make two sums equal. The
 * trail of who did what has its own chain.
 */
final class PlanDigest {
  static final PlanDigest EMPTY = new PlanDigest(new long[4]);

  private final long[] lanes;

  private PlanDigest(long[] lanes) {
    this.lanes = lanes;
  }

  PlanDigest plus(PlanPart part) {
    return added(part, 1);
  }

  PlanDigest minus(PlanPart part) {
    return added(part, -1);
  }

  private PlanDigest added(PlanPart part, int sign) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(PlanBytes.of(part)));
    long[] sum = lanes.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * hash.getLong();
    }
    return new PlanDigest(sum);
  }

  String text() {
    ByteBuffer bytes = ByteBuffer.allocate(32);
    Arrays.stream(lanes).forEach(bytes::putLong);
    return HexFormat.of().formatHex(bytes.array());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
