package io.hearthwatch.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.page.OperationsPage;
import io.hearthwatch.io.policy.BundleArgument;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfOptionsTest {

  @Test
  void docsListTheOptions() throws Exception {
    assertThat(OperationsPage.tableUnder("## Options of what-if"))
        .isEqualTo(OperationsPage.rows(WhatIfOptions.ALL));
    assertThat(WhatIfOptions.ALL).isEqualTo(OperationsPage.declared(WhatIfOptions.class));
  }

  @Test
  void areReadOnce() throws Exception {
    ControlRecord record = new SingleObject<>(ControlRecord.class).decode(RiskFixtures.bundle());
    String bundle = BundleArgument.of((PolicyBundle) record.getBody());
    WhatIfOptions options =
        WhatIfOptions.of(
            Map.of(
                "request",
                "r",
                "before",
                bundle,
                "after",
                bundle,
                "as-of",
                "2023-11-30,2023-12-31"));
    assertThat(options.question().asOf())
        .containsExactly(
            (int) LocalDate.parse("2023-11-30").toEpochDay(),
            (int) LocalDate.parse("2023-12-31").toEpochDay());
    assertThat(options.retention()).isEqualTo(RiskFixtures.RETENTION);
    assertThat(options.eventHomes()).isTrue();
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertThatThrownBy(() -> WhatIfOptions.of(Map.of("after", "AAAA", "as-of", "today", "x", "y")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "--x is no option",
            "--request: is needed",
            "--before: is needed",
            "--after: ",
            "--as-of: ");
  }
}
