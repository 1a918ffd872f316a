package io.hearthwatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.body.GrantApproved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Grants name policies that are published, under the programmes that rest on them. */
class NamedPolicyTest {

  private static final List<String> PROGRAMMES =
      List.of("dibao", "tekun", "temporary-relief", "medical-aid", "disaster-emergency", "charity");

  @Test
  void everyNamedPolicyIsAParameter() throws IOException {
    Set<String> named =
        PROGRAMMES.stream()
            .flatMap(programme -> Stream.of("urban", "rural").map(home -> of(programme, home)))
            .filter(key -> key != null)
            .collect(Collectors.toSet());
    assertThat(named)
        .containsExactlyInAnyOrder("dibao-line-urban", "dibao-line-rural", "temporary-relief-days")
        .allMatch(key -> Files.exists(Path.of("..", "policies", "parameters", key + ".yaml")));
  }

  @Test
  void dibaoIsGrantedByTheLineOfItsResidence() {
    Nation nation = StoriesTest.nation(1, 14, "36");
    assertThat(policyOfDibao(nation, Reclassified.ID)).containsExactly("dibao-line-urban");
    assertThat(policyOfDibao(nation, BigBills.ID)).containsExactly("dibao-line-rural");
  }

  private static List<String> policyOfDibao(Nation nation, String householdId) {
    return nation.stories().all().stream()
        .filter(event -> event.householdId().equals(householdId))
        .filter(event -> event.body() instanceof GrantApproved)
        .map(event -> (GrantApproved) event.body())
        .filter(grant -> grant.programme().equals("dibao"))
        .map(GrantApproved::policy)
        .toList();
  }

  private static String of(String programme, String residence) {
    return NamedPolicy.of(programme, "accident", residence);
  }
}
