package onegrid.io.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @ParameterizedTest
  @CsvSource({
    "0, 4, 0", "-0.00004, 4, 0", "0.0005, 4, 0.0005", "-0.0005, 3, 0", "0.0015, 3, 0.002",
    "12.5, 0, 12", "13.5, 0, 14", "100, 4, 100", "-7.25, 1, -7.2", "1e20, 2, 100000000000000000000",
    "0.1, 9, 0.1", "1234567.89012345, 4, 1234567.8901", "-1.999999, 3, -2"
  })
  void numbersArePlainDigits(double value, int places, String text) {
    assertEquals(text, Csv.number(value, places));
  }

  @Test
  void quickDigitsAreThoseOfDecimalArithmetic() {
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      int places = random.nextInt(10);
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(18) - 6);
      if (i % 3 == 0) {
        value = Math.rint(value * 1e4) / 1e4; // Halves and whole numbers are where it could differ.
      }
      BigDecimal exact = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
      String wanted = exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
      assertEquals(wanted, Csv.number(value, places), value + " to " + places);
    }
  }
}
