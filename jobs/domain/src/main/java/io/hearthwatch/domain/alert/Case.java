package io.hearthwatch.domain.alert;

import io.hearthwatch.domain.rule.Assessment;
import io.hearthwatch.domain.rule.Hit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one work order of a household, which bundles its open hits, as it was last said.
 *
 * @param number counts the cases of the household from 1
 * @param sequence counts the changes of this case from 1
 * @param status where it stands
 * @param openedOn epoch day of the first opening
 * @param causedOn epoch day of the latest opening or reopening
 * @param endedOn epoch day of the end; meaningless while it is open
 * @param urgency of the highest hit; of the last one after the end
 * @param visitBy epoch milliseconds by which somebody must have visited
 * @param openedFor hits that opened or reopened it
 * @param said hits as they were last said; empty after the end
 */
public record Case(
    int number,
    int sequence,
    CaseStatus status,
    int openedOn,
    int causedOn,
    int endedOn,
    Urgency urgency,
    long visitBy,
    List<SaidHit> openedFor,
    List<SaidHit> said) {

  /** What is remembered of a hit in order to notice that it changed. */
  public record SaidHit(String ruleId, String subject, Urgency urgency, long measure) {

    /** Hits as they are said, and others that were said before, in their order. */
    static List<SaidHit> of(List<Hit> hits, List<SaidHit> before) {
      return Stream.concat(
              hits.stream()
                  .map(
                      hit ->
                          new SaidHit(hit.ruleId(), hit.subject(), hit.urgency(), hit.measure())),
              before.stream())
          .sorted(Comparator.comparing(SaidHit::ruleId).thenComparing(SaidHit::subject))
          .toList();
    }

    boolean isAbout(Hit hit) {
      return ruleId.equals(hit.ruleId()) && subject.equals(hit.subject());
    }

    boolean isAbout(Assessment.Unassessed unknown) {
      return ruleId.equals(unknown.ruleId()) && subject.equals(unknown.subject());
    }
  }

  public Case {
    openedFor = List.copyOf(openedFor);
    said = List.copyOf(said);
  }
}
