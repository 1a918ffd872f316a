package io.hearthwatch.cli.real;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/**
 * What a bad day sends: good events, repeated ones, corrections and every kind of bad record, by a
 * seed; and what must come of them.
 */
final class MixedRecords {

  private static final String SOURCE = "finance";

  /** How many good events are remembered, to be repeated, corrected or contradicted. */
  private static final int REMEMBERED = 1_000;

  private static final int PARTITIONS =
      Topics.all().stream()
          .filter(topic -> topic.name().equals(Topics.events(SOURCE)))
          .findFirst()
          .orElseThrow()
          .partitions();

  private static final long HOUR_MS = 3_600_000L;

  private final Random random;
  private final int households;
  private final Instant now = Instant.now();
  private final HouseholdEventCodec codec = new HouseholdEventCodec();
  private final SingleObject<io.hearthwatch.wire.HouseholdEvent> wire =
      new SingleObject<>(io.hearthwatch.wire.HouseholdEvent.class);
  private final List<HouseholdEvent> remembered = new ArrayList<>();
  private final Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
  private final Set<String> tombstones = new HashSet<>();
  private long lines;

  MixedRecords(long seed, int households) {
    random = new Random(seed);
    this.households = households;
  }

  /** Different events that must be in the ledgers at the end. */
  long lines() {
    return lines;
  }

  /** Records that must be in the dead letters at the end. */
  Map<Refusal, Long> refused() {
    return refused;
  }

  /** The next record. */
  ProducerRecord<byte[], byte[]> next() {
    int chance = random.nextInt(100);
    if (remembered.isEmpty() || chance < 65) {
      return record(good("household-" + random.nextInt(households)));
    } else if (chance < 75) {
      return record(any());
    } else if (chance < 80) {
      HouseholdEvent before = any();
      return record(version(before, before.personId(), 1 + random.nextInt(5)));
    }
    return bad();
  }

  /** Another line for one household, or one more that it has no room for. */
  ProducerRecord<byte[], byte[]> oneMore(String household, boolean fits) {
    if (fits) {
      return record(good(household));
    }
    count(Refusal.HOUSEHOLD_FULL);
    return record(event(household));
  }

  private ProducerRecord<byte[], byte[]> bad() {
    switch (random.nextInt(12)) {
      case 0:
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        if (noise.length > 0) {
          noise[0] = 0; // never the marker of a single object
        }
        return bad(Refusal.GARBAGE, noise);
      case 1:
        byte[] bytes = codec.encode(fresh());
        bytes[2]++; // within the fingerprint of the schema
        return bad(Refusal.UNKNOWN_SCHEMA, bytes);
      case 2:
        return bad(Refusal.NO_HOUSEHOLD, changed(event -> event.setHouseholdId("")));
      case 3:
        long amount = random.nextBoolean() ? -1 : Long.MAX_VALUE;
        return bad(Refusal.BAD_FIELD, changed(event -> expense(event).setGrossFen(amount)));
      case 4:
        return bad(
            Refusal.FUTURE,
            changed(event -> event.setReportedAt(Instant.parse("2099-01-01T00:00:00Z"))));
      case 5:
        return bad(Refusal.FUTURE, changed(event -> event.setOccurredOn(LocalDate.of(2099, 1, 1))));
      case 6:
        return bad(
            Refusal.TOO_OLD, changed(event -> event.setOccurredOn(LocalDate.of(2001, 1, 1))));
      case 7:
        return bad(Refusal.WRONG_TOPIC, changed(event -> event.setSource("housing")));
      case 8:
        return bad(
            Refusal.WRONG_SOURCE,
            changed(event -> event.setBody(new io.hearthwatch.wire.MemberDied("other"))));
      case 9:
        return bad(
            Refusal.TOO_LARGE,
            new byte[HouseholdEventCodec.MAX_RECORD_BYTES + 1 + random.nextInt(1000)]);
      case 10:
        HouseholdEvent before = any();
        count(Refusal.IDENTITY_CHANGED);
        // A revision of its own, so that no two of them are the same record.
        return record(version(before, "somebody-else", 1_000 + random.nextInt(1_000_000_000)));
      default:
        return misfiled(any());
    }
  }

  /** A version that names another household: what it would have put there is a tombstone. */
  private ProducerRecord<byte[], byte[]> misfiled(HouseholdEvent event) {
    count(Refusal.IDENTITY_CHANGED);
    String other = neighbour(event.householdId());
    if (tombstones.add(event.eventId() + other)) {
      lines++;
    }
    return record(version(event, other, "person-of-" + other, 1 + random.nextInt(5)));
  }

  /**
   * Another household in the same partition: so the right one is sure to be read first, for the
   * first that is named keeps the event.
   */
  private String neighbour(String household) {
    while (true) {
      String other = "household-" + random.nextInt(households);
      if (!other.equals(household) && partition(other) == partition(household)) {
        return other;
      }
    }
  }

  private static int partition(String household) {
    return Utils.toPositive(Utils.murmur2(utf8(household))) % PARTITIONS;
  }

  private ProducerRecord<byte[], byte[]> bad(Refusal refusal, byte[] value) {
    count(refusal);
    byte[] key = utf8("household-" + random.nextInt(households));
    return new ProducerRecord<>(Topics.events(SOURCE), key, value);
  }

  private void count(Refusal refusal) {
    refused.merge(refusal, 1L, Long::sum);
  }

  private HouseholdEvent good(String household) {
    HouseholdEvent event = event(household);
    lines++;
    if (remembered.size() < REMEMBERED) {
      remembered.add(event);
    } else {
      remembered.set(random.nextInt(REMEMBERED), event);
    }
    return event;
  }

  private HouseholdEvent fresh() {
    return event("household-" + random.nextInt(households));
  }

  private HouseholdEvent any() {
    return remembered.get(random.nextInt(remembered.size()));
  }

  private HouseholdEvent event(String household) {
    long reportedAt = now.toEpochMilli() - random.nextInt(1_000) * HOUR_MS;
    return new HouseholdEvent(
        EventId.of(new UUID(random.nextLong(), random.nextLong())),
        EventKind.NOTIFY,
        0,
        SOURCE,
        household,
        "person-of-" + household,
        "CN.440106",
        null,
        (int) (reportedAt / (24 * HOUR_MS)) - 1 - random.nextInt(300),
        reportedAt,
        new ExpenseIncurred("medical", random.nextInt(100_000), 0, 0, 0, 0, 0, 0));
  }

  private static HouseholdEvent version(HouseholdEvent event, String person, int revision) {
    return version(event, event.householdId(), person, revision);
  }

  private static HouseholdEvent version(
      HouseholdEvent event, String household, String person, int revision) {
    return new HouseholdEvent(
        event.eventId(),
        EventKind.CORRECT,
        revision,
        event.source(),
        household,
        person,
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt(),
        event.body());
  }

  /** A good event of which one thing was changed behind the back of the domain. */
  private byte[] changed(Consumer<io.hearthwatch.wire.HouseholdEvent> change) {
    try {
      io.hearthwatch.wire.HouseholdEvent event = wire.decode(codec.encode(fresh()));
      change.accept(event);
      return wire.encode(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static io.hearthwatch.wire.ExpenseIncurred expense(
      io.hearthwatch.wire.HouseholdEvent event) {
    return (io.hearthwatch.wire.ExpenseIncurred) event.getBody();
  }

  private ProducerRecord<byte[], byte[]> record(HouseholdEvent event) {
    return new ProducerRecord<>(
        Topics.events(SOURCE), utf8(event.householdId()), codec.encode(event));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
