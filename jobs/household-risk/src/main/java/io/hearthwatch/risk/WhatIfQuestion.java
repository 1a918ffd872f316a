package io.hearthwatch.risk;

import java.io.Serializable;
import java.util.List;

/**
 * What is asked: two bundles, about all households, as of some dates.
 *
 * @param requestId stands on every result
 * @param before the old bundle, as {@link io.hearthwatch.io.policy.BundleArgument} writes it
 * @param after the new bundle, likewise
 * @param asOf epoch days
 */
public record WhatIfQuestion(String requestId, String before, String after, List<Integer> asOf)
    implements Serializable {

  public WhatIfQuestion {
    asOf = List.copyOf(asOf);
  }
}
