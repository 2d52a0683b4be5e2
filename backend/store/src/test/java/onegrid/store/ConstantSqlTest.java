package onegrid.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is handed to a database as SQL is text of the program: literals, constants, and the clauses
 * of {@link Scope}. A part that is anything else must be named here, with the reason why nobody can
 * type it.
 */
class ConstantSqlTest {
  /** Where text becomes SQL. */
  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\b(?:sql|database\\.stream|copy|copyIn|execute|executeQuery|executeUpdate|prepareStatement|"
              + "createStatement|prepareCall|addBatch|nativeSQL)\\(");

  private static final Pattern CONSTANT = Pattern.compile("(?:[A-Z]\\w*\\.)*[A-Z][A-Z0-9_]*");
  private static final Pattern SCOPED = Pattern.compile("Scope\\.\\w+\\(\"[^\"]*\"\\)");

  /**
   * Parts that are neither, by class. Private methods give them constants: names of tables and
   * columns, conditions, FOR UPDATE. {@code quoted} doubles the quotation marks of a table of a
   * GeoPackage, in a database that is the file itself. {@code args} are those of a command.
   */
  private static final Map<String, Set<String>> NAMED =
      Map.ofEntries(
          Map.entry("AuditStore", Set.of("lock")),
          Map.entry("CoverageRows", Set.of("target")),
          Map.entry("Database", Set.of("sql")),
          Map.entry("FindingRows", Set.of(".formatted(owner)")),
          Map.entry("GeoPackageReader", Set.of("quoted(source.table)", "sql")),
          Map.entry("GroundParts", Set.of("table", "which")),
          Map.entry("GroundStore", Set.of("thing.workspaceOf")),
          Map.entry("MosaicRows", Set.of("target")),
          Map.entry("MosaicStore", Set.of("filter", "table")),
          Map.entry("OneGrid", Set.of("args")),
          Map.entry("PlaceRows", Set.of("target")),
          Map.entry("PlaceStore", Set.of("table")),
          Map.entry("PlanStore", Set.of("how", "what")),
          Map.entry("TileStore", Set.of("sql")),
          Map.entry("WalkPlaces", Set.of("sql")));

  @Test
  void everyPartOfEverySqlIsAConstant() throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    int spoken = 0;
    for (Path file : sources()) {
      String source = Files.readString(file);
      String name = String.valueOf(file.getFileName()).replace(".java", "");
      Matcher call = SPOKEN.matcher(source);
      while (call.find()) {
        if (isDeclaration(source, call.start())) {
          continue;
        }
        spoken++;
        for (String part : parts(firstArgument(source, call.end()))) {
          // A transaction or a callback is executed, too; it speaks through the same methods.
          if (!isConstant(part) && !part.contains("->")) {
            found.computeIfAbsent(name, n -> new TreeSet<>()).add(named(part));
          }
        }
      }
    }
    assertTrue(spoken > 100, "only " + spoken + " statements found: the scan does not see them");
    Map<String, Set<String>> expected = new TreeMap<>();
    NAMED.forEach((name, parts) -> expected.put(name, new TreeSet<>(parts)));
    assertEquals(expected, found);
  }

  @Test
  void joinedTextIsSeen() {
    assertEquals(List.of("\"a \"", "name"), parts("\"a \" + name"));
    assertEquals(
        List.of("\"\"\"\n x + y\"\"\"", "name.of(1, 2)"),
        parts("\"\"\"\n x + y\"\"\" + name.of(1, 2)"));
    assertTrue(!isConstant("name") && !isConstant("\"x %s\".formatted(name)"));
    assertTrue(!isConstant("String.format(\"x\", name)") && !isConstant("Scope.of(name)"));
    assertTrue(isConstant("\"x\"") && isConstant("ALL") && isConstant("Scope.SEES"));
    assertEquals("\"f(\" + name", firstArgument("\"f(\" + name, 1)", 0));
  }

  private static List<Path> sources() throws IOException {
    Path backend = Path.of("").toAbsolutePath().resolve("..").normalize();
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("core", "io", "store", "server")) {
      try (Stream<Path> files = Files.walk(backend.resolve(module).resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /** A method of that name being made, or one called on something that is no database. */
  private static boolean isDeclaration(String source, int at) {
    String before = source.substring(Math.max(0, at - 40), at);
    return before.matches("(?s).*(?:\\w|>)\\s+") && !before.matches("(?s).*\\breturn\\s+");
  }

  private static String named(String part) {
    return part.replaceAll("(?s)^\".*\"\\s*\\.formatted", ".formatted");
  }

  private static boolean isConstant(String part) {
    return part.isEmpty()
        || (part.startsWith("\"") && part.endsWith("\""))
        || CONSTANT.matcher(part).matches()
        || SCOPED.matcher(part).matches();
  }

  /** From an opening bracket to the comma or bracket that ends the first argument. */
  private static String firstArgument(String source, int from) {
    int end = from;
    int depth = 0;
    while (depth > 0 || (source.charAt(end) != ',' && source.charAt(end) != ')')) {
      int text = pastText(source, end);
      if (text > end) {
        end = text;
        continue;
      }
      depth += depth(source.charAt(end));
      end++;
    }
    return source.substring(from, end).strip();
  }

  /** The parts of a join. */
  private static List<String> parts(String expression) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begun = 0;
    int at = 0;
    while (at < expression.length()) {
      int text = pastText(expression, at);
      if (text > at) {
        at = text;
        continue;
      }
      depth += depth(expression.charAt(at));
      if (depth == 0 && expression.charAt(at) == '+') {
        parts.add(expression.substring(begun, at).strip());
        begun = at + 1;
      }
      at++;
    }
    parts.add(expression.substring(begun).strip());
    return parts;
  }

  private static int depth(char c) {
    return c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
  }

  /** Behind the text that begins here, or here when none does. */
  private static int pastText(String source, int at) {
    if (source.startsWith("\"\"\"", at)) {
      return source.indexOf("\"\"\"", at + 3) + 3;
    }
    if (source.charAt(at) != '"') {
      return at;
    }
    int end = at + 1;
    while (source.charAt(end) != '"') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }
}
