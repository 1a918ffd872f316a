package io.hearthwatch.cli.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hearthwatch.reference.ReferenceDatabase;
import io.hearthwatch.reference.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What {@code review --dump} wrote: one household a line. */
final class Dump {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RULE = Pattern.compile("[A-Z]\\d\\d");

  private final Map<String, JsonNode> households = new TreeMap<>();

  private Dump() {}

  static Dump read(Path file) throws IOException {
    Dump dump = new Dump();
    for (String line : Files.readAllLines(file)) {
      JsonNode household = JSON.readTree(line);
      dump.households.put(household.path("householdId").asText(), household);
    }
    return dump;
  }

  Iterable<String> households() {
    return households.keySet();
  }

  /** Lines of all ledgers. */
  long lineCount() {
    return households.values().stream().mapToLong(node -> node.path("lineCount").asLong()).sum();
  }

  /** Value of one indicator in one window, where it is known. */
  OptionalLong indicator(String household, String indicator, String window) {
    for (JsonNode node : households.get(household).path("indicators")) {
      if (node.path("indicator").asText().equals(indicator)
          && node.path("window").asText().equals(window)) {
        return OptionalLong.of(node.path("value").asLong());
      }
    }
    return OptionalLong.empty();
  }

  /** Money that came in less money that went out, by day of the last month. */
  Map<LocalDate, Long> flows(String household) {
    Map<LocalDate, Long> flows = new TreeMap<>();
    for (JsonNode flow : households.get(household).path("flows")) {
      flows.put(
          LocalDate.parse(flow.path("date").asText()),
          flow.path("receivedFen").asLong() - flow.path("spentFen").asLong());
    }
    return flows;
  }

  /** What was received or spent in a calendar month, by its days. */
  long flow(String household, String direction, YearMonth month) {
    long sum = 0;
    for (JsonNode flow : households.get(household).path("flows")) {
      if (YearMonth.from(LocalDate.parse(flow.path("date").asText())).equals(month)) {
        sum += flow.path(direction + "Fen").asLong();
      }
    }
    return sum;
  }

  /** Hits and what cannot be assessed, of the rules that the reference has, as it writes them. */
  List<Verdict> verdicts() {
    return households.values().stream().flatMap(node -> verdicts(node).stream()).toList();
  }

  /** The same of one line, parsed. */
  static List<Verdict> verdicts(JsonNode household) {
    List<Verdict> verdicts = new ArrayList<>();
    String id = household.path("householdId").asText();
    LocalDate asOf = LocalDate.parse(household.path("asOf").asText());
    for (JsonNode hit : household.path("hits")) {
      if (!ReferenceDatabase.says(hit.path("rule").asText())) {
        continue;
      }
      verdicts.add(
          new Verdict(
              id,
              asOf,
              hit.path("rule").asText(),
              hit.path("subject").asText(),
              Verdict.hit(
                  hit.path("urgency").asText(),
                  hit.path("measure").asLong(),
                  hit.path("raisedBy").asText(),
                  hit.path("muted").isNull()
                      ? null
                      : LocalDate.parse(hit.at("/muted/mutedThrough").asText())),
              evidence(hit)));
    }
    for (JsonNode unknown : household.path("notAssessable")) {
      String about = unknown.path("about").asText();
      if (RULE.matcher(about).matches() && ReferenceDatabase.says(about)) {
        verdicts.add(notAssessable(id, asOf, unknown));
      }
    }
    return verdicts;
  }

  /** The same, and which classes the figures suggest. */
  static List<Verdict> verdictsAndProposals(JsonNode household) {
    List<Verdict> verdicts = new ArrayList<>(verdicts(household));
    String id = household.path("householdId").asText();
    LocalDate asOf = LocalDate.parse(household.path("asOf").asText());
    JsonNode proposal = household.path("proposal");
    if (proposal.isObject()) {
      verdicts.add(
          new Verdict(
              id,
              asOf,
              Verdict.CLASS + proposal.path("class").asText(),
              proposal.path("variant").asText(),
              Verdict.proposed(
                  proposal.path("entitlementFen").isNull()
                      ? null
                      : proposal.path("entitlementFen").asLong(),
                  proposal.path("regionPrefix").asText(),
                  LocalDate.parse(proposal.path("from").asText())),
              evidence(proposal)));
    }
    for (JsonNode unknown : household.path("notAssessable")) {
      if (unknown.path("about").asText().startsWith(Verdict.CLASS)) {
        verdicts.add(notAssessable(id, asOf, unknown));
      }
    }
    return verdicts;
  }

  private static Verdict notAssessable(String id, LocalDate asOf, JsonNode unknown) {
    return new Verdict(
        id,
        asOf,
        unknown.path("about").asText(),
        unknown.path("subject").asText(),
        Verdict.notAssessable(unknown.path("code").asText()),
        List.of());
  }

  private static List<String> evidence(JsonNode hit) {
    TreeSet<String> lines = new TreeSet<>();
    for (JsonNode m : hit.path("measured")) {
      lines.add(
          "%s %s %s..%s = %d %s"
              .formatted(
                  m.path("indicator").asText(),
                  m.path("window").asText(),
                  m.path("from").asText(),
                  m.path("to").asText(),
                  m.path("value").asLong(),
                  m.path("unit").asText()));
    }
    for (JsonNode l : hit.path("limits")) {
      lines.add(
          "limit %s %s = %d %s of region %s from %s"
              .formatted(
                  l.path("parameter").asText(),
                  l.path("key").asText(),
                  l.path("value").asLong(),
                  l.path("unit").asText(),
                  l.path("regionPrefix").asText(),
                  l.path("from").asText()));
    }
    for (JsonNode record : hit.path("records")) {
      lines.add("record " + record.asText());
    }
    lines.add("records: " + hit.path("recordCount").asLong());
    for (JsonNode department : hit.path("notify")) {
      lines.add("to " + department.asText());
    }
    return List.copyOf(lines);
  }
}
