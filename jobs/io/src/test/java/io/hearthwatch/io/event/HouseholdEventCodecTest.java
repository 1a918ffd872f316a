package io.hearthwatch.io.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Refusal;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseholdEventCodecTest {

  private static final Schema CONTRACT = io.hearthwatch.wire.HouseholdEvent.getClassSchema();

  private final HouseholdEventCodec codec = new HouseholdEventCodec();

  @ParameterizedTest
  @EnumSource(EventType.class)
  void whatIsWrittenIsRead(EventType type) {
    for (boolean optional : new boolean[] {false, true}) {
      HouseholdEvent event = event(type, optional);
      assertThat(codec.decode(codec.encode(event)).event()).isEqualTo(event);
    }
  }

  /** Avro itself, by the contract, must find every field under the name that the body gives it. */
  @ParameterizedTest
  @EnumSource(EventType.class)
  void avroReadsTheSameFieldsByTheContract(EventType type) throws IOException {
    HouseholdEvent event = event(type, true);
    GenericRecord read =
        new BinaryMessageDecoder<GenericRecord>(GenericData.get(), CONTRACT)
            .decode(codec.encode(event));
    assertThat(read.get("householdId")).hasToString(event.householdId());
    assertThat(read.get("personId")).hasToString(event.personId());
    assertThat(read.get("occurredOn")).hasToString(String.valueOf(event.occurredOn()));
    assertThat(read.get("kind")).hasToString(event.kind().name());
    assertThat(values((GenericRecord) read.get("body"))).isEqualTo(values(event.body()));
  }

  @Test
  void garbageIsRefusedWithAReason() {
    assertRefused(null, Refusal.GARBAGE);
    assertRefused(new byte[0], Refusal.GARBAGE);
    assertRefused(
        "not avro at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), Refusal.GARBAGE);
    assertRefused(new byte[HouseholdEventCodec.MAX_RECORD_BYTES + 1], Refusal.TOO_LARGE);
    byte[] otherSchema = codec.encode(event(EventType.DIAGNOSIS_MADE, false));
    otherSchema[5] ^= 1;
    assertRefused(otherSchema, Refusal.UNKNOWN_SCHEMA);
    byte[] good = codec.encode(event(EventType.DIAGNOSIS_MADE, false));
    assertRefused(Arrays.copyOf(good, good.length - 1), Refusal.GARBAGE);
    assertRefused(Arrays.copyOf(good, good.length + 1), Refusal.GARBAGE);
  }

  /** The detail of a refusal goes into the dead letter: it must not repeat what somebody paid. */
  @Test
  void moreCoveredThanBilledIsRefusedWithoutTheAmounts() {
    long grossFen = 777_777_777;
    byte[] record =
        codec.encode(
            new HouseholdEvent(
                new EventId(1, 2),
                EventKind.NOTIFY,
                0,
                "medical-insurance",
                "h-1",
                null,
                "110101",
                null,
                19_800,
                19_800L * 86_400_000,
                new ExpenseIncurred("medical", grossFen, grossFen, 0, 0, 0, 0, 0)));
    // The bill is the first of the two amounts: its lowest 7 bits, of the zigzag number, become 0.
    for (int i = 0; i < record.length; i++) {
      if (record[i] == (byte) (grossFen * 2 & 0x7F | 0x80) && record[i + 1] != 0) {
        record[i] = (byte) 0x80;
        break;
      }
    }
    Decoded decoded = codec.decode(record);
    assertThat(decoded.refusal()).isEqualTo(Refusal.BAD_FIELD);
    assertThat(decoded.detail()).isEqualTo("what others covered is more than the bill");
  }

  /** The empty date of a spreadsheet; for ever is meant by a date far ahead. */
  @Test
  void aDayBeforeThoseOfEventsIsRefused() {
    int first = (int) LocalDate.parse("1900-01-01").toEpochDay();
    assertRefused(codec.encode(validThrough(first - 1)), Refusal.BAD_FIELD);
    assertRefused(codec.encode(validThrough(Integer.MIN_VALUE)), Refusal.BAD_FIELD);
    for (int day : new int[] {first, (int) LocalDate.parse("9999-12-31").toEpochDay()}) {
      assertThat(codec.decode(codec.encode(validThrough(day))).event())
          .isEqualTo(validThrough(day));
    }
  }

  private static HouseholdEvent validThrough(int day) {
    return new HouseholdEvent(
        new EventId(1, 2),
        EventKind.NOTIFY,
        0,
        "civil-affairs",
        "h-1",
        null,
        "110101",
        null,
        19_800,
        19_800L * 86_400_000,
        new ClassRecognised("dibao", null, day));
  }

  /** Whatever single byte is broken, the codec answers and nothing is thrown. */
  @Test
  void aBrokenByteNeverThrows() {
    SplittableRandom random = new SplittableRandom(1);
    for (EventType type : EventType.values()) {
      byte[] good = codec.encode(event(type, true));
      for (int i = 0; i < good.length; i++) {
        byte[] broken = good.clone();
        broken[i] = (byte) random.nextInt(256);
        assertThat(codec.decode(broken)).isNotNull();
      }
    }
  }

  private void assertRefused(byte[] bytes, Refusal reason) {
    assertThat(codec.decode(bytes).refusal()).isEqualTo(reason);
  }

  static HouseholdEvent event(EventType type, boolean optional) {
    return new HouseholdEvent(
        new EventId(0x0123456789abcdefL, -2L),
        EventKind.CORRECT,
        3,
        "civil-affairs",
        "household-1",
        optional ? "person-1" : null,
        "360733",
        optional ? "360734" : null,
        19_500,
        1_684_800_000_000L,
        type.read(new Samples(type, optional)));
  }

  private static Map<String, String> values(GenericRecord record) {
    Map<String, String> values = new LinkedHashMap<>();
    record
        .getSchema()
        .getFields()
        .forEach(field -> values.put(field.name(), String.valueOf(record.get(field.name()))));
    return values;
  }

  private static Map<String, String> values(EventBody body) {
    Map<String, String> values = new LinkedHashMap<>();
    body.write(
        new FieldWriter() {
          @Override
          public void number(String name, long value) {
            values.put(name, String.valueOf(value));
          }

          @Override
          public void month(String name, Month value) {
            values.put(name, String.valueOf(value.number()));
          }

          @Override
          public void flag(String name, boolean value) {
            values.put(name, String.valueOf(value));
          }

          @Override
          public void text(String name, String value) {
            values.put(name, value);
          }

          @Override
          public void optionalText(String name, String value) {
            values.put(name, value);
          }

          @Override
          public void optionalDay(String name, Integer value) {
            values.put(name, String.valueOf(value));
          }
        });
    return values;
  }

  /** Different values for different fields, small enough for every check. */
  private static final class Samples implements FieldReader {
    private final EventType type;
    private final boolean optional;
    private int count;

    Samples(EventType type, boolean optional) {
      this.type = type;
      this.optional = optional;
    }

    @Override
    public long number() {
      count++;
      return type == EventType.EXPENSE_INCURRED && count == 2 ? 100 : Math.min(count, 4);
    }

    @Override
    public Month month() {
      return Month.ofNumber(202301 + count++);
    }

    @Override
    public boolean flag() {
      return count++ % 2 == 0;
    }

    @Override
    public String text() {
      return "text-" + count++;
    }

    @Override
    public String optionalText() {
      return optional ? text() : null;
    }

    @Override
    public Integer optionalDay() {
      return optional ? 19_000 + count++ : null;
    }
  }
}
