package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.household.HouseholdEvent;
import java.time.LocalDate;
import java.util.List;

/** Why a household is looked at. */
public sealed interface Cause {

  /** Events came in, in this order. */
  record Events(List<HouseholdEvent> events) implements Cause {
    public Events {
      events = List.copyOf(events);
    }
  }

  /**
   * An event whose id an earlier version gave to another household. It may have been taken in
   * already, or may still be on its way.
   */
  record Misfiled(HouseholdEvent event) implements Cause {}

  /** Time has reached a day. */
  record Deadline(int day) implements Cause {}

  /**
   * Somebody asks.
   *
   * @param asOf epoch day, or {@link #OWN_AS_OF} for the household's own as-of date
   * @param evaluate whether the answer is acted on; if not, the question changes nothing
   */
  record Inquiry(String requestId, int asOf, boolean evaluate) implements Cause {

    /** Asks as of the date of which the household itself was last looked at. */
    public static final int OWN_AS_OF = Integer.MIN_VALUE;

    /**
     * Windows of years reach back from these, and deadlines forward; months are of 1900 to 2199.
     */
    private static final int EARLIEST_YEAR = 1910;

    private static final int LATEST_YEAR = 2189;

    /** Whether a household can be looked at as of a date. */
    public static boolean canBeAsked(LocalDate asOf) {
      return asOf.getYear() >= EARLIEST_YEAR && asOf.getYear() <= LATEST_YEAR;
    }
  }

  /** Another household told something of a person of this one. */
  record Elsewhere(HouseholdEvent event) implements Cause {}
}
