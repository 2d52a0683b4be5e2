package onegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents name must exist: classes, packages, files. */
class DocumentsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]+[a-z][A-Za-z0-9]*");
  private static final Pattern PACKAGE = Pattern.compile("onegrid(\\.[a-z]+)+(\\.[A-Z]\\w+)?");
  private static final Pattern FILE =
      Pattern.compile("(backend|gis-data|map-ui|scripts)(/[\\w.-]+)*|[A-Z]+(\\.md)?");
  private static final Set<String> LICENCES = Set.of("NOTICE");

  @Test
  void whatIsNamedExists() throws IOException {
    Set<String> classes = sources();
    Set<String> missing = new TreeSet<>();
    for (Path document : documents()) {
      Matcher quoted = QUOTED.matcher(Files.readString(document));
      while (quoted.find()) {
        String name = quoted.group(1);
        if (!exists(name, classes)) {
          missing.add(ROOT.relativize(document) + ": " + name);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  private static boolean exists(String name, Set<String> classes) {
    if (PACKAGE.matcher(name).matches()) {
      String path = name.replace('.', '/');
      return classes.stream().anyMatch(c -> c.endsWith(path) || c.contains("/" + path + "/"));
    }
    if (CLASS.matcher(name).matches()) {
      return classes.stream().anyMatch(c -> c.endsWith("/" + name));
    }
    if (LICENCES.contains(name) || (FILE.matcher(name).matches() && name.contains("/"))) {
      return Files.exists(ROOT.resolve(name));
    }
    return true;
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> decisions = Files.list(ROOT.resolve("backend/decisions"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("backend/ARCHITECTURE.md")),
              decisions)
          .toList();
    }
  }

  /** All Java sources, without their ending, below any module. */
  private static Set<String> sources() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String module : List.of("gis-data", "backend")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        found.addAll(
            files
                .map(Path::toString)
                .filter(f -> f.endsWith(".java"))
                .map(f -> f.substring(0, f.length() - ".java".length()))
                .collect(Collectors.toSet()));
      }
    }
    return found;
  }
}
