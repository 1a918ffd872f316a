package io.hearthwatch.bench;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.IncomeReceived;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.domain.household.body.UtilityUsed;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Seeded households as they are told of: a registration, three members, and then four events a
 * month: a wage of each of two members, the same every month but for a few per cent, a bill, of
 * which one in a hundred is large, and fees or a meter reading. The same seed gives the same
 * events.
 *
 * @param seed of everything
 * @param lines events of the history of each household
 */
record Households(long seed, int lines) implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  /** The day after the history. */
  static final int TODAY = (int) LocalDate.parse("2023-07-01").toEpochDay();

  /** As in the history of 100 lines: 96 of them in its 24 months. */
  static final int EVENTS_A_MONTH = 4;

  /** A prime that no round number of households has as a factor. */
  private static final long STRIDE = 2_654_435_761L;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long DAY_MS = 86_400_000L;
  private static final int DAYS_A_MONTH = 30;
  private static final int HISTORY_MONTHS = 24;
  private static final int MEMBERS = 3;
  private static final String[] REGIONS = {"360733", "440103", "450902", "110105", "330106"};

  static Retention retention() {
    return new Retention(ZONE, Retention.DEFAULT_MONTHS);
  }

  static String id(long household) {
    return "h-%012x".formatted(household);
  }

  /** The number of a household, of its id. */
  static long number(String id) {
    return Long.parseLong(id.substring("h-".length()), 16);
  }

  /** Everything that was reported of a household before {@link #TODAY}, in order. */
  List<HouseholdEvent> history(long household) {
    SplittableRandom random = new SplittableRandom(seed ^ household * 0x9E3779B97F4A7C15L);
    List<HouseholdEvent> events = new ArrayList<>(lines);
    int first = TODAY - HISTORY_MONTHS * DAYS_A_MONTH;
    String residence = random.nextBoolean() ? "rural" : "urban";
    add(
        events,
        household,
        random,
        "public-security",
        -1,
        first,
        new HouseholdRegistered(residence));
    for (int person = 0; person < MEMBERS; person++) {
      MemberJoined joined = new MemberJoined("registration", person == 0 ? "head" : "other", null);
      add(events, household, random, "public-security", person, first, joined);
    }
    int before = events.size();
    for (int line = before; line < lines; line++) {
      int day = first + (line - before) * (TODAY - first) / (lines - before);
      int month = (line - before) / EVENTS_A_MONTH - (lines - before) / EVENTS_A_MONTH;
      add(events, household, random, day, month, (line - before) % EVENTS_A_MONTH);
    }
    return events;
  }

  /**
   * An event of the time from {@link #TODAY} on. Of as many events as there are households, each is
   * told one, in an order without pattern.
   *
   * @param number counts all events from 0
   * @param households how many there are
   */
  HouseholdEvent next(long number, long households) {
    long round = number / households;
    long household = Math.floorMod(number % households * STRIDE + round, households);
    SplittableRandom random = new SplittableRandom(seed + 31 * number);
    List<HouseholdEvent> events = new ArrayList<>(1);
    add(
        events,
        household,
        random,
        day(number, households),
        (int) (round / EVENTS_A_MONTH),
        (int) (round % EVENTS_A_MONTH));
    return events.get(0);
  }

  /** The day of an event, so that each household hears {@link #EVENTS_A_MONTH} a month. */
  static int day(long number, long households) {
    return TODAY + (int) (number * DAYS_A_MONTH / (households * EVENTS_A_MONTH));
  }

  /**
   * Adds one of the four events of a month.
   *
   * @param month counts from {@link #TODAY}; what is earned in the month before is told in it
   */
  private void add(
      List<HouseholdEvent> events,
      long household,
      SplittableRandom random,
      int day,
      int month,
      int which) {
    switch (which) {
      case 0, 1 -> {
        long wageFen = 150_000 + new SplittableRandom(seed + household).nextInt(300_000);
        Month earned = Month.of(LocalDate.ofEpochDay(TODAY)).plus(month - 1);
        EventBody wage =
            new IncomeReceived(earned, "wage", wageFen * (100 + random.nextInt(4)) / 100);
        add(events, household, random, "human-resources", which, day, wage);
      }
      case 2 -> {
        long gross = 5_000 + (random.nextInt(100) == 0 ? 800_000 : random.nextInt(60_000));
        EventBody bill = new ExpenseIncurred("medical", gross, gross / 2, 0, gross / 10, 0, 0, 0);
        add(events, household, random, "medical-insurance", random.nextInt(MEMBERS), day, bill);
      }
      default -> {
        if (random.nextBoolean()) {
          EventBody fees = new ExpenseIncurred("education", 20_000, 0, 0, 0, 0, 0, 0);
          add(events, household, random, "education", 2, day, fees);
        } else {
          EventBody used = new UtilityUsed("electricity", 100 + random.nextInt(200), 0);
          add(events, household, random, "utilities", -1, day, used);
        }
      }
    }
  }

  private static void add(
      List<HouseholdEvent> events,
      long household,
      SplittableRandom random,
      String source,
      int person,
      int day,
      EventBody body) {
    String personId = person < 0 ? null : "p-%010x-%d".formatted(household, person);
    String region = REGIONS[(int) (household % REGIONS.length)];
    long noonMs = day * DAY_MS + DAY_MS / 6;
    events.add(
        new HouseholdEvent(
            new EventId(random.nextLong(), random.nextLong()),
            EventKind.NOTIFY,
            0,
            source,
            id(household),
            personId,
            region,
            null,
            day,
            noonMs,
            body));
  }
}
