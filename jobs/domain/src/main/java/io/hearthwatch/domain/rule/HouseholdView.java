package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.LedgerLine;
import io.hearthwatch.domain.household.Membership;
import io.hearthwatch.domain.household.body.ClassEnded;
import io.hearthwatch.domain.household.body.ClassRecognised;
import io.hearthwatch.domain.household.body.HouseholdMoved;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A household as of a date: its surviving lines up to that day, its region, members, classes. */
public final class HouseholdView {

  private final int asOf;
  private final Map<EventType, List<LedgerLine>> linesByType = new EnumMap<>(EventType.class);
  private NewestSpent spent;
  private EarnedByMonth earned;
  private Set<String> classes;
  private final Membership membership;
  private final String region;
  private final Optional<String> residence;

  /**
   * The household as of a day.
   *
   * @param lines of the ledger, by day and id
   * @param asOf epoch day
   */
  public HouseholdView(List<LedgerLine> lines, int asOf) {
    this.asOf = asOf;
    int[] counts = new int[EventType.COUNT];
    for (LedgerLine line : lines) {
      counts[line.type().ordinal()]++;
    }
    LedgerLine seat = null;
    LedgerLine latest = null;
    for (LedgerLine line : lines) {
      if (line.day() > asOf || line.voided()) {
        continue;
      }
      List<LedgerLine> ofType = linesByType.get(line.type());
      if (ofType == null) {
        ofType = new ArrayList<>(counts[line.type().ordinal()]);
        linesByType.put(line.type(), ofType);
      }
      ofType.add(line);
      latest = line;
      if (line.type() == EventType.HOUSEHOLD_REGISTERED
          || line.type() == EventType.HOUSEHOLD_MOVED) {
        seat = line;
      }
    }
    membership =
        new Membership(
            lines(EventType.MEMBER_JOINED),
            lines(EventType.MEMBER_LEFT),
            lines(EventType.MEMBER_DIED));
    region = seat != null ? seat.region() : latest != null ? latest.region() : "";
    residence = Optional.ofNullable(seat).map(HouseholdView::residenceIn);
  }

  public int asOf() {
    return asOf;
  }

  /** Surviving lines of a type up to the as-of date, by day and id. */
  public List<LedgerLine> lines(EventType type) {
    return linesByType.getOrDefault(type, List.of());
  }

  /** Expenses that count, newest first: at least those from a day on. */
  List<Spent> spentFrom(int firstDay) {
    if (spent == null) {
      spent = new NewestSpent(lines(EventType.EXPENSE_INCURRED), membership);
    }
    return spent.from(firstDay);
  }

  /** Income that counts, by month. */
  EarnedByMonth earned() {
    if (earned == null) {
      earned = new EarnedByMonth(lines(EventType.INCOME_RECEIVED), membership);
    }
    return earned;
  }

  public Membership membership() {
    return membership;
  }

  /** Everybody who is spoken of, in the order of the lines. */
  Set<String> persons() {
    Set<String> persons = new LinkedHashSet<>();
    linesByType.values().stream()
        .flatMap(List::stream)
        .map(LedgerLine::personId)
        .filter(Objects::nonNull)
        .forEach(persons::add);
    return persons;
  }

  /**
   * Region that registers the household: by its latest registration or move, or, while it is
   * provisional, as its latest event says.
   */
  public String region() {
    return region;
  }

  /** Whether anybody registered it; before that the profile is provisional. */
  public boolean registered() {
    return residence.isPresent();
  }

  /** Urban or rural; empty while the profile is provisional. */
  public Optional<String> residence() {
    return residence;
  }

  /** Classes in force on the as-of date. */
  public Set<String> classes() {
    if (classes == null) {
      classes = classesInForce();
    }
    return classes;
  }

  private Set<String> classesInForce() {
    Set<String> inForce = new TreeSet<>();
    for (LedgerLine line : lines(EventType.CLASS_RECOGNISED)) {
      ClassRecognised recognised = (ClassRecognised) line.body();
      boolean valid = recognised.validThrough() == null || recognised.validThrough() >= asOf;
      if (valid && endAfter(recognised.householdClass(), line.day()).isEmpty()) {
        inForce.add(recognised.householdClass());
      }
    }
    return Collections.unmodifiableSet(inForce);
  }

  /** The first end of a class on or after a day. */
  private Optional<LedgerLine> endAfter(String householdClass, int day) {
    return lines(EventType.CLASS_ENDED).stream()
        .filter(line -> line.day() >= day)
        .filter(line -> ((ClassEnded) line.body()).householdClass().equals(householdClass))
        .findFirst();
  }

  private static String residenceIn(LedgerLine seat) {
    return seat.body() instanceof HouseholdMoved moved
        ? moved.residence()
        : ((HouseholdRegistered) seat.body()).residence();
  }
}
