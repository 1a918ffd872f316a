package io.hearthwatch.io.event;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;

/**
 * What bytes turned out to be: an event, or a refusal with its reason.
 *
 * @param event null where it was refused
 * @param newest the event in the newest contract, which are the bytes themselves unless they were
 *     older; null where it was refused
 * @param refusal null where it was not
 * @param detail what exactly was wrong, without any value that could be personal; empty for an
 *     event
 */
public record Decoded(HouseholdEvent event, byte[] newest, Refusal refusal, String detail) {

  public static Decoded of(HouseholdEvent event, byte[] newest) {
    return new Decoded(event, newest, null, "");
  }

  public static Decoded refused(Refusal refusal, String detail) {
    return new Decoded(null, null, refusal, detail);
  }
}
