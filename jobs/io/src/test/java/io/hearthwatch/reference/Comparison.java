package io.hearthwatch.reference;

import io.hearthwatch.domain.household.EventId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what the reference says with what the stream says, and explains the first difference.
 */
final class Comparison {

  private Comparison() {}

  /** What a person needs to see who is right; empty where both say the same. */
  static Optional<String> firstDifference(
      Nation nation, List<Verdict> reference, List<Verdict> stream) {
    TreeSet<Verdict> onlyReference = new TreeSet<>(reference);
    onlyReference.removeAll(new TreeSet<>(stream));
    TreeSet<Verdict> onlyStream = new TreeSet<>(stream);
    onlyStream.removeAll(new TreeSet<>(reference));
    if (onlyReference.isEmpty() && onlyStream.isEmpty()) {
      return reference.size() == stream.size()
          ? Optional.empty()
          : Optional.of("seed " + nation.seed() + ": one side says something twice");
    }
    TreeSet<Verdict> all = new TreeSet<>(onlyReference);
    all.addAll(onlyStream);
    Verdict first = all.first();
    return Optional.of(
        "seed %d: %d verdicts only in the reference, %d only in the stream (%s)%n"
                .formatted(nation.seed(), onlyReference.size(), onlyStream.size(), rules(all))
            + "first: %s as of %s, %s %s%n"
                .formatted(first.householdId(), first.asOf(), first.rule(), first.subject())
            + "  reference: "
            + about(first, onlyReference)
            + "\n  stream:    "
            + about(first, onlyStream)
            + "\n  completeness: "
            + nation.completeness()
            + "\n  events:\n"
            + events(nation, first.householdId()));
  }

  private static String rules(TreeSet<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(Verdict::rule, Collectors.counting()))
        .toString();
  }

  private static String about(Verdict first, TreeSet<Verdict> verdicts) {
    List<String> same =
        verdicts.stream()
            .filter(verdict -> verdict.householdId().equals(first.householdId()))
            .filter(verdict -> verdict.asOf().equals(first.asOf()))
            .filter(verdict -> verdict.rule().equals(first.rule()))
            .filter(verdict -> verdict.subject().equals(first.subject()))
            .map(Verdict::toString)
            .toList();
    return same.isEmpty() ? "says nothing, or the same" : String.join("\n", same);
  }

  private static String events(Nation nation, String householdId) {
    return nation.events().get(householdId).stream()
        .sorted(
            Comparator.comparing(RawEvent::occurredOn)
                .thenComparing(RawEvent::eventId)
                .thenComparing(RawEvent::revision))
        .map(Comparison::text)
        .collect(Collectors.joining("\n"));
  }

  private static String text(RawEvent event) {
    LocalDate day = event.occurredOn();
    return "    %s %s %-7s r%d %s %s %s %s"
        .formatted(
            day,
            EventId.shortText(event.eventId().getMostSignificantBits()),
            event.kind(),
            event.revision(),
            event.registeredRegion(),
            event.personId(),
            event.type(),
            event.body());
  }
}
