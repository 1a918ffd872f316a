package io.hearthwatch.stack.whatif;

import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.wire.PolicyBundle;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked.
 *
 * @param before the old policies
 * @param after the new ones, checked
 * @param asOf dates, ascending; the last one is the one that is asked for
 * @param retention civil dates and how long happenings are kept, as the live job has them
 * @param parallelism how many slots it may take
 * @param kafka bootstrap servers as the cluster reaches them
 */
public record WhatIfRequest(
    PolicyBundle before,
    PolicyBundle after,
    List<LocalDate> asOf,
    Retention retention,
    int parallelism,
    String kafka) {

  public WhatIfRequest {
    asOf = List.copyOf(asOf);
  }
}
