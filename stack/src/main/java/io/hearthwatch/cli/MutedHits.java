package io.hearthwatch.cli;

import io.hearthwatch.wire.Hit;
import io.hearthwatch.wire.HouseholdAnswer;
import io.hearthwatch.wire.MutedHit;
import java.util.Optional;

/** Which hits of an answer are muted. */
final class MutedHits {

  private MutedHits() {}

  /** By which visit a hit is muted and through which day; empty where it is not. */
  static Optional<MutedHit> of(Hit hit, HouseholdAnswer answer) {
    return answer.getMuted().stream()
        .filter(muted -> muted.getRuleId().equals(hit.getRuleId()))
        .filter(muted -> muted.getSubject().equals(hit.getSubject()))
        .findFirst();
  }
}
