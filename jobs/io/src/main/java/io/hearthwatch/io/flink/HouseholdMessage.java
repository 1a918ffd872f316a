package io.hearthwatch.io.flink;

import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.household.HouseholdEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What flows towards the households: events, questions, and refusals that turn off at once. */
public sealed interface HouseholdMessage {

  /** Watermarks ignore this timestamp. */
  long NO_TIMESTAMP = Long.MIN_VALUE;

  /**
   * An event that was admitted.
   *
   * @param newest the same in the newest contract, so that nobody has to write it again
   */
  record OfEvent(HouseholdEvent event, byte[] newest) implements HouseholdMessage {
    @Override
    public String householdId() {
      return event.householdId();
    }

    @Override
    public long timestamp() {
      return event.reportedAt();
    }
  }

  /** An event whose id belongs to another household. It carries no time: the event itself does. */
  record OfMisfiled(HouseholdEvent event) implements HouseholdMessage {
    @Override
    public String householdId() {
      return event.householdId();
    }
  }

  /** What another household tells of a person of this one. It carries no time either. */
  record OfElsewhere(String householdId, HouseholdEvent event) implements HouseholdMessage {}

  /** A question about a household. */
  record OfInquiry(String householdId, Cause.Inquiry inquiry) implements HouseholdMessage {}

  /** A record that was refused, as its dead letter; it belongs to no household. */
  record Refused(byte[] deadLetter) implements HouseholdMessage {
    @Override
    public String householdId() {
      throw new IllegalStateException("a refusal belongs to no household");
    }
  }

  /** The key. */
  String householdId();

  /** Event time in epoch milliseconds, or {@link #NO_TIMESTAMP}. */
  default long timestamp() {
    return NO_TIMESTAMP;
  }

  /** How it is serialized between tasks. */
  static TypeInformation<HouseholdMessage> typeInformation() {
    return new OneSerializerType<>(HouseholdMessage.class, new HouseholdMessageSerializer());
  }
}
