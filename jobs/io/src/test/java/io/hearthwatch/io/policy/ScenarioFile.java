package io.hearthwatch.io.policy;

import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.policy.Feed;
import io.hearthwatch.domain.policy.Parameter;
import io.hearthwatch.domain.policy.PolicyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a scenario as policy staff write it. */
final class ScenarioFile {

  private final YamlFields fields;
  private final Problems problems;
  private final ScenarioEvents events;
  private final Feed feed;

  private ScenarioFile(YamlFields fields, Problems problems) {
    this.fields = fields;
    this.problems = problems;
    String region = fields.quoted("region");
    this.events = new ScenarioEvents(region, problems);
    this.feed = fields.has("feed") ? new Feed(fields.code("feed"), region) : null;
  }

  /**
   * Reads it.
   *
   * @throws PolicyException with everything that is wrong
   */
  static Scenario read(Path file, PolicyBundle committed) throws IOException {
    Problems problems = new Problems();
    Optional<YamlFields> fields =
        YamlDocument.fields(file.getFileName().toString(), Files.readString(file), problems);
    problems.throwIfAny();
    Scenario scenario = new ScenarioFile(fields.orElseThrow(), problems).read(committed);
    problems.throwIfAny();
    return scenario;
  }

  private Scenario read(PolicyBundle committed) {
    String title = fields.text("title");
    fields.text("why");
    if (feed == null) {
      fields.list("events").forEach(events::read);
    }
    PolicyBundle bundle = fields.has("parameters") ? with(committed) : committed;
    List<Scenario.Told> told =
        fields.has("complete")
            ? fields.list("complete").stream().map(this::told).toList()
            : List.of();
    LocalDate asOf = fields.day("asOf");
    YamlFields expect = fields.fields("expect").orElse(fields);
    List<String> about = rules(expect, "about");
    List<Scenario.ExpectedHit> hits =
        expect.has("hits") ? expect.list("hits").stream().map(this::hit).toList() : List.of();
    List<Scenario.ExpectedUnknown> unknown =
        expect.has("not-assessable")
            ? expect.list("not-assessable").stream().map(this::unknown).toList()
            : List.of();
    Scenario.ExpectedProposal proposal =
        expect.has("proposal") ? expect.fields("proposal").map(this::proposal).orElse(null) : null;
    List<Scenario.ExpectedStep> steps =
        expect.has("steps") ? expect.list("steps").stream().map(this::step).toList() : null;
    expect.refuseUnknown();
    List<LocalDate> reviews = fields.optionalDays("reviews");
    fields.refuseUnknown();
    for (HouseholdEvent event : events.events()) {
      if (asOf != null && event.reportedAt() >= startOfDay(asOf.plusDays(1))) {
        problems.add(fields.place("asOf"), "asOf lies before the last event is reported");
      }
    }
    return new Scenario(
        title,
        bundle,
        feed,
        events.events().stream().sorted(Comparator.comparing(HouseholdEvent::reportedAt)).toList(),
        told,
        reviews,
        asOf,
        about,
        hits,
        unknown,
        proposal,
        steps);
  }

  static long startOfDay(LocalDate day) {
    return day.atStartOfDay(ScenarioEvents.ZONE).toInstant().toEpochMilli();
  }

  private List<String> rules(YamlFields owner, String key) {
    return owner.has(key) ? List.of(owner.text(key).split("\\s*,\\s*")) : List.of();
  }

  private PolicyBundle with(PolicyBundle committed) {
    Map<String, Parameter> parameters = new HashMap<>(committed.parameters());
    YamlFields added = fields.fields("parameters").orElseThrow();
    for (String id : added.keys()) {
      Parameter parameter = parameters.get(id);
      if (parameter == null) {
        problems.add(added.place(id), "there is no parameter '" + id + "'");
        continue;
      }
      List<Parameter.Entry> entries = new ArrayList<>(parameter.entries());
      ParameterEntries reader = new ParameterEntries(parameter.unit(), problems);
      added.list(id).forEach(entry -> reader.read(entry).ifPresent(entries::add));
      parameters.put(
          id,
          new Parameter(id, parameter.unit(), parameter.title(), parameter.question(), entries));
    }
    return Committed.with(committed, parameters);
  }

  private Scenario.Told told(YamlFields told) {
    Scenario.Told read =
        new Scenario.Told(
            told.has("told") || feed != null ? told.day("told") : LocalDate.EPOCH,
            told.code("source"),
            told.has("region") ? told.quoted("region") : feed == null ? "" : feed.regionPrefix(),
            told.day("through"));
    told.refuseUnknown();
    return read;
  }

  private Scenario.ExpectedHit hit(YamlFields hit) {
    Scenario.ExpectedHit read =
        new Scenario.ExpectedHit(
            hit.place(),
            hit.text("rule"),
            subject(hit),
            hit.text("urgency"),
            hit.has("raisedBy") ? hit.text("raisedBy") : "",
            hit.optionalText("measure"),
            values(hit, "measured"),
            values(hit, "limits"),
            records(hit),
            hit.has("notify") ? hit.codes("notify") : null,
            hit.has("muted") ? hit.day("muted") : null);
    hit.refuseUnknown();
    return read;
  }

  private Scenario.ExpectedProposal proposal(YamlFields proposal) {
    Scenario.ExpectedProposal read =
        new Scenario.ExpectedProposal(
            proposal.place(),
            proposal.text("class"),
            proposal.optionalText("variant"),
            proposal.optionalText("entitlement"),
            values(proposal, "measured"),
            values(proposal, "limits"),
            records(proposal));
    proposal.refuseUnknown();
    return read;
  }

  private static Long records(YamlFields owner) {
    return owner.has("records") ? owner.wholeNumber("records", 0, 100_000) : null;
  }

  private Map<String, String> values(YamlFields owner, String key) {
    Map<String, String> values = new LinkedHashMap<>();
    if (owner.has(key)) {
      owner.fields(key).ifPresent(map -> map.keys().forEach(k -> values.put(k, map.text(k))));
    }
    return values;
  }

  private Scenario.ExpectedUnknown unknown(YamlFields unknown) {
    Scenario.ExpectedUnknown read =
        new Scenario.ExpectedUnknown(
            unknown.place(),
            unknown.text("rule"),
            subject(unknown),
            unknown.text("reason"),
            unknown.optionalText("detail"));
    unknown.refuseUnknown();
    return read;
  }

  private String subject(YamlFields owner) {
    return owner.has("subject") ? events.shortId(owner.text("subject")) : "";
  }

  private Scenario.ExpectedStep step(YamlFields step) {
    Scenario.ExpectedStep read =
        new Scenario.ExpectedStep(
            step.place(),
            step.day("on"),
            step.text("becomes"),
            step.text("urgency"),
            step.optionalText("visitBy"));
    step.refuseUnknown();
    return read;
  }
}
