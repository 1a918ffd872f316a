package io.hearthwatch.stack.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.DisasterImpact;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSortTest {

  @TempDir private Path folder;

  private static HouseholdEvent event(int number, long reportedAt) {
    return new HouseholdEvent(
        new EventId(number, reportedAt),
        EventKind.NOTIFY,
        0,
        "finance",
        "h" + number,
        null,
        "CN",
        null,
        100,
        reportedAt,
        new IncomeReceived(Month.ofNumber(202401), "wage", number));
  }

  private List<HouseholdEvent> sorted(List<HouseholdEvent> events, int mostInMemory, int files)
      throws IOException {
    List<HouseholdEvent> sorted = new ArrayList<>();
    try (EventSort sort = new EventSort(mostInMemory, folder)) {
      for (HouseholdEvent event : events) {
        sort.add(event);
      }
      assertThat(sort.filesWritten()).isEqualTo(files);
      sort.drain(sorted::add);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("temporary files left behind").isEmpty();
    }
    return sorted;
  }

  private static List<HouseholdEvent> random(int count, int instants) {
    Random random = new Random(11);
    List<HouseholdEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(event(i, random.nextInt(instants)));
    }
    return events;
  }

  private static List<HouseholdEvent> expected(List<HouseholdEvent> events) {
    List<HouseholdEvent> expected = new ArrayList<>(events);
    expected.sort(Comparator.comparingLong(HouseholdEvent::reportedAt));
    return expected;
  }

  @Test
  void sortsInMemory() throws IOException {
    List<HouseholdEvent> events = random(1000, 50);
    assertThat(sorted(events, 5000, 0)).isEqualTo(expected(events));
  }

  @Test
  void keepsTheOrderOfEqualInstantsAcrossFiles() throws IOException {
    List<HouseholdEvent> events = random(1000, 5);
    assertThat(sorted(events, 30, 33)).isEqualTo(expected(events));
  }

  @Test
  void mergesFilesInLevelsWithoutLosingStability() throws IOException {
    List<HouseholdEvent> events = random(10_000, 3);
    // 5,000 files of the first level, 78 of the second, 1 of the third.
    assertThat(sorted(events, 2, 5_079)).isEqualTo(expected(events));
  }

  @Test
  void nothingGivesNothing() throws IOException {
    assertThat(sorted(List.of(), 2, 0)).isEmpty();
  }

  @Test
  void spilledEventsComeBackWhole() throws IOException {
    for (var body :
        List.of(
            new MemberJoined("birth", null, null),
            new MemberJoined("birth", "head", -25_000),
            new ClassRecognised("dibao", "urban", 20_000),
            new DisasterImpact("d-1", "flood", "severe", false, 1, 2, 300L))) {
      HouseholdEvent event =
          new HouseholdEvent(
              new EventId(-1, Long.MIN_VALUE),
              EventKind.VOID,
              3,
              "civil-affairs",
              "h",
              "p",
              "CN.1",
              "CN.2",
              -25_000,
              -1L,
              body);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      SpillCodec.write(new DataOutputStream(bytes), event);
      assertThat(
              SpillCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
          .isEqualTo(event);
    }
  }
}
