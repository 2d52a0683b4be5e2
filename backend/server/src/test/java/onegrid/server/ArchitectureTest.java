package onegrid.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

/** The drawing of the server: features side by side, standing on a few things they share. */
class ArchitectureTest {
  /** What features may use: refusals, the door, jobs, and the way between degrees and metres. */
  private static final Set<String> SHARED = Set.of("problem", "security", "job", "frame");

  private static final List<String> FEATURES =
      List.of(
          "session",
          "account",
          "audit",
          "workspace",
          "layer",
          "merge",
          "mosaic",
          "plan",
          "tile",
          "sample",
          "command");

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("onegrid.server");

  @Test
  void featuresDoNotKnowEachOther() {
    for (String feature : FEATURES) {
      String[] others =
          FEATURES.stream()
              .filter(other -> !other.equals(feature))
              .map(other -> "onegrid.server." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("onegrid.server." + feature + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(SERVER);
    }
  }

  @Test
  void sharedPackagesKnowNoFeature() {
    String[] features =
        FEATURES.stream().map(feature -> "onegrid.server." + feature + "..").toArray(String[]::new);
    for (String shared : SHARED) {
      noClasses()
          .that()
          .resideInAPackage("onegrid.server." + shared + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(features)
          .check(SERVER);
    }
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("onegrid.server.(*)..").should().beFreeOfCycles().check(SERVER);
  }

  @Test
  void controllersStayInTheirPackage() {
    classes()
        .that()
        .areAnnotatedWith(RestController.class)
        .should()
        .bePackagePrivate()
        .check(SERVER);
  }

  @Test
  void nothingWritesSqlOrReadsXmlHere() {
    String[] features =
        FEATURES.stream().map(feature -> "onegrid.server." + feature + "..").toArray(String[]::new);
    String[] banned =
        Stream.of("java.sql..", "javax.xml..", "org.springframework.jdbc.core..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(features)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(banned)
        .check(SERVER);
  }

  @Test
  void commandsStartWithoutSpring() {
    noClasses()
        .that()
        .resideInAPackage("onegrid.server.command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(SERVER);
  }

  /** Everything of ours that runs, in whatever module. */
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("onegrid");

  @Test
  void nothingFetchesFromElsewhere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net.http..",
            "org.springframework.web.client..",
            "org.springframework.web.reactive..")
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .check(PROGRAM);
  }

  @Test
  void xmlIsOpenedInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("SafeXml")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                .and(not(resideInAPackage("javax.xml.stream")))
                .or(nameMatching("javax\\.xml\\.stream\\.XML.*Factory")))
        .check(PROGRAM);
  }

  @Test
  void nothingTypedIsEverEvaluated() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.expression..", "javax.script..", "org.apache.commons.jxpath..")
        .check(PROGRAM);
  }

  @Test
  void sqlIsSpokenByTheStoreAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackages("onegrid.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc.core..")
        .check(PROGRAM);
  }
}
