package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardshipTruthTest {

  @TempDir private Path folder;

  /** The last fate of that kind before the hardship: not one of another kind, nor a later one. */
  @Test
  void findsTheFateThatAHardshipCameFrom() throws Exception {
    Files.writeString(
        folder.resolve("hardships.csv"),
        """
        household,county,cause,since,until
        h-1,360823,illness,2023-05-31,2023-09-30
        h-1,360823,illness,2023-12-31,
        h-2,360823,poverty,2023-05-31,
        """);
    Files.writeString(
        folder.resolve("fates.csv"),
        """
        household,person,fate,day
        h-1,p-1,illness,2023-01-10
        h-1,p-1,death,2023-05-20
        h-1,p-2,illness,2023-04-02
        h-1,p-2,illness,2024-01-02
        h-2,p-3,illness,2023-04-02
        """);
    LocalDate april = LocalDate.of(2023, 4, 2);
    assertThat(new HardshipTruth(folder).hardships())
        .containsExactly(
            new Quality.Hardship(
                "h-1", "illness", april, LocalDate.of(2023, 5, 31), LocalDate.of(2023, 9, 30)),
            new Quality.Hardship("h-1", "illness", april, LocalDate.of(2023, 12, 31), null),
            new Quality.Hardship("h-2", "poverty", null, LocalDate.of(2023, 5, 31), null));
  }
}
