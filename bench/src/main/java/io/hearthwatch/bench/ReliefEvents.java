package io.hearthwatch.bench;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * A year of relief, seeded: every household is recognised in a class, gets a grant a month and its
 * payment, and in the end leaves its class or gets help once more. Of a hundred of these events
 * four are instead the one before told again, three its correction and one its void; in the end two
 * are corrections that come after the books of the year are closed. All households are told one
 * event before any is told its next. The same seed gives the same events.
 *
 * @param seed of everything
 * @param households how many
 * @param hotPercent how many of a hundred live in one province
 * @param householdsATown how many share a town
 */
record ReliefEvents(long seed, long households, int hotPercent, int householdsATown) {

  /** A recognition, twelve grants with their payments, and what comes in the end. */
  static final int EVENTS_A_HOUSEHOLD = 26;

  static final String HOT_PROVINCE = "36";

  private static final int LAST = EVENTS_A_HOUSEHOLD - 1;
  private static final int YEAR = 2023;
  private static final int FIRST_OTHER_PROVINCE = 41;
  private static final int OTHER_PROVINCES = 30;
  private static final int CITIES = 11;
  private static final int COUNTIES = 9;
  private static final int FIRST_TOWN = 100;
  private static final int REPEATED_PERCENT = 4;
  private static final int CORRECTED_PERCENT = 3;
  private static final int VOIDED_PERCENT = 1;
  private static final int ENDED_PERCENT = 10;
  private static final int LATE_PERCENT = 2;
  private static final int AWAY_PERCENT = 3;
  private static final long DAY_MS = 86_400_000L;
  private static final int LATE_DAYS = 120;

  /** A prime that no round number of households has as a factor. */
  private static final long STRIDE = 2_654_435_761L;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** What a household gets every month, by its number modulo their number. */
  private static final String[][] AIDS = {
    {"dibao", "illness", null},
    {"dibao", "no-labour-ability", null},
    {"dibao", "disability", null},
    {"disability-nursing", "disability", null},
    {"disability-nursing", "disability", null},
    {"temporary-relief", "accident", null},
    {"medical-aid", "illness", null},
    {"education-aid", "schooling", null},
    {"disaster-transition", "disaster", "flood-2023"},
    {"dibao", "illness", null},
  };

  /** How many events there are. */
  long count() {
    return households * EVENTS_A_HOUSEHOLD;
  }

  /** One of them, by its place in the order in which they are told. */
  HouseholdEvent at(long number) {
    int round = (int) (number / households);
    long household = Math.floorMod(number * STRIDE, households);
    int fate = new SplittableRandom(seed ^ number * MIX).nextInt(100);
    if (round == LAST) {
      return fate >= ENDED_PERCENT && fate < ENDED_PERCENT + LATE_PERCENT
          ? again(told(household, LAST - 1), EventKind.CORRECT, LATE_DAYS)
          : told(household, round);
    }
    if (round < 2 || fate >= REPEATED_PERCENT + CORRECTED_PERCENT + VOIDED_PERCENT) {
      return told(household, round);
    }
    HouseholdEvent before = told(household, round - 1);
    return fate < REPEATED_PERCENT
        ? before
        : again(
            before,
            fate < REPEATED_PERCENT + CORRECTED_PERCENT ? EventKind.CORRECT : EventKind.VOID,
            2);
  }

  /** Whether a household lives in the hot province. */
  private boolean hot(long household) {
    return Math.floorMod(mixed(household, -1), 100) < hotPercent;
  }

  private HouseholdEvent told(long household, int round) {
    String[] aid = AIDS[(int) (household % AIDS.length)];
    int monthOfYear = Math.min(12, Math.max(1, (round + 1) / 2));
    Month month = Month.ofNumber(YEAR * 100L + monthOfYear);
    LocalDate first = LocalDate.of(YEAR, monthOfYear, 1);
    long fen = 20_000 + Math.floorMod(mixed(household, -2), 40_000);
    if (round == 0) {
      EventBody body = new ClassRecognised(household % 2 == 0 ? "dibao" : "marginal", null, null);
      return version(household, round, first, body);
    }
    if (round == LAST) {
      EventBody body =
          Math.floorMod(mixed(household, -3), 100) < ENDED_PERCENT
              ? new ClassEnded(household % 2 == 0 ? "dibao" : "marginal", "income")
              : new GrantApproved("temporary-relief", "illness", month, fen, null, null);
      return version(household, round, first.plusDays(20), body);
    }
    if (round % 2 == 1) {
      EventBody body = new GrantApproved(aid[0], aid[1], month, fen, aid[2], null);
      return version(household, round, first.plusDays(4), body);
    }
    String grant = id(household, round - 1).toString();
    EventBody body = new PaymentMade(aid[0], grant, month, fen);
    return version(household, round, first.plusDays(14), body);
  }

  private HouseholdEvent version(long household, int round, LocalDate day, EventBody body) {
    int on = (int) day.toEpochDay();
    boolean ofHousehold = body instanceof ClassRecognised || body instanceof ClassEnded;
    boolean away = Math.floorMod(mixed(household, -4), 100) < AWAY_PERCENT;
    return new HouseholdEvent(
        id(household, round),
        EventKind.NOTIFY,
        0,
        "civil-affairs",
        Households.id(household),
        ofHousehold ? null : "p-%012x".formatted(household),
        town(household),
        away ? town(household + 1) : null,
        on,
        (on + 1) * DAY_MS,
        body);
  }

  /** Another version; a correction says another amount. */
  private static HouseholdEvent again(HouseholdEvent event, EventKind kind, int daysLater) {
    EventBody body = event.body();
    if (kind == EventKind.CORRECT && body instanceof GrantApproved grant) {
      body =
          new GrantApproved(
              grant.programme(),
              grant.cause(),
              grant.month(),
              grant.amountFen() + 1_000,
              grant.disasterId(),
              grant.policy());
    } else if (kind == EventKind.CORRECT && body instanceof PaymentMade payment) {
      body =
          new PaymentMade(
              payment.programme(), payment.grantId(), payment.month(), payment.amountFen() + 1_000);
    }
    return new HouseholdEvent(
        event.eventId(),
        kind,
        1,
        event.source(),
        event.householdId(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt() + daysLater * DAY_MS,
        body);
  }

  private String town(long household) {
    boolean hot = hot(household);
    long share = households * (hot ? hotPercent : 100 - hotPercent) / 100;
    int towns = (int) Math.max(1, share / householdsATown);
    int town = (int) Math.floorMod(mixed(household, -5), (long) towns);
    String province = HOT_PROVINCE;
    if (!hot) {
      province = String.valueOf(FIRST_OTHER_PROVINCE + town % OTHER_PROVINCES);
      town /= OTHER_PROVINCES;
    }
    return "%s%02d%02d%03d"
        .formatted(
            province,
            1 + town % CITIES,
            1 + town / CITIES % COUNTIES,
            FIRST_TOWN + town / CITIES / COUNTIES);
  }

  private EventId id(long household, int round) {
    return new EventId(mixed(household, round), mixed(household, round + 1_000));
  }

  private long mixed(long household, int what) {
    return new SplittableRandom(seed ^ household * MIX ^ (what + 77L) * STRIDE).nextLong();
  }
}
