package onegrid.store;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The drawing of the store: core below it, nothing of the web above it. */
class ArchitectureTest {
  private static final JavaClasses STORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("onegrid.store");

  @Test
  void theStoreKnowsCoreAndTheDatabase() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "onegrid.store..",
            "onegrid.finding..",
            "onegrid.merge..",
            "onegrid.mosaic..",
            "java..",
            "javax.sql..",
            "org.locationtech.jts..",
            "org.jspecify..",
            "org.postgresql..",
            "net.postgis..",
            "org.flywaydb..",
            "org.springframework.jdbc..",
            "org.springframework.dao..",
            "org.springframework.transaction..")
        .check(STORE);
  }

  @Test
  void everySqlGoesThroughTheDatabase() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Database")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java.sql.(Connection|Statement|PreparedStatement)")
        .check(STORE);
  }
}
