package onegrid.io.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ways: what tells of persons goes, what merely looks like it stays. */
class PersonalColumnsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "姓名",
        "户主姓名",
        "身份证号",
        "手机",
        "联系电话",
        "网格员",
        "网格长姓名",
        "负责人",
        "phone",
        "ID_CARD",
        "Telephone"
      })
  void headingsOfPersonsAreDropped(String heading) {
    assertFalse(keeps(heading, "x", "y"), heading);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "名称",
        "网格名称",
        "code",
        "编码",
        "网格员人数",
        "居民户数",
        "住户数",
        "people",
        "population",
        "id"
      })
  void headingsOfPlacesAndCountsStay(String heading) {
    assertTrue(keeps(heading, "5", "6"), heading);
  }

  @Test
  void identityNumbersAreKnownByTheirCheckDigit() {
    assertTrue(PersonalColumns.isIdentity("11010519491231002X"));
    assertFalse(PersonalColumns.isIdentity("110105194912310021"));
    assertFalse(keeps("备注", "11010519491231002X", "440308199901010012"));
    assertFalse(keeps("备注", "张某 11010519491231002X 已登记", ""));
  }

  @Test
  void gridCodesOfThatLengthStay() {
    String[] codes = new String[400];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = String.format("371302001001%06d", i * 37);
    }
    assertTrue(keeps("code", codes));
    String[] withDates = new String[400];
    for (int i = 0; i < withDates.length; i++) {
      withDates[i] = String.format("37130219900101%04d", i);
    }
    assertTrue(keeps("编号", withDates), "one in eleven passes the check digit, not half");
    assertTrue(keeps("code", "371302001001001", "37130200100100102", "01010141139900100811"));
  }

  @Test
  void telephonesGoUnlessTheyAreCodes() {
    assertFalse(keeps("备注", "13812345678", "15987654321", "18600001111"));
    assertTrue(keeps("网格编码", "13010200101", "13010200102"));
    assertTrue(keeps("field1", "13010200101", "13010200102"), "they begin alike, as codes do");
  }

  private static boolean keeps(String heading, String... values) {
    List<@Nullable String[]> rows =
        Arrays.stream(values).map(value -> new @Nullable String[] {value}).toList();
    PersonalColumns found = PersonalColumns.among(List.of(heading), rows);
    assertEquals(found.keptNames().isEmpty() ? 1 : 0, found.notices().size());
    return !found.keptNames().isEmpty();
  }
}
