package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.body.DisasterReported;
import io.hearthwatch.domain.household.body.GrantApproved;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who else must hear of the versions of one event that a household took: the person of a grant,
 * each disaster and region that a report names. All of the versions go to all of them, for an
 * earlier one may have named another; whoever knows a version already passes over it.
 *
 * @param person whether any version is a grant to a person
 * @param disasters that any version reports of
 */
public record Addressees(boolean person, Set<DisasterRegion> disasters) {

  /** A disaster in a region. */
  public record DisasterRegion(String disasterId, String region) {}

  /** Of all versions of one event. */
  public static Addressees of(List<HouseholdEvent> versions) {
    boolean person = false;
    Set<DisasterRegion> disasters = new LinkedHashSet<>();
    for (HouseholdEvent version : versions) {
      person |= version.body() instanceof GrantApproved && version.personId() != null;
      if (version.body() instanceof DisasterReported report) {
        disasters.add(new DisasterRegion(report.disasterId(), DisasterReports.regionOf(version)));
      }
    }
    return new Addressees(person, disasters);
  }

  /** Whether nobody must. */
  public boolean nobody() {
    return !person && disasters.isEmpty();
  }
}
