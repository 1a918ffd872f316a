package io.hearthwatch.domain.relief;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.PolicyBundle;

/**
 * A policy that a grant names, as a bundle has it for a region at the end of a month.
 *
 * @param key by which the grant names it
 * @param standing what the bundle knows of it
 * @param parameter null unless the bundle has it
 * @param entry null unless it is in force
 */
public record PolicyCited(
    String key, Standing standing, Parameter parameter, Parameter.Entry entry) {

  /** What is known of it. */
  public enum Standing {
    /** It has a value for the region and the month. */
    IN_FORCE,
    /** It has none there then. */
    NOT_IN_FORCE,
    /** The bundle has no parameter of that key. */
    UNKNOWN,
    /** There is no bundle. */
    NOT_PUBLISHED
  }

  /**
   * Looks it up, as of the last day of the month, as the classes of a statement are.
   *
   * @param region of registration
   */
  public static PolicyCited of(PolicyBundle bundle, String key, String region, Month month) {
    if (bundle.version().isEmpty()) {
      return new PolicyCited(key, Standing.NOT_PUBLISHED, null, null);
    }
    Parameter parameter = bundle.parameters().get(key);
    if (parameter == null) {
      return new PolicyCited(key, Standing.UNKNOWN, null, null);
    }
    return parameter
        .at(region, month.lastEpochDay())
        .map(entry -> new PolicyCited(key, Standing.IN_FORCE, parameter, entry))
        .orElse(new PolicyCited(key, Standing.NOT_IN_FORCE, parameter, null));
  }

  /** Whether both are in force with different values. */
  boolean differsFrom(PolicyCited other) {
    return entry != null && other.entry != null && !entry.value().equals(other.entry.value());
  }
}
