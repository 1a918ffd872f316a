package io.hearthwatch.domain.rule;

import io.hearthwatch.domain.policy.Dated;
import io.hearthwatch.domain.policy.Text;
import java.util.List;
import java.util.Optional;

/**
 * By which figures a household belongs into a class, as policy staff write it.
 *
 * @param householdClass for instance dibao
 * @param name what it is called
 * @param order classes are tried by it, from the one that gives most
 * @param entries what each region says, by date
 * @param where file and line, for messages
 */
public record ClassRule(
    String householdClass, Text name, int order, List<Entry> entries, String where) {

  /**
   * What a region says from a date on.
   *
   * @param variants tried in their order; empty ends what the region said
   * @param source where it comes from, or "assumed"
   */
  public record Entry(String regionPrefix, int fromDay, List<Variant> variants, String source)
      implements Dated {
    public Entry {
      variants = List.copyOf(variants);
    }

    @Override
    public boolean ends() {
      return variants.isEmpty();
    }
  }

  /**
   * One way into the class.
   *
   * @param id for instance income or expenditure
   * @param when CEL: the figures that suggest it
   * @param entitlement CEL: fen a month, or null where the class pays none
   */
  public record Variant(String id, String when, String entitlement) {}

  public ClassRule {
    entries = Dated.sorted(entries);
  }

  /** What is in force for a region on a day. */
  public Optional<Entry> at(String region, int day) {
    return Dated.inForce(entries, region, day);
  }
}
