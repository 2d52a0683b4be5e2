package onegrid.walk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import onegrid.place.Gate;

/**
 * The hash of a network's content. Arrays are folded into 128 bits on the way, for speed: it tells
 * networks apart, and protects nothing.
 */
final class NetworkVersion {
  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 14);

  private NetworkVersion() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(
      WalkGround ground, WalkRules rules, NetworkArrays arrays, BarrierIndex barriers) {
    NetworkVersion version = new NetworkVersion();
    version.add(ground.frame().epsgCode());
    version.text(rules.toString());
    version.add(arrays.nodeX);
    version.add(arrays.nodeY);
    version.add(arrays.from);
    version.add(arrays.to);
    version.add(arrays.lengthMm);
    version.add(arrays.bits);
    version.add(arrays.innerStart);
    version.add(arrays.innerX);
    version.add(arrays.innerY);
    for (short wait : arrays.waits) {
      version.add(wait);
    }
    for (int e = 0; e < arrays.bits.length; e++) {
      int gate = arrays.gate(e);
      if (gate >= 0) {
        Gate through = ground.gates().get(gate);
        version.text(through.id());
        version.text(through.hours().toString());
        version.add(through.residentsOnly() ? 1 : 0);
      }
    }
    // Barriers come in the order of the input: a sum does not mind.
    long sum = 0;
    for (Barrier barrier : barriers.barriers()) {
      int[] xs = barrier.xs();
      int[] ys = barrier.ys();
      long hash = barrier.kind().ordinal();
      for (int i = 0; i < xs.length; i++) {
        hash = LongIndex.mix(hash * 31 + xs[i]) + LongIndex.mix(hash * 17 + ys[i]);
      }
      sum += hash;
    }
    version.add((int) sum);
    version.add((int) (sum >>> 32));
    version.flush();
    return HexFormat.of().formatHex(version.digest.digest(), 0, 12);
  }

  private void add(byte[] values) {
    int[] wide = new int[(values.length + 3) / 4];
    for (int i = 0; i < values.length; i++) {
      wide[i >> 2] = wide[i >> 2] << 8 | values[i] & 0xFF;
    }
    add(wide);
  }

  private void add(int[] values) {
    long a = values.length;
    long b = ~a;
    for (int value : values) {
      a = (a ^ value) * 0x9E3779B97F4A7C15L;
      a ^= a >>> 32;
      b = (b + value) * 0xC2B2AE3D27D4EB4FL;
      b ^= b >>> 29;
    }
    add(values.length);
    add((int) a);
    add((int) (a >>> 32));
    add((int) b);
    add((int) (b >>> 32));
  }

  private void add(int value) {
    if (buffer.remaining() < 4) {
      flush();
    }
    buffer.putInt(value);
  }

  private void bytes(byte[] values) {
    flush();
    digest.update(values);
  }

  private void text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    bytes(bytes);
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
