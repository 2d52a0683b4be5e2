package onegrid.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The drawing of io: readers and writers do not know each other, GeoTools stays behind the gate.
 */
class ArchitectureTest {
  private static final JavaClasses IO =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages("onegrid.io");

  @Test
  void eachPackageUsesOnlyThoseBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("refusal")
        .definedBy("onegrid.io")
        .layer("crs")
        .definedBy("onegrid.io.crs")
        .layer("table")
        .definedBy("onegrid.io.table")
        .layer("read")
        .definedBy("onegrid.io.read")
        .layer("intake")
        .definedBy("onegrid.io.intake")
        .layer("write")
        .definedBy("onegrid.io.write")
        .whereLayer("read")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("intake")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("write")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("table")
        .mayOnlyBeAccessedByLayers("read", "intake")
        .check(IO);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("onegrid.(**)").should().beFreeOfCycles().check(IO);
  }

  @Test
  void onlyTheGateKnowsGeoTools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("onegrid.io.crs")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.geotools..")
        .check(IO);
  }

  @Test
  void nothingOpensTheNetwork() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..").check(IO);
  }
}
