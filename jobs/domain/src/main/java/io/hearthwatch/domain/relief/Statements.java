package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.GrantApproved;
import io.hearthwatch.domain.household.body.PaymentMade;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The statements of a household: a pure function of all versions that it was ever told. */
public final class Statements {

  private static final Comparator<String> ABSENT_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** In the order of a statement. */
  private record Key(String programme, String department, String policy, String personId)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::programme)
            .thenComparing(Key::department)
            .thenComparing(Key::policy, ABSENT_FIRST)
            .thenComparing(Key::personId, ABSENT_FIRST);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Retention civil;

  /** Statements whose days are those of a zone. */
  public Statements(ZoneId zone) {
    civil = new Retention(zone, Retention.DEFAULT_MONTHS);
  }

  /**
   * What a household's statements change by when a version of an event was taken in: every
   * statement that is new or other than before, and an end for each that is no longer.
   *
   * @param before null for nothing
   */
  public List<Change> changes(ReliefLedger before, ReliefLedger after, HouseholdEvent event) {
    ReliefLedger known = before == null ? ReliefLedger.empty() : before;
    List<Change> changes = new ArrayList<>();
    for (Month month : months(after, event)) {
      int from = civil.day(event.reportedAt());
      Map<Integer, Statement> was = history(known, month, from);
      Map<Integer, Statement> now = history(after, month, from);
      now.forEach(
          (day, statement) -> {
            if (!statement.equals(was.get(day))) {
              changes.add(new Change(month, day, statement));
            }
          });
      was.keySet().stream()
          .filter(day -> !now.containsKey(day))
          .forEach(day -> changes.add(new Change(month, day, null)));
    }
    return changes;
  }

  /**
   * A statement of a month and day.
   *
   * @param statement null where nothing changed on that day after all
   */
  public record Change(Month month, int knownOn, Statement statement) {}

  /** Every statement of a month, by the day on which it came to be known. */
  public Map<Integer, Statement> history(ReliefLedger ledger, Month month) {
    return history(ledger, month, Integer.MIN_VALUE);
  }

  private Map<Integer, Statement> history(ReliefLedger all, Month month, int fromDay) {
    ReliefLedger ledger = about(month, all);
    Set<Integer> days = new TreeSet<>();
    for (HouseholdEvent version : ledger.versions()) {
      int day = civil.day(version.reportedAt());
      if (day >= fromDay) {
        days.add(day);
      }
    }
    Map<Integer, Statement> history = new TreeMap<>();
    Statement last = null;
    boolean first = true;
    for (int day : days) {
      if (first) {
        last = asKnown(ledger, month, day - 1); // what was known on the eve
        first = false;
      }
      Statement statement = asKnown(ledger, month, day);
      if (last == null ? !statement.lines().isEmpty() : !statement.saysAs(last)) {
        history.put(day, statement);
        last = statement;
      }
    }
    return history;
  }

  /**
   * What the statements of a month are made of: events that any version puts into it, grants that
   * its payments name, and classes. Nearly always a few of many.
   */
  private static ReliefLedger about(Month month, ReliefLedger ledger) {
    Set<EventId> paidFor = new HashSet<>();
    for (HouseholdEvent version : ledger.versions()) {
      if (version.body() instanceof PaymentMade payment && payment.month().equals(month)) {
        paidFor.add(payment.grant());
      }
    }
    return ledger.only(
        version -> {
          Month of = month(version);
          return of == null || of.equals(month) || paidFor.contains(version.eventId());
        });
  }

  /** The statement of a month with what was known at the end of a day. */
  public Statement asKnown(ReliefLedger ledger, Month month, int day) {
    long beforeMs = civil.startMs(day + 1);
    List<HouseholdEvent> known = ledger.known(beforeMs);
    Map<EventId, GrantApproved> grants = new HashMap<>();
    for (HouseholdEvent event : known) {
      if (event.body() instanceof GrantApproved grant) {
        grants.put(event.eventId(), grant);
      }
    }
    Map<Key, Statement.Line> lines = new TreeMap<>();
    HouseholdEvent newest = null;
    for (HouseholdEvent event : known) {
      Statement.Line line = line(event, month, grants, ledger, beforeMs);
      if (line != null) {
        Key key = new Key(line.programme(), line.department(), line.policy(), line.personId());
        lines.merge(key, line, Statements::together);
        newest = newest == null || isNewer(event, newest) ? event : newest;
      }
    }
    return new Statement(
        month,
        day,
        newest == null ? "" : newest.registeredRegion(),
        newest == null ? List.of() : classes(known, month.lastEpochDay()),
        newest == null ? List.of() : classes(known, month.firstEpochDay() - 1),
        List.copyOf(lines.values()));
  }

  private static Statement.Line line(
      HouseholdEvent event,
      Month month,
      Map<EventId, GrantApproved> grants,
      ReliefLedger ledger,
      long beforeMs) {
    if (event.body() instanceof GrantApproved grant && grant.month().equals(month)) {
      return new Statement.Line(
          grant.programme(),
          event.source(),
          grant.policy(),
          event.personId(),
          1,
          grant.amountFen(),
          0,
          isCorrected(event, ledger, beforeMs));
    }
    if (event.body() instanceof PaymentMade payment && payment.month().equals(month)) {
      GrantApproved grant = grants.get(payment.grant());
      return new Statement.Line(
          payment.programme(),
          event.source(),
          grant == null ? null : grant.policy(),
          event.personId(),
          0,
          0,
          payment.amountFen(),
          isCorrected(event, ledger, beforeMs));
    }
    return null;
  }

  /** Whether another version of it was known by then. */
  private static boolean isCorrected(HouseholdEvent event, ReliefLedger ledger, long beforeMs) {
    return ledger.versionsOf(event.eventId()).stream()
        .anyMatch(version -> !version.equals(event) && version.reportedAt() < beforeMs);
  }

  private static Statement.Line together(Statement.Line one, Statement.Line other) {
    return new Statement.Line(
        one.programme(),
        one.department(),
        one.policy(),
        one.personId(),
        one.grants() + other.grants(),
        one.grantedFen() + other.grantedFen(),
        one.paidFen() + other.paidFen(),
        one.corrected() || other.corrected());
  }

  private static boolean isNewer(HouseholdEvent event, HouseholdEvent other) {
    return event.occurredOn() != other.occurredOn()
        ? event.occurredOn() > other.occurredOn()
        : event.eventId().toString().compareTo(other.eventId().toString()) > 0;
  }

  private static List<String> classes(List<HouseholdEvent> known, int day) {
    Set<String> names = new TreeSet<>();
    for (HouseholdEvent event : known) {
      if (event.body() instanceof ClassRecognised recognised
          && Counting.inForce(recognised.householdClass(), day, known)) {
        names.add(recognised.householdClass());
      }
    }
    return List.copyOf(names);
  }

  /**
   * The months that a version of an event can change: those that any version of it names, and those
   * of payments for it; all, where it speaks of a class.
   */
  private static Set<Month> months(ReliefLedger ledger, HouseholdEvent event) {
    Set<Month> named = new TreeSet<>();
    boolean ofClass = false;
    for (HouseholdEvent version : ledger.versionsOf(event.eventId())) {
      Month month = month(version);
      ofClass |= Touched.isOfClass(version);
      if (month != null) {
        named.add(month);
      }
    }
    for (HouseholdEvent version : ledger.versions()) {
      Month month = month(version);
      boolean paysFor =
          version.body() instanceof PaymentMade payment && event.eventId().equals(payment.grant());
      if (month != null && (ofClass || paysFor)) {
        named.add(month);
      }
    }
    return named;
  }

  private static Month month(HouseholdEvent version) {
    return version.body() instanceof GrantApproved grant
        ? grant.month()
        : version.body() instanceof PaymentMade payment ? payment.month() : null;
  }
}
