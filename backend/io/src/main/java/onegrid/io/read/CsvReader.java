package onegrid.io.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import onegrid.io.FileRefused;
import onegrid.io.ReadLimits;
import onegrid.io.table.FeatureTable;

/** CSV by RFC 4180, parted by comma, semicolon or tab, in UTF-8 or GB18030. */
final class CsvReader {
  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvReader(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  static FeatureTable read(Path file, String name, ReadLimits limits) throws IOException {
    CsvReader csv = new CsvReader(TextCharset.decode(Files.readAllBytes(file)));
    List<String> heading = csv.record();
    SheetRows rows = new SheetRows(heading, limits);
    while (csv.at < csv.text.length()) {
      int line = csv.line;
      List<String> record = csv.record();
      if (record.size() == 1 && record.get(0).isBlank()) {
        continue;
      }
      if (record.size() > heading.size()) {
        throw FileRefused.broken(
            "第 "
                + line
                + " 行有 "
                + record.size()
                + " 列，表头只有 "
                + heading.size()
                + " 列（WKT 中的逗号要用引号括起）",
            "line "
                + line
                + " has "
                + record.size()
                + " values, the heading "
                + heading.size()
                + " (quote a WKT that has commas)");
      }
      rows.add(record, line);
    }
    return rows.build(name, "CSV");
  }

  private List<String> record() {
    List<String> values = new ArrayList<>();
    boolean more = true;
    while (more) {
      values.add(value());
      more = at < text.length() && text.charAt(at) == separator;
      if (more) {
        at++;
      }
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return values;
  }

  private String value() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == separator || c == '\n' || c == '\r') {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    int opened = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
        line += c == '\n' ? 1 : 0;
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return value.toString();
      }
    }
    throw FileRefused.broken(
        "第 " + opened + " 行的引号没有闭合", "a quote opened in line " + opened + " is never closed");
  }

  private static char separator(String text) {
    int end = text.indexOf('\n');
    String heading = end < 0 ? text : text.substring(0, end);
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', '\t', ';'}) {
      long count = heading.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
