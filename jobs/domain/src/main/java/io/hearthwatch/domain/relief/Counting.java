package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import io.hearthwatch.domain.relief.Counted.What;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What there is to count in what is known of a household or a person. A pure function. */
final class Counting {

  /** The events that statistics and statements are made of. */
  static final Set<EventType> TYPES =
      EnumSet.of(
          EventType.GRANT_APPROVED,
          EventType.PAYMENT_MADE,
          EventType.CLASS_RECOGNISED,
          EventType.CLASS_ENDED);

  /** 1900-01-01 and 2199-12-31, as for events. */
  private static final int FIRST_DAY = -25567;

  private static final int LAST_DAY = 84005;

  private Counting() {}

  /**
   * Everything that counts.
   *
   * @param known surviving versions
   */
  static List<Counted> of(List<HouseholdEvent> known) {
    return of(known, any -> true);
  }

  /**
   * What some events count as.
   *
   * @param known surviving versions, all: a payment counts as its grant does
   * @param wanted events; of those about classes all or none
   */
  static List<Counted> of(List<HouseholdEvent> known, Predicate<HouseholdEvent> wanted) {
    List<Counted> counted = new ArrayList<>();
    Map<EventId, GrantApproved> grants = null;
    boolean classes = false;
    for (HouseholdEvent event : known) {
      if (!wanted.test(event)) {
        continue;
      }
      if (event.body() instanceof GrantApproved grant) {
        counted.add(
            counted(event, What.GRANT, grant.programme(), grant, grant.month(), grant.amountFen()));
      } else if (event.body() instanceof PaymentMade payment) {
        Month paidIn = Month.of(event.occurredOn());
        grants = grants == null ? grants(known) : grants;
        GrantApproved grant = grants.get(payment.grant());
        counted.add(
            counted(event, What.PAYMENT, payment.programme(), grant, paidIn, payment.amountFen()));
      } else {
        classes |= Touched.isOfClass(event);
      }
    }
    if (classes) {
      addClasses(known, counted);
    }
    return counted;
  }

  /** The same as the books of each year say: by what was reported until they were closed. */
  static List<Counted> booked(ReliefLedger ledger, Books books) {
    Set<Integer> years = new TreeSet<>();
    for (HouseholdEvent version : ledger.versions()) {
      years.add(year(version));
      if (version.body() instanceof ClassRecognised recognised && runsOut(recognised)) {
        years.add(Month.of(recognised.validThrough() + 1).number() / 100);
      }
    }
    List<Counted> booked = new ArrayList<>();
    for (int year : years) {
      for (Counted counted : of(ledger.known(books.closedFromMs(year)))) {
        if (counted.year() == year) {
          booked.add(counted);
        }
      }
    }
    return booked;
  }

  /**
   * Whether any version came after the books of its year were closed; if not, the books say what is
   * known now.
   */
  static boolean hasLate(ReliefLedger ledger, Books books) {
    List<HouseholdEvent> versions = ledger.versions();
    int firstYear = Integer.MAX_VALUE;
    long newest = Long.MIN_VALUE;
    for (HouseholdEvent version : versions) {
      firstYear = Math.min(firstYear, year(version));
      newest = Math.max(newest, version.reportedAt());
    }
    if (versions.isEmpty() || newest < books.closedFromMs(firstYear)) {
      return false; // nearly always, and found quickly
    }
    Map<EventId, Long> lastReports = new HashMap<>();
    for (int from = 0; from < versions.size(); ) {
      List<HouseholdEvent> one = ledger.versionsOf(versions.get(from).eventId());
      int year = one.stream().mapToInt(Counting::year).min().orElseThrow();
      long last = one.stream().mapToLong(HouseholdEvent::reportedAt).max().orElseThrow();
      if (last >= books.closedFromMs(year)) {
        return true;
      }
      lastReports.put(one.get(0).eventId(), last);
      from += one.size();
    }
    // A grant may be of a later year than a payment for it, and says what the payment counts as.
    for (HouseholdEvent version : versions) {
      if (version.body() instanceof PaymentMade payment) {
        Long last = lastReports.get(payment.grant());
        if (last != null && last >= books.closedFromMs(year(version))) {
          return true;
        }
      }
    }
    return false;
  }

  /** What ends outside of the calendar of events has no end. */
  private static boolean runsOut(ClassRecognised recognised) {
    Integer through = recognised.validThrough();
    return through != null && through >= FIRST_DAY && through < LAST_DAY;
  }

  private static int year(HouseholdEvent version) {
    Month month =
        version.body() instanceof GrantApproved grant
            ? grant.month()
            : Month.of(version.occurredOn());
    return month.number() / 100;
  }

  private static Counted counted(
      HouseholdEvent event,
      What what,
      String programme,
      GrantApproved grant,
      Month month,
      long fen) {
    String helping = event.helpingRegion();
    return new Counted(
        what,
        helping == null ? event.registeredRegion() : helping,
        event.registeredRegion(),
        programme,
        grant == null ? Counted.NOT_TOLD : grant.cause(),
        grant == null ? null : grant.disasterId(),
        month,
        fen);
  }

  private static Map<EventId, GrantApproved> grants(List<HouseholdEvent> known) {
    Map<EventId, GrantApproved> grants = new HashMap<>();
    for (HouseholdEvent event : known) {
      if (event.body() instanceof GrantApproved grant) {
        grants.put(event.eventId(), grant);
      }
    }
    return grants;
  }

  /**
   * A household is taken into a class on a day of recognition on the eve of which it was not in it,
   * and leaves on a day on which it no longer is: by an end, or when its recognition runs out.
   */
  private static void addClasses(List<HouseholdEvent> known, List<Counted> counted) {
    Set<String> seen = new TreeSet<>();
    for (HouseholdEvent event : known) {
      if (event.body() instanceof ClassRecognised recognised) {
        String name = recognised.householdClass();
        int day = event.occurredOn();
        if (!inForce(name, day - 1, known)
            && inForce(name, day, known)
            && seen.add("in|" + name + '|' + day)) {
          counted.add(ofClass(event, What.TAKEN_IN, name, day));
        }
        if (runsOut(recognised)) {
          exit(event, name, recognised.validThrough() + 1, known, seen, counted);
        }
      } else if (event.body() instanceof ClassEnded ended) {
        exit(event, ended.householdClass(), event.occurredOn(), known, seen, counted);
      }
    }
  }

  private static void exit(
      HouseholdEvent event,
      String name,
      int day,
      List<HouseholdEvent> known,
      Set<String> seen,
      List<Counted> counted) {
    if (inForce(name, day - 1, known)
        && !inForce(name, day, known)
        && seen.add("out|" + name + '|' + day)) {
      counted.add(ofClass(event, What.EXIT, name, day));
    }
  }

  private static Counted ofClass(HouseholdEvent event, What what, String name, int day) {
    return counted(event, what, name, null, Month.of(day), 0);
  }

  /** As in the rules: recognised, valid, and not ended on or after the day of recognition. */
  static boolean inForce(String name, int day, List<HouseholdEvent> known) {
    for (HouseholdEvent event : known) {
      if (event.body() instanceof ClassRecognised recognised
          && recognised.householdClass().equals(name)
          && event.occurredOn() <= day
          && (recognised.validThrough() == null || recognised.validThrough() >= day)
          && !endedSince(name, event.occurredOn(), day, known)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endedSince(
      String name, int from, int through, List<HouseholdEvent> known) {
    for (HouseholdEvent event : known) {
      if (event.body() instanceof ClassEnded ended
          && ended.householdClass().equals(name)
          && event.occurredOn() >= from
          && event.occurredOn() <= through) {
        return true;
      }
    }
    return false;
  }
}
