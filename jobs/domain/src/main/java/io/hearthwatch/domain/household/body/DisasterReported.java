package io.hearthwatch.domain.household.body;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventType;
import io.hearthwatch.domain.household.FieldReader;
import io.hearthwatch.domain.household.FieldWriter;
import io.hearthwatch.domain.household.Limits;

/**
 * An official cumulative report of one disaster for one region: the newest replaces, never adds.
 *
 * @param disasterId id of the disaster
 * @param disasterType as in DisasterImpact
 * @param peopleAffected people affected so far
 * @param peopleRelocated people relocated so far
 * @param peopleTakenIn people taken into relief so far
 * @param homesCollapsed homes collapsed so far
 * @param homesDamaged homes damaged so far
 * @param fundsFen fen; relief funds spent so far
 * @param lossFen fen; direct loss so far
 */
public record DisasterReported(
    String disasterId,
    String disasterType,
    long peopleAffected,
    long peopleRelocated,
    long peopleTakenIn,
    long homesCollapsed,
    long homesDamaged,
    long fundsFen,
    long lossFen)
    implements EventBody {

  public DisasterReported {
    Limits.id("disasterId", disasterId);
    Limits.code("disasterType", disasterType);
    Limits.count("peopleAffected", peopleAffected);
    Limits.count("peopleRelocated", peopleRelocated);
    Limits.count("peopleTakenIn", peopleTakenIn);
    Limits.count("homesCollapsed", homesCollapsed);
    Limits.count("homesDamaged", homesDamaged);
    Limits.amount("fundsFen", fundsFen);
    Limits.amount("lossFen", lossFen);
  }

  /** Reads the fields in the order of {@link #write}. */
  public static DisasterReported read(FieldReader in) {
    return new DisasterReported(
        in.text(),
        in.text(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        in.number());
  }

  @Override
  public EventType type() {
    return EventType.DISASTER_REPORTED;
  }

  @Override
  public void write(FieldWriter out) {
    out.text("disasterId", disasterId);
    out.text("disasterType", disasterType);
    out.number("peopleAffected", peopleAffected);
    out.number("peopleRelocated", peopleRelocated);
    out.number("peopleTakenIn", peopleTakenIn);
    out.number("homesCollapsed", homesCollapsed);
    out.number("homesDamaged", homesDamaged);
    out.number("fundsFen", fundsFen);
    out.number("lossFen", lossFen);
  }
}
