package io.hearthwatch.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.hearthwatch.reference.CalendarYaml;
import io.hearthwatch.reference.ParameterYaml;
import io.hearthwatch.reference.RawEvent;
import io.hearthwatch.reference.ReferenceDatabase;
import io.hearthwatch.reference.RegionsYaml;
import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.reference.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds dumps of the running stack against the rules in SQL over the events that were sent. */
final class AgainstTheReference {

  private AgainstTheReference() {}

  /**
   * Both say the same of every household and date that was dumped, evidence included.
   *
   * @param said what the stream said
   * @param asked households of each dump, by its date
   * @return how many verdicts of each kind there were, such as "M01 hit"
   */
  static Map<String, Long> holds(
      List<Verdict> said,
      Map<LocalDate, Set<String>> asked,
      List<RawEvent> events,
      List<SourceSaid> completeness,
      Path policies)
      throws IOException, SQLException {
    Map<String, Set<LocalDate>> dates = new TreeMap<>();
    asked.forEach(
        (date, ids) ->
            ids.forEach(id -> dates.computeIfAbsent(id, key -> new TreeSet<>()).add(date)));
    try (ReferenceDatabase database = ReferenceDatabase.start()) {
      database.clear();
      database.load(events.stream().map(RawEvent::toJsonLine));
      database.parameters(ParameterYaml.read(policies.resolve("parameters")));
      database.regions(RegionsYaml.read(policies.resolve("regions/cn.yaml")));
      database.calendar(CalendarYaml.read(policies.resolve("calendars/cn.yaml")));
      database.completeness(completeness);
      database.ask(dates);
      TreeSet<Verdict> reference = new TreeSet<>(database.verdicts());
      TreeSet<Verdict> stream = new TreeSet<>(said);
      assertThat(stream).as("nothing is said twice").hasSameSizeAs(said);
      stream.removeIf(verdict -> !ReferenceDatabase.says(verdict.rule()));
      assertThat(first(reference, stream)).as("only the reference says").isEmpty();
      assertThat(first(stream, reference)).as("only the stream says").isEmpty();
      assertThat(reference).as("there is something to compare").anyMatch(Verdict::isHit);
      return reference.stream()
          .collect(
              Collectors.groupingBy(
                  verdict -> verdict.rule() + (verdict.isHit() ? " hit" : " not assessable"),
                  TreeMap::new,
                  Collectors.counting()));
    }
  }

  private static List<Verdict> first(Set<Verdict> those, Set<Verdict> others) {
    return those.stream().filter(verdict -> !others.contains(verdict)).limit(5).toList();
  }
}
