package io.hearthwatch.domain.household;

/**
 * What an event says. Each body describes its fields once, in the order of its contract; state, the
 * wire, the content hash and answers to people are all written from that one description.
 */
public interface EventBody {

  /** The type of this body. */
  EventType type();

  /** Writes the fields in the order of the contract. */
  void write(FieldWriter out);
}
