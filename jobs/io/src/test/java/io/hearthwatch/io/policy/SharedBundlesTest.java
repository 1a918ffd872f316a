package io.hearthwatch.io.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.policy.WorkingDays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedBundlesTest {

  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void whatWasReadIsNotReadAgain() {
    PolicyBundle first = SharedBundles.of(key("once", "read"), this::reading);
    assertThat(SharedBundles.of(key("once", "read"), this::reading)).isSameAs(first);
    assertThat(readings).hasValue(1);
  }

  /** A bundle that nobody has checked is not taken for a checked one. */
  @Test
  void howItWasReadMakesADifference() {
    SharedBundles.of(key("two ways", "read"), this::reading);
    SharedBundles.of(key("two ways", "checked for 36 months"), this::reading);
    assertThat(readings).hasValue(2);
  }

  @Test
  void aRefusalIsHeardByEverybody() {
    for (int task = 0; task < 2; task++) {
      assertThatThrownBy(
              () ->
                  SharedBundles.of(
                      key("wrong", "read"),
                      () -> {
                        throw new IllegalArgumentException("wrong");
                      }))
          .hasMessage("wrong");
    }
  }

  /** A job that is told a thousand bundles in its life does not keep them all. */
  @Test
  void onlyTheLastAreKept() {
    for (int bundle = 0; bundle < 5; bundle++) {
      SharedBundles.of(key("bundle " + bundle, "read"), this::reading);
    }
    SharedBundles.of(key("bundle 4", "read"), this::reading);
    assertThat(readings).hasValue(5);
    SharedBundles.of(key("bundle 0", "read"), this::reading);
    assertThat(readings).hasValue(6);
  }

  private static SharedBundles.Key key(String version, String how) {
    return new SharedBundles.Key(version, "li", "why", how);
  }

  private PolicyBundle reading() {
    return new PolicyBundle(
        "read " + readings.incrementAndGet(),
        "li",
        "why",
        Map.of(),
        List.of(),
        new WorkingDays(Set.of(), Set.of()));
  }
}
