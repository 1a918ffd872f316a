package io.hearthwatch.domain.relief;

/** By which region something counts. */
public enum Basis {
  /** Where help is given: aid follows the person in an emergency. */
  HELPED,
  /** Where the person is registered. */
  REGISTERED
}
