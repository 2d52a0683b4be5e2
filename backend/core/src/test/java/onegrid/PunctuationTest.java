package onegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Chinese words are written with Chinese marks, in Java and in the page. */
class PunctuationTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  /** A half-width mark beside a Chinese letter or mark, inside quotes. */
  private static final Pattern HALF_WIDTH =
      Pattern.compile(
          "(\"[^\"]*|'[^']*)([\\p{IsHan}\uFF09\u201D][,;:!?(]|[,;:!?)][\\p{IsHan}\uFF08\u201C])");

  /** Marks that files may be written with, and what is matched rather than said. */
  private static final Pattern MATCHED = Pattern.compile("Pattern\\.compile|split\\(");

  @Test
  void noWordIsSaidWithHalfWidthMarks() throws IOException {
    Set<String> found = new TreeSet<>();
    for (String module : List.of("gis-data", "backend", "map-ui")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        for (Path file : files.filter(PunctuationTest::isWritten).toList()) {
          List<String> lines = Files.readAllLines(file);
          for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isSaid(line) && HALF_WIDTH.matcher(line).find()) {
              found.add(ROOT.relativize(file) + ":" + (i + 1) + " " + line.strip());
            }
          }
        }
      }
    }
    assertEquals(Set.of(), found);
  }

  private static boolean isWritten(Path file) {
    String path = file.toString();
    return path.contains("/src/main/")
        && !path.contains("/vendor/")
        && (path.endsWith(".java") || path.endsWith(".js"));
  }

  private static boolean isSaid(String line) {
    String text = line.strip();
    return !text.startsWith("*") && !text.startsWith("//") && !MATCHED.matcher(line).find();
  }
}
