package io.hearthwatch.simulation;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.util.ArrayList;
import java.util.List;

/**
 * A year of disaster relief over all provinces that comes to known totals: so many grants to people
 * (person-times) and so much money, all of it paid within the year. The money is shared out by days
 * of help (20 yuan a day is the rule, so grants come to some hundred yuan each), and the shares add
 * up to the fen without a record that balances them. Besides, grants are told and taken back that
 * nobody was given, some are told wrongly first, and some of all records come twice.
 *
 * <p>Households are numbered; each has one to three members, and each member one or two grants.
 */
public final class ReliefYear {

  private static final String SOURCE = "emergency";
  private static final long DAY_MS = 86_400_000L;
  private static final int MONTHS = 12;

  /** The last payment of three, and a correction of it that falls into the month after. */
  private static final int TOLD_FOR_MONTHS = 3;

  /** Longest emergency help, and longest transition help: local rules. */
  private static final int EMERGENCY_DAYS = 15;

  private static final int TRANSITION_DAYS = 90;

  private final long seed;
  private final int year;
  private final long personTimes;
  private final long fundsFen;
  private final Mishaps mishaps;
  private final Divisions divisions;
  private final long allDays;

  /**
   * What goes wrong, as shares of the grants.
   *
   * @param twice of all records that come twice
   * @param voided grants that nobody was given, told and taken back, as a share of the others
   * @param corrected grants and payments that are told wrongly first
   */
  public record Mishaps(double twice, double voided, double corrected) {
    /** Assumed. */
    public static final Mishaps USUAL = new Mishaps(0.05, 0.03, 0.02);
  }

  /** A grant: its number among all, days of help, and the days of help of all before it. */
  private record Given(long number, int days, long daysBefore) {}

  /**
   * A year.
   *
   * @param year of the calendar
   * @param personTimes grants that stand in the end, at least 1
   * @param fundsFen what they come to, at least 1 fen each
   */
  public ReliefYear(long seed, int year, long personTimes, long fundsFen, Mishaps mishaps) {
    if (personTimes < 1 || fundsFen < personTimes) {
      throw new IllegalArgumentException("each grant needs at least one fen");
    }
    this.seed = seed;
    this.year = year;
    this.personTimes = personTimes;
    this.fundsFen = fundsFen;
    this.mishaps = mishaps;
    divisions = Divisions.of("");
    long days = 0;
    for (long number = 0; number < personTimes; number++) {
      days += days(number);
    }
    allDays = days;
  }

  /**
   * First and last month in which anything is told: what is paid in December is told in January.
   */
  public Month firstMonth() {
    return Month.ofNumber(year * 100L + 1);
  }

  public Month lastMonth() {
    return Month.ofNumber((year + 1) * 100L + 1);
  }

  /** Tells of one lane what is reported within a month, household by household. */
  public void tell(Month month, int lane, Outlet outlet) {
    int from = month.firstEpochDay();
    int until = month.plus(1).firstEpochDay();
    long number = 0;
    long days = 0;
    for (long household = 0; number < personTimes; household++) {
      String id = householdId(household);
      int since = month.index() - grantMonth(household).index();
      boolean mine = since >= 0 && since <= TOLD_FOR_MONTHS && outlet.lane(id) == lane;
      int grants = grants(household);
      for (int g = 0; g < grants && number < personTimes; g++, number++) {
        int its = days(number);
        if (mine) {
          for (HouseholdEvent event : told(household, id, g, new Given(number, its, days))) {
            int reportedOn = (int) Math.floorDiv(event.reportedAt(), DAY_MS);
            if (reportedOn >= from && reportedOn < until) {
              outlet.tell(lane, event);
            }
          }
        }
        days += its;
      }
    }
    outlet.flush(lane);
  }

  /** Share of one grant: what all through it come to, less what all before it do. */
  private long fen(Given given) {
    return share(given.daysBefore() + given.days()) - share(given.daysBefore());
  }

  /** Floor of funds x days / all days, without leaving 64 bits. */
  private long share(long days) {
    return fundsFen / allDays * days + fundsFen % allDays * days / allDays;
  }

  private List<HouseholdEvent> told(long household, String id, int which, Given given) {
    Chance chance = new Chance(seed).of(given.number());
    List<HouseholdEvent> told = new ArrayList<>();
    grant(household, id, which, chance, fen(given), given.days(), told);
    if (chance.happens(mishaps.voided, Question.RELIEF_VOIDED, 0)) {
      Chance mistaken = chance.of(1);
      List<HouseholdEvent> never = new ArrayList<>();
      grant(household, id, which, mistaken, fen(given) + 100, given.days(), never);
      told.addAll(never);
      never.stream()
          .filter(event -> event.kind() == EventKind.NOTIFY)
          .forEach(event -> told.add(again(event, EventKind.VOID, 9, event.body(), 7)));
    }
    for (HouseholdEvent event : List.copyOf(told)) {
      if (chance.happens(mishaps.twice, Question.RELIEF_TWICE, told.indexOf(event))) {
        told.add(event);
      }
    }
    return told;
  }

  /** A grant and its payments, each told once or wrongly first. */
  private void grant(
      long household,
      String id,
      int which,
      Chance chance,
      long fen,
      int days,
      List<HouseholdEvent> told) {
    Chance of = new Chance(seed).of(household);
    County home = divisions.county(of.unit(Question.PROVINCE, 1), of.unit(Question.COUNTY, 1));
    County helping =
        chance.happens(0.04, Question.MOVE, 1) // who is away from home is helped where they are
            ? divisions.county(chance.unit(Question.PROVINCE, 2), chance.unit(Question.COUNTY, 2))
            : home;
    boolean emergency = days <= EMERGENCY_DAYS;
    Month month = grantMonth(household);
    int day = month.firstEpochDay() + of.below(20, Question.RELIEF_DAY, 0);
    String programme = emergency ? "disaster-emergency" : "disaster-transition";
    String disaster = "disaster-" + year + "-" + helping.province() + "-" + month.number() % 100;
    Envelope envelope =
        new Envelope(
            id, id + "-p" + which % 3, home.code(), helping == home ? null : helping.code());
    HouseholdEvent grant =
        event(
            chance,
            0,
            envelope,
            day,
            new GrantApproved(programme, "disaster", month, fen, disaster, null));
    tellOf(grant, chance, 0, told);
    int payments = emergency ? 1 : Math.min(3, MONTHS - month.number() % 100 + 1);
    for (int p = 0; p < payments; p++) {
      int paidOn =
          Math.min(day + 3, month.lastEpochDay())
              + (month.plus(p).firstEpochDay() - month.firstEpochDay());
      paidOn = Math.min(paidOn, month.plus(p).lastEpochDay());
      long part = fen * (p + 1) / payments - fen * p / payments;
      HouseholdEvent payment =
          event(
              chance,
              p + 1,
              envelope,
              paidOn,
              new PaymentMade(programme, grant.eventId().toString(), month.plus(p), part));
      tellOf(payment, chance, p + 1, told);
    }
  }

  /** Who, registered where, helped where. */
  private record Envelope(String household, String person, String registered, String helping) {}

  private HouseholdEvent event(
      Chance chance, int which, Envelope envelope, int day, EventBody body) {
    return new HouseholdEvent(
        Teller.id(chance, Question.RELIEF_ID, which),
        EventKind.NOTIFY,
        0,
        SOURCE,
        envelope.household(),
        envelope.person(),
        envelope.registered(),
        envelope.helping(),
        day,
        (day + 1) * DAY_MS + chance.below(36_000_000, Question.MINUTE, which),
        body);
  }

  /** Told at once and right, or wrongly first and corrected some days later. */
  private void tellOf(HouseholdEvent right, Chance chance, int which, List<HouseholdEvent> told) {
    if (!chance.happens(mishaps.corrected, Question.RELIEF_WRONG, which)) {
      told.add(right);
      return;
    }
    told.add(again(right, EventKind.NOTIFY, 0, wrong(right.body()), 0));
    told.add(again(right, EventKind.CORRECT, 1, right.body(), 5));
  }

  /** A digit too many: what departments correct most. */
  private static EventBody wrong(EventBody body) {
    return body instanceof GrantApproved grant
        ? new GrantApproved(
            grant.programme(),
            grant.cause(),
            grant.month(),
            grant.amountFen() * 10,
            grant.disasterId(),
            grant.policy())
        : wrong((PaymentMade) body);
  }

  private static EventBody wrong(PaymentMade payment) {
    return new PaymentMade(
        payment.programme(), payment.grantId(), payment.month(), payment.amountFen() * 10);
  }

  private static HouseholdEvent again(
      HouseholdEvent event, EventKind kind, int revision, EventBody body, int daysLater) {
    return new HouseholdEvent(
        event.eventId(),
        kind,
        revision,
        event.source(),
        event.householdId(),
        event.personId(),
        event.registeredRegion(),
        event.helpingRegion(),
        event.occurredOn(),
        event.reportedAt() + daysLater * DAY_MS,
        body);
  }

  private Month grantMonth(long household) {
    return firstMonth()
        .plus(new Chance(seed).of(household).below(MONTHS, Question.RELIEF_MONTH, 0));
  }

  private String householdId(long household) {
    return "relief-" + year + "-" + household;
  }

  /** How many grants a household gets: two in three a household of several. */
  private int grants(long household) {
    return 1 + new Chance(seed).of(household).below(5, Question.SIZE, 1);
  }

  private int days(long number) {
    Chance chance = new Chance(seed).of(number);
    return chance.happens(0.75, Question.GRANT_KIND, 1)
        ? 5 + chance.below(EMERGENCY_DAYS - 4, Question.RELIEF_DAYS, 0)
        : 30 + chance.below(TRANSITION_DAYS - 29, Question.RELIEF_DAYS, 1);
  }
}
