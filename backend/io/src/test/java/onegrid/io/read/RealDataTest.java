package onegrid.io.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import onegrid.geo.LocalFrame;
import onegrid.io.intake.LayerIntake;
import onegrid.io.intake.TablePlace;
import onegrid.io.table.FeatureTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers that real departments drew, where they lie beside the project; skipped where not. */
class RealDataTest {
  private static final Path DATA = Path.of("../../../shared/data/merge");

  @ParameterizedTest
  @CsvSource({
    "nyc/census_tract_2010.geojson, geoid, 2167, 32618",
    "nyc/neighborhood_tabulation_area_2010.geojson, nta2010, 195, 32618",
    "nyc/community_district.geojson, boro_cd, 59, 32618",
    "nyc/council_district.geojson, district_number, 51, 32618",
    "nyc/borough.geojson, borough_code, 5, 32618",
    "DenverCo_precincts2016_orig.zip, NAMELSAD, 346, 32613",
    "DenverCo_precincts2018_orig.zip, VTDST, 356, 32613",
    "precincts.zip, NAME, 59, 32619",
    "districts.zip, id, 15, 32619",
    "mapshaper/i_166/e_merc.shp, POSTAL, 1, 32618"
  })
  void realLayersAreRead(String file, String codeField, int cells, int epsg) {
    Path path = DATA.resolve(file);
    if (!Files.exists(path)) {
      System.out.println("skipped, not here: " + path);
    }
    assumeTrue(Files.exists(path), "not here: " + path);
    FeatureTable table = FeatureFiles.read(path);
    TablePlace place = TablePlace.settle(table, Optional.empty());
    LayerIntake intake = LayerIntake.take(place, "x", Optional.of(codeField), place.gate());
    assertEquals(cells, intake.layer().cells().size());
    assertEquals(new LocalFrame(epsg), intake.layer().frame());
  }
}
