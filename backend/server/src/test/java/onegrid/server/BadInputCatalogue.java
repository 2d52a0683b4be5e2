package onegrid.server;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/**
 * The ids of the catalogue of bad inputs, and where those rows are held that are not tried here.
 */
final class BadInputCatalogue {
  static final String ALL =
      """
      A01 A02 A03 A04 A05 A06 A07 A09 A10 A11 A14 A15 A17 A18 A19 A20
      B01 B02 B03 B04 B05 B07 B08 B10 B12 B13 B15 B17 B18 B19 B20 B22 B23
      C01 C03 C04 C05 C07 C08 C09 C10 C12 C13 C14 C15 C17 C19 C20 C21 C22 C23 C24 C26
      D01 D02 D04 E01 E03 E04 E05
      F01 F02 F04 F06 F08 F09 F10 F11 F12 F14 F15 F16 F17
      G02 G04 G05 G06 G07 G09 G10 G11 G12
      H01 H02 H03 H04 H05 H06 H07 H10 H11 H12 H14 H15 H16 H17 H18 H19 H21 H22 H23 H24
      I01 I02 I03 I04 I06 I07 I09 I11 I12 I14 I15 I16 I17
      J01 J03 J05 J06 J07 J08 J09 J10 K01 K03 K05 K06
      """;

  /** Rows that another test holds, which it names. */
  static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("H01", "SessionTest"),
          Map.entry("H02", "SessionTest"),
          Map.entry("H03", "SessionTest"),
          Map.entry("H04", "SessionTest"),
          Map.entry("H05", "SessionTest"),
          Map.entry("H10", "PlanTest"),
          Map.entry("H12", "PlanTest"),
          Map.entry("H15", "AccountTest"),
          Map.entry("I04", "DatumDetectorTest of io"),
          Map.entry("I16", "UploadTest"),
          Map.entry("J05", "PlanTest"),
          Map.entry("K01", "PlanTest"),
          Map.entry("K06", "PlanTest"));

  private static final Map<String, Boolean> EXACT = new ConcurrentSkipListMap<>();

  private BadInputCatalogue() {}

  /** A test of a row in one form; {@link #tell} knows what came of it. */
  static DynamicTest test(String id, Executable row) {
    return DynamicTest.dynamicTest(
        id,
        () -> {
          boolean held = false;
          try {
            row.execute();
            held = true;
          } finally {
            EXACT.merge(id.substring(0, 3), held, Boolean::logicalAnd);
          }
        });
  }

  /** Says of every row whether it was exact in all its forms, as far as it was tried by now. */
  static void tell() {
    StringBuilder exact = new StringBuilder();
    StringBuilder not = new StringBuilder();
    for (String id : ALL.strip().split("\\s+")) {
      if (EXACT.containsKey(id)) {
        (EXACT.get(id) ? exact : not).append(' ').append(id);
      }
    }
    System.out.println("bad inputs exact:" + exact);
    System.out.println("bad inputs NOT exact:" + not);
    ELSEWHERE.forEach((id, where) -> System.out.println("bad input " + id + ": held by " + where));
  }
}
