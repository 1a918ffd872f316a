package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.io.flink.Collected;
import io.hearthwatch.io.flink.TestSources;
import io.hearthwatch.io.flink.Watermarks;
import io.hearthwatch.io.policy.BundleArgument;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole what-if at parallelism 2, between sources and a sink of the test, as it runs: random
 * nations, whose events come shuffled and some of them twice. It says what the step and the rules
 * say of one household after the other.
 */
class WhatIfJobTest {

  private static final int SEEDS_IN_THE_GATE = 2;
  private static final int SEEDS_IN_ALL = 10;
  private static final RiskCluster CLUSTER = new RiskCluster();

  @RegisterExtension private static final MiniClusterExtension FLINK = CLUSTER.extension();

  private static final io.hearthwatch.wire.PolicyBundle COMMITTED = bundle("", "");

  /** Half of the income becomes a fifth: rule M02 fires more often, and nothing else changes. */
  private static final io.hearthwatch.wire.PolicyBundle SHARE =
      bundle("value: 50", "value: 20", "parameters/medical-share-percent.yaml");

  /** Lines are halved everywhere: rules and classes follow, in both directions. */
  private static final io.hearthwatch.wire.PolicyBundle LINES =
      bundle(
          "value: [0-9]+",
          "value: 300",
          "parameters/dibao-line-rural.yaml",
          "parameters/dibao-line-urban.yaml");

  @Test
  void saysWhatTheStepSaysOfOneHouseholdAfterTheOther() throws Exception {
    check(SEEDS_IN_THE_GATE);
  }

  @Test
  @Tag("exhaustive")
  void saysSoOfManyNations() throws Exception {
    check(SEEDS_IN_ALL);
  }

  @Test
  void oldAgainstOldIsNoDifference() throws Exception {
    for (int seed = 1; seed <= SEEDS_IN_THE_GATE; seed++) {
      WhatIfNation nation = nation(seed);
      Set<String> said = run("same " + seed, nation, nation.nation().events(), COMMITTED);
      assertThat(said).isNotEmpty().allMatch(line -> line.contains(" total "));
    }
  }

  /** Red twin: the comparison sees the household that lost its events. */
  @Test
  void lostEventsWouldBeSeen() throws Exception {
    WhatIfNation nation = nation(1);
    Set<String> expected = nation.compared(read(COMMITTED), read(SHARE));
    String changed =
        expected.stream().filter(line -> line.contains("NEWLY_HIT")).findFirst().orElseThrow();
    String household = changed.split(" ")[1];
    List<HouseholdEvent> lossy = new ArrayList<>(nation.nation().events());
    lossy.removeIf(event -> event.householdId().equals(household));
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(run("lossy", nation, lossy, SHARE));
    assertThat(missing).contains(changed).hasSizeGreaterThan(1);
  }

  private static void check(int seeds) throws Exception {
    for (int seed = 1; seed <= seeds; seed++) {
      WhatIfNation nation = nation(seed);
      for (io.hearthwatch.wire.PolicyBundle changed : List.of(SHARE, LINES)) {
        String run = seeds + " seeds, seed " + seed + ", " + changed.getVersion();
        Set<String> expected = nation.compared(read(COMMITTED), read(changed));
        List<HouseholdEvent> events = disorder(nation.nation().events(), new Random(seed));
        assertThat(run(run, nation, events, changed)).as(run).isEqualTo(expected);
        long differences = expected.stream().filter(line -> !line.contains(" total ")).count();
        System.out.printf("%s: %d differences%n", run, differences);
        assertThat(differences).as("differences that could have been missed").isPositive();
      }
    }
  }

  private static List<HouseholdEvent> disorder(List<HouseholdEvent> events, Random random) {
    List<HouseholdEvent> disorder = new ArrayList<>(events);
    events.stream().filter(event -> random.nextInt(5) == 0).forEach(disorder::add); // said twice
    Collections.shuffle(disorder, random);
    return disorder;
  }

  private static WhatIfNation nation(int seed) {
    RiskNation nation = RiskNation.of(seed);
    int closing = (int) nation.nation().closing().toEpochDay();
    return new WhatIfNation(nation, List.of(closing - 100, closing));
  }

  private static Set<String> run(
      String run,
      WhatIfNation nation,
      List<HouseholdEvent> events,
      io.hearthwatch.wire.PolicyBundle after)
      throws Exception {
    Configuration configuration = RiskCluster.strict();
    WhatIfMain.configure(configuration);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    env.setParallelism(RiskCluster.PARALLELISM);
    Collected results = new Collected("what-if/" + run);
    WhatIfJob.build(
        env,
        TestSources.messages(events.stream().map(RiskFixtures::message).toList(), 0, OPEN),
        Watermarks.reported(Duration.ZERO, Duration.ofSeconds(1)),
        TestSources.control(nation.nation().control(), 0, OPEN),
        results,
        new WhatIfQuestion(
            "test", BundleArgument.of(COMMITTED), BundleArgument.of(after), nation.days()),
        RiskFixtures.RETENTION,
        true);
    env.execute(WhatIfJob.NAME);
    return WhatIfLines.of(results.values());
  }

  private static final String OPEN = "what-if";

  static {
    TestSources.open(OPEN);
  }

  private static PolicyBundle read(io.hearthwatch.wire.PolicyBundle bundle) {
    return PolicyBundleCodec.read(bundle);
  }

  /** The committed policies, with something else in some files. */
  private static io.hearthwatch.wire.PolicyBundle bundle(
      String text, String instead, String... files) {
    PolicyFiles committed = PolicyFiles.ofDirectory(Path.of("..", "..", "policies"));
    TreeMap<String, String> contents = new TreeMap<>(committed.contents());
    for (String file : files) {
      contents.compute(file, (path, content) -> content.replaceAll(text, instead));
    }
    return PolicyBundleCodec.toWire(PolicyFiles.of(contents), "test", "test", Instant.EPOCH);
  }
}
