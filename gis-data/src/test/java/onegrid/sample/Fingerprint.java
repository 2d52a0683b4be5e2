package onegrid.sample;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** SHA-256 over every value of a record, in order, coordinates bit by bit. */
final class Fingerprint {
  private final MessageDigest digest;
  private final DataOutputStream out;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
  }

  static String of(Record value) {
    Fingerprint fingerprint = new Fingerprint();
    try {
      fingerprint.write(value);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return HexFormat.of().formatHex(fingerprint.digest.digest());
  }

  private void write(Object value) throws IOException, ReflectiveOperationException {
    if (value instanceof Geometry geometry) {
      out.writeUTF(geometry.getGeometryType());
      for (Coordinate c : geometry.getCoordinates()) {
        out.writeDouble(c.x);
        out.writeDouble(c.y);
        out.writeDouble(c.getZ());
      }
    } else if (value instanceof Collection<?> list) {
      out.writeInt(list.size());
      for (Object item : list) {
        write(item);
      }
    } else if (value instanceof Map<?, ?> map) {
      write(map.entrySet().stream().map(Object::toString).toList());
    } else if (value instanceof Optional<?> optional) {
      write(optional.stream().toList());
    } else if (value instanceof OptionalInt optional) {
      write(optional.stream().boxed().toList());
    } else if (value instanceof Record row) {
      for (var component : row.getClass().getRecordComponents()) {
        write(component.getAccessor().invoke(row));
      }
    } else {
      out.writeUTF(value.toString());
    }
  }
}
