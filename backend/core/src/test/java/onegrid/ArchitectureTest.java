package onegrid;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The drawing of core: rungs of packages, each using only the lower ones. */
class ArchitectureTest {
  private static final List<Set<String>> RUNGS =
      List.of(
          Set.of("finding", "geo"),
          Set.of("place"),
          Set.of("layer", "walk"),
          Set.of("mosaic", "reach"),
          Set.of("merge", "coverage"),
          Set.of("plan"),
          Set.of("allocation"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("onegrid");

  @Test
  void packagesUseOnlyLowerRungs() {
    for (JavaClass from : CORE) {
      from.getDirectDependenciesFromSelf()
          .forEach(
              use -> {
                JavaClass to = use.getTargetClass();
                if (to.getPackageName().startsWith("onegrid.")
                    && !to.getPackageName().equals(from.getPackageName())) {
                  assertTrue(rung(to) < rung(from), use.getDescription());
                }
              });
    }
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("onegrid.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void coreKnowsOnlyJtsAndJspecify() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("onegrid..", "java..", "org.locationtech.jts..", "org.jspecify..")
        .check(CORE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "java.net..")
        .check(CORE);
  }

  private static int rung(JavaClass c) {
    String name = c.getPackageName().substring("onegrid.".length());
    return IntStream.range(0, RUNGS.size())
        .filter(i -> RUNGS.get(i).contains(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("package on no rung: " + name));
  }
}
