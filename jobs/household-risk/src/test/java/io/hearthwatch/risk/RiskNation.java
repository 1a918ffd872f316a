package io.hearthwatch.risk;

import io.hearthwatch.domain.alert.Answer;
import io.hearthwatch.domain.alert.Cause;
import io.hearthwatch.domain.alert.HouseholdRisk;
import io.hearthwatch.domain.alert.PolicyInForce;
import io.hearthwatch.domain.alert.Step;
import io.hearthwatch.domain.household.HouseholdEvent;
import io.hearthwatch.domain.household.HouseholdProfile;
import io.hearthwatch.domain.policy.Completeness;
import io.hearthwatch.domain.rule.RuleBook;
import io.hearthwatch.io.alert.Answers;
import io.hearthwatch.io.contract.SingleObject;
import io.hearthwatch.io.flink.HouseholdMessage;
import io.hearthwatch.io.policy.PolicyBundleCodec;
import io.hearthwatch.reference.DomainEvents;
import io.hearthwatch.reference.Nation;
import io.hearthwatch.reference.NationPolicy;
import io.hearthwatch.reference.SourceSaid;
import io.hearthwatch.wire.ControlRecord;
import io.hearthwatch.wire.PolicyBundle;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A random nation as the job meets it, and what the step answers that is never disturbed. */
record RiskNation(Nation nation) {

  static RiskNation of(long seed) {
    return of(seed, Nation.HOUSEHOLDS);
  }

  static RiskNation of(long seed, int households) {
    return new RiskNation(Nation.of(seed, households, NationPolicy.COMMITTED));
  }

  Set<String> householdIds() {
    return nation.events().keySet();
  }

  List<HouseholdEvent> events() {
    return householdIds().stream().flatMap(this::events).toList();
  }

  List<HouseholdMessage.OfInquiry> questions() {
    return householdIds().stream().flatMap(this::questions).toList();
  }

  /**
   * What sources say of themselves; after half of it the policies of before, and at the end those
   * that are in force when questions are asked.
   */
  List<byte[]> control() {
    SingleObject<ControlRecord> codec = new SingleObject<>(ControlRecord.class);
    List<byte[]> control = new ArrayList<>();
    for (SourceSaid said : nation.completeness()) {
      control.add(
          codec.encode(
              new ControlRecord(
                  new io.hearthwatch.wire.Completeness(
                      said.source(), said.regionPrefix(), said.completeThrough()))));
    }
    control.add(control.size() / 2, RiskFixtures.bundle(RiskFixtures.earlier()));
    control.add(RiskFixtures.bundle());
    return control;
  }

  /** What the step answers that is told everything of a household at once, in order. */
  List<byte[]> answersInOrder() throws IOException {
    return answersInOrder(RiskFixtures.bundle());
  }

  /** The same by other policies. */
  List<byte[]> answersInOrder(byte[] policies) throws IOException {
    PolicyInForce policy = policy(policies);
    Answers codec = new Answers();
    List<byte[]> answers = new ArrayList<>();
    for (String id : householdIds()) {
      Cause told = new Cause.Events(events(id).toList());
      HouseholdProfile profile = HouseholdRisk.step(id, null, told, policy).profile();
      for (HouseholdMessage.OfInquiry question : questions(id).toList()) {
        Step step = HouseholdRisk.step(id, profile, question.inquiry(), policy);
        profile = step.profile();
        step.emissions().stream()
            .filter(Answer.class::isInstance)
            .map(answer -> codec.encode((Answer) answer, policy.rules().bundle()))
            .forEach(answers::add);
      }
    }
    return answers;
  }

  /** All versions of all events of a household, in the order of their reports. */
  private Stream<HouseholdEvent> events(String householdId) {
    return nation.events().get(householdId).stream()
        .map(DomainEvents::of)
        .sorted(Comparator.comparingLong(HouseholdEvent::reportedAt));
  }

  /** A review that is acted on, and questions about the past. */
  private Stream<HouseholdMessage.OfInquiry> questions(String householdId) {
    return Stream.concat(
        Stream.of(question(householdId, "closing", nation.closing(), true)),
        nation.asked().get(householdId).stream()
            .map(date -> question(householdId, date.toString(), date, false)));
  }

  private static HouseholdMessage.OfInquiry question(
      String householdId, String name, LocalDate asOf, boolean evaluate) {
    return new HouseholdMessage.OfInquiry(
        householdId,
        new Cause.Inquiry(householdId + "/" + name, (int) asOf.toEpochDay(), evaluate));
  }

  private PolicyInForce policy(byte[] policies) throws IOException {
    ControlRecord bundle = new SingleObject<>(ControlRecord.class).decode(policies);
    Completeness completeness = Completeness.NONE;
    for (SourceSaid said : nation.completeness()) {
      int day = (int) said.completeThrough().toEpochDay();
      completeness = completeness.with(said.source(), said.regionPrefix(), day);
    }
    return new PolicyInForce(
        new RuleBook(PolicyBundleCodec.read((PolicyBundle) bundle.getBody())),
        completeness,
        RiskFixtures.RETENTION);
  }
}
