package io.hearthwatch.risk;

import io.hearthwatch.domain.household.EventBody;
import io.hearthwatch.domain.household.EventId;
import io.hearthwatch.domain.household.EventKind;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.Retention;
import io.hearthwatch.domain.household.body.AccidentHappened;
import io.hearthwatch.domain.household.body.ExpenseIncurred;
import io.hearthwatch.domain.household.body.HouseholdRegistered;
import io.hearthwatch.domain.household.body.MemberJoined;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.event.HouseholdEventCodec;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.io.policy.PolicyFiles;
import io.hearthwatch.wire.ControlRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Households and questions for tests of the job, in the words of the field. */
final class RiskFixtures {

  static final Retention RETENTION =
      new Retention(ZoneId.of("Asia/Shanghai"), Retention.DEFAULT_MONTHS);

  private RiskFixtures() {}

  /** The committed policies, as they travel. */
  static byte[] bundle() {
    return bundle(committed());
  }

  /** Policies as they travel. */
  static byte[] bundle(PolicyFiles files) {
    return new SingleObject<>(ControlRecord.class)
        .encode(
            new ControlRecord(
                PolicyBundleCodec.toWire(files, "test", "committed policies", Instant.EPOCH)));
  }

  static PolicyFiles committed() {
    return PolicyFiles.ofDirectory(Path.of("..", "..", "policies"));
  }

  /** Policies of before: each second rule was not there yet, and the rural line was lower. */
  static PolicyFiles earlier() {
    SortedMap<String, String> contents = new TreeMap<>(committed().contents());
    List<String> rules =
        contents.keySet().stream().filter(path -> path.startsWith("rules/")).toList();
    for (int i = 0; i < rules.size(); i += 2) {
      contents.remove(rules.get(i));
    }
    contents.computeIfPresent(
        "parameters/dibao-line-rural.yaml",
        (path, content) -> content.replace("value: 542", "value: 342"));
    return new PolicyFiles(contents);
  }

  /** The committed policies with one more file, or another one in its place. */
  static PolicyFiles with(String path, String content) {
    SortedMap<String, String> contents = new TreeMap<>(committed().contents());
    contents.put(path, content);
    return new PolicyFiles(contents);
  }

  /** A rule of a window and a category that no other has. */
  static PolicyFiles withRule(String id, String when) {
    return with(
        "rules/" + id + ".yaml",
        """
        id: %s
        name: {zh: 新规则, en: New rule}
        category: brand-new
        scope: household
        when: "%s"
        measure: medical(days(17))
        urgency: YELLOW
        notify: [charity]
        clears: {zh: 解除, en: clears}
        """
            .formatted(id, when));
  }

  /** A household of one, whose bills of May 2023 are over every limit; one of them is corrected. */
  static List<HouseholdEvent> bigBills(String householdId) {
    String person = householdId + "-p";
    List<HouseholdEvent> events = new ArrayList<>();
    events.add(
        event(householdId, "registered", 0, null, "2020-01-01", new HouseholdRegistered("rural")));
    events.add(
        event(
            householdId,
            "joined",
            0,
            person,
            "2020-01-01",
            new MemberJoined("registration", "head", null)));
    for (int bill = 1; bill <= 5; bill++) {
      events.add(
          event(householdId, "bill" + bill, 0, person, "2023-05-0" + bill, medical(900_000)));
    }
    events.add(event(householdId, "bill5", 1, person, "2023-05-06", medical(1_000_000)));
    return events;
  }

  /** An accident with a hospital stay; whether relief came is asked some days later. */
  static HouseholdEvent accident(String householdId, String day) {
    return event(householdId, "accident", 0, null, day, new AccidentHappened("traffic", true, 0));
  }

  /** One more bill, too small for any limit. */
  static HouseholdEvent smallBill(String householdId, String day) {
    return event(householdId, "bill of " + day, 0, householdId + "-p", day, medical(1));
  }

  /** An event as it comes out of the source. */
  static HouseholdMessage.OfEvent message(HouseholdEvent event) {
    return new HouseholdMessage.OfEvent(event, new HouseholdEventCodec().encode(event));
  }

  private static EventBody medical(long fen) {
    return new ExpenseIncurred("medical", fen, 0, 0, 0, 0, 0, 0);
  }

  private static HouseholdEvent event(
      String householdId, String name, int revision, String personId, String day, EventBody body) {
    LocalDate date = LocalDate.parse(day);
    String source =
        body instanceof ExpenseIncurred
            ? "medical-insurance"
            : body instanceof AccidentHappened ? "emergency" : "civil-affairs";
    return new HouseholdEvent(
        EventId.of(
            UUID.nameUUIDFromBytes((householdId + "/" + name).getBytes(StandardCharsets.UTF_8))),
        revision == 0 ? EventKind.NOTIFY : EventKind.CORRECT,
        revision,
        source,
        householdId,
        personId,
        "360733",
        null,
        (int) date.toEpochDay(),
        RETENTION.startMs((int) date.toEpochDay()) + 3_600_000L * (12 + revision),
        body);
  }
}
