package io.hearthwatch.cli;

import io.hearthwatch.domain.household.Month;
import io.hearthwatch.domain.policy.PolicyBundle;
import io.hearthwatch.domain.relief.PolicyCited;
import io.hearthwatch.domain.relief.Statement;
import io.hearthwatch.domain.relief.StatementAmendment;
import io.hearthwatch.domain.relief.StatementChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a page of a statement says, whatever the page.
 *
 * @param householdId of the household
 * @param month of benefit
 * @param asOf the day of which was asked; null for what is known now
 * @param known all that was said of the month until then, the last first
 * @param before what was last said of the month before until then; null where nothing was
 * @param policies by which policies are looked up; {@link PolicyBundle#NONE} for none
 */
record StatementSheet(
    String householdId,
    Month month,
    LocalDate asOf,
    List<Statement> known,
    Statement before,
    PolicyBundle policies) {

  /**
   * Whether nothing was said of either month; before a month has begun, what was said of the one
   * before says nothing of it.
   */
  boolean isEmpty() {
    return known.isEmpty() && (before == null || asOf != null && hasNotBegun());
  }

  private boolean hasNotBegun() {
    return asOf.toEpochDay() < month.firstEpochDay();
  }

  /** Whether any line names a policy. */
  boolean namesPolicies() {
    return changes().stream().anyMatch(change -> change.lines().line().policy() != null);
  }

  StatementSheet with(PolicyBundle others) {
    return new StatementSheet(householdId, month, asOf, known, before, others);
  }

  /** What was said last; without lines, where nothing was said of this month. */
  Statement now() {
    return known.isEmpty()
        ? new Statement(month, before.knownOn(), "", List.of(), List.of(), List.of())
        : known.get(0);
  }

  /** The classes of the month before and of this one, where they are known and differ. */
  Optional<ClassesChanged> classesChanged() {
    Statement now = now();
    return now.lines().isEmpty() || now.classesBefore().equals(now.classes())
        ? Optional.empty()
        : Optional.of(new ClassesChanged(now.classesBefore(), now.classes()));
  }

  record ClassesChanged(List<String> from, List<String> to) {}

  List<StatementChange> changes() {
    return StatementChange.sinceTheMonthBefore(known, before, policies);
  }

  List<StatementAmendment> amendments() {
    return StatementAmendment.of(known);
  }

  /** The policy of a line, in the region and month of the statement that has it. */
  Optional<PolicyCited> policy(StatementChange change) {
    Statement of = change.lines().after() == null ? before : now();
    return Optional.ofNullable(change.lines().line().policy())
        .map(key -> PolicyCited.of(policies, key, of.region(), of.month()));
  }
}
