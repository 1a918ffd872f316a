package io.hearthwatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void oneSeedIsOneNationToTheByte() {
    assertThat(fingerprint("--seed", "7")).isEqualTo(fingerprint("--seed", "7"));
    assertThat(fingerprint("--seed", "8")).isNotEqualTo(fingerprint("--seed", "7"));
    assertThat(fingerprint("--seed", "7", "--calm")).isNotEqualTo(fingerprint("--seed", "7"));
  }

  @Test
  void whatCannotBeSimulatedIsSaidInOneLine() {
    for (List<String> mistake :
        List.of(
            List.of("--households", "0"),
            List.of("--months", "37"),
            List.of("--from", "May"),
            List.of("--from", "2199-01"),
            List.of("--region", "99"),
            List.of("--flood", "3607"),
            List.of("--lost", "2"))) {
      err.getBuffer().setLength(0);
      assertThat(run(mistake)).as("%s", mistake).isEqualTo(1);
      assertThat(err.toString().strip().lines()).as("%s", mistake).hasSize(1);
      assertThat(err.toString()).startsWith("hearthwatch: ");
    }
  }

  private String fingerprint(String... more) {
    out.getBuffer().setLength(0);
    assertThat(run(List.of(more))).isZero();
    return out.toString().lines().findFirst().orElseThrow();
  }

  private int run(List<String> more) {
    List<String> words =
        new ArrayList<>(List.of("simulate", "--dry-run", "--households=500", "--months=3"));
    more.forEach(words::add);
    return Hearthwatch.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setOverwrittenOptionsAllowed(true)
        .execute(words.toArray(String[]::new));
  }
}
