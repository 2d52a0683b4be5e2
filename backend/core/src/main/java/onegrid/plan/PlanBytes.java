package onegrid.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one way to write a plan as bytes: equal plans, equal bytes. Parts by kind and id; numbers
 * seven bits at a time, points as steps from the one before, texts as UTF-8 with their length.
 *
 * <p>About six bytes a vertex.
 */
public final class PlanBytes {
  /** Grows with every change of the form; older forms stay readable. 2: compounds. */
  private static final int FORM = 2;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private PlanBytes() {}

  /** All of a plan. */
  public static byte[] of(Plan plan) {
    PlanBytes bytes = new PlanBytes();
    bytes.number(FORM);
    bytes.number(plan.epsgCode());
    List<List<? extends PlanPart>> kinds =
        List.of(plan.arcs(), plan.units(), plan.cells(), plan.buildings(), plan.compounds());
    for (List<? extends PlanPart> parts : kinds) {
      bytes.number(parts.size());
      parts.forEach(bytes::part);
    }
    return bytes.out.toByteArray();
  }

  /** One part, its kind before it. */
  static byte[] of(PlanPart part) {
    PlanBytes bytes = new PlanBytes();
    bytes.number(part.key().kind().ordinal());
    bytes.part(part);
    return bytes.out.toByteArray();
  }

  /**
   * The plan that {@link #of(Plan)} wrote.
   *
   * @throws IllegalArgumentException if these are not such bytes
   */
  public static Plan read(byte[] bytes) {
    Reader in = new Reader(bytes);
    long form = in.number();
    if (form < 1 || form > FORM) {
      throw new IllegalArgumentException("a plan of another form");
    }
    int epsgCode = in.small();
    List<PlanPart> parts = new ArrayList<>();
    for (long n = in.number(); n > 0; n--) {
      parts.add(in.arc());
    }
    for (long n = in.number(); n > 0; n--) {
      parts.add(in.unit());
    }
    for (long n = in.number(); n > 0; n--) {
      parts.add(in.cell());
    }
    for (long n = in.number(); n > 0; n--) {
      parts.add(in.building());
    }
    for (long n = form < 2 ? 0 : in.number(); n > 0; n--) {
      parts.add(in.compound());
    }
    if (in.at != bytes.length) {
      throw new IllegalArgumentException("bytes behind the end of a plan");
    }
    return Plan.of(epsgCode, parts);
  }

  private void part(PlanPart part) {
    text(part.id());
    if (part instanceof PlanArc arc) {
      line(arc.line());
      text(arc.left());
      text(arc.right());
      number(arc.hold().ordinal());
      number(arc.drawnBy());
      number(arc.locked() ? 1 : 0);
    } else if (part instanceof PlanUnit unit) {
      text(unit.areaCode());
      text(unit.cell());
      number(unit.sources().size());
      for (Optional<String> source : unit.sources()) {
        number(source.isPresent() ? 1 : 0);
        source.ifPresent(this::text);
      }
    } else if (part instanceof PlanCell cell) {
      text(cell.name());
      number(cell.kind().ordinal());
      text(cell.areaCode());
      number(cell.locked() ? 1 : 0);
      number(cell.retired() ? 1 : 0);
    } else if (part instanceof PlanBuilding building) {
      text(building.unit());
      number(building.rings().size());
      building.rings().forEach(this::line);
      signed(building.inside().x());
      signed(building.inside().y());
      number(building.households());
      number(building.people());
    } else if (part instanceof PlanCompound compound) {
      text(compound.unit());
      number(compound.rings().size());
      compound.rings().forEach(this::line);
      signed(compound.inside().x());
      signed(compound.inside().y());
    }
  }

  private void line(GridLine line) {
    number(line.size());
    int x = 0;
    int y = 0;
    for (int i = 0; i < line.size(); i++) {
      signed((long) line.x(i) - x);
      signed((long) line.y(i) - y);
      x = line.x(i);
      y = line.y(i);
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    out.writeBytes(utf8);
  }

  private void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  private void number(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte b = next();
        value |= (long) (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number without an end");
    }

    private byte next() {
      if (at >= bytes.length) {
        throw new IllegalArgumentException("the plan is cut off");
      }
      return bytes[at++];
    }

    int small() {
      return Math.toIntExact(number());
    }

    int signed() {
      long value = number();
      return Math.toIntExact((value >>> 1) ^ -(value & 1));
    }

    String text() {
      int length = small();
      if (length > bytes.length - at) {
        throw new IllegalArgumentException("the plan is cut off");
      }
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    GridLine line() {
      int size = small();
      if (size > bytes.length - at) {
        throw new IllegalArgumentException("the plan is cut off");
      }
      int[] xy = new int[2 * size];
      for (int i = 0; i < xy.length; i++) {
        xy[i] = signed() + (i < 2 ? 0 : xy[i - 2]);
      }
      return GridLine.of(xy);
    }

    PlanArc arc() {
      return new PlanArc(
          text(), line(), text(), text(), PlanArc.Hold.values()[small()], number(), small() == 1);
    }

    PlanUnit unit() {
      String id = text();
      String areaCode = text();
      String cell = text();
      List<Optional<String>> sources = new ArrayList<>();
      for (int n = small(); n > 0; n--) {
        sources.add(small() == 1 ? Optional.of(text()) : Optional.empty());
      }
      return new PlanUnit(id, areaCode, cell, sources);
    }

    PlanCell cell() {
      return new PlanCell(
          text(), text(), PlanCell.Kind.values()[small()], text(), small() == 1, small() == 1);
    }

    PlanBuilding building() {
      return new PlanBuilding(
          text(), text(), rings(), new GridPoint(signed(), signed()), small(), small());
    }

    PlanCompound compound() {
      return new PlanCompound(text(), text(), rings(), new GridPoint(signed(), signed()));
    }

    private List<GridLine> rings() {
      List<GridLine> rings = new ArrayList<>();
      for (int n = small(); n > 0; n--) {
        rings.add(line());
      }
      return rings;
    }
  }
}
