package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.EventBlob;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Every version of every event about relief that one household (or person, or region in a disaster)
 * ever got, by the whole event id. All versions and not only the surviving one, because books that
 * were closed and statements of an earlier date must say what was known then.
 *
 * <p>Of a person several households tell. An id that two of them name is an event of each: one of
 * them is barred from it, and what bars it must not take the other's away.
 *
 * <p>A value: it depends only on the set of versions that were applied. The same version told again
 * counts as told when it was told first.
 */
public final class ReliefLedger {

  /**
   * Most versions of a household; beyond, a version is refused, which its dead letter tells the
   * data office.
   */
  public static final int MAX_VERSIONS = 20_000;

  /** What is known when everything is known, as a bound of {@link #known}. */
  public static final long EVERYTHING = Long.MAX_VALUE;

  private final List<HouseholdEvent> versions;

  private ReliefLedger(List<HouseholdEvent> versions) {
    this.versions = versions;
  }

  public static ReliefLedger empty() {
    return new ReliefLedger(List.of());
  }

  /** What became of a version, and the ledger after it. */
  public record Applied(ReliefLedger ledger, Outcome outcome) {}

  /** What can become of a version. */
  public enum Outcome {
    /** It is one of the versions now. */
    STORED,
    /** It was there. */
    ALREADY_KNOWN,
    /** It changes the person or the source of its id. */
    IDENTITY_CHANGED,
    /** There is no room. */
    FULL
  }

  /** Applies one version. */
  public Applied apply(HouseholdEvent event) {
    int to = first(event.eventId(), event.householdId());
    while (to < versions.size() && sameEvent(versions.get(to), event)) {
      HouseholdEvent known = versions.get(to);
      if (!known.source().equals(event.source())
          || !Objects.equals(known.personId(), event.personId())) {
        return new Applied(this, Outcome.IDENTITY_CHANGED);
      }
      if (sameVersion(known, event)) {
        return known.reportedAt() <= event.reportedAt()
            ? new Applied(this, Outcome.ALREADY_KNOWN)
            : new Applied(with(to, event, 1), Outcome.STORED);
      }
      to++;
    }
    return versions.size() >= MAX_VERSIONS
        ? new Applied(this, Outcome.FULL)
        : new Applied(with(to, event, 0), Outcome.STORED);
  }

  /** All versions, those of one event together. */
  public List<HouseholdEvent> versions() {
    return versions;
  }

  /** All versions of one event, of whichever household. */
  public List<HouseholdEvent> versionsOf(EventId id) {
    int from = first(id, "");
    int to = from;
    while (to < versions.size() && versions.get(to).eventId().equals(id)) {
      to++;
    }
    return versions.subList(from, to);
  }

  /** The events of which some version is wanted, with all their versions. */
  ReliefLedger only(Predicate<HouseholdEvent> wanted) {
    List<HouseholdEvent> kept = new ArrayList<>();
    for (int from = 0, to; from < versions.size(); from = to) {
      boolean any = wanted.test(versions.get(from));
      for (to = from + 1;
          to < versions.size() && sameEvent(versions.get(from), versions.get(to));
          to++) {
        any |= wanted.test(versions.get(to));
      }
      if (any) {
        kept.addAll(versions.subList(from, to));
      }
    }
    return new ReliefLedger(kept);
  }

  /**
   * The surviving versions among those that were reported before an instant, VOIDs left out.
   *
   * @param beforeMs epoch milliseconds, or {@link #EVERYTHING}
   */
  public List<HouseholdEvent> known(long beforeMs) {
    List<HouseholdEvent> known = new ArrayList<>(versions.size());
    HouseholdEvent best = null;
    for (HouseholdEvent version : versions) {
      if (best != null && !sameEvent(best, version)) {
        add(best, known);
        best = null;
      }
      if (version.reportedAt() < beforeMs && (best == null || version.survives(best))) {
        best = version;
      }
    }
    add(best, known);
    return known;
  }

  /** Reads what {@link #toBytes} wrote. */
  public static ReliefLedger ofBytes(byte[] bytes) {
    return new ReliefLedger(EventBlob.ofBytes(bytes));
  }

  public byte[] toBytes() {
    return EventBlob.toBytes(versions);
  }

  @Override
  public String toString() {
    return versions.size() + " versions"; // no personal data in a log by accident
  }

  private static boolean sameEvent(HouseholdEvent one, HouseholdEvent other) {
    return one.eventId().equals(other.eventId()) && one.householdId().equals(other.householdId());
  }

  private static void add(HouseholdEvent surviving, List<HouseholdEvent> to) {
    if (surviving != null && surviving.kind() != EventKind.VOID) {
      to.add(surviving);
    }
  }

  private ReliefLedger with(int at, HouseholdEvent event, int instead) {
    List<HouseholdEvent> more = new ArrayList<>(versions.size() + 1);
    more.addAll(versions.subList(0, at));
    more.add(event);
    more.addAll(versions.subList(at + instead, versions.size()));
    return new ReliefLedger(more);
  }

  /** Where the versions that a household told of an event begin, or would. */
  private int first(EventId id, String householdId) {
    int low = 0;
    int high = versions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(versions.get(middle), id, householdId) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int compare(HouseholdEvent version, EventId id, String householdId) {
    int high = Long.compareUnsigned(version.eventId().high(), id.high());
    int both = high != 0 ? high : Long.compareUnsigned(version.eventId().low(), id.low());
    return both != 0 ? both : version.householdId().compareTo(householdId);
  }

  private static boolean sameVersion(HouseholdEvent one, HouseholdEvent other) {
    if (one.revision() != other.revision() || isVoid(one) != isVoid(other)) {
      return false;
    }
    return isVoid(one) || one.canonicalText().equals(other.canonicalText());
  }

  private static boolean isVoid(HouseholdEvent event) {
    return event.kind() == EventKind.VOID;
  }
}
