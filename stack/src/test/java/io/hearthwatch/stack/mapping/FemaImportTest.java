package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed mapping on the published disasters; sums by state are held by FemaIT. */
class FemaImportTest {

  private static final String DECLARATIONS =
      """
      disasterNumber,stateCode,incidentType
      1,TX,Hurricane
      2,AZ,Locusts
      3,FL,Flood
      """;

  private static final String SUMMARY_COLUMNS =
      "disasterNumber,totalNumberIaApproved,totalAmountIhpApproved,iaLoadDate,lastRefresh\n";

  private static final String DATES = ",2023-10-09T00:00:00.000Z,2023-10-09T05:42:34.457Z\n";

  @TempDir private Path folder;

  private MappedFiles files() {
    return new MappedFiles(folder).mapping(Repository.root().resolve("mappings/fema.yaml"));
  }

  @Test
  void eachDisasterWithAssistanceIsOneReport() {
    MappedFiles files = files().given(Repository.sharedData("fema"));
    ImportResult result = files.run();
    assertThat(files.report()).isEmpty();
    assertThat(result.repeatedIds()).isZero();
    Map<String, Integer> types = new TreeMap<>();
    for (HouseholdEvent event : files.sink.events) {
      types.merge(((DisasterReported) event.body()).disasterType(), 1, Integer::sum);
    }
    // Counted in the files: severe storms, epidemics, tornadoes, 2 others and a volcano are other.
    assertThat(types)
        .isEqualTo(
            Map.of(
                "other", 252 + 56 + 18 + 2 + 1,
                "typhoon", 92 + 9,
                "flood", 56 + 1,
                "fire", 21,
                "earthquake", 9,
                "snow", 4 + 1,
                "landslide", 1));
    assertThat(files.sink.events)
        .extracting(event -> LocalDate.ofEpochDay(event.occurredOn()))
        .containsOnly(LocalDate.of(2023, 10, 9));
  }

  @Test
  void aTribeIsCountedInTheStateInWhichItLies() {
    MappedFiles files = files().given(Repository.sharedData("fema"));
    files.run();
    HouseholdEvent seminole =
        files.sink.events.stream()
            .filter(event -> event.householdId().endsWith(".4341"))
            .findFirst()
            .orElseThrow();
    assertThat(seminole.householdId()).isEqualTo("fema.FL.4341");
    assertThat(seminole.registeredRegion()).isEqualTo("US.FL");
    assertThat(seminole.source()).isEqualTo("emergency");
    assertThat(seminole.reportedAt())
        .isEqualTo(Instant.parse("2023-10-09T05:42:34.457Z").toEpochMilli());
    assertThat(seminole.body())
        .isEqualTo(new DisasterReported("fema-4341", "typhoon", 0, 0, 3, 0, 0, 967_492, 0));
  }

  @Test
  void whatTheMappingDoesNotKnowComesIntoTheReport() {
    MappedFiles files =
        files()
            .beside("FemaWebDisasterDeclarations.csv", DECLARATIONS)
            .input(
                "FemaWebDisasterSummaries.csv",
                SUMMARY_COLUMNS
                    + ("1,5,7.5" + DATES)
                    + ("2,5,7.5" + DATES)
                    + ("3,5," + DATES)
                    + ("4,5,7.5" + DATES)
                    + ("4,," + DATES));
    files.run();
    assertThat(files.sink.events).extracting(HouseholdEvent::householdId).containsOnly("fema.TX.1");
    assertThat(files.report())
        .satisfiesExactly(
            word -> assertThat(word).contains("csv,3,").contains("disasterType is missing"),
            amount -> assertThat(amount).contains("csv,4,").contains("fundsFen"),
            undeclared -> assertThat(undeclared).contains("csv,5,").contains("'declarations'"));
  }
}
