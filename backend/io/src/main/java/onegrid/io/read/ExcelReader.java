package onegrid.io.read;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The first sheet of an .xlsx. Values only: formulas are never run, what they last gave is read as
 * text. The archive is looked through as any zip before it is opened.
 */
final class ExcelReader {
  private static final int MOST_COLUMNS = 500;
  private static final BigDecimal EXACT_BELOW = new BigDecimal("1e15");

  private ExcelReader() {}

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    try (Archive archive = Archive.open(file, limits)) {
      if (archive.ending("xml").isEmpty()) {
        throw FileRefused.broken("不是 Excel 文件", "not an Excel file");
      }
    }
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      return read(rows.iterator(), name, limits);
    } catch (FileRefused e) {
      throw e;
    } catch (RuntimeException e) {
      FileRefused refused = FileRefused.broken("Excel 文件已损坏", "the Excel file is damaged");
      refused.initCause(e);
      throw refused;
    }
  }

  private static FeatureTable read(Iterator<Row> rows, String name, ReadLimits limits) {
    if (!rows.hasNext()) {
      throw FileRefused.broken("第一张工作表是空的", "the first sheet is empty");
    }
    List<String> heading = values(rows.next());
    while (!heading.isEmpty() && heading.get(heading.size() - 1).isBlank()) {
      heading.remove(heading.size() - 1);
    }
    SheetRows sheet = new SheetRows(heading, limits);
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> values = values(row);
      if (values.stream().anyMatch(value -> !value.isBlank())) {
        sheet.add(values, row.getRowNum());
      }
    }
    return sheet.build(name, "Excel");
  }

  private static List<String> values(Row row) {
    if (row.getCellCount() > MOST_COLUMNS) {
      throw FileRefused.tooLarge(
          "工作表超过 " + MOST_COLUMNS + " 列", "the sheet has more than " + MOST_COLUMNS + " columns");
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      values.add(cell == null ? "" : text(cell));
    }
    return values;
  }

  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER) {
      BigDecimal number = cell.asNumber();
      // Excel keeps 15 digits; of a longer code the rest is invented, so it is shown as what it is.
      return number.abs().compareTo(EXACT_BELOW) < 0
          ? number.stripTrailingZeros().toPlainString()
          : String.format(Locale.ROOT, "%.14E", number);
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }
}
