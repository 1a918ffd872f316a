package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.mapping.EventSink;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends events to the topics of their sources, in order for each household. */
public final class EventPublisher implements EventSink {

  private final Producer<byte[], byte[]> producer;
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final Acceptance acceptance = new Acceptance("events", "import");

  public EventPublisher(StackAddresses at) {
    this(Clients.producer(at));
  }

  /** Through a producer, which is closed with this. */
  public EventPublisher(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void accept(HouseholdEvent event) {
    send(
        new ProducerRecord<>(
            Topics.events(event.source()), utf8(event.householdId()), codec.encode(event)));
  }

  @Override
  public void complete(String source, String regionPrefix, int completeThroughEpochDay) {
    flush(); // the events first: then what it says is true
    Completeness said =
        new Completeness(source, regionPrefix, LocalDate.ofEpochDay(completeThroughEpochDay));
    send(
        new ProducerRecord<>(
            Topics.CONTROL,
            utf8("complete/" + source + "/" + regionPrefix),
            control.encode(new ControlRecord(said))));
  }

  @Override
  public void flush() {
    producer.flush();
    acceptance.check();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    acceptance.check();
    producer.send(record, acceptance);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
