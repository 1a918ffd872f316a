package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.stack.StackFailure;
import io.hearthwatch.stack.mapping.EventSink;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends events to the topics of their sources, in order for each household. */
public final class EventPublisher implements EventSink, AutoCloseable {

  private final Producer<byte[], byte[]> producer;
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public EventPublisher(StackAddresses at) {
    producer = Clients.producer(at);
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
    checkFailure();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(ProducerRecord<byte[], byte[]> record) {
    checkFailure();
    producer.send(
        record,
        (metadata, e) -> {
          if (e != null) {
            failure.compareAndSet(null, e);
          }
        });
  }

  private void checkFailure() {
    Exception e = failure.get();
    if (e != null) {
      throw new StackFailure(
          "The broker does not take events: "
              + e.getMessage()
              + "; look at `hearthwatch status`, then import again: twice changes nothing.");
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
