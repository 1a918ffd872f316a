package io.hearthwatch.stack.broker;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Tick;
import io.hearthwatch.io.topic.Topics;
import io.hearthwatch.simulation.Departments;
import io.hearthwatch.simulation.Outlet;
import io.hearthwatch.stack.StackAddresses;
import io.hearthwatch.wire.Completeness;
import io.hearthwatch.wire.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * A simulated nation onto the topics of a stack. A partition is written by one lane only, so that
 * two runs of one seed write the same bytes in the same order into every partition.
 */
public final class SimulatedFeeds implements Outlet, Departments.Completeness, AutoCloseable {

  /** As {@link Topics} declares the topics of events. */
  private static final int PARTITIONS = Topics.EVENT_PARTITIONS;

  private final List<Lane> lanes = new ArrayList<>();
  private final Acceptance acceptance = new Acceptance("events", "simulate");
  private final SingleObject<ControlRecord> control = new SingleObject<>(ControlRecord.class);
  private final Map<String, Integer> saidThrough = new HashMap<>();

  /** What one thread writes with, and how much it wrote. */
  private record Lane(
      Producer<byte[], byte[]> producer, HouseholdEventCodec codec, LongAdder events) {}

  /**
   * Opens them.
   *
   * @param count of lanes, 1 to the number of partitions
   */
  public SimulatedFeeds(StackAddresses at, int count) {
    for (int i = 0; i < count; i++) {
      lanes.add(new Lane(Clients.producer(at), new HouseholdEventCodec(), new LongAdder()));
    }
  }

  @Override
  public int lanes() {
    return lanes.size();
  }

  @Override
  public int lane(String householdId) {
    return partition(utf8(householdId)) % lanes.size();
  }

  @Override
  public void tell(int lane, HouseholdEvent event) {
    acceptance.check();
    byte[] key = utf8(event.householdId());
    Lane to = lanes.get(lane);
    to.producer()
        .send(
            new ProducerRecord<>(
                Topics.events(event.source()), partition(key), key, to.codec().encode(event)),
            acceptance);
    to.events().increment();
  }

  /** How many events were sent. */
  public long events() {
    return lanes.stream().mapToLong(lane -> lane.events().sum()).sum();
  }

  @Override
  public void flush(int lane) {
    lanes.get(lane).producer().flush();
    acceptance.check();
  }

  /** Said once for each day that a source of a region has come further. */
  @Override
  public void complete(String source, String regionPrefix, int throughEpochDay) {
    String key = "complete/" + source + "/" + regionPrefix;
    Integer before = saidThrough.put(key, throughEpochDay);
    if (before == null || before < throughEpochDay) {
      LocalDate day = LocalDate.ofEpochDay(throughEpochDay);
      ControlRecord said = new ControlRecord(new Completeness(source, regionPrefix, day));
      lanes
          .get(0)
          .producer()
          .send(new ProducerRecord<>(Topics.CONTROL, utf8(key), control.encode(said)), acceptance);
    }
  }

  /** The clock of a simulated stack: it is so late now. */
  public void tick(long epochMs) {
    lanes
        .get(0)
        .producer()
        .send(new ProducerRecord<>(Topics.CLOCK, null, Tick.at(epochMs)), acceptance);
    flush(0);
  }

  @Override
  public void close() {
    lanes.forEach(lane -> lane.producer().close());
  }

  /** As Kafka's own producer chooses it, so that whoever sends by key meets the same partition. */
  private static int partition(byte[] key) {
    return Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
