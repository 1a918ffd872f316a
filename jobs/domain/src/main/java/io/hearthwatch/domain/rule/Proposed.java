package io.hearthwatch.domain.rule;

import java.util.List;
import java.util.Optional;

/**
 * What the figures of a household say about its class.
 *
 * @param proposal the first class whose conditions hold, if any does
 * @param notAssessable the classes before it that need something unknown
 */
public record Proposed(
    Optional<ClassProposal> proposal, List<Assessment.Unassessed> notAssessable) {

  public Proposed {
    notAssessable = List.copyOf(notAssessable);
  }
}
