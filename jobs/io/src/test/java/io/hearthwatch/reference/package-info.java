/**
 * The independent reference: the rules of {@code docs/definitions.md} in plain SQL over raw events
 * (resources {@code reference/}), seeded random nations, and the comparison with what the stream's
 * step says. {@link io.hearthwatch.reference.ReferenceDatabase} takes any raw events.
 */
package io.hearthwatch.reference;
