package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.policy.Text;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One rule of the catalogue, as policy staff write it: conditions are CEL over the vocabulary of
 * {@link Vocabulary}.
 *
 * @param id for instance M02; its first letter is its family
 * @param name what it is called
 * @param category medical, disability, shock, income, missed, expenditure, disaster, watch ...
 * @param scope what it is asked of, one by one
 * @param when the condition under which it fires
 * @param measure a number that grows as things get worse
 * @param urgencies the first whose condition holds decides; the last has none
 * @param departments departments that receive it; {@code own} for whoever told of the record that
 *     the rule is asked of, and of what else the hit says happened
 * @param clearedBy sources that must be complete through a deadline before silence counts; {@code
 *     own} for the source of the record that the rule is asked of
 * @param raise non-null in a rule of the second pass, which raises hits of the first
 * @param clears what would end the hit, for a caseworker
 * @param source where the numbers in it come from, or "assumed"; those of parameters say so
 *     themselves
 * @param where file and line, for messages
 */
public record Rule(
    String id,
    Text name,
    String category,
    Scope scope,
    String when,
    String measure,
    List<UrgencyCase> urgencies,
    List<String> departments,
    List<String> clearedBy,
    Raise raise,
    Text clears,
    String source,
    String where) {

  /** In a list of departments: whoever told of the record that the rule is asked of. */
  public static final String OWN = "own";

  /** What a rule is asked of. */
  public enum Scope {
    HOUSEHOLD,
    MEMBER,
    ACCIDENT,
    IMPACT,
    GRANT,
    REFERRAL,
    /** What a source tells of some regions, and no household. */
    SOURCE;

    /** Whether it is asked of records, each of which somebody told. */
    public boolean ofRecords() {
      return this != HOUSEHOLD && this != MEMBER && this != SOURCE;
    }
  }

  /**
   * An urgency and its condition.
   *
   * @param condition CEL, or null for always
   */
  public record UrgencyCase(String condition, Urgency urgency) {}

  /**
   * What a rule of the second pass does.
   *
   * @param families first letters of the ids of the rules whose hits it raises
   * @param tiers by how many tiers of urgency
   */
  public record Raise(List<String> families, int tiers) {
    public Raise {
      families = List.copyOf(families);
    }
  }

  public Rule {
    urgencies = List.copyOf(urgencies);
    departments = List.copyOf(departments);
    clearedBy = List.copyOf(clearedBy);
  }

  /**
   * Whom a hit goes to: sorted, each once, so that it follows from what is known and not from the
   * order in which it was told.
   *
   * @param toldBy departments that told of what made it true; {@code own} stands for them
   */
  List<String> addressees(Set<String> toldBy) {
    SortedSet<String> addressees = new TreeSet<>(departments);
    if (addressees.remove(OWN)) {
      addressees.addAll(toldBy);
    }
    return List.copyOf(addressees);
  }
}
