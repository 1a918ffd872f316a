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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A household as of a date: its surviving lines up to that day, its region, members, classes. */
public final class HouseholdView {

  /** First day of those that are looked at where none is too old. */
  public static final int EVERYTHING = Integer.MIN_VALUE;

  private final int asOf;
  private final int firstKept;
  private final Map<EventType, List<LedgerLine>> linesByType = new EnumMap<>(EventType.class);
  private NewestSpent spent;
  private EarnedByMonth earned;
  private Set<String> classes;
  private Set<String> persons;
  private List<LedgerLine> recognitionsInForce;
  private final Membership membership;
  private final String region;
  private final Optional<String> residence;
  private final List<LedgerLine> allLines;
  private final List<List<LedgerLine>> elsewhere;
  private List<OtherHousehold> others;

  /** The household as of a day, whatever others tell of its people. */
  public HouseholdView(List<LedgerLine> lines, int asOf) {
    this(lines, List.of(), asOf, EVERYTHING);
  }

  /**
   * The household as of a day.
   *
   * @param lines of the ledger, by day and id
   * @param elsewhere what each other household tells of its people, likewise
   * @param asOf epoch day
   * @param firstKept first day of retention: happenings before it are as if they were forgotten,
   *     because when they are depends on what came since
   */
  public HouseholdView(
      List<LedgerLine> lines, List<List<LedgerLine>> elsewhere, int asOf, int firstKept) {
    this.asOf = asOf;
    this.firstKept = firstKept;
    this.allLines = lines;
    this.elsewhere = elsewhere;
    int[] counts = new int[EventType.COUNT];
    for (LedgerLine line : lines) {
      counts[line.type().ordinal()]++;
    }
    LedgerLine seat = null;
    LedgerLine latest = null;
    for (LedgerLine line : lines) {
      if (!seen(line, asOf, firstKept)) {
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

  /** The same household as of another day, by what is known now. */
  HouseholdView on(int day) {
    return day == asOf ? this : new HouseholdView(allLines, elsewhere, day, firstKept);
  }

  /** Whether a line is one of those to look at: told, not too old and not taken back. */
  static boolean seen(LedgerLine line, int asOf, int firstKept) {
    return line.day() <= asOf
        && (line.day() >= firstKept || line.type().standing())
        && !line.voided();
  }

  /** Surviving lines of a type up to the as-of date, by day and id. */
  public List<LedgerLine> lines(EventType type) {
    return linesByType.getOrDefault(type, List.of());
  }

  /** The same of one person. */
  List<LedgerLine> linesOf(EventType type, String personId) {
    List<LedgerLine> all = lines(type);
    List<LedgerLine> own = List.of();
    for (LedgerLine line : all) {
      if (personId.equals(line.personId())) {
        own = own.isEmpty() ? new ArrayList<>(all.size()) : own;
        own.add(line);
      }
    }
    return own;
  }

  /** The latest line of a type about a person, or null. */
  LedgerLine latest(EventType type, String personId) {
    List<LedgerLine> all = lines(type);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (personId.equals(all.get(i).personId())) {
        return all.get(i);
      }
    }
    return null;
  }

  /** Whether a line stands before another one in the order of events. */
  static boolean before(LedgerLine one, LedgerLine other) {
    return one.day() != other.day()
        ? one.day() < other.day()
        : Long.compareUnsigned(one.id(), other.id()) < 0;
  }

  /** Other households that tell of people of this one, as of the same day. */
  List<OtherHousehold> others() {
    if (others == null) {
      others = elsewhere.stream().map(told -> new OtherHousehold(told, asOf, firstKept)).toList();
    }
    return others;
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
    if (persons == null) {
      persons = new LinkedHashSet<>();
      for (List<LedgerLine> ofType : linesByType.values()) {
        for (LedgerLine line : ofType) {
          if (line.personId() != null) {
            persons.add(line.personId());
          }
        }
      }
    }
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
    recognitionsInForce().forEach(line -> inForce.add(recognised(line).householdClass()));
    return Collections.unmodifiableSet(inForce);
  }

  /** The recognitions by which classes are in force, in the order of events. */
  List<LedgerLine> recognitionsInForce() {
    if (recognitionsInForce == null) {
      recognitionsInForce =
          lines(EventType.CLASS_RECOGNISED).stream()
              .filter(line -> inForceThrough(line) >= asOf)
              .toList();
    }
    return recognitionsInForce;
  }

  /** Whether a class was in force on an earlier day, by what is known now. */
  boolean inClassOn(String householdClass, int day) {
    return lines(EventType.CLASS_RECOGNISED).stream()
        .filter(line -> recognised(line).householdClass().equals(householdClass))
        .anyMatch(line -> line.day() <= day && inForceThrough(line) >= day);
  }

  /** Whether any class was in force on a day from this one to the as-of date. */
  boolean inAnyClassSince(int firstDay) {
    return lines(EventType.CLASS_RECOGNISED).stream()
        .anyMatch(line -> inForceThrough(line) >= Math.max(firstDay, line.day()));
  }

  /**
   * Last day on which a recognition is in force: through its validity, and through the day before
   * the first end of its class on or after its day. A class that ended on its first day never was
   * in force.
   */
  int inForceThrough(LedgerLine line) {
    ClassRecognised recognised = recognised(line);
    int valid = recognised.validThrough() == null ? Integer.MAX_VALUE : recognised.validThrough();
    for (LedgerLine end : lines(EventType.CLASS_ENDED)) {
      if (end.day() >= line.day()
          && ((ClassEnded) end.body()).householdClass().equals(recognised.householdClass())) {
        return Math.min(valid, end.day() - 1);
      }
    }
    return valid;
  }

  static ClassRecognised recognised(LedgerLine line) {
    return (ClassRecognised) line.body();
  }

  private static String residenceIn(LedgerLine seat) {
    return seat.body() instanceof HouseholdMoved moved
        ? moved.residence()
        : ((HouseholdRegistered) seat.body()).residence();
  }
}
