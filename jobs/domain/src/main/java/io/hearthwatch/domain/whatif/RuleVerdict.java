package io.hearthwatch.domain.whatif;

import io.hearthwatch.domain.alert.Urgency;
import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one bundle says of one rule and household. A rule of which one member is hit and another
 * cannot be assessed hits the household.
 *
 * @param hits its hits
 * @param notAssessable of whom or what it could not be assessed
 */
public record RuleVerdict(List<Hit> hits, List<Assessment.Unassessed> notAssessable) {

  /** It neither fires nor lacks anything. */
  public static final RuleVerdict SILENT = new RuleVerdict(List.of(), List.of());

  public RuleVerdict {
    hits = List.copyOf(hits);
    notAssessable = List.copyOf(notAssessable);
  }

  boolean isHit() {
    return !hits.isEmpty();
  }

  private boolean isUnknown() {
    return hits.isEmpty() && !notAssessable.isEmpty();
  }

  /** What the other one changes; nothing where only figures differ, or what exactly is unknown. */
  Set<RuleChange> changesTo(RuleVerdict after) {
    Set<RuleChange> changes = EnumSet.noneOf(RuleChange.class);
    if (isHit() && after.isHit()) {
      int more = after.urgency().compareTo(urgency());
      if (more != 0) {
        changes.add(more > 0 ? RuleChange.MORE_URGENT : RuleChange.LESS_URGENT);
      }
      if (!after.subjects().equals(subjects())) {
        changes.add(RuleChange.OTHERS_HIT);
      }
    } else if (isHit() || after.isHit()) {
      changes.add(isHit() ? RuleChange.NO_LONGER_HIT : RuleChange.NEWLY_HIT);
    }
    if (isUnknown() != after.isUnknown()) {
      changes.add(
          isUnknown() ? RuleChange.NO_LONGER_NOT_ASSESSABLE : RuleChange.NEWLY_NOT_ASSESSABLE);
    }
    return changes;
  }

  private Urgency urgency() {
    return hits.stream().map(Hit::urgency).reduce(Urgency::higher).orElseThrow();
  }

  private Set<String> subjects() {
    return hits.stream().map(Hit::subject).collect(Collectors.toSet());
  }
}
